"""Walking two specs in parallel, and telling which classes are the same."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openapi.pipeline.pairing import Pairing, get_base_name, pair_documents

from specs import answer, content, copied, document, ref, text


def pairing(left: dict[str, Any], right: dict[str, Any]) -> Pairing:
    return Pairing(left, right)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Name", "Name"),
        ("Name-Input", "Name"),
        ("a__b__Name-Output", "Name"),
        ("a__b__Name", "Name"),
        ("NameOutput", "NameOutput"),
    ],
)
def test_a_short_name_has_neither_module_nor_mode(name: str, short: str) -> None:
    assert get_base_name(name) == short


def test_classes_at_the_same_places_are_pairs_whatever_they_are_called() -> None:
    left = document(
        {
            "POST /a": {
                "requestBody": content(ref("Call-Input")),
                "responses": {"200": answer({"type": "array", "items": ref("Call-Output")})},
                "parameters": [{"name": "p", "in": "query", "schema": ref("Level")}],
            }
        },
        {"Call-Input": text(), "Call-Output": text(), "Level": {"enum": ["a"]}},
    )
    right = document(
        {
            "POST /a": {
                "requestBody": content(ref("openai__Call")),
                "responses": {"200": answer({"type": "array", "items": ref("vllm__Call")})},
                "parameters": [{"name": "p", "in": "query", "schema": ref("vllm__Level")}],
            }
        },
        {"openai__Call": text(), "vllm__Call": text(), "vllm__Level": {"enum": ["a"]}},
    )
    found = pair_documents(left, right, {"POST /a": "POST /a"})
    assert found.roles == {
        ("Call-Input", "openai__Call"): {"request"},
        ("Call-Output", "vllm__Call"): {"answer"},
        ("Level", "vllm__Level"): {"request"},
    }
    assert found.find_roles("Call-Output") == {"answer"}
    assert found.list_partners()["Level"] == ["vllm__Level"]


def test_alternatives_are_paired_by_name_then_by_order() -> None:
    found = pairing({"A": text(), "B-Input": text()}, {"m__B": text(), "m__Z": text()})
    found.walk(
        {"anyOf": [ref("A"), ref("B-Input"), {"type": "null"}]},
        {"oneOf": [{"type": "null"}, ref("m__B"), ref("m__Z")]},
        "request",
    )
    assert set(found.roles) == {("B-Input", "m__B"), ("A", "m__Z")}


def test_a_class_of_one_is_paired_with_the_union_that_grew_around_it() -> None:
    found = pairing({"A": text()}, {"m__A": text(), "m__B": text()})
    found.walk(ref("A"), {"anyOf": [ref("m__B"), ref("m__A")]}, "answer")
    assert set(found.roles) == {("A", "m__A")}


def test_circles_end() -> None:
    loop = {"N": text(next=ref("N"), all={"type": "array", "items": ref("N")})}
    other = {"m__N": text(next=ref("m__N"), all={"type": "array", "items": ref("m__N")})}
    found = pairing(loop, other)
    found.walk(ref("N"), ref("m__N"), "request")
    assert found.find_equal([("N", "m__N")], lenient=False) == {("N", "m__N")}


def test_a_difference_far_below_makes_all_above_it_unequal() -> None:
    deep = {f"C{index}": text(down=ref(f"C{index + 1}")) for index in range(30)}
    left = deep | {"C30": text()}
    right = deep | {"C30": text(y={"type": "integer"})}
    found = pairing(left, right)
    names = [(f"C{index}", f"C{index}") for index in range(31)]
    assert found.find_equal(names, lenient=False) == set()


def test_titles_are_no_difference_but_docstrings_are() -> None:
    found = pairing({"A": text() | {"title": "A"}}, {"A": text() | {"title": "B"}})
    assert found.is_same(ref("A"), ref("A"), lenient=False)
    found = pairing({"A": text() | {"description": "a"}}, {"A": text()})
    assert not found.is_same(ref("A"), ref("A"), lenient=False)


LENIENT = {
    "required": (text() | {"required": ["x"]}, text()),
    "never sent": (text(), text(hidden={"type": "string"})),
    "more allowed": (text() | {"additionalProperties": True}, text()),
}


@pytest.mark.parametrize(("served", "known"), LENIENT.values(), ids=LENIENT)
def test_what_a_documented_answer_says_otherwise_is_no_difference(
    served: dict[str, Any], known: dict[str, Any]
) -> None:
    found = pairing({"A": served}, {"A": known})
    assert found.is_same(ref("A"), ref("A"), lenient=True)
    assert not found.is_same(ref("A"), ref("A"), lenient=False)


@pytest.mark.parametrize(
    ("served", "known"),
    [
        (text(), text() | {"required": ["x"]}),
        (text(new={"type": "string"}), text()),
        (text(n={"type": "integer"}), text(n={"type": "number"})),
        (text(n={"enum": ["a", "b"]}), text(n={"enum": ["a"]})),
        (text(n={"default": True}), text(n={"default": 1})),
    ],
)
def test_what_a_reader_would_miss_is_a_difference(
    served: dict[str, Any], known: dict[str, Any]
) -> None:
    found = pairing({"A": served}, {"A": known})
    assert not found.is_same(ref("A"), ref("A"), lenient=True)


leaves = st.sampled_from(
    [
        {"type": "string"},
        {"type": "integer", "minimum": 1},
        {"enum": ["a", "b"]},
        {"type": "null"},
        ref("A"),
        ref("B"),
        ref("C"),
    ]
)
schemas = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(lambda options: {"anyOf": options}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda item: {"type": "array", "items": item}, inner),
        st.builds(lambda fields: text(**fields), st.dictionaries(st.sampled_from("yz"), inner)),
    ),
    max_leaves=5,
)
classes = st.fixed_dictionaries({"A": schemas, "B": schemas, "C": schemas})


@given(classes)
def test_a_spec_is_equal_to_itself_under_any_names(known: dict[str, Any]) -> None:
    moved = copied(known)
    for name in known:
        moved = {key: rename(value, name, f"m__{name}") for key, value in moved.items()}
    moved = {f"m__{name}": schema for name, schema in moved.items()}
    found = pairing(known, moved)
    pairs = [(name, f"m__{name}") for name in known]
    assert found.find_equal(pairs, lenient=False) == set(pairs)
    for one, two in pairs:
        found.walk(ref(one), ref(two), "request")
    assert set(pairs) <= set(found.roles)


def rename(node: Any, old: str, new: str) -> Any:
    if isinstance(node, dict):
        return ref(new) if node == ref(old) else {k: rename(v, old, new) for k, v in node.items()}
    return [rename(each, old, new) for each in node] if isinstance(node, list) else node
