"""What every part of the client stands on: its settings, and how it drives a flow."""

from __future__ import annotations

import logging
from collections.abc import Callable
from types import TracebackType
from typing import Any, NoReturn, Self, TypeVar

import httpx

from vllm_sdk._operations import models
from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.core import Call, Flow
from vllm_sdk._operations.generation.outputs import Output
from vllm_sdk._operations.generation.repair import Asking
from vllm_sdk._operations.streaming.accumulators import ChunkT
from vllm_sdk._sync.resources.server import Server
from vllm_sdk._sync.streams import Stream
from vllm_sdk._transport.base import Endpoint, check_kind, timeout_of
from vllm_sdk._transport.httpx_transport import HttpxTransport
from vllm_sdk._transport.open_stream import FoldOf, Opened, begin
from vllm_sdk._transport.request_log import LOGGER, Journal
from vllm_sdk._transport.retries import RetryPolicy
from vllm_sdk._transport.sending import Sender
from vllm_sdk._transport.settings import Settings
from vllm_sdk._transport.sse import EventDecoder
from vllm_sdk.errors import BadRequest, ModelNotFound, VLLMError
from vllm_sdk.options import Options, OptionsDict, merge

T = TypeVar("T")


class Driver:
    """A connection to one vLLM server, and what drives flows over it."""

    def __init__(
        self,
        base_url: str | None = None,
        *,
        model: str | None = None,
        api_key: str | None = None,
        options: Options | None = None,
        timeout: float | httpx.Timeout | None = None,
        retry: RetryPolicy | None = None,
        http_client: httpx.Client | None = None,
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
        check_kind("http_client", http_client, httpx.Client)
        check_kind("logger", logger, logging.Logger, logging.LoggerAdapter)
        self._settings = Settings.resolve(base_url, model=model, api_key=api_key)
        self._options = options
        self._endpoint = Endpoint.of(self._settings)
        self._sender = Sender(
            HttpxTransport(self._endpoint, timeout=timeout_of(timeout), client=http_client),
            retry or RetryPolicy(),
            Journal(logger or LOGGER, bodies=log_bodies),
        )
        self._memory = Memory(logger or LOGGER)
        self.server = Server(self._run, self._memory)

    @property
    def base_url(self) -> str:
        """Where the server is, without `/v1` and without a trailing slash."""
        return self._settings.base_url

    @property
    def model(self) -> str | None:
        """The model that is asked for, or None for the one that the server serves."""
        return self._settings.model

    def close(self) -> None:
        """Close the client's connections; an injected `http_client` stays open."""
        self._sender.close()

    def _named(self, model: str | None) -> str | None:
        return self._settings.model if model is None else model

    def _merged(self, options: Options | None, overrides: OptionsDict) -> Options:
        return merge(self._options, options, overrides=overrides)

    def _stream(self, asking: Asking, fold: FoldOf[ChunkT], output: Output[T]) -> Stream[ChunkT, T]:
        def opens() -> Opened[ChunkT]:
            try:
                try:
                    return self._opened(asking.call, fold)
                except BadRequest as error:
                    refused, instead = error, asking.instead(error)
                    if instead is None:
                        raise
                try:
                    opened = self._opened(instead, fold)
                except BadRequest:
                    raise refused from None
                else:
                    asking.learn()
                    return opened
            except ModelNotFound as error:
                return self._run(models.tell_served_models(error))

        return Stream(opens, output, asking.learn_version)

    def _opened(self, call: Call, fold: FoldOf[ChunkT]) -> Opened[ChunkT]:
        error_of = self._endpoint.event_error(call)
        return self._sender.stream(
            call,
            lambda source: begin(source, fold(EventDecoder(), url=source.url, error_of=error_of)),
        )

    def _run(self, flow: Flow[T]) -> T:
        """Drive a flow: send what it yields, hand back the answer or throw the error in."""
        move: Callable[[Any], Call] = flow.send
        given: Any = None
        while True:
            try:
                call = move(given)
            except StopIteration as stop:  # the flow's own: a hook of httpx may raise one, too
                value: T = stop.value
                return value
            try:
                move, given = flow.send, self._sender.send(call)
            except VLLMError as error:
                move, given = flow.throw, error

    def __enter__(self) -> Self:
        """Enter a block that closes the client at its end."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the client."""
        self.close()

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled or copied."""
        raise TypeError(
            f"{type(self).__name__} cannot be pickled or copied: it holds connections and the API "
            "key. Make a client in each process."
        )

    def __repr__(self) -> str:
        """Show where the server is and the model, never the API key."""
        return f"{type(self).__name__}({self.base_url!r}, model={self.model!r})"
