from typing import Literal

ResponsesToolImageGenerationAction = Literal["auto", "edit", "generate"]

RESPONSES_TOOL_IMAGE_GENERATION_ACTION_VALUES: set[
    ResponsesToolImageGenerationAction
] = {
    "auto",
    "edit",
    "generate",
}


def check_responses_tool_image_generation_action(
    value: str,
) -> ResponsesToolImageGenerationAction:
    if value in RESPONSES_TOOL_IMAGE_GENERATION_ACTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_IMAGE_GENERATION_ACTION_VALUES!r}"
    )
