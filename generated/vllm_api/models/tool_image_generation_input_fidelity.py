from typing import Literal

ToolImageGenerationInputFidelity = Literal["high", "low"]

TOOL_IMAGE_GENERATION_INPUT_FIDELITY_VALUES: set[ToolImageGenerationInputFidelity] = {
    "high",
    "low",
}


def check_tool_image_generation_input_fidelity(
    value: str,
) -> ToolImageGenerationInputFidelity:
    if value in TOOL_IMAGE_GENERATION_INPUT_FIDELITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_IMAGE_GENERATION_INPUT_FIDELITY_VALUES!r}"
    )
