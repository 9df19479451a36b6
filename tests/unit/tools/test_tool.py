"""From a Python function to a tool: its name, its words, its schema, its arguments."""

from __future__ import annotations

import functools
import inspect
import types
from collections import UserDict, UserList
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

import annotated_types as at
import pydantic
import pytest

from vllm_sdk._tools import as_tool, tool
from vllm_sdk.errors import OutputInvalid


@dataclass
class Place:
    """Somewhere."""

    city: str
    country: str = "France"


class Sky(Enum):
    BLUE = "blue"
    GREY = "grey"


class Model(pydantic.BaseModel):
    count: int


HOME = Place("Paris")


@tool
def get_weather(city: str, unit: Literal["c", "f"] = "c") -> str:
    """Tell the weather in a city.

    It is always fine.

    Args:
        city: The city's name,
            as its people write it.
        unit: Celsius or Fahrenheit.

    Returns:
        A sentence.
    """
    return f"18 {unit} in {city}"


def schema(function: Any, **options: Any) -> dict[str, Any]:
    return as_tool(tool(function, **options)).parameters


def test_a_tool_is_called_as_the_function_was() -> None:
    assert get_weather("Paris") == "18 c in Paris"
    assert get_weather("Paris", unit="f") == "18 f in Paris"


def test_a_tool_looks_like_the_function() -> None:
    assert get_weather.__name__ == "get_weather"  # type: ignore[attr-defined]
    assert inspect.signature(get_weather).parameters.keys() == {"city", "unit"}
    assert (inspect.getdoc(get_weather) or "").startswith("Tell the weather")
    assert repr(get_weather) == "<Tool get_weather(city, unit)>"


def test_the_wire_form_has_everything_that_the_function_says() -> None:
    assert get_weather.to_dict() == {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Tell the weather in a city.\n\nIt is always fine.",
            "parameters": {
                "type": "object",
                "properties": {
                    "city": {
                        "type": "string",
                        "description": "The city's name, as its people write it.",
                    },
                    "unit": {
                        "enum": ["c", "f"],
                        "description": 'Celsius or Fahrenheit. (default: "c")',
                    },
                },
                "required": ["city"],
                "additionalProperties": False,
            },
            "strict": True,
        },
    }


def test_name_description_strictness_and_timeout_can_be_given() -> None:
    made = tool(
        get_weather.function, name="weather-2", description="Look.", strict=False, timeout=1.5
    )
    function = made.to_dict()["function"]
    assert (function["name"], function["description"]) == ("weather-2", "Look.")
    assert function["strict"] is False
    assert made.timeout == 1.5


def test_a_tool_without_words_has_no_description() -> None:
    @tool()
    def ping() -> str:
        return "pong"

    assert ping.to_dict()["function"] == {
        "name": "ping",
        "parameters": {"type": "object", "properties": {}, "additionalProperties": False},
        "strict": True,
    }
    assert ping.arguments_of("") == ping.arguments_of(" {} ") == ping.arguments_of(" null ") == {}


def numpy_style(city: str, days: int = 3) -> None:
    """Tell the weather.

    Parameters
    ----------
    city : str
        The city.
    days : int, optional
        How many days.
    """


def sphinx_style(city: str, days: int = 3) -> None:
    """Tell the weather.

    :param city: The city.
    :param int days: How many days.
    :returns: Nothing.
    """


def google_style(city: str, days: int = 3) -> None:
    """Tell the weather.

    Args:
        city: The city.
        days (int): How many days.
    """


@pytest.mark.parametrize("function", [numpy_style, sphinx_style, google_style])
def test_every_style_of_docstring_is_read(function: Any) -> None:
    made = tool(function)
    assert made.description == "Tell the weather."
    said = {name: each["description"] for name, each in made.parameters["properties"].items()}
    assert said == {"city": "The city.", "days": "How many days. (default: 3)"}


def test_a_docstring_that_no_style_can_read_is_the_description() -> None:
    def odd(city: str) -> None:
        """: :"""

    assert tool(odd).description == ": :"
    assert tool(odd).arguments_of('{"city": "a"}') == {"city": "a"}


def test_a_default_is_said_once_and_only_where_it_is_plain() -> None:
    def search(words: str = "", most: int = 5, place: Place = HOME, exact: bool = False) -> None:
        """Search.

        Args:
            most: How many; the default is five.
            place: Where.
        """

    said = {name: each.get("description") for name, each in schema(search)["properties"].items()}
    assert said == {
        "words": None,
        "most": "How many; the default is five.",
        "place": "Where.",
        "exact": "default: false",
    }
    assert "required" not in schema(search)


def test_annotated_adds_to_the_docstring_and_brings_constraints() -> None:
    def book(seats: Annotated[int, "How many seats", at.Interval(ge=1, le=9)]) -> None:
        """Book.

        Args:
            seats: For the evening
        """

    made = tool(book)
    assert made.parameters["properties"]["seats"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 9,
        "description": "For the evening (How many seats)",
    }
    assert made.arguments_of('{"seats": 9}') == {"seats": 9}
    with pytest.raises(OutputInvalid, match="at most 9") as caught:
        made.arguments_of('{"seats": 10}')
    assert caught.value.path == "$.seats"


def test_arguments_are_decoded_to_the_annotated_types() -> None:
    def plan(place: Place, sky: Sky, price: Decimal, model: Model, tags: set[str]) -> None:
        pass

    found = tool(plan).arguments_of(
        '{"place": {"city": "Lyon"}, "sky": "grey", "price": 1.10, "model": {"count": 2}, '
        '"tags": ["a"]}'
    )
    assert found == {
        "place": Place("Lyon"),
        "sky": Sky.GREY,
        "price": Decimal("1.10"),
        "model": Model(count=2),
        "tags": {"a"},
    }


def test_a_single_parameter_with_fields_is_a_property_like_any_other() -> None:
    def go(place: Place) -> None:
        pass

    assert schema(go)["properties"]["place"]["properties"].keys() == {"city", "country"}
    assert tool(go).arguments_of('{"place": {"city": "Lyon"}}') == {"place": Place("Lyon")}


def test_a_class_that_occurs_twice_is_defined_once() -> None:
    def between(start: Place, end: Place) -> None:
        pass

    assert schema(between)["$defs"].keys() == {"Place"}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("{", "$"),
        ("null", "$"),
        ("true", "$"),
        ("[]", "$"),
        ('{"unit": "c"}', "$"),
        ('{"city": "a", "town": "b"}', "$"),
        ('{"city": "a", "city": "b"}', "$"),
        ('{"city": 1}', "$.city"),
        ('{"city": "a", "unit": "k"}', "$.unit"),
    ],
)
def test_other_arguments_are_refused_with_their_place(text: str, path: str) -> None:
    with pytest.raises(OutputInvalid) as caught:
        get_weather.arguments_of(text)
    assert caught.value.path == path
    assert caught.value.text == text


class Shop:
    """A shop."""

    @tool
    def search(self, words: str) -> list[Any]:
        """Search the shop."""
        return [self, words]

    @staticmethod
    @tool
    def inside(words: str) -> list[Any]:
        return [words]

    @tool
    @staticmethod
    def outside(words: str) -> list[Any]:
        return [words]

    @classmethod
    @tool
    def within(cls, words: str) -> list[Any]:
        return [cls, words]

    @tool
    @classmethod
    def around(cls, words: str) -> list[Any]:
        return [cls, words]

    def plain(self, words: str) -> list[Any]:
        return [self, words]

    def __call__(self, words: str) -> list[Any]:
        """Call the shop."""
        return [self, words]


SHOP = Shop()


@pytest.mark.parametrize(
    ("function", "name", "first"),
    [
        (SHOP.search, "search", SHOP),
        (SHOP.plain, "plain", SHOP),
        (SHOP.inside, "inside", None),
        (Shop.outside, "outside", None),
        (Shop.within, "within", Shop),
        (SHOP.within, "within", Shop),
        (Shop.around, "around", Shop),
        (SHOP, "Shop", SHOP),
        (functools.partial(Shop.plain, SHOP), "plain", SHOP),
        (functools.partial(SHOP), "Shop", SHOP),
    ],
)
def test_methods_and_callable_objects_are_tools(function: Any, name: str, first: Any) -> None:
    made = as_tool(function)
    assert made.name == name
    assert made.parameters["required"] == ["words"]
    found = made(**made.arguments_of('{"words": "tea"}'))
    assert found == ["tea"] if first is None else [first, "tea"]


def test_the_words_of_a_method_or_an_object_are_its_own() -> None:
    assert SHOP.search.description == "Search the shop."
    assert as_tool(SHOP).description == "Call the shop."


def test_a_decorated_method_can_be_called_with_its_instance() -> None:
    assert Shop.search(SHOP, "tea") == [SHOP, "tea"]
    assert SHOP.search("tea") == [SHOP, "tea"]


def test_a_class_method_is_bound_as_pythons_later_than_3_12_bind_it() -> None:
    method = types.MethodType(Shop.__dict__["within"].__func__, Shop)
    assert as_tool(method).function("tea") == [Shop, "tea"]


def test_what_a_partial_has_bound_is_not_the_models_to_choose() -> None:
    def search(user: int, words: str, most: int = 5) -> list[Any]:
        return [user, words, most]

    made = tool(functools.partial(search, 7, most=2))
    assert made.parameters["properties"].keys() == {"words"}
    assert made(**made.arguments_of('{"words": "tea"}')) == [7, "tea", 2]
    with pytest.raises(OutputInvalid, match="has no field"):
        made.arguments_of('{"words": "tea", "most": 900}')


def test_a_decorator_that_wraps_is_looked_through() -> None:
    def logged(function: Any) -> Any:
        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            return function(*args, **kwargs)

        return call

    made = tool(logged(get_weather.function))
    assert made.parameters == get_weather.parameters
    assert made(city="Rome") == "18 c in Rome"


async def coroutine(city: str) -> str:
    return city


class Waiter:
    async def __call__(self, city: str) -> str:
        return city

    @tool
    async def serve(self, city: str) -> str:
        return city

    @tool
    @classmethod
    async def greet(cls, city: str) -> str:
        return city


@pytest.mark.parametrize(
    "function",
    [coroutine, functools.partial(coroutine), Waiter(), Waiter().serve, Waiter.greet],
)
async def test_coroutine_functions_are_known_and_stay_so(function: Any) -> None:
    made = as_tool(function)
    assert made.is_async
    assert await made(city="Rome") == "Rome"


def test_plain_functions_are_no_coroutine_functions() -> None:
    assert not get_weather.is_async
    assert not as_tool(SHOP.plain).is_async


GIVEN = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "days": {"type": "integer"}},
    "required": ["city"],
    "additionalProperties": False,
}


def test_with_a_schema_of_its_own_the_arguments_stay_plain_json() -> None:
    @tool(schema=GIVEN)
    def forecast(city, days=1):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return [city, days]

    assert forecast.parameters == GIVEN
    assert "strict" not in forecast.to_dict()["function"]
    assert forecast.arguments_of('{"city": "Rome", "days": 2}') == {"city": "Rome", "days": 2}
    for text, why in [
        ("[]", "is not of type 'object'"),
        ("{}", "'city' is a required property"),
        ('{"city": "Rome", "sky": 1}', "'sky' was unexpected"),
        ('{"city": 5}', r"\$\.city: 5 is not of type 'string'"),
    ]:
        with pytest.raises(OutputInvalid, match=why):
            forecast.arguments_of(text)


def test_an_open_schema_lets_other_names_in_where_the_function_takes_them() -> None:
    @tool(schema={"type": "object"})
    def take(**anything: Any) -> Any:
        return anything

    @tool(schema={"type": "object"})
    def choose(one: Any) -> Any:
        return one

    assert take.arguments_of('{"a": [1.5, {"b": null}]}') == {"a": [1.5, {"b": None}]}
    assert repr(take) == "<Tool take(…)>"
    with pytest.raises(OutputInvalid, match="choose: missing a required argument: 'one'"):
        choose.arguments_of("{}")
    with pytest.raises(OutputInvalid, match="unexpected keyword argument 'two'"):
        choose.arguments_of('{"one": 1, "two": 2}')


def test_a_raw_tool_gets_the_text_unchanged() -> None:
    @tool(raw_arguments=True)
    def log(line: str) -> str:
        return line

    for text in ['{"b": 1.50,  "a": 1}', "", "no JSON {"]:
        assert log(**log.arguments_of(text)) == text
    assert log.parameters == {"type": "object"}
    assert repr(log) == "<Tool log(raw text)>"


def test_a_raw_tool_may_say_what_it_wants() -> None:
    made = tool(
        lambda line, *, loud=False: (line, loud), name="log", schema=GIVEN, raw_arguments=True
    )
    assert made.parameters == GIVEN
    assert made(**made.arguments_of("{}")) == ("{}", False)


def test_arguments_are_written_as_they_are_read() -> None:
    text = get_weather.arguments.encode({"city": "Rome", "unit": "f"})
    assert text == '{"city": "Rome", "unit": "f"}'
    with pytest.raises(TypeError, match="object"):
        get_weather.arguments.encode({"town": "Rome"})
    free = tool(lambda **names: names, name="free", schema={"type": "object"})
    assert free.arguments.encode({"a": [1]}) == '{"a": [1]}'


def test_no_arguments_are_enough_if_none_is_required() -> None:
    @tool
    def lists(folder: str = ".", most: int | None = None) -> str:
        return folder * (most or 1)

    @tool
    def reads(path: str, most: int = 1) -> str:
        return path * most

    by_schema = tool(lists.function, schema={"type": "object", "properties": {"folder": {}}})
    for text in ("", " \n", "null", "{}"):
        assert lists.arguments_of(text) == by_schema.arguments_of(text) == {}
        with pytest.raises(OutputInvalid, match=r"path"):
            reads.arguments_of(text)


class OwnList(UserList[int]):
    pass


class OwnDict(UserDict[str, int]):
    pass


def test_a_default_may_be_a_collection_of_the_user() -> None:
    cities, days = OwnList([1]), OwnDict(a=1)

    def plan(cities: list[int] = cities, days: dict[str, int] = days) -> str:  # type: ignore[assignment]
        """Plan."""
        return f"{cities} {days}"

    assert tool(plan).parameters["properties"].keys() == {"cities", "days"}
