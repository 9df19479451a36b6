"""Calls to a live server that is stopped, ended and killed under load."""

from __future__ import annotations

import asyncio
import random
import signal
import threading
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

import attrs
import httpx

from tools.soak.herd import Recovery, run_restart
from tools.soak.live_server import LiveServer
from tools.soak.settings import RETRY, Effort
from tools.soak.tally import Census, Tally, Watchdog, check, find_leftovers, wait_until
from vllm_sdk import VLLM, AsyncVLLM, Options

BOUND = 120.0
"""Seconds of a call to a server on a busy machine."""

TIMEOUT = httpx.Timeout(6.0, connect=3.0, pool=30.0)

PAUSE = 10.0
"""Seconds of SIGSTOP: longer than a wait may take."""

_THREADS = 6
_TASKS = 10
_MORE = 40
"""The right answers that show that the clients work again."""

_PATIENCE = 120.0
_CHUNKS = 5

_CAPITALS = {"France": "Paris", "Germany": "Berlin", "Italy": "Rome", "Spain": "Madrid"}
_START, _END = "The capital of France is", " Paris."
_GREEDY = Options(temperature=0.0)
_LONG = Options(temperature=0.0, max_tokens=1500, ignore_eos=True)


@attrs.frozen
class Ask:
    """A question to the scripted model.

    Attributes:
        kind: `generate`, `stream`, `complete`, `models`, or `left`: a long stream that is left.
        country: The country in the question.
    """

    kind: str
    country: str

    @classmethod
    def draw(cls, chance: random.Random) -> Ask:
        """Return any question."""
        kinds = ("generate", "stream", "complete", "models", "left")
        return cls(chance.choice(kinds), chance.choice(list(_CAPITALS)))

    @property
    def prompt(self) -> str:
        """The prompt."""
        return f"What is the capital of {self.country}?"

    @property
    def text(self) -> str:
        """The right answer."""
        return f"The capital of {self.country} is {_CAPITALS[self.country]}."


def ask(client: VLLM, question: Ask) -> None:
    """Ask and check the answer."""
    prompt, text = question.prompt, question.text
    match question.kind:
        case "generate":
            found = client.generate(prompt, options=_GREEDY).text
        case "stream":
            with client.stream(prompt, options=_GREEDY) as stream:
                found = stream.read().text
        case "complete":
            found = client.complete(_START, options=_GREEDY, max_tokens=2).text
            text = _END
        case "models":
            found, text = client.list_models()[0].id, "scripted"
        case _:
            with client.stream(prompt, options=_LONG) as stream:
                for _, _ in zip(range(_CHUNKS), stream, strict=False):
                    pass
                found = text
    check(found == text, found, text)


async def ask_async(client: AsyncVLLM, question: Ask) -> None:
    """Ask and check the answer."""
    prompt, text = question.prompt, question.text
    match question.kind:
        case "generate":
            found = (await client.generate(prompt, options=_GREEDY)).text
        case "stream":
            async with client.stream(prompt, options=_GREEDY) as stream:
                found = (await stream.read()).text
        case "complete":
            found = (await client.complete(_START, options=_GREEDY, max_tokens=2)).text
            text = _END
        case "models":
            found, text = (await client.list_models())[0].id, "scripted"
        case _:
            async with client.stream(prompt, options=_LONG) as stream:
                for _ in range(_CHUNKS):
                    await anext(stream)
                found = text
    check(found == text, found, text)


class Load:
    """Calls of both clients, until they are stopped.

    Attributes:
        tally: The outcomes.
    """

    def __init__(self, server: LiveServer, tally: Tally, seed: int) -> None:
        """Prepare calls to a server."""
        self.tally = tally
        self._server = server
        self._seed = seed
        self._is_over = threading.Event()

    @contextmanager
    def running(self) -> Generator[None]:
        """Call while the block runs."""
        url, model = self._server.url, self._server.model
        with (
            ThreadPoolExecutor(_THREADS + 1) as threads,
            VLLM(url, model=model, timeout=TIMEOUT, retry=RETRY) as client,
        ):
            works: list[Future[None]] = [threads.submit(asyncio.run, self._call_async())]
            works += [threads.submit(self._call, client, n) for n in range(_THREADS)]
            try:
                yield
            finally:
                self._is_over.set()
                for work in works:
                    work.result()

    def recovers(self) -> bool:
        """Return whether the calls get right answers again, in time."""
        wanted = self.tally.outcomes["right"] + _MORE
        return wait_until(lambda: self.tally.outcomes["right"] >= wanted, _PATIENCE)

    def _call(self, client: VLLM, number: int) -> None:
        chance = random.Random(f"{self._seed} {number}")  # noqa: S311 - it is repeatable
        while not self._is_over.is_set():
            question = Ask.draw(chance)
            with self.tally.call(f"VLLM, {question}", bound=BOUND):
                ask(client, question)

    async def _call_async(self) -> None:
        async with AsyncVLLM(
            self._server.url, model=self._server.model, timeout=TIMEOUT, retry=RETRY
        ) as client:
            async with asyncio.TaskGroup() as tasks:
                for number in range(_TASKS):
                    tasks.create_task(self._work(client, number))
            others = asyncio.all_tasks() - {asyncio.current_task()}
            if others:
                self.tally.violate(f"{len(others)} tasks are left: {others}")

    async def _work(self, client: AsyncVLLM, number: int) -> None:
        chance = random.Random(f"{self._seed} async {number}")  # noqa: S311 - it is repeatable
        while not self._is_over.is_set():
            question = Ask.draw(chance)
            with self.tally.call(f"AsyncVLLM, {question}", bound=BOUND):
                await ask_async(client, question)


def run_live(effort: Effort, watchdog: Watchdog) -> tuple[list[Tally], list[Recovery], str]:
    """Stop, end and kill a live server under load, and start it again.

    Returns:
        The outcomes, what the retries got through the last restart, and the version of vLLM.
    """
    tally = watchdog.follow(Tally("both clients, a live server that is stopped and restarted"))
    before = Census.take()
    with LiveServer() as server:
        load = Load(server, tally, effort.seed)
        with load.running():
            _require(tally, load.recovers(), "the first answers are missing")
            print("  SIGSTOP, SIGCONT …", flush=True)
            server.pause(PAUSE)
            _require(tally, load.recovers(), "no answers after SIGCONT")
            print("  SIGTERM, restart …", flush=True)
            print(f"    it was away for {server.restart(signal.SIGTERM):.0f} s", flush=True)
            _require(tally, load.recovers(), "no answers after SIGTERM and a restart")
            print("  SIGKILL, restart …", flush=True)
            away = server.restart(signal.SIGKILL)
            print(f"    it was away for {away:.0f} s", flush=True)
            _require(tally, load.recovers(), "no answers after SIGKILL and a restart")
        _require(tally, server.settles(), "requests run or wait though nobody waits for them")
        print("  SIGKILL, restart, with both retry policies …", flush=True)
        recoveries = run_restart(server, effort.seed, watchdog, away)
        _require(tally, server.settles(), "requests run or wait though nobody waits for them")
        version = server.version
    for found in find_leftovers(before):
        tally.violate(found)
    return [tally], recoveries, version


def _require(tally: Tally, is_so: bool, violation: str) -> None:
    if not is_so:
        tally.violate(violation)
