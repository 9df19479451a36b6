"""Rules for unions, whose values the generator reads as the first option that does not fail."""

from __future__ import annotations

from .combinations import find_target, follow, is_class, join_schema
from .constructs import ANNOTATIONS, UNIONS, unite, unite_options
from .document import Document, get_components, iter_references, rewrite_schemas

_ROUNDS = 20


def _replace_options(schema: Document, key: str, options: list[Document]) -> Document:
    if len(options) > 1:
        return schema | {key: options}
    rest = {name: value for name, value in schema.items() if name not in {key, "discriminator"}}
    return join_schema({"allOf": options, **rest})


def open_unions(document: Document) -> Document:
    """Move the options of a union inside a union into the outer union.

    The generator does so too, but only after it has looked for constants and lists among them.
    """

    def options(schema: Document) -> list[Document]:
        if len(schema.keys() - {"description", "title"}) == 1:
            for key in UNIONS:
                if isinstance(schema.get(key), list):
                    return [inner for each in schema[key] for inner in options(each)]
        return [schema]

    def rule(schema: Document) -> Document:
        for key in UNIONS:
            if isinstance(schema.get(key), list):
                opened = [inner for each in schema[key] for inner in options(each)]
                if opened != schema[key] or len(opened) == 1:
                    return _replace_options(schema, key, unite_options(opened))
        return schema

    return rewrite_schemas(document, rule)


def join_lists(document: Document) -> Document:
    """Join several lists in a union into one, unless all contain plain values.

    A union of lists is read and written as the first of them, so `list[A] | list[B]` would contain
    raw objects instead of `B`, or fail. For the same reason a union with `Any` is `Any`.
    """
    schemas = get_components(document)

    def rule(schema: Document) -> Document:
        for key in UNIONS:
            if isinstance(schema.get(key), list):
                return _join_lists_of(schema, key, schemas)
        return schema

    # A copy from a component may have lists of its own that are not joined yet.
    for _ in range(_ROUNDS):
        before = dict(schemas)
        document = rewrite_schemas(document, rule)
        if get_components(document) == before:
            break
    return document


def _join_lists_of(schema: Document, key: str, schemas: dict[str, Document]) -> Document:
    options = _open_lists(schema[key], schemas)
    found = [follow(option, schemas) for option in options]
    lists = [option for option in options if _is_list(option, schemas)]
    full = [follow(option, schemas) for option in lists]
    if any(not each.keys() - ANNOTATIONS for each in found):
        converted = any(_is_converted(each, schemas) != "no" for each in full)
        return {n: value for n, value in schema.items() if n != key} if converted else schema
    if len(full) == 1 and options != schema[key]:
        return _replace_options(schema, key, options)
    inner = unite_options(each for one in full for each in _list_options(one["items"]))
    kinds = {_is_converted(each, schemas) for each in inner}
    flat = all(_count_depth(each["items"], schemas) <= 1 for each in full)
    if len(full) <= 1 or kinds == {"class"} or (kinds == {"no"} and flat):
        return schema
    items = unite(inner)
    for union in UNIONS:
        if union in items:
            items = _join_lists_of(items, union, schemas)
    first = options.index(lists[0])
    before = [option for option in options[:first] if option not in lists]
    after = [option for option in options[first:] if option not in lists]
    return _replace_options(schema, key, [*before, {"type": "array", "items": items}, *after])


def _open_lists(options: list[Document], schemas: dict[str, Document]) -> list[Document]:
    """Replace components that are unions with a list by their options."""
    result = []
    for option in options:
        inner = _list_options(follow(option, schemas))
        if len(inner) > 1 and any(_is_list(each, schemas) for each in inner):
            result += _open_lists(inner, schemas)
        else:
            result.append(option)
    several = sum(_is_list(option, schemas) for option in result) > 1
    return unite_options(result) if several else options


def _list_options(schema: Document) -> list[Document]:
    for key in UNIONS:
        if isinstance(schema.get(key), list) and not schema.keys() - {key, "description", "title"}:
            return list(schema[key])
    return [schema]


def _is_list(schema: Document, schemas: dict[str, Document]) -> bool:
    found = follow(schema, schemas)
    return found.get("type") == "array" and isinstance(found.get("items"), dict)


def _is_converted(schema: Document, schemas: dict[str, Document]) -> str:
    """Return how the generator converts a value: into a `class`, something `other`, or `no`."""
    schema = follow(schema, schemas)
    if is_class(schema):
        return "class"
    inner = [each for key in (*UNIONS, "allOf") for each in schema.get(key, [])]
    inner += [schema["items"]] if isinstance(schema.get("items"), dict) else []
    found = {_is_converted(each, schemas) for each in inner}
    return "other" if found - {"no"} or schema.get("format") else "no"


def _count_depth(schema: Document, schemas: dict[str, Document]) -> int:
    """Count the levels of nested lists."""
    schema = follow(schema, schemas)
    if is_class(schema):
        return 0
    inner = [
        _count_depth(each, schemas) for key in (*UNIONS, "allOf") for each in schema.get(key, [])
    ]
    inner += (
        [1 + _count_depth(schema["items"], schemas)]
        if isinstance(schema.get("items"), dict)
        else []
    )
    return max(inner, default=0)


def name_constants(document: Document) -> Document:
    """Write a component that is a constant as an enum of one value.

    In a union the generator raises at the first constant that differs from the value, and a union
    may refer to any component.
    """

    def rule(schema: Document) -> Document:
        value = schema.get("const")
        if type(value) in {str, int} and "enum" not in schema:
            rest = {key: inner for key, inner in schema.items() if key not in {"const", "type"}}
            return rest | {
                "enum": [value],
                "type": "string" if isinstance(value, str) else "integer",
            }
        return schema

    schemas = get_components(document)
    for name, schema in schemas.items():
        if isinstance(schema, dict):
            schemas[name] = rule(schema)
            for key in UNIONS:
                if isinstance(schema.get(key), list):
                    schemas[name] = schema | {key: [rule(each) for each in schema[key]]}
    return document


def open_classes_in_unions(document: Document) -> Document:
    """Allow undeclared fields in the objects of a union.

    A class that does not allow them drops them silently. In a union the first such class would read
    the object of any other class and lose its fields.
    """
    schemas = get_components(document)
    inside: set[str] = set()

    def rule(schema: Document) -> Document:
        for key in UNIONS:
            options = schema.get(key)
            if not isinstance(options, list):
                continue
            if sum(is_class(follow(option, schemas)) for option in options) > 1:
                for option in options:
                    inside.update(_names(option))
                schema = schema | {key: [_let_open(option) for option in options]}
        return schema

    def _names(schema: Document) -> set[str]:
        found: set[str] = set()
        while (name := find_target(schema)) is not None and name not in found:
            found.add(name)
            schema = schemas.get(name, {})
        return found

    document = rewrite_schemas(document, rule)
    for name in inside & schemas.keys():
        schemas[name] = _let_open(schemas[name])
    return document


def _let_open(schema: Document) -> Document:
    if schema.get("additionalProperties") is not False:
        return schema
    return {key: value for key, value in schema.items() if key != "additionalProperties"}


def gather_constants(document: Document) -> Document:
    """Join the constants in a union, `"none" | "auto" | SomeClass`, into one enum.

    The generator compares a value with each constant in turn and raises at the first that differs,
    so the only valid value of such a field would be its first constant.
    """

    def rule(schema: Document) -> Document:
        key = "oneOf" if "oneOf" in schema else "anyOf"
        options = schema.get(key, [])
        fixed = [option for option in options if "const" in option or "enum" in option]
        alternatives = [option for option in options if option.get("type") != "null"]
        if len(alternatives) <= 1 or not any("const" in option for option in fixed):
            return schema
        values = [value for o in fixed for value in o.get("enum", [o.get("const")])]
        enums = [
            {"enum": list(dict.fromkeys(found)), "type": kind}
            for kind, python in (("string", str), ("integer", int))
            if (found := [value for value in values if type(value) is python])
        ]
        enums += [{"type": "boolean"}] * any(isinstance(value, bool) for value in values)
        others = [option for option in options if option not in fixed]
        if len(enums) == 1 and not others:
            return {name: value for name, value in schema.items() if name != key} | enums[0]
        return schema | {key: [*enums, *others]}

    return rewrite_schemas(document, rule)


def put_plain_lists_first(document: Document) -> Document:
    """Put plain lists before lists of lists in a union: mypy refuses the code for the other order.

    Both are passed on unchanged, so the order has no other effect.
    """

    def depth(schema: Document) -> int:
        inner = schema.get("items")
        return 1 + depth(inner) if isinstance(inner, dict) else 0

    def rule(schema: Document) -> Document:
        options = schema.get("anyOf")
        if not options or any(
            set(iter_references(option)) for option in options if "items" in option
        ):
            return schema
        places = [index for index, option in enumerate(options) if "items" in option]
        ordered = sorted((options[index] for index in places), key=depth)
        result = list(options)
        for index, option in zip(places, ordered, strict=True):
            result[index] = option
        return schema | {"anyOf": result}

    return rewrite_schemas(document, rule)
