"""Lines of input files: both forms, and the reason for each line that is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vllm_api.api
from batch_files import build_requests, chat_line
from profiles import examples
from strategies.batch_lines import encoded, long_lines
from vllm_sdk._operations.batching.batch_routes import AUDIO_ROUTES, BATCH_ROUTES, SERVER_ROUTES
from vllm_sdk._operations.batching.lines import LineInvalid, parse_input_line
from vllm_sdk.options import Options

LINE = chat_line("a")


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in LINE.items() if key != name}


def with_body(**fields: Any) -> dict[str, Any]:
    return {**LINE, "body": {**LINE["body"], **fields}}


@given(st.data())
@examples(300)
def test_a_line_is_read_as_it_was_written(data: st.DataObject) -> None:
    line = data.draw(long_lines())
    content = data.draw(encoded(line))
    found = parse_input_line(7, content)
    assert (found.number, found.custom_id, found.url) == (7, line["custom_id"], line["url"])
    assert json.loads(found.body) == line["body"]
    assert found.body in content


WRONG = {
    "no JSON": (b"{", "not JSON: Input data was truncated"),
    "two values": (b'{"prompt": "a"} {}', "not JSON"),
    "NaN": (b'{"prompt": "a", "temperature": NaN}', "not JSON"),
    "nested too deeply": (b"[" * 100_000, "not JSON"),
    "nested too deeply inside": (b'{"x":' + b"[" * 100_000, "not JSON"),
    "bad UTF-8": (b'{"prompt": "\xff"}', "not UTF-8: invalid start byte at byte 12"),
    "half a pair of surrogates": (b'{"prompt": "\\ud800"}', "not JSON"),
    "no object": (b"[1]", "not a JSON object"),
    "nothing": ({}, "neither `custom_id`, `method`, `url` and `body`, nor `prompt` or `messages`"),
    "no id": (without("custom_id"), "without `custom_id`"),
    "no method": (without("method"), "without `method`"),
    "no url, no body": ({"custom_id": "a", "method": "POST"}, "without `url`, `body`"),
    "an id that is a number": ({**LINE, "custom_id": 1}, "`custom_id` is not a text"),
    "a null method": ({**LINE, "method": None}, "`method` is not a text"),
    "a url that is a list": ({**LINE, "url": []}, "`url` is not a text"),
    "GET": ({**LINE, "method": "GET"}, "the method is 'GET': a batch sends POST alone"),
    "a body that is a text": ({**LINE, "body": "x"}, "`body` is not a JSON object"),
    "a null body": ({**LINE, "body": None}, "`body` is not a JSON object"),
    "a stream": (with_body(stream=True), "`stream` is not false"),
    "an unknown route": ({**LINE, "url": "/v1/chat"}, "vLLM has no route '/v1/chat'"),
    "audio": ({**LINE, "url": "/v1/audio/translations"}, "takes a file, also as `file_url`"),
    "a route of the server": ({**LINE, "url": "/sleep"}, "/sleep changes the server"),
    "a prompt beside a body": ({**LINE, "prompt": "a"}, "belong into `body`"),
    "a prompt beside messages": ({"prompt": "a", "messages": []}, "give one of them"),
    "a prompt beside a url": ({"prompt": "a", "url": "/x"}, "`url` and `method` need a `body`"),
    "a short id that is a number": ({"prompt": "a", "id": 1}, "`id` is not a text"),
    "two ids": ({"prompt": "a", "id": "x", "custom_id": "y"}, "both `id` and `custom_id`"),
}


@pytest.mark.parametrize(("line", "reason"), WRONG.values(), ids=WRONG)
def test_a_wrong_line_has_a_reason(line: Any, reason: str) -> None:
    content = line if isinstance(line, bytes) else json.dumps(line).encode()
    with pytest.raises(LineInvalid) as raised:
        parse_input_line(1, content)
    assert reason in str(raised.value)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ({"prompt": "a"}, "7"),
        ({"messages": []}, "7"),
        ({"prompt": "a", "id": "x"}, "x"),
        ({"prompt": "a", "custom_id": "x"}, "x"),
        (with_body(stream=False), "a"),
        (with_body(stream=None), "a"),
    ],
)
def test_a_line_has_an_id(line: Any, name: str) -> None:
    assert parse_input_line(7, json.dumps(line).encode()).custom_id == name


UNFIT = {
    "an empty prompt": ({"prompt": ""}, {}, "The prompt is empty"),
    "an unknown option": ({"prompt": "a", "temprature": 1}, {}, "did you mean 'temperature'"),
    "an option out of range": ({"prompt": "a", "temperature": 9}, {}, "temperature=9"),
    "no messages": ({"messages": []}, {}, "empty"),
    "a model that is a number": ({"prompt": "a", "model": 3}, {}, "model is a name"),
    "a constraint beside returns=": (
        with_body(response_format={"type": "json_object"}),
        {"returns": int},
        "returns= constrains the answer, and so does `response_format`",
    ),
    "tools beside returns=": (
        with_body(tools=[{"type": "function"}]),
        {"returns": int},
        "returns= leaves the model no tool to call",
    ),
    "no messages beside returns=": (
        {**LINE, "body": {}},
        {"returns": int},
        "`messages` is not an array",
    ),
    "an option of chats for a completion": (
        {**LINE, "url": "/v1/completions", "body": {"prompt": "a"}},
        {"options": {"reasoning_effort": "low"}},
        "reasoning_effort",
    ),
}


@pytest.mark.parametrize(("line", "settings", "reason"), UNFIT.values(), ids=UNFIT)
def test_a_line_that_vllm_would_refuse_has_a_reason(
    line: Any, settings: dict[str, Any], reason: str
) -> None:
    options = Options(**settings.pop("options", {}))
    parsed = parse_input_line(1, json.dumps(line).encode())
    with pytest.raises(LineInvalid) as raised:
        build_requests(options=options, **settings).check(parsed)
    assert reason in str(raised.value)


def list_posts() -> set[str]:
    """Return the routes of the bindings that a body can be posted to."""
    found: set[str] = set()
    for path in Path(vllm_api.api.__path__[0]).rglob("*.py"):
        found |= set(re.findall(r'"method": "post",\s*"url": "([^"{]+)"', path.read_text("utf-8")))
    return found


def test_every_route_of_the_bindings_is_listed() -> None:
    assert list_posts() == BATCH_ROUTES | SERVER_ROUTES | AUDIO_ROUTES
    assert not BATCH_ROUTES & (SERVER_ROUTES | AUDIO_ROUTES)
