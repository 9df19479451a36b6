"""Rules that make named classes of schemas written inside other schemas."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from . import naming
from .combinations import find_target, is_class
from .document import (
    SCHEMAS,
    Document,
    Json,
    PipelineError,
    get_components,
    is_used,
    rewrite_schemas,
)

_Visit = Callable[[str, Document], Document]
_FREE = "JsonObject"
_FREE_OBJECT = {"additionalProperties": True, "description": "Any JSON object.", "type": "object"}


def share_free_objects(document: Document) -> Document:
    """Replace every object without declared fields by a reference to one class.

    The generator would write a class for each of them, about 150 equal classes with names such as
    `ChatCompletionRequestChatTemplateKwargsType0`.
    """
    schemas = get_components(document)
    if schemas.get(_FREE, _FREE_OBJECT) != _FREE_OBJECT:
        raise PipelineError(f"the spec has a schema of its own called {_FREE}: choose another name")

    def rule(schema: Document) -> Document:
        if _is_free_object(schema):
            return _point_to(_FREE, schema)
        return schema

    # A component without declared fields keeps the name that vLLM gave it.
    named = {name: schema for name, schema in schemas.items() if _is_free_object(schema)}
    document = rewrite_schemas(document, rule)
    get_components(document).update(named)
    if get_components(document) and is_used(_FREE, document):
        get_components(document)[_FREE] = dict(_FREE_OBJECT)
    return document


def name_inline_classes(document: Document) -> Document:
    """Name the enums and objects inside unions and lists by class and field: `{Class}{Field}`.

    The generator numbers them, `ReasoningEffortType0`, and the number changes when vLLM inserts an
    alternative.
    """
    schemas = get_components(document)
    todo = sorted(schemas)
    while todo:
        owner = todo.pop()
        if not is_class(schemas[owner]):
            schemas[owner] = _name_objects(schemas[owner], owner, schemas, todo)
        fields = schemas[owner].get("properties", {})
        found: list[str] = []

        def count(title: str, schema: Document, found: list[str] = found) -> Document:
            found.append(title)
            return schema

        def name(title: str, schema: Document, found: list[str] = found) -> Document:
            # Two alternatives of one field would get the same name, so they stay as they are.
            if found.count(title) > 1 or title in schemas:
                return schema
            schemas[title] = schema
            todo.append(title)
            return {"$ref": SCHEMAS + title}

        for visit in (count, name):
            named = {
                key: _visit_inline(field, owner + naming.to_pascal(key), visit)
                for key, field in fields.items()
            }
        if fields:
            schemas[owner] = schemas[owner] | {"properties": named}
    return document


def _is_free_object(schema: Document) -> bool:
    return (
        schema.get("type") == "object"
        and schema.get("additionalProperties", True) in (True, {})
        and not schema.keys() - {"type", "additionalProperties", "description"}
    )


def _point_to(name: str, schema: Document) -> Document:
    """Return a reference to a class that keeps the description, which a `$ref` alone cannot."""
    reference = {"$ref": SCHEMAS + name}
    if "description" in schema:
        return {"allOf": [reference], "description": schema["description"]}
    return reference


def _name_objects(schema: Json, title: str, schemas: Document, todo: list[str]) -> Json:
    """Replace every object inside a component that is not a class.

    The generator makes such objects twice, and then refuses the second. It does the same with the
    objects inside a class that such a component refers to with a description beside the reference.
    """
    if not isinstance(schema, dict):
        return schema
    name = find_target(schema)
    if name is not None:
        return {"$ref": SCHEMAS + name}
    result = dict(schema)
    for key in ("anyOf", "oneOf"):
        if key in result:
            result[key] = [_name_object(each, title, schemas, todo) for each in result[key]]
    if "items" in result:
        result["items"] = _name_object(result["items"], title + "Item", schemas, todo)
    return result


def _name_object(schema: Json, title: str, schemas: Document, todo: list[str]) -> Json:
    if not is_class(schema):
        return _name_objects(schema, title, schemas, todo)
    numbered = itertools.chain(
        [f"{title}Object"], (f"{title}Object{n}" for n in itertools.count(2))
    )
    name = naming.choose_free_name(numbered, schemas)
    schemas[name] = schema
    todo.append(name)
    return {"$ref": SCHEMAS + name}


def _visit_inline(field: Json, title: str, visit: _Visit, *, inside: bool = False) -> Json:
    """Replace the classes inside a field, but not the field itself, which has a good name."""
    if not isinstance(field, dict) or "$ref" in field:
        return field
    if inside and ("enum" in field or field.get("type") == "object"):
        return visit(title, field)
    result = dict(field)
    for key in ("anyOf", "oneOf"):
        if key in field:
            result[key] = [_visit_inline(each, title, visit, inside=True) for each in field[key]]
    if "items" in field:
        result["items"] = _visit_inline(field["items"], title + "Item", visit, inside=True)
    if "properties" in field:
        result["properties"] = {
            name: _visit_inline(inner, title + naming.to_pascal(name), visit)
            for name, inner in field["properties"].items()
        }
    return result
