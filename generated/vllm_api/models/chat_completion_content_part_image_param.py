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
    from ..models.chat_completion_content_part_image_param_prompt_cache_breakpoint import (
        ChatCompletionContentPartImageParamPromptCacheBreakpoint,
    )
    from ..models.image_url import ImageURL


_PENDING: dict[str, str] = {
    "ChatCompletionContentPartImageParamPromptCacheBreakpoint": "chat_completion_content_part_image_param_prompt_cache_breakpoint",
    "ImageURL": "image_url",
}

T = TypeVar("T", bound="ChatCompletionContentPartImageParam")


@_attrs_define
class ChatCompletionContentPartImageParam:
    """Learn about [image inputs](https://developers.openai.com/api/docs/guides/images-vision).

    Attributes:
        image_url (ImageURL):
        type_ (Literal['image_url']):
        prompt_cache_breakpoint (ChatCompletionContentPartImageParamPromptCacheBreakpoint | Unset): Marks the exact end
            of a reusable prompt prefix.

            When `ttl` is omitted, the breakpoint inherits the request's `prompt_cache_options.ttl`; the boundary is not
            rounded to a token block.
    """

    image_url: ImageURL
    type_: Literal["image_url"]
    prompt_cache_breakpoint: (
        ChatCompletionContentPartImageParamPromptCacheBreakpoint | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        image_url = self.image_url.to_dict()

        type_ = self.type_

        prompt_cache_breakpoint: dict[str, Any] | Unset = UNSET
        if not isinstance(self.prompt_cache_breakpoint, Unset):
            prompt_cache_breakpoint = self.prompt_cache_breakpoint.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "image_url": image_url,
                "type": type_,
            }
        )
        if prompt_cache_breakpoint is not UNSET:
            field_dict["prompt_cache_breakpoint"] = prompt_cache_breakpoint

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        image_url = ImageURL.from_dict(d.pop("image_url"))

        type_ = cast(Literal["image_url"], d.pop("type"))
        if type_ != "image_url":
            raise ValueError(f"type must match const 'image_url', got '{type_}'")

        _prompt_cache_breakpoint = d.pop("prompt_cache_breakpoint", UNSET)
        prompt_cache_breakpoint: (
            ChatCompletionContentPartImageParamPromptCacheBreakpoint | Unset
        )
        if isinstance(_prompt_cache_breakpoint, Unset):
            prompt_cache_breakpoint = UNSET
        else:
            prompt_cache_breakpoint = (
                ChatCompletionContentPartImageParamPromptCacheBreakpoint.from_dict(
                    _prompt_cache_breakpoint
                )
            )

        chat_completion_content_part_image_param = cls(
            image_url=image_url,
            type_=type_,
            prompt_cache_breakpoint=prompt_cache_breakpoint,
        )

        chat_completion_content_part_image_param.additional_properties = d
        return chat_completion_content_part_image_param

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
