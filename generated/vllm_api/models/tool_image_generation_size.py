from typing import Literal

ToolImageGenerationSize = Literal["1024x1024", "1024x1536", "1536x1024", "auto"]

TOOL_IMAGE_GENERATION_SIZE_VALUES: set[ToolImageGenerationSize] = {
    "1024x1024",
    "1024x1536",
    "1536x1024",
    "auto",
}


def check_tool_image_generation_size(value: str) -> ToolImageGenerationSize:
    if value in TOOL_IMAGE_GENERATION_SIZE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_IMAGE_GENERATION_SIZE_VALUES!r}"
    )
