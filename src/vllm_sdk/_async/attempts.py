"""The attempts at one request: the first, and those that the retry policy allows."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import stamina

from vllm_sdk._operations.core import Request, Response
from vllm_sdk._transport.connection_errors import build_closed_error, build_deadline_error
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk._transport.hooks import (
    RequestEvent,
    build_request_event,
    build_response_event,
)
from vllm_sdk._transport.protocols import HTTPRequest
from vllm_sdk._transport.request_ids import new_request_id
from vllm_sdk._transport.request_log import quiet_stamina
from vllm_sdk._transport.retries import RetryPlan
from vllm_sdk.errors import VLLMError

if TYPE_CHECKING:
    from vllm_sdk._async.sender import AsyncSender
    from vllm_sdk._transport.api_keys import AsyncKeyRing


class AsyncAttempts:
    """The attempts at one request, which have its id and its deadline in common."""

    __slots__ = ("_began", "_deadline", "_request", "_request_id", "_send_once", "_sender")

    def __init__(
        self,
        sender: AsyncSender,
        request: Request,
        send_once: Callable[[HTTPRequest], Awaitable[Any]],
        deadline: Deadline | None,
    ) -> None:
        """Prepare to send.

        Args:
            sender: The client's settings.
            request: The request.
            send_once: Sends it once.
            deadline: The end of the call that the request belongs to, or None.
        """
        self._sender = sender
        self._request = request
        self._send_once = send_once
        self._deadline = deadline
        self._request_id = sender.endpoint.request_id or request.request_id or new_request_id()
        self._began = time.monotonic()

    async def run(self) -> Any:
        """Send the request until it succeeds or fails for good.

        Returns:
            The result of `send_once`.

        Raises:
            VLLMError: It failed for good.
        """
        try:
            if self._sender.is_plain:
                return await self._send_once(self._build())
            return await self._send(1)
        except VLLMError as error:
            policy, log = self._sender.policy, self._sender.log
            if not policy.allows(self._request, error):
                raise
            plan = RetryPlan(
                self._request, policy, log, error, self._began, deadline=self._deadline
            )
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
        sent = self._build()
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

    def _build(self) -> HTTPRequest:
        """Build the request of an attempt.

        Raises:
            VLLMError: The client is closed, or the deadline has passed.
        """
        sender, request, deadline = self._sender, self._request, self._deadline
        if sender.state.closed:
            raise build_closed_error(request)
        sent = HTTPRequest(
            sender.endpoint,
            request.method,
            request.path,
            request.body,
            request.repeatable,
            self._request_id,
            deadline,
        )
        if deadline is not None and deadline.is_over:
            raise build_deadline_error(sent, sent=False)
        return sent

    async def _authorize(self, sent: HTTPRequest, keys: AsyncKeyRing) -> HTTPRequest:
        """Return the request with the API key of now.

        Raises:
            ConfigurationError: No key was returned.
        """
        endpoint = sent.endpoint
        limit = sent.bound(endpoint.timeout.connect)
        return sent.with_endpoint(await keys.authorize(endpoint, limit))
