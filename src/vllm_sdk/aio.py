"""The client for asyncio."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import partial
from types import TracebackType
from typing import NoReturn, Self, TypeVar, Unpack

import httpx

from vllm_sdk.chunks import ChatChunk, CompletionChunk
from vllm_sdk.errors import ModelNotFound, VLLMError
from vllm_sdk.flows import beams, completion, generation, models
from vllm_sdk.flows.assembly import ChunkT
from vllm_sdk.flows.beams import Hypothesis
from vllm_sdk.flows.calls import Call, Flow
from vllm_sdk.flows.completion import Prompt
from vllm_sdk.flows.offers import ToolDict
from vllm_sdk.flows.streaming import ChatFold, CompletionFold
from vllm_sdk.messages import MessageLike
from vllm_sdk.options import Options, OptionsDict, merge
from vllm_sdk.replies import Reply
from vllm_sdk.server import AsyncServer
from vllm_sdk.settings import Settings
from vllm_sdk.streams import AsyncOpened, AsyncStream, FoldOf, begin_async
from vllm_sdk.transport.base import Endpoint, check_kind, timeout_of
from vllm_sdk.transport.engines import async_transport
from vllm_sdk.transport.journal import LOGGER, Journal
from vllm_sdk.transport.retries import RetryPolicy
from vllm_sdk.transport.sending import AsyncSender
from vllm_sdk.transport.sse import EventDecoder
from vllm_sdk.types import Model

T = TypeVar("T")


class AsyncVLLM:
    """A client of one vLLM server for asyncio; `VLLM` is the same without.

    Use it as an async context manager, or await `close`.
    """

    def __init__(
        self,
        base_url: str | None = None,
        *,
        model: str | None = None,
        api_key: str | None = None,
        options: Options | None = None,
        timeout: float | httpx.Timeout | None = None,
        retry: RetryPolicy | None = None,
        http_client: httpx.AsyncClient | None = None,
        logger: logging.Logger | None = None,
        log_bodies: bool = False,
    ) -> None:
        """Prepare a client; nothing is sent yet.

        Args:
            base_url: where the server is: a URL, `host:port` or `host`; a trailing `/` or `/v1`
                does not matter. Else `VLLM_BASE_URL`, else `http://localhost:8000`.
            model: the model to ask for. Else `VLLM_MODEL`, else the model that the server serves.
            api_key: sent as a bearer token, never shown. Else `VLLM_API_KEY`, else none.
            options: defaults under the options of every call.
            timeout: seconds that each single wait may take, or an `httpx.Timeout` (default: 10 s
                to connect, 600 s for anything else; an injected client's own).
            retry: how often and how patiently a failed call is sent again (default: three
                attempts); `RetryPolicy(attempts=1)` turns it off.
            http_client: used as it is, with its own proxies, auth, hooks and limits; closing it
                stays with you.
            logger: where a DEBUG line per request and a WARNING per retry go (default: `vllm_sdk`).
            log_bodies: whether the bodies of requests and answers are logged too, at DEBUG.

        Raises:
            ConfigurationError: a setting, from an argument or the environment, is unusable.
        """
        check_kind("options", options, Options)
        check_kind("retry", retry, RetryPolicy)
        check_kind("http_client", http_client, httpx.AsyncClient)
        check_kind("logger", logger, logging.Logger, logging.LoggerAdapter)
        self._settings = Settings.resolve(base_url, model=model, api_key=api_key)
        self._options = options
        self._endpoint = Endpoint.of(self._settings)
        self._sender = AsyncSender(
            async_transport(self._endpoint, timeout=timeout_of(timeout), client=http_client),
            retry or RetryPolicy(),
            Journal(logger or LOGGER, bodies=log_bodies),
        )
        self.server = AsyncServer(self._run)

    @property
    def base_url(self) -> str:
        """Where the server is, without `/v1` and without a trailing slash."""
        return self._settings.base_url

    @property
    def model(self) -> str | None:
        """The model that is asked for, or None for the one that the server serves."""
        return self._settings.model

    async def generate(
        self,
        prompt: str,
        *,
        system: str | None = None,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> Reply[str]:
        """Answer a single prompt (`POST /v1/chat/completions`).

        Args:
            prompt: what the user says.
            system: what the system message says, or None for no system message.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `temperature=0.7`; see `Options`.

        Returns:
            The reply; its `text` is the answer.

        Raises:
            RequestInvalid: the prompt is empty, or options contradict each other.
            TypeError: an unknown option, or a value of the wrong type.
            StatusError: the server refused or failed.
            TransportError: no usable answer arrived.
        """
        return await self._run(
            generation.generate(
                prompt,
                system_prompt=system,
                model=self._settings.model if model is None else model,
                options=merge(self._options, options, overrides=overrides),
            )
        )

    async def chat(
        self,
        messages: Iterable[MessageLike],
        *,
        tools: Iterable[ToolDict] | None = None,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> Reply[str]:
        """Answer a conversation with its next turn (`POST /v1/chat/completions`).

        Args:
            messages: the turns so far: `system(…)`, `user(…)`, `assistant(…)`, `tool_result(…)`,
                `Reply.message` of an earlier turn, or plain dicts in vLLM's own form.
            tools: what the model may call, in vLLM's own form; calls come back in `tool_calls`.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `temperature=0.7`; see `Options`.

        Returns:
            The reply; its `message` is the turn to append to the conversation.

        Raises:
            RequestInvalid: no message, a role without meaning, or options contradict each other.
            TypeError: an unknown option, or a value of the wrong type.
            StatusError: the server refused or failed.
            TransportError: no usable answer arrived.
        """
        return await self._run(
            generation.chat(
                messages,
                tools=tools,
                model=self._settings.model if model is None else model,
                options=merge(self._options, options, overrides=overrides),
            )
        )

    async def complete(
        self,
        prompt: Prompt,
        *,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> Reply[str]:
        """Continue raw text, without a chat template (`POST /v1/completions`).

        Args:
            prompt: a text, the token ids of one prompt, or a list of either.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `max_tokens=64` (vLLM's default here is
                16), `echo=True`, `logprobs=5`; see `Options`.

        Returns:
            The reply. Several prompts or `n` > 1 give several `choices`: prompt number x n + sample
            number is a choice's `index`.

        Raises:
            RequestInvalid: a prompt is empty, or options contradict each other.
            TypeError: not a form of a prompt, an unknown option, or a value of the wrong type.
            StatusError: the server refused or failed.
            TransportError: no usable answer arrived.
        """
        return await self._run(
            completion.complete(
                prompt,
                model=self._settings.model if model is None else model,
                options=merge(self._options, options, overrides=overrides),
            )
        )

    def stream(
        self,
        prompt_or_messages: str | Iterable[MessageLike],
        *,
        system: str | None = None,
        tools: Iterable[ToolDict] | None = None,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> AsyncStream[ChatChunk]:
        """Answer a prompt or a conversation chunk by chunk (`POST /v1/chat/completions`).

        Args:
            prompt_or_messages: what `generate` or what `chat` takes.
            system: what the system message says; beside a prompt only.
            tools: what the model may call, as `chat` takes them.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `temperature=0.7`; see `Options`.

        Returns:
            A context manager. Its block sends the request; inside, iterate the chunks, or `text`
            for the text alone. `reply` is the whole reply in the end. Leaving early aborts the
            generation on the server.

        Raises:
            RequestInvalid: nothing to answer, or options that contradict each other or streaming.
            TypeError: an unknown option, or a value of the wrong type.
        """
        merged = merge(self._options, options, overrides=overrides)
        return self._stream(
            generation.chat_call(
                generation.asked_messages(prompt_or_messages, system),
                tools=tools,
                model=self._settings.model if model is None else model,
                options=merged,
                stream=True,
            ),
            partial(ChatFold, expected=merged.n or 1),
        )

    def stream_completion(
        self,
        prompt: Prompt,
        *,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> AsyncStream[CompletionChunk]:
        """Continue raw text chunk by chunk (`POST /v1/completions`).

        Args:
            prompt: what `complete` takes.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `max_tokens=64`; see `Options`.

        Returns:
            A context manager, as `stream` gives it.

        Raises:
            RequestInvalid: a prompt is empty, or options contradict each other or streaming.
            TypeError: not a form of a prompt, an unknown option, or a value of the wrong type.
        """
        merged = merge(self._options, options, overrides=overrides)
        return self._stream(
            completion.completion_call(
                prompt,
                model=self._settings.model if model is None else model,
                options=merged,
                stream=True,
            ),
            partial(CompletionFold, expected=completion.choices_of(prompt, merged)),
        )

    async def beam_search(
        self,
        prompt: str | list[int] | Iterable[MessageLike],
        *,
        width: int,
        system: str | None = None,
        raw: bool = False,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[OptionsDict],
    ) -> list[Hypothesis]:
        """Find the likeliest whole answers (`use_beam_search` of either endpoint).

        Args:
            prompt: a prompt or messages; with `raw` a text or the token ids of one prompt.
            width: how many hypotheses are followed and returned, 1 or more.
            system: what the system message says; beside a single prompt only.
            raw: continue raw text on `/v1/completions`, without a chat template.
            model: another model than the client's.
            options: over the client's defaults.
            **overrides: single options, over `options`: `length_penalty=1.2` favours longer
                answers, `max_tokens` bounds them; see `Options`.

        Returns:
            `width` hypotheses, the best first.

        Raises:
            RequestInvalid: nothing to answer, or an option that does not go with beam search.
            TypeError: an unknown option, or a value of the wrong type.
            StatusError: the server refused or failed.
            TransportError: no usable answer arrived.
        """
        return await self._run(
            beams.beam_search(
                prompt,
                system_prompt=system,
                raw=raw,
                width=width,
                model=self._settings.model if model is None else model,
                options=merge(self._options, options, overrides=overrides),
            )
        )

    async def list_models(self) -> list[Model]:
        """The models and LoRA adapters that the server serves (`GET /v1/models`).

        Returns:
            A list of models; an adapter names its base model in `parent`.
        """
        return await self._run(models.list_models())

    async def close(self) -> None:
        """Close the client's connections; an injected `http_client` stays open."""
        await self._sender.close()

    def _stream(self, call: Call, fold: FoldOf[ChunkT]) -> AsyncStream[ChunkT]:
        error_of = self._endpoint.event_error(call)

        async def opens() -> AsyncOpened[ChunkT]:
            try:
                return await self._sender.stream(
                    call,
                    lambda source: begin_async(
                        source, fold(EventDecoder(), url=source.url, error_of=error_of)
                    ),
                )
            except ModelNotFound as error:
                return await self._run(models.tell_served_models(error))

        return AsyncStream(opens)

    async def _run(self, flow: Flow[T]) -> T:
        """Drive a flow: send what it yields, hand back the answer or throw the error in."""
        try:
            call = next(flow)
            while True:
                try:
                    answer = await self._sender.send(call)
                except VLLMError as error:
                    call = flow.throw(error)
                else:
                    call = flow.send(answer)
        except StopIteration as stop:
            value: T = stop.value
            return value

    async def __aenter__(self) -> Self:
        """Enter a block that closes the client at its end."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the client."""
        await self.close()

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled or copied."""
        raise TypeError(
            f"{type(self).__name__} cannot be pickled or copied: it holds connections and the API "
            "key. Make a client in each process."
        )

    def __repr__(self) -> str:
        """Show where the server is and the model, never the API key."""
        return f"{type(self).__name__}({self.base_url!r}, model={self.model!r})"
