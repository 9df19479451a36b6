"""A keyword of another library is answered with what to write here."""

from __future__ import annotations

import inspect
import re
from typing import Any

import pytest

import vllm_sdk
from vllm_sdk import VLLM, AsyncVLLM, Options, RetryPolicy, ToolPrompt, options, user
from vllm_sdk.options import UnknownFieldWarning, builders
from vllm_sdk.options.hints import ARGUMENTS, CALL_SETTINGS, REPLACED
from vllm_sdk.options.names import NOT_EXPOSED, OPTIONS


def parameters(function: Any) -> set[str]:
    return {
        each.name
        for each in inspect.signature(function).parameters.values()
        if each.kind is not each.VAR_KEYWORD
    } - {"self"}


def takes_options(function: Any) -> bool:
    return parameters(function) > OPTIONS


METHODS = {
    name: method
    for client in (VLLM, AsyncVLLM)
    for name, method in inspect.getmembers(client, inspect.isfunction)
    if not name.startswith("_") and takes_options(method)
}
TAKEN = {name: parameters(method) - OPTIONS for name, method in METHODS.items()}
BUILDERS = {name for name, _ in inspect.getmembers(builders, inspect.isfunction)}
EXISTS = {
    *OPTIONS,
    *vllm_sdk.__all__,
    *BUILDERS,
    *options.__all__,
    *(name for name, _ in inspect.getmembers(VLLM) if not name.startswith("_")),
    *(name for each in (VLLM, ToolPrompt, RetryPolicy) for name in parameters(each)),
    *(name for each in BUILDERS for name in parameters(getattr(builders, each))),
    *(name for each in TAKEN.values() for name in each),
    *inspect.get_annotations(options.StructuredOutputs),
    "headers",
}


@pytest.mark.parametrize("name", sorted(REPLACED))
def test_a_name_with_a_hint_is_neither_an_option_nor_an_argument(name: str) -> None:
    assert name not in OPTIONS
    assert not [method for method, taken in TAKEN.items() if name in taken]
    assert name not in ARGUMENTS


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_an_argument_with_a_hint_is_one_of_some_methods_alone(name: str) -> None:
    assert name not in OPTIONS
    methods = {method for method, taken in TAKEN.items() if name in taken}
    assert methods
    assert methods < METHODS.keys()


def test_arguments_that_only_some_methods_take_have_a_hint() -> None:
    everywhere = set.intersection(*TAKEN.values())
    assert set.union(*TAKEN.values()) - everywhere == ARGUMENTS.keys()


@pytest.mark.parametrize("name", sorted(REPLACED | ARGUMENTS | CALL_SETTINGS))
def test_a_hint_names_what_exists_here(name: str) -> None:
    hint = (REPLACED | ARGUMENTS | CALL_SETTINGS)[name]
    written = set(re.findall(r"(?<![-'\w.])([A-Za-z_]\w*)(?=[=(])", hint))
    words = set(re.findall(r"[A-Za-z_]\w*", hint))
    assert written <= EXISTS
    assert words & EXISTS


@pytest.mark.parametrize("name", sorted(REPLACED | ARGUMENTS | CALL_SETTINGS))
def test_a_hint_is_given_wherever_options_are_made(name: str) -> None:
    hint = (REPLACED | ARGUMENTS | CALL_SETTINGS)[name]
    with pytest.raises(TypeError) as raised:
        Options(**{name: 1})  # type: ignore[arg-type]
    assert str(raised.value) == f"There is no option '{name}': {hint}."
    if name not in options.__all__:
        with pytest.raises(AttributeError) as missing:
            getattr(options, name)
        assert str(missing.value) == f"vllm_sdk.options has no '{name}': {hint}."


def ping() -> None:
    """Answer."""


FIRST: dict[str, tuple[Any, ...]] = {
    "chat": ([user("Hi")],),
    "generate_with_tools": ("Hi", [ping]),
    "stream_with_tools": ("Hi", [ping]),
}


@pytest.mark.parametrize("name", sorted(METHODS))
def test_the_error_names_the_method(name: str) -> None:
    with VLLM("http://nowhere.invalid") as client:
        call: Any = getattr(client, name)
        needed: Any = {"width": 2} if name == "beam_search" else {}
        for keyword, message in [
            ("response_model", "has no option 'response_model': use returns=MyType"),
            ("tempratur", "has no option 'tempratur': did you mean 'temperature'?"),
        ]:
            with pytest.raises(TypeError, match=re.escape(f"{name}() {message}")):
                call(*FIRST.get(name, ("Hi",)), **needed, **{keyword: 1})


async def test_the_error_names_the_method_of_a_coroutine() -> None:
    async with AsyncVLLM("http://nowhere.invalid") as client:
        call: Any = client.generate
        with pytest.raises(TypeError, match=r"^generate\(\) has no option 'max_retries': use max_"):
            await call("Hi", max_retries=3)


@pytest.mark.parametrize("name", sorted(NOT_EXPOSED.keys() - REPLACED.keys() - ARGUMENTS.keys()))
def test_a_field_that_is_no_option_says_why(name: str) -> None:
    with pytest.raises(TypeError, match=f"'{name}' is not an option: ") as raised:
        Options(**{name: 1})  # type: ignore[arg-type]
    assert NOT_EXPOSED[name] in str(raised.value)


def test_an_option_without_a_builder_says_how_it_is_written() -> None:
    with pytest.raises(AttributeError, match=r"'min_tokenz'$"):
        options.min_tokenz  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(AttributeError, match=r"write Options\(presence_penalty=…\)"):
        options.presence_penalty  # type: ignore[attr-defined]  # noqa: B018


def test_a_removed_field_in_extra_says_what_to_write() -> None:
    with pytest.warns(UnknownFieldWarning, match="Instead, use structured_outputs"):
        Options(extra={"guided_json": {}})
