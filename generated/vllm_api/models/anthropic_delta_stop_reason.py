from typing import Literal

AnthropicDeltaStopReason = Literal[
    "end_turn", "max_tokens", "stop_sequence", "tool_use"
]

ANTHROPIC_DELTA_STOP_REASON_VALUES: set[AnthropicDeltaStopReason] = {
    "end_turn",
    "max_tokens",
    "stop_sequence",
    "tool_use",
}


def check_anthropic_delta_stop_reason(value: str) -> AnthropicDeltaStopReason:
    if value in ANTHROPIC_DELTA_STOP_REASON_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_DELTA_STOP_REASON_VALUES!r}"
    )
