from typing import Literal

ScoreTextRequestTruncationSide = Literal["left", "right"]

SCORE_TEXT_REQUEST_TRUNCATION_SIDE_VALUES: set[ScoreTextRequestTruncationSide] = {
    "left",
    "right",
}


def check_score_text_request_truncation_side(
    value: str,
) -> ScoreTextRequestTruncationSide:
    if value in SCORE_TEXT_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SCORE_TEXT_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
