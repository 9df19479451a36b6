from typing import Literal

SharedReasoningEffort = Literal[
    "high", "low", "max", "medium", "minimal", "none", "xhigh"
]

SHARED_REASONING_EFFORT_VALUES: set[SharedReasoningEffort] = {
    "high",
    "low",
    "max",
    "medium",
    "minimal",
    "none",
    "xhigh",
}


def check_shared_reasoning_effort(value: str) -> SharedReasoningEffort:
    if value in SHARED_REASONING_EFFORT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHARED_REASONING_EFFORT_VALUES!r}"
    )
