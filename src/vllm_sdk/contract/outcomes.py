"""The values of a run: what a check found, and what a whole run found."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Verdict: TypeAlias = Literal["pass", "fail", "not applicable"]
"""The verdict of a check."""


class Failed(Exception):
    """A server that breaks its contract, raised by a check.

    Attributes:
        expected: The behaviour that the check expects.
        got: The behaviour that it saw.
    """

    def __init__(self, expected: str, got: str) -> None:
        """Store both behaviours."""
        super().__init__(expected, got)
        self.expected = expected
        self.got = got


class NotApplicable(Exception):
    """A server to which a check does not apply, raised by the check.

    Attributes:
        reason: The reason in words.
        flag: The flag of the server, or of this program, that would make the check apply; empty if
            there is none.
    """

    def __init__(self, reason: str, flag: str = "") -> None:
        """Store the reason and the flag."""
        super().__init__(reason, flag)
        self.reason = reason
        self.flag = flag


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """The outcome of one check.

    Attributes:
        id: The stable id of the check, such as `core.health`.
        verdict: Whether the check passed, failed, or does not apply.
        about: The behaviour that the check asserts.
        expected: The behaviour that was expected, if the check failed.
        got: The behaviour that was seen instead.
        meaning: The consequence of the failure for an application.
        curl: The last request of the check as a command line, without the API key.
        reason: The reason why the check does not apply.
        flag: The flag that would make it apply, if there is one.
        note: What a passed check found out, if it is worth a line.
        tokens: Tokens that the check made the server generate.
        seconds: The duration of the check in seconds.
    """

    id: str
    verdict: Verdict
    about: str = ""
    expected: str = ""
    got: str = ""
    meaning: str = ""
    curl: str = ""
    reason: str = ""
    flag: str = ""
    note: str = ""
    tokens: int = 0
    seconds: float = 0.0


class ServerSummary(msgspec.Struct, frozen=True, omit_defaults=True):
    """A description of the server, as far as it was found out.

    Attributes:
        url: The address without credentials.
        version: The version of vLLM; empty if the server does not tell one.
        model: The name of the model that was asked.
        context: The length of the model's context in tokens; 0 if unknown.
        kind: A few words about the server and the model.
    """

    url: str
    version: str = ""
    model: str = ""
    context: int = 0
    kind: str = ""


class Report(msgspec.Struct, frozen=True, omit_defaults=True):
    """The outcome of a whole run.

    Attributes:
        server: The server.
        outcomes: The outcome of each check, in the order of the checks.
        problem: The reason for a missing verdict about the server; empty if there is a verdict.
        unfinished: The number of checks for which time or tokens were missing.
        seconds: The duration of the run in seconds.
        tokens: Tokens that the run made the server generate.
    """

    server: ServerSummary
    outcomes: tuple[Outcome, ...] = ()
    problem: str = ""
    unfinished: int = 0
    seconds: float = 0.0
    tokens: int = 0

    def list_failures(self) -> list[Outcome]:
        """Return the outcomes of the checks that failed."""
        return [each for each in self.outcomes if each.verdict == "fail"]

    def count(self, verdict: Verdict) -> int:
        """Return the number of checks with a verdict."""
        return sum(each.verdict == verdict for each in self.outcomes)
