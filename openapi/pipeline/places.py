"""Places in an OpenAPI document and their names: `schema Chat, field stop, option 2`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from .document import SCHEMA_LISTS, Document, Json, get_components, iter_operations

Path: TypeAlias = tuple[str | int, ...]

# Parts of a path that are not named for a reader.
_SILENT = {"anyOf", "oneOf", "allOf", "content", "parameters", "prefixItems", "responses"}
_WORDS = {
    "additionalProperties": "values",
    "items": "items",
    "requestBody": "body",
}
_NAMED = {"properties": "field", "patternProperties": "keys like", "responses": "answer"}
_NUMBERED = {"anyOf": "option", "oneOf": "option", "allOf": "part", "prefixItems": "item"}


def iter_places(document: Document) -> Iterator[tuple[Path, Json]]:
    """Yield every schema that describes a type, with its path, the outermost first.

    Conditions such as `not` are left out, because they do not give a type.
    """
    for route, operation in iter_operations(document):
        method, _, path = route.partition(" ")
        start: Path = ("paths", path, method.lower())
        for where, holder in _iter_holders(operation):
            if "schema" in holder:
                yield from _descend((*start, *where, "schema"), holder["schema"])
    for name, schema in get_components(document).items():
        yield from _descend(("components", "schemas", name), schema)


def _iter_holders(operation: Document) -> Iterator[tuple[Path, Document]]:
    for index, parameter in enumerate(operation.get("parameters", [])):
        yield ("parameters", index), parameter
    bodies: list[tuple[Path, Document]] = [(("requestBody",), operation.get("requestBody", {}))]
    bodies += [(("responses", code), r) for code, r in operation.get("responses", {}).items()]
    for where, body in bodies:
        for kind, media in body.get("content", {}).items():
            yield (*where, "content", kind), media


def _descend(path: Path, schema: Json) -> Iterator[tuple[Path, Json]]:
    yield path, schema
    if not isinstance(schema, dict):
        return
    for key in ("properties", "patternProperties"):
        if isinstance(schema.get(key), dict):
            for name, inner in schema[key].items():
                yield from _descend((*path, key, name), inner)
    for key in SCHEMA_LISTS:
        if isinstance(schema.get(key), list):
            for index, inner in enumerate(schema[key]):
                yield from _descend((*path, key, index), inner)
    for key in ("items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"):
        if key in schema:
            yield from _descend((*path, key), schema[key])


def name_place(path: Path, document: Document) -> str:
    """Name a place in words, without the parts of the path that the document does not have."""
    words: list[str] = []
    node: Json = document
    rest = list(path)
    if path[:1] == ("paths",) and len(path) > 1:
        method = str(path[2]).upper() + " " if len(path) > 2 else ""  # noqa: PLR2004
        words.append(f"{method}{path[1]}")
        node, rest = document["paths"][path[1]], rest[2:]
        node, rest = (node.get(rest[0]), rest[1:]) if rest else (node, rest)
    elif path[:2] == ("components", "schemas") and len(path) > 2:  # noqa: PLR2004
        words.append(f"schema {path[2]}")
        node, rest = get_components(document).get(str(path[2])), rest[3:]
    previous: str | int = ""
    for step in rest:
        inner = _follow_step(node, step)
        if inner is None:
            continue
        words.append(_describe_step(previous, step, inner))
        node, previous = inner, "" if previous in _NAMED else step
    return ", ".join(word for word in words if word)


def _follow_step(node: Json, step: str | int) -> Json:
    if isinstance(node, dict):
        return node.get(str(step))
    if isinstance(node, list) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _describe_step(previous: str | int, step: str | int, inner: Json) -> str:
    if previous in _NAMED:
        return f"{_NAMED[str(previous)]} {step}"
    if previous in _NUMBERED and isinstance(step, int):
        return f"{_NUMBERED[str(previous)]} {step + 1}"
    if previous == "parameters":
        name = inner.get("name", step) if isinstance(inner, dict) else step
        return f"parameter {name}"
    if previous == "content" or step in _SILENT or step in _NAMED or step == "schema":
        return ""
    return _WORDS.get(str(step), str(step))
