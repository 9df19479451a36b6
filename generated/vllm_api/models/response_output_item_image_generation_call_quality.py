from typing import Literal

ResponseOutputItemImageGenerationCallQuality = Literal[
    "auto", "high", "low", "max", "medium", "xhigh"
]

RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_QUALITY_VALUES: set[
    ResponseOutputItemImageGenerationCallQuality
] = {
    "auto",
    "high",
    "low",
    "max",
    "medium",
    "xhigh",
}


def check_response_output_item_image_generation_call_quality(
    value: str,
) -> ResponseOutputItemImageGenerationCallQuality:
    if value in RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_QUALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_QUALITY_VALUES!r}"
    )
