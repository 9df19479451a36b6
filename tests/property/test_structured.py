"""For any type: encoded values decode, and the schema and the decoder agree."""

from __future__ import annotations

import json
from inspect import signature
from typing import Any, Literal

import pydantic
import pytest
from hypothesis import HealthCheck, event, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from profiles import examples
from strategies.pydantic_models import model_values
from strategies.structured import Kind, mutations, typed_values
from vllm_sdk._structured import from_json, schema_of, to_json
from vllm_sdk._structured.shapes import formats
from vllm_sdk.errors import OutputInvalid

plain_choices = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters='"'), min_size=1
).filter(lambda text: text.isprintable() and text.strip())

slow = examples(150, suppress_health_check=[HealthCheck.too_slow])

REFUSED_BY_BACK_ENDS = {
    "multipleOf", "uniqueItems", "contains", "propertyNames", "oneOf", "allOf", "format", "default",
}  # fmt: skip


def build_validator(kind: Kind) -> Any:
    schema = schema_of(kind.type)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def find_subschemas(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for each in schema for found in find_subschemas(each)]
    if not isinstance(schema, dict):
        return []
    return [schema] + [found for each in schema.values() for found in find_subschemas(each)]


@slow
@given(typed_values())
def test_encoded_values_decode(case: tuple[Kind, Any]) -> None:
    kind, value = case
    found = from_json(kind.type, to_json(value, kind.type))
    assert found == value
    assert type(found) is type(value)


@slow
@given(typed_values())
def test_the_schema_accepts_encoded_values(case: tuple[Kind, Any]) -> None:
    kind, value = case
    build_validator(kind).validate(json.loads(to_json(value, kind.type)))


@slow
@given(typed_values(), st.data())
def test_the_schema_and_the_decoder_refuse_the_same(
    case: tuple[Kind, Any], data: st.DataObject
) -> None:
    kind, value = case
    accepts = build_validator(kind).is_valid
    for change, document in data.draw(mutations(json.loads(to_json(value, kind.type)))).items():
        decoded, accepted = decodes(kind, document), accepts(document)
        event(f"{change}: {'decoded' if decoded else 'refused'}")
        assert accepted or not decoded or not kind.strict, change
        if kind.stated:
            assert decoded == accepted, change


def decodes(kind: Kind, document: Any) -> bool:
    try:
        from_json(kind.type, json.dumps(document))
    except OutputInvalid as error:
        assert error.path.startswith("$")  # noqa: PT017 -- it may as well be decoded
        return False
    return True


@slow
@given(typed_values())
def test_the_schema_has_no_keyword_that_a_back_end_refuses(case: tuple[Kind, Any]) -> None:
    for schema in find_subschemas(schema_of(case[0].type)):
        properties = schema.get("properties", {})
        assert not (schema.keys() - properties.keys()) & REFUSED_BY_BACK_ENDS
        assert "pattern" not in schema or not {"minLength", "maxLength"} & schema.keys()


@slow
@given(typed_values().filter(lambda case: case[0].pydantic))
def test_pydantic_reads_the_same_value(case: tuple[Kind, Any]) -> None:
    kind, value = case
    text = to_json(value, kind.type)
    adapter = TypeAdapter(kind.type)
    assert adapter.validate_json(text) == value
    Draft202012Validator(adapter.json_schema()).validate(json.loads(text))


@slow
@given(model_values(lossy=True))
def test_a_model_whose_json_would_not_read_back_is_not_written(value: Any) -> None:
    try:
        text = to_json(value)
    except TypeError as error:
        event("refused")
        assert "has no JSON that reads back" in str(error)  # noqa: PT017 -- it may be written
    else:
        event("written")
        assert from_json(type(value), text) == value


@slow
@given(model_values(lossy=False))
def test_what_is_written_of_a_model_reads_back_and_keeps_to_the_schema(value: Any) -> None:
    model = type(value)
    schema = schema_of(model)
    Draft202012Validator.check_schema(schema)
    text = to_json(value)
    found = from_json(model, text)
    assert found == value
    assert to_json(found) == text
    Draft202012Validator(schema).validate(json.loads(text))


FORMATS = {
    "date": formats.DATE, "date-time": formats.DATETIME, "time": formats.TIME,
    "uuid": formats.UNIQUE_ID,
}  # fmt: skip


def normalize(schema: Any) -> Any:
    """Return a schema of pydantic's without the known differences.

    Here objects are closed. Formats are patterns, which are constraints while `format` is an
    annotation. Constraints that back ends do not support are only described.
    """
    if isinstance(schema, list):
        return [normalize(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    known = {name: normalize(each) for name, each in schema.items()}
    if "properties" in schema or schema.get("type") == "object":
        known.setdefault("additionalProperties", False)
    if form := FORMATS.get(known.pop("format", "")):
        known["pattern"] = f"^{form.pattern}$"
    if "patternProperties" in known:  # names that are integers, which pydantic leaves out
        (known["additionalProperties"],) = known.pop("patternProperties").values()
    known.pop("uniqueItems", None)
    known.pop("multipleOf", None)
    return known


# pydantic before 2.12 cannot be told to, and refuses less then.
FORBID_EXTRA: dict[str, Any] = (
    {"extra": "forbid"} if "extra" in signature(TypeAdapter.validate_json).parameters else {}
)


@slow
@given(typed_values().filter(lambda case: case[0].pydantic), st.data())
def test_pydantic_refuses_the_same(case: tuple[Kind, Any], data: st.DataObject) -> None:
    kind, value = case
    adapter = TypeAdapter(kind.type)
    ours, theirs = (
        Draft202012Validator(normalize(schema))
        for schema in (schema_of(kind.type), adapter.json_schema())
    )
    for change, document in data.draw(mutations(json.loads(to_json(value, kind.type)))).items():
        assert ours.is_valid(document) == theirs.is_valid(document), change
        try:
            adapter.validate_json(json.dumps(document), strict=True, **FORBID_EXTRA)
        except ValidationError:
            event(f"{change}: refused")
            # pydantic before 2.12 takes no integer of that size for a float
            if not (change == "2**80" and pydantic.VERSION.startswith("2.11.")):
                assert not decodes(kind, document), change


@given(st.text(max_size=20))
@pytest.mark.parametrize("type", [int, list[str], dict[str, float]])
def test_any_text_decodes_or_is_invalid(type: Any, text: str) -> None:
    try:
        assert from_json(type, to_json(from_json(type, text), type)) == from_json(type, text)
    except OutputInvalid as error:
        assert error.text == text  # noqa: PT017 -- it may as well be decoded


@given(st.lists(plain_choices, min_size=1, max_size=5, unique_by=str.strip), st.data())
def test_a_choice_is_read_bare_quoted_and_in_white_space(
    choices: list[str], data: st.DataObject
) -> None:
    kind: Any = Literal[tuple(choices)]  # type: ignore[valid-type]
    chosen = data.draw(st.sampled_from(choices))
    space = st.text(" \n\t\r", max_size=3)
    written = data.draw(st.sampled_from([chosen, json.dumps(chosen)]))
    assert from_json(kind, data.draw(space) + written + data.draw(space)) == chosen
    other = f"It is {chosen}."
    if other not in choices:
        with pytest.raises(OutputInvalid, match="expected") as caught:
            from_json(kind, other)
        assert "not JSON" not in caught.value.message
