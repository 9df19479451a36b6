"""When a failed request is repeated: if that can help and can do no harm."""

from __future__ import annotations

import math
import random
import time
from typing import Any, cast

import attrs

from vllm_sdk._exports import export
from vllm_sdk._operations.core import Request
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.hooks import RetryEvent
from vllm_sdk._transport.request_log import RequestLog
from vllm_sdk.errors import (
    ConfigurationError,
    ConnectionFailed,
    Overloaded,
    RequestTimeout,
    StatusError,
    VLLMError,
)

_UNTOUCHED = frozenset({408, 502})
"""Statuses, besides those of `Overloaded`, of requests that no server has worked on."""

_GATEWAY_TIMEOUT = 504
"""The status of a request that a server may still work on, behind a gateway."""

_MIN_GROWTH = 0.01
"""Seconds that waits grow from at least, if the number of attempts is not limited."""

_MIN_SHARE = 1.0
"""Random seconds, at least, on top of a wait that the server named to many at once."""


@export
@attrs.frozen
class RetryPolicy:
    """When and how often a failed request is repeated.

    A generation is repeated only if it cannot have begun: no connection, a connection that was
    kept alive and proved dead, HTTP 408, 429, 502 and 503, and a stream whose first event says that
    the server is overloaded. Requests that start no generation are repeated after a closed
    connection, a read timeout and HTTP 504, too. Never repeated are a stream after its first chunk,
    other refusals (4xx) and failures (500), and a connection that cannot become better, such as one
    to an untrusted server.

    Each wait is random, so that many callers do not come back at once. If the server names a wait
    in `Retry-After`, a random share is added to it. The retries are those of the package `stamina`:
    `stamina.set_active(False)` turns them off, and hooks that are set there are called.

    Attributes:
        attempts: Limit on the attempts, the first one included; 1 turns retries off. None: as many
            as fit into the deadline.
        deadline: Seconds from the first attempt's start, after which no other begins.
        wait_initial: Seconds before the second attempt, without the jitter; they double each time.
        wait_max: Limit on the seconds of one wait, jitter included.
        wait_jitter: Limit on the random seconds that are added to each wait.
        retry_after_max: Limit on the seconds of a server's `Retry-After`; if it names more, the
            request fails.

    Raises:
        ConfigurationError: Fewer than one attempt, or a negative time.
    """

    attempts: int | None = None
    deadline: float = 60.0
    wait_initial: float = 1.0
    wait_max: float = 12.0
    wait_jitter: float = 8.0
    retry_after_max: float = 30.0

    def __attrs_post_init__(self) -> None:
        """Check the values."""
        attempts = self.attempts
        if attempts is not None:
            if isinstance(attempts, bool) or not isinstance(attempts, int):
                raise ConfigurationError(f"RetryPolicy: attempts is a number, not {attempts!r}.")
            if attempts < 1:
                raise ConfigurationError("RetryPolicy: attempts is 1 (no retries) or more.")
        for field in attrs.fields(RetryPolicy)[1:]:
            seconds = getattr(self, field.name)
            if (
                isinstance(seconds, bool)
                or not isinstance(seconds, (int, float))
                or not 0 <= seconds < math.inf
            ):
                raise ConfigurationError(f"RetryPolicy: {field.name} is a number of seconds, ≥ 0.")

    def allows(self, request: Request, error: Exception) -> bool:
        """Decide whether a failed request may be repeated at all."""
        if request.once or self.attempts == 1:
            return False
        match error:
            case ConnectionFailed():
                return not error.permanent and (request.repeatable or not error.sent)
            case RequestTimeout():
                return request.repeatable or not error.sent
            case Overloaded():
                return True
            case StatusError(status=status):
                return status in _UNTOUCHED or (request.repeatable and status == _GATEWAY_TIMEOUT)
            case _:
                return False

    def choose_wait(
        self,
        error: Exception,
        failures: int,
        elapsed: float,
        deadline: Deadline | None = None,
    ) -> float | None:
        """Choose the wait before the next attempt.

        Args:
            error: The error of the last attempt.
            failures: The number of failed attempts.
            elapsed: Seconds since the first attempt began.
            deadline: The end of the call, or None.

        Returns:
            Seconds; None if no other attempt begins.
        """
        left = self.deadline - elapsed
        if deadline is not None:
            left = min(left, deadline.left)
        if left <= 0 or (self.attempts is not None and failures >= self.attempts):
            return None
        if isinstance(error, Overloaded) and error.retry_after is not None:
            asked = error.retry_after
            if asked > min(self.retry_after_max, left):
                return None
            return asked + _choose(min(max(_MIN_SHARE, asked / 2), left - asked))
        least = self.wait_initial
        if self.attempts is None:
            least = max(least, _MIN_GROWTH)
        growing = least * 2.0 ** min(failures - 1, 30)
        wait = min(growing + _choose(self.wait_jitter), self.wait_max)
        return wait if wait <= left else _choose(left)


def _choose(most: float) -> float:
    return random.uniform(0, most)  # noqa: S311 - it spreads callers, and hides nothing


class RetryPlan:
    """The further attempts at a request whose first attempt has failed.

    stamina runs them. It counts from the first attempt, so that attempt is replayed to it as the
    error that it ended in. A request that succeeds at once, as nearly all do, costs nothing.
    """

    def __init__(
        self,
        request: Request,
        policy: RetryPolicy,
        log: RequestLog,
        first: VLLMError,
        began: float,
        *,
        deadline: Deadline | None = None,
    ) -> None:
        """Plan the attempts after the first.

        Args:
            request: The request.
            policy: When and how often it is repeated.
            log: Receives a line for each repetition.
            first: The error of the first attempt.
            began: When the first attempt began, by the monotonic clock.
            deadline: The end of the call, or None.
        """
        self._request = request
        self._policy = policy
        self._log = log
        self._began = began
        self._deadline = deadline
        self._failures = 0
        self._waited = 0.0
        self._last = first

    @property
    def settings(self) -> dict[str, Any]:
        """The arguments of `stamina.retry_context`."""
        return {"on": self._decide, "attempts": None, "timeout": None}

    def start_attempt(self, number: int) -> None:
        """Start an attempt; the first one has already failed, and raises its error again."""
        if number == 1:
            raise self._last

    def forget_errors(self) -> None:
        """Let go of the errors, whose tracebacks hold all that the call has made, this included."""
        del self._last

    def build_event(self, endpoint: Endpoint, request_id: str) -> RetryEvent:
        """Build what the hook sees of the attempt that begins."""
        return RetryEvent(
            method=self._request.method,
            url=endpoint.base_url + self._request.path,
            request_id=request_id,
            attempt=self._failures + 1,
            wait=self._waited,
            error=self._last,
        )

    def _decide(self, error: Exception) -> bool | float:
        """Return the seconds to wait; False for no other attempt."""
        self._failures += 1
        if not self._policy.allows(self._request, error):
            return False
        elapsed = time.monotonic() - self._began
        wait = self._policy.choose_wait(error, self._failures, elapsed, self._deadline)
        if wait is None:
            return False
        self._waited, self._last = wait, cast("VLLMError", error)
        self._log.log_retry(self._request, self._failures + 1, wait, self._last)
        return wait
