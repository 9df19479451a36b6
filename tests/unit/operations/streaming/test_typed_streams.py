"""`stream(…, returns=…)`: values as they grow, items as they are whole, errors at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import pytest

from clients import Connect
from local_server import Exchange, LocalServer, serving_stream
from vllm_sdk._structured.json_text.partial_json import Partial
from vllm_sdk.errors import BadRequest, OutputEmpty, OutputInvalid, OutputTruncated
from wire import chunk, completion_body, delta, event_stream, stream_body


@dataclass
class Row:
    name: str
    size: int = 0
    tags: list[str] = field(default_factory=list[str])


def streamed(*texts: str, finish: str = "stop") -> bytes:
    chunks = [chunk(delta(text)) for text in texts]
    return event_stream([*chunks, chunk(delta(finish=finish))])


def stream(connect: Connect, answer: bytes, returns: Any = str, **ask: Any) -> Any:
    """What `values()` yields."""
    with serving_stream(answer) as server:
        with connect(server.url).stream("Which?", returns=returns, **ask) as stream:
            return list(stream.values())


def test_a_value_grows_until_it_is_whole(connect: Connect) -> None:
    pieces = ['{"na', 'me": "a', "b", '", "size": 1', "2", ', "tags": ["x', '"]', "}"]
    *partials, last = stream(connect, streamed(*pieces), Row)
    assert last == Row("ab", 12, ["x"])
    assert all(isinstance(partial, Partial) for partial in partials)
    assert [partial.json for partial in partials] == [
        {},
        {"name": "a"},
        {"name": "ab"},
        # 1 is not there: a number may go on until something follows it
        {"name": "ab", "size": 12, "tags": ["x"]},
    ]
    assert partials[1].text == '{"name": "a'


def test_the_reply_has_the_value(connect: Connect) -> None:
    with serving_stream(streamed("[1, ", "2]")) as server:
        with connect(server.url).stream("Which?", returns=list[int]) as stream:
            reply = stream.read()
    assert reply.value == stream.reply.value == [1, 2]
    assert server.requests[0].json["structured_outputs"]["json"]["type"] == "array"


def test_a_choice_grows_as_a_text(connect: Connect) -> None:
    *partials, last = stream(connect, streamed("y", "es"), Literal["yes", "no"])
    assert [partial.json for partial in partials] == ["y", "yes"]
    assert last == "yes"


def test_a_text_grows_too(connect: Connect) -> None:
    *partials, last = stream(connect, streamed("Hel", "lo"))
    assert [partial.json for partial in partials] == ["Hel", "Hello"]
    assert last == "Hello"


@pytest.mark.parametrize("kind", [list, set, frozenset])
def test_items_come_as_they_are_whole(connect: Connect, kind: Any) -> None:
    pieces = ["[1", "0, 2", "0", ",", "30", "]"]
    with serving_stream(streamed(*pieces)) as server:
        with connect(server.url).stream("Which?", returns=kind[int]) as stream:
            items = stream.items()
            assert next(items) == 10
            with pytest.raises(RuntimeError, match="not ended"):
                _ = stream.reply
            assert list(items) == [20, 30]
            assert stream.reply.value == kind([10, 20, 30])


def test_rows_come_as_instances(connect: Connect) -> None:
    text = '[{"name": "a, ]"}, {"name": "b", "tags": ["[", "\\"]"]}]'
    body = streamed(*text)
    with serving_stream(body) as server:
        with connect(server.url).stream("Which?", returns=list[Row]) as stream:
            rows = list(stream.items())
    assert rows == [Row("a, ]"), Row("b", 0, ["[", '"]'])]


def test_an_item_that_is_wrong_is_named(connect: Connect) -> None:
    body = streamed('[{"name": "a"}, {"name": 5}, {"name": "c"}]')
    with serving_stream(body) as server:
        with connect(server.url).stream("Which?", returns=list[Row]) as stream:
            items = stream.items()
            assert next(items) == Row("a")
            with pytest.raises(OutputInvalid, match=r"^\$\[1\]\.name: expected a string") as caught:
                next(items)
    assert caught.value.path == "$[1].name"
    assert caught.value.reply.text == '[{"name": "a"}, {"name": 5}, {"name": "c"}]'


@pytest.mark.parametrize("returns", [Row, str, int, tuple[int, str]])
def test_only_lists_have_items(connect: Connect, returns: Any) -> None:
    with serving_stream(streamed("1")) as server:
        with connect(server.url).stream("Which?", returns=returns) as stream:
            with pytest.raises(TypeError, match="needs returns=list"):
                list(stream.items())


@pytest.mark.parametrize("returns", [{"type": "array"}, Annotated[Any, {"type": "array"}]])
def test_items_of_a_schema_are_plain_json(connect: Connect, returns: Any) -> None:
    with serving_stream(streamed('[1, {"a": 2.5}]')) as server:
        with connect(server.url).stream("Which?", returns=returns) as stream:
            assert list(stream.items()) == [1, {"a": 2.5}]


@pytest.mark.parametrize("read", ["values", "items", "read", "text"])
def test_a_stream_that_is_cut_off_ends_in_the_error(connect: Connect, read: str) -> None:
    body = streamed("[1, 2", finish="length")
    with serving_stream(body) as server:
        with connect(server.url).stream("Which?", returns=list[int]) as stream:
            with pytest.raises(OutputTruncated) as caught:
                list(stream.text) if read == "text" else list(getattr(stream, read)())
            with pytest.raises(OutputTruncated) as again:
                _ = stream.reply
            assert list(stream) == []
    assert caught.value is again.value
    assert caught.value.text == "[1, 2"


def test_a_stream_that_is_no_json_says_so_at_its_end(connect: Connect) -> None:
    with pytest.raises(OutputInvalid, match="not JSON") as caught:
        stream(connect, streamed("Sure", ", here"), Row)
    assert caught.value.text == "Sure, here"


def test_an_answer_in_the_reasoning_is_found_at_the_end_of_a_stream(connect: Connect) -> None:
    pieces = [chunk(delta(reasoning=text)) for text in ('{"name"', ': "a"}')]
    body = event_stream([*pieces, chunk(delta(finish="stop"))])
    with pytest.raises(OutputEmpty, match="its reasoning is the value") as caught:
        stream(connect, body, Row)
    assert caught.value.reply.reasoning == '{"name": "a"}'


def test_partial_values_are_those_of_the_moment(connect: Connect) -> None:
    text = '{"name": "a \\u00e9\\n", "tags": ["x ", "y\t"]}'
    *partials, last = stream(connect, streamed(*text), Row)
    assert last == Row("a é\n", 0, ["x ", "y\t"])
    assert [partial.text for partial in partials] == sorted(
        {partial.text for partial in partials}, key=len
    )
    assert partials[-1].json == {"name": "a é\n", "tags": ["x ", "y\t"]}
    assert partials[1].json == {"name": ""}


def test_a_template_without_a_system_message_is_asked_again(connect: Connect) -> None:
    def script(exchange: Exchange) -> None:
        if exchange.seen.json["messages"][0]["role"] == "system":
            error = {"message": "System role not supported", "type": "B", "code": 400}
            exchange.answer(400, {"error": error})
        else:
            exchange.answer(body=streamed("1"), content_type="text/event-stream")

    with LocalServer(script) as server:
        client = connect(server.url)
        for _ in range(2):
            with client.stream("One?", returns=int) as stream:
                assert stream.read().value == 1
        with (
            pytest.raises(BadRequest),
            client.stream("One?", returns=int, schema_placement="system"),
        ):
            pass
    assert len(server.requests) == 4


def test_a_completion_streams_values(connect: Connect) -> None:
    with serving_stream(stream_body(completion_body("[1, 2]"))) as server:
        with connect(server.url).stream_completion("Which?", returns=list[int]) as stream:
            assert list(stream.items()) == [1, 2]
    assert server.requests[0].json["prompt"].startswith("Answer with JSON")
