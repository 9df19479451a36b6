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
from ..models.response_reasoning_item_param_status import (
    ResponseReasoningItemParamStatus,
    check_response_reasoning_item_param_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.response_reasoning_item_content import ResponseReasoningItemContent
    from ..models.summary import Summary


_PENDING: dict[str, str] = {
    "ResponseReasoningItemContent": "response_reasoning_item_content",
    "Summary": "summary",
}

T = TypeVar("T", bound="ResponseReasoningItemParam")


@_attrs_define
class ResponseReasoningItemParam:
    """A description of the chain of thought used by a reasoning model while generating
    a response. Be sure to include these items in your `input` to the Responses API
    for subsequent turns of a conversation if you are manually
    [managing context](https://developers.openai.com/api/docs/guides/conversation-state).

        Attributes:
            id (str):
            summary (list[Summary]):
            type_ (Literal['reasoning']):
            content (list[ResponseReasoningItemContent] | Unset):
            encrypted_content (None | str | Unset):
            status (ResponseReasoningItemParamStatus | Unset):
    """

    id: str
    summary: list[Summary]
    type_: Literal["reasoning"]
    content: list[ResponseReasoningItemContent] | Unset = UNSET
    encrypted_content: None | str | Unset = UNSET
    status: ResponseReasoningItemParamStatus | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        id = self.id

        summary = []
        for summary_item_data in self.summary:
            summary_item = summary_item_data.to_dict()
            summary.append(summary_item)

        type_ = self.type_

        content: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.content, Unset):
            content = []
            for content_item_data in self.content:
                content_item = content_item_data.to_dict()
                content.append(content_item)

        encrypted_content: None | str | Unset
        if isinstance(self.encrypted_content, Unset):
            encrypted_content = UNSET
        else:
            encrypted_content = self.encrypted_content

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "summary": summary,
                "type": type_,
            }
        )
        if content is not UNSET:
            field_dict["content"] = content
        if encrypted_content is not UNSET:
            field_dict["encrypted_content"] = encrypted_content
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        id = d.pop("id")

        summary = []
        _summary = d.pop("summary")
        for summary_item_data in _summary:
            summary_item = Summary.from_dict(summary_item_data)

            summary.append(summary_item)

        type_ = cast(Literal["reasoning"], d.pop("type"))
        if type_ != "reasoning":
            raise ValueError(f"type must match const 'reasoning', got '{type_}'")

        _content = d.pop("content", UNSET)
        content: list[ResponseReasoningItemContent] | Unset = UNSET
        if _content is not UNSET:
            content = []
            for content_item_data in _content:
                content_item = ResponseReasoningItemContent.from_dict(content_item_data)

                content.append(content_item)

        def _parse_encrypted_content(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        encrypted_content = _parse_encrypted_content(d.pop("encrypted_content", UNSET))

        _status = d.pop("status", UNSET)
        status: ResponseReasoningItemParamStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = check_response_reasoning_item_param_status(_status)

        response_reasoning_item_param = cls(
            id=id,
            summary=summary,
            type_=type_,
            content=content,
            encrypted_content=encrypted_content,
            status=status,
        )

        response_reasoning_item_param.additional_properties = d
        return response_reasoning_item_param

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
