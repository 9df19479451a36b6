from typing import Literal

ResponsesToolImageGenerationInputFidelity = Literal["high", "low"]

RESPONSES_TOOL_IMAGE_GENERATION_INPUT_FIDELITY_VALUES: set[
    ResponsesToolImageGenerationInputFidelity
] = {
    "high",
    "low",
}


def check_responses_tool_image_generation_input_fidelity(
    value: str,
) -> ResponsesToolImageGenerationInputFidelity:
    if value in RESPONSES_TOOL_IMAGE_GENERATION_INPUT_FIDELITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_IMAGE_GENERATION_INPUT_FIDELITY_VALUES!r}"
    )
