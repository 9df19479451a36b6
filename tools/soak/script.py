"""The questions of the soak, and the only right answer to each."""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from itertools import count
from typing import Self

import attrs

KINDS = ("generate", "chat", "complete", "typed", "stream", "early", "models", "tools")
"""The kinds of calls; `early` is a stream that is left after a few chunks."""

CALM = "x-soak-calm"
"""The header of a request that passes the proxy without a fault."""

MARK = "x-soak-question"
"""The header with the question of a request without a body."""

TOOL = "look_up"
"""The name of the tool that the server calls."""

_WORDS = ("llama", "café", "Zürich", "東京", '"quoted"', "a\\b", "tab\t", "line\n", "🦙", "42")
_FORM = re.compile(rb"\[\[(\w+) (\w+) (\d+)\]\]")


@dataclass(frozen=True)
class Card:
    """The typed answer to a question."""

    key: str
    numbers: list[int]


@attrs.frozen
class Question:
    """A question that is asked only once.

    Attributes:
        kind: One of `KINDS`, or `meet`.
        key: The text that distinguishes the question from all others.
        size: The length of the answer in words; for `meet`, the number of requests that the server
            awaits before it answers any of them.
    """

    kind: str
    key: str
    size: int

    @classmethod
    def find(cls, request: bytes) -> Self | None:
        """Return the question that a request asks, or None."""
        found = _FORM.search(request)
        if found is None:
            return None
        return cls(found[1].decode(), found[2].decode(), int(found[3]))

    @property
    def prompt(self) -> str:
        """The prompt of the request."""
        return f"[[{self.kind} {self.key} {self.size}]]"

    @property
    def text(self) -> str:
        """The text of the answer."""
        if self.kind == "typed":
            return json.dumps({"key": self.key, "numbers": self.card.numbers})
        if self.kind == "tools":
            return f"{self.key} is {self.found}"
        words = (_WORDS[number % len(_WORDS)] + self.key[-4:] for number in range(self.size))
        return " ".join([self.key, *words])

    @property
    def card(self) -> Card:
        """The value of a typed answer."""
        return Card(self.key, list(range(self.size % 50)))

    @property
    def found(self) -> str:
        """The result of the tool for this question."""
        return f"<{self.key[::-1]}>"

    @property
    def pieces(self) -> list[str]:
        """The text in the pieces of a stream."""
        text = self.text
        step = 3 + self.size % 17
        return [text[start : start + step] for start in range(0, len(text), step)]


class Questions:
    """A seeded source of questions."""

    def __init__(self, seed: int, name: str, kinds: tuple[str, ...] = KINDS) -> None:
        """Prepare a source.

        Args:
            seed: The seed of the run.
            name: The name of the source; each source of a run has questions of its own.
            kinds: The kinds of calls.
        """
        self.random = random.Random(f"{seed} {name}")  # noqa: S311 - it is repeatable, not secret
        self._name = name
        self._kinds = kinds
        self._numbers = count()

    def draw(self) -> Question:
        """Return another question."""
        key = f"{self._name}n{next(self._numbers)}r{self.random.getrandbits(32):08x}"
        return Question(self.random.choice(self._kinds), key, self.random.choice((1, 4, 30, 200)))

    def draw_meeting(self, number: int) -> Question:
        """Return a question that is answered when it is asked this many times at once."""
        return Question("meet", f"{self._name}m{next(self._numbers)}", number)


def choose_moment(chance: random.Random, most: float = 1.0) -> float:
    """Return seconds up to a limit, short ones as often as long ones: each step of a call is met.

    Args:
        chance: The random number generator.
        most: The limit.
    """
    return float(most * 10 ** chance.uniform(-4.0, 0.0))
