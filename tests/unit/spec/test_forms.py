"""The comparison itself: every kind of difference is found, and named."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
import pytest

from spec_forms import (
    Pinned,
    Schema,
    Spec,
    bound_differences,
    form_of,
    option_differences,
    reply_differences,
)
from vllm_sdk.options import checks


class Inner(msgspec.Struct):
    """What a reply holds."""

    text: str


class View(msgspec.Struct):
    """A reply."""

    index: int
    reason: str | None = None
    inner: list[Inner] | None = None
    scores: dict[str, float] | None = None


CLASSES = {View: "Answer", Inner: "Piece"}
SPEC = Spec(
    {
        "a__Piece": {"properties": {"text": {"type": "string"}}, "required": ["text"]},
        "b__Other": {"properties": {}},
    },
    {"a__Piece": "Piece", "b__Other": "Other"},
)
ANSWER: Schema = {
    "properties": {
        "index": {"type": "integer"},
        "reason": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "inner": {"type": "array", "items": {"$ref": "#/components/schemas/a__Piece"}},
        "scores": {"type": ["object", "null"], "additionalProperties": {"type": "number"}},
    },
    "required": ["index"],
}


def found_in(
    answer: Schema,
    *,
    unread: Mapping[str, str] | None = None,
    pinned: Mapping[str, Pinned] | None = None,
) -> list[str]:
    return [
        *reply_differences(
            View, answer, SPEC, classes=CLASSES, unread=unread or {}, pinned=pinned or {}
        )
    ]


def with_field(name: str, field: Schema | None) -> Schema:
    """The answer with another field in a field's place; None takes it out."""
    answer = copy.deepcopy(ANSWER)
    answer["properties"].pop(name, None)
    if field is not None:
        answer["properties"][name] = field
    return answer


def test_a_struct_that_fits_has_no_differences() -> None:
    assert found_in(ANSWER) == []


@pytest.mark.parametrize(
    ("name", "field", "says"),
    [
        ("new", {"type": "integer"}, "View does not read 'new' (integer)"),
        ("reason", None, "View reads 'reason', which vLLM's spec does not have"),
        (
            "reason",
            {"type": "integer"},
            "View.reason is 'null | string', but vLLM's spec says 'int",
        ),
        ("index", {"type": ["integer", "null"]}, "View.index is 'integer', but vLLM's spec says"),
        (
            "reason",
            {"enum": ["stop", "length"]},
            "View.reason is 'null | string', but vLLM's spec says '\"length\" | \"stop\"'",
        ),
        (
            "inner",
            {"type": "array", "items": {"$ref": "#/components/schemas/b__Other"}},
            "View.inner is 'array<Piece> | null', but vLLM's spec says 'array<Other>'",
        ),
        (
            "scores",
            {"type": "object", "additionalProperties": {"type": ["number", "null"]}},
            "vLLM's spec says 'object<null | number>'",
        ),
    ],
)
def test_a_difference_of_a_reply_is_found_by_name(
    name: str, field: Schema | None, says: str
) -> None:
    (difference,) = found_in(with_field(name, field))
    assert says in difference


def test_a_field_that_may_be_missing_needs_a_default() -> None:
    assert found_in(ANSWER | {"required": []}) == ["View.index may be missing: give it a default"]


def test_a_reason_holds_as_long_as_there_is_something_to_explain() -> None:
    more = with_field("new", {"type": "integer"})
    assert found_in(more, unread={"new": "for others"}) == []
    (stale,) = found_in(ANSWER, unread={"new": "for others"})
    assert "UNREAD says why View leaves out 'new'" in stale
    other = with_field("reason", {"type": "boolean"})
    assert found_in(other, pinned={"reason": Pinned("boolean", "for a reason")}) == []
    (changed,) = found_in(ANSWER, pinned={"reason": Pinned("boolean", "for a reason")})
    assert "View.reason is pinned to 'boolean', but vLLM's spec says 'null | string'" in changed
    assert "(for a reason)" in changed


@pytest.mark.parametrize(
    ("annotation", "field", "says"),
    [
        (float | None, {"type": "number"}, ""),
        (float | None, {"anyOf": [{"type": "number"}, {"type": "null"}]}, ""),
        (Literal["a", "b"], {"enum": ["a", "b"], "type": "string"}, ""),
        (
            str | Sequence[str],
            {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            "",
        ),
        (Mapping[str, Any], {"type": "object", "additionalProperties": True}, ""),
        (float, {"type": "integer"}, "the option 'x' is 'number', but vLLM's spec says 'integer'"),
        (Literal["a", "b"], {"enum": ["a", "b", "c"]}, 'vLLM\'s spec says \'"a" | "b" | "c"\''),
        (Literal["a"], {"anyOf": [{"const": "a"}, {"const": "z"}]}, '"z"'),
        (str, {"type": "object", "properties": {"a": {"type": "string"}}}, "'object{a: string}'"),
        (str, {"allOf": [{"$ref": "#/components/schemas/unnamed"}]}, "'unnamed'"),
        (str, {"type": "string", "pattern": "a+"}, "the field 'x' has pattern"),
        (
            Sequence[str],
            {"type": "array", "items": {"type": "string", "format": "uri"}},
            "has format",
        ),
    ],
)
def test_a_difference_of_an_option_is_found_by_name(
    annotation: Any, field: Schema, says: str
) -> None:
    differences = [*option_differences("x", annotation, field, SPEC, classes={})]
    assert len(differences) == bool(says), differences
    assert all(says in difference for difference in differences)


def test_a_pinned_option_is_looked_at_again_when_the_spec_changes() -> None:
    pinned = Pinned("integer", "for a reason")
    field = {"type": "integer"}
    assert [*option_differences("x", str, field, SPEC, classes={}, pinned=pinned)] == []
    field = {"type": "boolean"}
    (changed,) = option_differences("x", str, field, SPEC, classes={}, pinned=pinned)
    assert "the option 'x' is pinned to the type 'integer'" in changed


FROM_1_TO_9 = checks.make_integer_check(1, 9, "from 1 to 9")
UP_TO_1 = checks.make_number_check(0.0, 1.0, "from 0 to 1")
WORD = checks.make_choice_check("a", "b")


def two_texts(name: str, value: Any) -> Any:
    kept = checks.check_items(name, value, checks.check_text, "texts")
    if len(kept) > 2:
        raise ValueError("more than two")
    return kept


@pytest.mark.parametrize(
    ("check", "field", "says"),
    [
        (FROM_1_TO_9, {"type": "integer", "minimum": 1.0, "maximum": 9.0}, []),
        (FROM_1_TO_9, {"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 10}, []),
        (FROM_1_TO_9, {"type": "integer", "minimum": 0}, ["refuses 0", "(minimum 0)"]),
        (FROM_1_TO_9, {"type": "integer", "minimum": 2}, ["takes 1", "(minimum 2)"]),
        (FROM_1_TO_9, {"anyOf": [{"type": "integer", "maximum": 8}]}, ["takes 9"]),
        (FROM_1_TO_9, {"type": "integer", "exclusiveMaximum": 9}, ["takes 9"]),
        (FROM_1_TO_9, {"type": "integer", "exclusiveMinimum": -1}, ["refuses 0"]),
        (UP_TO_1, {"type": "number", "minimum": 0, "maximum": 1}, []),
        (UP_TO_1, {"type": "number", "exclusiveMinimum": 0}, ["takes 0"]),
        (UP_TO_1, {"type": "number", "maximum": 0.5}, ["takes 0.5000000000000001"]),
        (checks.check_integer_64, {"type": "integer", "minimum": -9.223372036854776e18}, []),
        (
            FROM_1_TO_9,
            {"type": "integer", "maximum": 9.223372036854776e18},
            ["refuses 9223372036854775807"],
        ),
        (WORD, {"enum": ["a", "b"]}, []),
        (
            WORD,
            {"anyOf": [{"enum": ["a", "b", "c"]}, {"type": "null"}]},
            ["refuses 'c'", "one of its values"],
        ),
        (checks.check_text, {"enum": ["a", "b"]}, ["takes 'no-such-value'"]),
        (checks.check_text, {"type": "string", "minLength": 1}, ["takes ''"]),
        (
            checks.check_text,
            {"type": "string", "maxLength": 70},
            ["…, which vLLM's spec refuses (maxLength 70)"],
        ),
        (checks.check_text, {"type": "string", "minLength": 0}, []),
        (two_texts, {"type": "array", "items": {"type": "string"}, "maxItems": 2}, []),
        (
            two_texts,
            {"type": "array", "items": {"type": "string"}, "maxItems": 3},
            ["refuses ['a', 'a', 'a']"],
        ),
        (two_texts, {"type": "array", "items": {"type": "string"}, "minItems": 1}, ["takes []"]),
    ],
)
def test_a_bound_that_a_check_does_not_hold_is_found_by_name(
    check: checks.Check, field: Schema, says: list[str]
) -> None:
    differences = [*bound_differences("x", check, field)]
    assert len(differences) == bool(says), differences
    assert all(word in differences[0] and "'x'" in differences[0] for word in says)


def test_a_pinned_bound_is_looked_at_again_when_the_spec_changes() -> None:
    pinned = Pinned({"maxLength": 9}, "for a reason")
    field: Schema = {"anyOf": [{"type": "string", "maxLength": 9}, {"type": "null"}]}
    assert [*bound_differences("x", checks.check_text, field, pinned=pinned)] == []
    field["anyOf"][0]["maxLength"] = 8
    (changed,) = bound_differences("x", checks.check_text, field, pinned=pinned)
    assert "pinned to the bounds {'maxLength': 9}, but vLLM's spec has {'maxLength': 8}" in changed


def test_a_class_without_a_name_in_the_bindings_is_refused() -> None:
    with pytest.raises(AssertionError, match="has no class of the bindings"):
        form_of(list[Inner], {})
    with pytest.raises(AssertionError, match="0 schemas that are called Nope"):
        SPEC.schema("Nope")
