"""The limits of a run: its time, its tokens, and its requests at once."""

from __future__ import annotations

import time

import attrs

from vllm_sdk.contract.outcomes import NotApplicable

SECONDS = 60.0
TOKENS = 2000
REQUESTS_AT_ONCE = 4
REQUEST_SECONDS = 15.0


class LimitReached(NotApplicable):
    """A check that was not run to its end because the run has used up its time or its tokens."""


@attrs.frozen
class Limits:
    """The limits of a run.

    Attributes:
        seconds: Seconds that the whole run may take.
        tokens: Tokens that the run may make the server generate.
        at_once: Requests that may be under way at the same time.
        request_seconds: Seconds that one request may take.
    """

    seconds: float = attrs.field(default=SECONDS, validator=attrs.validators.gt(0))
    tokens: int = attrs.field(default=TOKENS, validator=attrs.validators.ge(1))
    at_once: int = attrs.field(default=REQUESTS_AT_ONCE, validator=attrs.validators.ge(1))
    request_seconds: float = attrs.field(default=REQUEST_SECONDS, validator=attrs.validators.gt(0))


@attrs.define
class Budget:
    """Time and tokens that a run has left.

    A request reserves the tokens that it may cost before it is sent, and settles afterwards.

    Attributes:
        limits: The limits.
        tokens: Tokens that are spent or reserved.
        deadline: The end of the run on the monotonic clock.
    """

    limits: Limits
    tokens: int = 0
    deadline: float = 0.0

    def __attrs_post_init__(self) -> None:
        """Start the clock."""
        self.deadline = time.monotonic() + self.limits.seconds

    def request_seconds(self) -> float:
        """Return the seconds that the next request may take.

        Raises:
            LimitReached: The time of the run is over.
        """
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise LimitReached(
                f"the {self.limits.seconds:g} seconds of the run are over", "--seconds"
            )
        return min(left, self.limits.request_seconds)

    def reserve(self, tokens: int) -> None:
        """Reserve tokens.

        Raises:
            LimitReached: Fewer tokens are left.
        """
        if self.tokens + tokens > self.limits.tokens:
            raise LimitReached(
                f"{self.limits.tokens - self.tokens} of the run's {self.limits.tokens} tokens are "
                f"left, and the check needs {tokens}",
                "--tokens",
            )
        self.tokens += tokens

    def settle(self, reserved: int, spent: int) -> None:
        """Replace reserved tokens by the tokens that were spent."""
        self.tokens += spent - reserved
