from typing import Literal

ResponseInputItemParamImageGenerationCallOutputFormat = Literal[
    "gif", "jpeg", "png", "svg", "webp"
]

RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_OUTPUT_FORMAT_VALUES: set[
    ResponseInputItemParamImageGenerationCallOutputFormat
] = {
    "gif",
    "jpeg",
    "png",
    "svg",
    "webp",
}


def check_response_input_item_param_image_generation_call_output_format(
    value: str,
) -> ResponseInputItemParamImageGenerationCallOutputFormat:
    if value in RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_OUTPUT_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_OUTPUT_FORMAT_VALUES!r}"
    )
