"""Why an answer is not the value that was asked for, by all that the reply shows of it."""

from __future__ import annotations

from vllm_sdk._operations.replies import Choice
from vllm_sdk._structured.json_text.parsing import parse
from vllm_sdk.errors import OutputInvalid

LONG_PADDING = 16
BLANK_LINES = 3
"""The white space that no layout of JSON has: 16 characters of it, or 3 ends of lines."""

_COMPACT = (
    "Start the server with --structured-outputs-config "
    '\'{"backend": "xgrammar", "disable_any_whitespace": true}\'; no option of a request does it.'
)


def explain_truncation(choice: Choice, used: int) -> str:
    """Write why an answer was cut off, and what helps.

    Args:
        choice: The answer.
        used: The number of tokens that were generated.
    """
    if choice.finish_reason == "abort":
        return f"The server stopped after {used} tokens, before the answer was whole: ask again."
    if padding := explain_padding(choice.text):
        return f"The answer was cut off after {used} tokens, before it was whole. {padding}"
    advice = (
        "Raise max_tokens (vLLM's default for completions is 16; for chats what the context "
        "has left), or ask for less."
    )
    if not choice.text.strip() and choice.reasoning:
        advice = (
            f"They are {len(choice.reasoning)} characters of reasoning, and no answer. Raise "
            "max_tokens, limit the reasoning with thinking_token_budget, or switch it off with "
            "options=thinking(False)."
        )
    return (
        f"The answer was cut off after {used} tokens, before it was whole: the token budget ran "
        f"out. {advice}"
    )


def explain_padding(text: str) -> str:
    """Write what helps against JSON that ends in white space; empty if it does not."""
    padding = text[len(text.rstrip()) :]
    if len(padding) < LONG_PADDING and padding.count("\n") < BLANK_LINES:
        return ""
    return (
        f"It ends in {len(padding)} characters of white space: the model pads its JSON, so more "
        f"tokens do not help. {_COMPACT}"
    )


def is_cut_at_stop(choice: Choice) -> bool:
    """Tell whether a stop string ended the answer before its JSON was whole."""
    if not isinstance(choice.stop_reason, str):
        return False
    try:
        parse(choice.text)
    except OutputInvalid:
        return True
    return False
