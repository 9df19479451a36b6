from typing import Literal

ScoreDataRequestPadding = Literal["do_not_pad", "max_length"]

SCORE_DATA_REQUEST_PADDING_VALUES: set[ScoreDataRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_score_data_request_padding(value: str) -> ScoreDataRequestPadding:
    if value in SCORE_DATA_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SCORE_DATA_REQUEST_PADDING_VALUES!r}"
    )
