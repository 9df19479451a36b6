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

T = TypeVar("T", bound="TranscriptionUsageAudio")


@_attrs_define
class TranscriptionUsageAudio:
    """
    Attributes:
        seconds (int):
        type_ (Literal['duration'] | Unset):
    """

    seconds: int
    type_: Literal["duration"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        seconds = self.seconds

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "seconds": seconds,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seconds = d.pop("seconds")

        type_ = cast(Literal["duration"] | Unset, d.pop("type", UNSET))
        if type_ != "duration" and not isinstance(type_, Unset):
            raise ValueError(f"type must match const 'duration', got '{type_}'")

        transcription_usage_audio = cls(
            seconds=seconds,
            type_=type_,
        )

        transcription_usage_audio.additional_properties = d
        return transcription_usage_audio

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
