from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="TranscriptionSegment")


@_attrs_define
class TranscriptionSegment:
    """
    Attributes:
        avg_logprob (float):
        compression_ratio (float):
        end (float):
        id (int):
        seek (int):
        start (float):
        temperature (float):
        text (str):
        tokens (list[int]):
        no_speech_prob (float | None | Unset):
    """

    avg_logprob: float
    compression_ratio: float
    end: float
    id: int
    seek: int
    start: float
    temperature: float
    text: str
    tokens: list[int]
    no_speech_prob: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        avg_logprob = self.avg_logprob

        compression_ratio = self.compression_ratio

        end = self.end

        id = self.id

        seek = self.seek

        start = self.start

        temperature = self.temperature

        text = self.text

        tokens = self.tokens

        no_speech_prob: float | None | Unset
        if isinstance(self.no_speech_prob, Unset):
            no_speech_prob = UNSET
        else:
            no_speech_prob = self.no_speech_prob

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "avg_logprob": avg_logprob,
                "compression_ratio": compression_ratio,
                "end": end,
                "id": id,
                "seek": seek,
                "start": start,
                "temperature": temperature,
                "text": text,
                "tokens": tokens,
            }
        )
        if no_speech_prob is not UNSET:
            field_dict["no_speech_prob"] = no_speech_prob

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        avg_logprob = d.pop("avg_logprob")

        compression_ratio = d.pop("compression_ratio")

        end = d.pop("end")

        id = d.pop("id")

        seek = d.pop("seek")

        start = d.pop("start")

        temperature = d.pop("temperature")

        text = d.pop("text")

        tokens = cast(list[int], d.pop("tokens"))

        def _parse_no_speech_prob(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        no_speech_prob = _parse_no_speech_prob(d.pop("no_speech_prob", UNSET))

        transcription_segment = cls(
            avg_logprob=avg_logprob,
            compression_ratio=compression_ratio,
            end=end,
            id=id,
            seek=seek,
            start=start,
            temperature=temperature,
            text=text,
            tokens=tokens,
            no_speech_prob=no_speech_prob,
        )

        transcription_segment.additional_properties = d
        return transcription_segment

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
