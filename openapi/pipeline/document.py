"""OpenAPI documents as plain values: reading, writing and walking them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = Any
Document: TypeAlias = dict[str, Any]

# Where a schema holds other schemas: by name, in a list, or one.
SCHEMA_MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
SCHEMA_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
SCHEMA_SLOTS = (
    *("items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"),
    *("propertyNames", "contains", "not", "if", "then", "else"),
)
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
SCHEMAS = "#/components/schemas/"


class PipelineError(Exception):
    """A step cannot go on; the message is the one line that the person running make reads."""


def read(path: Path) -> Document:
    """Read a committed document."""
    try:
        document = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise PipelineError(f"{path} is missing: restore it with git, or run `make spec`") from None
    except json.JSONDecodeError as error:
        raise PipelineError(f"{path} is not JSON: {error}") from None
    if not isinstance(document, dict):
        raise PipelineError(f"{path} holds no JSON object")
    return document


def dump(document: Json) -> str:
    """Write JSON so that two versions compare line by line: sorted keys, one value a line."""
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def operations(document: Document) -> Iterator[tuple[str, Document]]:
    """Yield (`"POST /v1/models"`, operation), in the order of the document."""
    for path, item in document.get("paths", {}).items():
        for method, operation in item.items():
            if method in METHODS:
                yield f"{method.upper()} {path}", operation


def operation_at(document: Document, route: str) -> Document | None:
    """Find the operation of a route written as `"POST /v1/models"`."""
    method, _, path = route.partition(" ")
    operation: Document | None = document.get("paths", {}).get(path, {}).get(method.lower())
    return operation


def components(document: Document) -> dict[str, Document]:
    """Give the named schemas of a document."""
    schemas: dict[str, Document] = document.get("components", {}).get("schemas", {})
    return schemas


def references(node: Json) -> Iterator[str]:
    """Yield the component names that a piece of a document refers to, directly."""
    if isinstance(node, dict):
        target = node.get("$ref")
        if isinstance(target, str) and target.startswith(SCHEMAS):
            yield target.removeprefix(SCHEMAS)
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def reachable(node: Json, schemas: Mapping[str, Document]) -> set[str]:
    """Collect the components that a piece of a document refers to, directly or through others."""
    seen: set[str] = set()
    todo = list(references(node))
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(references(schemas.get(name, {})))
    return seen


def is_used(name: str, document: Document) -> bool:
    """Say whether anything but a component itself refers to it."""
    return any(
        name in references(part)
        for key, part in ({"paths": document.get("paths")} | components(document)).items()
        if key != name
    )


def renamed(document: Document, names: Mapping[str, str]) -> Document:
    """Copy a document, or a piece of one, with its references renamed."""
    copy: Document = _renamed(document, names)
    return copy


def _renamed(node: Json, names: Mapping[str, str]) -> Json:
    if isinstance(node, dict):
        copy = {key: _renamed(value, names) for key, value in node.items()}
        target = node.get("$ref")
        if isinstance(target, str) and target.startswith(SCHEMAS):
            name = target.removeprefix(SCHEMAS)
            copy["$ref"] = SCHEMAS + names.get(name, name)
        # A discriminator names its components in a mapping, without the word $ref.
        mapping = node.get("mapping")
        if isinstance(mapping, dict) and isinstance(node.get("propertyName"), str):
            copy["mapping"] = {
                key: SCHEMAS + names.get(name := str(value).removeprefix(SCHEMAS), name)
                for key, value in mapping.items()
            }
        return copy
    if isinstance(node, list):
        return [_renamed(value, names) for value in node]
    return node


def each_schema(document: Document, rule: Callable[[Document], Document]) -> Document:
    """Apply a rule to every schema of a document, the innermost first.

    Only schemas: a property that is called `title` or `default` is not touched.
    """
    for holder in schema_holders(document):
        holder["schema"] = _inside_out(holder["schema"], rule)
    schemas = components(document)
    for name, schema in schemas.items():
        schemas[name] = _inside_out(schema, rule)
    return document


def schema_holders(document: Document) -> list[Document]:
    """List the parameters and bodies of all operations that have a schema."""
    holders: list[Document] = []
    for _, operation in operations(document):
        holders.extend(operation.get("parameters", []))
        for body in (operation.get("requestBody", {}), *operation.get("responses", {}).values()):
            holders.extend(body.get("content", {}).values())
    return [holder for holder in holders if "schema" in holder]


def _inside_out(schema: Json, rule: Callable[[Document], Document]) -> Json:
    if not isinstance(schema, dict):
        return schema
    result = dict(schema)
    for key in SCHEMA_MAPS:
        if isinstance(result.get(key), dict):
            result[key] = {name: _inside_out(inner, rule) for name, inner in result[key].items()}
    for key in SCHEMA_LISTS:
        if isinstance(result.get(key), list):
            result[key] = [_inside_out(inner, rule) for inner in result[key]]
    for key in SCHEMA_SLOTS:
        if key in result:
            result[key] = _inside_out(result[key], rule)
    return rule(result)
