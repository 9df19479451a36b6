from typing import Literal

ResponseInputItemParamImageGenerationCallStatus = Literal[
    "completed", "failed", "generating", "in_progress"
]

RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_STATUS_VALUES: set[
    ResponseInputItemParamImageGenerationCallStatus
] = {
    "completed",
    "failed",
    "generating",
    "in_progress",
}


def check_response_input_item_param_image_generation_call_status(
    value: str,
) -> ResponseInputItemParamImageGenerationCallStatus:
    if value in RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_STATUS_VALUES!r}"
    )
