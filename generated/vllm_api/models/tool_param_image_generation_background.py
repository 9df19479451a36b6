from typing import Literal

ToolParamImageGenerationBackground = Literal["auto", "opaque", "transparent"]

TOOL_PARAM_IMAGE_GENERATION_BACKGROUND_VALUES: set[
    ToolParamImageGenerationBackground
] = {
    "auto",
    "opaque",
    "transparent",
}


def check_tool_param_image_generation_background(
    value: str,
) -> ToolParamImageGenerationBackground:
    if value in TOOL_PARAM_IMAGE_GENERATION_BACKGROUND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_IMAGE_GENERATION_BACKGROUND_VALUES!r}"
    )
