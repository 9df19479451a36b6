"""Signatures list every option, for completion; calls still go through the checks."""

import inspect
from typing import Any

import pytest

from clients import Connect
from vllm_sdk import VLLM, AsyncVLLM, CallSettings, Options
from vllm_sdk._sync.resources.server import Server
from vllm_sdk.options.hints import CALL_SETTINGS
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
    listed = {*OPTIONS, *CALL_SETTINGS}
    assert listed.isdisjoint(own)
    assert list(parameters) == [*own, *(name for name in parameters if name in listed)]
    assert parameters.keys() == {*own, *listed}
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


@pytest.mark.parametrize("method", [VLLM.list_models, Server.health, Server.check_version])
def test_other_methods_list_the_settings_of_a_call(method: Any) -> None:
    assert tuple(inspect.signature(method).parameters) == ("self", *CALL_SETTINGS)
    assert tuple(CallSettings.__annotations__) == tuple(CALL_SETTINGS)


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


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("generate", {"messages": []}, r"generate\(\) needs a prompt, as in generate\('…'\)"),
        ("stream", {}, r"stream\(\) needs a prompt"),
        ("chat", {"prompt": "Hi"}, r"chat\(\) needs messages, as in chat\(\[user\('…'\)\]\)"),
        ("complete", {}, r"complete\(\) needs a prompt, as in complete\('…'\)"),
        ("stream_completion", {}, r"stream_completion\(\) needs a prompt"),
        ("beam_search", {"width": 2}, r"beam_search\(\) needs a prompt"),
        ("generate_with_tools", {}, r"generate_with_tools\(\) needs a prompt"),
        ("stream_with_tools", {"prompt": "Hi"}, "tools is a list of functions"),
    ],
)
def test_a_call_without_its_first_argument_is_told_what_to_write(
    name: str, given: dict[str, Any], says: str
) -> None:
    with VLLM("http://127.0.0.1:1") as client, pytest.raises(TypeError, match=says):
        getattr(client, name)(**given)


async def test_a_coroutine_without_its_first_argument_is_told_what_to_write() -> None:
    async with AsyncVLLM("http://127.0.0.1:1") as client:
        call: Any = client.generate
        with pytest.raises(TypeError, match=r"^generate\(\) needs a prompt"):
            await call(messages=[])
