"""A client learns its server's version, and warns of options that this version ignores."""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from clients import Connect
from local_server import Exchange, LocalServer
from vllm_sdk import VLLM, errors, user
from vllm_sdk.errors import IgnoredOptionWarning
from vllm_sdk.options.versions import BINDINGS, OLDEST
from wire import chat_body, completion_body, stream_body

OLDER = "vllm-0.32.0-e7879c7e"
NEW: dict[str, Any] = {"return_weight_versions": True}


class OfAVersion(LocalServer):
    """A server that says of itself which version it is.

    Attributes:
        fingerprint: What it stamps its replies with.
        version: What `/version` says.
    """

    def __init__(self, fingerprint: str | None = OLDER, version: str = "0.32.0") -> None:
        self.fingerprint = fingerprint
        self.version = version
        super().__init__(self._answer)

    def _answer(self, exchange: Exchange) -> None:
        if exchange.seen.path == "/version":
            exchange.answer(body={"version": self.version})
            return
        if exchange.seen.path == "/v1/completions":
            body = completion_body("Hi.", system_fingerprint=self.fingerprint)
        else:
            body = chat_body(system_fingerprint=self.fingerprint)
        if exchange.seen.json.get("stream"):
            exchange.stream(stream_body(body))
        else:
            exchange.answer(body=body)


@contextmanager
def warned() -> Iterator[list[str]]:
    """Collect what is warned inside the block."""
    said: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield said
    said += [str(each.message) for each in caught]
    assert all(each.category is IgnoredOptionWarning for each in caught)


def read(stream: Any) -> Any:
    with stream:
        stream.read()
    return stream.reply


def run(stream: Any) -> Any:
    with stream:
        for _ in stream:
            pass
    return stream.reply


def roll() -> int:
    """Roll the dice."""
    return 6


CALLS: dict[str, Callable[[Any, dict[str, Any]], Any]] = {
    "generate": lambda client, options: client.generate("Hi", **options),
    "chat": lambda client, options: client.chat([user("Hi")], **options),
    "complete": lambda client, options: client.complete("Hi", **options),
    "stream": lambda client, options: read(client.stream("Hi", **options)),
    "stream_completion": lambda client, options: read(client.stream_completion("Hi", **options)),
    "generate_with_tools": lambda client, options: client.generate_with_tools(
        "Hi", [roll], **options
    ),
    "stream_with_tools": lambda client, options: run(
        client.stream_with_tools("Hi", [roll], **options)
    ),
}


@pytest.mark.parametrize("call", CALLS)
def test_an_option_that_the_server_ignores_is_told_before_it_is_sent(
    connect: Connect, call: str
) -> None:
    with OfAVersion() as server:
        client = connect(server.url)
        assert client.server.check_version() == "0.32.0"
        with warnings.catch_warnings():
            warnings.simplefilter("error", IgnoredOptionWarning)
            for _ in range(2):  # as an error it stops every such call
                with pytest.raises(IgnoredOptionWarning):
                    CALLS[call](client, NEW)
        assert [seen.path for seen in server.requests] == ["/version"]
        with warned() as said:
            CALLS[call](client, NEW)
            CALLS[call](client, NEW)
    (told,) = said
    assert told == (
        "The server runs vLLM 0.32.0, which ignores return_weight_versions without a word: vLLM "
        "has it from 0.33.0 on. Leave it out, or ask another server."
    )
    assert len(server.requests) == 3
    assert server.requests[-1].json["return_weight_versions"] is True


@pytest.mark.parametrize("call", CALLS)
def test_what_the_first_reply_shows_to_be_ignored_is_told_after_it(
    connect: Connect, call: str
) -> None:
    with OfAVersion() as server:
        client = connect(server.url)
        with warned() as said:
            assert CALLS[call](client, NEW).text == "Hi."
            CALLS[call](client, NEW)
    assert len(said) == 1
    assert "0.32.0" in said[0]


@pytest.mark.parametrize("endpoint", ["chat", "completions"])
def test_beam_search_with_allowed_token_ids_is_told_where_it_is_ignored(
    connect: Connect, endpoint: str
) -> None:
    asked = {"width": 2, "endpoint": endpoint, "allowed_token_ids": [1, 2]}
    with OfAVersion() as server:
        client = connect(server.url)
        with warned() as said:
            client.beam_search("Hi", **asked)
            client.generate("Hi", allowed_token_ids=[1, 2])
        assert len(said) == 1
        assert "ignores allowed_token_ids with use_beam_search without a word" in said[0]
        server.fingerprint = f"vllm-{BINDINGS}-e7879c7e"
        with warned() as said:
            connect(server.url).beam_search("Hi", **asked)
    assert said == []


def test_a_field_in_extra_counts_too(connect: Connect) -> None:
    with OfAVersion(version=OLDEST) as server:
        client = connect(server.url)
        client.server.check_version()
        with pytest.warns(IgnoredOptionWarning, match="ignores mm_payload"):
            client.generate("Hi", extra={"mm_payload": "none"})


def test_the_warning_names_the_code_that_made_the_call() -> None:
    with OfAVersion() as server, VLLM(server.url) as client:
        client.server.check_version()
        with pytest.warns(IgnoredOptionWarning) as caught:
            client.generate("Hi", return_weight_versions=True)
    assert caught[0].filename == __file__


@pytest.mark.parametrize("fingerprint", [None, "my-cluster", "vllm-dev-e7879c7e", "vllm-0.32.0"])
def test_what_says_no_version_teaches_nothing(connect: Connect, fingerprint: str | None) -> None:
    with OfAVersion(fingerprint, version="dev") as server:
        client = connect(server.url)
        client.server.check_version()
        for call in CALLS.values():
            call(client, NEW)


def test_what_says_no_version_does_not_make_a_client_forget(connect: Connect) -> None:
    with OfAVersion(None) as server:
        client = connect(server.url)
        client.server.check_version()
        client.generate("Hi")
        with pytest.warns(IgnoredOptionWarning):
            client.generate("Hi", **NEW)


def test_behind_a_router_the_latest_version_counts(connect: Connect) -> None:
    newer = f"vllm-{BINDINGS}-e7879c7e"
    with OfAVersion(newer) as server:
        client = connect(server.url)
        with warned() as said:
            client.generate("Hi", **NEW)
            client.generate("Hi", **NEW)
        assert said == []
        server.fingerprint = OLDER
        with pytest.warns(IgnoredOptionWarning):
            client.generate("Hi", **NEW)
        server.fingerprint = newer
        client.generate("Hi")
        with warned() as said:
            client.generate("Hi", **NEW)
    assert said == []


def test_the_same_version_is_learned_once(connect: Connect) -> None:
    with OfAVersion() as server:
        client = connect(server.url)
        assert client.server.version() == "0.32.0"
        server.fingerprint = "vllm-0.32.0-tp2-00000000"
        with pytest.warns(IgnoredOptionWarning) as caught:
            client.generate("Hi", **NEW)
    assert len(caught) == 1


def test_an_answer_of_the_wrong_type_teaches_the_version_too(connect: Connect) -> None:
    with OfAVersion() as server:
        client = connect(server.url)
        with pytest.warns(IgnoredOptionWarning), pytest.raises(errors.OutputInvalid):
            client.generate("Hi", returns=int, **NEW)
        with pytest.raises(errors.OutputInvalid):
            read(client.stream("Hi", returns=int))


def test_threads_may_share_what_is_known() -> None:
    with OfAVersion() as server, VLLM(server.url) as client:
        with warned() as said:
            threads = [
                threading.Thread(target=lambda: client.generate("Hi", **NEW)) for _ in range(8)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(10)
            before = len(server.requests)
            client.generate("Hi", **NEW)
    assert before == 8
    assert said


def test_nothing_is_asked_unless_check_version_asks(connect: Connect) -> None:
    with OfAVersion() as server:
        client = connect(server.url)
        client.generate("Hi")
        assert [seen.path for seen in server.requests] == ["/v1/chat/completions"]
        client.server.check_version()
        assert [seen.path for seen in server.requests][1:] == ["/version"]


@pytest.mark.parametrize(
    ("version", "level", "says"),
    [
        (
            OLDEST,
            logging.WARNING,
            (
                f"older than {BINDINGS}, which this SDK is made for. Options that it ignores: "
                "allowed_token_ids with use_beam_search, return_weight_versions, watermarking."
            ),
        ),
        (
            "0.99.0",
            logging.INFO,
            (
                f"newer than {BINDINGS}, which this SDK is made for. Fields that it has added go "
                "into extra={…}."
            ),
        ),
        (
            "dev",
            logging.INFO,
            "The server calls its version 'dev', which has no number",
        ),
        (f"{BINDINGS}+cpu", None, None),
    ],
)
def test_check_version_logs_how_the_versions_compare(
    connect: Connect,
    caplog: pytest.LogCaptureFixture,
    version: str,
    level: int | None,
    says: str | None,
) -> None:
    caplog.set_level(logging.INFO, logger="vllm_sdk")
    with OfAVersion(version=version) as server:
        assert connect(server.url).server.check_version() == version
    logged = [(each.levelno, each.getMessage()) for each in caplog.records]
    if says is None:
        assert logged == []
    else:
        assert [number for number, _ in logged] == [level]
        assert says in logged[0][1]
        assert version in logged[0][1]
