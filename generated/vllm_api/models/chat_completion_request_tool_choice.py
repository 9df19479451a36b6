from typing import Literal

ChatCompletionRequestToolChoice = Literal["auto", "none", "required"]

CHAT_COMPLETION_REQUEST_TOOL_CHOICE_VALUES: set[ChatCompletionRequestToolChoice] = {
    "auto",
    "none",
    "required",
}


def check_chat_completion_request_tool_choice(
    value: str,
) -> ChatCompletionRequestToolChoice:
    if value in CHAT_COMPLETION_REQUEST_TOOL_CHOICE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CHAT_COMPLETION_REQUEST_TOOL_CHOICE_VALUES!r}"
    )
