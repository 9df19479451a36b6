"""Refuse a document whose parts are not of OpenAPI's kinds, before a rule reads it."""

from __future__ import annotations

from collections.abc import Iterator

from .constructs import TYPES
from .document import (
    METHODS,
    SCHEMA_LISTS,
    SCHEMA_MAPS,
    SCHEMA_SLOTS,
    Document,
    Json,
    PipelineError,
)


def expect_document(document: Document) -> None:
    """Refuse a document whose parts are not of OpenAPI's kinds.

    Raises:
        PipelineError: The message names a place and the error.
    """
    first = next(_find_misshapen(document), None)
    if first:
        raise PipelineError(first)


def _find_misshapen(document: Document) -> Iterator[str]:
    for name in ("paths", "components", "info"):
        if not isinstance(document.get(name, {}), dict):
            yield f"{name}: not an object"
            return
    for path, item in document.get("paths", {}).items():
        yield from _find_misshapen_path(path, item)
    shared = document.get("components", {})
    for kind, parts in shared.items():
        if not isinstance(parts, dict):
            yield f"components.{kind}: not an object"
            return
    for name, schema in shared.get("schemas", {}).items():
        yield from _find_misshapen_schema(f"schema {name}", schema)


def _find_misshapen_path(path: str, item: Json) -> Iterator[str]:
    if not isinstance(item, dict):
        yield f"{path}: not an object"
        return
    if not path.startswith("/"):
        yield f"{path}: a path begins with a slash"
    if not _are_objects(item.get("parameters", [])):
        yield f"{path}: its parameters are not a list of objects"
    for method in METHODS:
        if method in item:
            yield from _find_misshapen_operation(f"{method.upper()} {path}", item[method])


def _are_objects(parts: Json) -> bool:
    return isinstance(parts, list) and all(isinstance(part, dict) for part in parts)


def _find_misshapen_operation(route: str, operation: Json) -> Iterator[str]:
    if not isinstance(operation, dict):
        yield f"{route}: not an object"
        return
    parameters, responses = operation.get("parameters", []), operation.get("responses", {})
    if not isinstance(operation.get("operationId", ""), str):
        yield f"{route}: its operationId is not a text"
    if not _are_objects(parameters):
        yield f"{route}: its parameters are not a list of objects"
        return
    if not isinstance(responses, dict):
        yield f"{route}: its responses are not an object"
        return
    holders = [(f"parameter {each.get('name', '?')}", each) for each in parameters]
    bodies = [("body", operation.get("requestBody", {}))]
    bodies += [(f"answer {code}", response) for code, response in responses.items()]
    for name, body in bodies:
        content = body.get("content", {}) if isinstance(body, dict) else None
        if not isinstance(content, dict) or not _are_objects(list(content.values())):
            yield f"{route}, {name}: not an object with a content by media type"
            return
        holders += [(name, media) for media in content.values()]
    for name, holder in holders:
        if "schema" in holder:
            yield from _find_misshapen_schema(f"{route}, {name}", holder["schema"])


def _find_misshapen_schema(place: str, schema: Json) -> Iterator[str]:
    """Check all places of a schema, because rules rely on the kinds of lists and objects."""
    if isinstance(schema, bool):
        return
    if not isinstance(schema, dict):
        yield f"{place}: a schema is an object, true or false, not {_name_kind(schema)}"
        return
    yield from _find_misshapen_keywords(place, schema)
    for key, kind, words in ((SCHEMA_MAPS, dict, "an object"), (SCHEMA_LISTS, list, "a list")):
        for wrong in (each for each in key if not isinstance(schema.get(each, kind()), kind)):
            yield f"{place}: {wrong} is not {words}"
            return
    for word, inner in _iter_children(schema):
        yield from _find_misshapen_schema(f"{place}, {word}", inner)


def _iter_children(schema: Document) -> Iterator[tuple[str, Json]]:
    for key in SCHEMA_MAPS:
        word = "field" if key == "properties" else key
        yield from ((f"{word} {name}", each) for name, each in schema.get(key, {}).items())
    for key in SCHEMA_LISTS:
        yield from ((f"{key} {n}", each) for n, each in enumerate(schema.get(key, []), 1))
    for key in SCHEMA_SLOTS:
        if key in schema and not (key == "items" and _is_old_tuple(schema[key])):
            yield key, schema[key]


def _is_old_tuple(items: Json) -> bool:
    return isinstance(items, list) and all(isinstance(each, dict | bool) for each in items)


def _find_misshapen_keywords(place: str, schema: Document) -> Iterator[str]:
    for key in ("anyOf", "oneOf", "allOf"):
        if schema.get(key) == []:
            yield f"{place}: {key} is an empty list"
    if "$ref" in schema and not isinstance(schema["$ref"], str):
        yield f"{place}: $ref is not a text"
    if "enum" in schema and (not isinstance(schema["enum"], list) or not schema["enum"]):
        yield f"{place}: enum is not a list of values, or an empty one"
    if not isinstance(schema.get("description", ""), str):
        yield f"{place}: description is not a text"
    required = schema.get("required", [])
    if not isinstance(required, list) or not all(isinstance(name, str) for name in required):
        yield f"{place}: required is not a list of names"
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        wrong = [kind for kind in kinds if kind not in TYPES]
        if wrong or not kinds:
            said = ", ".join(_write_value(kind) for kind in wrong) or "an empty list"
            yield f"{place}: type {said} is none of {', '.join(TYPES)}"


def _write_value(value: Json) -> str:
    return value if isinstance(value, str) else _name_kind(value)


def _name_kind(value: Json) -> str:
    kinds = {str: "a text", list: "a list", dict: "an object", type(None): "null"}
    return kinds.get(type(value), "a number" if not isinstance(value, bool) else "a truth value")
