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
    from ..models.document_tool_content import DocumentToolContent
    from ..models.text_tool_content import TextToolContent


_PENDING: dict[str, str] = {
    "DocumentToolContent": "document_tool_content",
    "TextToolContent": "text_tool_content",
}

T = TypeVar("T", bound="ToolChatMessageV2")


@_attrs_define
class ToolChatMessageV2:
    """Represents a single message in the chat history from a given role.

    Attributes:
        content (list[DocumentToolContent | TextToolContent] | str):
        tool_call_id (str):
        role (Literal['tool'] | Unset):
    """

    content: list[DocumentToolContent | TextToolContent] | str
    tool_call_id: str
    role: Literal["tool"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        content: list[dict[str, Any]] | str
        if isinstance(self.content, list):
            content = []
            for content_type_1_item_data in self.content:
                content_type_1_item: dict[str, Any]
                if isinstance(content_type_1_item_data, TextToolContent):
                    content_type_1_item = content_type_1_item_data.to_dict()
                else:
                    content_type_1_item = content_type_1_item_data.to_dict()

                content.append(content_type_1_item)

        else:
            content = self.content

        tool_call_id = self.tool_call_id

        role = self.role

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content": content,
                "tool_call_id": tool_call_id,
            }
        )
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_content(
            data: object,
        ) -> list[DocumentToolContent | TextToolContent] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                content_type_1 = []
                _content_type_1 = data
                for content_type_1_item_data in _content_type_1:

                    def _parse_content_type_1_item(
                        data: object,
                    ) -> DocumentToolContent | TextToolContent:
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_0 = TextToolContent.from_dict(data)

                            return content_type_1_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        if not isinstance(data, dict):
                            raise TypeError()
                        content_type_1_item_type_1 = DocumentToolContent.from_dict(data)

                        return content_type_1_item_type_1

                    content_type_1_item = _parse_content_type_1_item(
                        content_type_1_item_data
                    )

                    content_type_1.append(content_type_1_item)

                return content_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[DocumentToolContent | TextToolContent] | str, data)

        content = _parse_content(d.pop("content"))

        tool_call_id = d.pop("tool_call_id")

        role = cast(Literal["tool"] | Unset, d.pop("role", UNSET))
        if role != "tool" and not isinstance(role, Unset):
            raise ValueError(f"role must match const 'tool', got '{role}'")

        tool_chat_message_v2 = cls(
            content=content,
            tool_call_id=tool_call_id,
            role=role,
        )

        tool_chat_message_v2.additional_properties = d
        return tool_chat_message_v2

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
