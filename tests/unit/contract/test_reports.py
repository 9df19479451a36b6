"""Reports in every form, what is compared with them, and the command."""

from __future__ import annotations

import os
import re
import runpy
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conforming_server import Conforming
from vllm_sdk.contract import (
    CHECKS,
    FORMATS,
    Outcome,
    Report,
    ServerSummary,
    compare,
    explain_expectations,
    render,
)
from vllm_sdk.contract.__main__ import main
from vllm_sdk.contract.comparing import read_expected
from vllm_sdk.contract.reports import parse_json
from vllm_sdk.testing import FakeAnswer, FakeServer

texts = st.text(max_size=30)
outcomes = st.builds(
    Outcome,
    id=st.sampled_from(sorted(CHECKS)),
    verdict=st.sampled_from(["pass", "fail", "not applicable"]),
    about=texts,
    expected=texts,
    got=texts,
    meaning=texts,
    curl=texts,
    reason=texts,
    flag=texts,
    note=texts,
    tokens=st.integers(0, 99),
    seconds=st.floats(0, 99),
)
reports = st.builds(
    Report,
    server=st.builds(ServerSummary, url=texts, version=texts, model=texts),
    outcomes=st.lists(outcomes, max_size=4, unique_by=lambda each: each.id).map(tuple),
    problem=st.just("") | texts,
    unfinished=st.integers(0, 2),
)

FAILURE = Outcome(
    "core.stop",
    "fail",
    about="An answer ends before a stop string.",
    expected="no 'a|b'",
    got="<script>",
    meaning="Answers run over.",
    curl="curl x",
)
REPORT = Report(
    ServerSummary("http://a", "0.33.0", "m", 512, "vLLM"),
    (
        Outcome("core.health", "pass", note="fine"),
        FAILURE,
        Outcome("tools.auto", "not applicable", reason="no parser", flag="--tool-call-parser"),
        Outcome("core.n", "not applicable", reason="no time"),
    ),
    unfinished=1,
    seconds=1.25,
    tokens=7,
)


@given(reports)
def test_json_is_read_back(report: Report) -> None:
    assert parse_json(render(report, "json")) == report


@given(reports)
def test_junit_is_xml_with_a_case_for_each_check(report: Report) -> None:
    suite = ET.fromstring(render(report, "junit").encode("utf-8", "replace"))[0]  # noqa: S314
    cases = suite.findall("testcase")
    assert len(cases) == len(report.outcomes) + bool(report.problem)
    assert (
        len(suite.findall(".//failure")) == report.count("fail") == int(suite.get("failures", ""))
    )
    assert len(suite.findall(".//skipped")) == report.count("not applicable")


class Tags(HTMLParser):
    """Checks that tags are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, _attrs: Any) -> None:
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(reports)
def test_html_is_whole_and_has_no_script(report: Report) -> None:
    tags = Tags()
    tags.feed(render(report, "html"))
    assert tags.open == []
    assert not {"script", "link", "img"} & set(tags.seen)


def test_a_report_in_text() -> None:
    assert render(REPORT) == (
        "http://a, version 0.33.0, model m, context 512, vLLM\n"
        "ok   core.health                        fine\n"
        "FAIL core.stop\n"
        "-    tools.auto                         no parser (--tool-call-parser)\n"
        "-    core.n                             no time\n"
        "\n"
        "core.stop: An answer ends before a stop string.\n"
        "  expected  no 'a|b'\n"
        "  got       <script>\n"
        "  means     Answers run over.\n"
        "  try       curl x\n"
        "\n"
        "1 passed, 1 failed, 2 do not apply, 1 of these for want of time or tokens; "
        "1.2 s, 7 tokens\n"
    )


def test_a_report_in_markdown() -> None:
    said = render(REPORT, "md")
    assert "## core.stop" in said
    assert "| `core.stop` | fail | expected no 'a\\|b'; got <script> |" in said


@pytest.mark.parametrize("form", FORMATS)
def test_a_problem_is_reported_in_every_form(form: str) -> None:
    assert "Nobody listens." in render(Report(ServerSummary("u"), problem="Nobody listens."), form)


def test_an_unknown_form() -> None:
    with pytest.raises(ValueError, match="'pdf' is not a form of reports"):
        render(REPORT, "pdf")


def test_a_check_without_a_request_has_no_command_line() -> None:
    failed = Outcome("spec.routes", "fail", expected="a", got="b", meaning="c")
    assert "try" not in render(Report(ServerSummary("u"), (failed,)))


def test_expected_failures_are_read_without_comments() -> None:
    assert read_expected("# all\ncore.stop # known\n\n  core.n\n") == ["core.stop", "core.n"]


@given(reports, st.lists(st.sampled_from([*sorted(CHECKS), "no.check"]), max_size=5))
def test_expectations_split_the_failures(report: Report, expected: list[str]) -> None:
    found = explain_expectations(report, expected)
    assert {*found.known, *found.new} == {each.id for each in report.list_failures()}
    assert set(found.known) <= set(expected)
    assert not set(found.new) & set(expected)
    assert set(found.stale) <= set(expected)
    assert found.are_met() == (not found.new and not found.stale)


@given(reports)
def test_a_report_is_equal_to_itself(report: Report) -> None:
    assert compare(report, report) == []


def test_what_has_changed_is_listed() -> None:
    old = Report(
        ServerSummary("u", "0.32.0", "m"),
        (Outcome("core.stop", "pass"), Outcome("core.n", "pass"), Outcome("core.gone", "pass")),
    )
    new = Report(
        ServerSummary("u", "0.33.0", "m"),
        (FAILURE, Outcome("core.n", "pass"), Outcome("core.new", "not applicable")),
    )
    assert compare(old, new) == [
        "version: 0.32.0 -> 0.33.0",
        "core.stop: pass -> fail (<script>)",
        "core.new: new check -> not applicable",
        "core.gone: not run any more",
    ]
    assert compare(Report(ServerSummary("u", model="m")), Report(ServerSummary("u"))) == [
        "model: m -> unknown"
    ]
    passed = Report(ServerSummary("u"), (Outcome("core.n", "fail", got="x"),))
    assert compare(passed, Report(ServerSummary("u"), (Outcome("core.n", "pass"),))) == [
        "core.n: fail -> pass"
    ]


@pytest.fixture
def url() -> Any:
    with FakeServer(handle=Conforming()) as server:
        yield server.url


@pytest.fixture
def broken() -> Any:
    conforming = Conforming()

    def handle(request: Any) -> FakeAnswer:
        return FakeAnswer(503) if request.path == "/health" else conforming(request)

    with FakeServer(handle=handle) as server:
        yield server.url


def test_the_command_passes(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([url, "--only", "core.health"]) == 0
    assert "1 passed, 0 failed" in capsys.readouterr().out


def test_the_command_fails(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([broken, "--only", "core.health", "--report", "md"]) == 1
    assert "## core.health" in capsys.readouterr().out


def test_the_command_writes_a_file(url: str, tmp_path: Path) -> None:
    output = tmp_path / "report.html"
    assert main([url, "--only", "core.health", "--report", "html", "--output", str(output)]) == 0
    assert output.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Report:
    """A report that every run of the command gives, without a server."""
    monkeypatch.setattr("vllm_sdk.contract.command.run_contract", lambda *_, **__: REPORT)
    return REPORT


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_writes_every_form(
    form: str, known: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["http://a", "--report", form]) == 1
    assert capsys.readouterr().out == render(known, form)
    path = tmp_path / "report"
    assert main(["http://a", "--report", form, "--output", str(path)]) == 1
    assert path.read_text("utf-8") == render(known, form)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("same", [True, False])
def test_the_command_compares_with_a_report(
    same: bool, known: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "old.json"
    old = known if same else Report(known.server, known.outcomes[1:])
    path.write_text(render(old, "json"))
    assert main(["http://a", "--compare", str(path)]) == 1
    said = "Nothing has changed." if same else "core.health: new check -> pass"
    assert said in capsys.readouterr().err


def test_a_problem_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = Report(ServerSummary("u"), problem="Nobody listens.")
    monkeypatch.setattr("vllm_sdk.contract.command.run_contract", lambda *_, **__: problem)
    for form in ("text", "json"):
        assert main(["http://a", "--report", form]) == 3
        captured = capsys.readouterr()
        assert (captured.out + captured.err).count("Nobody listens.") == (
            1 if form == "text" else 2
        )


@pytest.mark.parametrize(
    ("listed", "code", "said"),
    [
        ("core.health", 0, "failed as expected: core.health"),
        ("core.version", 1, "failed unexpectedly: core.health"),
        ("core.health\ncore.version", 1, "stale, since they pass or do not exist: core.version"),
        ("core.health\nno.check", 1, "no.check"),
        ("core.health\ncore.n", 0, "failed as expected"),
    ],
)
def test_expected_failures(  # noqa: PLR0917
    listed: str,
    code: int,
    said: str,
    broken: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "expected.txt"
    path.write_text(listed)
    arguments = ["--only", "core.health", "--only", "core.version"]
    assert main([broken, *arguments, "--expected-failures", str(path)]) == code
    assert said in capsys.readouterr().err


def test_expected_failures_that_do_not_happen(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "expected.txt"
    path.write_text("core.n")
    assert main([url, "--only", "core.health", "--expected-failures", str(path)]) == 0
    assert "No failure" in capsys.readouterr().err


def test_the_command_compares(
    url: str, broken: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "old.json"
    only = ["--only", "core.health"]
    assert main([url, *only, "--report", "json", "--output", str(path)]) == 0
    assert main([url, *only, "--compare", str(path)]) == 0
    assert "Nothing has changed." in capsys.readouterr().err
    assert main([broken, *only, "--compare", str(path)]) == 1
    assert "core.health: pass -> fail" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "corr"], "No check matches 'corr'"),
        (["--seconds", "0"], "seconds"),
        (["--expected-failures", "/no/such/file"], "No such file"),
        (["--compare", __file__], "is not a report in JSON"),
        (["--report", "pdf"], "invalid choice"),
        (["http://exa mple"], "exa mple"),
    ],
)
def test_wrong_arguments(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    url = [] if arguments[0].startswith("http") else ["http://127.0.0.1:1"]
    assert main([*url, *arguments]) == 2
    assert said in capsys.readouterr().err


def test_no_verdict(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["http://127.0.0.1:1"]) == 3
    assert main([url, "--only", "pooling"]) == 3
    assert "No check applies" in capsys.readouterr().err
    assert main([url, "--only", "core.chat", "--only", "core.health", "--tokens", "20"]) == 3


def test_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(CHECKS)
    assert all(re.fullmatch(r"[a-z_.0-9]+ +\S.*", line) for line in lines)
    assert main(["--list", "--only", "core.n"]) == 0
    assert capsys.readouterr().out.split() == ["core.n", *CHECKS["core.n"].about.split()]


def test_help_is_a_success(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "VLLM_API_KEY" in capsys.readouterr().out


def test_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: Any, **__: Any) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("vllm_sdk.contract.__main__.run_command", interrupt)
    assert main(["http://a"]) == 130


def test_a_reader_who_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert main(["--list"]) == 130


def test_the_module_is_a_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["contract", "--list", "--only", "core.n"])
    monkeypatch.delitem(sys.modules, "vllm_sdk.contract.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("vllm_sdk.contract", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("core.n ")


def test_each_check_says_what_it_asserts_and_means() -> None:
    for check in CHECKS.values():
        assert check.about.endswith("."), check.id
        assert not check.about[0].islower() or check.group == "options", check.id
        assert check.meaning.endswith("."), check.id
