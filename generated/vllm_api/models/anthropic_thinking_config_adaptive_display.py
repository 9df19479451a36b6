from typing import Literal

AnthropicThinkingConfigAdaptiveDisplay = Literal["omitted", "summarized", "updates"]

ANTHROPIC_THINKING_CONFIG_ADAPTIVE_DISPLAY_VALUES: set[
    AnthropicThinkingConfigAdaptiveDisplay
] = {
    "omitted",
    "summarized",
    "updates",
}


def check_anthropic_thinking_config_adaptive_display(
    value: str,
) -> AnthropicThinkingConfigAdaptiveDisplay:
    if value in ANTHROPIC_THINKING_CONFIG_ADAPTIVE_DISPLAY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_THINKING_CONFIG_ADAPTIVE_DISPLAY_VALUES!r}"
    )
