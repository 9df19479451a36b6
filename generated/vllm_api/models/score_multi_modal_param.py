from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.chat_completion_content_part_image_embeds_param import (
        ChatCompletionContentPartImageEmbedsParam,
    )
    from ..models.chat_completion_content_part_image_param import (
        ChatCompletionContentPartImageParam,
    )
    from ..models.chat_completion_content_part_text_param import (
        ChatCompletionContentPartTextParam,
    )
    from ..models.chat_completion_content_part_video_param import (
        ChatCompletionContentPartVideoParam,
    )


_PENDING: dict[str, str] = {
    "ChatCompletionContentPartImageEmbedsParam": "chat_completion_content_part_image_embeds_param",
    "ChatCompletionContentPartImageParam": "chat_completion_content_part_image_param",
    "ChatCompletionContentPartTextParam": "chat_completion_content_part_text_param",
    "ChatCompletionContentPartVideoParam": "chat_completion_content_part_video_param",
}

T = TypeVar("T", bound="ScoreMultiModalParam")


@_attrs_define
class ScoreMultiModalParam:
    """A specialized parameter type for scoring multimodal content.

    The reasons why don't reuse `CustomChatCompletionMessageParam` directly:
    1. Score tasks don't need the 'role' field (user/assistant/system) that's required in chat completions
    2. Including chat-specific fields would confuse users about their purpose in scoring
    3. This is a more focused interface that only exposes what's needed for scoring

        Attributes:
            content (list[ChatCompletionContentPartImageEmbedsParam | ChatCompletionContentPartImageParam |
                ChatCompletionContentPartTextParam | ChatCompletionContentPartVideoParam]):
    """

    content: list[
        ChatCompletionContentPartImageEmbedsParam
        | ChatCompletionContentPartImageParam
        | ChatCompletionContentPartTextParam
        | ChatCompletionContentPartVideoParam
    ]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        content = []
        for content_item_data in self.content:
            content_item: dict[str, Any]
            if isinstance(content_item_data, ChatCompletionContentPartImageParam):
                content_item = content_item_data.to_dict()
            elif isinstance(
                content_item_data, ChatCompletionContentPartImageEmbedsParam
            ):
                content_item = content_item_data.to_dict()
            elif isinstance(content_item_data, ChatCompletionContentPartTextParam):
                content_item = content_item_data.to_dict()
            else:
                content_item = content_item_data.to_dict()

            content.append(content_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content": content,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        content = []
        _content = d.pop("content")
        for content_item_data in _content:

            def _parse_content_item(
                data: object,
            ) -> (
                ChatCompletionContentPartImageEmbedsParam
                | ChatCompletionContentPartImageParam
                | ChatCompletionContentPartTextParam
                | ChatCompletionContentPartVideoParam
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    content_item_type_0 = ChatCompletionContentPartImageParam.from_dict(
                        data
                    )

                    return content_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    content_item_type_1 = (
                        ChatCompletionContentPartImageEmbedsParam.from_dict(data)
                    )

                    return content_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    content_item_type_2 = ChatCompletionContentPartTextParam.from_dict(
                        data
                    )

                    return content_item_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                content_item_type_3 = ChatCompletionContentPartVideoParam.from_dict(
                    data
                )

                return content_item_type_3

            content_item = _parse_content_item(content_item_data)

            content.append(content_item)

        score_multi_modal_param = cls(
            content=content,
        )

        score_multi_modal_param.additional_properties = d
        return score_multi_modal_param

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
