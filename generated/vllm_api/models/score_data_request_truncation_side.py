from typing import Literal

ScoreDataRequestTruncationSide = Literal["left", "right"]

SCORE_DATA_REQUEST_TRUNCATION_SIDE_VALUES: set[ScoreDataRequestTruncationSide] = {
    "left",
    "right",
}


def check_score_data_request_truncation_side(
    value: str,
) -> ScoreDataRequestTruncationSide:
    if value in SCORE_DATA_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SCORE_DATA_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
