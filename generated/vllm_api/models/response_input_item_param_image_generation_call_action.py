from typing import Literal

ResponseInputItemParamImageGenerationCallAction = Literal["auto", "edit", "generate"]

RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_ACTION_VALUES: set[
    ResponseInputItemParamImageGenerationCallAction
] = {
    "auto",
    "edit",
    "generate",
}


def check_response_input_item_param_image_generation_call_action(
    value: str,
) -> ResponseInputItemParamImageGenerationCallAction:
    if value in RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_ACTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_ACTION_VALUES!r}"
    )
