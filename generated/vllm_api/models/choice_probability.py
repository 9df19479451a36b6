from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ChoiceProbability")


@_attrs_define
class ChoiceProbability:
    """
    Attributes:
        probability (float):
        value (bool | str):
    """

    probability: float
    value: bool | str

    def to_dict(self) -> dict[str, Any]:
        probability = self.probability

        value: bool | str
        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "probability": probability,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        probability = d.pop("probability")

        def _parse_value(data: object) -> bool | str:
            return cast(bool | str, data)

        value = _parse_value(d.pop("value"))

        choice_probability = cls(
            probability=probability,
            value=value,
        )

        return choice_probability
