"""A retry policy that lets the controller of a batch know of overloads."""

from __future__ import annotations

import time

import attrs

from vllm_sdk._operations.batching.concurrency import ConcurrencyController, is_overload
from vllm_sdk._operations.core import Request
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk._transport.retries import RetryPolicy
from vllm_sdk.errors import Overloaded, VLLMError


@attrs.frozen
class OverloadReporter(RetryPolicy):
    """Another policy, and a controller that sees each overload before its retry.

    Attributes:
        policy: The policy that decides.
        controller: The controller.
    """

    policy: RetryPolicy = attrs.field(kw_only=True)
    controller: ConcurrencyController = attrs.field(kw_only=True)

    def allows(self, request: Request, error: Exception) -> bool:
        """Decide as the policy does."""
        return self.policy.allows(request, error)

    def choose_wait(
        self,
        error: Exception,
        failures: int,
        elapsed: float,
        deadline: Deadline | None = None,
    ) -> float | None:
        """Let the controller know of an overload, and choose as the policy does."""
        if isinstance(error, VLLMError) and is_overload(error):
            wait = error.retry_after if isinstance(error, Overloaded) else None
            self.controller.report_overload(time.monotonic(), wait)
        return self.policy.choose_wait(error, failures, elapsed, deadline)
