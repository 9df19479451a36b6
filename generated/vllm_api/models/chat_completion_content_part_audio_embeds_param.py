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
    from ..models.chat_completion_content_part_audio_embeds_param_audio_embeds import (
        ChatCompletionContentPartAudioEmbedsParamAudioEmbeds,
    )


_PENDING: dict[str, str] = {
    "ChatCompletionContentPartAudioEmbedsParamAudioEmbeds": "chat_completion_content_part_audio_embeds_param_audio_embeds",
}

T = TypeVar("T", bound="ChatCompletionContentPartAudioEmbedsParam")


@_attrs_define
class ChatCompletionContentPartAudioEmbedsParam:
    """
    Attributes:
        type_ (Literal['audio_embeds']):
        audio_embeds (ChatCompletionContentPartAudioEmbedsParamAudioEmbeds | None | str | Unset):
        uuid (None | str | Unset):
    """

    type_: Literal["audio_embeds"]
    audio_embeds: (
        ChatCompletionContentPartAudioEmbedsParamAudioEmbeds | None | str | Unset
    ) = UNSET
    uuid: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_ = self.type_

        audio_embeds: dict[str, Any] | None | str | Unset
        if isinstance(self.audio_embeds, Unset):
            audio_embeds = UNSET
        elif isinstance(
            self.audio_embeds, ChatCompletionContentPartAudioEmbedsParamAudioEmbeds
        ):
            audio_embeds = self.audio_embeds.to_dict()
        else:
            audio_embeds = self.audio_embeds

        uuid: None | str | Unset
        if isinstance(self.uuid, Unset):
            uuid = UNSET
        else:
            uuid = self.uuid

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if audio_embeds is not UNSET:
            field_dict["audio_embeds"] = audio_embeds
        if uuid is not UNSET:
            field_dict["uuid"] = uuid

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = cast(Literal["audio_embeds"], d.pop("type"))
        if type_ != "audio_embeds":
            raise ValueError(f"type must match const 'audio_embeds', got '{type_}'")

        def _parse_audio_embeds(
            data: object,
        ) -> ChatCompletionContentPartAudioEmbedsParamAudioEmbeds | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                audio_embeds_type_1 = (
                    ChatCompletionContentPartAudioEmbedsParamAudioEmbeds.from_dict(data)
                )

                return audio_embeds_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ChatCompletionContentPartAudioEmbedsParamAudioEmbeds
                | None
                | str
                | Unset,
                data,
            )

        audio_embeds = _parse_audio_embeds(d.pop("audio_embeds", UNSET))

        def _parse_uuid(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        uuid = _parse_uuid(d.pop("uuid", UNSET))

        chat_completion_content_part_audio_embeds_param = cls(
            type_=type_,
            audio_embeds=audio_embeds,
            uuid=uuid,
        )

        chat_completion_content_part_audio_embeds_param.additional_properties = d
        return chat_completion_content_part_audio_embeds_param

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
