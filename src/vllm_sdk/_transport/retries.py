"""When a failed call is sent again: where that can help and can do no harm."""

from __future__ import annotations

import attrs

from vllm_sdk._operations.core import Call
from vllm_sdk.errors import (
    ConfigurationError,
    ConnectionFailed,
    Overloaded,
    RequestTimeout,
    ServerFailure,
)

_PASSING_STATUSES = frozenset({502, 504})


@attrs.frozen
class RetryPolicy:
    """How often and how patiently a failed call is sent again.

    Sent again are calls that cannot have begun a generation: no connection, a connection closed
    before any answer, HTTP 429, 502, 503 and 504, and a stream whose first event says that the
    server is overloaded. Not sent again: a generation that ran into a time-out, anything after the
    first token, other refusals (4xx) and failures (500).

    The waits grow exponentially and are jittered; where the server names one with `Retry-After`,
    that one is kept, up to `retry_after_max`.

    Attributes:
        attempts: how often a call is sent at most; 1 turns retries off.
        deadline: seconds after the first failure beyond which no further attempt is made.
        wait_initial: seconds before the second attempt, without the jitter.
        wait_max: seconds that one wait takes at most, with the jitter.
        wait_jitter: up to so many seconds are added to each wait, at random.
        retry_after_max: seconds that a server's `Retry-After` is heeded at most.

    Raises:
        ConfigurationError: fewer than one attempt, or a negative time.
    """

    attempts: int = 3
    deadline: float = 60.0
    wait_initial: float = 0.5
    wait_max: float = 10.0
    wait_jitter: float = 0.5
    retry_after_max: float = 30.0

    def __attrs_post_init__(self) -> None:
        """Refuse what makes no sense."""
        if isinstance(self.attempts, bool) or not isinstance(self.attempts, int):
            raise ConfigurationError(f"RetryPolicy: attempts is a number, not {self.attempts!r}.")
        if self.attempts < 1:
            raise ConfigurationError("RetryPolicy: attempts is 1 (no retries) or more.")
        for field in attrs.fields(RetryPolicy)[1:]:
            seconds = getattr(self, field.name)
            if not isinstance(seconds, (int, float)) or not seconds >= 0:
                raise ConfigurationError(f"RetryPolicy: {field.name} is a number of seconds, ≥ 0.")

    def wait_after(self, call: Call, error: Exception) -> bool | float:
        """Whether a failed call may be sent again, or the seconds to wait before.

        Returns:
            False for no; True for yes, after the policy's own wait; seconds that the server named.
        """
        if call.once or self.attempts == 1:
            return False
        if isinstance(error, Overloaded) and error.retry_after is not None:
            return min(error.retry_after, self.retry_after_max)
        return (
            isinstance(error, (ConnectionFailed, Overloaded))
            or (isinstance(error, ServerFailure) and error.status in _PASSING_STATUSES)
            or (isinstance(error, RequestTimeout) and call.repeatable)
        )
