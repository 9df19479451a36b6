"""Arguments under a schema that the developer writes, and raw arguments."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, cast

from vllm_sdk._structured.introspection.arguments import Arguments
from vllm_sdk._tools.schemas import check_references
from vllm_sdk._tools.signatures import get_signature, remove_parameters
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import Schema

_ANY_OBJECT: Schema = {"type": "object"}


def build_arguments(
    function: Callable[..., Any],
    name: str,
    schema: Mapping[str, Any] | None,
    *,
    raw_arguments: bool,
    injected: Collection[str] = (),
) -> Arguments:
    """Build the arguments of a tool that does not take them from its signature.

    Raises:
        RequestInvalid: The schema is not the schema of an object, or the function can't be called
            with its properties.
        TypeError: The schema is not a dict.
    """
    signature = remove_parameters(get_signature(function, name), injected)
    stated = _ANY_OBJECT if schema is None else _check_schema(name, schema)
    if raw_arguments:
        _check_one_text(signature, name)
    else:
        _check_callable(signature, name, stated)
        _check_hidden(stated, name, injected)
    try:
        return Arguments.from_schema(stated)
    except RequestInvalid as error:
        raise RequestInvalid(f"{name}: {error.message}") from None


def _check_schema(name: str, schema: object) -> Schema:
    if not isinstance(schema, Mapping):
        raise TypeError(f"{name}: schema is a JSON Schema (a dict), not {schema!r}")
    try:
        kept: Schema = json.loads(json.dumps(dict(cast("Mapping[str, Any]", schema))))
    except (TypeError, ValueError, RecursionError) as error:
        raise RequestInvalid(f"{name}: the schema can't be written as JSON: {error}") from None
    if kept.get("type") != "object" or not isinstance(kept.get("properties", {}), dict):
        raise RequestInvalid(
            f"{name}: the schema is not one of an object: write "
            '{"type": "object", "properties": {…}, "required": […]}.'
        )
    check_references(name, kept)
    return kept


def _check_one_text(signature: inspect.Signature, name: str) -> None:
    """Refuse a raw tool that can't be called with one argument by name."""
    required = [
        each.name
        for each in signature.parameters.values()
        if each.kind in _BY_NAME and each.default is each.empty
    ]
    by_name = [each.kind in _BY_NAME for each in signature.parameters.values()]
    if by_name[:1] != [True] or required not in ([], [next(iter(signature.parameters))]):
        raise RequestInvalid(
            f"{name}: a raw tool takes one argument, the JSON text: "
            "write def f(arguments: str), others with defaults."
        )


def _check_callable(signature: inspect.Signature, name: str, schema: Schema) -> None:
    """Refuse a schema whose names are not parameters of the function."""
    for names in (schema.get("properties", {}), schema.get("required", ())):
        try:
            signature.bind_partial(**dict.fromkeys(names))
        except TypeError as error:
            raise RequestInvalid(
                f"{name}: the function can't be called with what the schema says: {error}."
            ) from None


def _check_hidden(schema: Schema, name: str, injected: Collection[str]) -> None:
    """Refuse a schema that shows an injected parameter to the model."""
    for each in injected:
        if each in schema.get("properties", {}) or each in schema.get("required", ()):
            raise RequestInvalid(
                f"{name}({each}) is injected, which hides it from the model: "
                "leave it out of the schema."
            )


_BY_NAME = {inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY}
