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

T = TypeVar("T", bound="ChatCompletionContentPartPromptEmbedsParam")


@_attrs_define
class ChatCompletionContentPartPromptEmbedsParam:
    """
    Attributes:
        data (str):
        type_ (Literal['prompt_embeds']):
    """

    data: str
    type_: Literal["prompt_embeds"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data = self.data

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        data = d.pop("data")

        type_ = cast(Literal["prompt_embeds"], d.pop("type"))
        if type_ != "prompt_embeds":
            raise ValueError(f"type must match const 'prompt_embeds', got '{type_}'")

        chat_completion_content_part_prompt_embeds_param = cls(
            data=data,
            type_=type_,
        )

        chat_completion_content_part_prompt_embeds_param.additional_properties = d
        return chat_completion_content_part_prompt_embeds_param

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
