"""Unions of any two types: a value keeps its type, or the union is refused."""

from __future__ import annotations

from typing import Any, Union

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from strategies.structured import kinds
from vllm_sdk._structured import from_json, schema_of, to_json
from vllm_sdk.errors import RequestInvalid


def is_refused(type: Any) -> bool:
    try:
        schema_of(type)
    except RequestInvalid as error:
        assert "can't be told apart" in error.message  # noqa: PT017 -- both members are fine alone
        return True
    return False


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.data())
def test_a_member_round_trips(data: st.DataObject) -> None:
    one, other = data.draw(kinds), data.draw(kinds)
    union = Union[one.type, other.type]  # noqa: UP007 -- not every type form has |
    refused = is_refused(union)
    event(f"refused: {refused}")
    assume(not refused)
    value = data.draw(one.values | other.values)
    found = from_json(union, to_json(value, union))
    assert found == value
    assert type(found) is type(value)
