from typing import Literal

AnthropicMessageRole = Literal["assistant", "system", "user"]

ANTHROPIC_MESSAGE_ROLE_VALUES: set[AnthropicMessageRole] = {
    "assistant",
    "system",
    "user",
}


def check_anthropic_message_role(value: str) -> AnthropicMessageRole:
    if value in ANTHROPIC_MESSAGE_ROLE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_MESSAGE_ROLE_VALUES!r}"
    )
