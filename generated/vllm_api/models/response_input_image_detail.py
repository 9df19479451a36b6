from typing import Literal

ResponseInputImageDetail = Literal["auto", "high", "low", "original"]

RESPONSE_INPUT_IMAGE_DETAIL_VALUES: set[ResponseInputImageDetail] = {
    "auto",
    "high",
    "low",
    "original",
}


def check_response_input_image_detail(value: str) -> ResponseInputImageDetail:
    if value in RESPONSE_INPUT_IMAGE_DETAIL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_IMAGE_DETAIL_VALUES!r}"
    )
