"""Real models keep what holds for any good answer: types, budgets, sense on the whole; no texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from typing import Literal

import pytest

from served_specs import assert_same_bindings
from vllm_api import Client
from vllm_api.api.embeddings import create_embedding
from vllm_api.models import EmbeddingCompletionRequest, EmbeddingResponse
from vllm_sdk import VLLM, errors
from vllm_sdk.testing import Server

pytestmark = pytest.mark.real_models

ServeModel = Callable[..., AbstractContextManager[Server]]
Sentiment = Literal["positive", "negative"]

SENTIMENTS: dict[str, Sentiment] = {
    "I love this film, it is wonderful.": "positive",
    "What a terrible, boring book.": "negative",
    "The food was delicious and the staff friendly.": "positive",
    "I hate this phone, it breaks all the time.": "negative",
    "This is the best day of my life!": "positive",
    "The service was awful and rude.": "negative",
    "A beautiful song that makes me happy.": "positive",
    "The worst hotel I have ever seen, dirty and loud.": "negative",
    "I am so happy with this great product.": "positive",
    "I am very disappointed, it was a waste of money.": "negative",
}

AGES = {"Ada": 36, "Tom": 12, "Maria": 54, "Peter": 71, "Lily": 9}
STORY = "Tell me a short story about a dog."


@dataclass
class Person:
    name: str
    age: int


@pytest.fixture(scope="module")
def servers(serve_model: ServeModel) -> Iterator[dict[str, Server]]:
    """Both models, whose servers start side by side."""
    with ExitStack() as stack, ThreadPoolExecutor() as pool:
        names = ("smollm2", "minilm")
        starts = pool.map(lambda name: stack.enter_context(serve_model(name)), names)
        yield dict(zip(names, starts, strict=True))


@pytest.fixture(scope="module")
def client(servers: dict[str, Server]) -> Iterator[VLLM]:
    server = servers["smollm2"]
    with VLLM(server.url, model=server.model) as client:
        yield client


@pytest.fixture(scope="module")
def embeddings(servers: dict[str, Server]) -> Iterator[Client]:
    with Client(base_url=servers["minilm"].url) as bindings:
        yield bindings


def test_it_knows_what_its_maker_checked(client: VLLM) -> None:
    assert "Paris" in client.generate("What is the capital of France?", temperature=0.0).text


def test_labels_are_sensible_on_the_whole(client: VLLM) -> None:
    def label(text: str) -> Sentiment:
        question = f"What is the sentiment of this text: {text}"
        return client.generate(question, returns=Sentiment, temperature=0.0).value

    with ThreadPoolExecutor(len(SENTIMENTS)) as pool:
        labels = list(pool.map(label, SENTIMENTS))
    right = sum(said == known for said, known in zip(labels, SENTIMENTS.values(), strict=True))
    assert right >= 8, labels


def test_records_decode_and_most_are_right(client: VLLM) -> None:
    def extract(known: tuple[str, int]) -> Person:
        name, age = known
        question = f"name: {name}, age: {age}"
        return client.generate(question, returns=Person, temperature=0.0, max_tokens=100).value

    with ThreadPoolExecutor(len(AGES)) as pool:
        people = list(pool.map(extract, AGES.items()))
    assert all(type(each.name) is str and type(each.age) is int for each in people)
    assert sum(AGES.get(each.name) == each.age for each in people) >= 3, people


def test_a_type_is_kept_at_a_high_temperature(client: VLLM) -> None:
    @dataclass
    class Palette:
        first: Literal["red", "green", "blue"]
        is_warm: bool

    question = "Name a colour, and say whether it is warm."
    reply = client.generate(question, returns=Palette, temperature=1.5, seed=1, max_tokens=200)
    assert reply.value.first in {"red", "green", "blue"}
    assert type(reply.value.is_warm) is bool


@pytest.mark.parametrize("budget", [1, 7, 32])
def test_a_budget_holds(client: VLLM, budget: int) -> None:
    reply = client.generate(STORY, max_tokens=budget, temperature=0.0)
    assert reply.usage
    assert reply.usage.completion_tokens == budget
    assert reply.finish_reason == "length"


def test_a_budget_that_does_not_suffice_for_a_type_is_told(client: VLLM) -> None:
    with pytest.raises(errors.OutputTruncated):
        client.generate("Ada is 36 years old.", returns=Person, max_tokens=3, temperature=0.0)


def test_a_short_answer_ends_by_itself(client: VLLM) -> None:
    reply = client.generate("What is the capital of France?", max_tokens=200, temperature=0.0)
    assert reply.finish_reason == "stop"
    assert reply.usage
    assert reply.usage.completion_tokens < 200


def test_a_stream_folds_to_the_whole_reply(client: VLLM) -> None:
    with client.stream(STORY, temperature=0.0, max_tokens=48) as stream:
        texts = [chunk.text for chunk in stream]
        reply = stream.reply
    assert len(texts) > 2
    assert "".join(texts) == reply.text
    assert reply.text.strip()
    assert reply.finish_reason == "length"
    assert reply.usage
    assert reply.usage.completion_tokens == 48


def test_neighbours_in_meaning_are_near(embeddings: Client) -> None:
    cats = ["A cat sleeps on the sofa.", "The kitten plays with wool.", "Cats purr when stroked."]
    cars = ["The car needs a new engine.", "He drove his truck to the garage.", "Change the tyres."]
    body = EmbeddingCompletionRequest(input_=[*cats, *cars])
    response = create_embedding.sync(client=embeddings, body=body)
    assert isinstance(response, EmbeddingResponse), response
    vectors = [each.embedding for each in response.data]
    assert {len(each) for each in vectors} == {384}

    def compare(first: int, second: int) -> float:
        return sum(a * b for a, b in zip(vectors[first], vectors[second], strict=True))

    same = [compare(a, b) for a, b in [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)]]
    other = [compare(a, b) for a in range(3) for b in range(3, 6)]
    assert all(compare(each, each) == pytest.approx(1, abs=1e-3) for each in range(6))
    assert min(same) > max(other), (same, other)


def test_the_spec_of_the_embedding_server_gives_the_bindings(servers: dict[str, Server]) -> None:
    routes = assert_same_bindings(servers["minilm"].url, at_least=10)
    assert "POST /v1/embeddings" in routes
