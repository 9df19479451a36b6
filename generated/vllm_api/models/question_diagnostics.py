from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="QuestionDiagnostics")


@_attrs_define
class QuestionDiagnostics:
    """
    Attributes:
        argmax_is_label (bool):
        label_mass (float): Probability the model put on the labels, over the full vocabulary. A low value means most of
            the probability went to tokens that are not labels.
    """

    argmax_is_label: bool
    label_mass: float
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        argmax_is_label = self.argmax_is_label

        label_mass = self.label_mass

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "argmax_is_label": argmax_is_label,
                "label_mass": label_mass,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        argmax_is_label = d.pop("argmax_is_label")

        label_mass = d.pop("label_mass")

        question_diagnostics = cls(
            argmax_is_label=argmax_is_label,
            label_mass=label_mass,
        )

        question_diagnostics.additional_properties = d
        return question_diagnostics

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
