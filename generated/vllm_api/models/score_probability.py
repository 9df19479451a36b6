from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ScoreProbability")


@_attrs_define
class ScoreProbability:
    """
    Attributes:
        label (str):
        probability (float):
        value (int):
    """

    label: str
    probability: float
    value: int

    def to_dict(self) -> dict[str, Any]:
        label = self.label

        probability = self.probability

        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "label": label,
                "probability": probability,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        label = d.pop("label")

        probability = d.pop("probability")

        value = d.pop("value")

        score_probability = cls(
            label=label,
            probability=probability,
            value=value,
        )

        return score_probability
