from typing import Literal

ResponseOutputItemImageGenerationCallSize = Literal[
    "1024x1024", "1024x1536", "1536x1024"
]

RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_SIZE_VALUES: set[
    ResponseOutputItemImageGenerationCallSize
] = {
    "1024x1024",
    "1024x1536",
    "1536x1024",
}


def check_response_output_item_image_generation_call_size(
    value: str,
) -> ResponseOutputItemImageGenerationCallSize:
    if value in RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_SIZE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_SIZE_VALUES!r}"
    )
