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
    from ..models.chat_completion_content_part_image_embeds_param_image_embeds import (
        ChatCompletionContentPartImageEmbedsParamImageEmbeds,
    )


_PENDING: dict[str, str] = {
    "ChatCompletionContentPartImageEmbedsParamImageEmbeds": "chat_completion_content_part_image_embeds_param_image_embeds",
}

T = TypeVar("T", bound="ChatCompletionContentPartImageEmbedsParam")


@_attrs_define
class ChatCompletionContentPartImageEmbedsParam:
    """
    Attributes:
        type_ (Literal['image_embeds']):
        image_embeds (ChatCompletionContentPartImageEmbedsParamImageEmbeds | None | str | Unset):
        uuid (None | str | Unset):
    """

    type_: Literal["image_embeds"]
    image_embeds: (
        ChatCompletionContentPartImageEmbedsParamImageEmbeds | None | str | Unset
    ) = UNSET
    uuid: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_ = self.type_

        image_embeds: dict[str, Any] | None | str | Unset
        if isinstance(self.image_embeds, Unset):
            image_embeds = UNSET
        elif isinstance(
            self.image_embeds, ChatCompletionContentPartImageEmbedsParamImageEmbeds
        ):
            image_embeds = self.image_embeds.to_dict()
        else:
            image_embeds = self.image_embeds

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
        if image_embeds is not UNSET:
            field_dict["image_embeds"] = image_embeds
        if uuid is not UNSET:
            field_dict["uuid"] = uuid

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = cast(Literal["image_embeds"], d.pop("type"))
        if type_ != "image_embeds":
            raise ValueError(f"type must match const 'image_embeds', got '{type_}'")

        def _parse_image_embeds(
            data: object,
        ) -> ChatCompletionContentPartImageEmbedsParamImageEmbeds | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                image_embeds_type_1 = (
                    ChatCompletionContentPartImageEmbedsParamImageEmbeds.from_dict(data)
                )

                return image_embeds_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ChatCompletionContentPartImageEmbedsParamImageEmbeds
                | None
                | str
                | Unset,
                data,
            )

        image_embeds = _parse_image_embeds(d.pop("image_embeds", UNSET))

        def _parse_uuid(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        uuid = _parse_uuid(d.pop("uuid", UNSET))

        chat_completion_content_part_image_embeds_param = cls(
            type_=type_,
            image_embeds=image_embeds,
            uuid=uuid,
        )

        chat_completion_content_part_image_embeds_param.additional_properties = d
        return chat_completion_content_part_image_embeds_param

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
