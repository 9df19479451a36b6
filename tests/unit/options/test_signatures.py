"""Signatures list every option, for completion; calls still go through the checks."""

import inspect
from typing import Any

import pytest

from clients import Connect
from vllm_sdk import VLLM, AsyncVLLM, Options
from vllm_sdk.options.names import OPTIONS
from vllm_sdk.options.signatures import list_options

METHODS = [
    "generate",
    "chat",
    "complete",
    "beam_search",
    "stream",
    "stream_completion",
    "generate_with_tools",
    "stream_with_tools",
]


@pytest.mark.parametrize("name", METHODS)
def test_a_method_lists_its_parameters_and_every_option(name: str) -> None:
    parameters = inspect.signature(getattr(VLLM, name)).parameters
    code = getattr(VLLM, name).__code__
    own = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    assert OPTIONS.isdisjoint(own)
    assert list(parameters) == [*own, *(name for name in parameters if name in OPTIONS)]
    assert parameters.keys() == {*own, *OPTIONS}
    assert parameters["temperature"].annotation == "float | None"
    assert parameters["temperature"].default is None


@pytest.mark.parametrize("name", METHODS)
def test_both_clients_list_the_same(name: str) -> None:
    there, here = getattr(AsyncVLLM, name), getattr(VLLM, name)
    assert str(inspect.signature(there)).replace("Async", "") == str(inspect.signature(here))


def test_no_method_hides_its_options() -> None:
    for name, method in inspect.getmembers(VLLM, inspect.isfunction):
        if not name.startswith("_"):
            kinds = {each.kind for each in inspect.signature(method).parameters.values()}
            assert inspect.Parameter.VAR_KEYWORD not in kinds, name


def test_a_bound_method_and_options_list_them_too() -> None:
    bound = inspect.signature(VLLM("localhost:1").generate).parameters
    assert next(iter(bound)) == "prompt"
    assert bound.keys() > OPTIONS
    assert inspect.signature(Options).parameters.keys() == OPTIONS


def test_a_listed_method_stays_what_it_was() -> None:
    assert inspect.iscoroutinefunction(AsyncVLLM.generate)
    assert not inspect.iscoroutinefunction(AsyncVLLM.stream)
    assert (inspect.getdoc(VLLM.generate) or "").startswith("Answer a prompt")


def test_an_unknown_option_still_raises_the_hint(connect: Connect) -> None:
    client: Any = connect("localhost:1")
    with pytest.raises(TypeError, match=r"generate\(\) has no option 'tempratur'.*'temperature'"):
        client.generate("Hi", tempratur=1)


def test_a_parameter_with_the_name_of_an_option_is_refused() -> None:
    def method(seed: int, **overrides: Any) -> None: ...

    with pytest.raises(ValueError, match="seed"):
        list_options(method)
