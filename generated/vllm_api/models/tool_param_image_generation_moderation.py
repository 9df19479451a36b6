from typing import Literal

ToolParamImageGenerationModeration = Literal["auto", "low"]

TOOL_PARAM_IMAGE_GENERATION_MODERATION_VALUES: set[
    ToolParamImageGenerationModeration
] = {
    "auto",
    "low",
}


def check_tool_param_image_generation_moderation(
    value: str,
) -> ToolParamImageGenerationModeration:
    if value in TOOL_PARAM_IMAGE_GENERATION_MODERATION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_IMAGE_GENERATION_MODERATION_VALUES!r}"
    )
