from typing import Literal

ToolParamImageGenerationOutputFormat = Literal["gif", "jpeg", "png", "svg", "webp"]

TOOL_PARAM_IMAGE_GENERATION_OUTPUT_FORMAT_VALUES: set[
    ToolParamImageGenerationOutputFormat
] = {
    "gif",
    "jpeg",
    "png",
    "svg",
    "webp",
}


def check_tool_param_image_generation_output_format(
    value: str,
) -> ToolParamImageGenerationOutputFormat:
    if value in TOOL_PARAM_IMAGE_GENERATION_OUTPUT_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_IMAGE_GENERATION_OUTPUT_FORMAT_VALUES!r}"
    )
