from typing import Literal

AnthropicMessagesResponseStopReason = Literal[
    "end_turn", "max_tokens", "stop_sequence", "tool_use"
]

ANTHROPIC_MESSAGES_RESPONSE_STOP_REASON_VALUES: set[
    AnthropicMessagesResponseStopReason
] = {
    "end_turn",
    "max_tokens",
    "stop_sequence",
    "tool_use",
}


def check_anthropic_messages_response_stop_reason(
    value: str,
) -> AnthropicMessagesResponseStopReason:
    if value in ANTHROPIC_MESSAGES_RESPONSE_STOP_REASON_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_MESSAGES_RESPONSE_STOP_REASON_VALUES!r}"
    )
