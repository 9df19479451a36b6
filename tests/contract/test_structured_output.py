"""Structured output on the scripted model: types in, instances out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import pytest
from annotated_types import Predicate

from clients import Connect
from vllm_sdk import Partial, from_json, schema_of, user
from vllm_sdk.errors import OutputInvalid, OutputTruncated
from vllm_sdk.options import json as json_option
from vllm_sdk.testing import Server
from vllm_sdk.testing.scripted_content import EINSTEIN, PERSON

pytestmark = pytest.mark.contract

QUESTION = "Tell me about Albert Einstein"


@dataclass
class Company:
    name: Annotated[str, "Company name"]
    country: Annotated[str, "Country where company is headquartered"]
    description: Annotated[str, "Brief description of the company"]


@dataclass
class Person:
    name: Annotated[str, "The person's full name"]
    profession: Annotated[str, "Their primary occupation"]
    description: Annotated[str, "A brief biography"]
    companies: Annotated[list[Company], "Companies they've worked for"] = field(
        default_factory=list[Company]
    )


@dataclass
class Film:
    title: str
    year: int


@dataclass
class Feeling:
    kind: Literal["feeling"]
    positive: bool


EINSTEIN_HIMSELF = Person(
    "Albert Einstein",
    "Physicist",
    "He developed the theory of relativity.",
    [
        Company("Swiss Patent Office", "Switzerland", "It examines patents."),
        Company("Princeton University", "United States", "It teaches and researches."),
    ],
)
FILMS = [Film("The Kid", 1921), Film("City Lights", 1931), Film("Modern Times", 1936)]


@pytest.fixture
def client(connect: Connect, scripted: Server) -> Any:
    return connect(scripted.url, model=scripted.model)


@pytest.mark.parametrize("schema_placement", ["auto", None])
def test_a_person_with_companies_comes_back(client: Any, schema_placement: Any) -> None:
    reply = client.generate(
        QUESTION, returns=Person, temperature=0.0, max_tokens=400, schema_placement=schema_placement
    )
    assert reply.value == EINSTEIN_HIMSELF
    assert reply.text == EINSTEIN
    assert reply.finish_reason == "stop"


def test_the_schema_is_read_by_the_model(client: Any) -> None:
    ask = {"returns": Person, "temperature": 0.0, "max_tokens": 400}
    shown = client.generate(QUESTION, **ask).usage.prompt_tokens
    hidden = client.generate(QUESTION, schema_placement=None, **ask).usage.prompt_tokens
    assert shown > hidden + 100


def test_a_person_comes_from_a_chat_and_an_option(client: Any) -> None:
    ask = {"temperature": 0.0, "max_tokens": 400}
    assert client.chat([user(QUESTION)], returns=Person, **ask).value == EINSTEIN_HIMSELF
    reply = client.generate(QUESTION, options=json_option(Person), **ask)
    assert from_json(Person, reply.text) == EINSTEIN_HIMSELF


def test_the_schema_is_that_of_the_script() -> None:
    expected = {**PERSON, "required": PERSON["required"][:-1]}
    assert schema_of(Person) == expected


def test_every_answer_of_several_is_typed(client: Any) -> None:
    reply = client.generate(QUESTION, returns=Person, temperature=0.5, n=2, max_tokens=400, seed=1)
    assert [type(value) for value in reply.values] == [Person, Person]


@pytest.mark.parametrize(
    ("film", "feeling"), [("I love this film.", "positive"), ("I hate this film.", "negative")]
)
def test_a_choice_comes_bare(client: Any, film: str, feeling: str) -> None:
    question = f'Is this review positive or negative? "{film}"'
    reply = client.generate(question, returns=Literal["negative", "positive"], temperature=0.0)
    assert reply.value == reply.text == feeling


def test_a_union_comes_back_as_one_of_its_members(client: Any) -> None:
    reply = client.generate(QUESTION, returns=Person | Feeling, temperature=0.0, max_tokens=400)
    assert isinstance(reply.value, Person | Feeling)


def test_a_value_grows_in_a_stream(client: Any) -> None:
    with client.stream(QUESTION, returns=Person, temperature=0.0, max_tokens=400) as stream:
        *partials, last = stream.values()
        assert stream.reply.value == last == EINSTEIN_HIMSELF
    others = [partial for partial in partials if not isinstance(partial, Partial)]
    assert not others, f"the stream yields {others[0]!r} before its value"
    names = [partial.json["name"] for partial in partials if "name" in partial.json]
    assert "Albert Einstein".startswith(names[0])
    assert names[-1] == "Albert Einstein"
    assert len(partials) > 2  # a busy server puts several tokens into one chunk


def test_items_come_one_by_one(client: Any) -> None:
    question = "Name three films of Charlie Chaplin"
    with client.stream(question, returns=list[Film], temperature=0.0, max_tokens=200) as stream:
        assert list(stream.items()) == FILMS == stream.reply.value


def test_an_answer_that_is_cut_off_is_told(client: Any) -> None:
    with pytest.raises(OutputTruncated) as caught:
        client.generate(QUESTION, returns=Person, temperature=0.0, max_tokens=12)
    assert EINSTEIN.startswith(caught.value.text)
    assert caught.value.usage.completion_tokens == 12


def in_capitals(text: str) -> bool:
    return text.isupper()


@dataclass
class Shouted(Person):
    name: Annotated[str, Predicate(in_capitals)]


def test_what_the_grammar_cannot_hold_is_checked(client: Any) -> None:
    with pytest.raises(OutputInvalid, match=r"^\$\.name: expected in capitals") as caught:
        client.generate(QUESTION, returns=Shouted, temperature=0.0, max_tokens=400)
    assert caught.value.path == "$.name"
    assert caught.value.reply.text == caught.value.text == EINSTEIN


def test_a_wrong_answer_is_asked_for_again(client: Any) -> None:
    reply = client.generate(
        QUESTION, returns=Shouted, temperature=0.0, max_tokens=400, max_repairs=1
    )
    assert reply.value.name == "ALBERT EINSTEIN"


def test_a_completion_is_held_to_its_type(client: Any) -> None:
    prompts = ["Is it?", "The capital of France is"]
    reply = client.complete(prompts, returns=Literal["yes", "no"], max_tokens=8)
    assert len(reply.values) == 2
    assert set(reply.values) <= {"yes", "no"}
