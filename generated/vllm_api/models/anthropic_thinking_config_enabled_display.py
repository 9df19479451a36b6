from typing import Literal

AnthropicThinkingConfigEnabledDisplay = Literal["omitted", "summarized", "updates"]

ANTHROPIC_THINKING_CONFIG_ENABLED_DISPLAY_VALUES: set[
    AnthropicThinkingConfigEnabledDisplay
] = {
    "omitted",
    "summarized",
    "updates",
}


def check_anthropic_thinking_config_enabled_display(
    value: str,
) -> AnthropicThinkingConfigEnabledDisplay:
    if value in ANTHROPIC_THINKING_CONFIG_ENABLED_DISPLAY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_THINKING_CONFIG_ENABLED_DISPLAY_VALUES!r}"
    )
