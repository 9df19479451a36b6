from typing import Literal

ToolImageGenerationBackground = Literal["auto", "opaque", "transparent"]

TOOL_IMAGE_GENERATION_BACKGROUND_VALUES: set[ToolImageGenerationBackground] = {
    "auto",
    "opaque",
    "transparent",
}


def check_tool_image_generation_background(value: str) -> ToolImageGenerationBackground:
    if value in TOOL_IMAGE_GENERATION_BACKGROUND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_IMAGE_GENERATION_BACKGROUND_VALUES!r}"
    )
