from typing import Literal

AnthropicToolChoiceType = Literal["any", "auto", "none", "tool"]

ANTHROPIC_TOOL_CHOICE_TYPE_VALUES: set[AnthropicToolChoiceType] = {
    "any",
    "auto",
    "none",
    "tool",
}


def check_anthropic_tool_choice_type(value: str) -> AnthropicToolChoiceType:
    if value in ANTHROPIC_TOOL_CHOICE_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_TOOL_CHOICE_TYPE_VALUES!r}"
    )
