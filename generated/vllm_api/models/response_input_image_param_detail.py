from typing import Literal

ResponseInputImageParamDetail = Literal["auto", "high", "low", "original"]

RESPONSE_INPUT_IMAGE_PARAM_DETAIL_VALUES: set[ResponseInputImageParamDetail] = {
    "auto",
    "high",
    "low",
    "original",
}


def check_response_input_image_param_detail(
    value: str,
) -> ResponseInputImageParamDetail:
    if value in RESPONSE_INPUT_IMAGE_PARAM_DETAIL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_IMAGE_PARAM_DETAIL_VALUES!r}"
    )
