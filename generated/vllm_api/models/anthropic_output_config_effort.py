from typing import Literal

AnthropicOutputConfigEffort = Literal["high", "low", "max", "medium", "xhigh"]

ANTHROPIC_OUTPUT_CONFIG_EFFORT_VALUES: set[AnthropicOutputConfigEffort] = {
    "high",
    "low",
    "max",
    "medium",
    "xhigh",
}


def check_anthropic_output_config_effort(value: str) -> AnthropicOutputConfigEffort:
    if value in ANTHROPIC_OUTPUT_CONFIG_EFFORT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_OUTPUT_CONFIG_EFFORT_VALUES!r}"
    )
