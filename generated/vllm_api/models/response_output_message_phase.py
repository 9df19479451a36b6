from typing import Literal

ResponseOutputMessagePhase = Literal["commentary", "final_answer"]

RESPONSE_OUTPUT_MESSAGE_PHASE_VALUES: set[ResponseOutputMessagePhase] = {
    "commentary",
    "final_answer",
}


def check_response_output_message_phase(value: str) -> ResponseOutputMessagePhase:
    if value in RESPONSE_OUTPUT_MESSAGE_PHASE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_MESSAGE_PHASE_VALUES!r}"
    )
