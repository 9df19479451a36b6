from typing import Literal

ToolImageGenerationOutputFormat = Literal["gif", "jpeg", "png", "svg", "webp"]

TOOL_IMAGE_GENERATION_OUTPUT_FORMAT_VALUES: set[ToolImageGenerationOutputFormat] = {
    "gif",
    "jpeg",
    "png",
    "svg",
    "webp",
}


def check_tool_image_generation_output_format(
    value: str,
) -> ToolImageGenerationOutputFormat:
    if value in TOOL_IMAGE_GENERATION_OUTPUT_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_IMAGE_GENERATION_OUTPUT_FORMAT_VALUES!r}"
    )
