"""No error, and nothing that hangs on it, shows an API key or another header's value."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

from clients import ENGINES, Connect, connecting
from local_server import Exchange, LocalServer, serving
from vllm_sdk import VLLM, AsyncVLLM, errors
from vllm_sdk._transport.masking import Secret, SecretBytes, mask

KEY = "hunter2"


@pytest.fixture(params=ENGINES)
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    with connecting(request.param) as connect:
        yield connect


def frames(error: BaseException | None) -> Iterator[FrameType]:
    """Yield every frame that hangs on an error and on the errors behind it."""
    while error is not None:
        for frame, _ in traceback.walk_tb(error.__traceback__):
            yield frame
        error = error.__cause__ or error.__context__


def shown(error: BaseException) -> str:
    """What a tool that records variables would write down, except of the test itself."""
    return "\n".join(
        repr(frame.f_locals) for frame in frames(error) if "/tests/" not in frame.f_code.co_filename
    )


def hang_up(exchange: Exchange) -> None:
    exchange.hang_up()


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(
    "script",
    [
        hang_up,
        lambda exchange: exchange.answer(401, {"error": "Unauthorized"}),
        lambda exchange: exchange.answer(200, b"<html>"),
    ],
)
def test_no_frame_of_an_error_shows_the_key(connect: Connect, script: Any, stream: bool) -> None:
    with LocalServer(script) as server:
        client = connect(server.url, api_key=KEY, headers={"X-Team": f"team-{KEY}"})
        begin = client.stream("Hi").__enter__ if stream else client.list_models
        with pytest.raises(errors.VLLMError) as caught:
            begin()
    assert KEY not in shown(caught.value)
    assert KEY not in str(caught.value)


def test_no_frame_of_an_unreachable_server_shows_the_key(connect: Connect) -> None:
    with pytest.raises(errors.ConnectionFailed) as caught:
        connect("http://127.0.0.1:9", api_key=KEY).generate("Hi")
    assert KEY not in shown(caught.value)


@pytest.mark.parametrize("client", [VLLM, AsyncVLLM])
@pytest.mark.parametrize("wrong", [{"base_url": "ftp://gpu"}, {"timeout": -1}, {"headers": 5}])
def test_no_frame_of_a_constructor_that_fails_shows_the_key(client: Any, wrong: Any) -> None:
    with pytest.raises(errors.ConfigurationError) as caught:
        client(api_key=KEY, **wrong)
    assert KEY not in shown(caught.value)


async def test_no_frame_of_a_waiting_call_shows_the_key() -> None:
    with LocalServer(Exchange.wait_for_end) as server:
        async with AsyncVLLM(server.url, api_key=KEY) as client:
            call = asyncio.create_task(client.generate("Hi"))
            while not server.requests:  # noqa: ASYNC110 - another thread serves
                await asyncio.sleep(0.005)
            waiting: Any = call.get_coro()
            seen = []
            while waiting is not None:
                if (frame := getattr(waiting, "cr_frame", None)) is not None:
                    seen.append(repr(frame.f_locals))
                waiting = getattr(waiting, "cr_await", None)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
    assert len(seen) > 4
    assert KEY not in "\n".join(seen)


def test_the_key_is_sent_all_the_same(connect: Connect) -> None:
    with serving(401) as server, pytest.raises(errors.AuthenticationFailed):
        connect(server.url, api_key=KEY, headers={"X-Team": "blue"}).generate("Hi")
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert server.requests[0].headers["x-team"] == "blue"


def test_a_secret_is_a_text_that_hides_itself() -> None:
    assert f"{Secret(KEY)}" == KEY
    assert repr(Secret(KEY)) == "'***'"
    assert repr({"key": SecretBytes(KEY.encode())}) == "{'key': b'***'}"
    assert repr(mask(KEY)) == "'***'"
    assert mask(5) == 5
