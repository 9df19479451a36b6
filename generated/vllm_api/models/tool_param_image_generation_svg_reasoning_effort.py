from typing import Literal

ToolParamImageGenerationSvgReasoningEffort = Literal[
    "high", "low", "max", "medium", "minimal", "none", "xhigh"
]

TOOL_PARAM_IMAGE_GENERATION_SVG_REASONING_EFFORT_VALUES: set[
    ToolParamImageGenerationSvgReasoningEffort
] = {
    "high",
    "low",
    "max",
    "medium",
    "minimal",
    "none",
    "xhigh",
}


def check_tool_param_image_generation_svg_reasoning_effort(
    value: str,
) -> ToolParamImageGenerationSvgReasoningEffort:
    if value in TOOL_PARAM_IMAGE_GENERATION_SVG_REASONING_EFFORT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_IMAGE_GENERATION_SVG_REASONING_EFFORT_VALUES!r}"
    )
