from typing import Literal

ResponsesToolImageGenerationSvgReasoningEffort = Literal[
    "high", "low", "max", "medium", "minimal", "none", "xhigh"
]

RESPONSES_TOOL_IMAGE_GENERATION_SVG_REASONING_EFFORT_VALUES: set[
    ResponsesToolImageGenerationSvgReasoningEffort
] = {
    "high",
    "low",
    "max",
    "medium",
    "minimal",
    "none",
    "xhigh",
}


def check_responses_tool_image_generation_svg_reasoning_effort(
    value: str,
) -> ResponsesToolImageGenerationSvgReasoningEffort:
    if value in RESPONSES_TOOL_IMAGE_GENERATION_SVG_REASONING_EFFORT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_IMAGE_GENERATION_SVG_REASONING_EFFORT_VALUES!r}"
    )
