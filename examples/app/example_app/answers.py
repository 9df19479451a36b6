"""What the model is asked for: a typed answer, and a tool that it may call."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated


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


def get_weather(city: str) -> dict[str, str | int]:
    """Tell the weather in a city.

    Args:
        city: The city's name.
    """
    return {"city": city, "temperature": 18, "sky": "sunny"}
