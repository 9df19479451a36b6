from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.anthropic_stream_event_type import (
    AnthropicStreamEventType,
    check_anthropic_stream_event_type,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.anthropic_content_block import AnthropicContentBlock
    from ..models.anthropic_delta import AnthropicDelta
    from ..models.anthropic_error import AnthropicError
    from ..models.anthropic_messages_response import AnthropicMessagesResponse
    from ..models.anthropic_usage import AnthropicUsage


_PENDING: dict[str, str] = {
    "AnthropicContentBlock": "anthropic_content_block",
    "AnthropicDelta": "anthropic_delta",
    "AnthropicError": "anthropic_error",
    "AnthropicMessagesResponse": "anthropic_messages_response",
    "AnthropicUsage": "anthropic_usage",
}

T = TypeVar("T", bound="AnthropicStreamEvent")


@_attrs_define
class AnthropicStreamEvent:
    """Streaming event.

    Attributes:
        type_ (AnthropicStreamEventType):
        content_block (AnthropicContentBlock | None | Unset):
        delta (AnthropicDelta | None | Unset):
        error (AnthropicError | None | Unset):
        index (int | None | Unset):
        message (AnthropicMessagesResponse | None | Unset):
        usage (AnthropicUsage | None | Unset):
    """

    type_: AnthropicStreamEventType
    content_block: AnthropicContentBlock | None | Unset = UNSET
    delta: AnthropicDelta | None | Unset = UNSET
    error: AnthropicError | None | Unset = UNSET
    index: int | None | Unset = UNSET
    message: AnthropicMessagesResponse | None | Unset = UNSET
    usage: AnthropicUsage | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_: str = self.type_

        content_block: dict[str, Any] | None | Unset
        if isinstance(self.content_block, Unset):
            content_block = UNSET
        elif isinstance(self.content_block, AnthropicContentBlock):
            content_block = self.content_block.to_dict()
        else:
            content_block = self.content_block

        delta: dict[str, Any] | None | Unset
        if isinstance(self.delta, Unset):
            delta = UNSET
        elif isinstance(self.delta, AnthropicDelta):
            delta = self.delta.to_dict()
        else:
            delta = self.delta

        error: dict[str, Any] | None | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        elif isinstance(self.error, AnthropicError):
            error = self.error.to_dict()
        else:
            error = self.error

        index: int | None | Unset
        if isinstance(self.index, Unset):
            index = UNSET
        else:
            index = self.index

        message: dict[str, Any] | None | Unset
        if isinstance(self.message, Unset):
            message = UNSET
        elif isinstance(self.message, AnthropicMessagesResponse):
            message = self.message.to_dict()
        else:
            message = self.message

        usage: dict[str, Any] | None | Unset
        if isinstance(self.usage, Unset):
            usage = UNSET
        elif isinstance(self.usage, AnthropicUsage):
            usage = self.usage.to_dict()
        else:
            usage = self.usage

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if content_block is not UNSET:
            field_dict["content_block"] = content_block
        if delta is not UNSET:
            field_dict["delta"] = delta
        if error is not UNSET:
            field_dict["error"] = error
        if index is not UNSET:
            field_dict["index"] = index
        if message is not UNSET:
            field_dict["message"] = message
        if usage is not UNSET:
            field_dict["usage"] = usage

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = check_anthropic_stream_event_type(d.pop("type"))

        def _parse_content_block(data: object) -> AnthropicContentBlock | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                content_block_type_0 = AnthropicContentBlock.from_dict(data)

                return content_block_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicContentBlock | None | Unset, data)

        content_block = _parse_content_block(d.pop("content_block", UNSET))

        def _parse_delta(data: object) -> AnthropicDelta | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                delta_type_0 = AnthropicDelta.from_dict(data)

                return delta_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicDelta | None | Unset, data)

        delta = _parse_delta(d.pop("delta", UNSET))

        def _parse_error(data: object) -> AnthropicError | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                error_type_0 = AnthropicError.from_dict(data)

                return error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicError | None | Unset, data)

        error = _parse_error(d.pop("error", UNSET))

        def _parse_index(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        index = _parse_index(d.pop("index", UNSET))

        def _parse_message(data: object) -> AnthropicMessagesResponse | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                message_type_0 = AnthropicMessagesResponse.from_dict(data)

                return message_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicMessagesResponse | None | Unset, data)

        message = _parse_message(d.pop("message", UNSET))

        def _parse_usage(data: object) -> AnthropicUsage | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                usage_type_0 = AnthropicUsage.from_dict(data)

                return usage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicUsage | None | Unset, data)

        usage = _parse_usage(d.pop("usage", UNSET))

        anthropic_stream_event = cls(
            type_=type_,
            content_block=content_block,
            delta=delta,
            error=error,
            index=index,
            message=message,
            usage=usage,
        )

        anthropic_stream_event.additional_properties = d
        return anthropic_stream_event

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
