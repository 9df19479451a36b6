from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ChatToolPlanDeltaEventDeltaMessage")


@_attrs_define
class ChatToolPlanDeltaEventDeltaMessage:
    """
    Attributes:
        tool_plan (None | str | Unset):
    """

    tool_plan: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tool_plan: None | str | Unset
        if isinstance(self.tool_plan, Unset):
            tool_plan = UNSET
        else:
            tool_plan = self.tool_plan

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if tool_plan is not UNSET:
            field_dict["tool_plan"] = tool_plan

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_tool_plan(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tool_plan = _parse_tool_plan(d.pop("tool_plan", UNSET))

        chat_tool_plan_delta_event_delta_message = cls(
            tool_plan=tool_plan,
        )

        chat_tool_plan_delta_event_delta_message.additional_properties = d
        return chat_tool_plan_delta_event_delta_message

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
