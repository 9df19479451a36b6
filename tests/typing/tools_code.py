"""Tools as users write them; type checkers check this file, and nobody runs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, assert_type

from mcp import ClientSession

from vllm_sdk import (
    VLLM,
    AsyncVLLM,
    CallEvent,
    Final,
    Injected,
    ResultEvent,
    TextEvent,
    ToolReply,
    TurnContext,
    TurnEvent,
    user,
)
from vllm_sdk._operations.tool_loop.events import CallRecord
from vllm_sdk._operations.tool_loop.steps import FinalAnswer
from vllm_sdk._tool_running import AsyncToolRunner, ToolRunner
from vllm_sdk._tools import Tool, ToolPrompt, index_tools, tool
from vllm_sdk.mcp import MCPToolError, mcp_tools


@tool
def get_weather(city: Annotated[str, "The city's name"], days: int = 1) -> str:
    """Tell the weather in a city."""
    return city * days


@tool(name="book", timeout=5.0, strict=False)
async def book_flight(city: str) -> int:
    """Book a flight."""
    return len(city)


class Shop:
    """A shop."""

    @tool
    def search(self, words: str) -> list[str]:
        """Search the shop."""
        return [words]


async def call_them(shop: Shop) -> None:
    """A tool is called as the function was."""
    assert_type(get_weather("Paris", days=2), str)
    assert_type(await book_flight("Paris"), int)
    assert_type(shop.search, Tool[..., Any])
    assert_type(tool(len, name="length", schema={"type": "object"}).name, str)
    assert_type(get_weather.to_dict(), dict[str, Any])
    assert_type(get_weather.arguments_of("{}"), dict[str, Any])
    index_tools([get_weather, book_flight, shop.search, print])


class Database:
    """What the model does not see."""


@tool(final=True, lenient=True)
def finish(degrees: int, db: Annotated[Database, Injected]) -> int | Final[int]:
    """Finish with a result."""
    assert_type(Final(degrees), Final[int])
    return Final(degrees) if db else degrees


def prepare(context: TurnContext) -> list[str | Tool[..., Any]] | None:
    """Offer every tool but the first one."""
    assert_type(context.turn, int)
    return [*context.tools[1:], "finish"] if context.calls else None


async def prepare_later(context: TurnContext) -> list[Tool[..., Any]]:
    """Offer the tools after somebody was asked."""
    return [*context.tools]


def control(client: VLLM) -> None:
    """The end of a loop, its tools, and what the model does not see."""
    reply = client.generate_with_tools(
        "Weather?",
        [finish, get_weather],
        returns=int,
        prepare=prepare,
        inject={"db": Database()},
        fatal_errors=KeyError,
        hidden_errors=(OSError, ValueError),
    )
    assert_type(reply.value, int)
    assert_type(reply.calls[0].final, bool)
    client.stream_with_tools("Weather?", [finish], prepare=lambda _: ["finish"])
    client.generate_with_tools("Hi", [print], prepare=prepare_later)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.generate_with_tools("Hi", [print], fatal_errors=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def approve(call: CallRecord) -> bool | str:
    """Refuse what nobody wants."""
    return call.name != "book" or "no flights today"


async def approve_later(call: CallRecord) -> bool:
    """Ask somebody."""
    return call.status == "pending"


ToolRunner(approve=approve, on_event=print, max_concurrency=4, timeout=10)
AsyncToolRunner(approve=approve_later, on_event=print)
AsyncToolRunner(approve=approve)
ToolPrompt(role="user", max_calls=1)
assert_type(FinalAnswer.of(str), FinalAnswer[Any])


def read(reply: ToolReply[int]) -> None:
    """What a loop came to."""
    assert_type(reply.value, int)
    assert_type(reply.calls[0].arguments, dict[str, Any])


@dataclass
class Report:
    """A final answer."""

    degrees: int


def loops(client: VLLM) -> str:
    """Loops, and streams of them."""
    reply = client.generate_with_tools(
        "Weather?", [get_weather, print], approve=approve, on_event=print, temperature=0
    )
    assert_type(reply, ToolReply[str])
    assert_type(reply.text, str)
    typed = client.generate_with_tools("Weather?", [get_weather], returns=Report | None)
    assert_type(typed.value, Report | None)
    client.chat([*reply.transcript, user("Sure?")], tools=[get_weather, print])
    with client.stream_with_tools("Weather?", [get_weather], returns=Report) as stream:
        for event in stream:
            if isinstance(event, TextEvent):
                assert_type(event.text, str)
            elif isinstance(event, CallEvent | ResultEvent):
                assert_type(event.call.name, str)
            else:
                assert_type(event, TurnEvent)
        assert_type(stream.reply.value, Report)
    client.generate_with_tools("Hi", [print], mode="natve")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    return annotated(reply)


def listed(client: VLLM) -> None:
    """Functions of different signatures in one list."""
    functions = [approve, read]
    client.generate_with_tools("Hi", functions)
    client.chat([user("Hi")], tools=functions)


def annotated(reply: ToolReply) -> str:
    """Without a type of its own, a reply is of text."""
    return reply.value


async def remote(client: AsyncVLLM, session: ClientSession) -> None:
    """Tools of a server of the Model Context Protocol."""
    tools = await mcp_tools(session, only=["get_weather"], timeout=3)
    assert_type(tools, list[Tool[..., Any]])
    await client.generate_with_tools("Weather?", [*tools, book_flight], hidden_errors=MCPToolError)
    await mcp_tools("http://localhost")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def asynchronous(client: AsyncVLLM) -> None:
    """Hooks may be coroutine functions."""
    reply = await client.generate_with_tools(
        "Weather?", [book_flight], approve=approve_later, prepare=prepare_later
    )
    assert_type(reply, ToolReply[str])
    async with client.stream_with_tools("Weather?", [book_flight], approve=approve) as stream:
        async for text in stream.text:
            assert_type(text, str)
