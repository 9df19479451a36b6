from typing import Literal

ScoreTextRequestPadding = Literal["do_not_pad", "max_length"]

SCORE_TEXT_REQUEST_PADDING_VALUES: set[ScoreTextRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_score_text_request_padding(value: str) -> ScoreTextRequestPadding:
    if value in SCORE_TEXT_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SCORE_TEXT_REQUEST_PADDING_VALUES!r}"
    )
