from typing import Literal

ResponsesToolImageGenerationOutputFormat = Literal["gif", "jpeg", "png", "svg", "webp"]

RESPONSES_TOOL_IMAGE_GENERATION_OUTPUT_FORMAT_VALUES: set[
    ResponsesToolImageGenerationOutputFormat
] = {
    "gif",
    "jpeg",
    "png",
    "svg",
    "webp",
}


def check_responses_tool_image_generation_output_format(
    value: str,
) -> ResponsesToolImageGenerationOutputFormat:
    if value in RESPONSES_TOOL_IMAGE_GENERATION_OUTPUT_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_IMAGE_GENERATION_OUTPUT_FORMAT_VALUES!r}"
    )
