from typing import Literal

ResponseInputItemParamMessageRole = Literal["developer", "system", "user"]

RESPONSE_INPUT_ITEM_PARAM_MESSAGE_ROLE_VALUES: set[
    ResponseInputItemParamMessageRole
] = {
    "developer",
    "system",
    "user",
}


def check_response_input_item_param_message_role(
    value: str,
) -> ResponseInputItemParamMessageRole:
    if value in RESPONSE_INPUT_ITEM_PARAM_MESSAGE_ROLE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_ITEM_PARAM_MESSAGE_ROLE_VALUES!r}"
    )
