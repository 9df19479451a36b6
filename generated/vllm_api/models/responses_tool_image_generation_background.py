from typing import Literal

ResponsesToolImageGenerationBackground = Literal["auto", "opaque", "transparent"]

RESPONSES_TOOL_IMAGE_GENERATION_BACKGROUND_VALUES: set[
    ResponsesToolImageGenerationBackground
] = {
    "auto",
    "opaque",
    "transparent",
}


def check_responses_tool_image_generation_background(
    value: str,
) -> ResponsesToolImageGenerationBackground:
    if value in RESPONSES_TOOL_IMAGE_GENERATION_BACKGROUND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_IMAGE_GENERATION_BACKGROUND_VALUES!r}"
    )
