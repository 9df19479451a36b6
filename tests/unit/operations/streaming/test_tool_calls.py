"""Tool calls, put together from pieces of every form that parsers give them."""

from __future__ import annotations

from typing import Any

import pytest

from decoders import chat_decoder
from vllm_sdk.types import ToolCall
from wire import event_stream


def piece(
    arguments: str | None = None,
    *,
    index: int | None = 0,
    id: str | None = None,
    name: str | None = None,
) -> dict[str, Any]:
    """A piece of a call; what is None is left out, as vLLM leaves it out."""
    said = {"name": name, "arguments": arguments}
    function = {key: value for key, value in said.items() if value is not None}
    fields = {"index": index, "id": id, "function": function or None}
    return {key: value for key, value in fields.items() if value is not None}


def calls_of(*pieces: dict[str, Any]) -> list[tuple[str, str, str]]:
    chunks = [
        {
            "id": "chatcmpl-1",
            "model": "tiny",
            "choices": [{"index": 0, "delta": {"tool_calls": [one]}}],
        }
        for one in pieces
    ]
    chunks[-1]["choices"][0]["finish_reason"] = "tool_calls"  # type: ignore[index]
    decoder = chat_decoder()
    decoder.feed(event_stream(chunks))
    calls: tuple[ToolCall, ...] = decoder.finish().tool_calls
    return [(call.id, call.name, call.arguments) for call in calls]


@pytest.mark.parametrize(
    ("pieces", "calls"),
    [
        pytest.param(
            [piece(id="a", name="f"), piece('{"x"'), piece(": 1}")],
            [("a", "f", '{"x": 1}')],
            id="the name first, the arguments in pieces",
        ),
        pytest.param(
            [piece("{}", id="a", name="f"), piece("[]", index=1, id="b", name="g")],
            [("a", "f", "{}"), ("b", "g", "[]")],
            id="two calls, each in one piece",
        ),
        pytest.param(
            [piece("1", id="a", name="f"), piece("2", index=1, id="b", name="g"), piece("3")],
            [("a", "f", "13"), ("b", "g", "2")],
            id="two calls, interleaved",
        ),
        pytest.param(
            [piece("1", id="a", name="f"), piece("2", id="b", name="f"), piece("3")],
            [("a", "f", "1"), ("b", "f", "23")],
            id="an index used twice, with another id",
        ),
        pytest.param(
            [piece("1", id="a", name="f"), piece("2", id="a", name="f"), piece("3", id="")],
            [("a", "f", "123")],
            id="id and name repeated with every piece",
        ),
        pytest.param(
            [piece("1", name="f"), piece("2"), piece("3", index=1, name="g")],
            [("c9cba186a", "f", "12"), ("c67029156", "g", "3")],
            id="no ids at all",
        ),
        pytest.param(
            [piece("1", name="f"), piece("2", name="f")],
            [("c9cba186a", "f", "1"), ("c67029156", "f", "2")],
            id="no ids, an index used twice",
        ),
        pytest.param(
            [piece(name="f"), piece("1", id="a")],
            [("a", "f", "1")],
            id="the id after the name",
        ),
        pytest.param(
            [piece(id="a"), piece(name="f"), piece("1")],
            [("a", "f", "1")],
            id="the name after the id",
        ),
        pytest.param(
            [piece("1", index=None, id="a", name="f"), piece("2", index=None)],
            [("a", "f", "12")],
            id="no index",
        ),
        pytest.param(
            [piece("1", index=3, id="a", name="f"), piece("2", index=None)],
            [("a", "f", "12")],
            id="an index with the first piece only",
        ),
        pytest.param(
            [piece("1", index=None, id="a", name="f"), piece("2", index=None, id="b", name="g")],
            [("a", "f", "1"), ("b", "g", "2")],
            id="no index, two ids",
        ),
        pytest.param([piece("1")], [("c9cba186a", "", "1")], id="no name either"),
    ],
)
def test_pieces_become_the_calls(
    pieces: list[dict[str, Any]], calls: list[tuple[str, str, str]]
) -> None:
    assert calls_of(*pieces) == calls
