"""Payloads of events that are not chunks as vLLM writes them."""

from __future__ import annotations

from typing import Any, TypeVar

from vllm_sdk._operations.lenient_json import NOT_JSON, fit, is_object, parse_json

ChunkT = TypeVar("ChunkT")

DONE = b"[DONE]"
"""The payload of the event at the end of a stream."""

_KEEPING_ALIVE = frozenset({"ping", "keepalive", "keep-alive", "heartbeat"})
"""Values of `type` in objects that only keep a connection alive."""


def is_whole(payload: bytes) -> bool:
    """Tell whether a payload is the end mark, or JSON that is not cut."""
    if payload == DONE:
        return True
    try:
        parse_json(payload)
    except NOT_JSON:
        return False
    return True


def is_keep_alive(value: Any) -> bool:
    """Tell whether an event says nothing: `{}`, `{"type": "ping"}`."""
    return value == {} or (
        is_object(value)
        and "choices" not in value
        and str(value.get("type")).lower() in _KEEPING_ALIVE
    )


def fit_chunk(value: Any, kind: type[ChunkT]) -> ChunkT:
    """Read a parsed event into a chunk; an event that has only the usage need not have choices.

    Raises:
        Misfit: It is not a chunk.
    """
    if is_object(value) and value.get("choices") is None and is_object(value.get("usage")):
        value = {**value, "choices": []}
    return fit(value, kind)
