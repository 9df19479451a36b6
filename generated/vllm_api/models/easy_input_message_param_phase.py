from typing import Literal

EasyInputMessageParamPhase = Literal["commentary", "final_answer"]

EASY_INPUT_MESSAGE_PARAM_PHASE_VALUES: set[EasyInputMessageParamPhase] = {
    "commentary",
    "final_answer",
}


def check_easy_input_message_param_phase(value: str) -> EasyInputMessageParamPhase:
    if value in EASY_INPUT_MESSAGE_PARAM_PHASE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EASY_INPUT_MESSAGE_PARAM_PHASE_VALUES!r}"
    )
