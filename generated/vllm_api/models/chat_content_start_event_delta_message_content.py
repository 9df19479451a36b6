from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.chat_content_start_event_delta_message_content_type import (
    ChatContentStartEventDeltaMessageContentType,
    check_chat_content_start_event_delta_message_content_type,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="ChatContentStartEventDeltaMessageContent")


@_attrs_define
class ChatContentStartEventDeltaMessageContent:
    """
    Attributes:
        text (None | str | Unset):
        thinking (None | str | Unset):
        type_ (Any | ChatContentStartEventDeltaMessageContentType | None | Unset):
    """

    text: None | str | Unset = UNSET
    thinking: None | str | Unset = UNSET
    type_: Any | ChatContentStartEventDeltaMessageContentType | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        thinking: None | str | Unset
        if isinstance(self.thinking, Unset):
            thinking = UNSET
        else:
            thinking = self.thinking

        type_: Any | None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        elif isinstance(self.type_, str):
            type_ = self.type_
        else:
            type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if text is not UNSET:
            field_dict["text"] = text
        if thinking is not UNSET:
            field_dict["thinking"] = thinking
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_thinking(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        thinking = _parse_thinking(d.pop("thinking", UNSET))

        def _parse_type_(
            data: object,
        ) -> Any | ChatContentStartEventDeltaMessageContentType | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = check_chat_content_start_event_delta_message_content_type(
                    data
                )

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                Any | ChatContentStartEventDeltaMessageContentType | None | Unset, data
            )

        type_ = _parse_type_(d.pop("type", UNSET))

        chat_content_start_event_delta_message_content = cls(
            text=text,
            thinking=thinking,
            type_=type_,
        )

        chat_content_start_event_delta_message_content.additional_properties = d
        return chat_content_start_event_delta_message_content

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
