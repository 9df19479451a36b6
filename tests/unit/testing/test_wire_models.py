"""The generated models as a check of recorded answers."""

from __future__ import annotations

import copy
import inspect
import json
import re
from importlib import import_module
from typing import Any, get_args

import attrs
import pytest

from decoders import CAPTURED
from vllm_sdk.testing.wire_models import (
    MODELS,
    WireChanged,
    _check,
    _list_fields,
    check_fields,
    check_model,
)

CHAT: dict[str, Any] = json.loads(CAPTURED["chat"]["whole"])


def list_models(kind: Any) -> set[Any]:
    """Return the models of an annotation, with those that they contain."""
    if not attrs.has(kind):
        return set().union(*(list_models(part) for part in get_args(kind)))
    names, _, extra = _list_fields(kind)
    return {kind}.union(*(list_models(part) for part in [*names.values(), extra]))


def test_captured_answers_fit() -> None:
    seen = 0
    for kind, route in (("chat", "/v1/chat/completions"), ("completion", "/v1/completions")):
        for captured in (each for name, each in CAPTURED.items() if name.startswith(kind)):
            if "whole" in captured:
                check_fields(MODELS[route, False], json.loads(captured["whole"]))
            for event in captured["stream"].split("\n\n"):
                if event.startswith("data: {") and not event.startswith('data: {"error"'):
                    check_fields(MODELS[route, True], json.loads(event[6:]))
                    seen += 1
    assert seen > 10


def change(body: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a copy of JSON with another value at a path; None as the value removes it."""
    changed = copy.deepcopy(body)
    place = changed
    for step in path[:-1]:
        place = place[step]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("choices",), ..., "choices is missing"),
        (("choices",), 5, "choices is 5, not list"),
        (("choices", 0, "message"), ..., "choices[0].message is missing"),
        (("choices", 0, "index"), "0", "choices[0].index is '0', not int"),
        (("choices", 0, "message", "content"), 5, "choices[0].message.content is 5, not "),
        (("usage", "prompt_tokens"), True, "usage.prompt_tokens is True, not int"),
        (("usage", "prompt_tokens_details"), {"cached_tokens": "x"}, "cached_tokens is 'x', not"),
        (("object",), "text", "object is 'text', not 'chat.completion'"),
        (("model",), None, "model is None, not str"),
        (("prompt_token_ids",), [1, "2"], "prompt_token_ids[1] is '2', not int"),
        (("prompt_logprobs",), [{"7": {"logprob": "x"}}], "prompt_logprobs[0].7.logprob is 'x'"),
        (("prompt_logprobs",), [{"7": {"logprob": True}}], "logprob is True, not float"),
    ],
)
def test_a_field_that_does_not_fit_is_named(path: tuple[Any, ...], value: Any, said: str) -> None:
    with pytest.raises(WireChanged, match=re.escape(said)) as caught:
        check_fields("ChatCompletionResponse", change(CHAT, path, value))
    assert caught.value.path.endswith(said.split(maxsplit=1)[0])


def test_a_body_that_is_no_object_is_named() -> None:
    with pytest.raises(WireChanged, match=r"the body is \[\], not dict"):
        check_fields("ChatCompletionResponse", [])


def test_unknown_fields_are_ignored() -> None:
    check_fields("ChatCompletionResponse", CHAT | {"new": {"a": [1]}})


def test_a_value_of_a_mapping_is_named() -> None:
    _check(dict[str, int], {"a": 1}, "counts")
    with pytest.raises(WireChanged, match=r"counts\.b is 'x', not int"):
        _check(dict[str, int], {"a": 1, "b": "x"}, "counts")


def test_numbers_may_be_whole() -> None:
    check_fields(
        "ChatCompletionResponse", change(CHAT, ("prompt_logprobs",), [None, {"7": {"logprob": -1}}])
    )


@pytest.mark.parametrize("name", sorted({*MODELS.values()}))
def test_fields_have_their_names_on_the_wire(name: str) -> None:
    for model in list_models(getattr(import_module("vllm_api.models"), name)):
        read = set(re.findall(r'\bd\.pop\(\s*"([^"]+)"', inspect.getsource(model.from_dict)))
        names, required, _ = _list_fields(model)
        assert set(names) == read
        assert set(required) <= read


def test_every_model_of_a_route_exists() -> None:
    for name in MODELS.values():
        with pytest.raises(WireChanged):
            check_model(name, {"data": 5, "choices": 5, "tokens": 5})
