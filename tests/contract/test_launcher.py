"""What the launcher serves is what it says: the script, word for word, over plain HTTP."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import httpx
import pytest

from server_versions import key_headers
from vllm_sdk.testing import Server, model
from vllm_sdk.testing.conversations import COMPLETIONS, CONVERSATIONS, Turn
from vllm_sdk.testing.scripted_content import EINSTEIN, PERSON, WEATHER

pytestmark = pytest.mark.contract

ServeModel = Callable[..., AbstractContextManager[Server]]

TURNS = [
    pytest.param(turn, id=f"{conversation.name}, answer {number}")
    for conversation in CONVERSATIONS
    for number, turn in enumerate(conversation.turns(), start=1)
]


def post(server: Server, path: str, **body: Any) -> Any:
    body = {"model": server.model, "temperature": 0, "max_tokens": 400, **body}
    answer = httpx.post(f"{server.url}{path}", json=body, headers=key_headers(), timeout=120)
    assert answer.status_code == 200, answer.text
    return answer.json()["choices"][0]


def chat(server: Server, *messages: dict[str, Any], **body: Any) -> Any:
    return post(server, "/v1/chat/completions", messages=messages, **body)


def calls_of(message: dict[str, Any]) -> list[tuple[str, Any]]:
    """The tools that a message calls, with their arguments."""
    called = [call["function"] for call in message.get("tool_calls") or ()]
    return [(function["name"], json.loads(function["arguments"])) for function in called]


def user(content: str) -> dict[str, Any]:
    return {"role": "user", "content": content}


def system(content: str) -> dict[str, Any]:
    return {"role": "system", "content": content}


def test_the_server_is_healthy(server: Server) -> None:
    assert httpx.get(f"{server.url}/health").status_code == 200
    served = httpx.get(f"{server.url}/v1/models", headers=key_headers()).json()["data"]
    assert server.model in [each["id"] for each in served]


def test_the_server_has_the_version_that_its_environment_names(server: Server) -> None:
    if server.environment and server.environment.version:
        told = httpx.get(f"{server.url}/version").json()["version"]
        assert told == server.environment.version


@pytest.mark.parametrize("turn", TURNS)
def test_the_script_is_answered_exactly(turn: Turn, scripted: Server) -> None:
    tools = {"tools": turn.tools} if turn.tools else {}
    choice = chat(scripted, *turn.messages, **tools)
    assert choice["message"]["content"] == turn.answer["content"]
    assert calls_of(choice["message"]) == calls_of(turn.answer)
    assert choice["finish_reason"] == ("tool_calls" if turn.answer.get("tool_calls") else "stop")


@pytest.mark.parametrize(("prompt", "text"), COMPLETIONS.items())
def test_raw_prompts_are_continued_exactly(prompt: str, text: str, scripted: Server) -> None:
    choice = post(scripted, "/v1/completions", prompt=prompt)
    assert (choice["text"], choice["finish_reason"]) == (text, "stop")


@pytest.mark.parametrize(
    "before",
    [
        (),
        (system("You are a helpful assistant."),),
        (system(f"Answer with JSON that matches this schema:\n{json.dumps(PERSON)}"),),
    ],
    ids=["alone", "with a system message", "with the schema"],
)
@pytest.mark.parametrize("constrained", [False, True])
def test_einstein_is_a_person(
    before: tuple[dict[str, Any], ...], constrained: bool, scripted: Server
) -> None:
    schema = {"name": "person", "schema": PERSON, "strict": True}
    limits = {"response_format": {"type": "json_schema", "json_schema": schema}}
    question = user("Tell me about Albert Einstein")
    choice = chat(scripted, *before, question, **(limits if constrained else {}))
    assert choice["finish_reason"] == "stop"
    assert json.loads(choice["message"]["content"]) == json.loads(EINSTEIN)


@pytest.mark.parametrize("feeling", ["positive", "negative"])
def test_a_choice_agrees_with_the_script(feeling: str, scripted: Server) -> None:
    (conversation,) = (each for each in CONVERSATIONS if each.name == feeling)
    limits = {"choice": ["negative", "neutral", "positive"]}
    choice = chat(scripted, conversation.messages[0], structured_outputs=limits)
    assert choice["message"]["content"] == feeling


@pytest.mark.parametrize("choice", ["required", {"type": "function"}])
def test_a_call_may_be_demanded(choice: Any, scripted: Server) -> None:
    if isinstance(choice, dict):
        choice = choice | {"function": {"name": "get_weather"}}
    answer = chat(
        scripted, user("What is the weather in Paris?"), tools=[WEATHER], tool_choice=choice
    )
    assert calls_of(answer["message"]) == [("get_weather", {"city": "Paris"})]


def test_the_story_streams(scripted: Server) -> None:
    (conversation,) = (each for each in CONVERSATIONS if each.name == "story")
    body = {
        "model": scripted.model,
        "messages": conversation.messages[:1],
        "temperature": 0,
        "stream": True,
    }
    url = f"{scripted.url}/v1/chat/completions"
    with httpx.stream("POST", url, json=body, headers=key_headers(), timeout=120) as answer:
        lines = [line.removeprefix("data: ") for line in answer.iter_lines() if line]
    assert lines.pop() == "[DONE]"
    deltas = [json.loads(line)["choices"][0]["delta"].get("content") or "" for line in lines]
    assert "".join(deltas) == conversation.messages[1]["content"]
    assert len(deltas) > 2  # a busy server puts several tokens into one chunk


def test_a_model_that_is_not_there_is_told_with_the_servers_words(
    serve_model: ServeModel, tmp_path: Any
) -> None:
    shutil.copytree(model("random"), tmp_path / "broken")
    (tmp_path / "broken" / "config.json").write_text("{}")
    with pytest.raises(Exception, match=r"(?s)ended with exit code.*broken"):
        with serve_model(tmp_path / "broken"):
            pytest.fail("it cannot serve")
