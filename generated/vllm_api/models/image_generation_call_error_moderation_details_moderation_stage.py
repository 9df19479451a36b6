from typing import Literal

ImageGenerationCallErrorModerationDetailsModerationStage = Literal[
    "input", "output", "unknown"
]

IMAGE_GENERATION_CALL_ERROR_MODERATION_DETAILS_MODERATION_STAGE_VALUES: set[
    ImageGenerationCallErrorModerationDetailsModerationStage
] = {
    "input",
    "output",
    "unknown",
}


def check_image_generation_call_error_moderation_details_moderation_stage(
    value: str,
) -> ImageGenerationCallErrorModerationDetailsModerationStage:
    if value in IMAGE_GENERATION_CALL_ERROR_MODERATION_DETAILS_MODERATION_STAGE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {IMAGE_GENERATION_CALL_ERROR_MODERATION_DETAILS_MODERATION_STAGE_VALUES!r}"
    )
