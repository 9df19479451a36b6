"""The faults of a network, chosen by a seeded random number generator."""

from __future__ import annotations

import random
from enum import Enum

import attrs


class Kind(Enum):
    """A kind of fault of an exchange, which is a request and its response."""

    NONE = "none"
    DELAY = "the response is late"
    TRICKLE = "the response comes in small pieces"
    RESET = "a reset at a byte of the response"
    RESET_REQUEST = "a reset at a byte of the request"
    CLOSE = "a half-close at a byte of the response"
    BLACK_HOLE = "nothing more comes after a byte of the response"
    GARBAGE = "garbage bytes inside the response"
    STRAY = "garbage bytes at any time, also between two responses"
    REFUSAL = "502 or 503 from the proxy, with HTML"


@attrs.frozen
class Fault:
    """A fault of one exchange.

    Attributes:
        kind: The kind of the fault.
        at: The number of bytes that pass before the fault.
        seconds: The length of a delay, or the pause between two pieces.
        noise: The garbage bytes; none of them can be a digit of a length.
        status: The HTTP status of a refusal.
    """

    kind: Kind
    at: int = 0
    seconds: float = 0.0
    noise: bytes = b""
    status: int = 503


@attrs.frozen
class Accepting:
    """The treatment of a new connection.

    Attributes:
        seconds: The time before it is accepted.
        is_reset: Whether it is reset as soon as it is accepted.
    """

    seconds: float = 0.0
    is_reset: bool = False


CLEAN = Fault(Kind.NONE)
FAULTS = tuple(kind for kind in Kind if kind is not Kind.NONE)

_NEAR = 40
_FAR = 2500
_NOISE = bytes((0, 10, 13, *range(128, 256)))


class FaultPlan:
    """The faults of a run, in the order in which exchanges and connections arrive."""

    def __init__(self, seed: int, *, share: float = 0.15) -> None:
        """Prepare a plan.

        Args:
            seed: The seed of the random number generator.
            share: The share of exchanges with a fault, from 0 to 1.
        """
        self._random = random.Random(seed)  # noqa: S311 - it is repeatable, not secret
        self._share = share

    def draw(self) -> Fault:
        """Return the fault of the next exchange."""
        chance = self._random
        if chance.random() >= self._share:
            return CLEAN
        kind = chance.choice(FAULTS)
        far = chance.choice((0, _NEAR, _FAR, _FAR))
        return Fault(
            kind,
            at=chance.randint(0, far),
            seconds=chance.uniform(0.0, 0.02 if kind is Kind.TRICKLE else 0.4),
            noise=bytes(chance.choices(_NOISE, k=chance.randint(1, 64))),
            status=chance.choice((502, 503)),
        )

    def draw_accepting(self) -> Accepting:
        """Return what happens to the next connection."""
        chance = self._random
        if chance.random() >= self._share:
            return Accepting()
        return Accepting(chance.uniform(0.0, 0.1), is_reset=chance.random() < self._share)
