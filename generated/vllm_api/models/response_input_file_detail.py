from typing import Literal

ResponseInputFileDetail = Literal["auto", "high", "low"]

RESPONSE_INPUT_FILE_DETAIL_VALUES: set[ResponseInputFileDetail] = {
    "auto",
    "high",
    "low",
}


def check_response_input_file_detail(value: str) -> ResponseInputFileDetail:
    if value in RESPONSE_INPUT_FILE_DETAIL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_FILE_DETAIL_VALUES!r}"
    )
