"""A JSON Schema in place of a type."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from vllm_sdk._structured import choices_of, from_json, schema_of, to_json
from vllm_sdk.errors import OutputInvalid, RequestInvalid

PERSON = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "age": {"type": "integer", "minimum": 0},
        "height": {"type": "number"},
        "friends": {"type": "array", "items": {"$ref": "#"}},
    },
    "required": ["name"],
    "additionalProperties": False,
}
ADA = '{"name": "Ada", "height": 1.65, "friends": [{"name": "Mary", "age": 90}]}'


def test_a_schema_is_sent_as_it_is() -> None:
    assert schema_of(PERSON) == PERSON
    assert choices_of(PERSON) is None


def test_the_schema_is_a_copy() -> None:
    schema_of(PERSON)["properties"].clear()
    assert schema_of(PERSON) == PERSON
    given: dict[str, Any] = {"items": {"type": "integer"}}
    assert from_json(given, "[1]") == [1]
    given["items"]["type"] = "string"
    assert from_json(given, '["a"]') == ["a"]


def test_the_answer_is_plain_json() -> None:
    ada = from_json(PERSON, ADA)
    assert ada == json.loads(ADA)
    assert type(ada["height"]) is float
    assert from_json({}, "1e2") == 100.0
    assert to_json(ada, PERSON) == ADA


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("[]", "$", "[] is not of type 'object'"),
        ('{"age": 1}', "$", "'name' is a required property"),
        ('{"name": ""}', "$.name", '"" should be non-empty'),
        ('{"name": "Ada", "age": null}', "$.age", "null is not of type 'integer'"),
        ('{"name": "Ada", "age": 1.5}', "$.age", "1.5 is not of type 'integer'"),
        ('{"name": "Ada", "friends": [{"name": 1}]}', "$.friends[0].name", "1 is not of type"),
        ('{"name": "Ada", "sex": "f"}', "$", "'sex' was unexpected"),
        ('{"name": "Ada", "name": "Eve"}', "$", "'name' occurs twice"),
        ('{"name": "Ada", "height": 1e999}', "$.height", "too large for a float"),
        (r'{"name": "\ud800"}', "$.name", "half a surrogate pair"),
        ('{"name": "Ada", ', "$", "not JSON"),
    ],
)
def test_output_that_the_schema_refuses_is_invalid(text: str, path: str, reason: str) -> None:
    with pytest.raises(OutputInvalid) as caught:
        from_json(PERSON, text)
    assert (caught.value.path, caught.value.text) == (path, text)
    assert reason in caught.value.message


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(OutputInvalid) as caught:
        from_json({"maxItems": 2}, json.dumps(["x" * 500] * 3))
    assert "… is too long" in caught.value.message
    with pytest.raises(OutputInvalid) as caught:
        from_json({"enum": ["y" * 500]}, '"x"')
    assert caught.value.message.startswith('$: "x" is not one of [')
    assert len(caught.value.message) < 300


def test_the_error_names_the_closest_alternative() -> None:
    either = {
        "anyOf": [
            {"type": "integer"},
            {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
        ]
    }
    with pytest.raises(OutputInvalid) as caught:
        from_json(either, '{"a": 1}')
    assert caught.value.path == "$.a"


def test_deep_output_is_refused_with_the_same_message() -> None:
    nested = {"items": {"$ref": "#"}}
    with pytest.raises(OutputInvalid, match="nested too deeply"):
        from_json(nested, "[" * 400 + "]" * 400)


def test_a_number_beyond_float_cannot_be_checked_against_a_float() -> None:
    with pytest.raises(OutputInvalid, match="the schema can't be checked"):
        from_json({"multipleOf": 0.5}, "1" * 400)


def test_a_dialect_can_be_named() -> None:
    pair = {"items": [{"type": "string"}, {"type": "integer"}]}
    draft_7 = {"$schema": "http://json-schema.org/draft-07/schema#", **pair}
    assert from_json(draft_7, '["a", 1]') == ["a", 1]
    with pytest.raises(OutputInvalid):
        from_json(draft_7, '["a", "b"]')
    with pytest.raises(RequestInvalid, match=r"invalid at \$\.items"):
        schema_of(pair)


def test_a_reference_inside_the_schema_is_followed() -> None:
    schema = {
        "$id": "https://example.com/tree",
        "anyOf": [{"$ref": "node"}, {"$ref": "#leaf"}, {"$ref": "#/components/0"}],
        "$defs": {
            "node": {"$id": "node", "items": {"$ref": "tree"}, "type": "array"},
            "leaf": {"$anchor": "leaf", "type": "integer"},
        },
        "components": [{"const": {"$ref": "a value, no reference"}}],
    }
    for text in ("[[1], 2]", '{"$ref": "a value, no reference"}'):
        assert from_json(schema, text) == json.loads(text)
    with pytest.raises(OutputInvalid):
        from_json(schema, '["x"]')


CIRCULAR: dict[str, Any] = {}
CIRCULAR["items"] = CIRCULAR
DEEP: dict[str, Any] = {}
for _ in range(3000):
    DEEP = {"not": DEEP}

INVALID: list[tuple[Any, str]] = [
    ({"properties": {"a": {"type": "strin"}}}, r"at \$\.properties\.a\.type: \"strin\" is not"),
    ({"required": "a"}, r"at \$\.required"),
    ({"pattern": "("}, r"at \$\.pattern: the pattern \"\(\" is not one of ECMA-262"),
    ({"items": {"$ref": "#/$defs/Nope"}}, r"\$ref at \$\.items leads to \"#/\$defs/Nope\""),
    (
        {"items": {"$ref": "https://example.com/a"}},
        r"https://example.com/a\", where it holds no schema",
    ),
    ({"$ref": "https://json-schema.org/draft/2020-12/schema"}, "holds no schema"),
    ({"$ref": "#/allOf/x", "allOf": [{}]}, "holds no schema"),
    ({"$ref": "#/title", "title": "x"}, r"\$ref at \$ leads to \"#/title\""),
    ({"$ref": "#/minimum", "minimum": 1}, "holds no schema"),
    ({"$ref": "#/a/b", "a": {"b": {"type": 1}}}, r"invalid at \$\.a\.b\.type"),
    ({"$ref": "#"}, r"at \$ leads back to itself"),
    ({"properties": {"a": {"anyOf": [{"$ref": "#/properties/a"}]}}}, "leads back to itself"),
    ({"dependentSchemas": {"a": {"$ref": "#"}}}, "leads back to itself"),
    ({"$schema": "https://example.com/mine"}, "dialect"),
    ({"$schema": 1}, "dialect"),
    ({"const": {1, 2}}, "not JSON: .*set"),
    ({"minimum": float("nan")}, "not JSON"),
    (CIRCULAR, "not JSON"),
    (DEEP, "nested too deeply"),
]


@pytest.mark.parametrize(("schema", "why"), INVALID, ids=[why for _, why in INVALID])
def test_a_schema_that_cannot_be_checked_is_refused(schema: Any, why: str) -> None:
    with pytest.raises(RequestInvalid, match=why):
        schema_of(schema)


@pytest.mark.parametrize("value", [{"name": 1}, {"name": {1}}, {1: "a"}, float("nan"), {"name"}])
def test_a_value_that_the_schema_refuses_is_not_written(value: Any) -> None:
    with pytest.raises(TypeError, match="expected"):
        to_json(value, PERSON)


@dataclass
class Event:
    name: str
    payload: Annotated[Any, {"type": "object", "minProperties": 1}, "whatever came with it"]


def test_a_schema_can_be_part_of_a_type() -> None:
    assert from_json(Annotated[Any, {"type": "integer"}], "5") == 5
    assert schema_of(Event)["properties"]["payload"] == {
        "type": "object",
        "minProperties": 1,
        "description": "whatever came with it",
    }
    assert from_json(Event, '{"name": "a", "payload": {"x": 1}}') == Event("a", {"x": 1})
    with pytest.raises(OutputInvalid, match=r"^\$\.payload: .*non-empty|enough properties"):
        from_json(Event, '{"name": "a", "payload": {}}')


TREE = {"$ref": "#/$defs/t", "$defs": {"t": {"type": "array", "items": {"$ref": "#/$defs/t"}}}}


def test_a_schema_with_references_cannot_be_part_of_a_type() -> None:
    assert from_json(Annotated[Any, TREE], "[[], []]") == [[], []]
    with pytest.raises(RequestInvalid, match=r"\[\]: a schema with references can't be a part"):
        schema_of(list[Annotated[Any, TREE]])


def test_an_invalid_schema_in_a_type_is_named_by_its_path() -> None:
    with pytest.raises(RequestInvalid, match=r"\[\]: The schema is invalid at \$\.type"):
        schema_of(list[Annotated[Any, {"type": "lisst"}]])
