"""Messages in vLLM's own form, read back as values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from vllm_sdk._messages.dicts import convert_message
from vllm_sdk._messages.media import ARTICLES
from vllm_sdk._messages.part_dicts import as_items, as_mapping
from vllm_sdk._messages.parts import EmbedsPart, MediaPart, Part, TextPart
from vllm_sdk._messages.texts import get_type_name
from vllm_sdk._messages.turns import Content, Message
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import FunctionCall, ToolCall


def read_message(index: int, message: object) -> Message:
    """Return the message that a dict in vLLM's own form stands for.

    Args:
        index: The position of the message, for errors.
        message: The dict.

    Raises:
        RequestInvalid: vLLM would refuse, ignore or misread it, or it has a field or a part that
            no `Message` has.
    """
    if not isinstance(message, Mapping):
        raise RequestInvalid(f"messages[{index}] is not an object, but a {get_type_name(message)}.")
    fields = cast("Mapping[str, Any]", message)
    wire = convert_message(index, fields)
    try:
        return _build(wire, fields)
    except RequestInvalid as error:
        raise RequestInvalid(f"messages[{index}]: {error.message}") from None


def _build(wire: Mapping[str, Any], fields: Mapping[str, Any]) -> Message:
    """Build the message; vLLM's form leaves out what is empty, so that is in `fields`."""
    for name in wire.keys() - _FIELDS:
        raise RequestInvalid(f"A Message has no {name!r}: pass the dict to chat(…) as it is.")
    return Message(
        wire["role"],
        _read_content(wire["content"]),
        wire.get("reasoning", fields.get("reasoning")),
        [_read_call(call) for call in wire.get("tool_calls", ())],
        wire.get("tool_call_id", fields.get("tool_call_id")),
        wire.get("name", fields.get("name")),
    )


_FIELDS = {"role", "content", "reasoning", "tool_calls", "tool_call_id", "name"}


def _read_content(content: Any) -> Content:
    parts = as_items(content)
    if parts is None:
        return content  # type: ignore[no-any-return]  # text or None
    return tuple(_read_part(index, part) for index, part in enumerate(parts))


def _read_part(index: int, part: dict[str, Any]) -> Part:
    for read in (_read_text, _read_media, _read_embeds):
        if (found := read(part)) is not None:
            return found
    raise RequestInvalid(
        f"content[{index}]: no part of a Message has the type {part.get('type')!r} and these "
        "fields: pass the dict to chat(…) as it is."
    )


def _read_text(part: dict[str, Any]) -> TextPart | None:
    return TextPart(part["text"]) if part.keys() == {"type", "text"} else None


def _read_media(part: dict[str, Any]) -> MediaPart | None:
    for kind in ARTICLES:
        name = f"{kind}_url"
        if part.get("type", name) == name and name in part and part.keys() <= {*_COMMON, name}:
            source = as_mapping(part[name])
            url = part[name] if source is None else source.get("url")
            return MediaPart(kind, url, part.get("uuid"))
    return None


def _read_embeds(part: dict[str, Any]) -> EmbedsPart | None:
    if part.keys() == {"type", "data"} and part["type"] == "prompt_embeds":
        return EmbedsPart("prompt", part["data"])
    for kind in ARTICLES:
        name = f"{kind}_embeds"
        if part.get("type", name) == name and name in part and part.keys() <= {*_COMMON, name}:
            data = part[name]
            return EmbedsPart(kind, data, part.get("uuid")) if _is_data(data) else None
    return None


def _is_data(data: object) -> bool:
    return data is None or isinstance(data, str)


_COMMON = ("type", "uuid")


def _read_call(call: Mapping[str, Any]) -> ToolCall:
    function = call["function"]
    return ToolCall(call["id"], FunctionCall(function["name"], function["arguments"]), call["type"])
