from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.anthropic_message_role import (
    AnthropicMessageRole,
    check_anthropic_message_role,
)

if TYPE_CHECKING:
    from ..models.anthropic_content_block import AnthropicContentBlock


_PENDING: dict[str, str] = {
    "AnthropicContentBlock": "anthropic_content_block",
}

T = TypeVar("T", bound="AnthropicMessage")


@_attrs_define
class AnthropicMessage:
    """Message structure.

    Attributes:
        content (list[AnthropicContentBlock] | str):
        role (AnthropicMessageRole):
    """

    content: list[AnthropicContentBlock] | str
    role: AnthropicMessageRole
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        content: list[dict[str, Any]] | str
        if isinstance(self.content, list):
            content = []
            for content_type_1_item_data in self.content:
                content_type_1_item = content_type_1_item_data.to_dict()
                content.append(content_type_1_item)

        else:
            content = self.content

        role: str = self.role

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content": content,
                "role": role,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_content(data: object) -> list[AnthropicContentBlock] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                content_type_1 = []
                _content_type_1 = data
                for content_type_1_item_data in _content_type_1:
                    content_type_1_item = AnthropicContentBlock.from_dict(
                        content_type_1_item_data
                    )

                    content_type_1.append(content_type_1_item)

                return content_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[AnthropicContentBlock] | str, data)

        content = _parse_content(d.pop("content"))

        role = check_anthropic_message_role(d.pop("role"))

        anthropic_message = cls(
            content=content,
            role=role,
        )

        anthropic_message.additional_properties = d
        return anthropic_message

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
