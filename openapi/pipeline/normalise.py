"""Make vLLM's spec one that the generator understands and people like to read.

`normalise` is a pure function, a chain of rules; each is a function of its own and says why it is
there. Running it on its own result changes nothing.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Collection

from . import naming
from .document import (
    SCHEMAS,
    Document,
    Json,
    PipelineError,
    components,
    each_schema,
    operations,
    references,
    renamed,
)

Rule = Callable[[Document], Document]
_Visit = Callable[[str, Document], Document]

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_BYTES = "application/octet-stream"
_INT64 = 2**63
_FREE = "JsonObject"
_FREE_OBJECT = {"additionalProperties": True, "description": "Any JSON object.", "type": "object"}
_VALIDATION = "HTTPValidationError"


def normalise(document: Document, *, without: Collection[Rule] = ()) -> Document:
    """Apply every rule, in order, to a copy; some can be left out to look at what they hide."""
    result = copy.deepcopy(document)
    for rule in RULES:
        if rule not in without:
            result = rule(result)
    return result


def name_the_api(document: Document) -> Document:
    """Call the API vLLM: FastAPI calls every API FastAPI, and the bindings' docstring says so."""
    info = document.get("info", {})
    if info.get("title") == "FastAPI":
        info["title"] = "vLLM"
    return document


def name_operations(document: Document) -> Document:
    """Name operations after vLLM's handlers, and FastAPI's bodies after the operations.

    `create_chat_completion_v1_chat_completions_post` would become a module and a function.
    """
    given = {
        route: str(operation.get("operationId") or naming.fallback(route))
        for route, operation in operations(document)
    }
    document = _rename(document, naming.body_names(given))
    names = naming.operation_names(given)
    for route, operation in operations(document):
        operation["operationId"] = names[route]
    return document


def tag_by_path(document: Document) -> Document:
    """Tag operations by path: nearly all have no tag, and would share the package `default`."""
    for route, operation in operations(document):
        operation["tags"] = [naming.tag(route.partition(" ")[2])]
    return document


def shorten_class_names(document: Document) -> Document:
    """Drop modules from schema names, which would be part of every class's name."""
    return _rename(document, naming.class_names(components(document)))


def drop_titles(document: Document) -> Document:
    """Drop titles: the generator names classes by them, and 62 titles stand for several schemas.

    It then skips all but the first, and with them the operations that need the others.
    """
    return each_schema(document, lambda schema: _without(schema, "title"))


def drop_defaults(document: Document) -> Document:
    """Drop defaults: the bindings would send them, and a default sent is a choice made.

    `ChatCompletionRequest(messages=…)` alone would carry 24 fields, among them a `tool_choice` that
    turns tools off. The server knows its own defaults.
    """
    return each_schema(document, lambda schema: _without(schema, "default"))


def drop_bounds_beyond_int64(document: Document) -> Document:
    """Drop the bounds of 64-bit integers: as JSON numbers they round to 9.2e18, beyond the type."""

    def rule(schema: Document) -> Document:
        return {
            key: value
            for key, value in schema.items()
            if not (
                key in ("minimum", "maximum")
                and isinstance(value, int | float)
                and abs(value) >= _INT64 - 1
            )
        }

    return each_schema(document, rule)


def mark_files(document: Document) -> Document:
    """Mark uploads as binary: the generator knows `format`, FastAPI writes `contentMediaType`."""

    def rule(schema: Document) -> Document:
        if schema.get("contentMediaType") == _BYTES:
            return _without(schema, "contentMediaType") | {"format": "binary"}
        return schema

    return each_schema(document, rule)


def send_files_as_multipart(document: Document) -> Document:
    """Send forms with a file as multipart: the audio routes declare a form that holds no file."""
    for _, operation in operations(document):
        content = operation.get("requestBody", {}).get("content", {})
        if _FORM in content and _has_file(content[_FORM]["schema"], document):
            content[_MULTIPART] = content.pop(_FORM)
    return document


def report_validation_errors_as_400(document: Document) -> Document:
    """Replace FastAPI's 422: vLLM answers a refused request with 400 and its own error body."""
    error = "ErrorResponse"
    for _, operation in operations(document):
        responses = operation.get("responses", {})
        if _VALIDATION in set(references(responses.get("422"))):
            del responses["422"]
            if error in components(document):
                schema = {"$ref": f"#/components/schemas/{error}"}
                content = {"application/json": {"schema": schema}}
                responses.setdefault("400", {"description": "Bad Request", "content": content})
    for name in (_VALIDATION, "ValidationError"):
        if not _is_used(name, document):
            components(document).pop(name, None)
    return document


def tell_apart_in_lower_case(document: Document) -> Document:
    """Number the classes whose names differ in capitals only, `ImageURL` and `ImageUrl`.

    Each class gets a module in lower case, and the second would silently replace the first.
    """
    seen: Counter[str] = Counter()
    names = {}
    for name in sorted(components(document)):
        module = name.lower().replace("_", "")
        seen[module] += 1
        if seen[module] > 1:
            names[name] = f"{name}{seen[module]}"
    return _rename(document, names)


def drop_null_from_optional_bodies(document: Document) -> Document:
    """Let a body that may be missing not be null too: the bindings cannot send a missing null."""
    for _, operation in operations(document):
        body = operation.get("requestBody", {})
        for media in body.get("content", {}).values():
            options = media.get("schema", {}).get("anyOf", [])
            others = [option for option in options if option.get("type") != "null"]
            if not body.get("required") and len(options) == 2 and len(others) == 1:  # noqa: PLR2004
                media["schema"] = others[0]
    return document


def gather_constants(document: Document) -> Document:
    """Make one enum of the constants in a union: `"none" | "auto" | SomeClass`.

    The generator checks a value against each constant in turn and raises at the first that it is
    not, so that such a field could hold nothing but its first constant.
    """

    def rule(schema: Document) -> Document:
        options = schema.get("anyOf", [])
        fixed = [option for option in options if "const" in option or "enum" in option]
        values = [value for o in fixed for value in o.get("enum", [o.get("const")])]
        alternatives = [option for option in options if option.get("type") != "null"]
        has_constant = any("const" in option for option in fixed)
        if len(alternatives) == 1 or not has_constant or not all(map(_is_text, values)):
            return schema
        enum = {"enum": values, "type": "string"}
        others = [option for option in options if option not in fixed]
        return schema | {"anyOf": [enum, *others]} if others else _without(schema, "anyOf") | enum

    return each_schema(document, rule)


def put_plain_lists_first(document: Document) -> Document:
    """Put lists of lists after plain lists in a union: mypy refuses the code for the other order.

    Both are passed on as they are, so the order means nothing else.
    """

    def depth(schema: Document) -> int:
        inner = schema.get("items")
        return 1 + depth(inner) if isinstance(inner, dict) else 0

    def rule(schema: Document) -> Document:
        options = schema.get("anyOf")
        if not options or any(set(references(option)) for option in options if "items" in option):
            return schema
        places = [index for index, option in enumerate(options) if "items" in option]
        ordered = sorted((options[index] for index in places), key=depth)
        result = list(options)
        for index, option in zip(places, ordered, strict=True):
            result[index] = option
        return schema | {"anyOf": result}

    return each_schema(document, rule)


def share_free_objects(document: Document) -> Document:
    """Point every object without declared fields to one class.

    The generator would write a class for each, some 150 of them, all alike and all with names such
    as `ChatCompletionRequestChatTemplateKwargsType0`.
    """
    schemas = components(document)
    if schemas.get(_FREE, _FREE_OBJECT) != _FREE_OBJECT:
        raise PipelineError(f"the spec has a schema of its own called {_FREE}: choose another name")

    def rule(schema: Document) -> Document:
        if _is_free_object(schema):
            return _pointer(_FREE, schema)
        return schema

    # A component that is free itself keeps the name that vLLM gave it.
    named = {name: schema for name, schema in schemas.items() if _is_free_object(schema)}
    document = each_schema(document, rule)
    components(document).update(named)
    if components(document) and _is_used(_FREE, document):
        components(document)[_FREE] = dict(_FREE_OBJECT)
    return document


def name_inline_classes(document: Document) -> Document:
    """Give names to the enums and objects inside unions and lists: `{Class}{Field}`.

    The generator numbers them, `ReasoningEffortType0`, and a number changes when vLLM adds an
    alternative in front.
    """
    schemas = components(document)
    todo = sorted(schemas)
    while todo:
        owner = todo.pop()
        fields = schemas[owner].get("properties", {})
        found: list[str] = []

        def count(title: str, schema: Document, found: list[str] = found) -> Document:
            found.append(title)
            return schema

        def name(title: str, schema: Document, found: list[str] = found) -> Document:
            # Two alternatives of one field would get one name: those stay as they are.
            if found.count(title) > 1 or title in schemas:
                return schema
            schemas[title] = schema
            todo.append(title)
            return {"$ref": SCHEMAS + title}

        for visit in (count, name):
            named = {
                key: _visit_inline(field, owner + naming.pascal(key), visit)
                for key, field in fields.items()
            }
        if fields:
            schemas[owner] = schemas[owner] | {"properties": named}
    return document


RULES: tuple[Rule, ...] = (
    name_the_api,
    name_operations,
    tag_by_path,
    shorten_class_names,
    tell_apart_in_lower_case,
    drop_titles,
    drop_defaults,
    drop_bounds_beyond_int64,
    mark_files,
    send_files_as_multipart,
    report_validation_errors_as_400,
    drop_null_from_optional_bodies,
    gather_constants,
    put_plain_lists_first,
    share_free_objects,
    name_inline_classes,
)


def _rename(document: Document, names: dict[str, str]) -> Document:
    if not components(document):
        return document
    result = renamed(document, names)
    result["components"]["schemas"] = {
        names.get(name, name): schema for name, schema in components(result).items()
    }
    return result


def _without(schema: Document, key: str) -> Document:
    return {name: value for name, value in schema.items() if name != key}


def _is_used(name: str, document: Document) -> bool:
    return any(
        name in references(part)
        for key, part in ({"paths": document.get("paths")} | components(document)).items()
        if key != name
    )


def _has_file(schema: Document, document: Document) -> bool:
    choices = [schema, *(components(document).get(name, {}) for name in references(schema))]
    return any(
        field.get("format") == "binary"
        for choice in choices
        for field in choice.get("properties", {}).values()
    )


def _is_text(value: Json) -> bool:
    return isinstance(value, str)


def _is_free_object(schema: Document) -> bool:
    return (
        schema.get("type") == "object"
        and schema.get("additionalProperties", True) in (True, {})
        and not schema.keys() - {"type", "additionalProperties", "description"}
    )


def _pointer(name: str, schema: Document) -> Document:
    """Refer to a class and keep the description, which a bare reference has no place for."""
    reference = {"$ref": SCHEMAS + name}
    if "description" in schema:
        return {"allOf": [reference], "description": schema["description"]}
    return reference


def _visit_inline(field: Json, title: str, visit: _Visit, *, inside: bool = False) -> Json:
    """Replace the classes that a field brings along; not the field itself, that is named well."""
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
            name: _visit_inline(inner, title + naming.pascal(name), visit)
            for name, inner in field["properties"].items()
        }
    return result
