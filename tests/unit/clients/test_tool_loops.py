"""Tool loops through both clients, against a small local server."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from clients import Connect
from local_server import Exchange, LocalServer
from loops import Weather
from scripted_model import Turn, calls, concludes, describes, says
from vllm_sdk import (
    VLLM,
    AsyncVLLM,
    CallEvent,
    Final,
    Injected,
    ResultEvent,
    StepPrompt,
    TextEvent,
    ToolPrompt,
    TurnEvent,
    errors,
    tool,
    user,
)
from wire import EVENT_STREAM, chunk, delta, event, event_stream, stream_body, turn_body

PARIS = ("get_weather", '{"city": "Paris"}')
NO_PARSER = {
    "message": '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be '
    "set",
    "type": "BadRequestError",
    "param": None,
    "code": 400,
}
NO_SYSTEM = {"message": "System role not supported", "type": "B", "param": None, "code": 400}


class Playing(LocalServer):
    """A server whose model takes these turns, streamed where that is asked for.

    `refuses` says what is wrong with a request's body, as vLLM's error, or None.
    """

    def __init__(self, *turns: Turn, refuses: Any = lambda _: None) -> None:
        self._turns = list(turns)
        self._refuses = refuses
        super().__init__(self._answer)

    def _answer(self, exchange: Exchange) -> None:
        body = exchange.seen.json
        if error := self._refuses(body):
            exchange.answer(error["code"], {"error": error})
            return
        turn: Any = self._turns.pop(0)
        reply = turn_body(turn, completion=exchange.seen.path == "/v1/completions")
        if body.get("stream"):
            exchange.stream(stream_body(reply))
        else:
            exchange.answer(body=reply)


def no_tools(body: Any) -> Any:
    return NO_PARSER if "tools" in body else None


def no_system(body: Any) -> Any:
    return NO_SYSTEM if body["messages"][0]["role"] == "system" else None


@dataclass
class Report:
    city: str
    degrees: int


def test_a_function_is_called_and_the_model_answers(connect: Connect) -> None:
    weather = Weather()
    with Playing(calls(PARIS), says("It is sunny.")) as server:
        reply = connect(server.url, model="m").generate_with_tools(
            "What's the weather like?", [weather.get_weather], system="Be brief.", temperature=0.7
        )
    assert reply.text == reply.value == "It is sunny."
    assert [(call.name, call.arguments, call.result) for call in reply.calls] == [
        ("get_weather", {"city": "Paris"}, "sunny in Paris")
    ]
    first, second = (seen.json for seen in server.requests)
    assert first["tools"][0]["function"]["name"] == "get_weather"
    assert first["temperature"] == second["temperature"] == 0.7
    assert [message["role"] for message in second["messages"]] == [
        "system", "user", "assistant", "tool",
    ]  # fmt: skip


@tool
def find(words: str, db: Annotated[object, Injected]) -> str | Final[str]:
    """Find something."""
    if words == "secret":
        raise ValueError("hunter2")
    if words == "broken":
        raise ConnectionRefusedError("gone")
    return Final(f"{words} {db}") if words == "last" else words


def finds(words: str) -> Turn:
    return calls(("find", json.dumps({"words": words})))


def test_a_developer_controls_a_loop(connect: Connect) -> None:
    settings: dict[str, Any] = {
        "inject": {"db": 7},
        "prepare": lambda context: ["find"] if context.turn > 1 else None,
        "hidden_errors": ValueError,
        "fatal_errors": ConnectionError,
    }
    tools = [find, Weather().get_weather]
    turns = [finds("secret"), finds("last")]
    with Playing(*turns, *turns, finds("broken"), finds("broken")) as server:
        client = connect(server.url)
        reply = client.generate_with_tools("Find it.", tools, **settings)
        assert (reply.text, reply.calls[0].error) == ("last 7", "Error: find failed")
        with client.stream_with_tools("Find it.", tools, **settings) as stream:
            assert [type(each).__name__ for each in stream] == [
                *("TurnEvent", "CallEvent", "ResultEvent"),
                *("TurnEvent", "CallEvent", "ResultEvent"),
            ]
        assert stream.reply.text == "last 7"
        with pytest.raises(ConnectionRefusedError, match="gone"):
            client.generate_with_tools("Find it.", tools, **settings)
        with pytest.raises(ConnectionRefusedError, match="gone"):
            with client.stream_with_tools("Find it.", tools, **settings) as stream:
                list(stream)
    assert [len(seen.json["tools"]) for seen in server.requests[:4]] == [2, 1, 2, 1]


def test_a_chat_goes_on_with_the_transcript(connect: Connect) -> None:
    weather = Weather()
    with Playing(calls(PARIS), says("Sunny."), says("Yes.")) as server:
        client = connect(server.url)
        reply = client.generate_with_tools([user("Weather?")], [weather.get_weather])
        assert client.chat([*reply.transcript, user("Sure?")]).text == "Yes."
    assert [message["role"] for message in server.requests[2].json["messages"]] == [
        "user", "assistant", "tool", "assistant", "user",
    ]  # fmt: skip


def test_without_a_parser_tools_are_described_from_then_on(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    weather = Weather()
    turns = [describes(PARIS), concludes("Sunny."), concludes("Still sunny.")]
    with Playing(*turns, refuses=no_tools) as server, caplog.at_level(logging.INFO):
        client = connect(server.url)
        reply = client.generate_with_tools("Weather?", [weather.get_weather])
        assert (reply.text, reply.mode) == ("Sunny.", "descriptive")
        assert client.generate_with_tools("Weather?", [weather.get_weather]).turns == 1
    native = ["tools" in seen.json for seen in server.requests]
    assert native == [True, False, False, False]
    lines = [line for line in caplog.messages if "calls no tools natively" in line]
    assert len(lines) == 1


def test_native_mode_does_not_give_way(connect: Connect) -> None:
    with Playing(refuses=no_tools) as server, pytest.raises(errors.ToolParserDisabled) as caught:
        connect(server.url).generate_with_tools("Hi", [Weather().get_weather], mode="native")
    assert len(server.requests) == 1
    assert len(caught.value.transcript) == 1


def test_where_a_template_takes_no_system_message_the_users_describes_the_tools(
    connect: Connect,
) -> None:
    turns = [describes(PARIS), concludes("Sunny."), concludes("Rain.")]
    with Playing(*turns, refuses=no_system) as server:
        client = connect(server.url)
        ask = {"mode": "descriptive"}
        client.generate_with_tools("Weather?", [Weather().get_weather], **ask)
        client.generate_with_tools("Weather?", [Weather().get_weather], **ask)
    roles = [seen.json["messages"][0]["role"] for seen in server.requests]
    assert roles == ["system", "user", "user", "user"]
    assert server.requests[1].json["messages"][0]["content"].endswith("\n\nWeather?")


def test_instructions_stay_where_they_are_wanted(connect: Connect) -> None:
    with Playing(refuses=no_system) as server:
        with pytest.raises(errors.BadRequest, match="System role"):
            connect(server.url).generate_with_tools(
                "Hi", [ping], mode="descriptive", tool_prompt=ToolPrompt(role="system")
            )
    assert len(server.requests) == 1


def test_another_refusal_ends_the_loop(connect: Connect) -> None:
    refuses = lambda _: {**NO_SYSTEM, "message": "max_tokens is too large"}  # noqa: E731
    with Playing(refuses=refuses) as server, pytest.raises(errors.BadRequest, match="too large"):
        connect(server.url).generate_with_tools("Hi", [Weather().get_weather], mode="descriptive")
    assert len(server.requests) == 1


@pytest.mark.parametrize("mode", ["native", "descriptive"])
def test_the_answer_may_be_of_a_type(connect: Connect, mode: Any) -> None:
    answer = {"city": "Paris", "degrees": 18}
    turns = [says(json.dumps(answer))] if mode == "native" else [concludes(answer)]
    with Playing(*turns) as server:
        reply = connect(server.url).generate_with_tools(
            "Weather?", [Weather().get_weather], returns=Report, mode=mode
        )
    assert reply.value == Report("Paris", 18)


def test_a_plan_runs_nothing(connect: Connect) -> None:
    weather = Weather()
    with Playing(describes(PARIS)) as server:
        reply = connect(server.url).generate_with_tools(
            "Weather?", [weather.get_weather], execute=False, mode="descriptive"
        )
    assert weather.asked == []
    assert [(call.name, call.arguments, call.status) for call in reply.calls] == [
        ("get_weather", {"city": "Paris"}, "planned")
    ]


def test_raw_loops_ask_for_completions(connect: Connect) -> None:
    with Playing(describes(PARIS), concludes("Sunny.")) as server:
        reply = connect(server.url).generate_with_tools(
            "Weather?", [Weather().get_weather], endpoint="completions"
        )
    assert reply.text == "Sunny."
    assert {seen.path for seen in server.requests} == {"/v1/completions"}


def test_hooks_see_and_refuse(connect: Connect) -> None:
    seen: list[Any] = []
    weather = Weather()
    with Playing(calls(PARIS), says("No.")) as server:
        reply = connect(server.url).generate_with_tools(
            "Weather?",
            [weather.get_weather],
            approve=lambda call: f"not {call.arguments['city']}",
            on_event=seen.append,
        )
    assert weather.asked == []
    assert reply.calls[0].error == "Error: the call was refused: not Paris"
    assert [type(event) for event in seen] == [TurnEvent, CallEvent, ResultEvent, TurnEvent]


def test_an_unknown_model_is_told_with_those_that_are_served(connect: Connect) -> None:
    unknown = {"message": "no model", "type": "NotFoundError", "param": "model", "code": 404}

    def script(exchange: Exchange) -> None:
        if exchange.seen.path == "/v1/models":
            exchange.answer(body={"data": [{"id": "tiny"}]})
        else:
            exchange.answer(404, {"error": unknown})

    with LocalServer(script) as server:
        client = connect(server.url, model="m")
        with pytest.raises(errors.ModelNotFound) as caught:
            client.generate_with_tools("Hi", [Weather().get_weather])
        assert caught.value.served == ("tiny",)
        with client.stream_with_tools("Hi", [Weather().get_weather]) as stream:
            with pytest.raises(errors.ModelNotFound) as caught:
                list(stream)
        assert caught.value.served == ("tiny",)


@pytest.mark.parametrize("method", ["generate_with_tools", "stream_with_tools"])
def test_mistakes_are_told_before_anything_is_sent(connect: Connect, method: str) -> None:
    ask = getattr(connect("http://127.0.0.1:1"), method)
    with pytest.raises(errors.RequestInvalid, match="tools is empty"):
        ask("Hi", [])
    with pytest.raises(TypeError, match="temprature"):
        ask("Hi", [Weather().get_weather], temprature=1)
    with pytest.raises(errors.RequestInvalid, match="Any says nothing"):
        ask("Hi", [Weather().get_weather], returns=Any)


# Streams.


def test_a_stream_tells_what_happens(connect: Connect) -> None:
    weather = Weather()
    with Playing({**calls(PARIS), "content": "Let me see."}, says("It is sunny.")) as server:
        with connect(server.url).stream_with_tools("Weather?", [weather.get_weather]) as stream:
            with pytest.raises(RuntimeError, match="has not ended"):
                _ = stream.reply
            events = list(stream)
    told = [
        event.text if isinstance(event, TextEvent) else type(event).__name__ for event in events
    ]
    assert told == [
        "Let ", "me s", "ee.", "TurnEvent", "CallEvent", "ResultEvent",
        "It i", "s su", "nny.", "TurnEvent",
    ]  # fmt: skip
    assert stream.reply.text == "It is sunny."
    assert stream.reply.calls[0].result == "sunny in Paris"
    assert events[4].call.arguments == {"city": "Paris"}
    assert events[5].call.result == "sunny in Paris"


def test_the_text_of_a_described_answer_streams(connect: Connect) -> None:
    turns = [describes(PARIS), concludes('It is "sunny".')]
    with Playing(*turns, refuses=no_tools) as server:
        client = connect(server.url)
        with client.stream_with_tools("Weather?", [Weather().get_weather]) as stream:
            pieces = list(stream.text)
    assert "".join(pieces) == 'It is "sunny".'
    assert len(pieces) > 2
    assert stream.reply.mode == "descriptive"


def test_a_described_answer_that_is_no_text_comes_as_the_value(connect: Connect) -> None:
    with Playing(concludes({"city": "Paris", "degrees": 18})) as server:
        with connect(server.url).stream_with_tools(
            "Weather?", [Weather().get_weather], returns=Report, mode="descriptive"
        ) as stream:
            assert list(stream.text) == []
    assert stream.reply.value == Report("Paris", 18)


@pytest.mark.parametrize("endpoint", ["chat", "completions"])
def test_the_text_of_an_answer_in_steps_streams_and_the_steps_do_not(
    connect: Connect, endpoint: Any
) -> None:
    turns = [says("get_weather"), says(PARIS[1]), says("none"), says('It is "sunny" today.')]
    with Playing(*turns, refuses=no_tools) as server:
        with connect(server.url).stream_with_tools(
            "Weather?", [Weather().get_weather], endpoint=endpoint, tool_prompt=StepPrompt()
        ) as stream:
            events = list(stream)
        streamed = [bool(seen.json.get("stream")) for seen in server.requests]
    pieces = [event.text for event in events if isinstance(event, TextEvent)]
    assert "".join(pieces) == stream.reply.text == 'It is "sunny" today.'
    assert len(pieces) > 2
    kinds = [type(event) for event in events if not isinstance(event, TextEvent)]
    assert kinds == [TurnEvent, CallEvent, ResultEvent, TurnEvent]
    assert streamed[-4:] == [False, False, False, True]


def test_a_typed_answer_in_steps_comes_as_the_value(connect: Connect) -> None:
    with Playing(says("none"), says('{"city": "Paris", "degrees": 18}')) as server:
        with connect(server.url).stream_with_tools(
            "Weather?",
            [Weather().get_weather],
            returns=Report,
            mode="descriptive",
            tool_prompt=StepPrompt(),
        ) as stream:
            assert list(stream.text) == []
    assert stream.reply.value == Report("Paris", 18)


def test_a_raw_stream_asks_for_completions(connect: Connect) -> None:
    text = json.dumps({"answer": "Sunny."})
    with Playing(says(text)) as server:
        with connect(server.url).stream_with_tools(
            "Weather?", [Weather().get_weather], endpoint="completions"
        ) as stream:
            assert "".join(stream.text) == "Sunny."


def test_a_stream_can_be_left_early(connect: Connect) -> None:
    weather = Weather()
    with Playing(calls(PARIS), says("It is sunny.")) as server:
        with connect(server.url).stream_with_tools("Weather?", [weather.get_weather]) as stream:
            for event in stream:
                if isinstance(event, CallEvent):
                    break
        with pytest.raises(RuntimeError, match="closed before its end"):
            _ = stream.reply
    assert weather.asked == []
    assert len(server.requests) == 1


def test_a_broken_stream_has_the_transcript(connect: Connect) -> None:
    def script(exchange: Exchange) -> None:
        if len(server.requests) == 1:
            exchange.stream(stream_body(turn_body(calls(PARIS))))
        else:
            exchange.stream(event_stream([chunk(delta("It is"))], end=""))

    with LocalServer(script) as server:
        with connect(server.url).stream_with_tools("Hi", [Weather().get_weather]) as stream:
            with pytest.raises(errors.StreamInterrupted) as caught:
                list(stream)
    assert [message.role for message in caught.value.transcript] == ["user", "assistant", "tool"]


@tool
def ping() -> str:
    """Answer."""
    return "pong"


def test_chat_offers_functions_and_runs_nothing(connect: Connect) -> None:
    with Playing(calls(("ping", "{}"))) as server:
        reply = connect(server.url).chat([user("Hi")], tools=[ping])
    assert [call.name for call in reply.tool_calls] == ["ping"]
    assert server.requests[0].json["tools"] == [ping.to_dict()]


def test_instructions_that_no_place_is_right_for_end_in_the_first_refusal(connect: Connect) -> None:
    refuses = lambda body: {**NO_SYSTEM, "message": f"roles must alternate {len(body)}"}  # noqa: E731
    with Playing(refuses=refuses) as server, pytest.raises(errors.BadRequest):
        connect(server.url).generate_with_tools("Hi", [ping], mode="descriptive")
    assert [seen.json["messages"][0]["role"] for seen in server.requests] == ["system", "user"]


def test_what_ended_a_streamed_loop_is_told_again(connect: Connect) -> None:
    with Playing(calls(("ping", "{}"))) as server:
        with connect(server.url).stream_with_tools("Hi", [ping], max_turns=1) as stream:
            with pytest.raises(errors.ToolLoopExhausted):
                list(stream)
            with pytest.raises(errors.ToolLoopExhausted):
                _ = stream.reply


def test_another_thread_can_close_a_streamed_loop() -> None:
    begun, release = threading.Event(), threading.Event()

    @tool
    def wait() -> str:
        """Wait."""
        begun.set()
        release.wait(30)
        return "done"

    def close(stream: Any) -> None:
        begun.wait(30)
        stream.close()
        release.set()

    with Playing(calls(("wait", "{}")), says("never")) as server, VLLM(server.url) as client:
        with client.stream_with_tools("Hi", [wait]) as stream:
            closing = threading.Thread(target=close, args=(stream,))
            closing.start()
            list(stream)
            closing.join(30)
            with pytest.raises(RuntimeError, match="closed before its end"):
                _ = stream.reply
    assert len(server.requests) == 1


async def test_another_task_can_close_a_streamed_loop() -> None:
    begun, release = asyncio.Event(), asyncio.Event()

    @tool
    async def wait() -> str:
        """Wait."""
        begun.set()
        await release.wait()
        return "done"

    async def close(stream: Any) -> None:
        await begun.wait()
        await stream.close()
        release.set()

    with Playing(calls(("wait", "{}")), says("never")) as server:
        async with AsyncVLLM(server.url) as client:
            async with client.stream_with_tools("Hi", [wait]) as stream:
                closing = asyncio.create_task(close(stream))
                async for _ in stream:
                    pass
                await closing
                with pytest.raises(RuntimeError, match="closed before its end"):
                    _ = stream.reply
    assert len(server.requests) == 1


def test_a_stream_of_a_loop_ends_once_and_has_one_reader() -> None:
    streams: list[Any] = []

    def read_again() -> str:
        """Read the stream that runs this tool."""
        with pytest.raises(RuntimeError, match="give each a stream of its own"):
            next(streams[0])
        return "refused"

    with Playing(calls(("read_again", "{}")), says("Well.")) as server, VLLM(server.url) as client:
        with client.stream_with_tools("Go", [read_again], mode="native") as stream:
            streams.append(iter(stream))
            assert list(stream)
            assert list(stream) == []
        assert stream.reply.calls[0].result == "refused"
        assert list(stream) == []


async def test_an_asynchronous_stream_of_a_loop_has_one_reader() -> None:
    streams: list[Any] = []

    async def read_again() -> str:
        """Read the stream that runs this tool."""
        with pytest.raises(RuntimeError, match="give each a stream of its own"):
            await anext(streams[0])
        return "refused"

    with Playing(calls(("read_again", "{}")), says("Well.")) as server:
        async with (
            AsyncVLLM(server.url) as client,
            client.stream_with_tools("Go", [read_again], mode="native") as stream,
        ):
            streams.append(aiter(stream))
            assert [event async for event in stream]
            assert [event async for event in stream] == []
        assert stream.reply.calls[0].result == "refused"


@pytest.mark.parametrize("prompt", [user("Hi"), None, 3, b"Hi"])
def test_a_prompt_of_a_loop_is_a_text_or_messages(connect: Connect, prompt: Any) -> None:
    client = connect("http://127.0.0.1:1")
    with pytest.raises(TypeError) as expected:
        client.generate(prompt)
    assert "a list of " in str(expected.value)
    for ask in (client.generate_with_tools, client.stream_with_tools):
        with pytest.raises(TypeError) as caught:
            ask(prompt, [Weather().get_weather])
        assert str(caught.value) == str(expected.value)


def test_a_prompt_of_a_loop_may_be_an_iterator(connect: Connect) -> None:
    with Playing(says("Sunny.")) as server:
        reply = connect(server.url).generate_with_tools(
            iter([user("Weather?")]), [Weather().get_weather]
        )
    assert reply.transcript[0] == user("Weather?")


def test_a_hook_that_raises_stop_iteration_does_not_end_a_stream_silently() -> None:
    def approve(_: Any) -> bool:
        raise StopIteration

    with Playing(calls(PARIS)) as server, VLLM(server.url) as client:
        with client.stream_with_tools(
            "Weather?", [Weather().get_weather], mode="native", approve=approve
        ) as stream:
            with pytest.raises(RuntimeError, match="a hook raised StopIteration"):
                list(stream)


async def test_a_hook_that_raises_stop_async_iteration_does_not_end_a_stream_silently() -> None:
    async def approve(_: Any) -> bool:
        raise StopAsyncIteration

    with Playing(calls(PARIS)) as server:
        async with (
            AsyncVLLM(server.url) as client,
            client.stream_with_tools(
                "Weather?", [Weather().get_weather], mode="native", approve=approve
            ) as stream,
        ):
            with pytest.raises(RuntimeError, match="a hook raised StopAsyncIteration"):
                [event async for event in stream]


def test_a_loop_that_is_closed_while_a_turn_opens_ends() -> None:
    asked, closed = threading.Event(), threading.Event()

    def wait(exchange: Exchange) -> None:
        asked.set()
        closed.wait(30)
        exchange.begin(200, EVENT_STREAM, None)
        exchange.write(event(chunk(delta("Hi", finish="stop"))))

    with LocalServer(wait) as server, VLLM(server.url) as client:
        stream = client.stream_with_tools("Hi", [Weather().get_weather], mode="native")

        def close() -> None:
            asked.wait(30)
            stream.close()
            closed.set()

        closing = threading.Thread(target=close)
        closing.start()
        assert list(stream) == []
        closing.join(30)
        with pytest.raises(RuntimeError, match="closed before its end"):
            _ = stream.reply


async def test_an_asynchronous_loop_that_is_closed_while_a_turn_opens_ends() -> None:
    closed = threading.Event()

    def wait(exchange: Exchange) -> None:
        closed.wait(30)
        exchange.begin(200, EVENT_STREAM, None)
        exchange.write(event(chunk(delta("Hi", finish="stop"))))

    with LocalServer(wait) as server:
        async with AsyncVLLM(server.url) as client:
            stream = client.stream_with_tools("Hi", [Weather().get_weather], mode="native")
            reading = asyncio.ensure_future(anext(stream))
            await asyncio.sleep(0)
            await stream.close()
            closed.set()
            with pytest.raises(StopAsyncIteration):
                await reading
