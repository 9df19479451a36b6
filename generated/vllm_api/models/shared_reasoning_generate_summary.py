from typing import Literal

SharedReasoningGenerateSummary = Literal["auto", "concise", "detailed"]

SHARED_REASONING_GENERATE_SUMMARY_VALUES: set[SharedReasoningGenerateSummary] = {
    "auto",
    "concise",
    "detailed",
}


def check_shared_reasoning_generate_summary(
    value: str,
) -> SharedReasoningGenerateSummary:
    if value in SHARED_REASONING_GENERATE_SUMMARY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHARED_REASONING_GENERATE_SUMMARY_VALUES!r}"
    )
