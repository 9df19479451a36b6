from typing import Literal

ResponsesToolImageGenerationSize = Literal[
    "1024x1024", "1024x1536", "1536x1024", "auto"
]

RESPONSES_TOOL_IMAGE_GENERATION_SIZE_VALUES: set[ResponsesToolImageGenerationSize] = {
    "1024x1024",
    "1024x1536",
    "1536x1024",
    "auto",
}


def check_responses_tool_image_generation_size(
    value: str,
) -> ResponsesToolImageGenerationSize:
    if value in RESPONSES_TOOL_IMAGE_GENERATION_SIZE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_IMAGE_GENERATION_SIZE_VALUES!r}"
    )
