from typing import Literal

ResponseOutputItemImageGenerationCallStatus = Literal[
    "completed", "failed", "generating", "in_progress"
]

RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_STATUS_VALUES: set[
    ResponseOutputItemImageGenerationCallStatus
] = {
    "completed",
    "failed",
    "generating",
    "in_progress",
}


def check_response_output_item_image_generation_call_status(
    value: str,
) -> ResponseOutputItemImageGenerationCallStatus:
    if value in RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_STATUS_VALUES!r}"
    )
