"""The options of a generation: typed, checked as vLLM checks them, and merged with `|`.

>>> from vllm_sdk.options import Options, greedy, stop
>>> greedy() | stop("END") | Options(max_tokens=64)
Options(temperature=0.0, stop=('END',), max_tokens=64)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from vllm_sdk.options.builders import (
    beam_search,
    cache_salt,
    call_tool,
    choice,
    continue_final_message,
    grammar,
    greedy,
    json,
    json_object,
    logprobs,
    max_tokens,
    min_p,
    min_tokens,
    n,
    penalties,
    priority,
    reasoning_effort,
    regex,
    response_format,
    seed,
    stop,
    structural_tag,
    temperature,
    thinking,
    tool_choice,
    top_k,
    top_p,
)
from vllm_sdk.options.fields import OptionsDict, ReasoningEffort
from vllm_sdk.options.names import NOT_EXPOSED
from vllm_sdk.options.rules import UnknownFieldWarning
from vllm_sdk.options.structured import RepetitionDetection, StructuredOutputs
from vllm_sdk.options.value import Options, merge

__all__ = [
    "NOT_EXPOSED",
    "Options",
    "OptionsDict",
    "ReasoningEffort",
    "RepetitionDetection",
    "StructuredOutputs",
    "UnknownFieldWarning",
    "beam_search",
    "cache_salt",
    "call_tool",
    "choice",
    "continue_final_message",
    "grammar",
    "greedy",
    "json",
    "json_object",
    "logprobs",
    "max_tokens",
    "merge",
    "min_p",
    "min_tokens",
    "n",
    "penalties",
    "priority",
    "reasoning_effort",
    "regex",
    "response_format",
    "seed",
    "stop",
    "structural_tag",
    "temperature",
    "thinking",
    "tool_choice",
    "top_k",
    "top_p",
]

if not TYPE_CHECKING:  # pragma: no branch, a checker would take any name for a builder

    def __getattr__(name: str) -> NoReturn:
        """Raise the error that says what to write in place of a builder that does not exist."""
        from vllm_sdk.options.hints import build_unknown_builder_error

        raise build_unknown_builder_error(name)
