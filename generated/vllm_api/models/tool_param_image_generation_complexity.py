from typing import Literal

ToolParamImageGenerationComplexity = Literal["high", "low", "medium"]

TOOL_PARAM_IMAGE_GENERATION_COMPLEXITY_VALUES: set[
    ToolParamImageGenerationComplexity
] = {
    "high",
    "low",
    "medium",
}


def check_tool_param_image_generation_complexity(
    value: str,
) -> ToolParamImageGenerationComplexity:
    if value in TOOL_PARAM_IMAGE_GENERATION_COMPLEXITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_IMAGE_GENERATION_COMPLEXITY_VALUES!r}"
    )
