"""Copies of a client with other settings, and the settings of its constructor."""

from __future__ import annotations

import inspect
import threading
from typing import Any

import httpx
import pytest

from clients import ENGINES, connecting
from local_server import Exchange, Flaky, LocalServer, serving
from vllm_sdk import VLLM, AsyncVLLM, Options, RetryPolicy, errors
from vllm_sdk._transport.settings import FOREIGN_ARGUMENTS
from wire import chat_body


@pytest.fixture(params=ENGINES)
def connect(request: pytest.FixtureRequest) -> Any:
    """Make clients of every engine."""
    with connecting(request.param) as connect:
        yield connect


def test_a_copy_has_other_settings_and_the_original_its_own(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        client = connect(
            server.url, model="a", options=Options(seed=1, top_p=0.5), headers={"X-Team": "red"}
        )
        copy = client.with_options(
            model="b", options=Options(seed=2), headers={"x-team": "blue", "X-Trace": "7"}
        )
        copy.generate("Hi")
        client.generate("Hi")
    ours, theirs = server.requests
    assert [ours.json[name] for name in ("model", "seed", "top_p")] == ["b", 2, 0.5]
    assert [theirs.json[name] for name in ("model", "seed", "top_p")] == ["a", 1, 0.5]
    assert (ours.headers["x-team"], ours.headers["x-trace"]) == ("blue", "7")
    assert theirs.headers["x-team"] == "red"
    assert "x-trace" not in theirs.headers
    assert (copy.model, client.model) == ("b", "a")


def test_what_is_left_out_stays(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        client = connect(
            server.url, model="a", api_key="hunter2", options=Options(seed=1), timeout=7
        )
        copy = client.with_options().with_options(headers={"X-Trace": "7"})
        copy.generate("Hi")
    (seen,) = server.requests
    assert (seen.json["model"], seen.json["seed"]) == ("a", 1)
    assert seen.headers["authorization"] == "Bearer hunter2"
    assert seen.headers["x-trace"] == "7"


def test_a_copy_shares_the_connections(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        client = connect(server.url)
        client.generate("Hi")
        client.with_options(model="b").generate("Hi")
    assert len(server.peers) == 1


def test_closing_a_copy_closes_the_original() -> None:
    with serving(body=chat_body()) as server, VLLM(server.url) as client:
        client.with_options(model="b").close()
        with pytest.raises(errors.TransportError, match="has been closed"):
            client.generate("Hi")
    assert server.requests == []


def test_a_copy_has_its_own_limits_and_retries(connect: Any) -> None:
    released = threading.Event()

    def stall(exchange: Exchange) -> None:
        released.wait(30)
        exchange.answer(body=chat_body())

    with LocalServer(stall) as server:
        client = connect(server.url)
        with pytest.raises(errors.RequestTimeout, match=r"in time \(0.2 s\)\. Ask for fewer"):
            client.with_options(timeout=httpx.Timeout(30, read=0.2)).generate("Hi")
        with pytest.raises(errors.RequestTimeout, match=r"\(0.2 s\)\. Is the server overloaded"):
            client.with_options(timeout=httpx.Timeout(30, read=0.2)).server.health()
        released.set()
        assert client.with_options(timeout=None).generate("Hi").text == "Hi."
    again = RetryPolicy(attempts=2, wait_initial=0, wait_jitter=0)
    busy = lambda exchange: exchange.answer(503)  # noqa: E731 -- a script of one line
    with LocalServer(Flaky(busy, lambda exchange: exchange.answer(body=chat_body()))) as server:
        assert connect(server.url).with_options(retry=again).generate("Hi").text == "Hi."


class Tagged(VLLM):
    """A client of a user's own class."""

    def __init__(self, *args: Any, tag: str, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.tag = tag


@pytest.mark.parametrize("kind", [VLLM, AsyncVLLM])
def test_a_copy_has_resources_of_its_own(kind: Any) -> None:
    client = kind("http://127.0.0.1:1")
    assert client.server is client.server
    copy = client.with_options(timeout=3)
    assert copy.server is copy.server is not client.server


def test_a_copy_of_a_subclass_keeps_its_attributes() -> None:
    with Tagged("http://127.0.0.1:1", tag="mine") as client:
        assert client.with_options(timeout=3).tag == "mine"


@pytest.mark.parametrize("model", ["", "  ", 3])
def test_a_copy_needs_a_name_of_a_model(model: Any) -> None:
    for make in (VLLM().with_options, VLLM):
        with pytest.raises(errors.ConfigurationError, match="model"):
            make(model=model)


def test_a_copy_explains_unknown_arguments() -> None:
    with pytest.raises(TypeError, match=r"^with_options\(\) has no argument 'max_retries'\. Write"):
        VLLM().with_options(max_retries=3)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"^with_options\(\) takes no argument by position"):
        VLLM().with_options(3)  # type: ignore[misc]
    with pytest.raises(TypeError, match=r"^VLLM\(\) takes 1 argument by position"):
        VLLM("http://127.0.0.1:1", "llama")  # type: ignore[misc]


def test_a_copy_knows_what_the_original_has_learned() -> None:
    with VLLM("http://127.0.0.1:1") as client:
        client._capabilities.learn_system_rejected("m")
        assert client.with_options(model="m")._capabilities.rejects_system_message("m")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"options": {"seed": 1}}, "options takes a vllm_sdk.Options"),
        ({"retry": 3}, "retry takes a vllm_sdk.RetryPolicy"),
        ({"timeout": -1}, "timeout is a positive number"),
        ({"timeout": True}, "timeout is a positive number"),
        ({"headers": [("a", "b")]}, "headers takes a dict"),
        ({"headers": {"a b": "c"}}, "'a b' is not the name of an HTTP header"),
        ({"headers": {5: "c"}}, "5 is not the name"),
        ({"headers": {"Host": "c"}}, "Host is set by the client itself"),
        ({"headers": {"content-type": "c"}}, "content-type is set by the client itself"),
        ({"headers": {"Upgrade": "h2c"}}, "Upgrade is set by the client itself"),
        ({"headers": {"Content-Encoding": "gzip"}}, "Content-Encoding is set by the client itself"),
        ({"headers": {"X-Key": "hunter2\n"}}, "the value of X-Key is not a text"),
        ({"headers": {"X-Key": b"hunter2"}}, "the value of X-Key is not a text"),
        ({"headers": {"X-Key": "hunter2 "}}, "the value of X-Key is not a text"),
        ({"headers": {"X-Key": "\thunter2"}}, "the value of X-Key is not a text"),
    ],
)
def test_settings_that_are_unusable_are_refused_and_not_quoted(given: Any, says: str) -> None:
    client = VLLM("http://127.0.0.1:1")
    for make in (client.with_options, VLLM, AsyncVLLM):
        with pytest.raises(errors.ConfigurationError, match=says) as caught:
            make(**given)
        assert "hunter2" not in str(caught.value)


def test_a_key_may_come_as_a_header_and_is_not_shown(connect: Any) -> None:
    refusal = {"error": {"message": "Unauthorized"}}
    with serving(401, refusal) as server:
        client = connect(server.url, headers={"Authorization": "Basic hunter2"})
        with pytest.raises(errors.AuthenticationFailed, match="does not accept this") as caught:
            client.generate("Hi")
    assert server.requests[0].headers["authorization"] == "Basic hunter2"
    assert "hunter2" not in f"{caught.value!r} {client!r}"


@pytest.mark.parametrize("kind", [VLLM, AsyncVLLM])
def test_a_constructor_names_itself_and_the_remedy(kind: Any) -> None:
    name = kind.__name__
    with pytest.raises(
        TypeError, match=rf"^{name}\(\) has no argument 'max_retries'\. Write retry="
    ):
        kind(max_retries=3)
    with pytest.raises(TypeError, match=rf"{name}\(\) .* Did you mean 'model'\?"):
        kind(modle="m")
    with pytest.raises(TypeError, match=r"There are base_url, model, api_key"):
        kind(xyzzy=1)
    assert "timeout" in inspect.signature(kind).parameters


@pytest.mark.parametrize("name", sorted(FOREIGN_ARGUMENTS))
def test_a_foreign_argument_is_none_of_ours(name: str) -> None:
    assert name not in inspect.signature(VLLM).parameters
    with pytest.raises(TypeError, match="instead"):
        VLLM(**{name: 1})  # type: ignore[arg-type]


def test_an_injected_client_keeps_its_limits_unless_told() -> None:
    released = threading.Event()
    with LocalServer(lambda _: released.wait(30)) as server:
        with (
            httpx.Client(timeout=httpx.Timeout(30, read=0.2)) as own,
            VLLM(server.url, http_client=own) as client,
        ):
            with pytest.raises(errors.RequestTimeout, match=r"\(0.2 s\)"):
                client.with_options(retry=RetryPolicy(attempts=1)).generate("Hi")
            with pytest.raises(errors.RequestTimeout, match=r"\(0.3 s\)"):
                client.with_options(timeout=httpx.Timeout(30, read=0.3)).generate("Hi")
        released.set()
