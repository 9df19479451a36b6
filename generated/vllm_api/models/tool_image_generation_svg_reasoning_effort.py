from typing import Literal

ToolImageGenerationSvgReasoningEffort = Literal[
    "high", "low", "max", "medium", "minimal", "none", "xhigh"
]

TOOL_IMAGE_GENERATION_SVG_REASONING_EFFORT_VALUES: set[
    ToolImageGenerationSvgReasoningEffort
] = {
    "high",
    "low",
    "max",
    "medium",
    "minimal",
    "none",
    "xhigh",
}


def check_tool_image_generation_svg_reasoning_effort(
    value: str,
) -> ToolImageGenerationSvgReasoningEffort:
    if value in TOOL_IMAGE_GENERATION_SVG_REASONING_EFFORT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_IMAGE_GENERATION_SVG_REASONING_EFFORT_VALUES!r}"
    )
