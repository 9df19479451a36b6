from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.anthropic_delta_stop_reason import (
    AnthropicDeltaStopReason,
    check_anthropic_delta_stop_reason,
)
from ..models.anthropic_delta_type import AnthropicDeltaType, check_anthropic_delta_type
from ..types import UNSET, Unset

T = TypeVar("T", bound="AnthropicDelta")


@_attrs_define
class AnthropicDelta:
    """Delta for streaming responses.

    Attributes:
        partial_json (None | str | Unset):
        signature (None | str | Unset):
        stop_reason (AnthropicDeltaStopReason | None | Unset):
        stop_sequence (None | str | Unset):
        text (None | str | Unset):
        thinking (None | str | Unset):
        type_ (AnthropicDeltaType | None | Unset):
    """

    partial_json: None | str | Unset = UNSET
    signature: None | str | Unset = UNSET
    stop_reason: AnthropicDeltaStopReason | None | Unset = UNSET
    stop_sequence: None | str | Unset = UNSET
    text: None | str | Unset = UNSET
    thinking: None | str | Unset = UNSET
    type_: AnthropicDeltaType | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        partial_json: None | str | Unset
        if isinstance(self.partial_json, Unset):
            partial_json = UNSET
        else:
            partial_json = self.partial_json

        signature: None | str | Unset
        if isinstance(self.signature, Unset):
            signature = UNSET
        else:
            signature = self.signature

        stop_reason: None | str | Unset
        if isinstance(self.stop_reason, Unset):
            stop_reason = UNSET
        elif isinstance(self.stop_reason, str):
            stop_reason = self.stop_reason
        else:
            stop_reason = self.stop_reason

        stop_sequence: None | str | Unset
        if isinstance(self.stop_sequence, Unset):
            stop_sequence = UNSET
        else:
            stop_sequence = self.stop_sequence

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

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        elif isinstance(self.type_, str):
            type_ = self.type_
        else:
            type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if partial_json is not UNSET:
            field_dict["partial_json"] = partial_json
        if signature is not UNSET:
            field_dict["signature"] = signature
        if stop_reason is not UNSET:
            field_dict["stop_reason"] = stop_reason
        if stop_sequence is not UNSET:
            field_dict["stop_sequence"] = stop_sequence
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

        def _parse_partial_json(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        partial_json = _parse_partial_json(d.pop("partial_json", UNSET))

        def _parse_signature(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        signature = _parse_signature(d.pop("signature", UNSET))

        def _parse_stop_reason(data: object) -> AnthropicDeltaStopReason | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stop_reason_type_0 = check_anthropic_delta_stop_reason(data)

                return stop_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicDeltaStopReason | None | Unset, data)

        stop_reason = _parse_stop_reason(d.pop("stop_reason", UNSET))

        def _parse_stop_sequence(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        stop_sequence = _parse_stop_sequence(d.pop("stop_sequence", UNSET))

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

        def _parse_type_(data: object) -> AnthropicDeltaType | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = check_anthropic_delta_type(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicDeltaType | None | Unset, data)

        type_ = _parse_type_(d.pop("type", UNSET))

        anthropic_delta = cls(
            partial_json=partial_json,
            signature=signature,
            stop_reason=stop_reason,
            stop_sequence=stop_sequence,
            text=text,
            thinking=thinking,
            type_=type_,
        )

        anthropic_delta.additional_properties = d
        return anthropic_delta

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
