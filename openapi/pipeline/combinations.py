"""Rules for schemas made of other schemas: `allOf`, `anyOf` beside other keywords, recursion."""

from __future__ import annotations

import functools

from .constructs import (
    ANNOTATIONS,
    CONDITIONS,
    UNIONS,
    add_sentence,
    name_type,
    unite_options,
)
from .document import SCHEMAS, Document, Json, get_components, iter_references, rewrite_schemas

# The keywords that give a type to a schema without `$ref`, `allOf` and unions.
_OWN = frozenset({"type", "enum", "const", "properties", "items", "additionalProperties"})


def join_parts(document: Document) -> Document:
    """Join the parts of each `allOf` into one schema, if the parts are not classes.

    The generator makes an empty class of a single part, whatever its type, and drops the fields
    beside a single `$ref`.
    """
    return rewrite_schemas(document, join_schema)


def join_schema(schema: Document) -> Document:
    """Join a schema and the parts of its `allOf` into one schema, if they are compatible."""
    parts = schema.get("allOf")
    own = {key: value for key, value in schema.items() if key not in {*ANNOTATIONS, "allOf"}}
    outer = {key: value for key, value in schema.items() if key in ANNOTATIONS}
    if "$ref" in schema:
        reference = {"$ref": own.pop("$ref")}
        if parts is None and not (_OWN | {*UNIONS, "required"}) & own.keys():
            # Annotations and bounds beside a reference do not change the type.
            return {"allOf": [reference], **outer} if "description" in outer else reference
        parts = [reference, *(parts or [])]
    if not isinstance(parts, list) or not parts or not all(isinstance(p, dict) for p in parts):
        return schema
    opened = [inner for part in parts for inner in _open_part(part)]
    pointers = unite_options(part for part in opened if "$ref" in part)
    others = [own, *(part for part in opened if "$ref" not in part)]
    try:
        rest = functools.reduce(_merge, others)
    except _ContradictionError:
        return schema
    said = {key: value for key, value in rest.items() if key in ANNOTATIONS} | outer
    inner = {key: value for key, value in rest.items() if key not in ANNOTATIONS}
    if not pointers:
        return said | inner
    if not ({*UNIONS, "enum", "const", "items"} & inner.keys()):
        fields = {key: inner[key] for key in ("properties", "required") if key in inner}
        parts = [*pointers, {"type": "object"} | fields] if fields else pointers
        conditions = {key: inner[key] for key in CONDITIONS if key in inner}
        return said | {"allOf": parts} | conditions
    return schema


def _open_part(part: Document) -> list[Document]:
    """Return the parts of a part that consists only of parts, else the part itself."""
    if set(part) - ANNOTATIONS == {"allOf"}:
        return [inner for each in part["allOf"] for inner in _open_part(each)]
    return [{"$ref": part["$ref"]}] if "$ref" in part else [part]


class _ContradictionError(Exception):
    """Two parts cannot be joined."""


def _merge(one: Document, other: Document) -> Document:
    result = dict(one)
    for key, value in other.items():
        if key not in one or one[key] == value:
            result[key] = value
        elif key == "properties":
            both = one[key].keys() & value.keys()
            joined = {name: join_schema({"allOf": [one[key][name], value[name]]}) for name in both}
            result[key] = one[key] | value | joined
        elif key == "required":
            result[key] = list(dict.fromkeys([*one[key], *value]))
        elif key == "type" and {one[key], value} == {"integer", "number"}:
            result[key] = "integer"
        elif key == "enum":
            result[key] = [each for each in one[key] if each in value]
        elif key == "items":
            result[key] = join_schema({"allOf": [one[key], value]})
        elif key in {"type", "const", *UNIONS, "allOf"}:
            raise _ContradictionError
    return result


def settle_unions(document: Document) -> Document:
    """Resolve the keywords beside a union, because the generator reads the union alone.

    If the options add a type to a bare `type`, the options stay. If the options only narrow the
    keywords beside them, the options are moved into the description.
    """
    return rewrite_schemas(document, _settle)


def _settle(schema: Document) -> Document:
    found = [key for key in UNIONS if isinstance(schema.get(key), list) and schema[key]]
    own = _OWN & schema.keys()
    if len(found) != 1 or not own or "allOf" in schema:
        return schema
    (key,) = found
    options = [option for option in schema[key] if isinstance(option, dict)]
    rest = {name: value for name, value in schema.items() if name != key}
    typed = [bool(option.keys() & {*_OWN, *UNIONS, "$ref", "allOf"}) for option in options]
    if own == {"type"} and all(typed):
        del rest["type"]
        return rest | {key: schema[key]}
    names = " or ".join(dict.fromkeys(map(_name_option, options)))
    return add_sentence(rest, f"The server also checks {key}: {names}.")


def _name_option(option: Document) -> str:
    name = name_type(option)
    return name if name != "anything" else " and ".join(sorted(option)) or name


def follow(schema: Document, schemas: dict[str, Document]) -> Document:
    """Return the schema at the end of a chain of references."""
    seen: set[str] = set()
    while (name := find_target(schema)) is not None and name not in seen:
        seen.add(name)
        schema = schemas.get(name, {})
    return schema


def find_target(schema: Json) -> str | None:
    """Return the component that a schema is an alias of, or None."""
    if not isinstance(schema, dict):
        return None
    for key in (*UNIONS, "allOf"):
        parts = schema.get(key)
        if isinstance(parts, list) and len(parts) == 1 and not _OWN & schema.keys():
            return find_target(parts[0])
    pointer = schema.get("$ref")
    if isinstance(pointer, str) and pointer.startswith(SCHEMAS):
        return pointer.removeprefix(SCHEMAS)
    return None


def cut_recursion(document: Document) -> Document:
    """End the recursion of each component that is not a class with a value of any type.

    `list[Tree | str]` has no name by which it could refer to itself. Only classes have names, so
    recursive classes stay.
    """
    schemas = get_components(document)
    for name in sorted(schemas):
        if not is_class(schemas[name]):
            for again in sorted(set(iter_references(schemas[name]))):
                if name in reach_without_class(again, schemas):
                    schemas[name] = _cut(schemas[name], again)
    return document


def find_circles(schemas: dict[str, Document]) -> list[str]:
    """Find the components that are only aliases of themselves, and therefore have no type."""
    found = []
    for name, schema in schemas.items():
        seen: set[str] = set()
        todo = _list_aliases(schema)
        while todo:
            each = todo.pop()
            if each not in seen:
                seen.add(each)
                todo += _list_aliases(schemas.get(each))
        if name in seen:
            found.append(name)
    return found


def _list_aliases(schema: Json) -> list[str]:
    """List the components that a value itself may be, not those inside a list or a field."""
    if not isinstance(schema, dict):
        return []
    parts = [part for key in (*UNIONS, "allOf") for part in schema.get(key, [])]
    found = [inner for part in parts for inner in _list_aliases(part)]
    pointer = schema.get("$ref")
    if isinstance(pointer, str) and pointer.startswith(SCHEMAS):
        found.append(pointer.removeprefix(SCHEMAS))
    return found


def reach_without_class(name: str, schemas: dict[str, Document]) -> set[str]:
    """Collect a component and its references, directly or through components without a class."""
    seen: set[str] = set()
    todo = [name]
    while todo:
        each = todo.pop()
        if each not in seen:
            seen.add(each)
            if not is_class(schemas.get(each)):
                todo.extend(iter_references(schemas.get(each)))
    return seen


def is_class(schema: Json) -> bool:
    """Return whether the generator makes a class of a component."""
    if not isinstance(schema, dict) or find_target(schema) is not None:
        return False
    if any(schema.get(key) for key in (*UNIONS, "enum")):
        return False
    return bool(schema.get("type") == "object" or schema.get("allOf") or schema.get("properties"))


def _cut(node: Json, name: str) -> Json:
    if isinstance(node, dict):
        if node.get("$ref") == SCHEMAS + name:
            return {"description": f"{name} again."}
        result = {key: _cut(value, name) for key, value in node.items()}
        return join_schema(result) if isinstance(result.get("allOf"), list) else result
    return [_cut(value, name) for value in node] if isinstance(node, list) else node
