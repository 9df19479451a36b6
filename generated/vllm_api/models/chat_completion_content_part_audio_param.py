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

if TYPE_CHECKING:
    from ..models.audio_url import AudioURL


_PENDING: dict[str, str] = {
    "AudioURL": "audio_url",
}

T = TypeVar("T", bound="ChatCompletionContentPartAudioParam")


@_attrs_define
class ChatCompletionContentPartAudioParam:
    """
    Attributes:
        audio_url (AudioURL):
        type_ (Literal['audio_url']):
    """

    audio_url: AudioURL
    type_: Literal["audio_url"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        audio_url = self.audio_url.to_dict()

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "audio_url": audio_url,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        audio_url = AudioURL.from_dict(d.pop("audio_url"))

        type_ = cast(Literal["audio_url"], d.pop("type"))
        if type_ != "audio_url":
            raise ValueError(f"type must match const 'audio_url', got '{type_}'")

        chat_completion_content_part_audio_param = cls(
            audio_url=audio_url,
            type_=type_,
        )

        chat_completion_content_part_audio_param.additional_properties = d
        return chat_completion_content_part_audio_param

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
