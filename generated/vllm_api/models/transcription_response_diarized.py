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
    from ..models.transcription_diarized_segment import TranscriptionDiarizedSegment
    from ..models.transcription_usage_audio import TranscriptionUsageAudio


_PENDING: dict[str, str] = {
    "TranscriptionDiarizedSegment": "transcription_diarized_segment",
    "TranscriptionUsageAudio": "transcription_usage_audio",
}

T = TypeVar("T", bound="TranscriptionResponseDiarized")


@_attrs_define
class TranscriptionResponseDiarized:
    """OpenAI-compatible diarized transcription response.

    Attributes:
        duration (float):
        segments (list[TranscriptionDiarizedSegment]):
        text (str):
        usage (TranscriptionUsageAudio):
        task (Literal['transcribe'] | Unset):
    """

    duration: float
    segments: list[TranscriptionDiarizedSegment]
    text: str
    usage: TranscriptionUsageAudio
    task: Literal["transcribe"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        duration = self.duration

        segments = []
        for segments_item_data in self.segments:
            segments_item = segments_item_data.to_dict()
            segments.append(segments_item)

        text = self.text

        usage = self.usage.to_dict()

        task = self.task

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "duration": duration,
                "segments": segments,
                "text": text,
                "usage": usage,
            }
        )
        if task is not UNSET:
            field_dict["task"] = task

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        duration = d.pop("duration")

        segments = []
        _segments = d.pop("segments")
        for segments_item_data in _segments:
            segments_item = TranscriptionDiarizedSegment.from_dict(segments_item_data)

            segments.append(segments_item)

        text = d.pop("text")

        usage = TranscriptionUsageAudio.from_dict(d.pop("usage"))

        task = cast(Literal["transcribe"] | Unset, d.pop("task", UNSET))
        if task != "transcribe" and not isinstance(task, Unset):
            raise ValueError(f"task must match const 'transcribe', got '{task}'")

        transcription_response_diarized = cls(
            duration=duration,
            segments=segments,
            text=text,
            usage=usage,
            task=task,
        )

        transcription_response_diarized.additional_properties = d
        return transcription_response_diarized

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
