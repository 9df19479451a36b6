"""The server as transports see it: its address, the headers and limits of every request."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import SplitResult, quote, urlencode, urlsplit

import attrs
import httpx
import msgspec

from vllm_sdk._operations.core import Response
from vllm_sdk._operations.headers import find_header
from vllm_sdk._operations.status_errors import Failure, build_error
from vllm_sdk._transport.arguments import (
    DEFAULT_TIMEOUT,
    MAX_RESPONSE_BYTES,
    check_headers,
    check_query,
)
from vllm_sdk._transport.masking import Secret, SecretBytes
from vllm_sdk._transport.retry_after import read_retry_after
from vllm_sdk._transport.settings import UNIX_SCHEME, Settings
from vllm_sdk._version import __version__
from vllm_sdk.errors import VLLMError

USER_AGENT = f"vllm-typed-sdk/{__version__} python/{platform.python_version()}"

_MAX_HEADS = 100
"""Limit on the prepared heads; routes with an id in them are written anew beyond it."""

_DEFAULT_PORTS = {"http": 80, "https": 443}


@attrs.frozen
class Origin:
    """The place that connections go to.

    Attributes:
        host: The host's name or address, without brackets; empty for a Unix socket.
        port: The port; 0 for a Unix socket.
        secure: Whether the connections use TLS.
        socket_path: The path of a Unix socket, or None.
    """

    host: str
    port: int
    secure: bool
    socket_path: str | None = None


@lru_cache(maxsize=256)
def _read_origin(base_url: str) -> Origin:
    parts = urlsplit(base_url)
    if parts.scheme == UNIX_SCHEME:
        return Origin("", 0, secure=False, socket_path=parts.path)
    port = parts.port or _DEFAULT_PORTS[parts.scheme]
    return Origin(parts.hostname or "", port, secure=parts.scheme == "https")


@attrs.frozen(eq=False)
class Endpoint:
    """The server, and what is the same in every request to it.

    Attributes:
        base_url: The address that every path is appended to.
        headers: The headers of every request.
        keyed: Whether an API key is among the headers.
        timeout: The limit of each wait in seconds.
        max_response_bytes: Limit on the bytes of a response's body, decompressed.
        query: The query of every request, encoded; it may hold a key.
        origin: Where connections go to.
        request_id: The id that the headers give to every request, or None.
    """

    base_url: str
    headers: Mapping[str, str] = attrs.field(repr=False)
    keyed: bool = False
    timeout: httpx.Timeout = DEFAULT_TIMEOUT
    max_response_bytes: int = MAX_RESPONSE_BYTES
    query: str = attrs.field(default="", repr=False)
    origin: Origin = attrs.field(
        init=False,
        repr=False,
        default=attrs.Factory(lambda self: _read_origin(self.base_url), takes_self=True),
    )
    request_id: str | None = attrs.field(
        init=False,
        default=attrs.Factory(
            lambda self: find_header(self.headers, "x-request-id"), takes_self=True
        ),
    )
    _heads: dict[tuple[str, str], bytes] = attrs.field(
        init=False, factory=dict[tuple[str, str], bytes], repr=False
    )

    @classmethod
    def of(
        cls,
        settings: Settings,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        timeout: httpx.Timeout = DEFAULT_TIMEOUT,
        max_response_bytes: int = MAX_RESPONSE_BYTES,
    ) -> Endpoint:
        """Build the endpoint that a client's settings name.

        Raises:
            ConfigurationError: A header or the query is not one that a request can carry.
        """
        own = {
            "Accept": "application/json, text/event-stream",
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
        }
        endpoint = cls(
            settings.base_url,
            own,
            timeout=timeout,
            max_response_bytes=max_response_bytes,
            query=Secret(urlencode(check_query(query or {}))),
        )
        if settings.api_key is not None:
            endpoint = endpoint.with_key(settings.api_key)
        return endpoint.evolve(headers, None)

    def evolve(self, headers: Mapping[str, str] | None, timeout: httpx.Timeout | None) -> Endpoint:
        """Return the endpoint with more headers, which replace those of the same name.

        Args:
            headers: Headers, merged over the endpoint's.
            timeout: Limits of each wait; None keeps the endpoint's.

        Raises:
            ConfigurationError: A header is not one that a request can carry.
        """
        checked = {name: Secret(value) for name, value in check_headers(headers or {}).items()}
        merged = _merge_headers(self.headers, checked)
        keyed = find_header(merged, "authorization") is not None
        return attrs.evolve(self, headers=merged, keyed=keyed, timeout=timeout or self.timeout)

    def with_key(self, api_key: str) -> Endpoint:
        """Return the endpoint with an API key, unless its headers have an `Authorization`."""
        if find_header(self.headers, "authorization") is not None:
            return self
        headers = {**self.headers, "Authorization": Secret(f"Bearer {api_key}")}
        return attrs.evolve(self, headers=headers, keyed=True)

    def write_head(
        self, method: str, path: str, body: bytes | None, codings: str, request_id: str = ""
    ) -> bytes:
        """Write the head of a request; it is prepared once per route.

        Args:
            method: The HTTP method.
            path: The route.
            body: The body, whose length the head states.
            codings: The compressions that the engine can read.
            request_id: The id of the request, unless the headers of the endpoint give one.
        """
        start = self._heads.get((method, path))
        if start is None:
            start = self._prepare_head(method, path, codings)
            if len(self._heads) < _MAX_HEADS:
                self._heads[method, path] = start
        end = "\r\n"
        if request_id and self.request_id is None:
            end = f"X-Request-Id: {request_id}\r\n\r\n"
        if body is not None or method != "GET":
            end = f"Content-Length: {len(body or b'')}\r\n{end}"
        return SecretBytes(start + end.encode("ascii"))

    def _prepare_head(self, method: str, path: str, codings: str) -> bytes:
        parts = urlsplit(self.base_url)
        unix = parts.scheme == UNIX_SCHEME
        target = quote(path if unix else parts.path + path, safe="/%?&=:@!$'()*+,;-._~")
        target = append_query(target, self.query)
        host = "localhost" if unix else _write_host(parts)
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host}"]
        if not any(name.lower() == "accept-encoding" for name in self.headers):
            lines.append(f"Accept-Encoding: {codings}")
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join([*lines, ""]).encode("ascii")

    def read_response(self, path: str, response: Response, request_id: str = "") -> Response:
        """Return a response that is a success, with the id of its request.

        Raises:
            VLLMError: It is not one.
        """
        if 200 <= response.status < 300:  # noqa: PLR2004 - the HTTP class itself
            if response.request_id != request_id:  # from a transport that does not set it
                return msgspec.structs.replace(response, request_id=request_id)
            return response
        raise build_error(
            Failure(
                url=response.url,
                path=path,
                status=response.status,
                content=response.content,
                retry_after=read_retry_after(response.headers),
                location=response.get_header("location"),
                request_id=response.get_header("x-request-id") or request_id or None,
                keyed=self.keyed,
            )
        )

    def build_error_mapping(
        self, path: str, request_id: str = ""
    ) -> Callable[[int, bytes], VLLMError]:
        """Return what maps the status and body of an error event in a stream to its exception."""

        def map_error(status: int, content: bytes) -> VLLMError:
            return build_error(
                Failure(
                    url=self.base_url + path,
                    path=path,
                    status=status,
                    content=content,
                    request_id=request_id or None,
                    keyed=self.keyed,
                )
            )

        return map_error


def append_query(url: str, query: str) -> str:
    """Append an encoded query to an address or a path, which may have one already."""
    if not query:
        return url
    return f"{url}{'&' if '?' in url else '?'}{query}"


def _merge_headers(headers: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """Merge headers over others; those of the same name in any case are replaced."""
    replaced = {name.lower() for name in more}
    return {**{n: v for n, v in headers.items() if n.lower() not in replaced}, **more}


def _write_host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    written = f"[{host}]" if ":" in host else host.encode("idna").decode()
    return written if parts.port is None else f"{written}:{parts.port}"
