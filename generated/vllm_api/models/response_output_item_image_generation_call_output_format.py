from typing import Literal

ResponseOutputItemImageGenerationCallOutputFormat = Literal[
    "gif", "jpeg", "png", "svg", "webp"
]

RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_OUTPUT_FORMAT_VALUES: set[
    ResponseOutputItemImageGenerationCallOutputFormat
] = {
    "gif",
    "jpeg",
    "png",
    "svg",
    "webp",
}


def check_response_output_item_image_generation_call_output_format(
    value: str,
) -> ResponseOutputItemImageGenerationCallOutputFormat:
    if value in RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_OUTPUT_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_OUTPUT_FORMAT_VALUES!r}"
    )
