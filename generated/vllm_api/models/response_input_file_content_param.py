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
from ..models.response_input_file_content_param_detail import (
    ResponseInputFileContentParamDetail,
    check_response_input_file_content_param_detail,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_completion_content_part_image_param_prompt_cache_breakpoint import (
        ChatCompletionContentPartImageParamPromptCacheBreakpoint,
    )


_PENDING: dict[str, str] = {
    "ChatCompletionContentPartImageParamPromptCacheBreakpoint": "chat_completion_content_part_image_param_prompt_cache_breakpoint",
}

T = TypeVar("T", bound="ResponseInputFileContentParam")


@_attrs_define
class ResponseInputFileContentParam:
    """A file input to the model.

    Attributes:
        type_ (Literal['input_file']):
        detail (ResponseInputFileContentParamDetail | Unset):
        file_data (None | str | Unset):
        file_id (None | str | Unset):
        file_url (None | str | Unset):
        filename (None | str | Unset):
        prompt_cache_breakpoint (ChatCompletionContentPartImageParamPromptCacheBreakpoint | None | Unset):
    """

    type_: Literal["input_file"]
    detail: ResponseInputFileContentParamDetail | Unset = UNSET
    file_data: None | str | Unset = UNSET
    file_id: None | str | Unset = UNSET
    file_url: None | str | Unset = UNSET
    filename: None | str | Unset = UNSET
    prompt_cache_breakpoint: (
        ChatCompletionContentPartImageParamPromptCacheBreakpoint | None | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_ = self.type_

        detail: str | Unset = UNSET
        if not isinstance(self.detail, Unset):
            detail = self.detail

        file_data: None | str | Unset
        if isinstance(self.file_data, Unset):
            file_data = UNSET
        else:
            file_data = self.file_data

        file_id: None | str | Unset
        if isinstance(self.file_id, Unset):
            file_id = UNSET
        else:
            file_id = self.file_id

        file_url: None | str | Unset
        if isinstance(self.file_url, Unset):
            file_url = UNSET
        else:
            file_url = self.file_url

        filename: None | str | Unset
        if isinstance(self.filename, Unset):
            filename = UNSET
        else:
            filename = self.filename

        prompt_cache_breakpoint: dict[str, Any] | None | Unset
        if isinstance(self.prompt_cache_breakpoint, Unset):
            prompt_cache_breakpoint = UNSET
        elif isinstance(
            self.prompt_cache_breakpoint,
            ChatCompletionContentPartImageParamPromptCacheBreakpoint,
        ):
            prompt_cache_breakpoint = self.prompt_cache_breakpoint.to_dict()
        else:
            prompt_cache_breakpoint = self.prompt_cache_breakpoint

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if detail is not UNSET:
            field_dict["detail"] = detail
        if file_data is not UNSET:
            field_dict["file_data"] = file_data
        if file_id is not UNSET:
            field_dict["file_id"] = file_id
        if file_url is not UNSET:
            field_dict["file_url"] = file_url
        if filename is not UNSET:
            field_dict["filename"] = filename
        if prompt_cache_breakpoint is not UNSET:
            field_dict["prompt_cache_breakpoint"] = prompt_cache_breakpoint

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = cast(Literal["input_file"], d.pop("type"))
        if type_ != "input_file":
            raise ValueError(f"type must match const 'input_file', got '{type_}'")

        _detail = d.pop("detail", UNSET)
        detail: ResponseInputFileContentParamDetail | Unset
        if isinstance(_detail, Unset):
            detail = UNSET
        else:
            detail = check_response_input_file_content_param_detail(_detail)

        def _parse_file_data(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        file_data = _parse_file_data(d.pop("file_data", UNSET))

        def _parse_file_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        file_id = _parse_file_id(d.pop("file_id", UNSET))

        def _parse_file_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        file_url = _parse_file_url(d.pop("file_url", UNSET))

        def _parse_filename(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        filename = _parse_filename(d.pop("filename", UNSET))

        def _parse_prompt_cache_breakpoint(
            data: object,
        ) -> ChatCompletionContentPartImageParamPromptCacheBreakpoint | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                prompt_cache_breakpoint_type_0 = (
                    ChatCompletionContentPartImageParamPromptCacheBreakpoint.from_dict(
                        data
                    )
                )

                return prompt_cache_breakpoint_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ChatCompletionContentPartImageParamPromptCacheBreakpoint | None | Unset,
                data,
            )

        prompt_cache_breakpoint = _parse_prompt_cache_breakpoint(
            d.pop("prompt_cache_breakpoint", UNSET)
        )

        response_input_file_content_param = cls(
            type_=type_,
            detail=detail,
            file_data=file_data,
            file_id=file_id,
            file_url=file_url,
            filename=filename,
            prompt_cache_breakpoint=prompt_cache_breakpoint,
        )

        response_input_file_content_param.additional_properties = d
        return response_input_file_content_param

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
