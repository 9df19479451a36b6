"""What retries get through an overloaded server and through a restart, and what they cost."""

from __future__ import annotations

import asyncio
import random
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import attrs

from tools.soak.live_server import LiveServer
from tools.soak.settings import OLD_RETRY
from tools.soak.tally import Tally, Watchdog, check
from vllm_sdk import VLLM, AsyncVLLM, Options, RetryPolicy
from vllm_sdk.errors import TransportError
from vllm_sdk.transports import (
    AsyncByteStream,
    AsyncHTTPTransport,
    ByteStream,
    HTTPRequest,
    HTTPTransport,
    Response,
)

HERD = 200
"""The calls that come at once to an overloaded server."""

GROUP = 50
"""The calls of each client and policy around a restart."""

QUEUE = ("--max-num-seqs", "2", "--max-num-queued-reqs", "4")
"""The flags of a server that is easily overloaded."""

POLICIES = {"of earlier versions": OLD_RETRY, "the default": RetryPolicy()}

BOUND = 300.0
"""Seconds of a call: the deadline of the retries, and a wait for an overloaded server."""

_AHEAD = 25.0
"""Seconds from the first call of a group until the server is expected back, at most."""

_SPREAD = 10.0
"""Seconds within which the calls of a group begin."""

_PROMPT = "What is the capital of France?"
_ANSWER = "The capital of France is Paris."
_OPTIONS = Options(max_tokens=24, temperature=0.0, ignore_eos=True)


@attrs.define
class Recovery:
    """The results of a group of calls.

    Attributes:
        situation: What happened to the server.
        policy: The name of the retry policy.
        client: The class of the client.
        calls: The number of calls.
        tally: The outcomes of the calls.
        lost: The calls that failed after their request had been sent, so it was not repeated.
        requests: The attempts of all calls.
        seconds: The time until all calls had ended.
    """

    situation: str
    policy: str
    client: str
    calls: int
    tally: Tally
    lost: int = 0
    requests: int = 0
    seconds: float = 0.0
    _lock: threading.Lock = attrs.field(factory=threading.Lock, repr=False)

    @property
    def answered(self) -> int:
        """The number of calls that got their answer."""
        return self.tally.outcomes["right"]

    def note(self, error: TransportError) -> None:
        """Note a call that failed without a response."""
        if error.sent:
            with self._lock:
                self.lost += 1

    def count(self) -> None:
        """Count an attempt."""
        with self._lock:
            self.requests += 1

    def __str__(self) -> str:
        """Return the figures in a line."""
        return (
            f"{self.situation}, {self.policy}, {self.client}: {self.answered} of {self.calls}, "
            f"{self.lost} lost, {self.requests} requests, {self.seconds:.1f} s"
        )


def _form_groups(watchdog: Watchdog, situation: str, calls: int) -> list[Recovery]:
    """Return a group for each policy and client."""
    return [
        Recovery(situation, policy, client, calls, watchdog.follow(Tally(f"{client}, {situation}")))
        for policy in POLICIES
        for client in ("AsyncVLLM", "VLLM")
    ]


class _Counted:
    """An engine that counts the attempts of a group."""

    def __init__(self, group: Recovery) -> None:
        self._group = group
        self._engine = HTTPTransport()

    def send(self, request: HTTPRequest) -> Response:
        self._group.count()
        return self._engine.send(request)

    def stream(self, request: HTTPRequest) -> ByteStream:
        return self._engine.stream(request)

    def close(self) -> None:
        self._engine.close()


class _AsyncCounted:
    """The same for the asynchronous client."""

    def __init__(self, group: Recovery) -> None:
        self._group = group
        self._engine = AsyncHTTPTransport()

    async def send(self, request: HTTPRequest) -> Response:
        self._group.count()
        return await self._engine.send(request)

    async def stream(self, request: HTTPRequest) -> AsyncByteStream:
        return await self._engine.stream(request)

    async def close(self) -> None:
        await self._engine.close()


Wait = Callable[[], float]
"""Returns the seconds before a call begins."""


def run_herds(watchdog: Watchdog) -> list[Recovery]:
    """Send a herd with each policy and client, one after another, to an overloaded server."""
    groups = _form_groups(watchdog, "an overloaded server", HERD)
    with LiveServer(QUEUE) as server:
        for group in groups:
            run_group(server, group, lambda: 0.0)
            print(f"  {group}", flush=True)
            if not server.settles():
                group.tally.violate("requests run or wait though nobody waits for them")
    _compare(groups)
    return groups


def run_restart(
    server: LiveServer, seed: int, watchdog: Watchdog, expected: float
) -> list[Recovery]:
    """Kill and start a server, and let groups of each policy and client call it meanwhile.

    On a busy machine a start takes longer than the retries last. Therefore the calls begin a fixed
    time before the server is expected back.

    Args:
        server: The server.
        seed: The seed of the moments at which calls begin.
        watchdog: Watches the calls.
        expected: The seconds that the server was away last time.
    """
    groups = _form_groups(watchdog, "a killed server", GROUP)
    chance = random.Random(seed)  # noqa: S311 - it is repeatable, not secret
    lead = max(expected - _AHEAD, 0.0)

    def run_later(group: Recovery) -> None:
        time.sleep(lead)
        run_group(server, group, partial(chance.uniform, 0.0, _SPREAD))

    with ThreadPoolExecutor(len(groups)) as threads:
        works = [threads.submit(run_later, group) for group in groups]
        away = server.restart(signal.SIGKILL)
        for work in works:
            work.result()
    for group in groups:
        group.situation = f"killed, and back {max(away - lead, 0.0):.0f} s after the first call"
        print(f"  {group}", flush=True)
    _compare(groups)
    return groups


def _compare(groups: list[Recovery]) -> None:
    """Note a violation if the default gets fewer answers than the policy of earlier versions."""
    half = len(groups) // 2
    for old, new in zip(groups[:half], groups[half:], strict=True):
        if new.answered < old.answered:
            new.tally.violate(f"{new.answered} answers instead of {old.answered}")


def run_group(server: LiveServer, group: Recovery, wait: Wait) -> None:
    """Run the calls of a group to their end."""
    began = time.monotonic()
    run = _run_async if group.client == "AsyncVLLM" else _run_sync
    run(server, group, [wait() for _ in range(group.calls)])
    group.seconds = time.monotonic() - began


def _run_sync(server: LiveServer, group: Recovery, waits: list[float]) -> None:
    engine, retry = _Counted(group), POLICIES[group.policy]

    with VLLM(server.url, model=server.model, transport=engine, retry=retry) as client:

        def call(wait: float) -> None:
            time.sleep(wait)
            with group.tally.call(_PROMPT, bound=BOUND):
                try:
                    text = client.generate(_PROMPT, options=_OPTIONS).text
                except TransportError as error:
                    group.note(error)
                    raise
                check(text.startswith(_ANSWER), text, _ANSWER)

        with ThreadPoolExecutor(group.calls) as threads:
            list(threads.map(call, waits))


def _run_async(server: LiveServer, group: Recovery, waits: list[float]) -> None:
    async def run() -> None:
        engine, retry = _AsyncCounted(group), POLICIES[group.policy]

        async with AsyncVLLM(
            server.url, model=server.model, transport=engine, retry=retry
        ) as client:

            async def call(wait: float) -> None:
                await asyncio.sleep(wait)
                with group.tally.call(_PROMPT, bound=BOUND):
                    try:
                        text = (await client.generate(_PROMPT, options=_OPTIONS)).text
                    except TransportError as error:
                        group.note(error)
                        raise
                    check(text.startswith(_ANSWER), text, _ANSWER)

            await asyncio.gather(*map(call, waits))

    asyncio.run(run())
