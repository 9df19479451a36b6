from typing import Literal

ResponseOutputItemImageGenerationCallAction = Literal["auto", "edit", "generate"]

RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_ACTION_VALUES: set[
    ResponseOutputItemImageGenerationCallAction
] = {
    "auto",
    "edit",
    "generate",
}


def check_response_output_item_image_generation_call_action(
    value: str,
) -> ResponseOutputItemImageGenerationCallAction:
    if value in RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_ACTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_ITEM_IMAGE_GENERATION_CALL_ACTION_VALUES!r}"
    )
