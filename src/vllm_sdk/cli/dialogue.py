"""A conversation at a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from vllm_sdk import VLLM, Conversation, Options, VLLMError
from vllm_sdk import system as build_system
from vllm_sdk.cli.exit_codes import UsageError
from vllm_sdk.cli.inputs import read_text
from vllm_sdk.cli.output import say, write
from vllm_sdk.options import OptionsDict

HELP = """/system TEXT      set the system message; without TEXT, show it
/options          show the generation options
/options N=V …    set options: /options temperature=0.7 stop=["END"]; N= unsets one
/undo             forget the last question and its answer
/save FILE        write the conversation as JSON
/load FILE        continue a conversation that was written
/help             show this list
/quit             end, as Ctrl-D does
A line that ends with \\ continues on the next one; \"\"\" begins and ends a block of lines."""

_BLOCK = '"""'


def set_system(talk: Conversation, text: str) -> Conversation:
    """Return a conversation with another system message."""
    others = [message for message in talk if message.role != "system"]
    return Conversation([build_system(text), *others])


class Dialogue:
    """A conversation at a terminal: reads questions and commands, and streams the answers."""

    def __init__(self, client: VLLM, options: Options, system: str | None) -> None:
        """Begin without questions.

        Args:
            client: The client.
            options: The options of the first answer; `/options` changes them.
            system: The system message, or None.
        """
        self._client = client
        self._options = options
        self._talk = Conversation()
        if system is not None:
            self._talk = set_system(self._talk, system)
        self._file: Path | None = None
        self._commands: dict[str, Callable[[str], None]] = {
            "system": self._set_system,
            "options": self._set_options,
            "undo": self._undo,
            "save": self._save,
            "load": self._load,
            "help": lambda _: say(HELP),
        }

    def run(self) -> None:
        """Read and answer until Ctrl-D or `/quit`."""
        with suppress(ImportError):
            import_module("readline")  # it gives input() history and editing
        say("Ctrl-D or /quit ends the conversation, /help lists the commands.")
        while True:
            try:
                text = read_question()
            except EOFError:
                say("")
                return
            except KeyboardInterrupt:
                say("\nCtrl-D or /quit ends the conversation.")
                continue
            if text == "/quit":
                return
            try:
                self._heed(text)
            except (VLLMError, UsageError, TypeError) as error:
                say(f"vllm-sdk: {error}")
            except KeyboardInterrupt:
                say("\nThe answer was stopped. The question and its answer are forgotten.")

    def _heed(self, text: str) -> None:
        """Obey a command, or answer a question."""
        name, _, rest = text[1:].partition(" ")
        if not text.startswith("/"):
            if text:
                self._answer(text)
        elif name in self._commands:
            self._commands[name](rest.strip())
        else:
            raise UsageError(f"There is no command /{name}. /help lists the commands.")

    def _answer(self, text: str) -> None:
        """Stream the answer to a question, and keep both."""
        asked = self._talk.user(text)
        with self._client.stream(asked, options=self._options) as stream:
            try:
                for piece in stream.text:
                    write(piece, end="")
            finally:
                write("")
            reply = stream.reply
        self._talk = asked.add(reply.message)
        if reply.finish_reason == "length":
            say("The answer is cut off; /options max_tokens=… sets another limit.")

    def _set_system(self, text: str) -> None:
        if text:
            self._talk = set_system(self._talk, text)
        else:
            texts = [str(each.content) for each in self._talk if each.role == "system"]
            say("\n".join(texts) or "There is no system message.")

    def _set_options(self, text: str) -> None:
        """Set options, of which each is a word `name=value`; show them without words."""
        for word in text.split():
            name, equals, value = word.partition("=")
            if not equals:
                raise UsageError(f"Write an option as name=value, not {word!r}.")
            if value:
                option: dict[str, Any] = {name: _read_value(value)}
                self._options |= Options(**option)
            else:
                self._options = _unset(self._options, name)
        if not text:
            say(repr(self._options))

    def _undo(self, _: str) -> None:
        asked = [index for index, each in enumerate(self._talk) if each.role == "user"]
        if not asked:
            raise UsageError("There is no question to forget.")
        self._talk = self._talk[: asked[-1]]
        say("The last question and its answer are forgotten.")

    def _save(self, name: str) -> None:
        path = _check_name(name)
        if path.exists() and path != self._file:
            raise UsageError(f"{name} exists. Choose another name.")
        try:
            path.write_text(f"{self._talk.to_json()}\n", "utf-8")
        except OSError as error:
            raise UsageError(f"Cannot write {name}: {error.strerror}.") from None
        self._file = path
        say(f"{len(self._talk)} messages are in {name}.")

    def _load(self, name: str) -> None:
        path = _check_name(name)
        self._talk = Conversation.from_json(read_text(path, "conversation"))
        self._file = path
        say(f"{len(self._talk)} messages are loaded.")


def read_question() -> str:
    """Read a line, or several: after a backslash at the end, or between triple quotes."""
    line = input("> ")
    if line.strip().startswith(_BLOCK):
        lines = [line.strip().removeprefix(_BLOCK)]
        while not lines[-1].rstrip().endswith(_BLOCK):
            lines.append(input(". "))
        lines[-1] = lines[-1].rstrip().removesuffix(_BLOCK)
        return "\n".join(lines).strip()
    lines = [line]
    while lines[-1].endswith("\\"):
        lines[-1] = lines[-1].removesuffix("\\")
        lines.append(input(". "))
    return "\n".join(lines).strip()


def _check_name(name: str) -> Path:
    if not name:
        raise UsageError("Name a file.")
    return Path(name).expanduser()


def _read_value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _unset(options: Options, name: str) -> Options:
    """Return options without one of them."""
    kept: dict[str, Any] = {each: getattr(options, each) for each in OptionsDict.__annotations__}
    return Options(**(kept | {name: None}))  # an unknown name raises the error with the nearest
