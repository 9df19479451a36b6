from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_content_delta_event_delta_message import (
        ChatContentDeltaEventDeltaMessage,
    )


_PENDING: dict[str, str] = {
    "ChatContentDeltaEventDeltaMessage": "chat_content_delta_event_delta_message",
}

T = TypeVar("T", bound="ChatContentDeltaEventDelta")


@_attrs_define
class ChatContentDeltaEventDelta:
    """
    Attributes:
        message (ChatContentDeltaEventDeltaMessage | None | Unset):
    """

    message: ChatContentDeltaEventDeltaMessage | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        message: dict[str, Any] | None | Unset
        if isinstance(self.message, Unset):
            message = UNSET
        elif isinstance(self.message, ChatContentDeltaEventDeltaMessage):
            message = self.message.to_dict()
        else:
            message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if message is not UNSET:
            field_dict["message"] = message

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_message(
            data: object,
        ) -> ChatContentDeltaEventDeltaMessage | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                message_type_0 = ChatContentDeltaEventDeltaMessage.from_dict(data)

                return message_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatContentDeltaEventDeltaMessage | None | Unset, data)

        message = _parse_message(d.pop("message", UNSET))

        chat_content_delta_event_delta = cls(
            message=message,
        )

        chat_content_delta_event_delta.additional_properties = d
        return chat_content_delta_event_delta

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
