from typing import Literal

ToolParamImageGenerationSize = Literal["1024x1024", "1024x1536", "1536x1024", "auto"]

TOOL_PARAM_IMAGE_GENERATION_SIZE_VALUES: set[ToolParamImageGenerationSize] = {
    "1024x1024",
    "1024x1536",
    "1536x1024",
    "auto",
}


def check_tool_param_image_generation_size(value: str) -> ToolParamImageGenerationSize:
    if value in TOOL_PARAM_IMAGE_GENERATION_SIZE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_IMAGE_GENERATION_SIZE_VALUES!r}"
    )
