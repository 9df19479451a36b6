"""Bounds: keywords as far as all grammar back ends enforce them, otherwise in the description."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import annotated_types as at
import pytest

from vllm_sdk._structured import schema_of

BOUNDS: list[tuple[Any, list[Any], dict[str, Any]]] = [
    (Decimal, [at.Ge(Decimal("0.1"))], {"minimum": 0.1}),
    (float, [at.Gt(0), at.Lt(1)], {"exclusiveMinimum": 0, "exclusiveMaximum": 1}),
    (float, [at.Gt(1e-300)], {"minimum": 0, "description": "more than 1e-300"}),
    (float, [at.Le(-1e-9)], {"maximum": 0, "description": "at most -1e-09"}),
    (float, [at.Ge(2.0)], {"minimum": 2}),
    (
        float,
        [at.Gt(3), at.Lt(3.5)],
        {"minimum": 3, "maximum": 3.5, "description": "more than 3; less than 3.5"},
    ),
    (
        float,
        [at.Ge(3), at.Lt(3.5)],
        {"minimum": 3, "maximum": 3.5, "description": "less than 3.5"},
    ),
    (
        Decimal,
        [at.Gt(Decimal("123456789012.123456"))],
        {"minimum": 123456789012, "description": "more than 123456789012.123456"},
    ),
    (int, [at.Gt(0.5), at.Le(2.5)], {"exclusiveMinimum": 0, "maximum": 2}),
    (int, [at.Ge(0.5), at.Lt(2.5)], {"minimum": 1, "exclusiveMaximum": 3}),
    (float, [at.Le(1e20)], {"description": "at most 1e+20"}),
    (Decimal, [at.Le(Decimal("Infinity"))], {"description": "at most Infinity"}),
]


@pytest.mark.parametrize(("type", "said", "stated"), BOUNDS, ids=str)
def test_a_bound_is_a_keyword_as_far_as_back_ends_enforce_it(
    type: Any, said: list[Any], stated: dict[str, Any]
) -> None:
    schema = schema_of(Annotated[type, *said])
    assert schema.pop("type") == ("integer" if type is int else "number")
    assert schema == stated
