from typing import Literal

AnthropicDeltaType = Literal[
    "input_json_delta", "signature_delta", "text_delta", "thinking_delta"
]

ANTHROPIC_DELTA_TYPE_VALUES: set[AnthropicDeltaType] = {
    "input_json_delta",
    "signature_delta",
    "text_delta",
    "thinking_delta",
}


def check_anthropic_delta_type(value: str) -> AnthropicDeltaType:
    if value in ANTHROPIC_DELTA_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_DELTA_TYPE_VALUES!r}"
    )
