"""`returns=`: what is asked for, what comes back, and what is refused before anything is sent."""

from __future__ import annotations

import enum
import pickle
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import pytest

from clients import Connect
from local_server import Exchange, Flaky, LocalServer, serving
from vllm_sdk import Options, assistant, errors, image, schema_of, system, user
from vllm_sdk.errors import OutputEmpty, OutputInvalid, OutputRefused, OutputTruncated
from vllm_sdk.options import continue_final_message
from vllm_sdk.options import json as json_option
from vllm_sdk.types import Usage
from wire import chat_body, chat_choice, completion_body

NOWHERE = "http://127.0.0.1:1"


@dataclass
class Point:
    """A place."""

    x: int
    y: Annotated[int, "upwards"]


SCHEMA = {
    "type": "object",
    "description": "A place.",
    "properties": {"x": {"type": "integer"}, "y": {"type": "integer", "description": "upwards"}},
    "required": ["x", "y"],
    "additionalProperties": False,
}
SHOWN = (
    "Answer with JSON of this type, and nothing else:\n"
    "// A place.\n{\n  x: integer\n  y: integer  // upwards\n}"
)


class Mood(enum.Enum):
    GOOD = "very good"
    BAD = "bad"


def answers(*texts: str) -> Flaky:
    """Each request is answered with the next text."""
    return Flaky(
        *(lambda exchange, text=text: exchange.answer(body=chat_body(text)) for text in texts)
    )


def test_a_dataclass_comes_back(connect: Connect) -> None:
    with serving(body=chat_body('{"x": 1, "y": -2}')) as server:
        reply = connect(server.url).generate("Where?", returns=Point)
    assert reply.value == Point(1, -2)
    assert reply.text == '{"x": 1, "y": -2}'
    assert server.requests[0].json == {
        "messages": [
            {"role": "system", "content": SHOWN},
            {"role": "user", "content": "Where?"},
        ],
        "structured_outputs": {"json": SCHEMA},
    }


def test_the_schema_follows_the_users_own_system_message(connect: Connect) -> None:
    with serving(body=chat_body('{"x": 1, "y": 2}')) as server:
        connect(server.url).generate("Where?", system="Be brief.", returns=Point)
    assert server.requests[0].json["messages"][0]["content"] == f"Be brief.\n\n{SHOWN}"


def test_the_schema_can_be_in_the_users_message(connect: Connect) -> None:
    talk = [user("Here."), assistant("Yes?"), user("Where?"), assistant("Well:")]
    with serving(body=chat_body('{"x": 1, "y": 2}')) as server:
        connect(server.url).chat(talk, returns=Point, schema_placement="user")
        picture = user("Where?", image(b"\x89PNG\r\n\x1a\n"))
        connect(server.url).chat([picture], returns=Point, schema_placement="user")
    first, second = (seen.json["messages"] for seen in server.requests)
    assert [message["content"] for message in first] == [
        "Here.", "Yes?", f"Where?\n\n{SHOWN}", "Well:",
    ]  # fmt: skip
    assert second[0]["content"][-1] == {"type": "text", "text": SHOWN}
    assert second[0]["content"][0] == {"type": "text", "text": "Where?"}


def test_the_schema_can_be_left_out(connect: Connect) -> None:
    with serving(body=chat_body('{"x": 1, "y": 2}')) as server:
        connect(server.url).generate("Where?", returns=Point, schema_placement=None)
    assert server.requests[0].json["messages"] == [{"role": "user", "content": "Where?"}]
    assert server.requests[0].json["structured_outputs"] == {"json": SCHEMA}


@pytest.mark.parametrize("type", [Literal["very good", "bad"], Mood])
def test_texts_are_chosen_without_quotes(connect: Connect, type: Any) -> None:
    with serving(body=chat_body("very good")) as server:
        reply = connect(server.url).generate("How?", returns=type)
    assert reply.value == ("very good" if type is not Mood else Mood.GOOD)
    sent = server.requests[0].json
    assert sent["structured_outputs"] == {"choice": ["very good", "bad"]}
    assert sent["messages"][0]["content"] == (
        "Answer with one of these, and nothing else:\nvery good\nbad"
    )


@pytest.mark.parametrize("returns", [{"type": "object"}, Annotated[Any, "whatever"]])
def test_plain_json_comes_back_where_that_is_asked_for(connect: Connect, returns: Any) -> None:
    with serving(body=chat_body('{"x": [1, 2.5]}')) as server:
        reply = connect(server.url).generate("Where?", returns=returns)
    assert reply.value == {"x": [1, 2.5]}
    assert server.requests[0].json["structured_outputs"] == {"json": schema_of(returns)}


def test_none_is_not_a_type_of_values(connect: Connect) -> None:
    client = connect("http://127.0.0.1:1")
    for ask in (client.generate, client.stream, client.complete, client.stream_completion):
        with pytest.raises(TypeError, match="leave it out for the text"):
            ask("Hi", returns=None)
    with pytest.raises(TypeError, match="leave it out for the text"):
        client.generate_with_tools("Hi", [print_nothing], returns=None)


def print_nothing() -> None:
    """Print nothing."""


def test_a_text_is_not_constrained(connect: Connect) -> None:
    with serving(body=chat_body("Hello.")) as server:
        reply = connect(server.url).generate("Hi", returns=str)
    assert reply.value == reply.text == "Hello."
    assert server.requests[0].json == {"messages": [{"role": "user", "content": "Hi"}]}


def test_every_choice_has_its_value(connect: Connect) -> None:
    body = chat_body(choices=[chat_choice("1"), chat_choice("2", 1)])
    with serving(body=body) as server:
        client = connect(server.url)
        assert client.generate("One?", returns=int, n=2).values == [1, 2]
        assert client.generate("One?", n=2).values == ["1", "2"]


def test_a_completion_has_its_schema_before_the_prompt(connect: Connect) -> None:
    with serving(body=completion_body("1", "2")) as server:
        client = connect(server.url)
        assert client.complete(["one", "two"], returns=int, max_tokens=9).values == [1, 2]
        client.complete("one", returns=int, schema_placement=None)
        client.complete([5, 6], returns=int)
    shown = "Answer with JSON of this type, and nothing else:\ninteger\n\n"
    assert [seen.json["prompt"] for seen in server.requests] == [
        [f"{shown}one", f"{shown}two"], "one", [5, 6],
    ]  # fmt: skip
    assert server.requests[0].json["structured_outputs"] == {"json": {"type": "integer"}}


@pytest.mark.parametrize(
    ("finish", "says"),
    [("length", "Raise max_tokens"), ("abort", "server"), ("repetition", "repeated itself")],
)
def test_an_answer_that_was_cut_off_is_not_parsed(connect: Connect, finish: str, says: str) -> None:
    body = chat_body(choices=[chat_choice('{"x": 1, "y": 2}', finish=finish)])
    with serving(body=body) as server, pytest.raises(OutputTruncated, match=says) as caught:
        connect(server.url).generate("Where?", returns=Point, max_repairs=3)
    assert caught.value.text == '{"x": 1, "y": 2}'
    assert caught.value.usage.completion_tokens == 2
    assert "after 2 tokens" in caught.value.message
    assert len(server.requests) == 1
    assert pickle.loads(pickle.dumps(caught.value)).usage == caught.value.usage  # noqa: S301


def test_a_refusal_is_told_from_an_answer(connect: Connect) -> None:
    body = chat_body(choices=[chat_choice("", refusal="I can't help with that.")])
    with serving(body=body) as server, pytest.raises(OutputRefused, match="can't help") as caught:
        connect(server.url).generate("Where?", returns=Point)
    assert caught.value.text == "I can't help with that."
    assert caught.value.reply.text == ""


def test_an_empty_answer_is_told_from_a_wrong_one(connect: Connect) -> None:
    with serving(body=chat_body("")) as server, pytest.raises(OutputEmpty, match="empty"):
        connect(server.url).generate("Where?", returns=Point)
    with serving(body=chat_body("{}")) as server, pytest.raises(OutputInvalid) as caught:
        connect(server.url).generate("Where?", returns=Point)
    assert not isinstance(caught.value, OutputEmpty)
    assert "the field 'x' of Point is missing" in caught.value.message
    assert caught.value.reply.usage.completion_tokens == 2
    usage = caught.value.reply.usage
    assert caught.value.attempts == (("{}", caught.value.message, usage),)


def test_a_wrong_answer_is_asked_for_again(connect: Connect) -> None:
    with LocalServer(answers('{"x": "one"}', '{"x": 1}', '{"x": 1, "y": 2}')) as server:
        reply = connect(server.url).generate("Where?", returns=Point, max_repairs=2, seed=1)
    assert reply.value == Point(1, 2)
    first, second, third = (seen.json for seen in server.requests)
    asked = first["messages"]
    assert second["messages"][:2] == third["messages"][:2] == asked
    assert second["messages"][2] == {"role": "assistant", "content": '{"x": "one"}'}
    assert third["messages"][2] == {"role": "assistant", "content": '{"x": 1}'}
    complaint = second["messages"][3]["content"]
    assert "$.x: expected an integer, got string" in complaint
    assert "Answer again" in complaint
    assert len(third["messages"]) == 4
    assert second["seed"] == third["seed"] == 1
    assert second["structured_outputs"] == {"json": SCHEMA}


def test_all_attempts_are_on_the_error(connect: Connect) -> None:
    with LocalServer(answers("1", "[2]", "{}")) as server:
        with pytest.raises(OutputInvalid) as caught:
            connect(server.url).generate("Where?", returns=Point, max_repairs=2)
    error = caught.value
    assert [attempt.text for attempt in error.attempts] == ["1", "[2]", "{}"]
    assert error.attempts[-1][:2] == (error.text, error.message)
    assert [attempt.usage.total_tokens for attempt in error.attempts] == [5, 5, 5]
    assert error.reply.usage.total_tokens == 15
    assert error.reply.attempts == error.attempts[:2]
    assert len({attempt.reason for attempt in error.attempts}) == 3
    assert len(server.requests) == 3
    assert pickle.loads(pickle.dumps(error)).attempts == error.attempts  # noqa: S301


def test_a_repaired_reply_has_the_tokens_of_all_attempts(connect: Connect) -> None:
    with LocalServer(answers("one", "[1]", "1")) as server:
        reply = connect(server.url).generate("Which?", returns=int, max_repairs=5)
    assert reply.value == 1
    assert [attempt.text for attempt in reply.attempts] == ["one", "[1]"]
    assert "not JSON" in reply.attempts[0].reason
    assert reply.attempts[0].usage == Usage(3, 2, 5)
    assert reply.usage == Usage(9, 6, 15)
    assert reply.body.usage == Usage(3, 2, 5)


def test_a_reply_without_repairs_has_no_attempts(connect: Connect) -> None:
    with LocalServer(answers("1")) as server:
        reply = connect(server.url).generate("Which?", returns=int, max_repairs=5)
    assert reply.attempts == ()
    assert reply.usage == Usage(3, 2, 5)


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        (lambda exchange: exchange.answer(400, {"error": {"message": "no"}}), errors.BadRequest),
        (
            lambda exchange: exchange.answer(
                body=chat_body(choices=[chat_choice("", finish="length")])
            ),
            OutputTruncated,
        ),
        (
            lambda exchange: exchange.answer(
                body=chat_body(choices=[chat_choice("", refusal="No")])
            ),
            OutputRefused,
        ),
    ],
)
def test_any_error_has_the_attempts_before_it(connect: Connect, last: Any, kind: Any) -> None:
    first = Flaky(lambda exchange: exchange.answer(body=chat_body("one")), last)
    with LocalServer(first) as server, pytest.raises(kind) as caught:
        connect(server.url).generate("Which?", returns=int, max_repairs=5)
    assert [attempt[::2] for attempt in caught.value.attempts] == [("one", Usage(3, 2, 5))]
    if kind is not errors.BadRequest:
        assert caught.value.reply.usage == Usage(6, 4, 10)
    if kind is OutputTruncated:
        assert "after 2 tokens" in caught.value.message  # those of the answer that was cut off


# The whole reply explains the error, not the text alone.


def without_text(**message: Any) -> Any:
    return chat_body(choices=[chat_choice(None, **message)])


def thought(text: str, **choice: Any) -> Any:
    return without_text(reasoning=text, **choice)


@pytest.mark.parametrize(
    ("returns", "text"), [(Point, ' {"x": 1, "y": 2}\n'), (Mood, "bad"), (int, "5")]
)
def test_an_answer_in_the_reasoning_is_found_there(
    connect: Connect, returns: Any, text: str
) -> None:
    with serving(body=thought(text)) as server, pytest.raises(OutputEmpty) as caught:
        connect(server.url).generate("Where?", returns=returns, max_repairs=3)
    assert "its reasoning is the value" in caught.value.message
    assert "reasoning parser" in caught.value.message
    assert caught.value.reply.reasoning == text
    assert caught.value.text == ""
    assert len(caught.value.attempts) == len(server.requests) == 1  # the model is not to blame
    assert pickle.loads(pickle.dumps(caught.value)).repairable is False  # noqa: S301


def test_reasoning_without_an_answer_is_named_and_repaired(connect: Connect) -> None:
    bodies = [thought("Let me see."), thought("Let me see."), chat_body("1")]
    with LocalServer(lambda exchange: exchange.answer(body=bodies.pop(0))) as server:
        with pytest.raises(OutputEmpty, match="11 characters of reasoning, and no answer"):
            connect(server.url).generate("Which?", returns=int)
        assert connect(server.url).generate("Which?", returns=int, max_repairs=1).value == 1


def test_a_call_in_place_of_an_answer_is_named(connect: Connect) -> None:
    call = {"id": "1", "type": "function", "function": {"name": "look", "arguments": "{}"}}
    with serving(body=without_text(tool_calls=[call])) as server:
        with pytest.raises(OutputEmpty, match="called look in place of an answer"):
            connect(server.url).generate("Which?", returns=int)


def test_an_answer_that_a_stop_string_ended_is_truncated(connect: Connect) -> None:
    body = chat_body('{"x": 1')
    body["choices"][0]["stop_reason"] = ", "
    with serving(body=body) as server, pytest.raises(OutputTruncated) as caught:
        connect(server.url).generate("Where?", returns=Point, max_repairs=3)
    assert "ended at the stop string ', '" in caught.value.message
    assert caught.value.reply.text == '{"x": 1'
    body["choices"][0]["message"]["content"] = '{"x": 1}'
    with serving(body=body) as server, pytest.raises(OutputInvalid, match="'y' of Point is miss"):
        connect(server.url).generate("Where?", returns=Point)


@pytest.mark.parametrize(
    ("text", "padded"),
    [
        ('{"x": 1,' + " " * 40, True),
        ('{"x": 1,\n\n\n', True),
        ('{"x": 1, \t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t', True),
        ('{"x": 1,\n        ', False),
        ('{"x": 1, "y', False),
    ],
)
def test_padding_is_told_from_a_long_answer(connect: Connect, text: str, padded: bool) -> None:
    body = chat_body(choices=[chat_choice(text, finish="length")])
    with serving(body=body) as server, pytest.raises(OutputTruncated) as caught:
        connect(server.url).generate("Where?", returns=Point)
    assert ('"disable_any_whitespace": true' in caught.value.message) is padded
    assert ("Raise max_tokens" in caught.value.message) is not padded
    assert ("tokens do not help" in caught.value.message) is padded


def test_a_budget_that_the_reasoning_took_is_named(connect: Connect) -> None:
    with serving(body=thought("Let me", finish="length")) as server:
        with pytest.raises(OutputTruncated, match="6 characters of reasoning, and no answer"):
            connect(server.url).generate("Where?", returns=Point)


@pytest.mark.parametrize("text", ["very good\n", "  bad ", '\n"bad"'])
def test_white_space_around_a_choice_is_fine(connect: Connect, text: str) -> None:
    with serving(body=chat_body(text)) as server:
        value = connect(server.url).generate("How?", returns=Mood).value
    assert value is (Mood.BAD if "bad" in text else Mood.GOOD)


def test_a_sentence_in_place_of_a_choice_is_answered_in_words_of_choices(
    connect: Connect,
) -> None:
    with LocalServer(answers("I feel bad.", "", "bad")) as server:
        assert connect(server.url).generate("How?", returns=Mood, max_repairs=2).value is Mood.BAD
    asked, empty = (seen.json["messages"][-1]["content"] for seen in server.requests[1:])
    assert '$: expected "very good" or "bad", got "I feel bad."' in asked
    assert 'The output is empty; expected "very good" or "bad".' in empty
    assert "JSON" not in asked + empty.removeprefix("How?")


def test_an_empty_answer_is_asked_for_again_without_an_empty_turn(connect: Connect) -> None:
    with LocalServer(answers(" ", "1")) as server:
        assert connect(server.url).generate("Which?", returns=int, max_repairs=1).value == 1
    messages = server.requests[1].json["messages"]
    assert [message["role"] for message in messages] == ["system", "user"]
    assert messages[1]["content"].startswith("Which?\n\nThat answer can't be used.")


def test_half_an_emoji_can_be_complained_of(connect: Connect) -> None:
    with LocalServer(answers('"\\ud83d"', "1")) as server:
        assert connect(server.url).generate("Which?", returns=int, max_repairs=1).value == 1
    assert '"?"' in server.requests[1].json["messages"][3]["content"]


def test_a_completion_is_asked_for_again_at_the_prompts_end(connect: Connect) -> None:
    bodies = [completion_body("one"), completion_body("1")]
    with LocalServer(lambda exchange: exchange.answer(body=bodies.pop(0))) as server:
        client = connect(server.url)
        assert (
            client.complete("Count: ", returns=int, max_repairs=1, schema_placement=None).value == 1
        )
    again = server.requests[1].json["prompt"]
    assert again.startswith("Count: one\n\nThat answer can't be used. The output is not JSON")


# Templates that know no system message.

REFUSALS = [
    "System role not supported",
    "Conversation roles must alternate user/assistant/user/assistant/...",
    "Only user and assistant roles are supported!",
]


def without_system(refusal: str) -> Any:
    def script(exchange: Exchange) -> None:
        if exchange.seen.json["messages"][0]["role"] == "system":
            error = {"message": refusal, "type": "BadRequestError", "param": None, "code": 400}
            exchange.answer(400, {"error": error})
        else:
            exchange.answer(body=chat_body("1"))

    return script


@pytest.mark.parametrize("refusal", REFUSALS)
def test_where_a_template_takes_no_system_message_the_users_shows_the_schema(
    connect: Connect, refusal: str
) -> None:
    with LocalServer(without_system(refusal)) as server:
        client = connect(server.url)
        assert client.generate("One?", returns=int).value == 1
        assert client.generate("One?", returns=int).value == 1
        assert client.generate("One?", returns=int, model="other").value == 1
    first, second, third, *others = (seen.json["messages"] for seen in server.requests)
    assert first[0]["role"] == "system"
    assert second == third  # it is remembered, and not tried again
    assert second[0]["content"].startswith("One?\n\nAnswer with JSON")
    assert [message[0]["role"] for message in others] == ["system", "user"]  # for each model


@pytest.mark.parametrize(
    ("refusal", "ask"),
    [
        (REFUSALS[0], {"schema_placement": "system"}),
        (REFUSALS[0], {"system": "Be brief."}),
        ("max_tokens is too large", {}),
        ("Cannot load image: no such file in the file system", {}),
        ("input_value={'messages': [{'role': 'system', 'content': 'x'}]} is not valid", {}),
    ],
)
def test_any_other_refusal_is_the_users(connect: Connect, refusal: str, ask: Any) -> None:
    with LocalServer(without_system(refusal)) as server:
        with pytest.raises(errors.BadRequest, match=refusal.split(maxsplit=1)[0]):
            connect(server.url).generate("One?", returns=int, **ask)
    assert len(server.requests) == 1


def test_a_servers_address_says_nothing_of_its_templates(connect: Connect) -> None:
    with LocalServer(without_system("max_tokens is too large")) as server:
        with pytest.raises(errors.BadRequest, match="too large"):
            connect(f"{server.url}/system-role-not-supported").generate("One?", returns=int)
    assert len(server.requests) == 1


def test_where_both_places_are_refused_the_first_refusal_counts_and_nothing_is_learnt(
    connect: Connect,
) -> None:
    def script(exchange: Exchange) -> None:
        said = "roles must alternate" if len(server.requests) % 2 else "still not"
        exchange.answer(400, {"error": {"message": said, "type": "B", "code": 400}})

    with LocalServer(script) as server:
        client = connect(server.url)
        for ask in (client.generate, lambda *a, **k: client.stream(*a, **k).__enter__()):
            with pytest.raises(errors.BadRequest, match="must alternate"):
                ask("One?", returns=int)
    firsts = [seen.json["messages"][0]["role"] for seen in server.requests]
    assert firsts == ["system", "user", "system", "user"]


def test_without_a_user_message_the_templates_refusal_is_told(connect: Connect) -> None:
    with LocalServer(without_system(REFUSALS[0])) as server:
        with pytest.raises(errors.BadRequest, match="System role"):
            connect(server.url).chat([assistant("Well:")], returns=int)


def test_a_refused_completion_is_not_asked_again(connect: Connect) -> None:
    error = {"message": "no system", "type": "BadRequestError", "param": None, "code": 400}
    with serving(400, {"error": error}) as server, pytest.raises(errors.BadRequest):
        connect(server.url).complete("One?", returns=int, model="tiny")
    assert len(server.requests) == 1


# Refused before anything is sent.


@pytest.mark.parametrize("returns", [int, Mood, {"type": "object"}, Annotated[Any, "whatever"]])
@pytest.mark.parametrize("repairs", [0, 2])
def test_a_beginning_of_the_answer_is_refused(connect: Connect, returns: Any, repairs: int) -> None:
    talk = [user("Where?"), assistant('{"x": ')]
    begun = {"continue_final_message": True, "add_generation_prompt": False}
    client = connect(NOWHERE)
    for ask, more in ((client.chat, {"max_repairs": repairs}), (client.stream, {})):
        with pytest.raises(errors.RequestInvalid, match=r"continue_final_message.*first token"):
            ask(talk, returns=returns, **begun, **more)
        with pytest.raises(errors.RequestInvalid, match="continue_final_message"):
            ask(talk, returns=returns, options=continue_final_message(), **more)


def test_a_beginning_that_the_call_switches_off_is_none(connect: Connect) -> None:
    with serving(body=chat_body("1")) as server:
        client = connect(server.url, options=continue_final_message())
        ask: Any = {"continue_final_message": False, "add_generation_prompt": True}
        assert client.chat([user("Which?")], returns=int, **ask).value == 1


@pytest.mark.parametrize(
    ("ask", "kind", "says"),
    [
        ({"returns": Any}, errors.RequestInvalid, "Any says nothing"),
        ({"returns": print}, errors.RequestInvalid, "has no form in JSON"),
        ({"returns": int, "options": json_option(int)}, errors.RequestInvalid, "give one of them"),
        ({"returns": int, "regex": 1}, TypeError, "regex"),
        (
            {"returns": int, "response_format": {"type": "json_object"}},
            errors.RequestInvalid,
            "give one of them",
        ),
        ({"returns": int, "max_repairs": -1}, errors.RequestInvalid, "0 or more"),
        ({"returns": int, "max_repairs": True}, TypeError, "number of further attempts"),
        ({"returns": int, "max_repairs": "2"}, TypeError, "number of further attempts"),
        ({"max_repairs": 1}, errors.RequestInvalid, "needs returns="),
        ({"returns": int, "max_repairs": 1, "n": 2}, errors.RequestInvalid, "leave n out"),
        (
            {"returns": int, "schema_placement": "prompt"},
            errors.RequestInvalid,
            "schema_placement='prompt'",
        ),
        ({"returns": int, "use_beam_search": True}, errors.RequestInvalid, "beam search ignores"),
    ],
)
def test_what_cannot_be_is_refused(
    connect: Connect, ask: Any, kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind, match=says):
        connect(NOWHERE).generate("Hi", **ask)


def test_the_text_format_is_no_constraint(connect: Connect) -> None:
    with serving(body=chat_body("1")) as server:
        reply = connect(server.url).generate("One?", returns=int, response_format={"type": "text"})
    assert reply.value == 1


def test_a_constraint_of_the_clients_defaults_is_refused_too(connect: Connect) -> None:
    client = connect(NOWHERE, options=Options(structured_outputs={"regex": "a"}))
    with pytest.raises(errors.RequestInvalid, match="give one of them"):
        client.generate("Hi", returns=int)


TOOL = {"type": "function", "function": {"name": "look", "parameters": {"type": "object"}}}


def test_tools_that_could_not_be_called_are_refused(connect: Connect) -> None:
    with pytest.raises(errors.RequestInvalid, match="the model could call no tool"):
        connect(NOWHERE).chat([user("Hi")], tools=[TOOL], returns=int)
    with serving(body=chat_body("1")) as server:
        asked = connect(server.url).chat
        assert asked([user("Hi")], tools=[TOOL], returns=int, tool_choice="none").value == 1


@pytest.mark.parametrize(
    ("prompt", "ask", "says"),
    [
        ("Hi", {"returns": int, "echo": True}, "echo"),
        ("Hi", {"returns": int, "schema_placement": "system"}, "schema_placement='system'"),
        (["one", "two"], {"returns": int, "max_repairs": 1}, "one prompt that is a text"),
        ([1, 2], {"returns": int, "max_repairs": 1}, "one prompt that is a text"),
    ],
)
def test_what_a_completion_cannot_be_is_refused(
    connect: Connect, prompt: Any, ask: Any, says: str
) -> None:
    with pytest.raises(errors.RequestInvalid, match=says):
        connect(NOWHERE).complete(prompt, **ask)


def test_a_schema_needs_a_user_message_to_be_put_into(connect: Connect) -> None:
    with pytest.raises(errors.RequestInvalid, match="needs a user message"):
        connect(NOWHERE).chat([system("Hi")], returns=int, schema_placement="user")
