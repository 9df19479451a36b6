"""Generation, read while it happens."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Unpack

from vllm_sdk._async.base_client import AsyncBaseClient
from vllm_sdk._async.sender import AsyncSender, run
from vllm_sdk._async.streams import AsyncStream
from vllm_sdk._operations.generation.chat import Prompt, read_prompt
from vllm_sdk._operations.generation.chat_tools import ToolLike
from vllm_sdk._operations.generation.completion import RawPrompt
from vllm_sdk._operations.generation.outputs import SchemaPlacement
from vllm_sdk._operations.generation.request import GenerationRequest, open_stream
from vllm_sdk._transport.call_settings import CallDict, list_call_fields
from vllm_sdk.options import Options
from vllm_sdk.types import ChatChunk, CompletionChunk, T

if TYPE_CHECKING:
    from typing_extensions import TypeForm


class AsyncStreaming(AsyncBaseClient):
    """The methods that stream a reply."""

    @list_call_fields
    def stream(
        self,
        prompt: Prompt,
        *,
        system: str | None = None,
        tools: Iterable[ToolLike] | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        schema_placement: SchemaPlacement | None = "auto",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> AsyncStream[ChatChunk, T]:
        """Stream the answer to a prompt or a conversation (`POST /v1/chat/completions`).

        Args:
            prompt: A text, which becomes one user message, or messages as `chat` takes them.
            system: The text of the system message, if the prompt is a text.
            tools: The tools that the model may call, as in `chat`.
            returns: The type of the value, as in `generate`. `values()` of the stream yields the
                value as it grows, `items()` each item of a list as soon as it is complete.
            schema_placement: The message that shows the schema to the model, as in `generate`.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options, merged over `options`: `temperature=0.7`; see `Options`.

        Returns:
            A context manager. Entering its block sends the request. Inside, iterate the chunks, or
            `text` for the text alone. At the end, `reply` is the whole reply. Leaving the block
            early aborts the generation on the server.

        Raises:
            RequestInvalid: The prompt is empty, the type has no form in JSON, or options
                contradict each other or streaming.
        """
        sender = self._sender.take(overrides)
        request = self._builder.build_chat(
            read_prompt(prompt, system),
            overrides,
            tools=tools,
            returns=returns,
            schema_placement=schema_placement,
            model=model,
            options=options,
            stream=True,
        )
        return _open_later(request, sender)

    @list_call_fields
    def stream_completion(
        self,
        prompt: RawPrompt,
        *,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        schema_placement: Literal["prompt"] | None = "prompt",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> AsyncStream[CompletionChunk, T]:
        """Stream the continuation of raw text (`POST /v1/completions`).

        Args:
            prompt: A text, the token ids of one prompt, or a list of either.
            returns: The type of the value, as in `complete`.
            schema_placement: Whether the prompt shows the schema, as in `complete`.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options, merged over `options`: `max_tokens=64`; see `Options`.

        Returns:
            A context manager, as `stream` returns it.

        Raises:
            RequestInvalid: A prompt is empty, the type has no form in JSON, or options contradict
                each other or streaming.
        """
        sender = self._sender.take(overrides)
        request = self._builder.build_completion(
            prompt,
            overrides,
            returns=returns,
            schema_placement=schema_placement,
            model=model,
            options=options,
            stream=True,
        )
        return _open_later(request, sender)


def _open_later(request: GenerationRequest[Any], sender: AsyncSender) -> AsyncStream[Any, Any]:
    opening = partial(run, open_stream(request), sender)
    return AsyncStream(opening, request.output, request.learn_version)
