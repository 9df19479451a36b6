"""What a server without a tool parser can do, and one that takes templates from requests."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Literal

import pytest

from clients import Connect
from scripted_tools import ASK, DESCRIBED, get_weather
from vllm_sdk import ToolPrompt, tool
from vllm_sdk.errors import ToolParserDisabled
from vllm_sdk.testing import Server, model
from vllm_sdk.testing.scripted_content import UMBRELLA

pytestmark = pytest.mark.contract

# A template that takes no system message, as Gemma's.
WITHOUT_SYSTEM = (
    "{%- if messages[0].role == 'system' %}{{ raise_exception('System role not supported') }}"
    "{% endif %}{%- for m in messages %}{{ '<|im_start|>' + m.role + '\n' + m.content + "
    "'<|im_end|>\n' }}{% endfor %}<|im_start|>assistant\n"
)


@pytest.fixture(scope="module")
def without_parser(
    serve_model: Callable[..., AbstractContextManager[Server]],
) -> Iterator[Server]:
    """The scripted model without any flag for tools, but with templates from requests."""
    with serve_model(model("scripted"), flags=["--trust-request-chat-template"]) as server:
        yield server


def test_without_a_parser_the_tools_are_described(
    connect: Connect, without_parser: Server, caplog: pytest.LogCaptureFixture
) -> None:
    client = connect(without_parser.url)
    with caplog.at_level(logging.INFO, "vllm_sdk"):
        for _ in range(2):
            reply = client.generate_with_tools(UMBRELLA, [get_weather], **DESCRIBED)
            assert reply.text == "No. It is 18 degrees and sunny in Paris."
            assert reply.calls[0].arguments == {"city": "Paris"}
    assert len([line for line in caplog.messages if "no tools natively" in line]) == 1
    with pytest.raises(ToolParserDisabled):
        client.generate_with_tools(UMBRELLA, [get_weather], mode="native", **ASK)


def test_a_described_answer_streams(connect: Connect, without_parser: Server) -> None:
    client = connect(without_parser.url)
    with client.stream_with_tools(UMBRELLA, [get_weather], **DESCRIBED) as stream:
        pieces = list(stream.text)
    assert "".join(pieces) == stream.reply.text == "No. It is 18 degrees and sunny in Paris."


def test_a_plan_is_described_without_running_it(connect: Connect, without_parser: Server) -> None:
    def forbidden(city: str) -> str:
        """Tell the weather in a city."""
        raise AssertionError(city)

    named = tool(forbidden, name="get_weather")
    reply = connect(without_parser.url).generate_with_tools(
        UMBRELLA, [named], execute=False, **DESCRIBED
    )
    assert [(call.name, call.arguments, call.status) for call in reply.calls] == [
        ("get_weather", {"city": "Paris"}, "planned")
    ]


def test_tools_go_with_raw_completions(connect: Connect, without_parser: Server) -> None:
    reply = connect(without_parser.url).generate_with_tools(
        UMBRELLA,
        [get_weather],
        endpoint="completions",
        execute=False,
        temperature=0.0,
        max_tokens=100,
        tool_choice="required",
        tool_prompt=ToolPrompt(),
    )
    assert {call.name for call in reply.calls} == {"get_weather"}
    assert all(isinstance(call.arguments, dict) for call in reply.calls)


def test_a_template_without_system_messages_shows_the_schema_in_the_users(
    connect: Connect, without_parser: Server
) -> None:
    question = 'Is this review positive or negative? "I love this film."'
    ask: dict[str, Any] = {"returns": Literal["positive", "negative"], "temperature": 0.0}
    ask["chat_template"] = WITHOUT_SYSTEM
    client = connect(without_parser.url)
    reply = client.generate(question, **ask)
    assert reply.value in {"positive", "negative"}
    with connect(without_parser.url).stream(question, **ask) as stream:
        assert stream.read().value == reply.value
    hidden = client.generate(question, schema_placement=None, **ask)
    assert reply.usage.prompt_tokens > hidden.usage.prompt_tokens + 10
