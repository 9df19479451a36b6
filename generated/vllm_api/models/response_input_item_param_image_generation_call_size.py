from typing import Literal

ResponseInputItemParamImageGenerationCallSize = Literal[
    "1024x1024", "1024x1536", "1536x1024"
]

RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_SIZE_VALUES: set[
    ResponseInputItemParamImageGenerationCallSize
] = {
    "1024x1024",
    "1024x1536",
    "1536x1024",
}


def check_response_input_item_param_image_generation_call_size(
    value: str,
) -> ResponseInputItemParamImageGenerationCallSize:
    if value in RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_SIZE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_ITEM_PARAM_IMAGE_GENERATION_CALL_SIZE_VALUES!r}"
    )
