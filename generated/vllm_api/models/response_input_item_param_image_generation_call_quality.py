from typing import Literal

ResponseInputItemParamImageGenerationCallQuality = Literal[
    "auto", "high", "low", "max", "medium", "xhigh"
]

RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_QUALITY_VALUES: set[
    ResponseInputItemParamImageGenerationCallQuality
] = {
    "auto",
    "high",
    "low",
    "max",
    "medium",
    "xhigh",
}


def check_response_input_item_param_image_generation_call_quality(
    value: str,
) -> ResponseInputItemParamImageGenerationCallQuality:
    if value in RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_QUALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_QUALITY_VALUES!r}"
    )
