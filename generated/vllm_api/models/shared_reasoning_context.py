from typing import Literal

SharedReasoningContext = Literal["all_turns", "auto", "current_turn"]

SHARED_REASONING_CONTEXT_VALUES: set[SharedReasoningContext] = {
    "all_turns",
    "auto",
    "current_turn",
}


def check_shared_reasoning_context(value: str) -> SharedReasoningContext:
    if value in SHARED_REASONING_CONTEXT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHARED_REASONING_CONTEXT_VALUES!r}"
    )
