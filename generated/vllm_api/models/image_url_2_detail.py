from typing import Literal

ImageUrl2Detail = Literal["auto", "high", "low"]

IMAGE_URL_2_DETAIL_VALUES: set[ImageUrl2Detail] = {
    "auto",
    "high",
    "low",
}


def check_image_url_2_detail(value: str) -> ImageUrl2Detail:
    if value in IMAGE_URL_2_DETAIL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {IMAGE_URL_2_DETAIL_VALUES!r}"
    )
