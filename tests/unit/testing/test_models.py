"""Models are made once, whole, in the server's environment."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from vllm_sdk import ToolPrompt, tool
from vllm_sdk.testing import RECIPES, SetupFailed, model, models
from vllm_sdk.testing.contents import LIST, find_fault, record_contents
from vllm_sdk.testing.conversations import CONVERSATIONS, Conversation
from vllm_sdk.testing.scripted_content import DESCRIBED_TOOLS, WEATHER

MAKING = "from vllm_sdk.testing import model; model('scripted')"


@pytest.mark.parametrize("name", RECIPES)
def test_a_model_is_made_once(name: str, prepared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    folder = model(name)
    assert (folder / "config.json").read_text() == name
    assert f"s] Made the {name} model\n" in capsys.readouterr().err
    assert model(name) == folder
    assert [event.split()[1] for event in prepared.events if event.startswith("make")] == [name]
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
        folder = models.get_cache_folder() / "models" / name
        folder.mkdir(parents=True)
        record_contents(folder)
        yield 0

    monkeypatch.setattr(models, "lock", other_was_quicker)
    model("random", say=lambda _: None)
    assert "make random" not in prepared.events


def remove(file: Path) -> None:
    file.unlink()


def cut(file: Path) -> None:
    file.write_text("")


def turn_into_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("name", ["scripted", "smollm2"])
@pytest.mark.parametrize(
    ("file", "damage", "fault"),
    [
        ("config.json", remove, r"config\.json is missing"),
        ("config.json", turn_into_a_folder, r"config\.json is missing"),
        ("config.json", cut, r"config\.json has 0 bytes, not \d"),
        ("contents.json", remove, r"contents\.json is missing"),
        ("contents.json", cut, r"contents\.json cannot be read"),
        ("contents.json", turn_into_a_folder, r"contents\.json cannot be read"),
    ],
)
def test_a_half_made_folder_is_told_and_made_again(
    name: str, file: str, damage: Callable[[Path], None], fault: str, said: list[str]
) -> None:
    folder = model(name, say=said.append)
    said.clear()
    damage(folder / file)
    assert model(name, say=said.append) == folder
    assert re.fullmatch(rf"The {name} model in .* is incomplete, since {fault}\. It .*", said[0])
    assert (folder / "config.json").read_text() == name
    said.clear()
    assert model(name, say=said.append) == folder
    assert said == []


@pytest.mark.parametrize("content", ["[]", "3", '{"a": null}', '{"a": []}', "\xff", "{"])
def test_a_list_of_files_that_is_damaged_is_told(content: str, tmp_path: Path) -> None:
    (tmp_path / LIST).write_text(content, "latin-1")
    assert find_fault(tmp_path) == "contents.json cannot be read"


@pytest.mark.usefixtures("prepared")
def test_a_file_or_a_link_in_the_place_of_a_model_is_replaced(
    said: list[str], tmp_path: Path
) -> None:
    folder = model("random", say=said.append)
    (tmp_path / "elsewhere").mkdir()
    for put in (folder.touch, lambda: folder.symlink_to(tmp_path / "elsewhere")):
        if folder.is_symlink():
            folder.unlink()
        else:
            shutil.rmtree(folder)
        put()
        assert (model("random", say=said.append) / "config.json").read_text() == "random"
    assert list((tmp_path / "elsewhere").iterdir()) == []


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
