"""The output of grammar back ends is read, including their own spelling of values."""

from __future__ import annotations

import enum
import re
from typing import Annotated, Any, Literal

import annotated_types as at
import pytest

from vllm_sdk._structured import from_json, schema_of, to_json
from vllm_sdk.errors import OutputInvalid, RequestInvalid


def test_integers_as_keys_are_enforced() -> None:
    pattern = next(iter(schema_of(dict[int, str])["patternProperties"]))
    for name in ("0", "7", "-12"):
        assert re.search(pattern, name)
        assert from_json(dict[int, str], f'{{"{name}": "a"}}') == {int(name): "a"}
    for name in ("-0", "07", "1.0", "+1", "a", ""):
        assert not re.search(pattern, name)
        with pytest.raises(OutputInvalid):
            from_json(dict[int, str], f'{{"{name}": "a"}}')


class Size(enum.Enum):
    ZERO = 0.0
    TWO = 2.0
    SMALL = 9.059003919919713e-33
    LARGE = 1e22


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("2", Size.TWO),
        ("-0", Size.ZERO),
        (f"0.{'0' * 32}9059003919919711", Size.SMALL),
        (f"1{'0' * 22}", Size.LARGE),
        ("1e+22", Size.LARGE),
    ],
)
def test_a_float_of_an_enum_is_read_as_back_ends_write_it(text: str, size: Size) -> None:
    assert from_json(Size, text) is size
    assert from_json(Size, to_json(size)) is size


@pytest.mark.parametrize("text", ["3", "2.1", "1e999", "1" * 400, "true", '"2"'])
def test_another_number_is_not_a_member_of_the_enum(text: str) -> None:
    with pytest.raises(OutputInvalid, match="expected"):
        from_json(Size, text)


def test_floats_too_close_to_tell_apart_are_read_exactly() -> None:
    near = enum.Enum("near", {"A": 1.0, "B": 1.0000000000000002})
    assert from_json(near, "1.0") is near.A
    with pytest.raises(OutputInvalid):
        from_json(near, "1.0000000000000009")


def test_control_characters_in_a_text_are_read() -> None:
    assert from_json(Annotated[str, at.MaxLen(3)], '"a\tb"') == "a\tb"


@pytest.mark.parametrize(
    "type", [Literal[2**63], Literal[-(2**63) - 1], enum.Enum("Big", {"A": 2**64})], ids=str
)
def test_an_integer_of_more_than_64_bits_is_not_a_choice(type: Any) -> None:
    with pytest.raises(RequestInvalid, match="64 bits"):
        schema_of(type)
