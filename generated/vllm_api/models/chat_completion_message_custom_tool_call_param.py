from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.custom import Custom


_PENDING: dict[str, str] = {
    "Custom": "custom",
}

T = TypeVar("T", bound="ChatCompletionMessageCustomToolCallParam")


@_attrs_define
class ChatCompletionMessageCustomToolCallParam:
    """A call to a custom tool created by the model.

    Attributes:
        custom (Custom): The custom tool that the model called.
        id (str):
        type_ (Literal['custom']):
    """

    custom: Custom
    id: str
    type_: Literal["custom"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        custom = self.custom.to_dict()

        id = self.id

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "custom": custom,
                "id": id,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        custom = Custom.from_dict(d.pop("custom"))

        id = d.pop("id")

        type_ = cast(Literal["custom"], d.pop("type"))
        if type_ != "custom":
            raise ValueError(f"type must match const 'custom', got '{type_}'")

        chat_completion_message_custom_tool_call_param = cls(
            custom=custom,
            id=id,
            type_=type_,
        )

        chat_completion_message_custom_tool_call_param.additional_properties = d
        return chat_completion_message_custom_tool_call_param

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
