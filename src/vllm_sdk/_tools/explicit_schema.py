"""Arguments under a schema that the developer gives, and raw ones."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from typing import Any, cast

from vllm_sdk._structured.introspection.arguments import Arguments
from vllm_sdk._tools.schemas import check_references
from vllm_sdk._tools.signatures import get_signature
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import Schema

_ANY_OBJECT: Schema = {"type": "object"}


def build_arguments(
    function: Callable[..., Any],
    name: str,
    schema: Mapping[str, Any] | None,
    *,
    raw_arguments: bool,
) -> Arguments:
    """The arguments of a tool that does not take them from its signature.

    Raises:
        RequestInvalid: a schema of something else than an object, or one that the function can't
            be called by.
        TypeError: the schema is no dict.
    """
    signature = get_signature(function, name)
    stated = _ANY_OBJECT if schema is None else _check_schema(name, schema)
    if raw_arguments:
        _check_one_text(signature, name)
    else:
        _check_callable(signature, name, stated)
    try:
        return Arguments.plain(stated)
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
    """Refuse a raw tool that can't be given one argument by name."""
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
    """Refuse a schema whose names are not the function's."""
    for names in (schema.get("properties", {}), schema.get("required", ())):
        try:
            signature.bind_partial(**dict.fromkeys(names))
        except TypeError as error:
            raise RequestInvalid(
                f"{name}: the function can't be called with what the schema says: {error}."
            ) from None


_BY_NAME = {inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY}
