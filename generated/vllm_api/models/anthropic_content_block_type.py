from typing import Literal

AnthropicContentBlockType = Literal[
    "image",
    "redacted_thinking",
    "text",
    "thinking",
    "tool_addition",
    "tool_reference",
    "tool_removal",
    "tool_result",
    "tool_use",
]

ANTHROPIC_CONTENT_BLOCK_TYPE_VALUES: set[AnthropicContentBlockType] = {
    "image",
    "redacted_thinking",
    "text",
    "thinking",
    "tool_addition",
    "tool_reference",
    "tool_removal",
    "tool_result",
    "tool_use",
}


def check_anthropic_content_block_type(value: str) -> AnthropicContentBlockType:
    if value in ANTHROPIC_CONTENT_BLOCK_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_CONTENT_BLOCK_TYPE_VALUES!r}"
    )
