from typing import Literal

ResponseOutputItemImageGenerationCallBackground = Literal[
    "auto", "opaque", "transparent"
]

RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_BACKGROUND_VALUES: set[
    ResponseOutputItemImageGenerationCallBackground
] = {
    "auto",
    "opaque",
    "transparent",
}


def check_response_output_item_image_generation_call_background(
    value: str,
) -> ResponseOutputItemImageGenerationCallBackground:
    if value in RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_BACKGROUND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_BACKGROUND_VALUES!r}"
    )
