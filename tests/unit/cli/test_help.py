"""The help of each command is held by docs/command-line.md, which is made from it."""

from __future__ import annotations

import shlex

import pytest
from tools import command_line
from tools.command_line import OPTIONS_PANEL, PAGE, STABLE, build_page, get_help, read_outputs

from vllm_sdk.cli.overview import COMMANDS
from vllm_sdk.options import OptionsDict

WITH_OPTIONS = [("generate",), ("chat",), ("batch",), ("batch", "check")]


def test_the_page_is_what_the_application_says() -> None:
    page = PAGE.read_text("utf-8")
    assert build_page(page, read_outputs(page)) == page, "run make docs-cli"


def test_the_check_compares_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["command_line", "--check"])
    assert command_line.main() == 0


@pytest.mark.parametrize("words", WITH_OPTIONS, ids=" ".join)
def test_the_options_are_the_same_everywhere(words: tuple[str, ...]) -> None:
    panel = OPTIONS_PANEL.search(get_help(*words))
    first = OPTIONS_PANEL.search(get_help("generate"))
    assert panel is not None
    assert first is not None
    assert panel[0] == first[0]


def test_every_option_is_a_flag_with_its_help() -> None:
    text = get_help("generate")
    for name in OptionsDict.__annotations__:
        assert f"--{name.replace('_', '-')}" in text


@pytest.mark.parametrize("name", COMMANDS)
def test_a_help_has_examples_of_its_command(name: str) -> None:
    examples = get_help(name).partition("Examples:")[2]
    assert f"vllm-sdk {name}" in examples


def test_the_examples_of_the_page_are_commands() -> None:
    for example in [each for examples in STABLE.values() for each in examples]:
        assert "vllm-sdk" in shlex.split(example)
