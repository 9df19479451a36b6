"""Every construct of JSON Schema gets the right type, or a refusal that names it."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given
from openapi.pipeline import source
from openapi.pipeline.document import PipelineError, find_operation, get_components
from openapi.pipeline.generate import expect_expressible, write
from openapi.pipeline.normalise import normalise, spell_out
from openapi.pipeline.report import render, write_type

from profiles import examples
from specs import spec_of
from strategies import specs

REF = "#/components/schemas/"
TEXT = {"type": "string"}
NUMBER = {"type": "integer"}


def with_field(field: Any, **schemas: Any) -> dict[str, Any]:
    chat = {"type": "object", "properties": {"stop": field}}
    return specs.document({}, {"Chat": chat, "Part": {"type": "object"}, **schemas})


def spelt(field: Any, **schemas: Any) -> Any:
    return get_components(spell_out(with_field(field, **schemas)))["Chat"]["properties"]["stop"]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ({"type": ["string", "null", "array"], "items": NUMBER}, "str | None | list[int]"),
        ({"type": ["string"], "maxLength": 5}, "str (length <= 5)"),
        ({"type": ["integer", "string"], "minimum": 1}, "int (>= 1) | str"),
        ({"type": ["string", "null"], "anyOf": [{"minLength": 1}, NUMBER]},
         "str (length >= 1) | None | int"),
        ({"type": "string", "nullable": True}, "str | None"),
        ({"$ref": REF + "Part", "nullable": True}, "Part | None"),
        ({"enum": ["a"], "nullable": True}, '"a" | None'),
        ({"anyOf": [TEXT, NUMBER], "nullable": True}, "str | int | None"),
        ({"type": "number", "minimum": 0, "exclusiveMinimum": True}, "float (> 0)"),
        (True, "any"),
        ({"type": "array", "items": True}, "list[any]"),
        ({"type": "array", "items": False}, "list[any]"),
        ({"type": "array"}, "list[any]"),
        ({"items": TEXT}, "list[str]"),
        ({"anyOf": [True, TEXT]}, "any | str"),
        ({"anyOf": [False, TEXT]}, "str"),
        ({"type": "object", "additionalProperties": True}, "dict"),
        ({"const": None}, "None"),
        ({"const": 1.5}, "float"),
        ({"const": True}, "bool"),
        ({"const": "a"}, '"a"'),
        ({"const": [1, "a"]}, 'list[1 | "a"]'),
        ({"const": {"k": 1}}, "dict"),
        ({"enum": ["a", 1]}, '"a" | 1'),
        ({"enum": ["a", 1, None]}, '"a" | 1 | None'),
        ({"type": ["string", "null"], "enum": ["a", None]}, '"a" | None'),
        ({"enum": [1.5, True, {"k": 1}, [2]]}, "float | bool | list[2] | dict"),
        ({"enum": [False, True, "a"]}, '"a" | bool'),
        ({"prefixItems": [TEXT, NUMBER], "items": False}, "list[str | int]"),
        ({"prefixItems": [TEXT], "items": NUMBER}, "list[str | int]"),
        ({"prefixItems": [TEXT], "unevaluatedItems": False}, "list[str]"),
        ({"prefixItems": [TEXT], "unevaluatedItems": NUMBER}, "list[str | int]"),
        ({"prefixItems": [TEXT, True]}, "list[any]"),
        ({"prefixItems": []}, "list[any]"),
        ({"type": "array", "items": [TEXT, NUMBER]}, "list[str | int]"),
        ({"patternProperties": {"^a": NUMBER, "^b": TEXT}}, "dict[str, int | str]"),
        ({"patternProperties": {"^a": NUMBER}, "additionalProperties": TEXT},
         "dict[str, int | str]"),
        ({"type": "object", "unevaluatedProperties": TEXT}, "dict[str, str]"),
        ({"type": "string", "not": {"const": "x"}}, "str"),
        ({"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}}, "dict"),
        ({"type": "array", "items": NUMBER, "contains": {"const": 1}}, "list[int]"),
        ({"allOf": [TEXT]}, "str"),
        ({"allOf": [{"type": "integer"}, {"type": "number", "minimum": 1}]}, "int (>= 1)"),
        ({"allOf": [{"$ref": REF + "Part"}, {"properties": {"a": TEXT}}]}, "Part & dict"),
        ({"$ref": REF + "Part", "description": "D."}, "Part"),
        ({"$ref": REF + "Part", "properties": {"a": TEXT}}, "Part & dict"),
        ({"type": "string", "anyOf": [{"pattern": "a"}, {"maxLength": 3}]}, "str"),
        ({"type": "object", "anyOf": [{"$ref": REF + "Part"}, {"$ref": REF + "Chat"}]},
         "Part | Chat"),
        ({"anyOf": [{"anyOf": [TEXT, NUMBER]}, {"type": "null"}]}, "str | int | None"),
        ({"anyOf": [{"type": "array", "items": {"$ref": REF + "Part"}},
                    {"type": "array", "items": TEXT}]}, "list[Part | str]"),
    ],
)  # fmt: skip
def test_a_construct_is_spelt_out_in_types_that_the_generator_knows(field: Any, name: str) -> None:
    assert write_type(spelt(field)) == name
    expect_expressible(with_field(field))
    # A server may serve it too.
    source._expect_openapi(with_field(field), "http://test")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ({"prefixItems": [TEXT, NUMBER], "description": "A pair."},
         "A pair. In this order: string, integer."),
        ({"prefixItems": [{"$ref": REF + "a__Part"}], "items": TEXT},
         "In this order: Part, then any number of string."),
        ({"patternProperties": {"^a": NUMBER}}, "Keys by pattern: ^a: integer."),
        ({"type": "string", "not": {"const": "x"}}, 'The server also checks: not {"const": "x"}.'),
        ({"const": [1]}, "Always [1]."),
        ({"enum": [1.5, 2]}, "One of [1.5, 2]."),
        ({"type": "array", "items": False}, "Always empty."),
        ({"type": "object", "properties": {"a": False}}, "Never present: a."),
        ({"type": "object", "properties": {"a": TEXT}, "anyOf": [{"required": ["a"]}]},
         "The server also checks anyOf: required."),
    ],
)  # fmt: skip
def test_what_no_type_can_say_is_in_the_description(field: Any, said: str) -> None:
    assert spelt(field, a__Part={"type": "object"})["description"] == said


def test_a_constant_object_is_a_class_with_constant_fields() -> None:
    assert spelt({"const": {"type": "x", "n": 1}, "description": "D."}) == {
        "type": "object",
        "properties": {
            "type": {"const": "x", "type": "string"},
            "n": {"const": 1, "type": "integer"},
        },
        "required": ["type", "n"],
        "description": "D.",
    }


def test_what_stands_beside_a_list_of_types_stays_where_it_belongs() -> None:
    field = {"type": ["string", "array"], "items": TEXT, "maxLength": 3, "default": "a"}
    assert spelt(field | {"description": "D."}) == {
        "anyOf": [{"type": "string", "maxLength": 3}, {"type": "array", "items": TEXT}],
        "default": "a",
        "description": "D.",
    }


def test_recursion_without_a_class_ends_in_any_value_and_through_a_class_it_stays() -> None:
    again = {"$ref": REF + "Tree"}
    node = {"type": "object", "properties": {"up": {"$ref": REF + "Node"}}}
    tree = {"anyOf": [{"type": "array", "items": again}, TEXT]}
    schemas = get_components(spell_out(with_field(again, Tree=tree, Node=node)))
    assert schemas["Tree"]["anyOf"][0]["items"] == {"description": "Tree again."}
    assert schemas["Node"] == node


def test_a_closed_class_in_a_union_keeps_what_it_does_not_know() -> None:
    closed = {"type": "object", "properties": {"a": TEXT}, "additionalProperties": False}
    union = {"anyOf": [{"$ref": REF + "Closed"}, {"$ref": REF + "Part"}]}
    schemas = get_components(spell_out(with_field(union, Closed=closed, Alone=closed)))
    assert "additionalProperties" not in schemas["Closed"]
    assert schemas["Alone"] == closed


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ({"$ref": REF + "Nope"}, "$ref #/components/schemas/Nope leads nowhere"),
        ({"$ref": "other.json#/X"}, "$ref other.json#/X does not lead to"),
        ({"enum": []}, "enum is not a list of values, or an empty one"),
        ({"anyOf": []}, "anyOf is an empty list"),
        ({"type": "strng"}, "type strng is none of string,"),
        ({"type": []}, "type an empty list is none of"),
        ({"type": 5}, "type a number is none of"),
        ({"not": TEXT}, "not without a type beside it"),
        ({"if": TEXT, "then": {"minLength": 1}}, "if without a type beside it"),
        ({"anyOf": [False]}, "false as a schema allows no value"),
        ({"allOf": [TEXT, NUMBER]}, "allOf joins parts that contradict each other"),
        ({"allOf": [{"$ref": REF + "Text"}, {"properties": {"a": TEXT}}]}, "allOf joins Text,"),
        ({"anyOf": [TEXT, NUMBER], "oneOf": [TEXT, NUMBER]}, "anyOf and oneOf in one schema"),
        ({"$ref": REF + "Part", "anyOf": [TEXT, NUMBER]}, "a $ref beside a union"),
        (5, "a schema is an object, true or false, not a number"),
        ({"type": "object", "properties": []}, "properties is not an object"),
        ({"anyOf": {}}, "anyOf is not a list"),
        ({"required": True}, "required is not a list of names"),
        ({"description": 5}, "description is not a text"),
        ({"$ref": 5}, "$ref is not a text"),
        ({"type": "string", "maxLength": "x"}, "maxLength: Input should be a valid integer"),
        ({"properties": {"a-b": TEXT, "a_b": TEXT, "ab": TEXT}}, "the fields a-b, ab would all"),
        ({"properties": {"to_dict": TEXT}}, "a field called to_dict is not possible"),
    ],
)
def test_what_has_no_right_type_is_refused_with_schema_field_and_construct(
    field: Any, message: str
) -> None:
    with pytest.raises(PipelineError) as error:
        expect_expressible(with_field(field, Text=TEXT))
    assert f"schema Chat, field stop: {message}" in str(error.value).replace(
        "stop, max", "stop: max"
    )
    assert "bindings stay as they were" in str(error.value)


@pytest.mark.parametrize(
    ("schema", "other"), [({"$ref": REF + "Loop"}, {}), ({"anyOf": [{"$ref": REF + "Two"}]}, {})]
)
def test_an_alias_of_itself_is_refused_by_name(schema: Any, other: Any) -> None:
    document = specs.document({}, {"Loop": schema, "Two": {"allOf": [{"$ref": REF + "Loop"}]}})
    with pytest.raises(PipelineError, match=r"schema Loop: is an alias of itself"):
        expect_expressible(document | other)


def route(path: str = "/v1/a", **more: Any) -> dict[str, Any]:
    return specs.document({path: {"get": {"operationId": "a", "responses": {}} | more}}, {})


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (route("/v1/{2}"), r"GET /v1/{2}: the path parameter {2} is not a name"),
        (route("/v1/{a}/{a}"), r"GET /v1/{a}/{a}: the path has the parameter {a} twice"),
        (route("/v1/{a"), "GET /v1/{a: a brace of the path has no counterpart"),
        (route("v1"), "v1: a path begins with a slash"),
        (
            route(parameters=[{"name": "id", "in": "path", "schema": TEXT}]),
            "GET /v1/a, parameter id: declared to be in the path, which has no {id}",
        ),
        (
            route(parameters=[{"$ref": "#/components/parameters/X"}]),
            "GET /v1/a: the parameter $ref",
        ),
        (route(responses={"200": {"$ref": "#/components/responses/X"}}), "GET /v1/a, answer 200: "),
        (
            route(parameters=[{"name": "Headers", "in": "query", "schema": TEXT}]),
            "GET /v1/a, parameter Headers: the generated function uses this name itself",
        ),
        (route(operationId=5), "GET /v1/a: its operationId is not a text"),
        (route(parameters=[5]), "GET /v1/a: its parameters are not a list"),
        (route(responses=[]), "GET /v1/a: its responses are not an object"),
        (route(requestBody={"content": []}), "GET /v1/a, body: not an object with a content"),
        (
            route(parameters=[{"name": "n", "in": "query", "schema": {"not": TEXT}}]),
            "GET /v1/a, parameter n: not without a type",
        ),
        ({"paths": []}, "paths: not an object"),
        ({"paths": {"/a": 5}}, "/a: not an object"),
        ({"paths": {"/a": {"get": 5}}}, "GET /a: not an object"),
        ({"paths": {"/a": {"parameters": {}}}}, "/a: its parameters are not"),
        ({"components": {"schemas": []}}, "components.schemas: not an object"),
    ],
)
def test_what_is_wrong_with_a_route_is_refused_with_its_name(document: Any, message: str) -> None:
    with pytest.raises(PipelineError) as error:
        expect_expressible({"openapi": "3.1.0"} | document)
    assert message in str(error.value)


def test_shared_parts_and_undeclared_path_parameters_come_into_the_operation() -> None:
    document = route(
        "/v1/{id}",
        parameters=[{"$ref": "#/components/parameters/N"}],
        requestBody={"$ref": "#/components/requestBodies/B"},
        responses={200: {"$ref": "#/components/responses/R"}},
    )
    document["paths"]["/v1/{id}"]["parameters"] = [
        {"name": "all", "in": "query", "content": {"application/json": {"schema": NUMBER}}}
    ]
    content = {"content": {"application/json": {"schema": TEXT}}}
    document["components"] |= {
        "parameters": {"N": {"name": "n", "in": "query", "schema": NUMBER}},
        "requestBodies": {"B": content},
        "responses": {"R": content | {"description": "ok"}},
    }
    operation = find_operation(spell_out(document), "GET /v1/{id}")
    assert operation is not None
    assert [each["name"] for each in operation["parameters"]] == ["n", "all", "id"]
    assert operation["parameters"][-1]["schema"] == TEXT
    assert operation["requestBody"] == content
    assert operation["responses"]["200"]["content"] == content["content"]


@examples(60)
@given(specs.documents())
def test_every_document_is_refused_by_name_or_fit_for_the_generator_and_the_report(
    document: dict[str, Any],
) -> None:
    try:
        expect_expressible(document)
    except PipelineError as error:
        assert_readable(str(error))
        return
    before, now = document, normalise(document)
    render(*(spec_of(each) for each in (before, now)))


def assert_readable(message: str) -> None:
    assert "schema " in message or " /" in message
    for sign in ("Traceback", "object at 0x", "Schema(", "Reference("):
        assert sign not in message


COUNT = iter(range(1000))


@examples(
    2,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(specs.packages())
def test_generated_classes_read_and_write_what_fits_their_schemas(
    tmp_path_factory: pytest.TempPathFactory, made: tuple[dict[str, Any], dict[str, list[Any]]]
) -> None:
    document, fitting = made
    folder, name = tmp_path_factory.mktemp("bindings"), f"made_bindings_{next(COUNT)}"
    try:
        write(document, folder / name)
    except PipelineError as error:
        assert_readable(str(error))
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        try:
            check_package(folder, name, document, fitting)
        finally:
            for module in [each for each in sys.modules if each.split(".")[0] == name]:
                del sys.modules[module]


def check_package(folder: Path, name: str, document: Any, fitting: dict[str, list[Any]]) -> None:
    for path in (folder / name / "api").rglob("*.py"):
        importlib.import_module(".".join(path.relative_to(folder).with_suffix("").parts))
    models = importlib.import_module(f"{name}.models")
    for model, values in fitting.items():
        schema = {"$ref": REF + model, "components": document["components"]}
        validator = jsonschema.Draft202012Validator(schema)
        for value in filter(validator.is_valid, values):
            # 1 and True are equal in Python, but not as JSON.
            text = json.dumps(value, sort_keys=True)
            back = getattr(models, model).from_dict(json.loads(text)).to_dict()
            assert json.dumps(back, sort_keys=True) == text
