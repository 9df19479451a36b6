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
    from ..models.chat_completion_content_part_video_embeds_param_audio_embeds import (
        ChatCompletionContentPartVideoEmbedsParamAudioEmbeds,
    )
    from ..models.chat_completion_content_part_video_embeds_param_video_embeds import (
        ChatCompletionContentPartVideoEmbedsParamVideoEmbeds,
    )


_PENDING: dict[str, str] = {
    "ChatCompletionContentPartVideoEmbedsParamAudioEmbeds": "chat_completion_content_part_video_embeds_param_audio_embeds",
    "ChatCompletionContentPartVideoEmbedsParamVideoEmbeds": "chat_completion_content_part_video_embeds_param_video_embeds",
}

T = TypeVar("T", bound="ChatCompletionContentPartVideoEmbedsParam")


@_attrs_define
class ChatCompletionContentPartVideoEmbedsParam:
    """
    Attributes:
        type_ (Literal['video_embeds']):
        audio_embeds (ChatCompletionContentPartVideoEmbedsParamAudioEmbeds | None | str | Unset):
        uuid (None | str | Unset):
        video_embeds (ChatCompletionContentPartVideoEmbedsParamVideoEmbeds | None | str | Unset):
    """

    type_: Literal["video_embeds"]
    audio_embeds: (
        ChatCompletionContentPartVideoEmbedsParamAudioEmbeds | None | str | Unset
    ) = UNSET
    uuid: None | str | Unset = UNSET
    video_embeds: (
        ChatCompletionContentPartVideoEmbedsParamVideoEmbeds | None | str | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_ = self.type_

        audio_embeds: dict[str, Any] | None | str | Unset
        if isinstance(self.audio_embeds, Unset):
            audio_embeds = UNSET
        elif isinstance(
            self.audio_embeds, ChatCompletionContentPartVideoEmbedsParamAudioEmbeds
        ):
            audio_embeds = self.audio_embeds.to_dict()
        else:
            audio_embeds = self.audio_embeds

        uuid: None | str | Unset
        if isinstance(self.uuid, Unset):
            uuid = UNSET
        else:
            uuid = self.uuid

        video_embeds: dict[str, Any] | None | str | Unset
        if isinstance(self.video_embeds, Unset):
            video_embeds = UNSET
        elif isinstance(
            self.video_embeds, ChatCompletionContentPartVideoEmbedsParamVideoEmbeds
        ):
            video_embeds = self.video_embeds.to_dict()
        else:
            video_embeds = self.video_embeds

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
        if video_embeds is not UNSET:
            field_dict["video_embeds"] = video_embeds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = cast(Literal["video_embeds"], d.pop("type"))
        if type_ != "video_embeds":
            raise ValueError(f"type must match const 'video_embeds', got '{type_}'")

        def _parse_audio_embeds(
            data: object,
        ) -> ChatCompletionContentPartVideoEmbedsParamAudioEmbeds | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                audio_embeds_type_1 = (
                    ChatCompletionContentPartVideoEmbedsParamAudioEmbeds.from_dict(data)
                )

                return audio_embeds_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ChatCompletionContentPartVideoEmbedsParamAudioEmbeds
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

        def _parse_video_embeds(
            data: object,
        ) -> ChatCompletionContentPartVideoEmbedsParamVideoEmbeds | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                video_embeds_type_1 = (
                    ChatCompletionContentPartVideoEmbedsParamVideoEmbeds.from_dict(data)
                )

                return video_embeds_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ChatCompletionContentPartVideoEmbedsParamVideoEmbeds
                | None
                | str
                | Unset,
                data,
            )

        video_embeds = _parse_video_embeds(d.pop("video_embeds", UNSET))

        chat_completion_content_part_video_embeds_param = cls(
            type_=type_,
            audio_embeds=audio_embeds,
            uuid=uuid,
            video_embeds=video_embeds,
        )

        chat_completion_content_part_video_embeds_param.additional_properties = d
        return chat_completion_content_part_video_embeds_param

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
