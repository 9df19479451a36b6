"""The constraint and the guard against loops, as values."""

import json
from typing import Any

import pytest

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options, RepetitionDetection, StructuredOutputs


def nested(depth: int) -> dict[str, Any]:
    schema: dict[str, Any] = {}
    for _ in range(depth - 1):
        schema = {"not": schema}
    return schema


def test_a_constraint_is_written_as_it_was_given() -> None:
    constraint = StructuredOutputs(choice=["yes", "no"])
    assert constraint.choice == ("yes", "no")
    assert constraint.to_dict() == {"choice": ["yes", "no"]}
    assert repr(constraint) == "StructuredOutputs(choice=['yes', 'no'])"
    assert constraint == StructuredOutputs(choice=["yes", "no"], whitespace_pattern=None)


@pytest.mark.parametrize(
    ("name", "value", "instead"),
    [
        ("disable_any_whitespace", True, '"backend": "xgrammar", "disable_any_whitespace": true'),
        ("disable_any_whitespace", False, "start the server with"),
        ("disable_additional_properties", True, '"additionalProperties": false into the schema'),
        ("whitespace_pattern", r"\s?", "regex or grammar"),
    ],
)
def test_a_setting_of_the_server_is_refused_in_a_request(
    name: str, value: Any, instead: str
) -> None:
    fields: dict[str, Any] = {"json": {"type": "object"}, name: value}
    for make in (
        lambda: StructuredOutputs(**fields),
        lambda: Options(structured_outputs=fields),
    ):
        with pytest.raises(RequestInvalid, match=f"vLLM ignores .*{name} in a request") as caught:
            make()
        assert instead in caught.value.message
    with pytest.raises(TypeError, match="no option") as unknown:
        Options(**{name: value})
    assert instead in str(unknown.value)


def test_a_structural_tag_becomes_json_text() -> None:
    tag = {"type": "structural_tag", "format": {"type": "const_string", "value": "é"}}
    written = StructuredOutputs(structural_tag=tag).structural_tag
    assert isinstance(written, str)
    assert json.loads(written) == tag
    assert StructuredOutputs(structural_tag=written).structural_tag == written


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "has no constraint: give exactly one of json, regex"),
        ({"whitespace_pattern": None}, "has no constraint"),
        ({"json": {}, "regex": "a"}, "has json and regex: give exactly one"),
        ({"json": "{"}, r"structured_outputs\.json is not JSON"),
        ({"json": "[" * 100_000}, r"structured_outputs\.json is not JSON"),
        ({"json": "true"}, r"structured_outputs\.json is JSON, but not an object: 'true'"),
        ({"json": nested(65)}, r"structured_outputs\.json is nested 65 deep; vLLM takes 64"),
        ({"json": json.dumps(nested(65))}, "is nested 65 deep; vLLM takes 64"),
        ({"structural_tag": nested(81)}, "is nested 81 deep; vLLM takes 80"),
        ({"regex": "a\0"}, "holds a NUL character"),
        ({"choice": []}, "is empty"),
        ({"grammar": "\n"}, "is blank"),
        ({"json_object": False}, "leave structured_outputs out"),
    ],
)
def test_what_vllm_would_refuse_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        StructuredOutputs(**fields)


def test_the_deepest_schema_that_vllm_takes_is_taken() -> None:
    StructuredOutputs(json=nested(64))
    StructuredOutputs(json={"enum": [[]] * 3, "not": nested(63)})
    StructuredOutputs(structural_tag=nested(80))
    with pytest.raises(RequestInvalid, match="response_format is nested 65 deep"):
        Options(response_format={
            "type": "json_schema", "json_schema": {"name": "a", "schema": nested(65)}
        })  # fmt: skip
    with pytest.raises(RequestInvalid, match="response_format is nested 81 deep"):
        Options(response_format={"type": "structural_tag", "format": nested(80)})


def test_a_choice_is_a_list_of_texts() -> None:
    with pytest.raises(TypeError, match="choice takes a list of texts, not the str 'yes'"):
        StructuredOutputs(choice="yes")


def test_equal_constraints_hash_alike() -> None:
    one, same = StructuredOutputs(json={"a": 1}), StructuredOutputs(json={"a": 1})
    assert one == same
    assert hash(one) == hash(same)


def test_repetition_detection_writes_what_is_set() -> None:
    guard = RepetitionDetection(max_pattern_size=5, min_count=3)
    assert guard.to_dict() == {"max_pattern_size": 5, "min_count": 3}
    assert repr(guard) == "RepetitionDetection(max_pattern_size=5, min_count=3)"
    assert Options(repetition_detection=guard).chat_fields() == {
        "repetition_detection": guard.to_dict()
    }


def test_repetition_detection_can_be_turned_off() -> None:
    off = RepetitionDetection(max_pattern_size=0, min_count=0)
    assert off.to_dict() == {"max_pattern_size": 0, "min_count": 0}


@pytest.mark.parametrize(
    ("sizes", "message"),
    [
        ((-1, 2, None), "max_pattern_size=-1: vLLM takes an integer of 0 or more"),
        ((3, 2, 4), "min_pattern_size=4 is more than max_pattern_size=3"),
        ((3, 1, None), "min_count=1: vLLM takes 2 or more"),
    ],
)
def test_sizes_that_vllm_would_refuse_are_refused(
    sizes: tuple[int, int, int | None], message: str
) -> None:
    most, count, least = sizes
    with pytest.raises(RequestInvalid, match=message):
        RepetitionDetection(max_pattern_size=most, min_count=count, min_pattern_size=least)
