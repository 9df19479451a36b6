from typing import Literal

SharedReasoningMode = Literal["pro", "standard"]

SHARED_REASONING_MODE_VALUES: set[SharedReasoningMode] = {
    "pro",
    "standard",
}


def check_shared_reasoning_mode(value: str) -> SharedReasoningMode:
    if value in SHARED_REASONING_MODE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHARED_REASONING_MODE_VALUES!r}"
    )
