"""Responses to lines of an input file, of whichever route."""

from __future__ import annotations

from typing import Any

import msgspec

from vllm_sdk._operations.core import Response, build_stated_error, build_unexpected_response
from vllm_sdk._operations.error_bodies import find_stated_status
from vllm_sdk._operations.generation.chat import CHAT
from vllm_sdk._operations.generation.completion import COMPLETIONS
from vllm_sdk._operations.lenient_json import NOT_JSON, parse_json
from vllm_sdk._operations.replies import ENDED_IN_ERROR


class LineReply(msgspec.Struct, frozen=True, gc=False):
    """The response to a line.

    Attributes:
        content: The body: JSON without a line break.
        request_id: The id that was sent with the request.
        prompt_tokens: The tokens of the prompt, as the body states them.
        completion_tokens: The generated tokens.
    """

    content: bytes
    request_id: str
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Usage(msgspec.Struct, gc=False):
    """The usage of any route: the Responses API and Anthropic's have names of their own."""

    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None


class _Choice(msgspec.Struct, gc=False):
    finish_reason: str | None = None
    error: Any = None


class _Body(msgspec.Struct, gc=False):
    """The fields of a body that tell a success from an error."""

    usage: _Usage | None = None
    choices: list[_Choice] | None = None
    error: Any = None
    object: Any = None
    type: Any = None
    message: Any = None
    detail: Any = None


_BODIES = msgspec.json.Decoder(_Body)
_NO_USAGE = _Usage()
_WITH_CHOICES = (CHAT, COMPLETIONS)


def read_line_reply(response: Response, path: str) -> LineReply:
    """Read a response.

    Args:
        response: The response.
        path: The route that was asked.

    Raises:
        StatusError: The body states an error, though the status is that of a success.
        UnexpectedResponse: The body is not JSON, or a generation without an answer.
    """
    content = response.content
    try:
        content.decode()
        body = _BODIES.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _read_leniently(response)
    if not _is_success(body):
        status = find_stated_status(_parse(response))
        if status is not None:
            raise build_stated_error(response, status)
    if path in _WITH_CHOICES and not body.choices:
        raise build_unexpected_response(response, "`choices` is empty")
    usage = body.usage or _NO_USAGE
    return LineReply(
        _flatten(content),
        response.request_id,
        usage.prompt_tokens or usage.input_tokens or 0,
        usage.completion_tokens or usage.output_tokens or 0,
    )


def _is_success(body: _Body) -> bool:
    """Tell whether a body surely states no error."""
    if body.error is not None or body.message is not None or body.detail is not None:
        return False
    if body.object == "error" or body.type == "error":
        return False
    for choice in body.choices or ():
        if choice.error is not None or choice.finish_reason == ENDED_IN_ERROR:
            return False
    return True


def _flatten(content: bytes) -> bytes:
    """Return JSON without line breaks, and otherwise as it is."""
    if b"\n" in content or b"\r" in content:
        return msgspec.json.format(content, indent=-1)
    return content


def _read_leniently(response: Response) -> LineReply:
    """Read a body that is not an object with the usual fields, or not quite JSON."""
    value = _parse(response)
    status = find_stated_status(value)
    if status is not None:
        raise build_stated_error(response, status)
    return LineReply(msgspec.json.encode(value), response.request_id)


def _parse(response: Response) -> Any:
    try:
        return parse_json(response.content)
    except NOT_JSON as error:
        raise build_unexpected_response(response, str(error)) from None
