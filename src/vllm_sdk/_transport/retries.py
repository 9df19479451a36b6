"""When a failed request is repeated: if that can help and can do no harm."""

from __future__ import annotations

from typing import Any

import attrs

from vllm_sdk._exports import export
from vllm_sdk._operations.core import Request
from vllm_sdk._transport.request_log import RequestLog
from vllm_sdk.errors import (
    ConfigurationError,
    ConnectionFailed,
    Overloaded,
    RequestTimeout,
    ServerFailure,
    VLLMError,
)

_PASSING_STATUSES = frozenset({502, 504})


@export
@attrs.frozen
class RetryPolicy:
    """When and how often a failed request is repeated.

    Repeated are: no connection; a connection that closed before the response; HTTP 429, 502, 503
    and 504; a stream whose first event says that the server is overloaded; and read timeouts of
    requests that start no generation. Not repeated are: a generation that ran into a read timeout,
    anything after the first token, other refusals (4xx) and failures (500).

    The waits grow exponentially, with a random jitter. If the server names a wait in `Retry-After`,
    that wait is used, up to `retry_after_max`.

    Attributes:
        attempts: Limit on the attempts, the first one included; 1 turns retries off.
        deadline: Seconds after the first failure; no further attempt is planned beyond them.
        wait_initial: Seconds before the second attempt, without the jitter.
        wait_max: Limit on the seconds of one wait, jitter included.
        wait_jitter: Limit on the random seconds that are added to each wait.
        retry_after_max: Limit on the seconds of a server's `Retry-After`.

    Raises:
        ConfigurationError: Fewer than one attempt, or a negative time.
    """

    attempts: int = 3
    deadline: float = 60.0
    wait_initial: float = 0.5
    wait_max: float = 10.0
    wait_jitter: float = 0.5
    retry_after_max: float = 30.0

    def __attrs_post_init__(self) -> None:
        """Check the values."""
        if isinstance(self.attempts, bool) or not isinstance(self.attempts, int):
            raise ConfigurationError(f"RetryPolicy: attempts is a number, not {self.attempts!r}.")
        if self.attempts < 1:
            raise ConfigurationError("RetryPolicy: attempts is 1 (no retries) or more.")
        for field in attrs.fields(RetryPolicy)[1:]:
            seconds = getattr(self, field.name)
            if not isinstance(seconds, (int, float)) or not seconds >= 0:
                raise ConfigurationError(f"RetryPolicy: {field.name} is a number of seconds, ≥ 0.")

    def wait_after(self, request: Request, error: Exception) -> bool | float:
        """Decide whether a failed request is repeated, and after which wait.

        Returns:
            False for no; True for yes, after the policy's own wait; the seconds that the server
            named.
        """
        if request.once or self.attempts == 1:
            return False
        if isinstance(error, Overloaded) and error.retry_after is not None:
            return min(error.retry_after, self.retry_after_max)
        if isinstance(error, ConnectionFailed):
            return request.repeatable or not error.sent
        return (
            isinstance(error, Overloaded)
            or (isinstance(error, ServerFailure) and error.status in _PASSING_STATUSES)
            or (isinstance(error, RequestTimeout) and request.repeatable)
        )


class RetryPlan:
    """The further attempts at a request whose first attempt has failed.

    stamina plans the waits. It counts from the first attempt, so that attempt is replayed to it as
    the error that it ended in. A request that succeeds at once, as nearly all do, costs nothing.
    """

    def __init__(
        self, request: Request, policy: RetryPolicy, log: RequestLog, first: VLLMError
    ) -> None:
        """Plan the attempts after the first.

        Args:
            request: The request.
            policy: When and how often it is repeated.
            log: Receives a line for each repetition.
            first: The error of the first attempt.
        """
        self._request = request
        self._policy = policy
        self._log = log
        self._last = first

    @property
    def settings(self) -> dict[str, Any]:
        """The arguments of `stamina.retry_context`."""
        policy = self._policy
        return {
            "on": self._wait_after,
            "attempts": policy.attempts,
            "timeout": policy.deadline,
            "wait_initial": policy.wait_initial,
            "wait_max": policy.wait_max,
            "wait_jitter": policy.wait_jitter,
        }

    def start_attempt(self, number: int) -> None:
        """Start an attempt; the first one has already failed, and raises its error again."""
        if number == 1:
            raise self._last
        self._log.log_retry(self._request, number, self._last)

    def _wait_after(self, error: Exception) -> bool | float:
        if isinstance(error, VLLMError):
            self._last = error
        return self._policy.wait_after(self._request, error)
