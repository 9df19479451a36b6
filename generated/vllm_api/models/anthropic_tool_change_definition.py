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

if TYPE_CHECKING:
    from ..models.anthropic_tool import AnthropicTool


_PENDING: dict[str, str] = {
    "AnthropicTool": "anthropic_tool",
}

T = TypeVar("T", bound="AnthropicToolChangeDefinition")


@_attrs_define
class AnthropicToolChangeDefinition:
    """A tool defined by value in a tool_addition block.

    Attributes:
        definition (AnthropicTool): Tool definition.
        type_ (Literal['tool_definition']):
    """

    definition: AnthropicTool
    type_: Literal["tool_definition"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        definition = self.definition.to_dict()

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "definition": definition,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        definition = AnthropicTool.from_dict(d.pop("definition"))

        type_ = cast(Literal["tool_definition"], d.pop("type"))
        if type_ != "tool_definition":
            raise ValueError(f"type must match const 'tool_definition', got '{type_}'")

        anthropic_tool_change_definition = cls(
            definition=definition,
            type_=type_,
        )

        anthropic_tool_change_definition.additional_properties = d
        return anthropic_tool_change_definition

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
