"""The sets of the evaluation, made by hand; half of each is held back."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

FOLDER = Path(__file__).with_name("sets")

T = TypeVar("T", bound="Item")


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One item of a set.

    Attributes:
        held_back: Whether the item is used by `--held-back` alone.
    """

    held_back: bool


class ExpectedCall(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A call that a question needs.

    Attributes:
        tool: The name of the tool.
        arguments: The values of each argument that are right.
    """

    tool: str
    arguments: dict[str, list[Any]]


class Question(Item, frozen=True):
    """A question to a model with tools.

    Attributes:
        question: What the user says.
        calls: The calls that it needs; none if the model answers by itself.
        shows: Texts of which an answer that uses the results has one or more.
    """

    question: str
    calls: list[ExpectedCall]
    shows: list[str]


class Sentence(Item, frozen=True):
    """A sentence to label.

    Attributes:
        set: The labels to choose from, a key of `LABELS`.
        text: The sentence.
        label: The right label.
    """

    set: Literal["sentiment", "topic", "intent"]
    text: str
    label: str


class Record(Item, frozen=True):
    """A sentence to extract a record from.

    Attributes:
        kind: The name of the class.
        text: The sentence.
        fields: The right values of the fields.
    """

    kind: Literal["Person", "Order", "Meeting"]
    text: str
    fields: dict[str, Any]


def load_questions(*, held_back: bool = False) -> list[Question]:
    """Load one half of the questions."""
    return _load("questions", Question, held_back=held_back)


def load_sentences(*, held_back: bool = False) -> list[Sentence]:
    """Load one half of the sentences."""
    return _load("sentences", Sentence, held_back=held_back)


def load_records(*, held_back: bool = False) -> list[Record]:
    """Load one half of the records."""
    return _load("records", Record, held_back=held_back)


def _load(name: str, item: type[T], *, held_back: bool) -> list[T]:
    content = FOLDER.joinpath(f"{name}.json").read_bytes()
    items: list[T] = msgspec.json.decode(content, type=list[item])  # type: ignore[valid-type]
    return [each for each in items if each.held_back is held_back]
