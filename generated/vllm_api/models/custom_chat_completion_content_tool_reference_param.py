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

from ..types import UNSET, Unset

T = TypeVar("T", bound="CustomChatCompletionContentToolReferenceParam")


@_attrs_define
class CustomChatCompletionContentToolReferenceParam:
    """A tool reference content param that only accepts a plain tool name.

    Example:
    {
        "name": "get_weather",
        "type": "tool_reference"
    }

        Attributes:
            name (str | Unset):
            type_ (Literal['tool_reference'] | Unset):
    """

    name: str | Unset = UNSET
    type_: Literal["tool_reference"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        type_ = cast(Literal["tool_reference"] | Unset, d.pop("type", UNSET))
        if type_ != "tool_reference" and not isinstance(type_, Unset):
            raise ValueError(f"type must match const 'tool_reference', got '{type_}'")

        custom_chat_completion_content_tool_reference_param = cls(
            name=name,
            type_=type_,
        )

        custom_chat_completion_content_tool_reference_param.additional_properties = d
        return custom_chat_completion_content_tool_reference_param

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
