"""JSON that is not quite vLLM's, read as far as the facade needs it.

The structs decode what vLLM sends. Gateways and other servers leave fields out, send null for
them, or write numbers that JSON does not have. When the strict decoder fails, a body is read once
more here: a field that nothing depends on gets its default if its value is unusable. The choices
of a reply, its text and its tool calls must be right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeGuard, TypeVar

import msgspec
from msgspec import inspect

from vllm_sdk._operations.replies import (
    ChatBody,
    ChatChoice,
    CompletionBody,
    CompletionChoice,
    ReplyMessage,
)
from vllm_sdk.types import (
    ChatChoiceDelta,
    CompletionChoiceDelta,
    FunctionCall,
    FunctionDelta,
    MessageDelta,
    TokenLogprob,
    ToolCall,
    ToolCallDelta,
)

T = TypeVar("T")

_MAX_INT = 2**63
_WHOLE_NUMBER = re.compile("[0-9]{1,18}")

_BOM = b"\xef\xbb\xbf"

_MAY_BE_MISSING: dict[type, set[str]] = {
    ChatBody: {"id", "model"},
    CompletionBody: {"id", "model"},
    ChatChoice: {"index"},
    CompletionChoice: {"index", "text"},
    ChatChoiceDelta: {"index", "delta"},
    CompletionChoiceDelta: {"index", "text"},
    TokenLogprob: {"token"},
    ToolCall: {"id", "function"},
    FunctionCall: {"name", "arguments"},
}
"""Fields that have no default in their struct, and get an empty value if missing or null."""

_MUST_FIT: dict[type, set[str]] = {
    ChatChoice: {"finish_reason"},
    ReplyMessage: {"content", "tool_calls"},
    CompletionChoice: {"text", "finish_reason"},
    ChatChoiceDelta: {"delta", "finish_reason"},
    MessageDelta: {"content", "tool_calls"},
    CompletionChoiceDelta: {"text", "finish_reason"},
    ToolCall: {"function"},
    ToolCallDelta: {"function"},
    FunctionCall: {"name", "arguments"},
    FunctionDelta: {"name", "arguments"},
}
"""Fields that may be missing or null, but whose value must be right if there is one."""


class Misfit(ValueError):
    """A value that the facade needs and cannot read."""


NOT_JSON = (ValueError, RecursionError)
"""What `parse_json` raises; deep nesting ends in a RecursionError."""


def parse_json(content: bytes) -> Any:
    """Parse JSON that may begin with a byte order mark, and may contain NaN and Infinity.

    Raises:
        ValueError: It is not JSON.
        RecursionError: It is nested too deeply.
    """
    content = content.strip().removeprefix(_BOM)
    try:
        return msgspec.json.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        value = json.loads(content.decode(), strict=False)
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a pair of surrogates, which is not a character
        return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return value


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Tell whether a JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Tell whether a JSON value is an array."""
    return isinstance(value, list)


def fit(value: Any, kind: type[T]) -> T:
    """Read a parsed value into a struct, with defaults for what is missing or unusable.

    Raises:
        Misfit: Something that the facade needs is missing or unusable.
    """
    return msgspec.convert(_mend(value, _inspect(kind), "$", 0), kind, str_keys=True)


_inspect: Callable[[Any], inspect.Type] = cache(inspect.type_info)


def _mend(value: Any, kind: inspect.Type, path: str, position: int) -> Any:
    """Return a value that fits a type.

    Raises:
        Misfit: None can be made of it.
    """
    match kind:
        case inspect.StructType() if is_object(value):
            return _mend_struct(value, kind, path, position)
        case inspect.ListType() if is_array(value):
            return _mend_list(value, kind.item_type, path)
        case inspect.DictType() if is_object(value):
            return _mend_dict(value, kind, path)
        case inspect.UnionType():
            return _mend_union(value, kind, path, position)
        case _:
            return _mend_plain(value, kind, path)


def _mend_plain(value: Any, kind: inspect.Type, path: str) -> Any:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    match kind:
        case inspect.IntType() if number and abs(value) < _MAX_INT:
            return int(value)
        case inspect.FloatType():
            fits = isinstance(value, float) or (number and abs(value) < _MAX_INT)
        case inspect.StrType():
            fits = isinstance(value, str)
        case inspect.NoneType():
            fits = value is None
        case _:
            fits = isinstance(kind, inspect.AnyType)
    if not fits:
        raise Misfit(f"`{path}` is {_name(value)}")
    return value


def _mend_struct(
    value: dict[str, Any], kind: inspect.StructType, path: str, position: int
) -> dict[str, Any]:
    struct = kind.cls
    value = _check_choice(value, struct)
    may_be_missing, must_fit = _MAY_BE_MISSING.get(struct, ()), _MUST_FIT.get(struct, ())
    mended: dict[str, Any] = {}
    for field in kind.fields:
        name = field.encode_name
        given = value.get(name)
        if name == "index" and not isinstance(given, int):
            given = None  # a number that is cut off could be that of another choice
        if given is not None:
            try:
                mended[name] = _mend(given, field.type, f"{path}.{name}", position)
                continue
            except Misfit:
                if name in must_fit or (field.required and name not in may_be_missing):
                    raise
        elif name in value and _takes_null(field.type):
            mended[name] = None
            continue
        if field.required:
            if name not in may_be_missing:
                raise Misfit(f"`{path}.{name}` is missing")
            mended[name] = position if name == "index" else _make_empty(field.type)
    return mended


def _check_choice(value: dict[str, Any], struct: type) -> dict[str, Any]:
    """Return the fields of a choice; a whole message in a stream is read as its only delta.

    Raises:
        Misfit: The choice is that of the other endpoint, whose text would be lost.
    """
    message = value.get("message")
    if struct is ChatChoiceDelta and value.get("delta") is None:
        if value.get("text") is not None:
            raise Misfit("a choice has `text` in place of `delta`")
        return {**value, "delta": message}
    other = message is not None or value.get("delta") is not None
    if other and struct in {CompletionChoice, CompletionChoiceDelta} and value.get("text") is None:
        raise Misfit("a choice has a message in place of `text`")
    return value


def _make_empty(kind: inspect.Type) -> Any:
    """Make the empty value of a required field: an empty text or struct."""
    return "" if isinstance(kind, inspect.StrType) else _mend({}, kind, "$", 0)


def _mend_list(value: list[Any], kind: inspect.Type, path: str) -> list[Any]:
    """Mend each item; entries of logprobs keep their place, other unusable objects are left out."""
    mended: list[Any] = []
    for position, item in enumerate(value):
        try:
            mended.append(_mend(item, kind, f"{path}[{position}]", position))
        except Misfit:
            match kind:
                case _ if _takes_null(kind):
                    mended.append(None)
                case inspect.StrType():
                    mended.append("")
                case inspect.StructType(cls=cls) if cls is TokenLogprob:
                    mended.append(_make_empty(kind))
                case inspect.StructType(cls=cls) if not _is_needed(cls, item):
                    pass
                case _:
                    raise
    return mended


def _is_needed(struct: type, item: Any) -> bool:
    """Tell whether an item is a part of the reply: a choice, or a tool call that is not null."""
    if struct in {ToolCall, ToolCallDelta}:
        return item is not None
    return struct in {ChatChoice, CompletionChoice, ChatChoiceDelta, CompletionChoiceDelta}


def _takes_null(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.UnionType) and kind.includes_none


def _mend_dict(value: dict[str, Any], kind: inspect.DictType, path: str) -> dict[str, Any]:
    """Mend each value; entries that cannot be read are left out."""
    whole_keys = isinstance(kind.key_type, inspect.IntType)
    mended: dict[str, Any] = {}
    for key, item in value.items():
        try:
            fitting = _mend(item, kind.value_type, f"{path}.{key}", 0)
        except Misfit:
            continue
        if not whole_keys or _WHOLE_NUMBER.fullmatch(key):
            mended[key] = fitting
    return mended


def _mend_union(value: Any, kind: inspect.UnionType, path: str, position: int) -> Any:
    problem: Misfit | None = None
    for each in kind.types:
        try:
            return _mend(value, each, path, position)
        except Misfit as error:
            # the alternative that looks inside the value says best what is wrong with it
            if problem is None or len(str(error)) > len(str(problem)):
                problem = error
    assert problem is not None  # noqa: S101 -- a union has alternatives
    raise problem


def _name(value: Any) -> str:
    """Name the type of a JSON value."""
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case str():
            return "text"
        case int() | float():
            return "a number"
        case list():
            return "an array"
        case _:
            return "an object"
