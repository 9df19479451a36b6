from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_content_delta_event_delta_message_content import (
        ChatContentDeltaEventDeltaMessageContent,
    )


_PENDING: dict[str, str] = {
    "ChatContentDeltaEventDeltaMessageContent": "chat_content_delta_event_delta_message_content",
}

T = TypeVar("T", bound="ChatContentDeltaEventDeltaMessage")


@_attrs_define
class ChatContentDeltaEventDeltaMessage:
    """
    Attributes:
        content (ChatContentDeltaEventDeltaMessageContent | None | Unset):
    """

    content: ChatContentDeltaEventDeltaMessageContent | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        content: dict[str, Any] | None | Unset
        if isinstance(self.content, Unset):
            content = UNSET
        elif isinstance(self.content, ChatContentDeltaEventDeltaMessageContent):
            content = self.content.to_dict()
        else:
            content = self.content

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if content is not UNSET:
            field_dict["content"] = content

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_content(
            data: object,
        ) -> ChatContentDeltaEventDeltaMessageContent | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_type_0 = ChatContentDeltaEventDeltaMessageContent.from_dict(
                    data
                )

                return content_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatContentDeltaEventDeltaMessageContent | None | Unset, data)

        content = _parse_content(d.pop("content", UNSET))

        chat_content_delta_event_delta_message = cls(
            content=content,
        )

        chat_content_delta_event_delta_message.additional_properties = d
        return chat_content_delta_event_delta_message

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
