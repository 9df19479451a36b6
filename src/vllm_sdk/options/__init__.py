"""The options of a generation: typed, checked as vLLM checks them, and merged with `|`."""

from __future__ import annotations

from vllm_sdk.options.fields import OptionsDict
from vllm_sdk.options.names import NOT_EXPOSED
from vllm_sdk.options.rules import UnknownFieldWarning
from vllm_sdk.options.structured import RepetitionDetection, StructuredOutputs
from vllm_sdk.options.value import Options, merge

__all__ = [
    "NOT_EXPOSED",
    "Options",
    "OptionsDict",
    "RepetitionDetection",
    "StructuredOutputs",
    "UnknownFieldWarning",
    "merge",
]
