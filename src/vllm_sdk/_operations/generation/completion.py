"""Raw completion, without a chat template: `POST /v1/completions`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, TypeAlias, TypeVar

from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._operations.core import Request, build_post
from vllm_sdk._operations.generation.outputs import TEXT, Output, constrain
from vllm_sdk._operations.generation.repair import repair_instruction
from vllm_sdk._operations.generation.request import GenerationRequest
from vllm_sdk._operations.models import check_model
from vllm_sdk._operations.replies import CompletionBody
from vllm_sdk._operations.streaming.decoder import ask_for_stream
from vllm_sdk._operations.streaming.endpoints import CompletionStreamDecoder
from vllm_sdk.errors import OutputInvalid, RequestInvalid
from vllm_sdk.options import Options, StructuredOutputs
from vllm_sdk.options.signatures import check_given

T = TypeVar("T")

COMPLETIONS = "/v1/completions"

RawPrompt: TypeAlias = str | Sequence[int] | Sequence[str] | Sequence[Sequence[int]]
"""A text, the token ids of one prompt, or a list of either."""

_FORMS = "a prompt is a text, a list of token ids, or a list of either"


class CompletionRequest(GenerationRequest[T]):
    """A completion. Without a model, vLLM responds with the model that it serves."""

    endpoint = "completions"
    body_type = CompletionBody

    def __init__(
        self,
        prompt: RawPrompt,
        *,
        model: str | None,
        options: Options,
        capabilities: ServerCapabilities,
        output: Output[T],
        stream: bool = False,
    ) -> None:
        """Check everything that can be checked before anything is sent.

        Args:
            prompt: The prompt or prompts.
            model: The model's name, or None for the served one.
            options: The options of the call, merged with the client's.
            capabilities: What the client has learned about the server.
            output: The kind of value that the reply is read into.
            stream: Whether the response is streamed.
        """
        checked = read_raw_prompt(prompt)
        if output.max_repairs and not isinstance(checked, str):
            raise RequestInvalid("max_repairs= repairs the answer to one prompt that is a text.")
        if output.placement is not None:
            checked = put_before(output.instruction, checked)
        fields = {} if model is None else {"model": check_model(model)}
        if output is not TEXT:
            options = begin_choices(constrain(options, output), checked)
        fields |= options.completion_fields(stream=stream)
        count = _count_choices(checked, options)
        self._prompt = checked
        self._decoder = partial(CompletionStreamDecoder, expected=count) if stream else None
        super().__init__(ask_for_stream(fields) if stream else fields, output, capabilities)
        self.request = self._build(checked)

    def ask_to_repair(self, error: OutputInvalid) -> None:
        """Change `request` so that it asks again, with output and error at the prompt's end."""
        self.request = self._build(f"{self._prompt}{error.text}\n\n{repair_instruction(error)}\n\n")

    def _build(self, prompt: str | list[Any]) -> Request:
        return build_post(COMPLETIONS, {"prompt": prompt} | self._fields, self._decoder)


def begin_choices(options: Options, prompt: str | list[Any]) -> Options:
    """Begin each choice with a space if the prompt ends in a word.

    Most tokens that begin a word have the space before it in them. Without it the model would have
    to continue the prompt's last word.
    """
    held = options.structured_outputs
    given = [prompt] if isinstance(prompt, str) else prompt
    texts = [each for each in given if isinstance(each, str)]
    if not isinstance(held, StructuredOutputs) or held.choice is None or not texts:
        return options
    if any(text[-1].isspace() for text in texts):
        return options
    choices = tuple(each if each[:1].isspace() else f" {each}" for each in held.choice)
    return options | Options(structured_outputs=StructuredOutputs(choice=choices))


def put_before(instruction: str, prompt: str | list[Any]) -> str | list[Any]:
    """Put an instruction before each prompt that is a text."""
    if isinstance(prompt, str):
        return f"{instruction}\n\n{prompt}"
    return [put_before(instruction, each) if isinstance(each, str) else each for each in prompt]


def _count_choices(prompt: str | list[Any], options: Options) -> int:
    """Count the choices of the reply: `n` for each prompt."""
    several = not isinstance(prompt, str) and not isinstance(prompt[0], int)
    return (len(prompt) if several else 1) * (options.n or 1)


def read_raw_prompt(prompt: Any) -> str | list[Any]:
    """Turn a prompt into vLLM's `prompt` field.

    Raises:
        RequestInvalid: A prompt is empty, or a token id is negative.
        TypeError: The prompt has none of the forms of a prompt.
    """
    check_given(prompt, "a prompt, as in complete('…') or complete([1, 2, 3]),")
    if isinstance(prompt, str):
        return _read_text(prompt, "prompt")
    items = _read_list(prompt, "prompt")
    if all(isinstance(item, str) for item in items):
        return [_read_text(item, f"prompt[{index}]") for index, item in enumerate(items)]
    if any(_is_token_id(item) for item in items):
        return _read_token_ids(items, "prompt")
    return [
        _read_token_ids(_read_list(item, f"prompt[{index}]"), f"prompt[{index}]")
        for index, item in enumerate(items)
    ]


def _read_text(text: str, name: str) -> str:
    if not text:
        raise RequestInvalid(f"{name} is empty: there is nothing to continue.")
    return text


def _read_list(items: Any, name: str) -> list[Any]:
    if isinstance(items, (str, bytes)) or not isinstance(items, Sequence):
        raise TypeError(f"{name} is of type {type(items).__name__}; {_FORMS}")
    listed: list[Any] = [*items]
    if not listed:
        raise RequestInvalid(f"{name} is empty: there is nothing to continue.")
    return listed


def _read_token_ids(items: list[Any], name: str) -> list[int]:
    for index, item in enumerate(items):
        if not _is_token_id(item):
            raise TypeError(f"{name}[{index}] is of type {type(item).__name__}; {_FORMS}")
        if item < 0:
            raise RequestInvalid(f"{name}[{index}] is {item}: token ids are 0 or more.")
    return items


def _is_token_id(item: Any) -> bool:
    return isinstance(item, int) and not isinstance(item, bool)
