from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AnthropicToolChangeReference")


@_attrs_define
class AnthropicToolChangeReference:
    """A tool named by a tool_addition or tool_removal block.

    Attributes:
        name (str):
        type_ (Literal['tool_reference']):
    """

    name: str
    type_: Literal["tool_reference"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        type_ = cast(Literal["tool_reference"], d.pop("type"))
        if type_ != "tool_reference":
            raise ValueError(f"type must match const 'tool_reference', got '{type_}'")

        anthropic_tool_change_reference = cls(
            name=name,
            type_=type_,
        )

        anthropic_tool_change_reference.additional_properties = d
        return anthropic_tool_change_reference

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
