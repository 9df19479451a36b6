"""Small OpenAPI documents with every construct that 3.1 allows, and values that fit them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

REF = "#/components/schemas/"
COMPONENTS = ("Plain", "Choice", "Listed", "Fixed", "Nested", "vllm__a__Other")
Schemas = st.SearchStrategy[Any]

texts = st.sampled_from(["a", "b", "x y", "null", "1", "é", ""])
# Fields of all kinds of names: with capitals, dashes, and those that Python keeps for itself.
field_names = st.sampled_from(
    [
        "a",
        "b",
        "class",
        "a-b",
        "aB",
        "2nd",
        "type",
        "list",
        "from",
        "title",
        "default",
        "x.y",
        "none",
    ]
)
scalars = st.sampled_from(
    [
        {"type": "string"},
        {"type": "string", "minLength": 1, "title": "Text"},
        {"type": "integer", "minimum": -1, "default": 1},
        {"type": "number", "minimum": 0, "exclusiveMinimum": True},
        {"type": "boolean"},
        {"type": "null"},
        {},
        True,
        {"type": "string", "enum": ["a", "b"]},
        {"enum": ["a", 1, None]},
        {"enum": ["a", None]},
        {"type": ["string", "null"], "enum": ["a", None]},
        {"enum": [1.5, True, {"k": "v"}, ["a", 1]]},
        {"enum": [None]},
        {"type": ["string", "null"]},
        {"type": ["integer", "array", "null"], "items": {"type": "string"}, "minItems": 1},
        {"type": ["string"], "description": "One type."},
        {"type": "integer", "nullable": True},
        {"type": "object", "additionalProperties": True},
        {"type": "array"},
        {"type": "array", "items": False},
    ]
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from([0.5, -2.25]) | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(field_names, inner, max_size=2),
    max_leaves=4,
)
constants = json_values.map(lambda value: {"const": value})
references = st.sampled_from(COMPONENTS).map(lambda name: {"$ref": REF + name})


def _objects(inner: Schemas) -> Schemas:
    return st.builds(
        lambda fields, required, more: {
            "type": "object",
            "properties": fields,
            "required": sorted(required & fields.keys()),
            **more,
        },
        st.dictionaries(field_names, inner, max_size=3),
        st.sets(field_names, max_size=6),
        st.sampled_from([{}, {}, {"additionalProperties": False}, {"not": {"required": ["zz"]}}]),
    )


def _combine(inner: Schemas) -> Schemas:
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        several.map(lambda options: {"anyOf": options}),
        several.map(lambda options: {"anyOf": options, "description": "A union."}),
        inner.map(lambda item: {"type": "array", "items": item}),
        inner.map(lambda value: {"type": "object", "additionalProperties": value}),
        several.map(lambda items: _tuple(items, closed=True)),
        st.builds(
            lambda items, rest: _tuple(items, closed=False) | {"items": rest}, several, inner
        ),
        st.builds(
            lambda one, other: {"type": "object", "patternProperties": {"^a": one, "^b": other}},
            inner,
            inner,
        ),
        inner.map(lambda part: {"allOf": [part], "description": "In a part of its own."}),
        inner.map(
            lambda item: {"type": "array", "items": item, "contains": True, "unevaluatedItems": {}}
        ),
        _objects(inner),
    )


def _tuple(items: list[Any], *, closed: bool) -> dict[str, Any]:
    size = {"minItems": len(items)} | ({"maxItems": len(items)} if closed else {})
    return {"type": "array", "prefixItems": items} | size


leaves = scalars | constants | references
schemas: Schemas = st.recursive(leaves, _combine, max_leaves=5)
objects: Schemas = _objects(schemas)

paths = st.sampled_from(
    [
        "/p",
        "/v1/p",
        "/",
        "/ping",
        "/v1/chat/completions",
        "/v1/new-thing",
        "/v1/abortRequests",
        "/v1/{id}.json",
        "/2fa",
        "/class",
        "/日本",
        "/v1/things/{thing_id}/x",
        "/İ",
    ]
)
operation_ids = st.sampled_from(
    [
        *("x", "x_p_post", "x_p_get", "decorated_func_p_post", "newThing_v1_new_thing_get"),
        *(
            "class",
            "2fa",
            "get",
            "x_get",
            "x-y",
            "日本",
            "İ",
            "---",
            "p_post",
            "xGet",
            "_x",
            "list",
        ),
    ]
)


@st.composite
def operations(draw: st.DrawFn, bodies: Schemas = schemas) -> dict[str, Any]:
    """Draw an operation with a body, an answer and a parameter."""
    made: dict[str, Any] = {"operationId": draw(operation_ids), "responses": {}}
    if draw(st.booleans()):
        kinds = st.sampled_from(["application/json", "application/x-www-form-urlencoded"])
        content = {draw(kinds): {"schema": draw(bodies)}}
        made["requestBody"] = {"content": content, "required": draw(st.booleans())}
    if draw(st.booleans()):
        content = {"application/json": {"schema": draw(bodies)}}
        made["responses"]["200"] = {"description": "", "content": content}
    if draw(st.booleans()):
        made["parameters"] = [{"name": "level", "in": "query", "schema": draw(scalars)}]
    return made


def document(paths: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Make a document of paths and schemas."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "FastAPI", "version": "0.1.0"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a document in which no reference dangles."""
    methods = st.dictionaries(st.sampled_from(["get", "post"]), operations(), max_size=2)
    named = {name: draw(schemas) for name in COMPONENTS}
    return document(draw(st.dictionaries(paths, methods, max_size=3)), named)


_DEPTH = 5
_NOTHING: Schemas = st.nothing()


def values(schema: Any, schemas: dict[str, Any], depth: int = 0) -> Schemas:  # noqa: PLR0911 - one for each kind of schema
    """Draw values that fit a schema of these strategies; of too deep a schema there are none."""
    if depth > _DEPTH or schema is False:
        return _NOTHING
    if schema is True or not schema.keys() - {"title", "description", "default"}:
        return json_values
    if "$ref" in schema:
        return values(schemas[schema["$ref"].removeprefix(REF)], schemas, depth + 1)
    if "allOf" in schema:
        (part,) = schema["allOf"]
        return values(part, schemas, depth)
    if "anyOf" in schema:
        return st.one_of([values(option, schemas, depth + 1) for option in schema["anyOf"]])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kinds = kinds + ["null"] * bool(schema.get("nullable"))
    return st.one_of([_of_type(kind, schema, schemas, depth) for kind in kinds])


def _of_type(kind: str, schema: Any, schemas: dict[str, Any], depth: int) -> Schemas:
    if kind == "array":
        return _arrays(schema, schemas, depth)
    if kind == "object":
        return _mappings(schema, schemas, depth)
    plain: dict[str, Schemas] = {
        "string": texts.filter(lambda text: len(text) >= schema.get("minLength", 0)),
        "integer": st.integers(-1, 9),
        "number": st.sampled_from([1, 0.5, 2.25]),
        "boolean": st.booleans(),
        "null": st.none(),
    }
    return plain[kind]


def _arrays(schema: Any, schemas: dict[str, Any], depth: int) -> Schemas:
    first = [values(item, schemas, depth + 1) for item in schema.get("prefixItems", [])]
    least = 1 if "contains" in schema or schema.get("minItems") else 0
    rest = values(schema.get("items", first == []), schemas, depth + 1)
    least = 0 if first else least
    more = st.lists(rest, min_size=least, max_size=0 if rest.is_empty else 2)
    if least and rest.is_empty:
        return _NOTHING
    return st.tuples(st.tuples(*first), more).map(lambda both: [*both[0], *both[1]])


def _mappings(schema: Any, schemas: dict[str, Any], depth: int) -> Schemas:
    fields = {n: values(f, schemas, depth + 1) for n, f in schema.get("properties", {}).items()}
    required = {name: fields[name] for name in schema.get("required", []) if name in fields}
    optional = {n: f for n, f in fields.items() if n not in required and not f.is_empty}
    known = st.fixed_dictionaries(required, optional=optional)
    more: list[tuple[Schemas, Schemas]] = []
    extra = schema.get("additionalProperties", "patternProperties" not in schema)
    if extra is not False:
        more.append((st.sampled_from(["k", "m n"]), values(extra, schemas, depth + 1)))
    for pattern, value in schema.get("patternProperties", {}).items():
        key = pattern.removeprefix("^")
        more.append((st.sampled_from([key, key + "1"]), values(value, schemas, depth + 1)))
    extras = [st.dictionaries(key, value, max_size=1) for key, value in more if not value.is_empty]
    return st.tuples(known, *extras).map(_joined)


def _joined(parts: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    return {name: value for part in reversed(parts) for name, value in part.items()}


@st.composite
def packages(draw: st.DrawFn, size: int = 12) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    """Draw a document with several classes, and values for each of them."""
    named = {name: draw(schemas) for name in COMPONENTS}
    classes = {f"Model{number}": draw(objects) for number in range(size)}
    fitting: dict[str, list[Any]] = {}
    for name, schema in classes.items():
        strategy = values(schema, named)
        if not strategy.is_empty:
            fitting[name] = draw(st.lists(strategy, min_size=1, max_size=3))
    routes = {
        "/v1/new-thing/{id}": {"post": draw(operations(st.just({"$ref": REF + "Model0"})))},
        "/v1/abortRequests": {"post": draw(operations())},
    }
    return document(routes, named | classes), fitting
