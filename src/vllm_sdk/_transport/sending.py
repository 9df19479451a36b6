"""What clients send calls through: an engine, with retries and log lines around it."""

from __future__ import annotations

import os
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from vllm_sdk._operations.core import Answer, Call
from vllm_sdk._transport.base import AsyncByteStream, AsyncTransport, ByteStream, Transport
from vllm_sdk._transport.request_log import Journal
from vllm_sdk._transport.retries import RetryPolicy
from vllm_sdk.errors import TransportError, VLLMError

T = TypeVar("T")


class Sender:
    """Sends calls, again where the policy says so."""

    def __init__(self, transport: Transport, policy: RetryPolicy, journal: Journal) -> None:
        """Hold the engine, the policy, and where the log lines go."""
        self._transport = transport
        self._policy = policy
        self._journal = journal
        self._closed = False
        self._pid: int | None = None  # the process whose connections the engine holds

    def send(self, call: Call) -> Answer:
        """Send a call and read its whole answer.

        Raises:
            VLLMError: the call failed for good.
        """
        return self._persist(call, self._transport.send)

    def stream(self, call: Call, begin: Callable[[ByteStream], T]) -> T:
        """Send a call, and let `begin` read as much of its answer as shows whether it stands.

        Args:
            call: what to send.
            begin: takes the open answer and closes it where it raises; what it gives is returned.

        Raises:
            VLLMError: the call failed for good.
        """
        source: ByteStream | None = None

        def act(call: Call) -> T:
            nonlocal source
            source = self._transport.stream(call)
            return begin(source)

        try:
            return self._persist(call, act)
        except BaseException:  # a log handler's, say, after the stream began
            if source is not None:
                source.close()
            raise

    def close(self) -> None:
        """Close the engine, and send nothing more."""
        self._closed = True
        self._transport.close()

    def _persist(self, call: Call, act: Callable[[Call], T]) -> T:
        self._check(call)
        try:
            if not self._journal.reads:
                return act(call)
            return self._attempt(call, 1, act)
        except VLLMError as error:
            if self._policy.wait_after(call, error) is False:
                raise
            again = _Again(call, self._policy, self._journal, error)
        import stamina

        for attempt in stamina.retry_context(**again.plan):
            with attempt:
                again.begin(attempt.num)
                self._check(call)
                return self._attempt(call, attempt.num, act)
        raise AssertionError("the last attempt returns or raises")  # pragma: no cover

    def _check(self, call: Call) -> None:
        if self._closed:
            raise closed(call)
        if self._pid != os.getpid():
            if self._pid is not None:
                raise inherited(call)
            self._pid = os.getpid()

    def _attempt(self, call: Call, number: int, act: Callable[[Call], T]) -> T:
        started = time.perf_counter()
        try:
            outcome = act(call)
        except VLLMError as error:
            self._journal.failed(call, number, started, error)
            raise
        self._journal.answered(call, number, started, outcome)
        return outcome


class AsyncSender:
    """What `Sender` is, for asyncio."""

    def __init__(self, transport: AsyncTransport, policy: RetryPolicy, journal: Journal) -> None:
        """Hold the engine, the policy, and where the log lines go."""
        self._transport = transport
        self._policy = policy
        self._journal = journal
        self._closed = False

    async def send(self, call: Call) -> Answer:
        """Send a call and read its whole answer; see `Sender.send`."""
        return await self._persist(call, self._transport.send)

    async def stream(self, call: Call, begin: Callable[[AsyncByteStream], Awaitable[T]]) -> T:
        """Send a call, and let `begin` judge the start of its answer; see `Sender.stream`."""
        source: AsyncByteStream | None = None

        async def act(call: Call) -> T:
            nonlocal source
            source = await self._transport.stream(call)
            return await begin(source)

        try:
            return await self._persist(call, act)
        except BaseException:  # a log handler's, say, after the stream began
            if source is not None:
                await source.close()
            raise

    async def close(self) -> None:
        """Close the engine, and send nothing more."""
        self._closed = True
        await self._transport.close()

    async def _persist(self, call: Call, act: Callable[[Call], Awaitable[T]]) -> T:
        if self._closed:
            raise closed(call)
        try:
            if not self._journal.reads:
                return await act(call)
            return await self._attempt(call, 1, act)
        except VLLMError as error:
            if self._policy.wait_after(call, error) is False:
                raise
            again = _Again(call, self._policy, self._journal, error)
        import stamina

        async for attempt in stamina.retry_context(**again.plan):
            with attempt:
                again.begin(attempt.num)
                if self._closed:
                    raise closed(call)
                return await self._attempt(call, attempt.num, act)
        raise AssertionError("the last attempt returns or raises")  # pragma: no cover

    async def _attempt(self, call: Call, number: int, act: Callable[[Call], Awaitable[T]]) -> T:
        started = time.perf_counter()
        try:
            outcome = await act(call)
        except VLLMError as error:
            self._journal.failed(call, number, started, error)
            raise
        self._journal.answered(call, number, started, outcome)
        return outcome


def closed(call: Call) -> TransportError:
    """The error of a client that is used after its end."""
    return TransportError(f"{call.method} {call.path} was not sent: the client has been closed.")


def inherited(call: Call) -> TransportError:
    """The error of a client that goes on in a fork: its parent reads the same connections."""
    return TransportError(
        f"{call.method} {call.path} was not sent: this client's connections belong to the process "
        "that this one was forked from, and answers would be mixed up. Make a client here."
    )


class _Again:
    """Further attempts at a call whose first one, made without ceremony, has failed.

    stamina plans the waits. It counts from the first attempt, so that one is played back to it as
    the error that it ended in: a call that succeeds at once, as nearly all do, costs nothing here.
    """

    def __init__(self, call: Call, policy: RetryPolicy, journal: Journal, first: VLLMError) -> None:
        self._call = call
        self._policy = policy
        self._journal = journal
        self._last = first

    @property
    def plan(self) -> dict[str, Any]:
        """What stamina is to do."""
        policy = self._policy
        return {
            "on": self._wait_after,
            "attempts": policy.attempts,
            "timeout": policy.deadline,
            "wait_initial": policy.wait_initial,
            "wait_max": policy.wait_max,
            "wait_jitter": policy.wait_jitter,
        }

    def begin(self, number: int) -> None:
        """Begin an attempt; the first one has already failed."""
        if number == 1:
            raise self._last
        self._journal.repeats(self._call, number, self._last)

    def _wait_after(self, error: Exception) -> bool | float:
        if isinstance(error, VLLMError):
            self._last = error
        return self._policy.wait_after(self._call, error)
