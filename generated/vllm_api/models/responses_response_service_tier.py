from typing import Literal

ResponsesResponseServiceTier = Literal["auto", "default", "flex", "priority", "scale"]

RESPONSES_RESPONSE_SERVICE_TIER_VALUES: set[ResponsesResponseServiceTier] = {
    "auto",
    "default",
    "flex",
    "priority",
    "scale",
}


def check_responses_response_service_tier(value: str) -> ResponsesResponseServiceTier:
    if value in RESPONSES_RESPONSE_SERVICE_TIER_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_RESPONSE_SERVICE_TIER_VALUES!r}"
    )
