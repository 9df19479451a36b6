from typing import Literal

ResponseInputItemParamImageGenerationCallBackground = Literal[
    "auto", "opaque", "transparent"
]

RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_BACKGROUND_VALUES: set[
    ResponseInputItemParamImageGenerationCallBackground
] = {
    "auto",
    "opaque",
    "transparent",
}


def check_response_input_item_param_image_generation_call_background(
    value: str,
) -> ResponseInputItemParamImageGenerationCallBackground:
    if value in RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_BACKGROUND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_BACKGROUND_VALUES!r}"
    )
