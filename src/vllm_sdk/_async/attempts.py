"""The attempts at one request: the first, and those that the retry policy allows."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import stamina

from vllm_sdk._operations.core import Request, Response
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk._transport.hooks import (
    RequestEvent,
    build_request_event,
    build_response_event,
)
from vllm_sdk._transport.protocols import HTTPRequest
from vllm_sdk._transport.request_log import load_hooks, quiet_stamina
from vllm_sdk._transport.retries import RetryPlan
from vllm_sdk.errors import VLLMError

if TYPE_CHECKING:
    from vllm_sdk._async.sender import AsyncSender
    from vllm_sdk._transport.api_keys import AsyncKeyRing


class AsyncAttempts:
    """The attempts at one request, which have its id and its deadline in common.

    A request that needs nothing but the transport does without this until it fails, see
    `AsyncCall.perform`.
    """

    __slots__ = ("_began", "_deadline", "_request", "_request_id", "_send_once", "_sender")

    def __init__(
        self,
        sender: AsyncSender,
        request: Request,
        send_once: Callable[[HTTPRequest], Awaitable[Any]],
        *,
        request_id: str,
        deadline: Deadline | None,
        began: float,
    ) -> None:
        """Prepare to send.

        Args:
            sender: The client's settings.
            request: The request.
            send_once: Sends it once.
            request_id: The id of the request.
            deadline: The end of the call that the request belongs to, or None.
            began: The monotonic time of the first attempt.
        """
        self._sender = sender
        self._request = request
        self._request_id = request_id
        self._send_once = send_once
        self._deadline = deadline
        self._began = began

    async def run(self) -> Any:
        """Send the request until it succeeds or fails for good.

        Returns:
            The result of `send_once`.

        Raises:
            VLLMError: It failed for good.
        """
        try:
            return await self._send(1)
        except VLLMError as error:
            if (plan := self.plan_retries(error)) is None:
                raise
        return await self.repeat(plan)

    def plan_retries(self, error: VLLMError) -> RetryPlan | None:
        """Return the plan for what follows a failed first attempt, or None if nothing may."""
        policy, log = self._sender.policy, self._sender.log
        if not policy.allows(self._request, error) or not load_hooks():
            return None
        return RetryPlan(self._request, policy, log, error, self._began, deadline=self._deadline)

    async def repeat(self, plan: RetryPlan) -> Any:
        """Send the request again as planned, until it succeeds or fails for good.

        Returns:
            The result of `send_once`.

        Raises:
            VLLMError: It failed for good.
        """
        try:
            return await self._repeat(plan)
        finally:
            plan.forget_errors()

    async def _repeat(self, plan: RetryPlan) -> Any:
        """Repeat the request, whose first attempt has failed."""
        with quiet_stamina():
            async for attempt in stamina.retry_context(**plan.settings):
                with attempt:
                    plan.start_attempt(attempt.num)
                    hooks = self._sender.hooks
                    if hooks.on_retry is not None:
                        event = plan.build_event(self._sender.endpoint, self._request_id)
                        await hooks.call(hooks.on_retry, event)
                    return await self._send(attempt.num)
        raise AssertionError("the last attempt returns or raises")  # pragma: no cover

    async def _send(self, number: int) -> Any:
        sent = self._sender.prepare(self._request, self._request_id, self._deadline)
        if self._sender.keys is not None:
            sent = await self._authorize(sent, self._sender.keys)
        if self._sender.is_plain:
            return await self._send_once(sent)
        hooks, log = self._sender.hooks, self._sender.log
        event = build_request_event(sent, number)
        await hooks.call(hooks.on_request, event)
        started = time.perf_counter()
        try:
            outcome = await self._send_once(sent)
        except VLLMError as error:
            log.log_failure(event, started, error)
            await self._tell(event, started, error)
            raise
        log.log_success(event, started, outcome if isinstance(outcome, Response) else None)
        await self._tell(event, started, outcome)
        return outcome

    async def _tell(self, event: RequestEvent, started: float, outcome: Any) -> None:
        hooks = self._sender.hooks
        if hooks.on_response is not None:
            seconds = time.perf_counter() - started
            await hooks.call(hooks.on_response, build_response_event(event, outcome, seconds))

    async def _authorize(self, sent: HTTPRequest, keys: AsyncKeyRing) -> HTTPRequest:
        """Return the request with the API key of now.

        Raises:
            ConfigurationError: No key was returned.
        """
        endpoint = sent.endpoint
        limit = sent.bound(endpoint.timeout.connect)
        return sent.with_endpoint(await keys.authorize(endpoint, limit))
