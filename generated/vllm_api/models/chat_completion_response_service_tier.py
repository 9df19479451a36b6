from typing import Literal

ChatCompletionResponseServiceTier = Literal[
    "auto", "default", "flex", "priority", "scale"
]

CHAT_COMPLETION_RESPONSE_SERVICE_TIER_VALUES: set[ChatCompletionResponseServiceTier] = {
    "auto",
    "default",
    "flex",
    "priority",
    "scale",
}


def check_chat_completion_response_service_tier(
    value: str,
) -> ChatCompletionResponseServiceTier:
    if value in CHAT_COMPLETION_RESPONSE_SERVICE_TIER_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CHAT_COMPLETION_RESPONSE_SERVICE_TIER_VALUES!r}"
    )
