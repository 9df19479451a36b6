from typing import Literal

ToolParamImageGenerationInputFidelity = Literal["high", "low"]

TOOL_PARAM_IMAGE_GENERATION_INPUT_FIDELITY_VALUES: set[
    ToolParamImageGenerationInputFidelity
] = {
    "high",
    "low",
}


def check_tool_param_image_generation_input_fidelity(
    value: str,
) -> ToolParamImageGenerationInputFidelity:
    if value in TOOL_PARAM_IMAGE_GENERATION_INPUT_FIDELITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_IMAGE_GENERATION_INPUT_FIDELITY_VALUES!r}"
    )
