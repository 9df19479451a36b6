from typing import Literal

EasyInputMessageParamRole = Literal["assistant", "developer", "system", "user"]

EASY_INPUT_MESSAGE_PARAM_ROLE_VALUES: set[EasyInputMessageParamRole] = {
    "assistant",
    "developer",
    "system",
    "user",
}


def check_easy_input_message_param_role(value: str) -> EasyInputMessageParamRole:
    if value in EASY_INPUT_MESSAGE_PARAM_ROLE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EASY_INPUT_MESSAGE_PARAM_ROLE_VALUES!r}"
    )
