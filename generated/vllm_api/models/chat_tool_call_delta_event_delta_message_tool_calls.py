from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_tool_call_delta_event_delta_message_tool_calls_function import (
        ChatToolCallDeltaEventDeltaMessageToolCallsFunction,
    )


_PENDING: dict[str, str] = {
    "ChatToolCallDeltaEventDeltaMessageToolCallsFunction": "chat_tool_call_delta_event_delta_message_tool_calls_function",
}

T = TypeVar("T", bound="ChatToolCallDeltaEventDeltaMessageToolCalls")


@_attrs_define
class ChatToolCallDeltaEventDeltaMessageToolCalls:
    """
    Attributes:
        function (ChatToolCallDeltaEventDeltaMessageToolCallsFunction | None | Unset):
    """

    function: ChatToolCallDeltaEventDeltaMessageToolCallsFunction | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        function: dict[str, Any] | None | Unset
        if isinstance(self.function, Unset):
            function = UNSET
        elif isinstance(
            self.function, ChatToolCallDeltaEventDeltaMessageToolCallsFunction
        ):
            function = self.function.to_dict()
        else:
            function = self.function

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if function is not UNSET:
            field_dict["function"] = function

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_function(
            data: object,
        ) -> ChatToolCallDeltaEventDeltaMessageToolCallsFunction | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                function_type_0 = (
                    ChatToolCallDeltaEventDeltaMessageToolCallsFunction.from_dict(data)
                )

                return function_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ChatToolCallDeltaEventDeltaMessageToolCallsFunction | None | Unset, data
            )

        function = _parse_function(d.pop("function", UNSET))

        chat_tool_call_delta_event_delta_message_tool_calls = cls(
            function=function,
        )

        chat_tool_call_delta_event_delta_message_tool_calls.additional_properties = d
        return chat_tool_call_delta_event_delta_message_tool_calls

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
