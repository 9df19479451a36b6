from typing import Literal

ToolImageGenerationComplexity = Literal["high", "low", "medium"]

TOOL_IMAGE_GENERATION_COMPLEXITY_VALUES: set[ToolImageGenerationComplexity] = {
    "high",
    "low",
    "medium",
}


def check_tool_image_generation_complexity(value: str) -> ToolImageGenerationComplexity:
    if value in TOOL_IMAGE_GENERATION_COMPLEXITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_IMAGE_GENERATION_COMPLEXITY_VALUES!r}"
    )
