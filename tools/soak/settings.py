"""The settings of the clients, and how much the soak does."""

from __future__ import annotations

import attrs
import httpx

from vllm_sdk import RetryPolicy

SLOTS = 24
"""The limit on the connections of a client: fewer than its calls at once."""

THREADS = 32
TASKS = 96

TIMEOUT = httpx.Timeout(1.0, connect=3.0, pool=15.0)
"""The limits of each wait: a black hole costs a second."""

RETRY = RetryPolicy(deadline=8.0, wait_initial=0.01, wait_max=0.3, wait_jitter=0.1)
"""Retries that do not slow the soak down."""

OLD_RETRY = RetryPolicy(attempts=3, deadline=60.0, wait_initial=0.5, wait_max=10.0, wait_jitter=0.5)
"""The defaults of earlier versions."""

CHUNKS_BEFORE_LEAVING = 3

MEETINGS = 8
"""Attempts to have all slots of a pool in use at once; a fault may spoil one of them."""

MEETING_TIMEOUT = 5.0


class CancelledStream(Exception):
    """A stream that was closed before it was open."""


@attrs.frozen
class Effort:
    """The amount of work of a soak.

    Attributes:
        calls: The calls of each client through the proxy.
        seed: The seed of all that is random.
    """

    calls: int = 20_000
    seed: int = 1

    @property
    def cancellations(self) -> int:
        """The cancellations of both clients together."""
        return max(self.calls * 3 // 20, 20)

    @property
    def interrupts(self) -> int:
        """The interrupts of both clients together."""
        return max(self.calls // 40, 20)
