"""The tables of the evaluation say what was right, and what suits a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tools.quality import __main__ as command
from tools.quality import forms, report
from tools.quality.classes import CLASSES
from tools.quality.metered import Metered
from tools.quality.methods import Bench, Extraction, Loop, Run, label_in_chat
from tools.quality.scoring import ToolScore
from tools.quality.sets import load_questions, load_sentences

from local_server import serving
from vllm_sdk import VLLM, schema_of
from vllm_sdk.types import Usage
from wire import chat_body

NEEDING = next(each for each in load_questions() if each.calls)
NEEDLESS = next(each for each in load_questions() if not each.calls)
RIGHT, WRONG = ToolScore(True, True, True), ToolScore(False, False, False)  # noqa: FBT003


def run(name: str, results: list[Any]) -> Run:
    return Run(name, results, Usage(1200, 34, 1234), 5.6)


def build_results(*, held_back: bool = False) -> report.Results:
    return report.Results(
        "tiny",
        "0.32.0",
        held_back,
        tools=[
            run("bad", [Loop(NEEDING, WRONG, error="ToolLoopExhausted"), Loop(NEEDLESS, WRONG)]),
            run("good", [Loop(NEEDING, RIGHT), Loop(NEEDLESS, RIGHT)]),
            run("as good", [Loop(NEEDING, RIGHT), Loop(NEEDLESS, RIGHT)]),
        ],
        oracle=[run("given", [True, False])],
        labels=[run("chat", [True, True, False])],
        records=[run("system", [Extraction([True, False], truncated=True), Extraction([True])])],
    )


def test_the_tables_show_shares_errors_and_costs() -> None:
    lines = report.render(build_results()).splitlines()
    assert lines[0] == "Tools, the open half, tiny on vLLM 0.32.0:"
    bad, good = lines[4].split(" | "), lines[5].split(" | ")
    assert bad[0] == "| bad"
    assert [cell.split(" ")[0] for cell in bad[1:5]] == ["0/2", "0/1", "0/1", "0/1"]
    assert bad[5:] == ["1 `ToolLoopExhausted`", "1,200", "34", "6 |"]
    assert [cell.split(" ")[0] for cell in good[1:5]] == ["2/2", "1/1", "1/1", "1/1"]
    assert good[5] == "none"
    assert any(line.startswith("| given | 1/2 (") for line in lines)
    assert any(line.startswith("| chat | 2/3 (") for line in lines)
    assert any(line.startswith("| system | 2/3 (") and "| 1/2 (" in line for line in lines)
    assert any(" | 1 | 0 | 1,200 | 34 | 6 |" in line for line in lines)


def test_parts_that_were_not_run_have_no_table() -> None:
    results = report.Results("tiny", "0.32.0", held_back=True, labels=[run("chat", [True])])
    assert len(report.render(results).splitlines()) == 5


def test_the_first_of_the_best_methods_is_advised() -> None:
    tools, labels, records = report.advise(build_results())
    assert tools.startswith("For tools, tiny does best with good: 2/2")
    assert labels == "For labels, it does best with chat."
    assert records == "For records, it does best with system."
    assert report.advise(report.Results("m", "1", held_back=False)) == []


def test_each_part_and_half_has_its_place_in_the_page(tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    page.write_text(report.PAGE.read_text("utf-8").replace("smollm2, ", "tiny, "), "utf-8")
    for held_back in (False, True, False):
        written = report.write(build_results(held_back=held_back), page)
        assert written == ["tools", "labels", "records"]
    said = page.read_text("utf-8")
    assert said.count("tiny on vLLM 0.32.0") == 6
    assert said.index("Tools, the open half, tiny") < said.index("Records, the open half, tiny")
    assert said.index("Records, the open half") < said.index("Labels, the held-back half, tiny")


def test_a_part_that_was_not_run_keeps_its_table(tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    page.write_text(report.PAGE.read_text("utf-8"), "utf-8")
    before = page.read_text("utf-8")
    results = report.Results("smollm2", "9", held_back=False, labels=[run("chat", [True])])
    assert report.write(results, page) == ["labels"]
    after = page.read_text("utf-8")
    mark = "<!-- make quality, smollm2, open half, labels"
    assert after.split(mark)[0] == before.split(mark)[0]
    assert after.split(mark)[2] == before.split(mark)[2]
    assert "| chat | 1/1" in after.split(mark)[1]


def test_a_model_without_a_place_in_the_page_is_not_written(tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    page.write_text("# Quality\n", "utf-8")
    assert report.write(build_results(), page) == []
    assert page.read_text("utf-8") == "# Quality\n"


def test_the_tokens_of_a_method_are_counted_and_its_results_keep_their_order() -> None:
    sentences = [each for each in load_sentences() if each.set == "sentiment"]
    with serving(body=chat_body("positive")) as server:
        metered = Metered()
        with VLLM(server.url, transport=metered) as client:
            bench = Bench(client, metered)
            first = bench.run("chat", label_in_chat("system"), sentences)
            second = bench.run("chat", label_in_chat("user"), sentences[:1])
    assert first.results == [each.label == "positive" for each in sentences]
    assert first.usage.total_tokens == len(sentences) * second.usage.total_tokens > 0


@pytest.mark.parametrize("kind", CLASSES)
def test_every_form_names_every_field(kind: str) -> None:
    schema = schema_of(CLASSES[kind])
    names = [*schema["properties"], *(["city", "nights"] if kind == "Trip" else [])]
    for form in (forms.write_json_schema, forms.write_example, forms.write_fields):
        assert all(name in form(schema) for name in names)


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["labels", "poems"])
    assert "there is no part poems" in capsys.readouterr().err


def test_a_server_that_is_not_there_is_an_error_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VLLM_BASE_URL", "http://127.0.0.1:9")
    assert command.main(["labels"]) == 1
    assert "http://127.0.0.1:9" in capsys.readouterr().err
