"""The calls of the asynchronous client, in tasks."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from tools.soak.script import CALM, MARK, TOOL, Card, Question, Questions, choose_moment
from tools.soak.settings import (
    CHUNKS_BEFORE_LEAVING,
    MEETING_TIMEOUT,
    MEETINGS,
    RETRY,
    SLOTS,
    TASKS,
    TIMEOUT,
    CancelledStream,
)
from tools.soak.tally import Tally, check
from vllm_sdk import AsyncVLLM, Tool, VLLMError, system, tool, user
from vllm_sdk.errors import StreamInterrupted
from vllm_sdk.transports import AsyncHTTPTransport


def open_client(url: str) -> AsyncVLLM:
    """Return a client with few connections and short waits."""
    engine = AsyncHTTPTransport(max_connections=SLOTS)
    return AsyncVLLM(url, model="soak", timeout=TIMEOUT, retry=RETRY, transport=engine)


async def ask(client: AsyncVLLM, question: Question) -> None:
    """Ask a question and check the answer.

    Raises:
        VLLMError: The call failed.
        WrongAnswer: The reply is not the right one.
    """
    prompt, text = question.prompt, question.text
    match question.kind:
        case "chat":
            found = (await client.chat([system("Repeat."), user(prompt)], temperature=0.0)).text
        case "complete":
            found = (await client.complete(prompt)).text
        case "typed":
            card = (await client.generate(prompt, returns=Card)).value
            check(card == question.card, card, question.card)
            return
        case "stream" | "early":
            await ask_stream(client, question)
            return
        case "models":
            marked = client.with_options(headers={MARK: prompt})
            found, text = (await marked.list_models())[0].id, question.key
        case "tools":
            runs: list[str] = []
            called = _build_tool(question, runs)
            found = (await client.generate_with_tools(prompt, [called], mode="native")).text
            check(runs == [question.key], runs, [question.key])
        case _:
            found = (await client.generate(prompt)).text
    check(found == text, found, text)


async def ask_stream(client: AsyncVLLM, question: Question) -> None:
    """Ask for a stream, and leave an `early` one after a few chunks.

    Raises:
        VLLMError: The call failed; what arrived before was right.
        WrongAnswer: A chunk or the reply is not the right one.
    """
    received, number = "", 0
    try:
        async with client.stream(question.prompt) as stream:
            async for chunk in stream:
                received += chunk.text
                check(question.text.startswith(received), received, question.text)
                number += 1
                if question.kind == "early" and number > CHUNKS_BEFORE_LEAVING:
                    return
            check(stream.reply.text == question.text, stream.reply.text, question.text)
    except StreamInterrupted as error:
        partial = "" if error.partial is None else error.partial.text
        check(question.text.startswith(partial), partial, question.text)
        raise


def _build_tool(question: Question, runs: list[str]) -> Tool[..., Any]:
    def record(key: str) -> str:
        runs.append(key)
        return question.found

    if question.size % 2:  # a plain function runs in a thread

        @tool(name=TOOL)
        def look_up(key: str) -> str:
            """Look a key up."""
            return record(key)

        return look_up

    @tool(name=TOOL)
    async def look_up_later(key: str) -> str:
        """Look a key up."""
        await asyncio.sleep(0)
        return record(key)

    return look_up_later


async def run_calls(tally: Tally, client: AsyncVLLM, questions: Questions, number: int) -> None:
    """Ask questions in many tasks, and check every answer."""

    async def perform(question: Question) -> None:
        with tally.call(question.prompt):
            await ask(client, question)

    await _spread(perform, (questions.draw() for _ in range(number)))


async def run_cancellations(
    tally: Tally, client: AsyncVLLM, questions: Questions, number: int
) -> None:
    """Cancel calls at random moments, in each of the ways that a task has."""
    ways = (_cancel, _cancel, _cancel, _end_scope, _close_stream)

    async def perform(question: Question) -> None:
        chance = random.Random(question.key)  # noqa: S311 - it is repeatable, not secret
        way = ways[chance.randrange(len(ways))]
        ended = (asyncio.CancelledError, TimeoutError, CancelledStream)
        with tally.call(f"{way.__name__} {question.prompt}", *ended):
            await way(client, question, choose_moment(chance))

    await _spread(perform, (questions.draw() for _ in range(number)))


async def _cancel(client: AsyncVLLM, question: Question, seconds: float) -> None:
    """Cancel the task of a call."""
    task = asyncio.create_task(ask(client, question))
    await asyncio.wait([task], timeout=seconds)
    task.cancel()
    await task


async def _end_scope(client: AsyncVLLM, question: Question, seconds: float) -> None:
    """Let a timeout of asyncio end a call."""
    async with asyncio.timeout(seconds):
        await ask(client, question)


async def _close_stream(client: AsyncVLLM, question: Question, seconds: float) -> None:
    """Close a stream from another task while this one opens or reads it."""
    stream = client.stream(question.prompt)

    async def close_later() -> None:
        await asyncio.sleep(seconds)
        await stream.close()

    closing = asyncio.create_task(close_later())
    try:
        async with stream:
            text = (await stream.read()).text
    except RuntimeError as error:
        if "closed" in str(error) or "once" in str(error):  # before it was open, or entered
            raise CancelledStream from None
        raise
    finally:
        await closing
    check(text == question.text, text, question.text)


async def can_meet(client: AsyncVLLM, questions: Questions) -> bool:
    """Return whether every slot of the client's pool can still be used at the same time."""
    calm = client.with_options(headers={CALM: "1"}, timeout=MEETING_TIMEOUT)

    async def attend(question: Question) -> bool:
        try:
            return (await calm.generate(question.prompt)).text == question.text
        except VLLMError:
            return False

    for _ in range(MEETINGS):
        question = questions.draw_meeting(SLOTS)
        if all(await asyncio.gather(*(attend(question) for _ in range(SLOTS)))):
            return True
    return False


async def _spread(
    perform: Callable[[Question], Awaitable[None]], questions: Iterator[Question]
) -> None:
    """Perform a call for each question, in tasks that each take the next one."""

    async def work() -> None:
        for question in questions:
            await perform(question)

    async with asyncio.TaskGroup() as tasks:
        for _ in range(TASKS):
            tasks.create_task(work())
