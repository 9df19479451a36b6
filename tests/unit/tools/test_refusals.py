"""What can't be a tool is refused when the tool is made, with what to write instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Callable, Generator, Iterable, Iterator
from functools import partial, wraps
from typing import Any

import pytest

from vllm_sdk._tools import as_tool, index_tools, tool
from vllm_sdk.errors import RequestInvalid


def fine(city: str) -> str:
    return city


def bare(city) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
    return str(city)


def many(*cities: str) -> None: ...
def any_names(**cities: str) -> None: ...
def by_place(city: str, /) -> None: ...
def calls_back(then: Callable[[], None]) -> None: ...
def says_little(names: list) -> None: ...  # type: ignore[type-arg]
def not_found(city: Missing) -> None: ...  # type: ignore[name-defined]  # noqa: F821
def broken(city: int.missing) -> None: ...  # type: ignore[name-defined]
def not_apart(when: str | dt.date) -> None: ...
def result_not_found(city: str) -> Missing: ...  # type: ignore[name-defined]  # noqa: F821


class Shop:
    @tool
    def search(self, words: str) -> str:
        return words


class Unsigned:
    __signature__ = "nothing"

    def __call__(self) -> None: ...


@pytest.mark.parametrize(
    ("function", "why"),
    [
        (bare, r"bare\(city\): .* write its type, as in city: str, or give the tool a schema"),
        (many, r"many\(cities\): \*cities has no name.*write cities: list\[str\]"),
        (any_names, r"any_names\(cities\): \*\*cities does not say.*cities: dict\[str, str\]"),
        (by_place, r"by_place\(city\): city is positional-only.*remove the `/`"),
        (calls_back, r"calls_back\(then\): .* write a dataclass"),
        (says_little, r"says_little\(names\): .* list\[str\]"),
        (not_found, "not_found: the annotations name 'Missing'.*top of the module"),
        (broken, "broken: the annotations can't be evaluated"),
        (not_apart, r"not_apart\(when\): .*told apart"),
        (
            lambda: None,
            "'<lambda>' is not a name that every tool parser can carry.*name='get_weather",
        ),
        (Unsigned(), "Unsigned: the signature can't be read"),
    ],
)
def test_a_function_that_can_be_no_tool(function: Any, why: str) -> None:
    with pytest.raises(RequestInvalid, match=why):
        tool(function)


def test_what_only_the_result_is_annotated_with_does_not_matter() -> None:
    assert tool(result_not_found).arguments_of('{"city": "a"}') == {"city": "a"}


@pytest.mark.parametrize("name", ["", "get weather", "a.b", "é", "a" * 65, "a\n"])
def test_a_name_that_not_every_tool_parser_can_carry(name: str) -> None:
    with pytest.raises(RequestInvalid, match="1 to 64 letters"):
        tool(fine, name=name)


def test_a_name_of_64_characters_is_well() -> None:
    assert tool(fine, name="A-z_0" + "9" * 59).name == "A-z_0" + "9" * 59


@pytest.mark.parametrize(
    ("value", "why"),
    [(Shop, "a tool is a function, not <class"), ("fine", "not 'fine'"), (3, "not 3")],
)
def test_what_is_no_function(value: Any, why: str) -> None:
    with pytest.raises(TypeError, match=why):
        tool(value)


@pytest.mark.parametrize(
    ("options", "error", "why"),
    [
        ({"name": 3}, TypeError, "a text, not 3"),
        ({"timeout": 0}, RequestInvalid, "fine: timeout=0: give more than 0 seconds"),
        ({"timeout": float("inf")}, RequestInvalid, "None for no bound"),
        ({"timeout": True}, TypeError, "number of seconds, not True"),
        ({"timeout": "5"}, TypeError, "number of seconds, not '5'"),
        ({"schema": "city"}, TypeError, "a JSON Schema .* not 'city'"),
        ({"schema": {}}, RequestInvalid, "not one of an object"),
        ({"schema": {"type": "array"}}, RequestInvalid, "not one of an object"),
        ({"schema": {"type": "object", "properties": []}}, RequestInvalid, "not one of an object"),
        ({"schema": {"type": {1}}}, RequestInvalid, "can't be written as JSON"),
        (
            {"schema": {"type": "object", "properties": {"town": {}}}},
            RequestInvalid,
            "fine: the function can't be called .*'town'",
        ),
        (
            {"schema": {"type": "object", "properties": {"city": {"type": "sting"}}}},
            RequestInvalid,
            "fine: The schema is invalid at .*city",
        ),
        (
            {"schema": {"type": "object", "required": ["town"]}},
            RequestInvalid,
            "fine: the function can't be called .*'town'",
        ),
        (
            {"schema": {"type": "object", "properties": {"city": {"$ref": "other.json"}}}},
            RequestInvalid,
            r"fine: the schema refers to 'other.json': refer to '#/\$defs",
        ),
    ],
)
def test_an_argument_that_makes_no_tool(options: Any, error: type[Exception], why: str) -> None:
    with pytest.raises(error, match=why):
        tool(fine, **options)


@pytest.mark.parametrize(
    "function",
    [
        lambda: None,
        lambda *lines: lines,
        lambda line, /: line,
        lambda one, two: (one, two),
        lambda *, loud=True, line: (loud, line),
    ],
)
def test_a_raw_tool_takes_one_text(function: Any) -> None:
    with pytest.raises(RequestInvalid, match="log: a raw tool takes one argument"):
        tool(function, name="log", raw_arguments=True)


def test_a_method_without_its_instance_is_no_tool_yet() -> None:
    with pytest.raises(RequestInvalid, match=r"pass instance\.search"):
        as_tool(Shop.search)


@pytest.mark.parametrize(
    ("tools", "error", "why"),
    [
        ([], RequestInvalid, "tools is empty"),
        (fine, TypeError, "tools is a list of functions"),
        ("fine", TypeError, "tools is a list of functions"),
        ({}, TypeError, "tools is a list of functions"),
        (None, TypeError, "tools is a list of functions"),
        ([{"type": "function"}], TypeError, r"tools\[0\] is a dict, which can't be run"),
        ([fine, tool(bare, name="fine", schema={"type": "object"})], RequestInvalid, r"tools\[1\]"),
        ([fine, 3], TypeError, "not 3"),
    ],
)
def test_tools_that_do_not_go_together(tools: Any, error: type[Exception], why: str) -> None:
    with pytest.raises(error, match=why):
        index_tools(tools)


def test_functions_and_tools_go_together() -> None:
    named = index_tools([fine, Shop().search])
    assert list(named) == ["fine", "search"]
    assert named["fine"].function is fine


def yields(city: str) -> Any:
    yield city


async def yields_later(city: str) -> Any:
    yield city


class Yielding:
    def __call__(self, city: str) -> Any:
        yield city

    @classmethod
    def all(cls, city: str) -> Any:
        yield city

    def one(self, city: str) -> Any:
        yield city


@pytest.mark.parametrize(
    "function",
    [
        yields,
        yields_later,
        Yielding(),
        Yielding.all,
        Yielding().one,
        Yielding.__dict__["all"],
        partial(yields, city="a"),
    ],
)
def test_a_generator_function_is_refused(function: Any) -> None:
    with pytest.raises(RequestInvalid, match=r"is a generator function.*return a list"):
        tool(function, name="act")
    with pytest.raises(RequestInvalid, match=r"is a generator function"):
        tool(function, name="act", raw_arguments=True)


def iterates(city: str) -> Iterator[str]:
    return iter(city)


def generates(city: str) -> Generator[str, None, None]:
    return (each for each in city)


async def iterates_later(city: str) -> AsyncIterator[str]:
    raise NotImplementedError


@pytest.mark.parametrize("function", [iterates, generates, iterates_later, partial(iterates)])
def test_a_function_that_promises_an_iterator_is_refused(function: Any) -> None:
    with pytest.raises(RequestInvalid, match=r"returns an iterator.*return a list of the items"):
        tool(function, name="act")


def test_what_a_decorator_makes_of_a_generator_is_not_refused() -> None:
    def listed(function: Callable[..., Iterable[Any]]) -> Callable[..., list[Any]]:
        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> list[Any]:
            return list(function(*args, **kwargs))

        return run

    @tool
    @listed
    def letters(word: str) -> Iterator[str]:
        """List the letters."""
        yield from word

    assert letters(word="ab") == ["a", "b"]  # type: ignore[comparison-overlap]
