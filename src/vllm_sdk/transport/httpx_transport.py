"""Transports on httpx: the synchronous one, and the one for an injected `httpx.AsyncClient`."""

from __future__ import annotations

import ssl

import httpx

from vllm_sdk.errors import (
    ConfigurationError,
    ConnectionFailed,
    RequestTimeout,
    TransportError,
    UnexpectedResponse,
)
from vllm_sdk.flows.calls import Answer, Call
from vllm_sdk.settings import Settings
from vllm_sdk.transport.base import request_headers
from vllm_sdk.transport.failures import Failure, error_for

# Generation may take minutes before the first byte; every wait still has an end.
DEFAULT_TIMEOUT = httpx.Timeout(600.0, connect=10.0)

# uvicorn closes idle connections after 5 s: let go of them before it does.
LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=100, keepalive_expiry=4.0)


class HttpxTransport:
    """Sends calls through an `httpx.Client`, its own or the caller's."""

    def __init__(
        self,
        settings: Settings,
        *,
        timeout: httpx.Timeout | None = None,
        client: httpx.Client | None = None,
    ) -> None:
        """Prepare to send.

        Args:
            settings: where the server is.
            timeout: bounds of each wait; an injected client keeps its own without one.
            client: used as it is, and left open by `close`.
        """
        self._exchange = _Exchange(settings, timeout, injected=client is not None)
        self._client = client or httpx.Client(timeout=DEFAULT_TIMEOUT, limits=LIMITS)
        self._owned = client is None

    def send(self, call: Call) -> Answer:
        """Send a call; see `Transport.send`."""
        exchange = self._exchange
        try:
            response = self._client.send(exchange.request(self._client, call), stream=True)
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, RuntimeError) as error:
            raise exchange.unsent(call, error) from None
        try:
            response.read()
        except httpx.HTTPError as error:
            raise exchange.broken_off(call, response, error) from None
        finally:
            response.close()
        return exchange.answer(call, response)

    def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._owned:
            self._client.close()


class AsyncHttpxTransport:
    """Sends calls through an `httpx.AsyncClient`, its own or the caller's."""

    def __init__(
        self,
        settings: Settings,
        *,
        timeout: httpx.Timeout | None = None,
        client: httpx.AsyncClient | None = None,
    ) -> None:
        """Prepare to send; the arguments are those of `HttpxTransport`."""
        self._exchange = _Exchange(settings, timeout, injected=client is not None)
        self._client = client or httpx.AsyncClient(timeout=DEFAULT_TIMEOUT, limits=LIMITS)
        self._owned = client is None

    async def send(self, call: Call) -> Answer:
        """Send a call; see `AsyncTransport.send`."""
        exchange = self._exchange
        try:
            response = await self._client.send(exchange.request(self._client, call), stream=True)
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, RuntimeError) as error:
            raise exchange.unsent(call, error) from None
        try:
            await response.aread()
        except httpx.HTTPError as error:
            raise exchange.broken_off(call, response, error) from None
        finally:
            await response.aclose()
        return exchange.answer(call, response)

    async def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._owned:
            await self._client.aclose()


class _Exchange:
    """What both transports do before and after the wire."""

    def __init__(
        self, settings: Settings, timeout: httpx.Timeout | None, *, injected: bool
    ) -> None:
        self._base_url = settings.base_url
        self._headers = httpx.Headers(request_headers(settings))
        self._keyed = settings.api_key is not None
        self._timeout = timeout
        self._injected = injected

    def request(self, client: httpx.Client | httpx.AsyncClient, call: Call) -> httpx.Request:
        """The request of a call; an injected client's own timeout stands where none is given."""
        if self._timeout is None:
            return client.build_request(
                call.method, self._base_url + call.path, content=call.body, headers=self._headers
            )
        return client.build_request(
            call.method,
            self._base_url + call.path,
            content=call.body,
            headers=self._headers,
            timeout=self._timeout,
        )

    def answer(self, call: Call, response: httpx.Response) -> Answer:
        """The answer that a complete response is, or its error."""
        url = self._base_url + call.path
        headers = response.headers
        if response.is_success:
            return Answer(
                url=url,
                status=response.status_code,
                content_type=headers.get("content-type", ""),
                content=response.content,
            )
        raise error_for(
            Failure(
                url=url,
                path=call.path,
                status=response.status_code,
                content=response.content,
                retry_after=retry_after(headers.get("retry-after")),
                location=headers.get("location"),
                request_id=headers.get("x-request-id"),
                keyed=self._keyed,
            )
        )

    def unsent(self, call: Call, error: Exception) -> TransportError | ConfigurationError:
        """The error where no response began."""
        url = self._base_url + call.path
        if isinstance(error, (httpx.InvalidURL, httpx.UnsupportedProtocol)):
            return ConfigurationError(f"{url} cannot be asked: {error}")
        if isinstance(error, httpx.PoolTimeout):
            return RequestTimeout(
                f"{url}: no connection came free in time. Send fewer requests at once, or give "
                "http_client= larger limits.",
                url=url,
            )
        if isinstance(error, (httpx.ReadTimeout, httpx.WriteTimeout)):
            return RequestTimeout(
                f"{url} did not answer in time. Ask for fewer tokens, stream the answer, or allow "
                "more time with timeout=….",
                url=url,
            )
        if isinstance(error, RuntimeError) and not isinstance(error, ssl.SSLError):
            return TransportError(f"{url} was not asked: {error}", url=url)
        return ConnectionFailed(
            f"No vLLM server answers at {self._base_url} ({_reason(error)}). Is one running there? "
            "Start one with `vllm serve MODEL`, or name another with base_url or VLLM_BASE_URL.",
            url=url,
        )

    def broken_off(
        self, call: Call, response: httpx.Response, error: httpx.HTTPError
    ) -> TransportError:
        """The error where a response began and did not end."""
        url = self._base_url + call.path
        if isinstance(error, httpx.TimeoutException):
            return RequestTimeout(
                f"{url} began to answer and then fell silent. Allow more time with timeout=….",
                url=url,
            )
        return UnexpectedResponse(
            f"{url} began to answer and broke off ({_reason(error)}). "
            "The server's log may say why.",
            url=url,
            status=response.status_code,
        )


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__


def retry_after(header: str | None) -> float | None:
    """The seconds of a `Retry-After` header; its rarer form, a date, is left out."""
    if header is None or not header.strip().isdecimal():
        return None
    return float(header)
