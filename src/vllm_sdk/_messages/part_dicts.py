"""Check of the parts of a plain dict's content against the fields that vLLM reads.

The fields of a part are an open set, since vLLM passes unknown ones to the chat template. But a
name that nearly spells a known one is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast

from vllm_sdk._messages.media import Kind, check_url
from vllm_sdk._messages.parts import PART_CLASSES
from vllm_sdk._messages.texts import get_type_name
from vllm_sdk.errors import RequestInvalid

TEXTS = {
    "text": "text",
    "refusal": "refusal",
    "thinking": "thinking",
    "tool_reference": "name",
    "prompt_embeds": "data",
}
"""Types of parts that carry text, each with its field."""

URLS: dict[str, tuple[str, Kind]] = {
    "image_url": ("image_url", "image"),
    "input_image": ("image_url", "image"),
    "audio_url": ("audio_url", "audio"),
    "video_url": ("video_url", "video"),
}
"""Types of parts that carry a URL, each with its field and the kind of media."""

EMBEDS = ("image_embeds", "audio_embeds", "video_embeds")

UNTYPED = (
    "image_url",
    "image_embeds",
    "audio_embeds",
    "video_embeds",
    "audio_url",
    "input_audio",
    "video_url",
)
"""Fields by which vLLM recognises a part without a type, in the order of its search."""

PART_TYPES = frozenset({*TEXTS, *URLS, *EMBEDS, "input_audio"})
PART_FIELDS = frozenset({"type", "uuid", "detail", "closed", *TEXTS.values(), *UNTYPED})

INSTEAD = {
    "input_text": "write {'type': 'text', 'text': …}",
    "output_text": "write {'type': 'text', 'text': …}",
    "file": "vllm_sdk.file(path) makes the part that fits what the file holds",
    "image": "write {'type': 'image_url', 'image_url': {'url': …}}, or image(…)",
    "audio": "write {'type': 'audio_url', 'audio_url': {'url': …}}, or audio(…)",
    "video": "write {'type': 'video_url', 'video_url': {'url': …}}, or video(…)",
    "image_pil": "JSON cannot carry it; pass image(…)",
}


def as_mapping(value: object) -> Mapping[str, Any] | None:
    """Return a mapping, or the fields of an object that pydantic dumps, else None.

    The messages, tool calls and parts of the package `openai` are such objects.
    """
    if isinstance(value, Mapping):
        return cast("Mapping[str, Any]", value)
    dump = getattr(type(value), "model_dump", None)
    return cast("Mapping[str, Any]", dump(value, exclude_none=True)) if callable(dump) else None


def as_items(value: Any) -> Collection[Any] | None:
    """Return the value if it is a list or a tuple, else None."""
    return cast("Collection[Any]", value) if isinstance(value, (list, tuple)) else None


def convert_content(content: Any) -> Any:
    """Check content and convert it to the form that vLLM reads.

    Args:
        content: None, text, or a list of text, parts and dicts in vLLM's own form.

    Returns:
        None, text, or a new list of dicts.

    Raises:
        RequestInvalid: vLLM would refuse, ignore or misread something.
    """
    if content is None or isinstance(content, str):
        return content
    parts = as_items(content)
    if parts is None:
        raise RequestInvalid(f"content is text or a list of parts, not {get_type_name(content)}.")
    return [_convert_part(index, part) for index, part in enumerate(parts)]


def _convert_part(index: int, part: Any) -> dict[str, Any]:
    if isinstance(part, PART_CLASSES):
        return part.to_dict()
    if isinstance(part, str):
        return {"type": "text", "text": part}
    fields = as_mapping(part)
    if fields is None:
        raise RequestInvalid(
            f"content[{index}] is a {get_type_name(part)}; a part is text, image(…) or a dict."
        )
    try:
        _check_part(fields)
    except RequestInvalid as error:
        raise RequestInvalid(f"content[{index}]: {error.message}") from None
    return dict(fields)


def _check_part(part: Mapping[str, Any]) -> None:
    kind = _find_type(part)
    for name in part:
        _check_name(name)
    _check_detail(part)
    uuid = part.get("uuid")
    if uuid is not None and (not isinstance(uuid, str) or not uuid or kind in TEXTS):
        raise RequestInvalid(f"A part of type {kind!r} cannot have uuid={uuid!r}.")
    cached = uuid is not None and any(
        name in part for name in UNTYPED
    )  # without such a field vLLM finds no type
    if kind in TEXTS:
        if not isinstance(part.get(TEXTS[kind]), str):
            raise RequestInvalid(f"A part of type {kind!r} needs text in {TEXTS[kind]!r}.")
    elif kind in URLS:
        _check_url(part, *URLS[kind], cached=cached)
    elif kind == "input_audio":
        _check_input_audio(as_mapping(part.get(kind)) or {}, cached=cached)
    elif not cached and not (part.get(kind) and isinstance(part[kind], (str, dict))):
        raise RequestInvalid(f"{kind} is base64 text, or a dict of such texts; see embeds(…).")


def _find_type(part: Mapping[str, Any]) -> str:
    """Return the type that vLLM takes the part for."""
    kind = part.get("type")
    if kind is None:
        for name in UNTYPED:
            if name in part:
                return name
        raise RequestInvalid("The part has no type, such as {'type': 'text', 'text': …}.")
    if not isinstance(kind, str) or kind not in PART_TYPES:
        instead = INSTEAD.get(str(kind), f"it takes {', '.join(sorted(PART_TYPES))}")
        raise RequestInvalid(f"vLLM takes no part of type {kind!r}: {instead}.")
    return kind


def _check_name(name: Any) -> None:
    if name not in PART_FIELDS:
        from difflib import get_close_matches  # only mistakes need it

        near = get_close_matches(str(name), PART_FIELDS, 1, cutoff=0.75)
        if near:
            raise RequestInvalid(f"vLLM reads no {name!r} in a part. Did you mean {near[0]!r}?")


def _check_detail(fields: Mapping[str, Any]) -> None:
    if fields.get("detail", "auto") not in ("auto", None):
        raise RequestInvalid("vLLM ignores an image's detail: leave it out.")


def _check_url(part: Mapping[str, Any], field: str, kind: Kind, *, cached: bool) -> None:
    value = part.get(field)
    if value is None and cached:
        return
    fields = as_mapping(value)
    if fields is not None:
        _check_detail(fields)
        for name in fields.keys() - {"url", "detail"}:
            raise RequestInvalid(f"vLLM reads no {name!r} in {field}, only 'url'.")
        value = fields.get("url")
    if not isinstance(value, str) or not value:
        raise RequestInvalid(f"{field} is {{'url': …}} with a URL in it.")
    check_url(kind, value)


def _check_input_audio(fields: Mapping[str, Any], *, cached: bool) -> None:
    data = fields.get("data")
    usable = isinstance(data, str) and bool(data or cached)
    if not usable or fields.get("format") not in ("wav", "mp3"):
        raise RequestInvalid(
            "input_audio is {'data': base64 text, 'format': 'wav' or 'mp3'}; "
            "audio(…) takes other formats."
        )
