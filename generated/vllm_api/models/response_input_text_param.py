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


_PENDING: dict[str, str] = {
    "ChatCompletionContentPartImageParamPromptCacheBreakpoint": "chat_completion_content_part_image_param_prompt_cache_breakpoint",
}

T = TypeVar("T", bound="ResponseInputTextParam")


@_attrs_define
class ResponseInputTextParam:
    """A text input to the model.

    Attributes:
        text (str):
        type_ (Literal['input_text']):
        prompt_cache_breakpoint (ChatCompletionContentPartImageParamPromptCacheBreakpoint | Unset): Marks the exact end
            of a reusable prompt prefix.

            When `ttl` is omitted, the breakpoint inherits the request's `prompt_cache_options.ttl`; the boundary is not
            rounded to a token block.
    """

    text: str
    type_: Literal["input_text"]
    prompt_cache_breakpoint: (
        ChatCompletionContentPartImageParamPromptCacheBreakpoint | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        text = self.text

        type_ = self.type_

        prompt_cache_breakpoint: dict[str, Any] | Unset = UNSET
        if not isinstance(self.prompt_cache_breakpoint, Unset):
            prompt_cache_breakpoint = self.prompt_cache_breakpoint.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
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
        text = d.pop("text")

        type_ = cast(Literal["input_text"], d.pop("type"))
        if type_ != "input_text":
            raise ValueError(f"type must match const 'input_text', got '{type_}'")

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

        response_input_text_param = cls(
            text=text,
            type_=type_,
            prompt_cache_breakpoint=prompt_cache_breakpoint,
        )

        response_input_text_param.additional_properties = d
        return response_input_text_param

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
