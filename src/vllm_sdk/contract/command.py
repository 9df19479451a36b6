"""The command `contract`: what its arguments mean, and its exit codes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import attrs

from vllm_sdk.contract.comparing import Expectations, compare, explain_expectations, read_expected
from vllm_sdk.contract.limits import REQUEST_SECONDS, REQUESTS_AT_ONCE, SECONDS, TOKENS, Limits
from vllm_sdk.contract.outcomes import Report
from vllm_sdk.contract.registry import ASKED_GROUPS, CHECKS, choose
from vllm_sdk.contract.reports import parse_json, render
from vllm_sdk.contract.runner import run_contract
from vllm_sdk.errors import ConfigurationError

PASSED, FAILED, MISUSED, NO_VERDICT, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes."""


@attrs.frozen
class Arguments:
    """The arguments of the command.

    Attributes:
        url: As for `run_contract`, like `api_key`, `model`, `only` and `skip`.
        report: The form of the report.
        output: The file of the report; None for standard output.
        expected_failures: A file with the ids of known failures.
        compare: A report in JSON to compare with.
        seconds: As for `Limits`, like the rest.
    """

    url: str | None = None
    api_key: str | None = None
    model: str | None = None
    only: list[str] = attrs.field(factory=list[str])
    skip: list[str] = attrs.field(factory=list[str])
    report: str = "text"
    output: Path | None = None
    expected_failures: Path | None = None
    compare: Path | None = None
    seconds: float = SECONDS
    request_seconds: float = REQUEST_SECONDS
    tokens: int = TOKENS
    at_once: int = REQUESTS_AT_ONCE


def run_command(asked: Arguments, *, listed: bool = False) -> int:
    """Run the command and return its exit code.

    The report is written to standard output or to a file, everything else to standard error.

    Args:
        asked: The arguments.
        listed: Whether to list the checks instead.
    """
    try:
        if listed:
            _write(list_checks(asked))
            return PASSED
        _require_writable(asked.output)
        expected = _read_expected(asked.expected_failures)
        old = None if asked.compare is None else _read_report(asked.compare)
        limits = Limits(asked.seconds, asked.tokens, asked.at_once, asked.request_seconds)
        report = run_contract(
            asked.url,
            api_key=asked.api_key,
            model=asked.model,
            only=asked.only,
            skip=asked.skip,
            limits=limits,
        )
        text = render(report, asked.report)
        if asked.output is None:
            _write(text)
        else:
            asked.output.write_text(text, "utf-8")
    except BrokenPipeError:
        raise  # whoever read the report has gone
    except (ConfigurationError, ValueError, OSError) as error:
        _say(str(error))
        return MISUSED
    if old is not None:
        _say("\n".join(compare(old, report)) or "Nothing has changed.")
    if report.problem and (asked.report != "text" or asked.output is not None):
        _say(report.problem)
    return judge(report, expected)


def judge(report: Report, expected: list[str]) -> int:
    """Return the exit code of a report, and say what was expected and what was not.

    Args:
        report: The report.
        expected: The ids of the checks that are known to fail.
    """
    if report.problem:
        return NO_VERDICT
    found = explain_expectations(report, expected)
    if expected:
        _say(_describe(found))
    if not found.are_met():
        return FAILED
    if not report.count("pass") and not found.known:
        _say("No check applies to this server.")
        return NO_VERDICT
    return NO_VERDICT if report.unfinished else PASSED


def list_checks(asked: Arguments) -> str:
    """Return a line for each check that would run.

    Raises:
        UnknownCheck: A pattern matches no check.
    """
    chosen = choose(asked.only, asked.skip) if asked.only or asked.skip else [*CHECKS.values()]
    return "".join(
        f"{each.id:<34} {each.about}{' (only if asked)' * (each.group in ASKED_GROUPS)}\n"
        for each in chosen
    )


def _require_writable(path: Path | None) -> None:
    """Check that a file can be written, before the server is asked.

    Raises:
        OSError: It cannot.
    """
    if path is not None:
        path.open("a").close()


def _read_expected(path: Path | None) -> list[str]:
    return [] if path is None else read_expected(path.read_text("utf-8"))


def _read_report(path: Path) -> Report:
    try:
        return parse_json(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path} is not a report in JSON: {error}") from None


def _describe(found: Expectations) -> str:
    parts = {
        "failed as expected": found.known,
        "failed unexpectedly": found.new,
        "stale, since they pass or do not exist": found.stale,
    }
    lines = [f"{what}: {', '.join(ids)}" for what, ids in parts.items() if ids]
    return "\n".join(lines) or "No failure, and none was expected."


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters of an answer that could steer a terminal; line ends and tabs are not among them."""


def _write(text: str) -> None:
    sys.stdout.write(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))
    sys.stdout.flush()


def _say(text: str) -> None:
    sys.stderr.write(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", f"{text}\n"))
