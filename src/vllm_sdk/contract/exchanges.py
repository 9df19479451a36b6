"""One request and its answer, as the checks see them."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from typing import Any, TypeGuard

import attrs

from vllm_sdk.contract.outcomes import Failed

EXCERPT = 300
"""Characters of a body that a report quotes."""

LONGEST_CURL = 1500
"""Characters of a request's body in a command line."""

JSON_TYPE = "application/json"
EVENT_STREAM = "text/event-stream"
DONE = "[DONE]"
BUSY = frozenset({429, 503})
_OVERLOAD = b'"code":%d'
KEY_HEADER = ' -H "Authorization: Bearer $VLLM_API_KEY"'


@attrs.frozen
class Answer:
    """The answer to a request.

    Attributes:
        status: The HTTP status.
        headers: The headers, with names in lower case.
        body: The whole body.
        pieces: The body as it arrived, each piece with the seconds since the request was sent.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    pieces: tuple[tuple[float, bytes], ...] = ()

    @property
    def content_type(self) -> str:
        """The media type of the body, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def is_overload(self) -> bool:
        """Tell whether the server refuses the request for now, in a stream by its first event."""
        if self.content_type != EVENT_STREAM:
            return self.status in BUSY
        return any(_OVERLOAD % code in self.body[:EXCERPT].replace(b" ", b"") for code in BUSY)

    def describe(self) -> str:
        """Return the status, the media type and the beginning of the body."""
        text = self.body.decode("utf-8", "replace")
        cut = text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"
        return f"HTTP {self.status} {self.content_type or 'without a type'}: {cut or '(empty)'}"

    def read_json(self) -> Any:
        """Return the body as JSON.

        Raises:
            Failed: The body is not JSON.
        """
        try:
            return decode_json(self.body)
        except ValueError:
            raise Failed("a body of JSON", self.describe()) from None

    def read_object(self) -> dict[str, Any]:
        """Return the body as a JSON object.

        Raises:
            Failed: The body is not a JSON object.
        """
        value = self.read_json()
        if not is_object(value):
            raise Failed("a JSON object", self.describe())
        return value

    def require(self, *statuses: int) -> None:
        """Check the status.

        Raises:
            Failed: It is another one.
        """
        if self.status not in statuses:
            raise Failed(f"HTTP {' or '.join(map(str, statuses))}", self.describe())

    def read_data(self) -> list[str]:
        """Return the data of each event of a stream.

        Raises:
            Failed: The body is not an event stream.
        """
        if self.content_type != EVENT_STREAM:
            raise Failed(f"an answer of type {EVENT_STREAM}", self.describe())
        text = self.body.decode("utf-8", "replace").replace("\r\n", "\n")
        blocks = (block for block in text.split("\n\n") if block.strip())
        found: list[str] = []
        for block in blocks:
            lines = [line for line in block.split("\n") if line.startswith("data:")]
            if lines:
                found.append("\n".join(line[5:].removeprefix(" ") for line in lines))
        return found

    def read_chunks(self) -> list[dict[str, Any]]:
        """Return the JSON of each event of a stream, without the last one.

        Raises:
            Failed: The stream does not end with `[DONE]`, or an event is not a JSON object.
        """
        data = self.read_data()
        if not data or data[-1] != DONE:
            raise Failed(f"a stream that ends with data: {DONE}", f"the last event is {data[-1:]}")
        chunks: list[dict[str, Any]] = []
        for each in data[:-1]:
            try:
                chunk = decode_json(each)
            except ValueError:
                chunk = None
            if not is_object(chunk):
                raise Failed("a JSON object in each event", each[:EXCERPT])
            if "error" in chunk:
                raise Failed("a stream without an error", each[:EXCERPT])
            chunks.append(chunk)
        return chunks


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Tell whether a value is a JSON array."""
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Tell whether a value is a JSON object."""
    return isinstance(value, dict)


def decode_json(content: bytes | str) -> Any:
    """Return a text of JSON as a value.

    Raises:
        ValueError: It is not JSON, or is nested too deeply to be read.
    """
    try:
        return json.loads(content)
    except RecursionError:
        raise ValueError("JSON that is nested too deeply") from None


def format_curl(method: str, url: str, headers: Mapping[str, str], content: bytes | None) -> str:
    """Return a request as a command line that reads the key from `VLLM_API_KEY`.

    Args:
        method: The method.
        url: The address without credentials.
        headers: The headers to show, without the key.
        content: The body.
    """
    words = ["curl", "-sS", "-X", method, url]
    for name, value in headers.items():
        words += ["-H", f"{name}: {value}"]
    line = shlex.join(words)
    if "Authorization" not in headers:
        line += KEY_HEADER
    if content is None:
        return line
    text = content.decode("utf-8", "replace")
    if len(text) > LONGEST_CURL:
        text = f"{text[:LONGEST_CURL]}… ({len(content)} bytes)"
    return f"{line} -d {shlex.quote(text)}"
