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

T = TypeVar("T", bound="InputAudioBufferAppend")


@_attrs_define
class InputAudioBufferAppend:
    """Append audio chunk to buffer.

    Attributes:
        audio (str):
        type_ (Literal['input_audio_buffer.append'] | Unset):
    """

    audio: str
    type_: Literal["input_audio_buffer.append"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        audio = self.audio

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "audio": audio,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        audio = d.pop("audio")

        type_ = cast(Literal["input_audio_buffer.append"] | Unset, d.pop("type", UNSET))
        if type_ != "input_audio_buffer.append" and not isinstance(type_, Unset):
            raise ValueError(
                f"type must match const 'input_audio_buffer.append', got '{type_}'"
            )

        input_audio_buffer_append = cls(
            audio=audio,
            type_=type_,
        )

        input_audio_buffer_append.additional_properties = d
        return input_audio_buffer_append

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
