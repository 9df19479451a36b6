"""`vllm-sdk chat`: at a terminal, and on a pipe."""

from __future__ import annotations

import json
import os
import pty
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from command import Here, Result, Terminal, interrupt, standard_input, write_file
from local_server import Exchange, LocalServer, serving
from vllm_sdk.cli import main
from wire import chat_body, chat_choice, chunk, delta, event, stream_body

TALK = [{"role": "user", "content": "Hello!"}]


def echo(exchange: Exchange) -> None:
    """Answer with the number of messages, and the last one."""
    messages = exchange.seen.json["messages"]
    text = f"{len(messages)}: {messages[-1]['content']}"
    exchange.stream(stream_body(chat_body(text)))


@pytest.fixture
def echoing() -> Iterator[LocalServer]:
    with LocalServer(echo) as running:
        yield running


def test_a_conversation_on_a_pipe_is_answered(here: Here, server: LocalServer) -> None:
    result = here("chat", "--temperature", "0", stdin=json.dumps(TALK).encode())
    assert result == Result(0, "The capital of France is Paris.\n", "")
    assert server.requests[0].json == {"messages": TALK, "temperature": 0.0}


def test_the_conversation_can_be_piped_on(here: Here, server: LocalServer) -> None:
    longer = here("chat", "--json", "--system", "Be brief.", stdin=json.dumps(TALK).encode()).out
    assert here("chat", "--system", "Be long.", stdin=longer.encode()).code == 0
    assert server.requests[1].json["messages"] == [
        {"role": "system", "content": "Be long."},
        *TALK,
        {"role": "assistant", "content": "The capital of France is Paris."},
    ]


@pytest.mark.parametrize("content", [b"", b"Hello!", b"{}", b"[]", b'[{"role": "poet"}]', b"\xff"])
def test_a_pipe_without_a_conversation_sends_nothing(
    here: Here, server: LocalServer, content: bytes
) -> None:
    result = here("chat", stdin=content)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert server.requests == []


class Typed:
    """Runs a conversation in this process, at a pseudo-terminal at which lines are typed."""

    def __init__(self, capture: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
        self._capture = capture
        self._environment = monkeypatch

    def __call__(self, server: LocalServer, *lines: str, words: tuple[str, ...] = ()) -> Result:
        self._capture.readouterr()
        with typing(*lines):
            code = main(["chat", "--base-url", server.url, *words])
        out, err = self._capture.readouterr()
        return Result(code, out, err)


@contextmanager
def typing(*lines: str) -> Iterator[None]:
    """Make a pseudo-terminal the standard input, with lines that are typed already, and Ctrl-D."""
    master, slave = pty.openpty()
    os.write(master, "".join(f"{line}\n" for line in lines).encode() + b"\x04")
    with standard_input(slave):
        try:
            yield
        finally:
            os.close(master)


@pytest.fixture
def typed(here: Here, monkeypatch: pytest.MonkeyPatch) -> Typed:
    return Typed(here.capture, monkeypatch)


def test_each_turn_sees_those_before(typed: Typed, echoing: LocalServer) -> None:
    result = typed(echoing, "One", "", "Two", words=("--system", "Be brief."))
    assert result.code == 0
    assert "2: One\n" in result.out
    assert "4: Two\n" in result.out
    assert len(echoing.requests) == 2
    assert "Ctrl-D or /quit ends" in result.err


def test_undo_forgets_a_turn(typed: Typed, echoing: LocalServer) -> None:
    result = typed(echoing, "One", "Tow", "/undo", "Two", "/undo", "/undo", "/undo", "/quit", "no")
    assert "3: Two\n" in result.out
    assert "There is no question to forget." in result.err
    assert len(echoing.requests) == 3


def test_lines_can_be_continued(typed: Typed, echoing: LocalServer) -> None:
    typed(echoing, "One \\", "line", '"""', "def f():", '    pass"""', '"""Three"""')
    asked = [each.json["messages"][-1]["content"] for each in echoing.requests]
    assert asked == ["One \nline", "def f():\n    pass", "Three"]


def test_the_system_message_can_be_changed(typed: Typed, echoing: LocalServer) -> None:
    result = typed(echoing, "/system", "/system Be brief.", "/system", "/system Be long.", "One")
    assert "There is no system message.\nBe brief.\n" in result.err
    assert echoing.requests[0].json["messages"][0] == {"role": "system", "content": "Be long."}
    assert len(echoing.requests[0].json["messages"]) == 2


def test_options_can_be_changed(typed: Typed, echoing: LocalServer) -> None:
    result = typed(
        echoing,
        '/options temperature=0.5 stop=["a","b"] truncation_side=left',
        "/options truncation_side= top_p",
        "/options",
        "One",
        "/options temprature=1",
        "/options temprature=",
        "/options temperature=3",
        words=("--max-tokens", "5"),
    )
    fields = echoing.requests[0].json
    assert fields["temperature"] == 0.5
    assert fields["stop"] == ["a", "b"]
    assert fields["max_tokens"] == 5
    assert "truncation_side" not in fields
    assert "Write an option as name=value, not 'top_p'." in result.err
    assert "temperature=0.5" in result.err
    assert result.err.count("did you mean 'temperature'") == 2
    assert "takes a number from 0 to 2" in result.err


def test_a_conversation_is_saved_and_loaded(
    typed: Typed, echoing: LocalServer, tmp_path: Path
) -> None:
    path, other = tmp_path / "talk.json", write_file(tmp_path, "other.json", "{}")
    result = typed(
        *(echoing, "One", f"/save {path}", "Two", f"/save {path}", f"/save {other}", "/save"),
        *(f"/save {tmp_path}/no/where", f"/load {other}", "/load nowhere.json", f"/load {path}"),
        *(f"/load {path}", "Three"),
    )
    saved = json.loads(path.read_text("utf-8"))
    assert [each["content"] for each in saved["messages"]] == ["One", "1: One", "Two", "3: Two"]
    assert "5: Three\n" in result.out
    assert other.read_text() == "{}"
    for said in ("2 messages are in", "4 messages are loaded", "exists. Choose", "Name a file."):
        assert said in result.err
    assert "Cannot write" in result.err
    assert "This is not the JSON of a conversation" in result.err
    assert "Cannot read the conversation file 'nowhere.json'" in result.err


def test_help_and_unknown_commands(typed: Typed, echoing: LocalServer) -> None:
    result = typed(echoing, "/help", "/dance")
    assert "/undo " in result.err
    assert "There is no command /dance. /help lists the commands." in result.err
    assert echoing.requests == []


def test_an_answer_that_is_cut_off_says_so(typed: Typed) -> None:
    body = chat_body(choices=[chat_choice("The", finish="length")])
    with serving(body=stream_body(body), content_type="text/event-stream") as server:
        assert "/options max_tokens=" in typed(server, "One").err


def test_a_failed_answer_does_not_end_the_conversation(typed: Typed) -> None:
    answers = iter([False, True])

    def answer(exchange: Exchange) -> None:
        if next(answers):
            echo(exchange)
        else:
            exchange.answer(400, {"error": {"message": "No.", "type": "BadRequestError"}})

    with LocalServer(answer) as server:
        result = typed(server, "One", "Two")
    assert "No." in result.err
    assert "1: Two\n" in result.out


def test_ctrl_c_stops_an_answer_and_nothing_else(typed: Typed) -> None:
    answers = iter([False, True])

    def answer(exchange: Exchange) -> None:
        if next(answers):
            echo(exchange)
            return
        exchange.begin(200, "text/event-stream", None)
        exchange.write(event(chunk(delta("The cap"))))
        interrupt()
        exchange.wait_for_end()

    with LocalServer(answer) as server:
        result = typed(server, "One", "Two")
    assert result.code == 0
    assert "The answer was stopped." in result.err
    assert "1: Two\n" in result.out


def test_ctrl_c_at_the_prompt_ends_nothing(
    typed: Typed, echoing: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = iter([KeyboardInterrupt, EOFError])

    def read() -> str:
        raise next(events)

    monkeypatch.setattr("vllm_sdk.cli.dialogue.read_question", read)
    result = typed(echoing)
    assert (result.code, result.out) == (0, "")
    assert result.err.count("Ctrl-D or /quit ends") == 2


def test_at_a_terminal_lines_are_edited_and_the_terminal_is_restored(echoing: LocalServer) -> None:
    with Terminal("chat", "--base-url", echoing.url) as terminal:
        terminal.read_until("> ")
        terminal.type("One")
        terminal.read_until("1: One")
        terminal.read_until("> ")
        terminal.press(b"\x1b[A")  # the arrow that brings the line before back
        terminal.read_until("One")
        terminal.type(" more")
        terminal.read_until("3: One more")
        terminal.read_until("> ")
        terminal.press(b"half a line")
        terminal.read_until("half a line")
        terminal.interrupt_until("Ctrl-D or /quit ends")
        terminal.read_until("> ")
        terminal.press(b"\x04")
        assert terminal.wait() == 0
        assert terminal.is_as_before


def test_a_narrow_terminal_shows_everything(echoing: LocalServer) -> None:
    with Terminal("chat", "--base-url", echoing.url, columns=20) as terminal:
        terminal.read_until("> ")
        terminal.type("A question that is longer than a line")
        terminal.read_until("1: A question that is longer than a line")
        terminal.read_until("> ")
        terminal.type("/quit")
        assert terminal.wait() == 0
        assert terminal.is_as_before


def test_sigterm_restores_the_terminal(echoing: LocalServer) -> None:
    with Terminal("chat", "--base-url", echoing.url) as terminal:
        terminal.read_until("> ")
        assert terminal.terminate() == 143
        assert terminal.is_as_before
