from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="OutputTokensDetails")


@_attrs_define
class OutputTokensDetails:
    """
    Attributes:
        output_tokens_per_turn (list[int] | Unset):
        reasoning_tokens (int | Unset):
        tool_output_tokens (int | Unset):
        tool_output_tokens_per_turn (list[int] | Unset):
    """

    output_tokens_per_turn: list[int] | Unset = UNSET
    reasoning_tokens: int | Unset = UNSET
    tool_output_tokens: int | Unset = UNSET
    tool_output_tokens_per_turn: list[int] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        output_tokens_per_turn: list[int] | Unset = UNSET
        if not isinstance(self.output_tokens_per_turn, Unset):
            output_tokens_per_turn = self.output_tokens_per_turn

        reasoning_tokens = self.reasoning_tokens

        tool_output_tokens = self.tool_output_tokens

        tool_output_tokens_per_turn: list[int] | Unset = UNSET
        if not isinstance(self.tool_output_tokens_per_turn, Unset):
            tool_output_tokens_per_turn = self.tool_output_tokens_per_turn

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if output_tokens_per_turn is not UNSET:
            field_dict["output_tokens_per_turn"] = output_tokens_per_turn
        if reasoning_tokens is not UNSET:
            field_dict["reasoning_tokens"] = reasoning_tokens
        if tool_output_tokens is not UNSET:
            field_dict["tool_output_tokens"] = tool_output_tokens
        if tool_output_tokens_per_turn is not UNSET:
            field_dict["tool_output_tokens_per_turn"] = tool_output_tokens_per_turn

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        output_tokens_per_turn = cast(list[int], d.pop("output_tokens_per_turn", UNSET))

        reasoning_tokens = d.pop("reasoning_tokens", UNSET)

        tool_output_tokens = d.pop("tool_output_tokens", UNSET)

        tool_output_tokens_per_turn = cast(
            list[int], d.pop("tool_output_tokens_per_turn", UNSET)
        )

        output_tokens_details = cls(
            output_tokens_per_turn=output_tokens_per_turn,
            reasoning_tokens=reasoning_tokens,
            tool_output_tokens=tool_output_tokens,
            tool_output_tokens_per_turn=tool_output_tokens_per_turn,
        )

        output_tokens_details.additional_properties = d
        return output_tokens_details

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
