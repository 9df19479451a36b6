from typing import Literal

ThinkingType = Literal["disabled", "enabled"]

THINKING_TYPE_VALUES: set[ThinkingType] = {
    "disabled",
    "enabled",
}


def check_thinking_type(value: str) -> ThinkingType:
    if value in THINKING_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {THINKING_TYPE_VALUES!r}"
    )
