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

T = TypeVar("T", bound="ChatMessageStartEventDeltaMessage")


@_attrs_define
class ChatMessageStartEventDeltaMessage:
    """
    Attributes:
        role (Literal['assistant'] | None | Unset):
    """

    role: Literal["assistant"] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        role: Literal["assistant"] | None | Unset
        if isinstance(self.role, Unset):
            role = UNSET
        else:
            role = self.role

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_role(data: object) -> Literal["assistant"] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            role_type_0 = cast(Literal["assistant"], data)
            if role_type_0 != "assistant":
                raise ValueError(
                    f"role_type_0 must match const 'assistant', got '{role_type_0}'"
                )
            return role_type_0
            return cast(Literal["assistant"] | None | Unset, data)

        role = _parse_role(d.pop("role", UNSET))

        chat_message_start_event_delta_message = cls(
            role=role,
        )

        chat_message_start_event_delta_message.additional_properties = d
        return chat_message_start_event_delta_message

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
