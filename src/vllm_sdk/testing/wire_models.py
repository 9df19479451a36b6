"""The generated models as a check of what a server sends, or of what a test has recorded."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from vllm_api.types import Unset

MODELS: Mapping[tuple[str, bool], str] = {
    ("/v1/chat/completions", False): "ChatCompletionResponse",
    ("/v1/chat/completions", True): "ChatCompletionStreamResponse",
    ("/v1/completions", False): "CompletionResponse",
    ("/v1/completions", True): "CompletionStreamResponse",
    ("/v1/embeddings", False): "EmbeddingResponse",
    ("/v1/models", False): "ModelList",
    ("/classify", False): "ClassificationResponse",
    ("/score", False): "ScoreResponse",
    ("/rerank", False): "RerankResponse",
    ("/tokenize", False): "TokenizeResponse",
    ("/detokenize", False): "DetokenizeResponse",
}
"""The classes in `vllm_api.models` of replies (False) and of chunks of streams (True)."""


class WireChanged(ValueError):
    """JSON that is not of the form of the generated model.

    Attributes:
        path: The field, such as `choices[0].message`; empty if the whole body is meant.
    """

    def __init__(self, message: str, path: str = "") -> None:
        """Store the message and the field."""
        super().__init__(message)
        self.path = path


def check_model(name: str, body: Mapping[str, Any]) -> None:
    """Check that a generated model can be built from JSON.

    Args:
        name: The name of the class in `vllm_api.models`.
        body: The JSON.

    Raises:
        WireChanged: It cannot; a field is missing, or has another form.
    """
    model = getattr(import_module("vllm_api.models"), name)
    try:
        model.from_dict(body)
    except KeyError as error:
        raise WireChanged(f"{name} without the field {error}") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise WireChanged(f"{name} of another form: {type(error).__name__}: {error}") from None


def check_fields(name: str, body: object) -> None:
    """Check each field of JSON, at any depth, against the types of a generated model.

    Fields that the model does not have are ignored.

    Args:
        name: The name of the class in `vllm_api.models`.
        body: The JSON.

    Raises:
        WireChanged: A field is missing or has a value of another type; the message has its path.
    """
    _check(getattr(import_module("vllm_api.models"), name), body, "")


def _check(expected: Any, value: object, path: str) -> None:
    """Check a value against an annotation of a generated model."""
    origin, parts = get_origin(expected), get_args(expected)
    if expected is Any:
        return
    if origin in (Union, types.UnionType):
        _check_union(parts, value, path)
    elif origin is Literal:
        if not any(value == part and type(value) is type(part) for part in parts):
            raise _mismatch(path, value, _name(expected))
    elif origin in (list, dict):
        for place, item in _list_items(_require(origin, value, path), path):
            _check(parts[-1], item, place)
    elif attrs.has(expected):
        _check_model(expected, value, path)
    else:
        _require((int, float) if expected is float else expected, value, path)


def _list_items(value: list[Any] | dict[str, Any], path: str) -> Iterator[tuple[str, Any]]:
    """Yield the items of a list or an object, each with its path."""
    if isinstance(value, list):
        yield from ((f"{path}[{number}]", item) for number, item in enumerate(value))
    else:
        yield from ((_join(path, name), item) for name, item in value.items())


def _check_union(parts: tuple[Any, ...], value: object, path: str) -> None:
    problems: list[WireChanged] = []
    for part in parts:
        try:
            _check(part, value, path)
        except WireChanged as problem:
            problems.append(problem)
        else:
            return
    # The part that fits best fails deepest inside the value.
    deepest = max(problems, key=lambda problem: len(problem.path))
    if len(deepest.path) > len(path):
        raise deepest
    raise _mismatch(path, value, " or ".join(map(_name, parts)))


def _check_model(model: type, value: object, path: str) -> None:
    """Check an object against an attrs class."""
    names, required, extra = _list_fields(model)
    given = _require(dict, value, path)
    for name in required:
        if name not in given:
            raise WireChanged(f"{_join(path, name)} is missing", _join(path, name))
    for name, item in given.items():
        _check(names.get(name, extra), item, _join(path, name))


@cache
def _list_fields(model: type) -> tuple[dict[str, Any], list[str], Any]:
    """Return the types of a model's fields, the required ones, and the type of all others."""
    hints = get_type_hints(model, vars(import_module(model.__module__)), _Names())
    fields = {each.name: each for each in attrs.fields(model)}
    more = hints.pop("additional_properties", dict[str, Any])
    names = {name.removesuffix("_"): hint for name, hint in hints.items() if name in fields}
    required = [
        name.removesuffix("_") for name, each in fields.items() if each.default is attrs.NOTHING
    ]
    return names, required, get_args(more)[1]


class _Names(dict[str, Any]):
    """The models by name, for annotations that are imported for type checkers alone."""

    def __missing__(self, name: str) -> Any:
        try:
            return getattr(import_module("vllm_api.models"), name)
        except AttributeError:
            raise KeyError(name) from None


def _require(kind: Any, value: object, path: str) -> Any:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise _mismatch(path, value, "float" if kind == (int, float) else _name(kind))
    return value


def _name(kind: Any) -> str:
    if kind is types.NoneType:
        return "null"
    if get_origin(kind) is Literal:
        return " or ".join(map(repr, get_args(kind)))
    return "absent" if kind is Unset else str(getattr(kind, "__name__", kind))


def _mismatch(path: str, value: object, expected: str) -> WireChanged:
    return WireChanged(f"{path or 'the body'} is {value!r:.80}, not {expected}", path)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
