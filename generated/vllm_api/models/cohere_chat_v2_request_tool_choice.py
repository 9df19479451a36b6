from typing import Literal

CohereChatV2RequestToolChoice = Literal["NONE", "REQUIRED"]

COHERE_CHAT_V2_REQUEST_TOOL_CHOICE_VALUES: set[CohereChatV2RequestToolChoice] = {
    "NONE",
    "REQUIRED",
}


def check_cohere_chat_v2_request_tool_choice(
    value: str,
) -> CohereChatV2RequestToolChoice:
    if value in COHERE_CHAT_V2_REQUEST_TOOL_CHOICE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COHERE_CHAT_V2_REQUEST_TOOL_CHOICE_VALUES!r}"
    )
