"""The eight tools of the questions. Their results are made up, so that no answer is a guess."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from vllm_sdk import Tool, tool

Currency = Literal["USD", "EUR", "GBP", "JPY", "CHF"]

IN_USD: dict[str, float] = {"USD": 1.0, "EUR": 1.08, "GBP": 1.28, "JPY": 1.28 / 192, "CHF": 1.11}


@tool
def get_weather(city: Annotated[str, "The city's name"]) -> dict[str, str | int]:
    """Tell the current weather in a city."""
    return {"city": city, "temperature": 17, "sky": "foggy"}


@tool
def convert_currency(
    amount: Annotated[float, "The amount of money"],
    source: Annotated[Currency, "The currency of the amount"],
    target: Annotated[Currency, "The currency to convert to"],
) -> str:
    """Convert an amount of money to another currency."""
    return f"{amount * IN_USD[source] / IN_USD[target]:.2f} {target}"


@tool
def calculate(
    left: Annotated[float, "The first number"],
    operator: Annotated[Literal["+", "-", "*", "/"], "The operation"],
    right: Annotated[float, "The second number"],
) -> float:
    """Calculate with two numbers."""
    if operator == "/":
        return left / right
    return {"+": left + right, "-": left - right, "*": left * right}[operator]


@tool
def translate(
    text: Annotated[str, "The text to translate"],
    language: Annotated[str, "The language to translate into"],
) -> str:
    """Translate a text into another language."""
    return f"{text} is 'mirlo' in {language}"


@tool
def set_timer(minutes: Annotated[int, "The number of minutes"]) -> str:
    """Set a timer that rings after some minutes."""
    return f"The timer rings in {minutes} minutes."


@tool
def find_restaurant(
    city: Annotated[str, "The city's name"],
    cuisine: Annotated[str, "The kind of food"],
) -> dict[str, str]:
    """Find a restaurant in a city."""
    return {"name": "Tilda's", "city": city, "cuisine": cuisine}


@tool
def play_music(artist: Annotated[str, "The name of the artist"]) -> str:
    """Play music by an artist."""
    return f"Now playing {artist}."


@tool
def send_message(
    person: Annotated[str, "The name of the person"],
    text: Annotated[str, "The text of the message"],
) -> str:
    """Send a text message to a person."""
    return f"The message to {person} was sent: {text}"


TOOLS: tuple[Tool[..., Any], ...] = (
    get_weather,
    convert_currency,
    calculate,
    translate,
    set_timer,
    find_restaurant,
    play_music,
    send_message,
)
"""The tools that every question offers."""
