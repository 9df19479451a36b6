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

T = TypeVar("T", bound="TranscriptionDiarizedSegment")


@_attrs_define
class TranscriptionDiarizedSegment:
    """A speaker-attributed transcription segment.

    Attributes:
        end (float):
        id (str):
        speaker (str):
        start (float):
        text (str):
        type_ (Literal['transcript.text.segment'] | Unset):
    """

    end: float
    id: str
    speaker: str
    start: float
    text: str
    type_: Literal["transcript.text.segment"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        end = self.end

        id = self.id

        speaker = self.speaker

        start = self.start

        text = self.text

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "end": end,
                "id": id,
                "speaker": speaker,
                "start": start,
                "text": text,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        end = d.pop("end")

        id = d.pop("id")

        speaker = d.pop("speaker")

        start = d.pop("start")

        text = d.pop("text")

        type_ = cast(Literal["transcript.text.segment"] | Unset, d.pop("type", UNSET))
        if type_ != "transcript.text.segment" and not isinstance(type_, Unset):
            raise ValueError(
                f"type must match const 'transcript.text.segment', got '{type_}'"
            )

        transcription_diarized_segment = cls(
            end=end,
            id=id,
            speaker=speaker,
            start=start,
            text=text,
            type_=type_,
        )

        transcription_diarized_segment.additional_properties = d
        return transcription_diarized_segment

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
