from typing import Literal

ResponseOutputMessageParamPhase = Literal["commentary", "final_answer"]

RESPONSE_OUTPUT_MESSAGE_PARAM_PHASE_VALUES: set[ResponseOutputMessageParamPhase] = {
    "commentary",
    "final_answer",
}


def check_response_output_message_param_phase(
    value: str,
) -> ResponseOutputMessageParamPhase:
    if value in RESPONSE_OUTPUT_MESSAGE_PARAM_PHASE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_MESSAGE_PARAM_PHASE_VALUES!r}"
    )
