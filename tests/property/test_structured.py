"""Whatever the type: what is encoded decodes, and the schema and the decoder agree."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from strategies.structured import Kind, mutated, typed_values
from vllm_sdk.errors import OutputInvalid
from vllm_sdk.structured import decode, encode, schema_of

slow = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150)

REFUSED_BY_BACK_ENDS = {
    "multipleOf", "uniqueItems", "contains", "propertyNames", "oneOf", "allOf", "format", "default",
}  # fmt: skip


def validator(kind: Kind) -> Any:
    schema = schema_of(kind.type)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def subschemas(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for each in schema for found in subschemas(each)]
    if not isinstance(schema, dict):
        return []
    return [schema] + [found for each in schema.values() for found in subschemas(each)]


@slow
@given(typed_values())
def test_what_is_encoded_decodes(case: tuple[Kind, Any]) -> None:
    kind, value = case
    found = decode(kind.type, encode(value, kind.type))
    assert found == value
    assert type(found) is type(value)


@slow
@given(typed_values())
def test_the_schema_accepts_what_is_encoded(case: tuple[Kind, Any]) -> None:
    kind, value = case
    validator(kind).validate(json.loads(encode(value, kind.type)))


@slow
@given(typed_values(), st.data())
def test_the_schema_and_the_decoder_refuse_the_same(
    case: tuple[Kind, Any], data: st.DataObject
) -> None:
    kind, value = case
    changed = data.draw(mutated(json.loads(encode(value, kind.type))))
    try:
        decode(kind.type, json.dumps(changed))
        decoded = True
    except OutputInvalid as error:
        assert error.path.startswith("$")  # noqa: PT017 -- it may as well be decoded
        decoded = False
    accepted = validator(kind).is_valid(changed)
    assert accepted or not decoded
    if kind.stated:
        assert decoded == accepted


@slow
@given(typed_values())
def test_the_schema_has_no_keyword_that_a_back_end_refuses(case: tuple[Kind, Any]) -> None:
    for schema in subschemas(schema_of(case[0].type)):
        properties = schema.get("properties", {})
        assert not (schema.keys() - properties.keys()) & REFUSED_BY_BACK_ENDS
        assert "pattern" not in schema or not {"minLength", "maxLength"} & schema.keys()


@slow
@given(typed_values())
def test_pydantic_reads_it_alike(case: tuple[Kind, Any]) -> None:
    kind, value = case
    assume(kind.pydantic)
    text = encode(value, kind.type)
    adapter = TypeAdapter(kind.type)
    assert adapter.validate_json(text) == value
    Draft202012Validator(adapter.json_schema()).validate(json.loads(text))


@given(st.text(max_size=20))
@pytest.mark.parametrize("type", [int, list[str], dict[str, float]])
def test_any_text_decodes_or_is_invalid(type: Any, text: str) -> None:
    try:
        assert decode(type, encode(decode(type, text), type)) == decode(type, text)
    except OutputInvalid as error:
        assert error.text == text  # noqa: PT017 -- it may as well be decoded
