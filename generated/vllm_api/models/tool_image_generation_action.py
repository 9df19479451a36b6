from typing import Literal

ToolImageGenerationAction = Literal["auto", "edit", "generate"]

TOOL_IMAGE_GENERATION_ACTION_VALUES: set[ToolImageGenerationAction] = {
    "auto",
    "edit",
    "generate",
}


def check_tool_image_generation_action(value: str) -> ToolImageGenerationAction:
    if value in TOOL_IMAGE_GENERATION_ACTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_IMAGE_GENERATION_ACTION_VALUES!r}"
    )
