from typing import Literal

ResponsesToolImageGenerationComplexity = Literal["high", "low", "medium"]

RESPONSES_TOOL_IMAGE_GENERATION_COMPLEXITY_VALUES: set[
    ResponsesToolImageGenerationComplexity
] = {
    "high",
    "low",
    "medium",
}


def check_responses_tool_image_generation_complexity(
    value: str,
) -> ResponsesToolImageGenerationComplexity:
    if value in RESPONSES_TOOL_IMAGE_GENERATION_COMPLEXITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_IMAGE_GENERATION_COMPLEXITY_VALUES!r}"
    )
