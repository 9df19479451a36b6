"""Rules that spell out the constructs of JSON Schema that the generator does not know.

OpenAPI 3.1 allows all of JSON Schema, and openapi-python-client knows a part of it. It reads the
rest as `Any`, drops it, or calls it invalid. Each rule writes a legal construct in terms that the
generator knows. The type is never narrower than the server's. A condition that no type can express
is moved into the description. A construct that cannot be typed correctly is left as it is, and
`checks` refuses it by name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from .document import Document, Json, get_components, list_schema_holders, rewrite_schemas

ANNOTATIONS = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "readOnly"}
    | {"writeOnly", "externalDocs", "xml", "discriminator", "$comment", "nullable"}
)
TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")
UNIONS = ("anyOf", "oneOf")
# Keywords that give a type; most others only restrict the values of a type.
_TYPING = frozenset({"$ref", "type", "enum", "const", "anyOf", "oneOf", "allOf"})
CONDITIONS = (
    *("not", "if", "then", "else", "contains", "minContains", "maxContains", "dependencies"),
    *("dependentSchemas", "dependentRequired", "unevaluatedItems", "unevaluatedProperties"),
)
_BOUNDS = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
_KEYWORDS = {
    "string": {"format", "pattern", "minLength", "maxLength", "contentMediaType"}
    | {"contentEncoding", "contentSchema"},
    "array": {"items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"}
    | {"minContains", "maxContains", "unevaluatedItems"},
    "object": {"properties", "required", "additionalProperties", "patternProperties"}
    | {"minProperties", "maxProperties", "propertyNames", "dependentSchemas", "dependencies"}
    | {"dependentRequired", "unevaluatedProperties"},
    "number": _BOUNDS,
    "integer": _BOUNDS,
}
# Keywords that apply to one type only, so that a schema without `type` means that type.
_TELLING = {
    "array": {"items", "prefixItems", "contains"},
    "object": {"properties", "patternProperties", "dependentSchemas", "additionalProperties"}
    | {"unevaluatedProperties"},
}
_LONGEST = 300


def spell_out_booleans(document: Document) -> Document:
    """Write the schema `true` as `{}` and leave out what `false` forbids.

    The generator's own model of OpenAPI has no place for either and calls them invalid.
    """
    for holder in list_schema_holders(document):
        holder["schema"] = _open(holder["schema"])
    schemas = get_components(document)
    for name, schema in schemas.items():
        schemas[name] = _open(schema)
    return rewrite_schemas(document, _spell_out_boolean)


def _open(schema: Json) -> Json:
    # A `false` that cannot be left out becomes `not: {}`, which means the same.
    return schema if not isinstance(schema, bool) else {} if schema else {"not": {}}


def _spell_out_boolean(schema: Document) -> Document:
    result = dict(schema)
    for key in ("properties", "patternProperties"):
        if isinstance(result.get(key), dict):
            forbidden = [name for name, inner in result[key].items() if inner is False]
            gone = [name for name in forbidden if name not in result.get("required", [])]
            result[key] = {
                name: _open(inner) for name, inner in result[key].items() if name not in gone
            }
            if gone and key == "properties":
                result = add_sentence(result, f"Never present: {', '.join(gone)}.")
    for key in UNIONS:
        options = result.get(key)
        if isinstance(options, list) and any(option is not False for option in options):
            result[key] = [option for option in options if option is not False]
    for key in (*UNIONS, "allOf", "prefixItems"):
        if isinstance(result.get(key), list):
            result[key] = [_open(option) for option in result[key]]
    if result.get("items") is False and not result.get("prefixItems"):
        result = add_sentence(result | {"items": {}, "type": "array"}, "Always empty.")
    if result.get("items") is True:
        result["items"] = {}
    return result


def split_types(document: Document) -> Document:
    """Write a list of types as a union, and the `nullable` of OpenAPI 3.0 as a type.

    The generator applies all keywords to every type of a list, and the report would crash.
    """

    def rule(schema: Document) -> Document:
        return _split(_infer_type(_convert_nullable(_convert_exclusive_bounds(schema))))

    return rewrite_schemas(document, rule)


def _convert_exclusive_bounds(schema: Document) -> Document:
    """Write the boolean `exclusiveMinimum` of OpenAPI 3.0 as a number."""
    result = dict(schema)
    for key, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        exclusive = result.get(key)
        if isinstance(exclusive, bool):
            del result[key]
            if exclusive and bound in result:
                result[key] = result.pop(bound)
    return result


def _convert_nullable(schema: Document) -> Document:
    if "nullable" not in schema:
        return schema
    result = {key: value for key, value in schema.items() if key != "nullable"}
    if schema["nullable"] is not True:
        return result
    if isinstance(result.get("enum"), list):
        return result | {"enum": [*result["enum"], *([] if None in result["enum"] else [None])]}
    kind = result.get("type")
    if isinstance(kind, str) and not any(key in result for key in UNIONS):
        return result | {"type": [kind, "null"]}
    inner, outer = _split_annotations(result)
    if any(isinstance(inner.get(key), list) and len(inner) == 1 for key in UNIONS):
        key, options = next(iter(inner.items()))
        return outer | {key: [*options, {"type": "null"}]}
    return outer | {"anyOf": [inner, {"type": "null"}]} if inner else result


def _infer_type(schema: Document) -> Document:
    """Add to a schema without `type` the type that its keywords apply to, as its author meant."""
    result = dict(schema)
    if not _TYPING & schema.keys():
        kinds = [kind for kind, keywords in _TELLING.items() if keywords & schema.keys()]
        if kinds:
            result["type"] = kinds[0] if len(kinds) == 1 else kinds
    if result.get("type") == "array" and not {"items", "prefixItems"} & result.keys():
        result["items"] = {}
    return result


def _split(schema: Document) -> Document:
    kinds = schema.get("type")
    if not isinstance(kinds, list) or not kinds or not all(kind in TYPES for kind in kinds):
        return schema
    kinds = list(dict.fromkeys(kinds))
    if len(kinds) == 1:
        return _infer_type(schema | {"type": kinds[0]})
    untyped = {key: value for key, value in schema.items() if key != "type"}
    if {"enum", "const", "$ref", "allOf"} & schema.keys():
        return untyped
    for key in UNIONS:
        if isinstance(schema.get(key), list):
            options = [
                option if _TYPING & option.keys() else _split(option | {"type": kinds})
                for option in schema[key]
                if isinstance(option, dict)
            ]
            return untyped | {key: options}
    special = set().union(*_KEYWORDS.values())
    common = {key: value for key, value in untyped.items() if key not in special}
    options = [
        _infer_type(
            {"type": kind}
            | {key: untyped[key] for key in untyped if key in _KEYWORDS.get(kind, set())}
        )
        for kind in kinds
    ]
    return common | {"anyOf": options}


def spell_out_constants(document: Document) -> Document:
    """Add a type to constants of every JSON type; the generator knows strings and integers only.

    A constant object becomes a class with constant fields. Such a class can be distinguished from
    the other options of a union, and a program reads its fields like those of any object. The
    constants of a list, and numbers with a fraction, are in the description only, because no Python
    type can express them.
    """
    return rewrite_schemas(document, _spell_out)


def _spell_out(schema: Document) -> Document:
    _, outer = _split_annotations(schema)
    if "const" in schema:
        value = schema["const"]
        if isinstance(value, bool) and "type" not in schema:
            return _add_annotations(_build_constant(value), outer)
        if isinstance(value, str | bool | int) and not {*UNIONS, "allOf", "$ref"} & schema.keys():
            return schema
        return _add_annotations(_build_constant(value), outer)
    values = schema.get("enum")
    if not isinstance(values, list) or not values or schema.get("type") == "boolean":
        return schema
    if {type(value) for value in values} in ({str}, {int}):
        return schema
    options = list(_group_by_type(values))
    return _add_annotations(options[0], outer) if len(options) == 1 else outer | {"anyOf": options}


def _build_constant(value: Json) -> Document:
    if isinstance(value, dict):
        return _build_constant_object(value)
    if isinstance(value, list):
        said = f"Always {_shorten(value)}."
        return {"type": "array", "items": unite(map(_build_constant, value)), "description": said}
    if isinstance(value, bool | float):
        kind = "boolean" if isinstance(value, bool) else "number"
        return {"type": kind, "description": f"Always {json.dumps(value)}."}
    if value is None:
        return {"type": "null"}
    return {"const": value, "type": "integer" if isinstance(value, int) else "string"}


def _build_constant_object(value: Document) -> Document:
    if not value:
        return {"type": "object", "additionalProperties": True, "description": "Always {}."}
    fields = {name: _build_constant(inner) for name, inner in value.items()}
    return {"type": "object", "properties": fields, "required": list(fields)}


def _group_by_type(values: list[Json]) -> Iterable[Document]:
    """Group the values of an enum by type, and yield a schema for each type."""
    texts = [value for value in values if isinstance(value, str)]
    if texts:
        yield {"enum": list(dict.fromkeys(texts)), "type": "string"}
    numbers = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    if any(isinstance(value, float) for value in numbers):
        yield {"type": "number", "description": f"One of {_shorten(numbers)}."}
    elif numbers:
        yield {"enum": list(dict.fromkeys(numbers)), "type": "integer"}
    truths = {value for value in values if isinstance(value, bool)}
    if truths:
        yield {"type": "boolean"} if len(truths) > 1 else _build_constant(truths.pop())
    lists = [value for value in values if isinstance(value, list)]
    if lists:
        items = unite(_build_constant(item) for value in lists for item in value)
        said = f"One of {', '.join(map(_shorten, lists))}."
        yield {"type": "array", "items": items, "description": said}
    yield from unite_options(_build_constant(value) for value in values if isinstance(value, dict))
    if None in values:
        yield {"type": "null"}


def list_tuples(document: Document) -> Document:
    """Write a tuple, `prefixItems`, as a list of all its items, with the order in words.

    The generator knows lists only, and reads a tuple inside a union as a list of any values.
    """
    return rewrite_schemas(document, _list_tuple)


def _list_tuple(schema: Document) -> Document:
    result = dict(schema)
    if isinstance(result.get("items"), list):  # as JSON Schema wrote tuples before 2020
        result["prefixItems"] = [_open(item) for item in result.pop("items")]
        result["items"] = result.pop("additionalItems", False)
    prefix = result.pop("prefixItems", None)
    if not isinstance(prefix, list) or not all(isinstance(item, dict) for item in prefix):
        return schema
    rest = result.pop("items", None)
    if "unevaluatedItems" in result and rest is None:
        rest = result.pop("unevaluatedItems")
    rest = {} if rest is True else rest
    if not prefix:
        return result | {"items": rest if isinstance(rest, dict) else {}}
    said = "In this order: " + ", ".join(map(name_type, prefix))
    if isinstance(rest, dict):
        said += f", then any number of {name_type(rest)}"
        prefix = [*prefix, rest]
    items = {"anyOf": prefix} if len(prefix) > 1 and {} not in prefix else unite(prefix)
    return add_sentence(result | {"items": items}, f"{said}.")


def type_values_by_pattern(document: Document) -> Document:
    """Type the values of an object with `patternProperties`, which the generator drops."""

    def rule(schema: Document) -> Document:
        result = dict(schema)
        rest = result.get("additionalProperties")
        if "unevaluatedProperties" in result and not _has_joined_types(result):
            rest = result.pop("unevaluatedProperties") if rest is None else rest
            result.pop("unevaluatedProperties", None)
            result["additionalProperties"] = rest
        patterns = result.pop("patternProperties", None)
        if not isinstance(patterns, dict):
            return result if patterns is None else schema
        values = [*patterns.values(), *([rest] if isinstance(rest, dict) else [])]
        if patterns and rest is not True:
            result["additionalProperties"] = unite(values)
        said = "; ".join(f"{pattern}: {name_type(value)}" for pattern, value in patterns.items())
        return add_sentence(result, f"Keys by pattern: {said}.") if patterns else result

    return rewrite_schemas(document, rule)


def _has_joined_types(schema: Document) -> bool:
    return bool(
        schema.keys() & {*UNIONS, "allOf", "$ref", "if", "then", "else", "not", "dependentSchemas"}
    )


def describe_conditions(document: Document) -> Document:
    """Move keywords that only narrow a type into the description, as the generator drops them.

    A `not` or an `if` without a type beside it stays, because the type would become `Any`.
    """

    def rule(schema: Document) -> Document:
        found = {key: schema[key] for key in CONDITIONS if key in schema}
        if not found or not _TYPING & schema.keys():
            return schema
        rest = {key: value for key, value in schema.items() if key not in found}
        said = "; ".join(f"{key} {_shorten(value)}" for key, value in found.items())
        return add_sentence(rest, f"The server also checks: {said}.")

    return rewrite_schemas(document, rule)


def add_sentence(schema: Document, sentence: str) -> Document:
    """Append a sentence to a description."""
    before = schema.get("description")
    text = f"{before.rstrip()} {sentence}" if isinstance(before, str) and before else sentence
    return schema | {"description": text}


def unite(schemas: Iterable[Document]) -> Document:
    """Return the schema of a value that fits one of several schemas; of any value without any."""
    options = unite_options(schemas)
    if not options or {} in options:
        return {}
    return options[0] if len(options) == 1 else {"anyOf": options}


def unite_options(schemas: Iterable[Document]) -> list[Document]:
    """List schemas without duplicates."""
    found: list[Document] = []
    for schema in schemas:
        if schema not in found:
            found.append(schema)
    return found


def name_type(schema: Json) -> str:
    """Name the type of a schema in a few words, for a description."""
    if not isinstance(schema, dict):
        return "anything"
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2].rpartition("__")[2]
    if "const" in schema or "enum" in schema:
        return _shorten(schema.get("const", schema.get("enum")))
    for key in (*UNIONS, "allOf"):
        if isinstance(schema.get(key), list):
            return " or ".join(dict.fromkeys(map(name_type, schema[key])))
    return str(schema.get("type", "anything"))


def _split_annotations(schema: Document) -> tuple[Document, Document]:
    """Split a schema into its constraints and its annotations."""
    inner = {k: v for k, v in schema.items() if k not in ANNOTATIONS and not k.startswith("x-")}
    return inner, {key: value for key, value in schema.items() if key not in inner}


def _add_annotations(schema: Document, outer: Document) -> Document:
    said = schema.get("description")
    rest = {key: value for key, value in schema.items() if key != "description"}
    return add_sentence(rest | outer, said) if said else rest | outer


def _shorten(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
