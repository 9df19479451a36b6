from typing import Literal

ToolImageGenerationQuality = Literal["auto", "high", "low", "max", "medium", "xhigh"]

TOOL_IMAGE_GENERATION_QUALITY_VALUES: set[ToolImageGenerationQuality] = {
    "auto",
    "high",
    "low",
    "max",
    "medium",
    "xhigh",
}


def check_tool_image_generation_quality(value: str) -> ToolImageGenerationQuality:
    if value in TOOL_IMAGE_GENERATION_QUALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_IMAGE_GENERATION_QUALITY_VALUES!r}"
    )
