from typing import Literal

ResponsesToolImageGenerationModeration = Literal["auto", "low"]

RESPONSES_TOOL_IMAGE_GENERATION_MODERATION_VALUES: set[
    ResponsesToolImageGenerationModeration
] = {
    "auto",
    "low",
}


def check_responses_tool_image_generation_moderation(
    value: str,
) -> ResponsesToolImageGenerationModeration:
    if value in RESPONSES_TOOL_IMAGE_GENERATION_MODERATION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_IMAGE_GENERATION_MODERATION_VALUES!r}"
    )
