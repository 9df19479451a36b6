"""Streaming: answers that are read as they are generated."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Literal, Unpack

from vllm_sdk._async.base_client import Driver
from vllm_sdk._async.streams import AsyncStream
from vllm_sdk._messages import MessageLike
from vllm_sdk._operations.generation.chat import ChatAsking, asked_messages
from vllm_sdk._operations.generation.chat_tools import ToolLike
from vllm_sdk._operations.generation.completion import CompletionAsking, Prompt, choices_of
from vllm_sdk._operations.generation.outputs import SchemaPlacement
from vllm_sdk._operations.generation.returns import chat_output, completion_output
from vllm_sdk._operations.streaming.decoder import ChatFold, CompletionFold
from vllm_sdk.options import Options, OptionsDict
from vllm_sdk.types import T
from vllm_sdk.types.chunks import ChatChunk, CompletionChunk

if TYPE_CHECKING:
    from typing_extensions import TypeForm


class Streaming(Driver):
    """What answers chunk by chunk."""

    def stream(
        self,
        prompt: str | Iterable[MessageLike],
        *,
        system: str | None = None,
        tools: Iterable[ToolLike] | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        schema_placement: SchemaPlacement | None = "auto",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> AsyncStream[ChatChunk, T]:
        """Answer a prompt or a conversation chunk by chunk (`POST /v1/chat/completions`).

        Args:
            prompt: what `generate` or what `chat` takes.
            system: what the system message says; beside a prompt only.
            tools: what the model may call, as `chat` takes them.
            returns: the type of the value, as `generate` takes it; `values()` of the stream yields
                it as it grows, `items()` the items of a list as they are whole.
            schema_placement: which message shows the schema to the model, as `generate` takes it.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `temperature=0.7`; see `Options`.

        Returns:
            A context manager. Its block sends the request; inside, iterate the chunks, or `text`
            for the text alone. `reply` is the whole reply in the end. Leaving early aborts the
            generation on the server.

        Raises:
            RequestInvalid: nothing to answer, a type that has no form in JSON, or options that
                contradict each other or streaming.
            TypeError: an unknown option, or a value of the wrong type.
        """
        output = chat_output(returns, schema_placement=schema_placement)
        merged = self._merged(options, overrides)
        asking = ChatAsking(
            asked_messages(prompt, system),
            tools=tools,
            model=self._named(model),
            options=merged,
            stream=True,
            output=output,
            memory=self._memory,
        )
        return self._stream(asking, partial(ChatFold, expected=merged.n or 1), output)

    def stream_completion(
        self,
        prompt: Prompt,
        *,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        schema_placement: Literal["prompt"] | None = "prompt",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> AsyncStream[CompletionChunk, T]:
        """Continue raw text chunk by chunk (`POST /v1/completions`).

        Args:
            prompt: what `complete` takes.
            returns: the type of the value, as `complete` takes it.
            schema_placement: whether the prompt shows the schema, as `complete` takes it.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `max_tokens=64`; see `Options`.

        Returns:
            A context manager, as `stream` gives it.

        Raises:
            RequestInvalid: a prompt is empty, a type has no form in JSON, or options contradict
                each other or streaming.
            TypeError: not a form of a prompt, an unknown option, or a value of the wrong type.
        """
        output = completion_output(returns, schema_placement=schema_placement)
        merged = self._merged(options, overrides)
        asking = CompletionAsking(
            prompt,
            model=self._named(model),
            options=merged,
            stream=True,
            output=output,
            memory=self._memory,
        )
        expected = choices_of(prompt, merged)
        return self._stream(asking, partial(CompletionFold, expected=expected), output)
