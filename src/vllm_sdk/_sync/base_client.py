# Derived from src/vllm_sdk/_async/base_client.py by `make derive`. Edit that file instead.
"""What every part of the client stands on: its settings, and what runs an operation."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn, Self

import httpx

from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._operations.generation.builder import RequestBuilder
from vllm_sdk._sync.sender import Sender
from vllm_sdk._transport.api_keys import GetKey, KeyRing
from vllm_sdk._transport.arguments import (
    DEFAULT_DEADLINE,
    DEFAULT_TIMEOUT,
    MAX_RESPONSE_BYTES,
    check_count,
    check_type,
    read_deadline,
    read_timeout,
)
from vllm_sdk._transport.call_settings import CallSettings
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.engines import Connecting, new_transport
from vllm_sdk._transport.hooks import Hooks, OnRequest, OnResponse, OnRetry
from vllm_sdk._transport.protocols import Transport
from vllm_sdk._transport.request_log import LOGGER, RequestLog
from vllm_sdk._transport.retries import RetryPolicy
from vllm_sdk._transport.settings import Settings, check_model, explain_unknown_arguments
from vllm_sdk._transport.tls import Cert, Verify
from vllm_sdk.options import Options, merge

if TYPE_CHECKING:
    from vllm_sdk._transport.http_clients import HTTPClient


class BaseClient:
    """A connection to one vLLM server, and what runs operations over it."""

    @explain_unknown_arguments
    def __init__(
        self,
        base_url: str | None = None,
        *,
        model: str | None = None,
        api_key: str | GetKey | None = None,
        options: Options | None = None,
        timeout: float | httpx.Timeout | None = DEFAULT_TIMEOUT,
        deadline: float | None = DEFAULT_DEADLINE,
        retry: RetryPolicy | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        verify: Verify | None = None,
        cert: Cert | None = None,
        proxy: str | None = None,
        max_connections: int | None = None,
        max_response_bytes: int = MAX_RESPONSE_BYTES,
        http_client: HTTPClient | None = None,
        transport: Transport | None = None,
        on_request: OnRequest | None = None,
        on_response: OnResponse | None = None,
        on_retry: OnRetry | None = None,
        logger: logging.Logger | None = None,
        log_bodies: bool = False,
    ) -> None:
        """Prepare a client; nothing is sent yet.

        Args:
            base_url: The server's address: a URL, `host:port`, `host`, or
                `unix:///path/of/socket`; a trailing `/` or `/v1` does not matter. Default: the
                `base_url` of `http_client`, `VLLM_BASE_URL`, then `http://localhost:8000`.
            model: The model to ask. Default: `VLLM_MODEL`, then the model that the server serves.
            api_key: The bearer token, which is never shown, or a function that returns it. The
                function is called before each attempt, in a thread; it has the time that
                `timeout` allows to connect. Default: `VLLM_API_KEY`, then none.
            options: Defaults under the options of every call.
            timeout: Seconds that each single wait may take, or an `httpx.Timeout`. Default: 10 s
                to connect and 600 s for any other wait, or an injected client's own. None waits
                without a limit, as in httpx.
            deadline: Seconds that a whole call may take, whatever arrives meanwhile: with retries,
                repairs, all turns of a tool loop, and a stream to its end. Default: 6 hours. None
                for no limit.
            retry: When and how often a failed request is repeated. Default: as many attempts as fit
                into 60 s; `RetryPolicy(attempts=1)` turns retries off.
            headers: Headers of every request, besides those of the client itself. Each request has
                an `X-Request-Id`, the same in all attempts, unless you set one.
            query: The query of every request: names and values, which are never shown.
            verify: Whom to trust with https: True, False for anybody, the path of a file or folder
                of certificates, or an `ssl.SSLContext`. Default: the authorities of the system and
                of certifi, or those that `SSL_CERT_FILE` and `SSL_CERT_DIR` name.
            cert: The certificate to show: the path of its file, (certificate, key) or (certificate,
                key, password).
            proxy: The URL of a proxy, with its credentials. Default: the one that the environment
                names for the server (`HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`). Then
                httpx is the engine; SOCKS needs the extra `[socks]`.
            max_connections: Limit on the connections; requests beyond it wait, in the order of
                their arrival, for at most the `timeout`. Default: 1000.
            max_response_bytes: Limit on the bytes of one response, decompressed. Default: 1 GB.
            http_client: A client of httpx or httpx2 that is used as it is, with its own proxies,
                auth, hooks and limits. Close it yourself.
            transport: An engine that sends the requests; see `vllm_sdk.transports`. It is closed
                with the client.
            on_request: Called with a `RequestEvent` before each attempt.
            on_response: Called with a `ResponseEvent` after each attempt.
            on_retry: Called with a `RetryEvent` before a request is repeated. An error of one of
                these hooks ends the call and is raised as it is.
            logger: The logger of a DEBUG line per request and a WARNING per retry. Default:
                `vllm_sdk`.
            log_bodies: Whether the bodies of requests and responses are logged too, at DEBUG.

        Raises:
            ConfigurationError: A setting, from an argument or the environment, is unusable.
            TypeError: An argument is unknown.
        """
        check_type("options", options, Options)
        check_type("retry", retry, RetryPolicy)
        check_type("logger", logger, logging.Logger, logging.LoggerAdapter)
        check_count("max_response_bytes", max_response_bytes)
        hooks = Hooks(on_request, on_response, on_retry)
        seconds = read_deadline(deadline)
        if base_url is None and http_client is not None:
            base_url = str(getattr(http_client, "base_url", "")) or None
        self._settings = Settings.resolve(base_url, model=model, api_key=api_key)
        get_key = self._settings.get_key
        keys = None if get_key is None else KeyRing(get_key)
        limits = read_timeout(timeout) or DEFAULT_TIMEOUT
        connecting = Connecting(max_connections, verify, cert, proxy)
        engine = new_transport(
            self._settings.base_url, connecting, transport=transport, client=http_client
        )
        is_given = transport is not None or http_client is not None
        self._has_own_engine = not is_given and max_connections is None
        self._connection_limit = connecting.find_fixed_limit(engine, is_given=is_given)
        self._sender = Sender(
            engine,
            Endpoint.of(self._settings, headers, query, limits, max_response_bytes),
            retry or RetryPolicy(),
            RequestLog(logger or LOGGER, bodies=log_bodies),
            seconds,
            hooks,
            keys,
        )
        self._capabilities = ServerCapabilities(logger or LOGGER)
        self._builder = RequestBuilder(self._settings.model, options, self._capabilities)

    @property
    def base_url(self) -> str:
        """The server's address, without `/v1` and without a trailing slash."""
        return self._settings.base_url

    @property
    def model(self) -> str | None:
        """The model that is asked, or None for the one that the server serves."""
        return self._builder.model

    @explain_unknown_arguments
    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | None = DEFAULT_TIMEOUT,
        deadline: float | None = DEFAULT_DEADLINE,
        retry: RetryPolicy | None = None,
        model: str | None = None,
        options: Options | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Copy the client with other settings; the copy shares its connections.

        An argument that is left out keeps the client's setting. Closing one of the clients closes
        the connections of both.

        Args:
            timeout: Seconds that each single wait may take, or an `httpx.Timeout`; None waits
                without a limit.
            deadline: Seconds that a whole call may take; None for no limit.
            retry: When and how often a failed request is repeated.
            model: The model to ask.
            options: Options, merged over the client's.
            headers: Headers, merged over the client's.

        Returns:
            A client of the same server.

        Raises:
            ConfigurationError: A setting is unusable.
        """
        check_type("options", options, Options)
        check_type("retry", retry, RetryPolicy)
        check_model(model)
        copy = object.__new__(type(self))
        vars(copy).update(vars(self))
        for name in [*vars(copy)]:  # resources belong to their client
            if isinstance(getattr(type(self), name, None), cached_property):
                del vars(copy)[name]
        settings: CallSettings = {}
        if timeout is not DEFAULT_TIMEOUT:
            settings["timeout"] = timeout
        if deadline is not DEFAULT_DEADLINE:
            settings["deadline"] = deadline
        if retry is not None:
            settings["retry"] = retry
        if headers is not None:
            settings["headers"] = headers
        copy._sender = self._sender.evolve(settings)
        copy._builder = RequestBuilder(
            self._builder.model if model is None else model,
            merge(self._builder.options, options, overrides={}),
            self._capabilities,
        )
        return copy

    def close(self) -> None:
        """Close the client's connections; an injected `http_client` stays open."""
        self._sender.close()

    def __enter__(self) -> Self:
        """Enter a block that closes the client when it is left."""
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
        """Show the server's address and the model, never the API key."""
        if not hasattr(self, "_builder"):  # the constructor has failed
            return f"{type(self).__name__}(…)"
        return f"{type(self).__name__}({self.base_url!r}, model={self.model!r})"
