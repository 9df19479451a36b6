"""Batches of values, on both clients."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import resource
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from clients import OWN_ENGINES, Connect, connecting
from holding_server import holding
from local_server import Exchange, Flaky, LocalServer
from vllm_sdk import (
    VLLM,
    AsyncVLLM,
    BatchItem,
    BatchProgress,
    BatchResult,
    Options,
    RetryPolicy,
    user,
)
from vllm_sdk.errors import (
    BadRequest,
    BatchFileError,
    BatchStopped,
    ConfigurationError,
    OutputInvalid,
    Overloaded,
    RequestInvalid,
    TransportError,
    VLLMError,
)
from wire import chat_body, completion_body

WAIT = 20
"""Seconds that a test waits for an event that must come."""


@pytest.fixture(params=OWN_ENGINES)
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    with connecting(request.param) as made:
        yield made


def echo(exchange: Exchange) -> None:
    """Answer a chat with its last message, a completion with its prompt, or as they ask."""
    body = exchange.seen.json
    if "prompt" in body:
        exchange.answer(body=completion_body(str(body["prompt"])))
        return
    text = body["messages"][-1]["content"]
    if text.startswith("fail"):
        exchange.answer(400, {"error": {"message": text, "type": "BadRequestError", "code": 400}})
    else:
        exchange.answer(body=chat_body(text))


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer(echo) as running:
        yield running


def texts(results: Iterable[BatchResult[Any]]) -> list[str]:
    return [result.text for result in results]


def test_results_have_the_order_of_the_items(connect: Connect, server: LocalServer) -> None:
    client = connect(server.url)
    results = client.batch([f"item {number}" for number in range(50)], concurrency=8)
    assert texts(results) == [f"item {number}" for number in range(50)]
    assert [result.index for result in results] == [*range(50)]
    assert [result.id for result in results] == [str(number) for number in range(50)]
    assert all(result.ok and not result.is_restored for result in results)
    assert results[3].item == "item 3"
    assert results[3].value == "item 3"
    assert "'3'" in repr(results[3])


ITEMS: list[Any] = [
    "a text",
    [user("a message")],
    [{"role": "user", "content": "a dict"}],
    {"prompt": "a prompt", "temperature": 0.5},
    {"messages": [user("messages")], "id": "five", "system": None},
    BatchItem("an item", id="six", system="Be brief.", options=Options(max_tokens=3), model="m"),
    BatchItem("raw", raw=True),
    BatchItem([1, 2, 3], raw=True, id=8),  # type: ignore[arg-type]  # a number is taken, too
]


@pytest.mark.parametrize("order", ["input", "prefix"])
def test_every_form_of_an_item(connect: Connect, server: LocalServer, order: str) -> None:
    client = connect(server.url, options=Options(temperature=0.25))
    results = client.batch(ITEMS, concurrency=1, order=order, seed=7)
    assert texts(results) == [
        *("a text", "a message", "a dict", "a prompt", "messages", "an item", "raw"),
        "[1, 2, 3]",
    ]
    assert [result.id for result in results] == ["0", "1", "2", "3", "five", "six", "6", "8"]
    sent = sorted((seen.json for seen in server.requests), key=json.dumps)
    assert all(body["seed"] == 7 for body in sent)
    by_text = {body["messages"][-1]["content"]: body for body in sent if "messages" in body}
    assert by_text["a prompt"]["temperature"] == 0.5
    assert by_text["a text"]["temperature"] == 0.25
    assert by_text["an item"]["max_tokens"] == 3
    assert by_text["an item"]["model"] == "m"
    assert by_text["an item"]["messages"][0] == {"role": "system", "content": "Be brief."}


def test_items_may_come_from_a_generator(connect: Connect, server: LocalServer) -> None:
    results = connect(server.url).batch((f"item {number}" for number in range(20)), concurrency=4)
    assert texts(results) == [f"item {number}" for number in range(20)]


@pytest.mark.parametrize("order", ["input", "prefix"])
async def test_items_may_come_from_an_asynchronous_generator(
    server: LocalServer, order: Any
) -> None:
    async def items() -> Any:
        for number in range(2100):
            yield "" if number == 5 else f"item {number}"

    async with AsyncVLLM(server.url) as client:
        results = await client.batch(items(), concurrency=32, order=order)
    assert [result.ok for result in results] == [number != 5 for number in range(2100)]
    assert results[2099].text == "item 2099"


def test_a_batch_of_no_items(connect: Connect, server: LocalServer) -> None:
    assert connect(server.url).batch([]) == []
    assert server.requests == []


@dataclass
class Point:
    x: int


def test_values_of_a_type(connect: Connect, server: LocalServer) -> None:
    items: list[Any] = ['{"x": 1}', '{"x": "no"}', BatchItem("7", returns=int)]
    results = connect(server.url).batch(items, returns=Point, schema_placement=None)
    assert results[0].value == Point(1)
    assert isinstance(results[1].error, OutputInvalid)
    assert results[2].value == 7
    raw = BatchItem('{"x": 2}', raw=True)
    assert connect(server.url).batch([raw], returns=Point, schema_placement=None)[0].value == Point(
        2
    )


def test_repairs_are_for_items_with_a_type(connect: Connect, server: LocalServer) -> None:
    items: list[Any] = ["a text", BatchItem("no number", returns=int)]
    results = connect(server.url).batch(items, max_repairs=2, schema_placement=None)
    assert results[0].text == "a text"
    assert isinstance(results[1].error, OutputInvalid)
    assert len(results[1].error.attempts) == 3


INVALID: list[tuple[Any, str]] = [
    ("", "empty"),
    ([], "empty"),
    (7, "prompt is a text or a list of messages"),
    ({"prompt": "a", "messages": []}, "either a prompt or messages"),
    ({"temperature": 1}, "either a prompt or messages"),
    ({"prompt": "a", "temprature": 1}, "temperature"),
    ({"prompt": "a", "temperature": -1}, "temperature"),
    ({"prompt": "a", "id": ""}, "id is a text"),
    (BatchItem("a", id=""), "id is a text"),
    (BatchItem("a", id=True), "id is a text"),  # type: ignore[arg-type]
    ({"custom_id": "1", "method": "POST", "url": "/x", "body": {}}, "run_batch"),
    (BatchItem("a", options=Options(echo=True), returns=int), "echo"),
]


@pytest.mark.parametrize("order", ["input", "prefix"])
def test_an_invalid_item_is_an_error_of_that_item(
    connect: Connect, server: LocalServer, order: str
) -> None:
    items = [item for item, _ in INVALID]
    results = connect(server.url).batch(["first", *items, "last"], order=order)
    assert results[0].text == "first"
    assert results[-1].text == "last"
    for result, (_, message) in zip(results[1:-1], INVALID, strict=True):
        assert not result.ok
        assert isinstance(result.error, RequestInvalid)
        assert message in result.error.message
        with pytest.raises(RequestInvalid, match=f"Item '{result.id}'"):
            result.text  # noqa: B018
        with pytest.raises(RequestInvalid):
            result.value  # noqa: B018
        assert "RequestInvalid" in repr(result)
    assert len(server.requests) == 2


def test_a_refused_item_does_not_end_the_batch(connect: Connect, server: LocalServer) -> None:
    results = connect(server.url).batch(["a", "fail 1", "b", "fail 2", "c"])
    assert [result.ok for result in results] == [True, False, True, False, True]
    assert isinstance(results[1].error, BadRequest)


CALLS: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"items": "a text"}, TypeError, "not one str"),
    ({"items": {"prompt": "a"}}, TypeError, "not one dict"),
    ({"items": 5}, TypeError, "not int"),
    ({"concurrency": 0}, RequestInvalid, "at least one"),
    ({"concurrency": True}, TypeError, "concurrency is a number"),
    ({"concurrency": "many"}, TypeError, "concurrency is a number"),
    ({"concurrency": 10**9}, ConfigurationError, "open files"),
    ({"max_failures": -1}, RequestInvalid, "0 or more"),
    ({"max_failures": "few"}, TypeError, "max_failures is a number"),
    ({"order": "random"}, RequestInvalid, "'input' or 'prefix'"),
    ({"progress": 3}, TypeError, "progress is True, False"),
    ({"system": 3}, TypeError, "system"),
    ({"temprature": 3}, TypeError, "temperature"),
    ({"temperature": -3}, RequestInvalid, "temperature"),
    ({"returns": None}, TypeError, "returns"),
    ({"max_repairs": -1}, RequestInvalid, "max_repairs"),
    ({"schema_placement": "nowhere"}, RequestInvalid, "schema_placement"),
    ({"items": [{"prompt": "a", "id": "x"}, BatchItem("b", id="x")]}, RequestInvalid, "id 'x'"),
    ({"items": ["a", "b", BatchItem("c", id="1")]}, RequestInvalid, "id '1'"),
    ({"items": [BatchItem("c", id="1"), "b"]}, RequestInvalid, "id '1'"),
]


@pytest.mark.parametrize(("arguments", "kind", "message"), CALLS)
def test_a_mistake_of_the_call_is_an_error_before_anything_is_sent(
    connect: Connect,
    server: LocalServer,
    arguments: dict[str, Any],
    kind: type[Exception],
    message: str,
) -> None:
    client = connect(server.url)
    for method in (client.batch, client.batch_iter):
        given = {"items": ["a"], **arguments}
        with pytest.raises(kind, match=message):
            method(given.pop("items"), **given)
    assert server.requests == []


def test_a_call_without_items(connect: Connect, server: LocalServer) -> None:
    with pytest.raises(TypeError, match="needs items"):
        connect(server.url).batch()


def test_an_asynchronous_source_needs_the_asynchronous_client() -> None:
    async def items() -> Any:
        yield "a"

    with VLLM("localhost") as client, pytest.raises(TypeError, match="AsyncVLLM"):
        client.batch(items())  # type: ignore[arg-type]


def test_a_repeated_id_of_a_lazy_source_is_an_error_of_its_item(
    connect: Connect, server: LocalServer
) -> None:
    items = (BatchItem(text, id=name) for text, name in [("a", "x"), ("b", "x"), ("c", "y")])
    results = connect(server.url).batch(items)
    assert [result.ok for result in results] == [True, False, True]
    assert "same id" in str(results[1].error)


def test_results_are_iterated_as_they_end(connect: Connect) -> None:
    held = threading.Event()

    def answer(exchange: Exchange) -> None:
        if exchange.seen.json["messages"][-1]["content"] == "slow":
            assert held.wait(WAIT)
        echo(exchange)

    with LocalServer(answer) as server:
        items = ["slow", *(f"item {number}" for number in range(20))]
        with connect(server.url).batch_iter(items, concurrency=2) as stream:
            first = [next(stream) for _ in range(20)]
            assert "slow" not in texts(first)
            assert stream.progress.done == 20
            assert stream.progress.in_flight == 1
            held.set()
            assert texts(stream) == ["slow"]
            assert stream.progress.in_flight == 0


def hold_all_but_quick(
    in_flight: threading.Semaphore, gone: threading.Semaphore
) -> Callable[[Exchange], None]:
    """Answer "quick" alone; count the arrival of any other request, and the end of its client."""

    def answer(exchange: Exchange) -> None:
        if exchange.seen.json["messages"][-1]["content"] == "quick":
            echo(exchange)
            return
        in_flight.release()
        exchange._handler.connection.settimeout(WAIT)
        assert exchange._handler.rfile.read(1) == b""
        gone.release()
        exchange.hang_up()

    return answer


def test_leaving_the_block_aborts_what_is_in_flight(connect: Connect) -> None:
    in_flight = threading.Semaphore(0)
    gone = threading.Semaphore(0)

    with LocalServer(hold_all_but_quick(in_flight, gone)) as server:
        client = connect(server.url)
        with client.batch_iter(["quick", "long 1", "long 2"], concurrency=3) as stream:
            assert next(stream).text == "quick"
            for _ in range(2):
                connect.wait(lambda: in_flight.acquire(timeout=WAIT))
        for _ in range(2):
            assert gone.acquire(timeout=WAIT)
        assert list(stream) == []
        stream.close()
        assert client.generate("quick").text == "quick"  # the client goes on


def test_a_stream_that_was_closed_first_is_empty(connect: Connect, server: LocalServer) -> None:
    stream = connect(server.url).batch_iter(["a"])
    stream.close()
    with stream:
        assert list(stream) == []
    assert server.requests == []


def test_too_many_failures_stop_the_batch(connect: Connect, server: LocalServer) -> None:
    items = ["good", "fail 1", "fail 2", *(f"item {number}" for number in range(500))]
    with pytest.raises(BatchStopped, match="max_failures=1") as caught:
        connect(server.url).batch(items, concurrency=1, max_failures=1)
    error = caught.value
    assert error.failures == 2
    assert isinstance(error.__cause__, BadRequest)
    assert [result.index for result in error.results] == [*range(len(error.results))]
    assert [result.ok for result in error.results[:3]] == [True, False, False]
    assert len(server.requests) < 20


def test_a_stream_yields_what_is_in_flight_before_it_stops(
    connect: Connect, server: LocalServer
) -> None:
    stream = connect(server.url).batch_iter(["fail"] * 50, concurrency=4, max_failures=0)
    seen: list[BatchResult[str]] = []
    with pytest.raises(BatchStopped) as caught:
        seen.extend(stream)
    assert caught.value.results == ()
    assert len(seen) == caught.value.failures
    assert len(server.requests) == len(seen)
    assert list(stream) == []


def test_as_many_failures_as_allowed(connect: Connect, server: LocalServer) -> None:
    results = connect(server.url).batch(["fail", "a", "fail"], max_failures=2)
    assert [result.ok for result in results] == [False, True, False]


def test_an_error_of_the_source_is_raised(connect: Connect, server: LocalServer) -> None:
    def items() -> Iterator[str]:
        yield "a"
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        connect(server.url).batch(items())


def test_overload_is_retried_and_lowers_the_limit(connect: Connect) -> None:
    limits = []

    def refuse(exchange: Exchange) -> None:
        error = {"message": "busy", "type": "ServiceUnavailable", "code": 503}
        exchange.answer(503, {"error": error})

    def look(progress: BatchProgress) -> None:
        limits.append(progress.limit)

    with LocalServer(Flaky(refuse, echo)) as server:
        policy = RetryPolicy(wait_initial=0, wait_jitter=0)
        client = connect(server.url, retry=policy)
        results = client.batch([f"item {number}" for number in range(3)], progress=look)
        assert all(result.ok for result in results)
        assert limits[-1] == 16


def test_without_retries_an_overload_is_the_error_of_its_item(connect: Connect) -> None:
    with LocalServer(Flaky(lambda exchange: exchange.answer(503), echo)) as server:
        results = connect(server.url).batch(["a"])
        assert isinstance(results[0].error, Overloaded)


FAULTS: list[Callable[[Exchange], None]] = [
    echo,
    lambda exchange: exchange.answer(503),
    lambda exchange: exchange.answer(429, b"slow down"),
    lambda exchange: exchange.answer(500, {"error": {"message": "broken", "code": 500}}),
    lambda exchange: exchange.answer(body=b"{half"),
    lambda exchange: exchange.answer(body=json.dumps(chat_body("cut")).encode()[:-9]),
    Exchange.hang_up,
    Exchange.wait_for_end,
]
"""What a bad server does: overload, refusals, failures, garbage, resets, silence."""


def test_every_item_ends_on_a_server_that_fails_at_random(connect: Connect) -> None:
    chance, lock = Random(7), threading.Lock()  # noqa: S311 -- no secret

    def play(exchange: Exchange) -> None:
        with lock:
            fault = chance.choice(FAULTS)
        fault(exchange)

    items = [f"item {number}" for number in range(120)]
    with LocalServer(play) as server:
        policy = RetryPolicy(attempts=3, wait_initial=0, wait_jitter=0)
        client = connect(server.url, retry=policy, timeout=0.5)
        results = client.batch(items, concurrency=40)
    assert [result.index for result in results] == list(range(len(items)))
    for result in results:
        if result.ok:
            assert result.text == result.item
        else:
            assert isinstance(result.error, VLLMError)
    assert any(result.ok for result in results)
    assert {type(result.error).__name__ for result in results if not result.ok} >= {
        "ConnectionFailed", "RequestTimeout", "ServerFailure", "UnexpectedResponse",
    }  # fmt: skip


def test_a_fixed_concurrency_of_2000(connect: Connect) -> None:
    """The connections follow the concurrency, though the client's own limit is 1,000."""
    count = 2000
    with allow_files(2 * count + 500), holding(count) as url:
        client = connect(url, timeout=120)
        results = client.batch(["a"] * count, concurrency=count)
    assert [result.error for result in results] == [None] * count


@contextmanager
def allow_files(count: int) -> Iterator[None]:
    """Raise the limit on open files for a block, if it is lower than needed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(count, soft), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_the_clients_own_limit_on_connections_is_kept(
    connect: Connect, server: LocalServer
) -> None:
    client = connect(server.url, max_connections=2)
    with pytest.raises(ConfigurationError, match="max_connections=3"):
        client.batch(["a"], concurrency=3)
    assert texts(client.batch(["a"] * 9, concurrency=2)) == ["a"] * 9
    assert texts(client.batch(["a"] * 9)) == ["a"] * 9
    assert len(server.peers) <= 2


@pytest.mark.parametrize("kind", ["sync-httpx", "async-httpx"])
def test_injected_clients_carry_batches(kind: str, server: LocalServer) -> None:
    with connecting(kind) as connect:
        assert len(connect(server.url).batch(["a"] * 20, concurrency=4)) == 20


def test_an_own_engine_that_was_passed_keeps_its_limit(
    connect: Connect, server: LocalServer
) -> None:
    from vllm_sdk.transports import AsyncHTTPTransport, HTTPTransport

    engine: Any = HTTPTransport if connect.is_sync else AsyncHTTPTransport
    client = connect(server.url, transport=engine(max_connections=2))
    with pytest.raises(ConfigurationError, match="2 connections"):
        client.batch(["a"], concurrency=3)
    assert texts(client.batch(["a"] * 9, concurrency=2)) == ["a"] * 9


def test_a_closed_client_sends_nothing(connect: Connect, server: LocalServer) -> None:
    client = connect(server.url)
    client.close()
    results = client.batch(["a", "b"])
    assert all(isinstance(result.error, TransportError) for result in results)


def test_closing_the_client_ends_what_is_in_flight(connect: Connect) -> None:
    in_flight = threading.Semaphore(0)
    gone = threading.Semaphore(0)

    with LocalServer(hold_all_but_quick(in_flight, gone)) as server:
        client = connect(server.url)
        with client.batch_iter(["quick", "long", "never"], concurrency=2) as stream:
            assert next(stream).text == "quick"
            connect.wait(lambda: in_flight.acquire(timeout=WAIT))
            client.close()
            assert all(isinstance(result.error, TransportError) for result in stream)
        assert gone.acquire(timeout=WAIT)


def test_settings_of_the_call(connect: Connect, server: LocalServer) -> None:
    client = connect(server.url, model="mine")
    client.batch(["a"], headers={"X-Tenant": "blue"}, timeout=5, deadline=9)
    client.batch(["a"], model="other")
    assert server.requests[0].headers["x-tenant"] == "blue"
    assert [seen.json["model"] for seen in server.requests] == ["mine", "other"]


# Order


def test_items_with_a_common_beginning_run_together(connect: Connect, server: LocalServer) -> None:
    items = [f"{'AB'[number % 2]} {number}" for number in range(20)]
    results = connect(server.url).batch(items, concurrency=1, order="prefix")
    assert texts(results) == items
    sent = [seen.json["messages"][-1]["content"] for seen in server.requests]
    assert sent == sorted(items)


# Progress


def test_a_function_receives_the_progress(connect: Connect, server: LocalServer) -> None:
    seen: list[BatchProgress] = []
    connect(server.url).batch(["a", "fail", "b"], concurrency=2, progress=seen.append)
    last = seen[-1]
    assert (last.total, last.done, last.failed, last.restored) == (3, 3, 1, 0)
    assert (last.in_flight, last.limit) == (0, 2)
    assert (last.prompt_tokens, last.completion_tokens) == (6, 4)
    assert last.seconds_left == 0
    assert last.requests_per_second > 0


def test_a_source_of_unknown_length(connect: Connect, server: LocalServer) -> None:
    seen: list[BatchProgress] = []
    connect(server.url).batch(iter(["a"]), progress=seen.append)
    assert seen[-1].total is None
    assert seen[-1].seconds_left is None


def test_progress_is_logged_without_a_terminal(
    connect: Connect, server: LocalServer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="vllm_sdk"):
        connect(server.url).batch(["a", "b"], progress=True)
    assert "batch: 2 of 2 done, 0 failed" in caplog.messages[-1]


def test_an_error_of_the_function_ends_the_batch(connect: Connect, server: LocalServer) -> None:
    def fail(_: BatchProgress) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        connect(server.url).batch(["a"], progress=fail)


# The checkpoint


def test_a_checkpoint_saves_requests(connect: Connect, server: LocalServer, tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    client = connect(server.url)
    first = client.batch(["a", "fail", "c"], checkpoint=path)
    assert [result.is_restored for result in first] == [False] * 3
    seen: list[BatchProgress] = []
    again = client.batch(["a", "fail", "c", "d"], checkpoint=str(path), progress=seen.append)
    assert [result.is_restored for result in again] == [True, False, True, False]
    assert texts([again[0], again[2], again[3]]) == ["a", "c", "d"]
    assert again[0].reply is not None
    assert first[0].reply is not None
    assert again[0].reply.request_id == first[0].reply.request_id
    assert seen[-1].restored == 2
    assert seen[-1].completion_tokens == 2
    assert len(server.requests) == 5


def test_a_changed_request_is_sent_again(
    connect: Connect, server: LocalServer, tmp_path: Path
) -> None:
    path = tmp_path / "replies.jsonl"
    client = connect(server.url)
    client.batch(["a", "7"], checkpoint=path)
    changed = client.batch(["b", "7"], checkpoint=path, temperature=0.5)
    assert [result.is_restored for result in changed] == [False, False]


def test_a_reply_that_does_not_decode_is_asked_for_again(connect: Connect, tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    with LocalServer(Flaky(lambda exchange: exchange.answer(body=chat_body("7")), echo)) as server:
        client = connect(server.url)
        client.batch(["8"], returns=int, checkpoint=path)
        path.write_text(path.read_text().replace('"content": "7"', '"content": "x"'))
        again = client.batch(["8"], returns=int, checkpoint=path)
        assert again[0].value == 8
        assert not again[0].is_restored


def test_a_checkpoint_that_cannot_be_opened(
    connect: Connect, server: LocalServer, tmp_path: Path
) -> None:
    with pytest.raises(BatchFileError):
        connect(server.url).batch(["a"], checkpoint=tmp_path / "nowhere" / "replies.jsonl")
    assert server.requests == []


@pytest.mark.parametrize("method", ["lookup", "record"])
def test_a_checkpoint_that_fails_ends_the_batch(
    connect: Connect,
    server: LocalServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
) -> None:
    from vllm_sdk._batching.checkpoint import Checkpoint

    def fail(*_: Any) -> Any:
        raise BatchFileError("the disk is full")

    monkeypatch.setattr(Checkpoint, method, fail)
    with pytest.raises(BatchFileError, match="the disk is full"):
        connect(server.url).batch(["a"] * 9, checkpoint=tmp_path / "replies.jsonl")


# Ctrl-C


@pytest.fixture
def interrupting() -> Iterator[Callable[[int], LocalServer]]:
    """A server that interrupts this process at a request, and answers it afterwards."""
    servers = []

    def make(place: int) -> LocalServer:
        lock = threading.Lock()
        count = [0]

        def answer(exchange: Exchange) -> None:
            with lock:
                count[0] += 1
                if count[0] == place:
                    os.kill(os.getpid(), signal.SIGINT)
            echo(exchange)

        server = LocalServer(answer)
        servers.append(server)
        server.__enter__()
        return server

    yield make
    for server in servers:
        server.__exit__()


@pytest.mark.parametrize("client_kind", OWN_ENGINES)
def test_ctrl_c_drains_a_stream(
    interrupting: Callable[[int], LocalServer], client_kind: str
) -> None:
    server = interrupting(10)
    seen: list[BatchResult[str]] = []
    before = signal.getsignal(signal.SIGINT)
    items = [f"item {number}" for number in range(1000)]

    async def iterate_async() -> None:
        async with AsyncVLLM(server.url) as client:
            async with client.batch_iter(items, concurrency=4) as stream:
                async for result in stream:
                    seen.append(result)  # noqa: PERF401 -- some remain after an error

    def iterate() -> None:
        with VLLM(server.url) as client, client.batch_iter(items, concurrency=4) as stream:
            seen.extend(stream)

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(iterate_async()) if client_kind == "async" else iterate()
    assert all(result.ok for result in seen)
    assert len(seen) == len(server.requests) < 100
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("client_kind", OWN_ENGINES)
def test_ctrl_c_saves_what_is_in_flight_to_the_checkpoint(
    interrupting: Callable[[int], LocalServer], client_kind: str, tmp_path: Path
) -> None:
    server = interrupting(10)
    path = tmp_path / "replies.jsonl"
    items = [f"item {number}" for number in range(1000)]

    async def ask() -> None:
        async with AsyncVLLM(server.url) as client:
            await client.batch(items, concurrency=4, checkpoint=path)

    def ask_synchronously() -> None:
        with VLLM(server.url) as client:
            client.batch(items, concurrency=4, checkpoint=path)

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(ask()) if client_kind == "async" else ask_synchronously()
    assert len(path.read_text().splitlines()) == len(server.requests) < 100


def test_ctrl_c_ends_a_batch_without_a_checkpoint_at_once(
    interrupting: Callable[[int], LocalServer],
) -> None:
    server = interrupting(10)
    with VLLM(server.url) as client, pytest.raises(KeyboardInterrupt):
        client.batch([f"item {number}" for number in range(1000)], concurrency=4)
    assert len(server.requests) < 100
