from typing import Literal

CohereChatV2ResponseFinishReason = Literal[
    "COMPLETE", "ERROR", "MAX_TOKENS", "STOP_SEQUENCE", "TIMEOUT", "TOOL_CALL"
]

COHERE_CHAT_V2_RESPONSE_FINISH_REASON_VALUES: set[CohereChatV2ResponseFinishReason] = {
    "COMPLETE",
    "ERROR",
    "MAX_TOKENS",
    "STOP_SEQUENCE",
    "TIMEOUT",
    "TOOL_CALL",
}


def check_cohere_chat_v2_response_finish_reason(
    value: str,
) -> CohereChatV2ResponseFinishReason:
    if value in COHERE_CHAT_V2_RESPONSE_FINISH_REASON_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COHERE_CHAT_V2_RESPONSE_FINISH_REASON_VALUES!r}"
    )
