"""Sets: only of hashable items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple

import annotated_types as at
import attrs
import msgspec
import pydantic
import pytest

from vllm_sdk._structured import from_json, schema_of
from vllm_sdk.errors import RequestInvalid


@dataclass
class Open:
    part: int


@attrs.frozen
class Closed:
    part: int


class Struct(msgspec.Struct):
    part: int


class FrozenStruct(msgspec.Struct, frozen=True):
    part: int


class Model(pydantic.BaseModel):
    part: int


class FrozenModel(pydantic.BaseModel, frozen=True):
    part: int


class Row(NamedTuple):
    part: int


@pytest.mark.parametrize(
    "item",
    [
        Open, Struct, Model, list[int], set[int], dict[str, int], tuple[int, list[int]],
        tuple[list[int], ...], int | list[int], Annotated[list[int], at.MinLen(1)],
    ],
    ids=str,
)  # fmt: skip
def test_unhashable_items_are_refused_in_a_set(item: Any) -> None:
    for container in (set[item], frozenset[item]):
        with pytest.raises(RequestInvalid, match=r"\[\]: .* has no hash"):
            schema_of(container)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (Closed, '{"part": 1}'),
        (FrozenStruct, '{"part": 1}'),
        (FrozenModel, '{"part": 1}'),
        (Row, '{"part": 1}'),
        (frozenset[int], "[1]"),
        (tuple[int, ...], "[1]"),
        (tuple[int, str], '[1, "a"]'),
        (int | None, "null"),
        (Annotated[int, at.Ge(3)], "5"),
    ],
    ids=str,
)
def test_hashable_items_are_accepted_in_a_set(item: Any, text: str) -> None:
    assert from_json(set[item], f"[{text}]") == {from_json(item, text)}
