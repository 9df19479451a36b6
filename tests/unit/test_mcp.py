"""Tools of a real server of the Model Context Protocol, over stdio."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import Any, Self

import mcp
import pytest
from mcp.client.stdio import stdio_client

from local_server import LocalServer
from loops import run
from scripted_model import ScriptedModel, calls, concludes, describes, says
from vllm_sdk import AsyncVLLM, image
from vllm_sdk._messages import audio
from vllm_sdk._tools import Tool
from vllm_sdk._tools.schemas import hoist_references
from vllm_sdk.errors import OutputInvalid, RequestInvalid
from vllm_sdk.mcp import MCPToolError, mcp_tools, read_result
from wire import turn_body

SERVER = Path(__file__).parents[1] / "support/mcp_server.py"
PIXEL = b"\x89PNG\r\n\x1a\n"
PARIS = ("get_weather", '{"place": {"city": "Paris", "country": "fr"}}')


class Connected:
    """A session with the server, which runs as a process, on an event loop in a thread."""

    def __init__(self) -> None:
        self._opened: Future[mcp.ClientSession] = Future()
        self._thread = Thread(target=lambda: asyncio.run(self._hold()))

    async def _hold(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._ended = asyncio.Event()
        parameters = mcp.StdioServerParameters(command=sys.executable, args=[str(SERVER)])
        async with stdio_client(parameters) as (read, write):
            async with mcp.ClientSession(read, write) as session:
                await session.initialize()
                self._opened.set_result(session)
                await self._ended.wait()

    def do(self, work: Callable[[mcp.ClientSession], Coroutine[Any, Any, Any]]) -> Any:
        """Do something on the session's loop."""
        session = self._opened.result(60)
        return asyncio.run_coroutine_threadsafe(work(session), self._loop).result(60)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()


@pytest.fixture(scope="module")
def server() -> Iterator[Connected]:
    with Connected() as connected:
        yield connected


async def check_tools(session: mcp.ClientSession) -> None:
    tools = {each.name: each for each in await mcp_tools(session)}
    assert [*tools] == ["get_weather", "weather_draw", "read_files", "fail"]
    weather = tools["get_weather"]
    assert weather.description == "Tell the weather in a place."
    assert weather.parameters["required"] == ["place"]
    found = weather.arguments_of('{"place": {"city": "Rome"}, "days": 2}')
    assert await weather(**found) == "2 days of sun in Rome, it"
    with pytest.raises(OutputInvalid, match=r"\$\.place"):
        weather.arguments_of('{"place": {"city": "Rome", "country": "de"}}')
    sound = audio(PIXEL, media_type="audio/wav")
    assert await tools["weather_draw"](size=1) == ["1 pixels:", image(PIXEL), sound]
    text, picture, archive, link = await tools["read_files"]()
    assert (text, picture) == ("inside", image(PIXEL))
    assert json.loads(archive) == {"uri": "file:///a.zip"}
    assert json.loads(link) == {
        "type": "resource_link",
        "uri": "file:///b.txt",
        "name": "b",
        "mimeType": "text/plain",
    }
    with pytest.raises(MCPToolError, match="no wings"):
        await tools["fail"](why="no wings")


def test_the_tools_of_a_server_are_tools(server: Connected) -> None:
    server.do(check_tools)


@pytest.mark.parametrize(
    ("mode", "call", "answer"), [("native", calls, says), ("descriptive", describes, concludes)]
)
def test_a_loop_in_another_thread_calls_the_tools_of_a_server(
    server: Connected, mode: Any, call: Any, answer: Any
) -> None:
    scripted = ScriptedModel(
        call(PARIS, ("fail", '{"why": "hunter2"}'), ("weather_draw", '{"size": 3}')),
        answer("Sunny."),
    )
    tools = server.do(mcp_tools)
    reply = run(scripted, tools, mode=mode, hidden_errors=MCPToolError)
    weather, failed, drawn = reply.calls
    assert weather.result == "1 days of sun in Paris, fr"
    assert failed.error == "Error: fail failed"
    assert drawn.result[1] == image(PIXEL)
    told = [each for each in scripted.bodies[1]["messages"] if each["role"] != "assistant"]
    sent = json.dumps(told)
    assert "1 days of sun" in sent
    assert image(PIXEL).url in sent  # type: ignore[operator]
    assert "hunter2" not in sent


def test_the_asynchronous_client_calls_them_on_its_own_loop(server: Connected) -> None:
    turns = [turn_body(calls(PARIS)), turn_body(says("Sunny."))]

    async def use(session: mcp.ClientSession) -> Any:
        async with AsyncVLLM(vllm.url, model="m") as client:
            tools = await mcp_tools(session, only=["get_weather"])
            return await client.generate_with_tools("Weather?", tools)

    with LocalServer(lambda exchange: exchange.answer(body=turns.pop(0))) as vllm:
        reply = server.do(use)
    assert reply.calls[0].result == "1 days of sun in Paris, fr"
    assert reply.text == "Sunny."


def test_a_call_that_takes_too_long_is_cancelled_on_the_sessions_loop() -> None:
    cancelled: list[str] = []

    class Slow(Listed):
        async def call_tool(self, name: str, arguments: Any = None) -> Any:
            self.called.append((name, arguments))
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                cancelled.append(name)
                raise

    async def use() -> Any:
        tools = await mcp_tools(Slow(described("wait")), timeout=0.01)
        scripted = ScriptedModel(calls(("wait", "{}")), says("Well."))
        return await asyncio.to_thread(run, scripted, tools)

    reply = asyncio.run(use())
    assert reply.calls[0].status == "timed_out"
    assert cancelled == ["wait"]


# Sessions that tell what a server may


class Dumped:
    """A value of mcp."""

    def __init__(self, **fields: Any) -> None:
        self.fields = fields

    def model_dump(self, **_: Any) -> dict[str, Any]:
        return self.fields


def described(name: str, schema: Any = None, **more: Any) -> dict[str, Any]:
    return {"name": name, "inputSchema": schema or {"type": "object"}, **more}


class Listed:
    """A session with these tools, one on each page."""

    def __init__(self, *tools: dict[str, Any]) -> None:
        self.tools = tools
        self.called: list[tuple[str, Any]] = []

    async def list_tools(self, cursor: str | None = None) -> Any:
        place = int(cursor or 0)
        more = {"nextCursor": str(place + 1)} if place + 1 < len(self.tools) else {}
        return Dumped(tools=[*self.tools[place : place + 1]], **more)

    async def call_tool(self, name: str, arguments: dict[str, Any] | None = None) -> Any:
        self.called.append((name, arguments))
        return Dumped(content=[{"type": "text", "text": name}])


class ListedByParams(Listed):
    """The same for the versions that take the cursor in `params`."""

    async def list_tools(self, *, params: Any = None) -> Any:  # type: ignore[override]
        return await Listed.list_tools(self, params and params.cursor)


def list_tools(session: Any, **more: Any) -> list[Tool[..., Any]]:
    return asyncio.run(mcp_tools(session, **more))


@pytest.mark.parametrize("session", [Listed, ListedByParams])
def test_every_page_is_listed(session: Any) -> None:
    names = ["a", "b", "c"]
    assert [each.name for each in list_tools(session(*map(described, names)))] == names
    assert list_tools(session()) == []


def test_settings_are_those_of_each_tool() -> None:
    schema = {"type": "object", "properties": {"filter": {"type": "object"}}}
    session = Listed(described("find", schema, title="Finder"), described("b"))
    (found,) = list_tools(session, only=["find"], prefix="shop_", timeout=3, lenient=True)
    assert (found.name, found.timeout, found.lenient) == ("shop_find", 3, True)
    assert found.description == "Finder"
    assert found.arguments_of('{"filter": "{}"}') == {"filter": {}}


def test_a_session_whose_loop_has_ended_is_named() -> None:
    session = Listed(described("find"))
    tools = list_tools(session)
    reply = run(ScriptedModel(calls(("find", "{}")), says("Well.")), tools)
    assert "event loop of the MCP session does not run" in reply.calls[0].error
    assert session.called == []


def test_names_are_those_that_parsers_carry() -> None:
    long = "x" * 80
    session = Listed(described("a.b/c d"), described("größe"), described(long))
    assert [each.name for each in list_tools(session)] == ["a_b_c_d", "gr__e", "x" * 64]


@pytest.mark.parametrize(
    ("session", "more", "kind", "why"),
    [
        (Listed(described("a.b"), described("a_b")), {}, RequestInvalid, "two tools of the MCP"),
        (Listed(described("a")), {"only": ["b"]}, RequestInvalid, "no tool 'b'; it has a"),
        (Listed(), {"only": ["b"]}, RequestInvalid, "no tool 'b'; it has none"),
        (Listed(described("a", {"type": "array"})), {}, RequestInvalid, "a: the schema is not one"),
        ("http://localhost", {}, TypeError, "takes an open session of the mcp package"),
        (mcp.ClientSession, {}, TypeError, "takes an open session of the mcp package"),
        (None, {}, TypeError, "takes an open session of the mcp package"),
    ],
)
def test_what_cannot_be_tools_is_refused(session: Any, more: Any, kind: Any, why: str) -> None:
    with pytest.raises(kind, match=why):
        list_tools(session, **more)


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ImportError, match=r'pip install "vllm-typed-sdk\[mcp\]"'):
        list_tools(Listed())


@pytest.mark.parametrize(
    ("result", "found"),
    [
        ({"content": []}, ""),
        ({"content": None, "structuredContent": {"a": [1]}}, {"a": [1]}),
        ({"content": [{"type": "text", "text": "a"}], "structuredContent": {"a": 1}}, "a"),
        ({"content": [{"type": "other", "x": 1, "_meta": {}}]}, '{"type": "other", "x": 1}'),
    ],
)
def test_a_result_is_read_as_text_or_json(result: Any, found: Any) -> None:
    assert read_result(result) == found


@pytest.mark.parametrize(
    ("content", "why"), [([], "the tool failed"), ([{"type": "text", "text": "no"}], "^no$")]
)
def test_an_error_is_raised(content: Any, why: str) -> None:
    with pytest.raises(MCPToolError, match=why):
        read_result({"content": content, "isError": True})


def test_references_to_any_place_become_definitions() -> None:
    address = {"type": "object", "properties": {"next": {"$ref": "#/properties/home"}}}
    schema = {
        "type": "object",
        "$defs": {"part_2": {"type": "string"}},
        "properties": {
            "home": address,
            "work": {"$ref": "#/properties/home"},
            "both": {"anyOf": [{"$ref": "#/properties/a~1b/anyOf/0"}, {"$ref": "#/$defs/part_2"}]},
            "a/b": {"anyOf": [{"type": "integer"}]},
            "self": {"$ref": "#"},
        },
    }
    found = hoist_references(schema)
    assert found["$defs"] == {
        "part_2": {"type": "string"},
        "part_2_": {"type": "object", "properties": {"next": {"$ref": "#/$defs/part_2_"}}},
        "part_3": {"type": "integer"},
    }
    properties = found["properties"]
    assert properties["work"] == {"$ref": "#/$defs/part_2_"}
    assert properties["both"]["anyOf"] == [{"$ref": "#/$defs/part_3"}, {"$ref": "#/$defs/part_2"}]
    assert properties["self"] == {"$ref": "#"}
    (made,) = list_tools(Listed(described("go", schema)))
    assert made.arguments_of('{"work": {"next": {}}}') == {"work": {"next": {}}}
    with pytest.raises(OutputInvalid):
        made.arguments_of('{"work": {"next": 1}}')


@pytest.mark.parametrize(
    "reference",
    ["#/properties/b", "#/required/7", "#/required/0", "other.json", "#/properties/a/x/y", "#a"],
)
def test_a_reference_that_leads_nowhere_is_refused_as_before(reference: str) -> None:
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"$ref": reference}}}
    assert hoist_references(schema) == schema
    with pytest.raises(RequestInvalid, match="go: "):
        list_tools(Listed(described("go", schema)))
