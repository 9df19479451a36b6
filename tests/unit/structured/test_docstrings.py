"""Docstrings of functions and classes: no word for the model is lost."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Annotated, Any

import pytest

from vllm_sdk import tool
from vllm_sdk._structured import schema_of
from vllm_sdk._structured.introspection.docstrings import join_lines, parse_text

DOCSTRINGS = {
    "google": """Find flights.

    Args:
        origin (str): Where from.
        to (dict[str, int], optional): Where to,
            in two lines.

            And a paragraph.
        *rest: The rest.

    Prices are in euros.

    Returns:
        The flights.

    Raises:
        ValueError: none.

    Note:
        Slow.
    """,
    "google, parameters first": """
    Args:
        origin: Where from.
        to: Where to, in two lines. And a paragraph.
        rest: The rest.
    Returns: a list
    Find flights.

    Prices are in euros.

    Note:
        Slow.
    """,
    "numpy": """Find flights.

    Parameters
    ----------
    origin : str
        Where from.
    to
        Where to,
        in two lines.

        And a paragraph.
    *rest : int
        The rest.

    Returns
    -------
    list
        The flights.

    Prices are in euros.

    Note:
        Slow.
    """,
    "sphinx": """Find flights.

    :param str origin: Where from.
    :param to: Where to,
        in two lines.

        And a paragraph.
    :type to: dict
    :param rest: The rest.
    :returns: The flights.

    Prices are in euros.

    Note:
        Slow.
    """,
    "epydoc": """Find flights.

    @param origin: Where from.
    @param to: Where to,
    in two lines. And a paragraph.
    @param rest: The rest.
    @return: The flights.

    Prices are in euros.

    Note:
        Slow.
    """,
}


@pytest.mark.parametrize("style", DOCSTRINGS)
def test_every_word_is_kept_in_every_style(style: str) -> None:
    found = parse_text(DOCSTRINGS[style])
    assert found.parameters == {
        "origin": "Where from.",
        "to": "Where to, in two lines. And a paragraph.",
        "rest": "The rest.",
    }
    description = found.description.replace("Returns: a list\n", "")
    assert description == "Find flights.\n\nPrices are in euros.\n\nNote:\n    Slow."


@pytest.mark.parametrize(
    ("text", "description", "parameters"),
    [
        ("", "", {}),
        ("Args: none at all.", "Args: none at all.", {}),
        ("Args:", "", {}),
        ("Arguments:\n    All are texts.\n    x: An x.", "All are texts.", {"x": "An x."}),
        ("Args:\n    x: An x.\n\n        More.\n    y: Y\n", "", {"x": "An x. More.", "y": "Y"}),
        ("Args:\n\n    x: An x.\n\nRest.", "Rest.", {"x": "An x."}),
        ("See https://a.b/c: it helps.\n\nUsage::\n\n    f(x: 1)", None, {}),
        ("Parameters\n----------\nx, y : int\n    Both.\nOther\n-----\ntext", "Other\n-----\ntext",
         {"x": "Both.", "y": "Both."}),
        ("Parameters\n----------\nx\n\nTwo words.", "Two words.", {}),
        (":param: nothing\n:raises E: why\n:param x: An x.\nmore", "", {"x": "An x. more"}),
        (":unknown x: y", None, {}),
    ],
)  # fmt: skip
def test_odd_docstrings(text: str, description: str | None, parameters: dict[str, str]) -> None:
    found = parse_text(text)
    assert found.parameters == parameters
    assert found.description == (text if description is None else description)


def test_lists_keep_their_lines() -> None:
    assert join_lines("One\ntwo.\n\n- a\n- b\n\nend") == "One two.\n\n- a\n- b\n\nend"


Email = Annotated[str, "an e-mail address"]


@dataclass
class User:
    """A user.

    Of the whole
    system.

    Attributes:
        first: The first.
        contact: Not this one.
    """

    first: int
    bare: Email
    contact: Email
    """Where to write to."""
    other: Email = field(metadata={"description": "The other one."})
    nested: Annotated[Email, "a nested one"] = ""


class Colour(enum.Enum):
    """A colour.

    Of the rainbow.
    """

    RED = "red"
    BLUE = "blue"


def test_all_words_of_a_class_reach_the_model() -> None:
    stated = schema_of(User)
    assert stated["description"] == "A user.\n\nOf the whole system."
    assert {name: each["description"] for name, each in stated["properties"].items()} == {
        "first": "The first.",
        "bare": "an e-mail address",
        "contact": "Where to write to. (an e-mail address)",
        "other": "The other one. (an e-mail address)",
        "nested": "a nested one (an e-mail address)",
    }
    assert schema_of(Colour)["description"] == "A colour.\n\nOf the rainbow."


def test_an_alias_of_a_parameter_adds_to_its_own_words() -> None:
    def write(to: Email, text: str) -> Any:
        """
        Args:
            to: The reader.
            text: The text.

        It is sent at once.
        """

    made = tool(write)
    assert made.description == "It is sent at once."
    assert made.parameters["properties"]["to"]["description"] == "The reader. (an e-mail address)"
    assert made.parameters["properties"]["text"]["description"] == "The text."
