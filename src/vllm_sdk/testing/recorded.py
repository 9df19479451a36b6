"""A recorded request with its answer: without headers, secrets and times."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any, Self, cast
from urllib.parse import urlencode

import attrs
import httpx
import msgspec

from vllm_sdk.testing.wire_models import MODELS, WireChanged, check_fields

EVENT_STREAM = "text/event-stream"
TIMES = ("created", "created_at", "completed_at", "expires_at")
"""Fields of answers that are 0 in recordings, since they differ in each run."""

HIDDEN = "hidden"
"""The word in place of a secret."""

_SECRET = re.compile(r"auth|code|cookie|credential|key|pass|secret|sig|token", re.IGNORECASE)
"""Names of headers, and of parameters in URLs, that carry secrets."""

_LEAST = 6
"""Characters of a secret that is looked for in texts; a shorter one would hide other words."""


class Recorded(msgspec.Struct, frozen=True):
    """A request and its answer, without headers, and so without secrets.

    Attributes:
        method: The method.
        path: The route with its query.
        request: The JSON of the request; None without a body.
        status: The HTTP status.
        content_type: The type of the answer.
        answer: The answer: its JSON, the events of its stream, or its text. An event is the JSON of
            its data, or its text if it has more than JSON.
    """

    method: str
    path: str
    request: Any
    status: int
    content_type: str
    answer: Any

    def asks_like(self, other: Recorded) -> bool:
        """Return whether another request asks the same."""
        return (self.method, self.path, self.request) == (other.method, other.path, other.request)


@attrs.frozen
class Secrets:
    """The secrets of a request, by the names of its headers and parameters."""

    values: frozenset[str]

    @classmethod
    def of(cls, request: httpx.Request) -> Self:
        """Collect the secrets of a request."""
        named = [*request.headers.items(), *request.url.params.multi_items()]
        found = [text for name, text in named if _SECRET.search(name)]
        words = {word for text in found for word in (text, text.rpartition(" ")[2])}
        return cls(frozenset(word for word in words if len(word) >= _LEAST))

    def hide(self, value: Any) -> Any:
        """Return JSON without the secrets, wherever they stand in its texts."""
        if isinstance(value, str):
            for secret in sorted(self.values, key=len, reverse=True):
                value = value.replace(secret, HIDDEN)
            return value
        return _map(self.hide, value)


def record(
    request: httpx.Request, content: bytes, answer: httpx.Response | None, secrets: Secrets
) -> Recorded:
    """Return what is recorded of a request and its answer.

    Args:
        request: The request.
        content: Its body.
        answer: The answer; None to look for the request.
        secrets: The secrets to leave out.
    """
    asked = _parse(_without_boundary(request, content))
    status, kind, said = 0, "", None
    if answer is not None:
        kind = answer.headers.get("content-type", "").partition(";")[0]
        status, said = answer.status_code, _without_times(_read_answer(answer.text, kind))
    return Recorded(
        request.method,
        _write_path(request.url),
        secrets.hide(asked),
        status,
        kind,
        secrets.hide(said),
    )


def check_recorded(recorded: Recorded, path: Path) -> None:
    """Check that an answer has the form of its generated model.

    Args:
        recorded: The answer.
        path: The file, for the error.

    Raises:
        WireChanged: It has not.
    """
    streamed = recorded.content_type == EVENT_STREAM
    name = MODELS.get((recorded.path.partition("?")[0], streamed))
    if name is None or recorded.status != HTTPStatus.OK:
        return
    bodies: list[Any] = recorded.answer if streamed else [recorded.answer]
    for body in bodies:
        if isinstance(body, dict) and "error" not in body:
            try:
                check_fields(name, cast("dict[str, Any]", body))
            except WireChanged as error:
                raise WireChanged(
                    f"{path}: the answer to {recorded.method} {recorded.path} is no longer what "
                    f"vLLM sends, a {name}: {error}. Record it again, and adapt the test.",
                    error.path,
                ) from None


def respond(recorded: Recorded) -> httpx.Response:
    """Return a recorded answer as a response."""
    if recorded.content_type == EVENT_STREAM:
        text = "".join(f"{_write_event(each)}\n\n" for each in recorded.answer)
    elif isinstance(recorded.answer, str) or recorded.answer is None:
        text = recorded.answer or ""
    else:
        text = json.dumps(recorded.answer, ensure_ascii=False)
    headers = {"Content-Type": recorded.content_type}
    return httpx.Response(recorded.status, headers=headers, content=text.encode())


def _write_path(url: httpx.URL) -> str:
    """Return the route with its query, without the secrets in it."""
    parameters = [
        (name, HIDDEN if _SECRET.search(name) else text) for name, text in url.params.multi_items()
    ]
    path = url.raw_path.decode().partition("?")[0]
    return f"{path}?{urlencode(parameters)}" if parameters else path


def _without_boundary(request: httpx.Request, content: bytes) -> bytes:
    """Return a body with a fixed word in place of the random boundary of its parts."""
    kind = request.headers.get("content-type", "")
    boundary = kind.partition("boundary=")[2].partition(";")[0].strip('"')
    if not kind.startswith("multipart/") or not boundary:
        return content
    return content.replace(boundary.encode(), b"boundary")


def _parse(content: bytes) -> Any:
    """Return JSON, or the text if it is none or a text itself; None if it is empty."""
    text = content.decode("utf-8", "replace")
    try:
        parsed = json.loads(text)
    except ValueError:
        return text or None
    return text if parsed is None or isinstance(parsed, str) else parsed


def _read_answer(text: str, kind: str) -> Any:
    if kind != EVENT_STREAM:
        return _parse(text.encode())
    events = text.replace("\r\n", "\n").split("\n\n")
    return [_read_event(each.strip("\n")) for each in events if each.strip()]


def _read_event(text: str) -> Any:
    """Return the JSON of an event, or its text if it is not an object alone."""
    parsed = _parse(text.removeprefix("data:").encode()) if text.startswith("data:") else text
    return cast("dict[str, Any]", parsed) if isinstance(parsed, dict) else text


def _write_event(event: Any) -> str:
    return event if isinstance(event, str) else f"data: {json.dumps(event, ensure_ascii=False)}"


def _without_times(value: Any) -> Any:
    """Return JSON with 0 for each time."""
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        times = {
            name: 0 for name in TIMES if name in fields and isinstance(fields[name], (int, float))
        }
        return _map(_without_times, fields) | times
    return _map(_without_times, value)


def _map(change: Callable[[Any], Any], value: Any) -> Any:
    """Return JSON with changed values in an object or a list; anything else as it is."""
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        return {name: change(each) for name, each in fields.items()}
    items: Any = value
    return [change(each) for each in items] if isinstance(value, list) else value
