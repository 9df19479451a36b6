from typing import Literal

ResponsesToolImageGenerationQuality = Literal[
    "auto", "high", "low", "max", "medium", "xhigh"
]

RESPONSES_TOOL_IMAGE_GENERATION_QUALITY_VALUES: set[
    ResponsesToolImageGenerationQuality
] = {
    "auto",
    "high",
    "low",
    "max",
    "medium",
    "xhigh",
}


def check_responses_tool_image_generation_quality(
    value: str,
) -> ResponsesToolImageGenerationQuality:
    if value in RESPONSES_TOOL_IMAGE_GENERATION_QUALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_IMAGE_GENERATION_QUALITY_VALUES!r}"
    )
