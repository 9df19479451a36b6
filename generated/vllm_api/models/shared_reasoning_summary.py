from typing import Literal

SharedReasoningSummary = Literal["auto", "concise", "detailed"]

SHARED_REASONING_SUMMARY_VALUES: set[SharedReasoningSummary] = {
    "auto",
    "concise",
    "detailed",
}


def check_shared_reasoning_summary(value: str) -> SharedReasoningSummary:
    if value in SHARED_REASONING_SUMMARY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHARED_REASONING_SUMMARY_VALUES!r}"
    )
