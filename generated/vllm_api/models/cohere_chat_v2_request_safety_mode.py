from typing import Literal

CohereChatV2RequestSafetyMode = Literal["CONTEXTUAL", "NONE", "STRICT"]

COHERE_CHAT_V2_REQUEST_SAFETY_MODE_VALUES: set[CohereChatV2RequestSafetyMode] = {
    "CONTEXTUAL",
    "NONE",
    "STRICT",
}


def check_cohere_chat_v2_request_safety_mode(
    value: str,
) -> CohereChatV2RequestSafetyMode:
    if value in COHERE_CHAT_V2_REQUEST_SAFETY_MODE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COHERE_CHAT_V2_REQUEST_SAFETY_MODE_VALUES!r}"
    )
