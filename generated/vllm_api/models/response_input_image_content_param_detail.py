from typing import Literal

ResponseInputImageContentParamDetail = Literal["auto", "high", "low", "original"]

RESPONSE_INPUT_IMAGE_CONTENT_PARAM_DETAIL_VALUES: set[
    ResponseInputImageContentParamDetail
] = {
    "auto",
    "high",
    "low",
    "original",
}


def check_response_input_image_content_param_detail(
    value: str,
) -> ResponseInputImageContentParamDetail:
    if value in RESPONSE_INPUT_IMAGE_CONTENT_PARAM_DETAIL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_IMAGE_CONTENT_PARAM_DETAIL_VALUES!r}"
    )
