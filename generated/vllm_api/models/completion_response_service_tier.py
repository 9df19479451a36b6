from typing import Literal

CompletionResponseServiceTier = Literal["auto", "default", "flex", "priority", "scale"]

COMPLETION_RESPONSE_SERVICE_TIER_VALUES: set[CompletionResponseServiceTier] = {
    "auto",
    "default",
    "flex",
    "priority",
    "scale",
}


def check_completion_response_service_tier(value: str) -> CompletionResponseServiceTier:
    if value in COMPLETION_RESPONSE_SERVICE_TIER_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COMPLETION_RESPONSE_SERVICE_TIER_VALUES!r}"
    )
