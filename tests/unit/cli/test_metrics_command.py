"""`vllm-sdk metrics`: one reading, several, and the server's own text."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from command import Here, Terminal, screen
from local_server import Exchange, LocalServer
from strategies.metrics import Engine, expose
from vllm_sdk.cli.metrics import list_rows
from vllm_sdk.types import Metrics

STATES = [
    Engine(2, 1, 0.25, tokens=10, stopped=1, latencies=(0.2,)),
    Engine(0, 0, 0.5, tokens=25, stopped=3, latencies=(0.2, 0.3, 1.0)),
]


@pytest.fixture
def busy() -> Iterator[LocalServer]:
    """Start a server whose second reading is another one, as all later ones."""
    states = iter(STATES)

    def answer(exchange: Exchange) -> None:
        text = expose(next(states, STATES[-1]))
        exchange.answer(body=text, content_type="text/plain; version=1.0.0")

    with LocalServer(answer) as running:
        yield running


def test_a_reading_is_a_line_for_each_number(here: Here, busy: LocalServer) -> None:
    result = here("metrics", "--base-url", busy.url)
    assert (result.code, result.err) == (0, "")
    assert dict(line.split("\t") for line in result.out.splitlines()) == {
        "running": "2",
        "waiting": "1",
        "cache use": "25.0%",
        "prefix hits": "-",
        "preemptions": "-",
        "prompt tokens": "-",
        "generated tokens": "10",
        "finished": "1 stop",
        "first token": "-",
        "between tokens": "-",
        "whole request": "0.3 s, 0.48 s",
        "in the queue": "-",
    }
    assert len(busy.requests) == 1


def test_a_second_reading_counts_from_the_first(here: Here, busy: LocalServer) -> None:
    words = ("metrics", "--base-url", busy.url, "--watch", "--interval", 0.01)
    lines = here(*words, "--readings", 2, "--json").out.splitlines()
    first, second = map(json.loads, lines)
    assert (first["generation_tokens"], second["generation_tokens"]) == (10, 15)
    assert second["running"] == 0
    assert second["finished"] == {"stop": 2}
    assert second["request_latency"]["count"] == 2
    assert "raw" not in second
    assert len(busy.requests) == 2


def test_readings_on_a_pipe_are_separated(here: Here, busy: LocalServer) -> None:
    words = ("metrics", "--base-url", busy.url, "--watch", "--interval", 0.01, "--readings", 2)
    first, second = here(*words).out.split("\n\n")
    assert "generated tokens\t10" in first
    assert "generated tokens\t15" in second


def test_raw_is_the_text_of_the_server(here: Here, busy: LocalServer) -> None:
    assert here("metrics", "--raw", "--base-url", busy.url).out == expose(STATES[0]).decode()


def test_at_a_terminal_a_table_changes(
    here: Here, busy: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("metrics", "--watch", "--interval", 0.01, "--readings", 2, "--base-url", busy.url)
    with screen(monkeypatch) as read:
        assert here(*words).code == 0
        shown = read()
    assert shown.index("generated tokens  10") < shown.index("generated tokens  15")


def test_at_a_terminal_a_table_changes_until_ctrl_c(busy: LocalServer) -> None:
    words = ("metrics", "--watch", "--interval", 0.05, "--base-url", busy.url)
    with Terminal(*words) as terminal:
        terminal.read_until("generated tokens  10")
        terminal.read_until("generated tokens  15")
        terminal.read_until("generated tokens  0")
        terminal.press(b"\x03")
        assert terminal.wait() == 130
        assert terminal.is_as_before
    assert "Traceback" not in terminal.shown


def test_at_a_narrow_terminal_nothing_is_cut(busy: LocalServer) -> None:
    with Terminal("metrics", "--base-url", busy.url, columns=20) as terminal:
        terminal.read_until("running")
        assert terminal.wait() == 0
    assert "generated" in terminal.shown
    assert "0.48" in terminal.shown
    assert max(map(len, terminal.shown.splitlines())) <= 20


def test_a_server_that_reports_nothing_has_dashes() -> None:
    assert {value for _, value in list_rows(Metrics())} == {"-"}


@pytest.mark.parametrize("words", [("--interval", 0), ("--interval", "nan"), ("--readings", 0)])
def test_bad_numbers_send_nothing(here: Here, busy: LocalServer, words: tuple[object, ...]) -> None:
    result = here("metrics", "--watch", *words, "--base-url", busy.url)
    assert result.code == 2
    assert str(words[0]) in result.err
    assert busy.requests == []
