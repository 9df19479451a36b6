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

T = TypeVar("T", bound="InputAudioBufferCommit")


@_attrs_define
class InputAudioBufferCommit:
    """Process accumulated audio buffer.

    Attributes:
        final (bool | Unset):
        type_ (Literal['input_audio_buffer.commit'] | Unset):
    """

    final: bool | Unset = UNSET
    type_: Literal["input_audio_buffer.commit"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        final = self.final

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if final is not UNSET:
            field_dict["final"] = final
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        final = d.pop("final", UNSET)

        type_ = cast(Literal["input_audio_buffer.commit"] | Unset, d.pop("type", UNSET))
        if type_ != "input_audio_buffer.commit" and not isinstance(type_, Unset):
            raise ValueError(
                f"type must match const 'input_audio_buffer.commit', got '{type_}'"
            )

        input_audio_buffer_commit = cls(
            final=final,
            type_=type_,
        )

        input_audio_buffer_commit.additional_properties = d
        return input_audio_buffer_commit

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
