"""Raw completions and beam search: what is asked, what is answered, what is refused."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from clients import Connect
from local_server import serving
from vllm_sdk import errors, user
from wire import chat_body, completion_body, text_choice


def scored(text: str, index: int) -> dict[str, Any]:
    """A choice with the logprob of its one token."""
    logprobs = {
        "tokens": [text],
        "token_logprobs": [-1.5],
        "top_logprobs": [None],
        "text_offset": [0],
    }
    return text_choice(text, index, finish="length") | {"logprobs": logprobs}


@pytest.mark.parametrize("prompt", ["Once", [1, 2, 3], ["one", "two"], [[1, 2], [3]], (1, 2)])
def test_a_prompt_is_text_token_ids_or_a_list_of_either(connect: Connect, prompt: Any) -> None:
    with serving(body=completion_body(" upon")) as server:
        reply = connect(server.url, model="tiny").complete(prompt, max_tokens=4, echo=True)
    assert reply.text == reply.value == " upon"
    assert server.requests[0].path == "/v1/completions"
    assert server.requests[0].json == {
        "model": "tiny",
        "prompt": list(prompt) if isinstance(prompt, tuple) else prompt,
        "max_tokens": 4,
        "echo": True,
    }


@pytest.mark.parametrize(
    ("prompt", "kind", "says"),
    [
        ("", errors.RequestInvalid, "prompt is empty"),
        ([], errors.RequestInvalid, "prompt is empty"),
        (["one", ""], errors.RequestInvalid, r"prompt\[1\] is empty"),
        ([[1], []], errors.RequestInvalid, r"prompt\[1\] is empty"),
        ([1, -2], errors.RequestInvalid, r"prompt\[1\] is -2"),
        (5, TypeError, "prompt is of type int; a prompt is a text"),
        (b"bytes", TypeError, "prompt is of type bytes"),
        ([1, "two"], TypeError, r"prompt\[1\] is of type str"),
        (["one", 2], TypeError, r"prompt\[0\] is of type str"),
        ([True], TypeError, r"prompt\[0\] is of type bool"),
        ([[1], "two"], TypeError, r"prompt\[1\] is of type str"),
        ([[1.5]], TypeError, r"prompt\[0\]\[0\] is of type float"),
        ({"a": 1}, TypeError, "prompt is of type dict"),
    ],
)
def test_what_is_no_prompt_is_refused_before_anything_is_sent(
    connect: Connect, prompt: Any, kind: type[Exception], says: str
) -> None:
    client = connect("http://127.0.0.1:1")
    with pytest.raises(kind, match=says):
        client.complete(prompt)


@pytest.mark.parametrize("body", [completion_body(), {"id": "x"}, b"{"])
def test_an_answer_that_is_no_completion(connect: Connect, body: Any) -> None:
    with serving(body=body) as server, pytest.raises(errors.UnexpectedResponse):
        connect(server.url).complete("Once")


def test_text_that_json_cannot_carry_is_refused(connect: Connect) -> None:
    with pytest.raises(errors.RequestInvalid):
        connect("http://127.0.0.1:1").complete("half of a character: \ud83d")


def test_beam_search_ranks_hypotheses(connect: Connect) -> None:
    with serving(body=completion_body(choices=[scored("best", 0), scored("next", 1)])) as server:
        beams = connect(server.url).beam_search(
            "Once", width=2, endpoint="completions", length_penalty=1.2
        )
    assert [(beam.rank, beam.text, beam.logprob) for beam in beams] == [
        (0, "best", -1.5),
        (1, "next", -1.5),
    ]
    assert beams[0].finish_reason == beams[0].choice.finish_reason == "length"
    assert server.requests[0].path == "/v1/completions"
    assert server.requests[0].json == {
        "prompt": "Once",
        "use_beam_search": True,
        "n": 2,
        "logprobs": 0,
        "length_penalty": 1.2,
    }


@pytest.mark.parametrize("asked", ["Capital?", [user("Capital?")]])
def test_beam_search_goes_through_the_chat_template_unless_raw(
    connect: Connect, asked: Any
) -> None:
    with serving(body=chat_body("Paris.")) as server:
        (beam,) = connect(server.url).beam_search(asked, width=1)
    assert (beam.text, beam.logprob) == ("Paris.", 0.0)
    assert server.requests[0].path == "/v1/chat/completions"
    assert server.requests[0].json["messages"] == [{"role": "user", "content": "Capital?"}]


def test_beam_search_refuses_what_does_not_go_with_it(connect: Connect) -> None:
    client = connect("http://127.0.0.1:1")
    with pytest.raises(errors.RequestInvalid, match="leave `n` out"):
        client.beam_search("Hi", width=2, n=3)
    with pytest.raises(TypeError, match="leave endpoint out"):
        client.beam_search("Hi", width=2, endpoint="completions", system="Brief.")
    with pytest.raises(errors.RequestInvalid):
        client.beam_search("Hi", width=0)


def test_an_unknown_endpoint_is_refused(connect: Connect) -> None:
    client = connect("http://127.0.0.1:1")
    with pytest.raises(errors.RequestInvalid, match="'chat' or 'completions'"):
        client.beam_search("Hi", width=2, endpoint="chats")


@pytest.mark.parametrize(
    ("prompt", "choices"),
    [
        ("Is it good?", [" yes", " no"]),
        ("Is it good?\nAnswer:", [" yes", " no"]),
        ("Is it good? ", ["yes", "no"]),
        ("Is it good?\n", ["yes", "no"]),
        (["One", "Two"], [" yes", " no"]),
        (["One", "Two\n"], ["yes", "no"]),
        ([1, 2, 3], ["yes", "no"]),
        ([[1, 2], [3]], ["yes", "no"]),
    ],
)
def test_a_choice_begins_with_a_space_if_the_prompt_ends_in_a_word(
    connect: Connect, prompt: Any, choices: list[str]
) -> None:
    with serving(body=completion_body(choices[0])) as server:
        reply = connect(server.url).complete(prompt, returns=Literal["yes", "no"])
    assert reply.value == "yes"
    assert server.requests[0].json["structured_outputs"] == {"choice": choices}


def test_a_choice_with_a_space_of_its_own_gets_no_second_one(connect: Connect) -> None:
    with serving(body=completion_body(" yes")) as server:
        connect(server.url).complete("Good?", returns=Literal[" yes", "no"])
    assert server.requests[0].json["structured_outputs"] == {"choice": [" yes", " no"]}


def test_only_choices_begin_with_a_space(connect: Connect) -> None:
    with serving(body=completion_body("7")) as server:
        assert connect(server.url).complete("How many?", returns=int).value == 7
    assert set(server.requests[0].json["structured_outputs"]) == {"json"}
