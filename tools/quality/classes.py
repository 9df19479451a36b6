"""The records that the evaluation extracts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal


@dataclass
class Person:
    """A person."""

    name: Annotated[str, "The person's full name"]
    age: Annotated[int, "The age in years"]
    city: Annotated[str, "The city where the person lives"]


@dataclass
class Order:
    """An order."""

    product: Annotated[str, "The name of the product"]
    quantity: Annotated[int, "The number of pieces"]
    price: Annotated[float, "The price of one piece in euros"]
    express: Annotated[bool, "Whether express delivery is wanted"]


@dataclass
class Meeting:
    """A meeting."""

    topic: Annotated[str, "The topic of the meeting"]
    day: Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    hour: Annotated[int, "The hour of the day, from 0 to 23"]
    people: Annotated[list[str], "The names of the people"]


CLASSES: dict[str, type[Person | Order | Meeting]] = {
    "Person": Person,
    "Order": Order,
    "Meeting": Meeting,
}
"""The classes by name."""
