from typing import Literal

ResponsesRequestServiceTier = Literal["auto", "default", "flex", "priority", "scale"]

RESPONSES_REQUEST_SERVICE_TIER_VALUES: set[ResponsesRequestServiceTier] = {
    "auto",
    "default",
    "flex",
    "priority",
    "scale",
}


def check_responses_request_service_tier(value: str) -> ResponsesRequestServiceTier:
    if value in RESPONSES_REQUEST_SERVICE_TIER_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_REQUEST_SERVICE_TIER_VALUES!r}"
    )
