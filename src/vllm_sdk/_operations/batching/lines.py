"""Lines of an input file.

The long form is that of `vllm run-batch` and of OpenAI: `custom_id`, `method`, `url`, `body`. The
short form is `prompt` or `messages`, with options beside it.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, Raw, UnsetType

from vllm_sdk._operations.batching.batch_routes import find_route_problem


class LineInvalid(ValueError):
    """The reason why a line can't be used."""


NOT_A_LINE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding a line may raise."""


class InputLine(msgspec.Struct, frozen=True, gc=False):
    """A line of an input file.

    Attributes:
        number: Its number in the file.
        custom_id: Its id.
        url: The route of a line of the long form; empty for the short form.
        body: The body of the request, as it was given; the whole line of the short form.
    """

    number: int
    custom_id: str
    url: str
    body: bytes


class _LongForm(msgspec.Struct, gc=False):
    """The fields of both forms that decide which one a line has."""

    custom_id: str | UnsetType = UNSET
    method: str | UnsetType = UNSET
    url: str | UnsetType = UNSET
    body: Raw | UnsetType = UNSET
    id: Raw | UnsetType = UNSET
    prompt: Raw | UnsetType = UNSET
    messages: Raw | UnsetType = UNSET


class BodyFields(msgspec.Struct, gc=False):
    """The fields of a body that decide how it is sent."""

    stream: Any = None
    model: Any = None
    request_id: Any = None


_LINES = msgspec.json.Decoder(_LongForm)
_BODIES = msgspec.json.Decoder(BodyFields)
_SHORT = msgspec.json.Decoder(dict[str, Raw])
_ANY = msgspec.json.Decoder()


def parse_input_line(number: int, content: bytes) -> InputLine:
    """Parse a line of an input file.

    Args:
        number: Its number in the file, which is the id of a short line without one.
        content: Its bytes.

    Raises:
        LineInvalid: It is not JSON, not of one of the forms, or asks for what a batch can't do.
    """
    try:
        content.decode()
        line = _LINES.decode(content)
    except UnicodeDecodeError as error:
        raise LineInvalid(f"not UTF-8: {error.reason} at byte {error.start}") from None
    except msgspec.ValidationError as error:
        raise LineInvalid(_explain_types(content, error)) from None
    except (msgspec.MsgspecError, RecursionError) as error:
        raise LineInvalid(f"not JSON: {error}") from None
    if line.body is UNSET and (line.prompt is not UNSET or line.messages is not UNSET):
        return _read_short(number, content, line)
    return _read_long(number, line)


def _explain_types(content: bytes, error: msgspec.ValidationError) -> str:
    try:
        value = _ANY.decode(content)
    except (msgspec.MsgspecError, RecursionError) as problem:
        return f"not JSON: {problem}"
    if not isinstance(value, dict):
        return "not a JSON object"
    for name in ("custom_id", "method", "url"):
        if name in value and not isinstance(value[name], str):
            return f"`{name}` is not a text"
    return str(error)  # pragma: no cover -- all other fields take any value


def _read_long(number: int, line: _LongForm) -> InputLine:
    if line.prompt is not UNSET or line.messages is not UNSET:
        raise LineInvalid("`prompt` and `messages` belong into `body`")
    missing = [name for name in ("custom_id", "method", "url", "body") if _lacks(line, name)]
    if len(missing) == 4:  # noqa: PLR2004 -- neither form
        raise LineInvalid(
            "neither `custom_id`, `method`, `url` and `body`, nor `prompt` or `messages`"
        )
    if missing:
        raise LineInvalid(f"without {', '.join(f'`{name}`' for name in missing)}")
    assert line.custom_id is not UNSET  # noqa: S101 -- nothing is missing
    assert line.url is not UNSET  # noqa: S101
    assert line.body is not UNSET  # noqa: S101
    if line.method != "POST":
        raise LineInvalid(f"the method is {line.method!r}: a batch sends POST alone")
    if problem := find_route_problem(line.url):
        raise LineInvalid(problem)
    body = bytes(line.body)
    if read_body_fields(body).stream not in {None, False}:
        raise LineInvalid("`stream` is not false: a batch has no use for a stream, leave it out")
    return InputLine(number, line.custom_id, line.url, body)


def _lacks(line: _LongForm, name: str) -> bool:
    return getattr(line, name) is UNSET


def read_body_fields(body: bytes) -> BodyFields:
    """Read the fields of a body that decide how it is sent.

    Raises:
        LineInvalid: The body is not an object.
    """
    try:
        return _BODIES.decode(body)
    except msgspec.ValidationError:
        raise LineInvalid("`body` is not a JSON object") from None


def _read_short(number: int, content: bytes, line: _LongForm) -> InputLine:
    if line.prompt is not UNSET and line.messages is not UNSET:
        raise LineInvalid("both `prompt` and `messages`: give one of them")
    if line.url is not UNSET or line.method is not UNSET:
        raise LineInvalid("`url` and `method` need a `body`, which `prompt` or `messages` are in")
    if line.custom_id is not UNSET:
        if line.id is not UNSET:
            raise LineInvalid("both `id` and `custom_id`: give one of them")
        return InputLine(number, line.custom_id, "", content)
    if line.id is UNSET:
        return InputLine(number, str(number), "", content)
    name = _ANY.decode(line.id)
    if not isinstance(name, str):
        raise LineInvalid("`id` is not a text")
    return InputLine(number, name, "", content)


def read_short_fields(content: bytes) -> dict[str, Any]:
    """Return the fields of a line of the short form without its id."""
    fields: dict[str, Any] = _ANY.decode(content)
    fields.pop("id", None)
    fields.pop("custom_id", None)
    return fields


def read_raw_fields(body: bytes) -> dict[str, Raw]:
    """Return the fields of an object, each as its JSON."""
    return _SHORT.decode(body)
