"""Right or wrong: pure functions from what a model did to a score."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from tools.quality.sets import ExpectedCall, Question

Z = 1.96
"""The quantile of the normal distribution for intervals of 95 %."""

Call = tuple[str, Mapping[str, Any]]
"""The name and the arguments of a call."""


@attrs.frozen
class Share:
    """A number of right ones among all.

    Attributes:
        right: The number of right ones.
        total: The number of all.
    """

    right: int
    total: int

    @classmethod
    def of(cls, results: Iterable[bool]) -> Share:
        """Count results."""
        listed = [*results]
        return cls(sum(listed), len(listed))

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson interval of 95 % of the share; from 0 to 1 if there are none."""
        if not self.total:
            return 0.0, 1.0
        share, spread = self.right / self.total, Z**2 / self.total
        centre = (share + spread / 2) / (1 + spread)
        half = Z * math.sqrt((share * (1 - share) + spread / 4) / self.total) / (1 + spread)
        return max(0.0, centre - half), min(1.0, centre + half)

    def __str__(self) -> str:
        """Show the numbers and the interval in percent."""
        if not self.total:
            return "–"  # noqa: RUF001 -- nothing
        low, high = self.interval
        return f"{self.right}/{self.total} ({low:.0%}–{high:.0%})"  # noqa: RUF001 -- a range


@attrs.frozen
class ToolScore:
    """The scores of one question.

    Attributes:
        tool: The right tools, and no others, were called; none if none is needed.
        arguments: Every call that the question needs was made with the right arguments.
        answered: There is an answer, which uses the results.
    """

    tool: bool
    arguments: bool
    answered: bool


def score_question(question: Question, calls: Sequence[Call], answer: str | None) -> ToolScore:
    """Score what a model did with a question.

    A call that is made again does not count as wrong, but one of another tool does.

    Args:
        question: The question.
        calls: The calls that the model made.
        answer: Its answer, or None if the loop did not end with one.
    """
    tool = {each.tool for each in question.calls} == {name for name, _ in calls}
    arguments = tool and all(
        any(is_call(expected, name, given) for name, given in calls) for expected in question.calls
    )
    shown = not question.shows or any(shows(answer or "", each) for each in question.shows)
    return ToolScore(tool, arguments, bool(answer and answer.strip()) and shown)


def is_call(expected: ExpectedCall, name: str, arguments: Mapping[str, Any]) -> bool:
    """Tell whether a call is the expected one, with a right value for each argument."""
    if name != expected.tool or arguments.keys() != expected.arguments.keys():
        return False
    return all(
        any(is_same(arguments[key], value) for value in values)
        for key, values in expected.arguments.items()
    )


def score_fields(expected: Mapping[str, Any], value: object) -> list[bool]:
    """Tell for each field of a record whether it is right; all are wrong without a record."""
    return [
        value is not None and is_same(getattr(value, name, None), right)
        for name, right in expected.items()
    ]


def is_same(given: Any, right: Any) -> bool:
    """Compare values: texts without case, article and outer punctuation; lists in order."""
    if isinstance(right, list):
        return (
            isinstance(given, list) and len(given) == len(right) and all(map(is_same, given, right))
        )
    if isinstance(right, str):
        return isinstance(given, str) and _normalize(given) == _normalize(right)
    if isinstance(right, bool) or isinstance(given, bool):
        return given is right
    return isinstance(given, int | float) and math.isclose(given, right)


def shows(text: str, part: str) -> bool:
    """Tell whether a text has another one in it, as whole words in any case."""
    return bool(re.search(rf"(?i)(?<!\w){re.escape(part)}", text))


def _normalize(text: str) -> str:
    words = re.sub(r"\s+", " ", text).strip(" .,;:!?'\"").casefold()
    return re.sub(r"^(the|a|an) ", "", words)
