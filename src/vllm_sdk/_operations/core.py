"""What flows and transports exchange: msgspec structs, since every request makes two."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Literal, TypeAlias, TypeVar

import msgspec

from vllm_sdk._operations.replies import ChatBody, CompletionBody, Reply
from vllm_sdk.errors import RequestInvalid, UnexpectedResponse

T = TypeVar("T")


class Call(msgspec.Struct, frozen=True, gc=False):
    """A request, ready to be sent.

    Attributes:
        method: the HTTP method.
        path: the route, with its leading slash, below the server's base URL.
        body: the JSON body, encoded, or None.
        repeatable: whether sending it again after a timeout costs the server no second
            generation; only such calls are repeated after a read timeout.
        once: whether it is sent exactly once, whatever the retry policy says (a probe).
    """

    method: Literal["GET", "POST", "DELETE"]
    path: str
    body: bytes | None = None
    repeatable: bool = False
    once: bool = False


class Answer(msgspec.Struct, frozen=True, gc=False):
    """A successful response (2xx); anything else a transport raises as an error.

    Attributes:
        url: where it came from, without credentials.
        status: the HTTP status.
        content_type: the `Content-Type` header, or an empty string.
        content: the body.
    """

    url: str
    status: int
    content_type: str
    content: bytes


Flow: TypeAlias = Generator[Call, Answer, T]
"""An operation: `answer = yield call`, …, `return value`. Errors are thrown in at the yield."""


def get(path: str, *, once: bool = False) -> Call:
    """A call that reads."""
    return Call("GET", path, repeatable=True, once=once)


def post(path: str, fields: dict[str, Any]) -> Call:
    """A call that carries JSON.

    Raises:
        RequestInvalid: a value that JSON cannot carry.
    """
    try:
        return Call("POST", path, msgspec.json.encode(fields))
    except (msgspec.MsgspecError, TypeError, ValueError, RecursionError) as error:
        raise RequestInvalid(f"The request cannot be written as JSON: {error}") from None


def read_json(answer: Answer, expected: type[T]) -> T:
    """Decode an answer's JSON into the struct that the route answers with.

    Raises:
        UnexpectedResponse: the body is no JSON, or not of that form.
    """
    try:
        return msgspec.json.decode(answer.content, type=expected)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise unexpected(answer, str(error)) from None


def read_reply(answer: Answer, form: type[ChatBody | CompletionBody]) -> Reply[str]:
    """Read an answered generation; its value is the text.

    Raises:
        UnexpectedResponse: the body is not one.
    """
    body = read_json(answer, form)
    if not body.choices:
        raise unexpected(answer, "`choices` is empty")
    return Reply([choice.text for choice in body.choices], body, answer.content)


def unexpected(answer: Answer, trouble: str) -> UnexpectedResponse:
    """An error that shows what came instead of vLLM's answer, and from where."""
    kind = answer.content_type.partition(";")[0] or "no content type"
    start = answer.content[:80].decode("utf-8", "replace")
    return UnexpectedResponse(
        f"{answer.url} answered HTTP {answer.status} ({kind}) with a body that is not vLLM's: "
        f"{trouble}. It starts with {start!r}. Is this the address of a vLLM server, "
        "and does no proxy answer in its place?",
        url=answer.url,
        status=answer.status,
        body=answer.content,
    )
