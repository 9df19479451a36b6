from typing import Literal

ToolImageGenerationModeration = Literal["auto", "low"]

TOOL_IMAGE_GENERATION_MODERATION_VALUES: set[ToolImageGenerationModeration] = {
    "auto",
    "low",
}


def check_tool_image_generation_moderation(value: str) -> ToolImageGenerationModeration:
    if value in TOOL_IMAGE_GENERATION_MODERATION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_IMAGE_GENERATION_MODERATION_VALUES!r}"
    )
