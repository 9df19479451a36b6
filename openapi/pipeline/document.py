"""Read, write and walk OpenAPI documents as plain values."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = Any
Document: TypeAlias = dict[str, Any]

# The keywords of a schema whose values are other schemas: by name, in a list, or a single one.
SCHEMA_MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
SCHEMA_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
SCHEMA_SLOTS = (
    *("items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"),
    *("propertyNames", "contains", "not", "if", "then", "else"),
)
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
SCHEMAS = "#/components/schemas/"


class PipelineError(Exception):
    """A step cannot continue; the message is the one line that make prints."""


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
    """Return JSON whose versions can be compared line by line: sorted keys, one value per line."""
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def iter_operations(document: Document) -> Iterator[tuple[str, Document]]:
    """Yield (`"POST /v1/models"`, operation), in the order of the document."""
    for path, item in document.get("paths", {}).items():
        for method, operation in item.items():
            if method in METHODS:
                yield f"{method.upper()} {path}", operation


def find_operation(document: Document, route: str) -> Document | None:
    """Return the operation of a route written as `"POST /v1/models"`, or None."""
    method, _, path = route.partition(" ")
    operation: Document | None = document.get("paths", {}).get(path, {}).get(method.lower())
    return operation


def get_components(document: Document) -> dict[str, Document]:
    """Return the named schemas of a document."""
    schemas: dict[str, Document] = document.get("components", {}).get("schemas", {})
    return schemas


def iter_references(node: Json) -> Iterator[str]:
    """Yield the names of the components that a part of a document refers to directly."""
    if isinstance(node, dict):
        target = node.get("$ref")
        if isinstance(target, str) and target.startswith(SCHEMAS):
            yield target.removeprefix(SCHEMAS)
        for value in node.values():
            yield from iter_references(value)
    elif isinstance(node, list):
        for value in node:
            yield from iter_references(value)


def find_reachable(node: Json, schemas: Mapping[str, Document]) -> set[str]:
    """Collect the components that a part of a document refers to, directly or through others."""
    seen: set[str] = set()
    todo = list(iter_references(node))
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(iter_references(schemas.get(name, {})))
    return seen


def is_used(name: str, document: Document) -> bool:
    """Return whether anything but a component itself refers to the component."""
    return any(
        name in iter_references(part)
        for key, part in ({"paths": document.get("paths")} | get_components(document)).items()
        if key != name
    )


def rename_references(document: Document, names: Mapping[str, str]) -> Document:
    """Return a copy of a document, or of a part of one, with renamed references."""
    copy: Document = _rename_in(document, names)
    return copy


def _rename_in(node: Json, names: Mapping[str, str]) -> Json:
    if isinstance(node, dict):
        copy = {key: _rename_in(value, names) for key, value in node.items()}
        target = node.get("$ref")
        if isinstance(target, str) and target.startswith(SCHEMAS):
            name = target.removeprefix(SCHEMAS)
            copy["$ref"] = SCHEMAS + names.get(name, name)
        # A discriminator names its components in a mapping, without `$ref`.
        mapping = node.get("mapping")
        if isinstance(mapping, dict) and isinstance(node.get("propertyName"), str):
            copy["mapping"] = {
                key: SCHEMAS + names.get(name := str(value).removeprefix(SCHEMAS), name)
                for key, value in mapping.items()
            }
        return copy
    if isinstance(node, list):
        return [_rename_in(value, names) for value in node]
    return node


def rewrite_schemas(document: Document, rule: Callable[[Document], Document]) -> Document:
    """Apply a rule to every schema of a document, the innermost first.

    A property with the name `title` or `default` is not a schema keyword, and is not changed.
    """
    for holder in list_schema_holders(document):
        holder["schema"] = _rewrite_inside_out(holder["schema"], rule)
    schemas = get_components(document)
    for name, schema in schemas.items():
        schemas[name] = _rewrite_inside_out(schema, rule)
    return document


def list_schema_holders(document: Document) -> list[Document]:
    """List the parameters and bodies of all operations that have a schema."""
    holders: list[Document] = []
    for _, operation in iter_operations(document):
        holders.extend(operation.get("parameters", []))
        for body in (operation.get("requestBody", {}), *operation.get("responses", {}).values()):
            holders.extend(body.get("content", {}).values())
    return [holder for holder in holders if "schema" in holder]


def _rewrite_inside_out(schema: Json, rule: Callable[[Document], Document]) -> Json:
    if not isinstance(schema, dict):
        return schema
    result = dict(schema)
    for key in SCHEMA_MAPS:
        if isinstance(result.get(key), dict):
            result[key] = {
                name: _rewrite_inside_out(inner, rule) for name, inner in result[key].items()
            }
    for key in SCHEMA_LISTS:
        if isinstance(result.get(key), list):
            result[key] = [_rewrite_inside_out(inner, rule) for inner in result[key]]
    for key in SCHEMA_SLOTS:
        if key in result:
            result[key] = _rewrite_inside_out(result[key], rule)
    return rule(result)
