from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="JointCanvas")


@_attrs_define
class JointCanvas:
    """
    Attributes:
        questions (list[str]): The question ids this canvas read.
        slots (list[int]): Each question's canvas position.
        width (int):
    """

    questions: list[str]
    slots: list[int]
    width: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        questions = self.questions

        slots = self.slots

        width = self.width

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "questions": questions,
                "slots": slots,
                "width": width,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        questions = cast(list[str], d.pop("questions"))

        slots = cast(list[int], d.pop("slots"))

        width = d.pop("width")

        joint_canvas = cls(
            questions=questions,
            slots=slots,
            width=width,
        )

        joint_canvas.additional_properties = d
        return joint_canvas

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
