"""Normalise vLLM's spec, so that the generator understands it and its names are readable.

`normalise` is a pure function, a chain of rules. Each rule is a function whose docstring has its
reason. Applied to its own result, `normalise` changes nothing.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Collection, Iterable

from . import naming
from .combinations import (
    cut_recursion,
    join_parts,
    settle_unions,
)
from .constructs import (
    describe_conditions,
    list_tuples,
    spell_out_booleans,
    spell_out_constants,
    split_types,
    type_values_by_pattern,
)
from .document import (
    Document,
    get_components,
    is_used,
    iter_operations,
    iter_references,
    rename_references,
    rewrite_schemas,
)
from .inline import name_inline_classes, share_free_objects
from .routes import declare_path_parameters, inline_shared_parts
from .unions import (
    gather_constants,
    join_lists,
    name_constants,
    open_classes_in_unions,
    open_unions,
    put_plain_lists_first,
)

Rule = Callable[[Document], Document]

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_BYTES = "application/octet-stream"
_INT64 = 2**63
_VALIDATION = "HTTPValidationError"


def normalise(document: Document, *, without: Collection[Rule] = ()) -> Document:
    """Apply every rule in order to a copy; `without` leaves rules out, to see what they hide."""
    return _apply([rule for rule in RULES if rule not in without], document)


def spell_out(document: Document) -> Document:
    """Apply only the rules that spell out constructs, so that schemas keep the server's names."""
    return _apply(CONSTRUCTS, document)


def _apply(rules: Iterable[Rule], document: Document) -> Document:
    result = copy.deepcopy(document)
    for rule in rules:
        result = rule(result)
    return result


def name_the_api(document: Document) -> Document:
    """Set the API's title, which the bindings' docstring repeats, to vLLM instead of FastAPI."""
    info = document.get("info", {})
    if info.get("title") == "FastAPI":
        info["title"] = "vLLM"
    return document


def name_operations(document: Document) -> Document:
    """Name operations after vLLM's handlers, and FastAPI's bodies after the operations.

    `create_chat_completion_v1_chat_completions_post` would become a module and a function.
    """
    given = {
        route: str(operation.get("operationId") or naming.build_fallback(route))
        for route, operation in iter_operations(document)
    }
    document = _rename(document, naming.choose_body_names(given))
    names = naming.choose_operation_names(given)
    for route, operation in iter_operations(document):
        operation["operationId"] = names[route]
    return document


def tag_by_path(document: Document) -> Document:
    """Tag operations by path: nearly all have no tag, and would share the package `default`."""
    for route, operation in iter_operations(document):
        operation["tags"] = [naming.choose_tag(route.partition(" ")[2])]
    return document


def drop_titles(document: Document) -> Document:
    """Drop titles: the generator names classes by them, and several schemas share 62 of them.

    The generator would skip all but the first, and the operations that need the others.
    """
    return rewrite_schemas(document, lambda schema: _drop_key(schema, "title"))


def drop_defaults(document: Document) -> Document:
    """Drop defaults: the bindings would send them, and thereby override the server's defaults.

    `ChatCompletionRequest(messages=…)` alone would send 24 fields, among them a `tool_choice` that
    turns tools off.
    """
    return rewrite_schemas(document, lambda schema: _drop_key(schema, "default"))


def drop_bounds_beyond_int64(document: Document) -> Document:
    """Drop the bounds of 64-bit integers: JSON numbers round to 9.2e18, beyond the type."""

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

    return rewrite_schemas(document, rule)


def mark_files(document: Document) -> Document:
    """Mark uploads as binary: the generator knows `format`, FastAPI writes `contentMediaType`."""

    def rule(schema: Document) -> Document:
        if schema.get("contentMediaType") == _BYTES:
            return _drop_key(schema, "contentMediaType") | {"format": "binary"}
        return schema

    return rewrite_schemas(document, rule)


def send_files_as_multipart(document: Document) -> Document:
    """Send forms with a file as multipart: the audio routes declare a form that cannot have one."""
    for _, operation in iter_operations(document):
        content = operation.get("requestBody", {}).get("content", {})
        if _FORM in content and _has_file(content[_FORM]["schema"], document):
            content[_MULTIPART] = content.pop(_FORM)
    return document


def report_validation_errors_as_400(document: Document) -> Document:
    """Replace FastAPI's 422: vLLM answers an invalid request with 400 and its own error body."""
    error = "ErrorResponse"
    for _, operation in iter_operations(document):
        responses = operation.get("responses", {})
        if _VALIDATION in set(iter_references(responses.get("422"))):
            del responses["422"]
            if error in get_components(document):
                schema = {"$ref": f"#/components/schemas/{error}"}
                content = {"application/json": {"schema": schema}}
                responses.setdefault("400", {"description": "Bad Request", "content": content})
    for name in (_VALIDATION, "ValidationError"):
        if not is_used(name, document):
            get_components(document).pop(name, None)
    return document


def tell_apart_in_lower_case(document: Document) -> Document:
    """Add numbers to class names that differ in case only, `ImageURL` and `ImageUrl`.

    The module of a class is named in lower case, so the second would silently replace the first.
    """
    seen: set[str] = set()
    taken = list(get_components(document))
    names = {}
    for name in sorted(get_components(document)):
        key = naming.build_module_key(name)
        if key in seen:
            numbered = (f"{name}{number}" for number in itertools.count(2))
            names[name] = naming.choose_free_name(numbered, taken)
            taken.append(names[name])
        seen.add(key)
    return _rename(document, names)


def keep_off_imported_names(document: Document) -> Document:
    """Rename classes with the name of an import of the generated modules, such as `Response`."""
    schemas = get_components(document)
    names = {
        name: naming.choose_free_name(
            (f"{name}Schema{n or ''}" for n in itertools.count()), schemas
        )
        for name in schemas
        if naming.is_imported(name)
    }
    return _rename(document, names)


def drop_null_from_optional_bodies(document: Document) -> Document:
    """Drop null from bodies that may be missing: the bindings cannot send both."""
    for _, operation in iter_operations(document):
        body = operation.get("requestBody", {})
        for media in body.get("content", {}).values():
            options = media.get("schema", {}).get("anyOf", [])
            others = [option for option in options if option.get("type") != "null"]
            if not body.get("required") and len(options) == 2 and len(others) == 1:  # noqa: PLR2004
                media["schema"] = others[0]
    return document


CONSTRUCTS: tuple[Rule, ...] = (
    inline_shared_parts,
    declare_path_parameters,
    spell_out_booleans,
    split_types,
    spell_out_constants,
    list_tuples,
    type_values_by_pattern,
    join_parts,
    describe_conditions,
    settle_unions,
    open_unions,
    cut_recursion,
    join_lists,
    name_constants,
    open_classes_in_unions,
)
RULES: tuple[Rule, ...] = (
    *CONSTRUCTS,
    name_the_api,
    name_operations,
    tag_by_path,
    keep_off_imported_names,
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
    if not get_components(document):
        return document
    taken = get_components(document).keys() - names.keys()
    for name, new in names.items():
        if name in get_components(document):
            # The server may already have a schema of that name.
            options = itertools.chain([new], (f"{new}{number}" for number in itertools.count(2)))
            names = names | {name: next(each for each in options if each not in taken)}
            taken = taken | {names[name]}
    result = rename_references(document, names)
    result["components"]["schemas"] = {
        names.get(name, name): schema for name, schema in get_components(result).items()
    }
    return result


def _drop_key(schema: Document, key: str) -> Document:
    return {name: value for name, value in schema.items() if name != key}


def _has_file(schema: Document, document: Document) -> bool:
    choices = [
        schema,
        *(get_components(document).get(name, {}) for name in iter_references(schema)),
    ]
    return any(
        field.get("format") == "binary"
        for choice in choices
        for field in choice.get("properties", {}).values()
    )
