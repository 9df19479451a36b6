"""A program whose calls are interrupted by Ctrl-C; `interrupts.py` runs it.

    python -m tools.soak.interrupted sync|async URL NUMBER SEED

It writes `ready` when it calls, awaits a SIGINT, and writes `survived`. After NUMBER of them it
writes what its client has left behind as a line of JSON. One more SIGINT ends it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections import Counter

from tools.soak import async_calls, sync_calls
from tools.soak.script import Questions
from tools.soak.tally import ALLOWED, Census, find_leftovers
from vllm_sdk import VLLM, AsyncVLLM

_TASKS = 8

_LOST = "a slot of the connection pool is lost"


def main(arguments: list[str]) -> None:
    """Run the program of one kind."""
    kind, url, number, seed = arguments
    program = (_SyncProgram if kind == "sync" else _AsyncProgram)(url, int(seed))
    before = Census.take()
    left = program.run(int(number))
    left += find_leftovers(before)
    _say(json.dumps({"left": left, "outcomes": program.outcomes}))
    program.end()


class _SyncProgram:
    """A program that calls from its main thread."""

    def __init__(self, url: str, seed: int) -> None:
        self.outcomes: Counter[str] = Counter()
        self._url = url
        self._questions = Questions(seed, "interrupted")

    def run(self, number: int) -> list[str]:
        """Bear interrupts, and return what is left of the calls."""
        with sync_calls.open_client(self._url) as client:
            for _ in range(number):
                with contextlib.suppress(KeyboardInterrupt):
                    self._call_on(client)
                _say("survived")
            return [] if sync_calls.can_meet(client, self._questions) else [_LOST]

    def end(self) -> None:
        """Call until an interrupt ends the program."""
        with sync_calls.open_client(self._url) as client:
            self._call_on(client)

    def _call_on(self, client: VLLM) -> None:
        _say("ready")
        while True:
            try:
                sync_calls.ask(client, self._questions.draw())
                self.outcomes["right"] += 1
            except ALLOWED as error:
                self.outcomes[type(error).__name__] += 1


class _AsyncProgram:
    """A program that calls from several tasks, on an event loop after another."""

    def __init__(self, url: str, seed: int) -> None:
        self.outcomes: Counter[str] = Counter()
        self._url = url
        self._questions = Questions(seed, "interrupted")

    def run(self, number: int) -> list[str]:
        """Bear interrupts, and return what is left of the calls."""
        client = async_calls.open_client(self._url)
        for _ in range(number):
            with contextlib.suppress(KeyboardInterrupt):
                asyncio.run(self._call_on(client))
            _say("survived")
        return asyncio.run(self._close(client))

    def end(self) -> None:
        """Call until an interrupt ends the program."""
        asyncio.run(self._call_on(async_calls.open_client(self._url)))

    async def _close(self, client: AsyncVLLM) -> list[str]:
        async with client:
            return [] if await async_calls.can_meet(client, self._questions) else [_LOST]

    async def _call_on(self, client: AsyncVLLM) -> None:
        async with asyncio.TaskGroup() as tasks:
            for _ in range(_TASKS):
                tasks.create_task(self._work(client))
            _say("ready")

    async def _work(self, client: AsyncVLLM) -> None:
        while True:
            try:
                await async_calls.ask(client, self._questions.draw())
                self.outcomes["right"] += 1
            except ALLOWED as error:
                self.outcomes[type(error).__name__] += 1


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1:])
