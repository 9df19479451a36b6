from typing import Literal

ResponseInputFileParamDetail = Literal["auto", "high", "low"]

RESPONSE_INPUT_FILE_PARAM_DETAIL_VALUES: set[ResponseInputFileParamDetail] = {
    "auto",
    "high",
    "low",
}


def check_response_input_file_param_detail(value: str) -> ResponseInputFileParamDetail:
    if value in RESPONSE_INPUT_FILE_PARAM_DETAIL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_FILE_PARAM_DETAIL_VALUES!r}"
    )
