from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="QuestionSpec")


@_attrs_define
class QuestionSpec:
    """
    Attributes:
        type_ (str):
        criteria (Any | Unset):
        instructions (Any | Unset):
    """

    type_: str
    criteria: Any | Unset = UNSET
    instructions: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        criteria = self.criteria

        instructions = self.instructions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if criteria is not UNSET:
            field_dict["criteria"] = criteria
        if instructions is not UNSET:
            field_dict["instructions"] = instructions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        type_ = d.pop("type")

        criteria = d.pop("criteria", UNSET)

        instructions = d.pop("instructions", UNSET)

        question_spec = cls(
            type_=type_,
            criteria=criteria,
            instructions=instructions,
        )

        question_spec.additional_properties = d
        return question_spec

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
