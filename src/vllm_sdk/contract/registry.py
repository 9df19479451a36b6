"""The list of all checks, and the choice among them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from fnmatch import fnmatchcase
from typing import TypeAlias

import attrs

from vllm_sdk.contract.facts import Facts
from vllm_sdk.contract.probe import Probe

Run: TypeAlias = Callable[[Probe, Facts], Awaitable[str | None]]
"""The function of a check: it returns a note or None, or raises `Failed` or `NotApplicable`."""

ASKED_GROUPS = frozenset({"limits", "router"})
"""The groups whose checks run only if `only` names them, because they load the server."""


@attrs.frozen
class Check:
    """One check of a server.

    Attributes:
        id: The stable id: a group, a dot, a name.
        about: The behaviour that the check asserts, in one sentence.
        meaning: The consequence of a failure for an application.
        needs: The needs of the check: names of `facts.NEEDS`, or routes.
        tokens: Tokens that the check may make the server generate.
        alone: Whether no other check may run at the same time.
        run: The function.
    """

    id: str
    about: str
    meaning: str
    needs: tuple[str, ...]
    tokens: int
    alone: bool
    run: Run

    @property
    def group(self) -> str:
        """The group of the check."""
        return self.id.partition(".")[0]


class UnknownCheck(ValueError):
    """A pattern that matches no check."""


CHECKS: dict[str, Check] = {}
"""The checks by id, in the order in which they are reported."""


def add(check: Check) -> None:
    """Add a check to the list."""
    CHECKS[check.id] = check


def check(
    id: str, meaning: str, *needs: str, tokens: int = 0, alone: bool = False
) -> Callable[[Run], Run]:
    """Make a check of a function, whose docstring begins with "Check that".

    Args:
        id: The id.
        meaning: The consequence of a failure for an application.
        *needs: As for `Check`.
        tokens: As for `Check`.
        alone: As for `Check`.
    """

    def register(run: Run) -> Run:
        stated = (run.__doc__ or "").partition("\n")[0].removeprefix("Check that ")
        about = stated[:1].upper() + stated[1:]
        add(Check(id, about, meaning, needs, tokens, alone, run))
        return run

    return register


def choose(only: Sequence[str] = (), skip: Sequence[str] = ()) -> list[Check]:
    """Return the checks to run.

    Args:
        only: Ids, groups or patterns such as `schema.*`; empty for all checks except those of
            `ASKED_GROUPS`.
        skip: Ids, groups or patterns of checks to leave out.

    Raises:
        UnknownCheck: A pattern matches no check.
    """
    for pattern in (*only, *skip):
        if not any(_matches(each, pattern) for each in CHECKS.values()):
            groups = ", ".join(dict.fromkeys(each.group for each in CHECKS.values()))
            raise UnknownCheck(f"No check matches {pattern!r}. The groups are {groups}.")
    return [
        each
        for each in CHECKS.values()
        if (
            any(_matches(each, pattern) for pattern in only)
            if only
            else each.group not in ASKED_GROUPS
        )
        and not any(_matches(each, pattern) for pattern in skip)
    ]


def _matches(check: Check, pattern: str) -> bool:
    return pattern in {check.id, check.group} or fnmatchcase(check.id, pattern)
