"""Errors as servers state them: the body of a failed response, or a part of a successful one."""

from __future__ import annotations

import re
from typing import Any

import attrs

from vllm_sdk._operations.body_forms import BodyForm, recognise_form
from vllm_sdk._operations.lenient_json import NOT_JSON, is_array, is_object, parse_json
from vllm_sdk._operations.replies import ENDED_IN_ERROR

SERVER_FAILURE = 500
"""The status of an error that has none of its own."""

_ERROR_NUMBER = re.compile("[45][0-9]{2}")

# Limit on the bytes of plain text that are read as the message.
_TEXT_BYTES = 10_000


@attrs.frozen
class ErrorBody:
    """The fields of an error body, in whichever of its forms it has.

    Attributes:
        message: What the server says; empty if it says nothing.
        type: The type of the error.
        param: The field of the request that is wrong.
        code: The code of the error.
        form: The form of the body.
        unrouted: Whether the body is that of vLLM's web framework for a path without a route.
    """

    message: str = ""
    type: str | None = None
    param: str | None = None
    code: int | str | None = None
    form: BodyForm = BodyForm.JSON
    unrouted: bool = False


def read_error(content: bytes) -> ErrorBody:
    """Read an error body; plain text is its own message."""
    form = recognise_form("", content)
    if form is BodyForm.EVENTS:  # plain text may begin with the name of a field
        form = BodyForm.TEXT
    try:
        return read_error_fields(parse_json(content))
    except NOT_JSON:
        text = content[:_TEXT_BYTES].decode("utf-8", "replace").strip()
        return ErrorBody(text if form is BodyForm.TEXT else "", form=form)


def read_error_fields(body: Any) -> ErrorBody:
    """Read a decoded error, in each of the forms that vLLM and gateways give it."""
    if isinstance(body, str):
        return ErrorBody(message=body)
    if not is_object(body):
        return ErrorBody()
    found = find_error(body)
    if found == ENDED_IN_ERROR and not body.get("error"):
        return ErrorBody(message=f'the generation ended with finish_reason "{ENDED_IN_ERROR}"')
    inner = body if found is None else found
    if isinstance(inner, str):  # {"error": "Unauthorized"}
        message = body.get("message", inner)  # beside it, some servers say more
        return ErrorBody(message=message if isinstance(message, str) else inner)
    if not is_object(inner):
        return ErrorBody()
    # {"error": {"message", "type", "param", "code"}}, {"type": "error", "error": {…}},
    # {"message": …} of the Cohere routes, {"detail": …} of the web framework
    message = inner.get("message", inner.get("detail"))
    code = inner.get("code")
    return ErrorBody(
        message=message if isinstance(message, str) else str(message or ""),
        type=_read_text(inner.get("type")),
        param=_read_text(inner.get("param")),
        code=code if isinstance(code, (int, str)) else None,
        unrouted=body == {"detail": "Not Found"},
    )


def find_error(body: dict[str, Any]) -> Any:
    """Return the error that a body states, or None.

    Beside `choices`, an empty `error` is none. An answer whose finish reason is `error` states one,
    too: that reason is returned if nothing says more.
    """
    error, choices = body.get("error"), body.get("choices")
    if error or (error is not None and choices is None):
        return error
    listed = [item for item in choices if is_object(item)] if is_array(choices) else []
    for choice in listed:
        if choice.get("error"):
            return choice["error"]
    if any(choice.get("finish_reason") == ENDED_IN_ERROR for choice in listed):
        return ENDED_IN_ERROR
    return None


def find_stated_status(body: Any) -> int | None:
    """Return the status of the error that a successful response states, or None without an error.

    The status is the error's code if that is the number of an HTTP error, else `SERVER_FAILURE`.
    """
    if not is_object(body):
        return None
    error = find_error(body)
    if error is None and not _is_flat_error(body):
        return None
    codes = (
        part.get(name)
        for part in (error, body)
        if is_object(part)
        for name in ("code", "status", "status_code")
    )
    return next(filter(None, map(_read_status, codes)), SERVER_FAILURE)


def _is_flat_error(body: dict[str, Any]) -> bool:
    """Tell whether a body is an error without the key `error`: `{"message": …}`, `{"detail": …}`.

    Older versions of vLLM send `{"object": "error", "message": …}`.
    """
    return body.get("choices") is None and (
        body.get("object") == "error"
        or body.get("type") == "error"
        or any(isinstance(body.get(name), str) for name in ("message", "detail"))
    )


def _read_status(code: Any) -> int | None:
    """Return a code that is the number of an HTTP error, which may be written as text."""
    if isinstance(code, str) and _ERROR_NUMBER.fullmatch(code.strip()):
        return int(code)
    if isinstance(code, (int, float)) and 400 <= code < 600:  # noqa: PLR2004 -- the HTTP classes
        return int(code)
    return None


def _read_text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
