"""The page of the example application."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from vllm_sdk import AsyncVLLM, RetryPolicy
from vllm_sdk.testing import (
    FakeAnswer,
    FakeRequest,
    FakeServer,
    answer_error,
    answer_text,
)

APP = Path(__file__).parents[2] / "examples/app"
Open = Callable[..., FakeServer]

STORY = 'Once upon a time <b>there</b> was a llama.\n\nIt said: "Hm."'


@pytest.fixture(scope="module")
def run_app() -> Any:
    """The function with which the application's own tests run it."""
    return runpy.run_path(str(APP / "tests/conftest.py"))["running"]


@pytest.fixture
def open_page(page: Any, run_app: Any) -> Iterator[Open]:
    """Open the page of an application whose vLLM gives scripted answers."""
    with ExitStack() as stack:

        def start(*steps: Any) -> FakeServer:
            server = stack.enter_context(FakeServer(*steps))
            once = RetryPolicy(attempts=1)
            url = stack.enter_context(run_app(lambda: AsyncVLLM(server.url, model="m", retry=once)))
            page.goto(url)
            return server

        yield start


def ask(page: Any, text: str = "Tell me a story") -> None:
    page.get_by_label("Question").fill(text)
    page.get_by_role("button", name="Ask").click()


def expect_state(page: Any, state: str) -> None:
    from playwright.sync_api import expect

    expect(page.get_by_role("status")).to_have_text(state)


def test_an_answer_arrives(page: Any, open_page: Open) -> None:
    server = open_page(STORY)
    ask(page, "Tell me <another> story")
    expect_state(page, "The answer is complete.")
    assert page.locator("#answer").text_content() == STORY
    assert page.locator("#answer b").count() == 0
    assert server.requests[0].read_json()["messages"][-1]["content"] == "Tell me <another> story"
    assert page.get_by_role("button", name="Stop").is_disabled()


def talk(request: FakeRequest) -> FakeAnswer:
    """Answer with more words than a test waits for."""
    return answer_text(request, "word " * 10_000, "m").split(200, pause=0.01)


def test_words_are_shown_as_they_come_and_can_be_stopped(page: Any, open_page: Open) -> None:
    from playwright.sync_api import expect

    server = open_page(talk)
    ask(page)
    expect(page.locator("#answer")).to_contain_text("word word word")
    assert server.aborted == 0
    page.get_by_role("button", name="Stop").click()
    expect_state(page, "stopped")
    while not server.aborted:
        page.wait_for_timeout(10)


def test_a_page_that_is_closed_ends_the_generation(page: Any, open_page: Open) -> None:
    from playwright.sync_api import expect

    server = open_page(talk)
    ask(page)
    expect(page.locator("#answer")).to_contain_text("word")
    page.goto("about:blank")
    while not server.aborted:
        page.wait_for_timeout(10)


def test_a_new_question_replaces_the_old_one(page: Any, open_page: Open) -> None:
    from playwright.sync_api import expect

    open_page(talk, "Short.")
    ask(page)
    expect(page.locator("#answer")).to_contain_text("word")
    ask(page, "And now?")
    expect_state(page, "The answer is complete.")
    assert page.locator("#answer").text_content() == "Short."


def test_an_overloaded_server_is_said(page: Any, open_page: Open) -> None:
    open_page(answer_error(503, "busy"))
    ask(page)
    expect_state(page, "The model is not available. Try again later.")


def test_a_stream_that_breaks_off_is_said(page: Any, open_page: Open) -> None:
    def break_off(request: FakeRequest) -> FakeAnswer:
        answer = answer_text(request, "one two three", "m")
        return answer.cut(answer.body.index(b" three"))

    open_page(break_off)
    ask(page)
    expect_state(page, "The model gave no usable answer.")
    assert page.locator("#answer").text_content() == "one two"


def test_a_question_that_the_service_refuses_is_said(page: Any, open_page: Open) -> None:
    open_page()
    page.get_by_label("Question").evaluate("field => field.removeAttribute('maxlength')")
    ask(page, "x" * 5000)
    expect_state(page, "The service does not accept this text.")


def test_a_service_that_is_gone_is_said(page: Any, run_app: Any) -> None:
    with FakeServer() as server, run_app(lambda: AsyncVLLM(server.url, model="m")) as url:
        page.goto(url)
    ask(page)
    expect_state(page, "The service is not there.")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_fits_the_screen(width: int, page: Any, open_page: Open) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page("word" * 100)
    ask(page)
    expect_state(page, "The answer is complete.")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
