"""Why an answer is not the value that was asked for, by all that the reply shows of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vllm_sdk._operations.generation.circles import (
    LIMIT_LENGTHS,
    describe_circles,
    explain_circles,
)
from vllm_sdk._operations.replies import Choice
from vllm_sdk._structured.json_text.parsing import parse
from vllm_sdk.errors import OutputEmpty, OutputInvalid

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
    padding = explain_padding(choice.text)
    if choice.finish_reason == "repetition":
        repeated = describe_circles(choice.text)
        circles = f"{repeated} Change the prompt, sample again, or {LIMIT_LENGTHS}."
        advice = circles if repeated else "Change the prompt, or sample again."
        return (
            f"The answer was ended after {used} tokens, before it was whole, because it repeated "
            f"itself (repetition_detection). {padding or advice}"
        )
    if reason := padding or explain_circles(choice.text):
        return f"The answer was cut off after {used} tokens, before it was whole. {reason}"
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


def explain_silence(
    choice: Choice, empty: OutputEmpty, decode: Callable[[str], Any]
) -> OutputEmpty:
    """Return an error that names what the reply has in place of text.

    Args:
        choice: The answer without text.
        empty: The error of reading its text.
        decode: Reads a text as the value that was asked for.
    """
    if choice.tool_calls:
        names = ", ".join(call.name for call in choice.tool_calls)
        return OutputEmpty(f"The model called {names} in place of an answer.", text=empty.text)
    if not choice.reasoning:
        return empty
    try:
        decode(choice.reasoning)
    except OutputInvalid:
        length = len(choice.reasoning)
        return OutputEmpty(
            f"{empty.message} The model wrote {length} characters of reasoning, and no answer.",
            text=empty.text,
        )
    misplaced = OutputEmpty(
        "The text of the answer is empty, and its reasoning is the value: the server's reasoning "
        "parser took the answer for reasoning. Start the server with the parser of this model and "
        "template, or without one; or switch the reasoning on or off as the parser expects, with "
        "options=thinking(…). from_json(type, error.reply.reasoning) reads this value.",
        text=empty.text,
    )
    misplaced.repairable = False
    return misplaced


def is_cut_at_stop(choice: Choice) -> bool:
    """Tell whether a stop string ended the answer before its JSON was whole."""
    if not isinstance(choice.stop_reason, str):
        return False
    try:
        parse(choice.text)
    except OutputInvalid:
        return True
    return False
