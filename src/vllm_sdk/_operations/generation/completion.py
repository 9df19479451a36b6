"""Raw completion, without a chat template: `POST /v1/completions`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias, TypeVar

from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.core import Call, Flow, post
from vllm_sdk._operations.generation.outputs import TEXT, Output, constrained
from vllm_sdk._operations.generation.repair import Asking, answered, complaint
from vllm_sdk._operations.models import checked_model, with_served_models
from vllm_sdk._operations.replies import CompletionBody, Reply
from vllm_sdk._operations.streaming.decoder import streamed
from vllm_sdk.errors import OutputInvalid, RequestInvalid
from vllm_sdk.options import Options

T = TypeVar("T")

COMPLETIONS = "/v1/completions"

Prompt: TypeAlias = str | Sequence[int] | Sequence[str] | Sequence[Sequence[int]]
"""A text, the token ids of one prompt, or a list of either."""

_FORMS = "a prompt is a text, a list of token ids, or a list of either"


def complete(asking: CompletionAsking, output: Output[T]) -> Flow[Reply[T]]:
    """Ask for the continuation of one prompt or several."""
    return with_served_models(answered(asking, output, CompletionBody))


class CompletionAsking(Asking):
    """The requests of a completion; without a model, vLLM answers with the one that it serves."""

    endpoint = "completions"

    def __init__(
        self,
        prompt: Prompt,
        *,
        model: str | None,
        options: Options,
        stream: bool = False,
        output: Output[Any] = TEXT,
        memory: Memory,
    ) -> None:
        """Check everything that can be checked before anything is sent."""
        asked = checked_prompt(prompt)
        if output.max_repairs and not isinstance(asked, str):
            raise RequestInvalid("max_repairs= mends the answer to one prompt that is a text.")
        self._prompt = shown(asked, output.instruction) if output.place is not None else asked
        named: dict[str, Any] = {} if model is None else {"model": checked_model(model)}
        fields = constrained(options, output).completion_fields(stream=stream)
        super().__init__(named | (streamed(fields) if stream else fields), memory)
        self._call = self._made(self._prompt)

    @property
    def call(self) -> Call:
        """The request."""
        return self._call

    def mend(self, error: OutputInvalid) -> None:
        """Ask again, with the bad answer and what was wrong with it at the prompt's end."""
        self._call = self._made(f"{self._prompt}{error.text}\n\n{complaint(error)}\n\n")

    def _made(self, prompt: str | list[Any]) -> Call:
        return post(COMPLETIONS, {"prompt": prompt} | self._fields)


def shown(prompt: str | list[Any], instruction: str) -> str | list[Any]:
    """The prompt after an instruction; token ids are left as they are."""
    if isinstance(prompt, str):
        return f"{instruction}\n\n{prompt}"
    return [shown(each, instruction) if isinstance(each, str) else each for each in prompt]


def choices_of(prompt: Prompt, options: Options) -> int:
    """How many choices come back: `n` for each prompt."""
    several = not isinstance(prompt, str) and not isinstance(prompt[0], int)
    return (len(prompt) if several else 1) * (options.n or 1)


def checked_prompt(prompt: Any) -> str | list[Any]:
    """The prompt as vLLM's `prompt` field takes it.

    Raises:
        RequestInvalid: a prompt is empty, or a token id negative.
        TypeError: not one of the forms of a prompt.
    """
    if isinstance(prompt, str):
        return _text(prompt, "prompt")
    items = _listed(prompt, "prompt")
    if all(isinstance(item, str) for item in items):
        return [_text(item, f"prompt[{index}]") for index, item in enumerate(items)]
    if any(_is_id(item) for item in items):
        return _ids(items, "prompt")
    return [
        _ids(_listed(item, f"prompt[{index}]"), f"prompt[{index}]")
        for index, item in enumerate(items)
    ]


def _text(text: str, where: str) -> str:
    if not text:
        raise RequestInvalid(f"{where} is empty: there is nothing to continue.")
    return text


def _listed(items: Any, where: str) -> list[Any]:
    if isinstance(items, (str, bytes)) or not isinstance(items, Sequence):
        raise TypeError(f"{where} is of type {type(items).__name__}; {_FORMS}")
    listed: list[Any] = [*items]
    if not listed:
        raise RequestInvalid(f"{where} is empty: there is nothing to continue.")
    return listed


def _ids(items: list[Any], where: str) -> list[int]:
    for index, item in enumerate(items):
        if not _is_id(item):
            raise TypeError(f"{where}[{index}] is of type {type(item).__name__}; {_FORMS}")
        if item < 0:
            raise RequestInvalid(f"{where}[{index}] is {item}: token ids are 0 or more.")
    return items


def _is_id(item: Any) -> bool:
    return isinstance(item, int) and not isinstance(item, bool)
