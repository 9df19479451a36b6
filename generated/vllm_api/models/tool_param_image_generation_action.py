from typing import Literal

ToolParamImageGenerationAction = Literal["auto", "edit", "generate"]

TOOL_PARAM_IMAGE_GENERATION_ACTION_VALUES: set[ToolParamImageGenerationAction] = {
    "auto",
    "edit",
    "generate",
}


def check_tool_param_image_generation_action(
    value: str,
) -> ToolParamImageGenerationAction:
    if value in TOOL_PARAM_IMAGE_GENERATION_ACTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_IMAGE_GENERATION_ACTION_VALUES!r}"
    )
