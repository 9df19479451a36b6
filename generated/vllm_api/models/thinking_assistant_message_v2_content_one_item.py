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

T = TypeVar("T", bound="ThinkingAssistantMessageV2ContentOneItem")


@_attrs_define
class ThinkingAssistantMessageV2ContentOneItem:
    """
    Attributes:
        thinking (str):
        type_ (Literal['thinking'] | Unset):
    """

    thinking: str
    type_: Literal["thinking"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        thinking = self.thinking

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "thinking": thinking,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        thinking = d.pop("thinking")

        type_ = cast(Literal["thinking"] | Unset, d.pop("type", UNSET))
        if type_ != "thinking" and not isinstance(type_, Unset):
            raise ValueError(f"type must match const 'thinking', got '{type_}'")

        thinking_assistant_message_v2_content_one_item = cls(
            thinking=thinking,
            type_=type_,
        )

        thinking_assistant_message_v2_content_one_item.additional_properties = d
        return thinking_assistant_message_v2_content_one_item

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
