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
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_tool_call_delta_event_delta import ChatToolCallDeltaEventDelta


_PENDING: dict[str, str] = {
    "ChatToolCallDeltaEventDelta": "chat_tool_call_delta_event_delta",
}

T = TypeVar("T", bound="ToolCallDeltaEvent")


@_attrs_define
class ToolCallDeltaEvent:
    """
    Attributes:
        delta (ChatToolCallDeltaEventDelta | None | Unset):
        index (int | None | Unset):
        type_ (Literal['tool-call-delta'] | Unset):
    """

    delta: ChatToolCallDeltaEventDelta | None | Unset = UNSET
    index: int | None | Unset = UNSET
    type_: Literal["tool-call-delta"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        delta: dict[str, Any] | None | Unset
        if isinstance(self.delta, Unset):
            delta = UNSET
        elif isinstance(self.delta, ChatToolCallDeltaEventDelta):
            delta = self.delta.to_dict()
        else:
            delta = self.delta

        index: int | None | Unset
        if isinstance(self.index, Unset):
            index = UNSET
        else:
            index = self.index

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if delta is not UNSET:
            field_dict["delta"] = delta
        if index is not UNSET:
            field_dict["index"] = index
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_delta(data: object) -> ChatToolCallDeltaEventDelta | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                delta_type_0 = ChatToolCallDeltaEventDelta.from_dict(data)

                return delta_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatToolCallDeltaEventDelta | None | Unset, data)

        delta = _parse_delta(d.pop("delta", UNSET))

        def _parse_index(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        index = _parse_index(d.pop("index", UNSET))

        type_ = cast(Literal["tool-call-delta"] | Unset, d.pop("type", UNSET))
        if type_ != "tool-call-delta" and not isinstance(type_, Unset):
            raise ValueError(f"type must match const 'tool-call-delta', got '{type_}'")

        tool_call_delta_event = cls(
            delta=delta,
            index=index,
            type_=type_,
        )

        tool_call_delta_event.additional_properties = d
        return tool_call_delta_event

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
