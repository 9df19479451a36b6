"""The calls of the synchronous client, in threads."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tools.soak.script import CALM, MARK, TOOL, Card, Question, Questions, choose_moment
from tools.soak.settings import (
    CHUNKS_BEFORE_LEAVING,
    MEETING_TIMEOUT,
    MEETINGS,
    RETRY,
    SLOTS,
    THREADS,
    TIMEOUT,
    CancelledStream,
)
from tools.soak.tally import Tally, check
from vllm_sdk import VLLM, Tool, VLLMError, system, tool, user
from vllm_sdk.errors import StreamInterrupted
from vllm_sdk.transports import HTTPTransport


def open_client(url: str) -> VLLM:
    """Return a client with few connections and short waits."""
    engine = HTTPTransport(max_connections=SLOTS)
    return VLLM(url, model="soak", timeout=TIMEOUT, retry=RETRY, transport=engine)


def ask(client: VLLM, question: Question) -> None:
    """Ask a question and check the answer.

    Raises:
        VLLMError: The call failed.
        WrongAnswer: The reply is not the right one.
    """
    prompt, text = question.prompt, question.text
    match question.kind:
        case "chat":
            found = client.chat([system("Repeat."), user(prompt)], temperature=0.0).text
        case "complete":
            found = client.complete(prompt).text
        case "typed":
            card = client.generate(prompt, returns=Card).value
            check(card == question.card, card, question.card)
            return
        case "stream" | "early":
            ask_stream(client, question)
            return
        case "models":
            marked = client.with_options(headers={MARK: prompt})
            found, text = marked.list_models()[0].id, question.key
        case "tools":
            runs: list[str] = []
            found = client.generate_with_tools(
                prompt, [_build_tool(question, runs)], mode="native"
            ).text
            check(runs == [question.key], runs, [question.key])
        case _:
            found = client.generate(prompt).text
    check(found == text, found, text)


def ask_stream(client: VLLM, question: Question) -> None:
    """Ask for a stream, and leave an `early` one after a few chunks.

    Raises:
        VLLMError: The call failed; what arrived before was right.
        WrongAnswer: A chunk or the reply is not the right one.
    """
    received = ""
    try:
        with client.stream(question.prompt) as stream:
            for number, chunk in enumerate(stream):
                received += chunk.text
                check(question.text.startswith(received), received, question.text)
                if question.kind == "early" and number == CHUNKS_BEFORE_LEAVING:
                    return
            check(stream.reply.text == question.text, stream.reply.text, question.text)
    except StreamInterrupted as error:
        partial = "" if error.partial is None else error.partial.text
        check(question.text.startswith(partial), partial, question.text)
        raise


def _build_tool(question: Question, runs: list[str]) -> Tool[..., Any]:
    @tool(name=TOOL)
    def look_up(key: str) -> str:
        """Look a key up."""
        runs.append(key)
        return question.found

    return look_up


def run_calls(tally: Tally, client: VLLM, questions: Questions, number: int) -> None:
    """Ask questions from many threads, and check every answer."""

    def perform(question: Question) -> None:
        with tally.call(question.prompt):
            ask(client, question)

    _spread(perform, (questions.draw() for _ in range(number)))


def run_cancellations(tally: Tally, client: VLLM, questions: Questions, number: int) -> None:
    """Leave calls at random moments, in each of the ways that a thread has."""
    ways = (_close_stream, _close_stream, _drop_stream, _lose_patience, _close_client)

    with ThreadPoolExecutor(THREADS) as closers:

        def perform(question: Question) -> None:
            chance = random.Random(question.key)  # noqa: S311 - it is repeatable, not secret
            way = ways[chance.randrange(len(ways))]
            with tally.call(f"{way.__name__} {question.prompt}", CancelledStream):
                way(client, question, choose_moment(chance), closers)

        _spread(perform, (questions.draw() for _ in range(number)))


def _close_stream(
    client: VLLM, question: Question, seconds: float, closers: ThreadPoolExecutor
) -> None:
    """Close a stream from another thread while this one opens or reads it."""
    stream = client.stream(question.prompt)
    closers.submit(_call_later, seconds, stream.close)
    try:
        with stream:
            text = stream.read().text
    except RuntimeError as error:
        if "closed" in str(error) or "once" in str(error):  # before it was open, or entered
            raise CancelledStream from None
        raise
    check(text == question.text, text, question.text)


def _drop_stream(client: VLLM, question: Question, _s: float, _c: ThreadPoolExecutor) -> None:
    """Forget an open stream without closing it."""
    chunk = next(client.stream(question.prompt).__enter__())
    check(question.text.startswith(chunk.text), chunk.text, question.text)


def _lose_patience(
    client: VLLM, question: Question, seconds: float, _c: ThreadPoolExecutor
) -> None:
    """Call with a timeout that ends within the call."""
    ask(client.with_options(timeout=max(seconds, 0.001)), question)


def _close_client(
    client: VLLM, question: Question, seconds: float, closers: ThreadPoolExecutor
) -> None:
    """Close the client from another thread while it is used."""
    with open_client(client.base_url) as closed:
        closers.submit(_call_later, seconds, closed.close)
        ask(closed, question)


def _call_later(seconds: float, close: Callable[[], None]) -> None:
    time.sleep(seconds)
    close()


def can_meet(client: VLLM, questions: Questions) -> bool:
    """Return whether every slot of the client's pool can still be used at the same time."""
    calm = client.with_options(headers={CALM: "1"}, timeout=MEETING_TIMEOUT)

    def attend(question: Question) -> bool:
        try:
            return calm.generate(question.prompt).text == question.text
        except VLLMError:
            return False

    with ThreadPoolExecutor(SLOTS) as threads:
        return any(
            all(threads.map(attend, [questions.draw_meeting(SLOTS)] * SLOTS))
            for _ in range(MEETINGS)
        )


def _spread(perform: Callable[[Question], None], questions: Iterator[Question]) -> None:
    """Perform a call for each question, in threads that each take the next one."""
    with ThreadPoolExecutor(THREADS) as threads:
        for done in [threads.submit(perform, question) for question in questions]:
            done.result()
