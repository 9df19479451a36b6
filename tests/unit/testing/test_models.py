"""Models are made once, whole, in the server's environment."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from vllm_sdk import ToolPrompt, tool
from vllm_sdk.testing import RECIPES, SetupFailed, model, models
from vllm_sdk.testing.conversations import CONVERSATIONS, Conversation
from vllm_sdk.testing.scripted_content import DESCRIBED_TOOLS, WEATHER

MAKING = "from vllm_sdk.testing import model; model('scripted')"


@pytest.mark.parametrize("name", RECIPES)
def test_a_model_is_made_once(name: str, prepared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    folder = model(name)
    assert (folder / "config.json").read_text() == name
    assert f"s] Made the {name} model\n" in capsys.readouterr().err
    assert model(name) == folder
    assert prepared.events.count(f"make {name}") == 1
    assert capsys.readouterr().err == ""


def test_what_makes_a_model_names_it(
    prepared: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    before = model("scripted", python=prepared.path)
    scripted = models.RECIPES["scripted"]
    for name in ("chat_format.py", scripted.maker, *scripted.sources):
        (tmp_path / "makers").mkdir(exist_ok=True)
        source = models._MAKERS / name
        (tmp_path / "makers" / name).write_bytes(source.read_bytes())
    monkeypatch.setattr(models, "_MAKERS", tmp_path / "makers")
    assert model("scripted") == before
    with (tmp_path / "scripted_content.py").open("a") as file:
        file.write("# one more\n")
    changed = model("scripted")
    assert changed != before
    with (tmp_path / "conversations.py").open("a") as file:
        file.write("# one more\n")
    assert model("scripted") not in {before, changed}


def test_a_name_that_is_not_there_is_told() -> None:
    with pytest.raises(SetupFailed, match=r"no model 'llama-9'; there are scripted, random"):
        model("llama-9")


def test_a_failure_shows_the_end_of_the_log(prepared: Any) -> None:
    prepared.modes("no-model")
    with pytest.raises(SetupFailed, match=r"(?s)scripted model could not be made.*does not learn"):
        model("scripted", say=lambda _: None)


def test_a_killed_maker_leaves_no_model(
    prepared: Any,
    start: Callable[[str], subprocess.Popen[str]],
    eventually: Callable[[Callable[[], object]], None],
) -> None:
    prepared.modes("hang")
    killed = start(MAKING)
    eventually(lambda: "hangs" in prepared.events)
    killed.send_signal(signal.SIGKILL)
    prepared.modes()
    folder = model("scripted", say=lambda _: None)
    assert sorted(path.name for path in folder.parent.iterdir()) == [folder.name]


def test_what_another_process_has_made_meanwhile_is_used(
    prepared: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def other_was_quicker(name: str, **_: object) -> Iterator[int]:
        (models.get_cache_folder() / "models" / name).mkdir(parents=True)
        yield 0

    monkeypatch.setattr(models, "lock", other_was_quicker)
    model("random", say=lambda _: None)
    assert "make random" not in prepared.events


def test_an_environment_without_transformers_is_told(prepared: Any) -> None:
    prepared.modes("no-transformers")
    with pytest.raises(SetupFailed, match="no transformers"):
        model("random")


def test_conversations_differ_in_what_the_model_sees() -> None:
    questions = []
    for conversation in CONVERSATIONS:
        for turn in conversation.turns():
            seen = [message for message in turn.messages if message["role"] != "system"]
            questions.append((seen, turn.tools))
    assert all(questions.count(question) == 1 for question in questions)
    names = [conversation.name for conversation in CONVERSATIONS]
    assert len(set(names)) == len(names)


def test_the_scripts_tool_is_what_the_sdk_sends_and_describes() -> None:
    def get_weather(city: str) -> None:
        """Tell the weather in a city.

        Args:
            city: The city's name.
        """
        raise AssertionError(city)

    offered = tool(get_weather)
    assert ToolPrompt().describe([offered]) == DESCRIBED_TOOLS
    sent = json.dumps(offered.to_dict())
    assert sent == json.dumps(WEATHER), "the model has learnt the tool letter by letter"


def test_each_answer_is_a_turn() -> None:
    ask = {"role": "user", "content": "a"}
    say = {"role": "assistant", "content": "b"}
    turns = list(Conversation("c", (ask, say, ask, say)).turns())
    assert [turn.messages for turn in turns] == [(ask,), (ask, say, ask)]
    assert [turn.answer for turn in turns] == [say, say]
