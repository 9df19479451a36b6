"""Compares a report with the failures that are known, and with an older report."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from vllm_sdk.contract.outcomes import Report


@attrs.frozen
class Expectations:
    """The failures of a report beside those that are known.

    Attributes:
        known: The ids that failed as expected.
        new: The ids that failed and are not known.
        stale: The known ids that passed, or that are not the id of a check.
    """

    known: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()

    def are_met(self) -> bool:
        """Tell whether the failures are exactly those that are known."""
        return not self.new and not self.stale


def read_expected(text: str) -> list[str]:
    """Return the ids in a file of known failures: one a line, `#` begins a comment."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def explain_expectations(report: Report, expected: Iterable[str]) -> Expectations:
    """Compare the failures of a report with those that are known.

    A known id whose check was not run, or does not apply, is not stale.

    Args:
        report: The report.
        expected: The ids of the checks that are known to fail.
    """
    from vllm_sdk.contract.registry import CHECKS

    listed = dict.fromkeys(expected)
    failed = [each.id for each in report.list_failures()]
    passed = {each.id for each in report.outcomes if each.verdict == "pass"}
    return Expectations(
        known=tuple(each for each in failed if each in listed),
        new=tuple(each for each in failed if each not in listed),
        stale=tuple(each for each in listed if each in passed or each not in CHECKS),
    )


def compare(old: Report, new: Report) -> list[str]:
    """Return what has changed from an older report to a newer one, a line for each change."""
    lines: list[str] = []
    for name in ("version", "model", "context", "kind"):
        before, after = getattr(old.server, name), getattr(new.server, name)
        if before != after:
            lines.append(f"{name}: {before or 'unknown'} -> {after or 'unknown'}")
    verdicts = {each.id: each for each in old.outcomes}
    for outcome in new.outcomes:
        known = verdicts.pop(outcome.id, None)
        if known is None:
            lines.append(f"{outcome.id}: new check -> {outcome.verdict}")
        elif known.verdict != outcome.verdict:
            detail = outcome.got or outcome.reason
            end = f" ({detail})" if detail else ""
            lines.append(f"{outcome.id}: {known.verdict} -> {outcome.verdict}{end}")
    lines += [f"{gone}: not run any more" for gone in verdicts]
    return lines
