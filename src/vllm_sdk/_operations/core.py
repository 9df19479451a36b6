"""What operations and clients exchange.

An operation is a generator: it yields a `Request`, and the client sends back the `Response`, or
throws the error in. For a streamed request the client sends back the open stream. Operations do
no I/O, so one of them serves both clients.

Requests and responses are msgspec structs, since every call makes two of them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Mapping
from typing import Any, Literal, TypeAlias, TypeVar
from urllib.parse import urlsplit

import msgspec

from vllm_sdk._operations.error_bodies import find_stated_status
from vllm_sdk._operations.headers import find_header
from vllm_sdk._operations.lenient_json import NOT_JSON, Misfit, fit, parse_json
from vllm_sdk._operations.status_errors import Failure, build_error
from vllm_sdk.errors import RequestInvalid, UnexpectedResponse, VLLMError

T = TypeVar("T")

NewDecoder: TypeAlias = Callable[..., Any]
"""Makes the `StreamDecoder` of a response, given its events, its URL and its error mapping."""


class Request(msgspec.Struct, frozen=True, gc=False):
    """A request, ready to be sent.

    Attributes:
        method: The HTTP method.
        path: The route, with its leading slash, below the server's base URL.
        body: The JSON body, encoded, or None.
        stream: What makes the decoder of a streamed response; None for a response that is read
            as a whole.
        repeatable: Whether the request may be repeated after a read timeout, because it starts no
            generation.
        once: Whether the request is sent exactly once, whatever the retry policy says (a probe).
        request_id: The id that the body gives the request, or None.
    """

    method: Literal["GET", "POST", "DELETE"]
    path: str
    body: bytes | None = None
    stream: NewDecoder | None = None
    repeatable: bool = False
    once: bool = False
    request_id: str | None = None


class Response(msgspec.Struct, frozen=True, gc=False):
    """A response. Operations get successful ones (2xx) alone: clients raise an error for others.

    Attributes:
        url: The address that responded, without credentials.
        status: The HTTP status.
        headers: The headers, with names in any case.
        content: The body.
        request_id: The id that was sent in the header `X-Request-Id`; the client sets it if a
            transport leaves it out.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    content: bytes
    request_id: str = ""

    @property
    def content_type(self) -> str:
        """The `Content-Type` header, or an empty string."""
        return self.get_header("content-type") or ""

    def get_header(self, name: str) -> str | None:
        """Return a header by its name in lower case, or None."""
        return find_header(self.headers, name)


Operation: TypeAlias = Generator[Request, Any, T]
"""An operation: `response = yield request`, …, `return value`."""


def build_get(path: str, *, once: bool = False) -> Request:
    """Build a request that only reads."""
    return Request("GET", path, repeatable=True, once=once)


def build_post(path: str, fields: dict[str, Any], stream: NewDecoder | None = None) -> Request:
    """Build a request that carries JSON.

    Raises:
        RequestInvalid: A value has no form in JSON.
    """
    try:
        body = msgspec.json.encode(fields)
    except (msgspec.MsgspecError, TypeError, ValueError, RecursionError) as error:
        raise RequestInvalid(f"The request cannot be written as JSON: {error}") from None
    return Request("POST", path, body, stream, request_id=fields.get("request_id"))


def read_json(response: Response, expected: type[T]) -> T:
    """Decode a response into the struct that its route responds with.

    Raises:
        StatusError: The body states an error, though the status is that of a success.
        UnexpectedResponse: The body is not JSON, or not of that form.
    """
    try:
        return get_decoder(expected).decode(response.content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return _read_leniently(response, expected, str(error))


def get_decoder(expected: type[T]) -> msgspec.json.Decoder[T]:
    """Return the decoder of JSON into a type, which is built once.

    msgspec examines a type when it first meets it. Two threads that make it do so at the same time
    crash the process, so one builds the decoder and the others wait.
    """
    decoder = _decoders.get(expected)
    if decoder is None:
        with _building:
            decoder = _decoders.setdefault(expected, msgspec.json.Decoder(expected))
    return decoder


_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
_building = threading.Lock()


def _read_leniently(response: Response, expected: type[T], problem: str) -> T:
    """Decode a response that the strict decoder refuses, as far as the facade needs it."""
    try:
        value = parse_json(response.content)
    except NOT_JSON:
        raise build_unexpected_response(response, problem) from None
    status = find_stated_status(value)
    if status is not None:
        raise build_stated_error(response, status) from None
    try:
        return fit(value, expected)
    except Misfit as error:
        raise build_unexpected_response(response, str(error)) from None


def build_stated_error(response: Response, status: int) -> VLLMError:
    """Build the error that a successful response states."""
    path = urlsplit(response.url).path
    return build_error(Failure(response.url, path, status, response.content, keyed=None))


def build_unexpected_response(response: Response, reason: str) -> UnexpectedResponse:
    """Build the error that shows where the body came from and how it starts."""
    return build_unexpected_body(
        response.url, response.status, response.content_type, response.content, reason
    )


def build_unexpected_body(
    url: str, status: int, content_type: str, content: bytes, reason: str
) -> UnexpectedResponse:
    """Build the error for a body, of which a stream may have only the start."""
    kind = content_type.partition(";")[0] or "no content type"
    start = content[:80].decode("utf-8", "replace")
    return UnexpectedResponse(
        f"{url} answered HTTP {status} ({kind}) with a body that is not vLLM's: "
        f"{reason}. It starts with {start!r}. Is this the address of a vLLM server, "
        "and does no proxy answer in its place?",
        url=url,
        status=status,
        body=content,
    )
