"""The facade on a live server: both clients, the same answers."""

from __future__ import annotations

import json
import re
import time
import warnings
from typing import Any

import httpx
import pytest

from clients import Connect
from server_versions import key_headers
from vllm_sdk import errors, system, tool_result, user
from vllm_sdk.options.versions import read_version
from vllm_sdk.testing import Server
from vllm_sdk.testing.conversations import CONVERSATIONS
from vllm_sdk.testing.scripted_content import WEATHER
from vllm_sdk.types import WeightVersionSpan

pytestmark = pytest.mark.contract

FRANCE = "What is the capital of France?"
PARIS = "The capital of France is Paris."


@pytest.fixture
def client(connect: Connect, server: Server) -> Any:
    return connect(server.url, model=server.model, options=None)


def running(server: Server) -> float:
    metrics = httpx.get(f"{server.url}/metrics", headers=key_headers(), timeout=30).text
    found = re.findall(
        r"^vllm:num_requests_(?:running|waiting)\{.*\} (\S+)$", metrics, re.MULTILINE
    )
    assert found, metrics[:500]
    return sum(map(float, found))


def test_the_server_tells_about_itself(client: Any, server: Server) -> None:
    assert client.server.health() is True
    assert re.match(r"\d+\.\d+", client.server.version())
    assert server.model in {model.id for model in client.list_models()}


@pytest.mark.parametrize(
    "turn",
    [
        (conversation.messages[0]["content"], conversation.messages[1]["content"])
        for conversation in CONVERSATIONS
        if [m["role"] for m in conversation.messages] == ["user", "assistant"]
        and conversation.messages[1]["content"]
    ],
)
def test_a_prompt_is_answered_word_for_word(
    client: Any, scripted: Server, turn: tuple[str, str]
) -> None:
    prompt, expected = turn
    reply = client.generate(prompt, temperature=0.0, max_tokens=400)
    assert reply.text == expected
    assert reply.finish_reason == "stop"
    assert reply.model == scripted.model
    assert reply.usage.total_tokens == reply.usage.prompt_tokens + reply.usage.completion_tokens
    assert reply.raw.choices[0].message.content == expected


@pytest.mark.usefixtures("scripted")
def test_the_haiku_of_the_readme(client: Any) -> None:
    reply = client.generate(
        "Write a haiku about programming",
        system="You are a creative assistant who specializes in writing haikus.",
        temperature=0.0,
    )
    assert reply.text.splitlines()[0] == "Silent keys at night,"


@pytest.mark.usefixtures("scripted")
def test_a_conversation_goes_on(client: Any) -> None:
    history = [user("My name is Ada.")]
    history.append(client.chat(history, temperature=0.0).message)
    history.append(user("What is my name?"))
    assert client.chat(history, temperature=0.0).text == "Your name is Ada."


def test_without_a_model_the_served_one_answers(connect: Connect, server: Server) -> None:
    assert connect(server.url).generate("Hello!", max_tokens=1).model == server.model


def test_an_unknown_model_is_told_with_those_that_are_served(client: Any, server: Server) -> None:
    with pytest.raises(errors.ModelNotFound) as caught:
        client.generate("Hello!", model="nope")
    assert server.model in caught.value.served
    assert "nope" in caught.value.message


def test_what_only_the_server_can_know_is_its_error(client: Any) -> None:
    with pytest.raises(errors.ContextLengthExceeded) as caught:
        client.generate("Hello!", max_tokens=10_000_000)
    assert caught.value.status == 400
    assert caught.value.param == "max_tokens"
    with pytest.raises(errors.ContextLengthExceeded):
        client.generate("word " * 200_000)
    with pytest.raises(errors.SchemaUnsupported):
        client.generate("Hello!", structured_outputs={"regex": "(?=a)b"})


def test_everything_that_can_be_asked_for_comes_back(client: Any) -> None:
    reply = client.chat(
        [system("Be brief."), user(FRANCE)],
        seed=7,
        max_tokens=8,
        n=2,
        logprobs=3,
        prompt_logprobs=1,
        return_token_ids=True,
        return_prompt_text=True,
    )
    assert len(reply.choices) == 2
    for choice in reply.choices:
        assert len(choice.logprobs) == len(choice.token_ids)
        assert {len(token.top_logprobs) for token in choice.logprobs} == {3}
    assert reply.prompt_logprobs[0] is None
    assert len(reply.prompt_logprobs) == len(reply.prompt_token_ids) == reply.usage.prompt_tokens
    assert FRANCE in reply.body.prompt_text


def test_a_stream_decodes_to_the_reply_without_streaming(client: Any) -> None:
    asked = {"seed": 7, "max_tokens": 20, "n": 2, "logprobs": 2, "return_token_ids": True}
    with client.stream(FRANCE, **asked) as stream:
        streamed = stream.read()
    whole = client.generate(FRANCE, **asked)
    assert streamed.body.choices == whole.body.choices
    assert streamed.usage == whole.usage
    assert streamed.raw.choices[1].message.content == whole.raw.choices[1].message.content


# Not both at once: vLLM 0.32 streams an error event then, whose message is a bare token id.
@pytest.mark.parametrize("more", [{"echo": True}, {"logprobs": 2, "return_token_ids": True}])
def test_a_streamed_completion_decodes_to_the_completion(client: Any, more: dict[str, Any]) -> None:
    asked = {"seed": 7, "max_tokens": 8, "n": 2, **more}
    prompts = ["The capital", "Once upon a time"]
    with client.stream_completion(prompts, **asked) as stream:
        streamed = stream.read()
    whole = client.complete(prompts, **asked)
    assert streamed.body.choices == whole.body.choices
    assert streamed.choices[0].text.startswith("The capital") is ("echo" in more)
    assert streamed.usage == whole.usage


def test_the_weights_that_sampled_an_answer_come_with_streams_too(client: Any) -> None:
    known = read_version(client.server.check_version())
    asked = {"seed": 7, "max_tokens": 8, "n": 2, "ignore_eos": True, "return_weight_versions": True}
    expected = [WeightVersionSpan("default", 0, 8)]
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", errors.IgnoredOptionWarning)
        replies = [client.generate(FRANCE, **asked), client.complete(FRANCE, **asked)]
        for stream in (client.stream(FRANCE, **asked), client.stream_completion(FRANCE, **asked)):
            with stream:
                stream.read()
            replies.append(stream.reply)
    if known is not None and ("return_weight_versions",) in known.gaps["chat"]:
        assert len(told) == 1, f"vLLM {known.version} ignores it; warned: {told}"
        expected = None
    else:
        assert not told, f"warned of an option that the server knows: {told[0].message}"
    for reply in replies:
        assert [choice.weight_versions for choice in reply.choices] == [expected] * 2


@pytest.mark.usefixtures("scripted")
def test_the_text_of_a_stream(client: Any) -> None:
    with client.stream(FRANCE, temperature=0.0) as stream:
        pieces = list(stream.text)
    assert "".join(pieces) == PARIS


def test_leaving_a_stream_early_aborts_it_on_the_server(client: Any, server: Server) -> None:
    with client.stream("Tell me a story", ignore_eos=True, max_tokens=1500) as stream:
        next(iter(stream))
        assert running(server) >= 1
    deadline = time.monotonic() + 20
    while running(server) > 0:
        assert time.monotonic() < deadline, "the server still generates for nobody"
        time.sleep(0.05)


def test_completions_take_every_form_of_a_prompt(client: Any) -> None:
    asked = {"temperature": 0.0, "max_tokens": 4}
    text = client.complete("Hello", return_token_ids=True, **asked)
    ids = text.prompt_token_ids
    assert client.complete(ids, **asked).text == text.text
    assert [c.text for c in client.complete(["Hello", "Hello"], **asked).choices] == [text.text] * 2
    assert [c.text for c in client.complete([ids, ids], **asked).choices] == [text.text] * 2


@pytest.mark.parametrize("endpoint", ["chat", "completions"])
def test_beam_search_ranks_by_likelihood(client: Any, endpoint: str) -> None:
    beams = client.beam_search(
        FRANCE,
        width=3,
        max_tokens=6,
        endpoint=endpoint,
        ignore_eos=True,
        length_penalty=0.0,  # otherwise vLLM ranks by the likelihood of each token
    )
    assert [beam.rank for beam in beams] == [0, 1, 2]
    assert len({beam.text for beam in beams}) > 1
    likelihoods = [beam.logprob for beam in beams]
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert likelihoods[0] < 0


@pytest.mark.usefixtures("scripted")
@pytest.mark.parametrize("streamed", [False, True])
def test_a_tool_call_goes_back_and_forth(client: Any, streamed: bool) -> None:
    (script,) = (c for c in CONVERSATIONS if c.name == "weather: What is the weather in Paris?")
    history = [user("What is the weather in Paris?")]
    if streamed:
        with client.stream(history, tools=[WEATHER], temperature=0.0) as stream:
            reply = stream.read()
    else:
        reply = client.chat(history, tools=[WEATHER], temperature=0.0)
    (call,) = reply.tool_calls
    assert (call.name, json.loads(call.arguments)) == ("get_weather", {"city": "Paris"})
    assert reply.finish_reason == "tool_calls"
    history += [reply.message, tool_result(call.id, script.messages[2]["content"])]
    after = client.chat(history, tools=[WEATHER], temperature=0.0)
    assert after.text == "It is 18 degrees and sunny in Paris."
