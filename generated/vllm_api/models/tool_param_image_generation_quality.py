from typing import Literal

ToolParamImageGenerationQuality = Literal[
    "auto", "high", "low", "max", "medium", "xhigh"
]

TOOL_PARAM_IMAGE_GENERATION_QUALITY_VALUES: set[ToolParamImageGenerationQuality] = {
    "auto",
    "high",
    "low",
    "max",
    "medium",
    "xhigh",
}


def check_tool_param_image_generation_quality(
    value: str,
) -> ToolParamImageGenerationQuality:
    if value in TOOL_PARAM_IMAGE_GENERATION_QUALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_IMAGE_GENERATION_QUALITY_VALUES!r}"
    )
