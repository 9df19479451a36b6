from typing import Literal

ResponseInputFileContentParamDetail = Literal["auto", "high", "low"]

RESPONSE_INPUT_FILE_CONTENT_PARAM_DETAIL_VALUES: set[
    ResponseInputFileContentParamDetail
] = {
    "auto",
    "high",
    "low",
}


def check_response_input_file_content_param_detail(
    value: str,
) -> ResponseInputFileContentParamDetail:
    if value in RESPONSE_INPUT_FILE_CONTENT_PARAM_DETAIL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_FILE_CONTENT_PARAM_DETAIL_VALUES!r}"
    )
