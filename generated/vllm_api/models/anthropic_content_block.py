from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.anthropic_content_block_type import (
    AnthropicContentBlockType,
    check_anthropic_content_block_type,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.anthropic_tool_change_definition import AnthropicToolChangeDefinition
    from ..models.anthropic_tool_change_reference import AnthropicToolChangeReference
    from ..models.json_object import JsonObject


_PENDING: dict[str, str] = {
    "AnthropicToolChangeDefinition": "anthropic_tool_change_definition",
    "AnthropicToolChangeReference": "anthropic_tool_change_reference",
    "JsonObject": "json_object",
}

T = TypeVar("T", bound="AnthropicContentBlock")


@_attrs_define
class AnthropicContentBlock:
    """Content block in message.

    Attributes:
        type_ (AnthropicContentBlockType):
        content (list[JsonObject] | None | str | Unset):
        data (None | str | Unset):
        id (None | str | Unset):
        input_ (JsonObject | None | Unset):
        is_error (bool | None | Unset):
        name (None | str | Unset):
        signature (None | str | Unset):
        source (JsonObject | None | Unset):
        text (None | str | Unset):
        thinking (None | str | Unset):
        tool (AnthropicToolChangeDefinition | AnthropicToolChangeReference | None | Unset):
        tool_name (None | str | Unset):
        tool_use_id (None | str | Unset):
    """

    type_: AnthropicContentBlockType
    content: list[JsonObject] | None | str | Unset = UNSET
    data: None | str | Unset = UNSET
    id: None | str | Unset = UNSET
    input_: JsonObject | None | Unset = UNSET
    is_error: bool | None | Unset = UNSET
    name: None | str | Unset = UNSET
    signature: None | str | Unset = UNSET
    source: JsonObject | None | Unset = UNSET
    text: None | str | Unset = UNSET
    thinking: None | str | Unset = UNSET
    tool: (
        AnthropicToolChangeDefinition | AnthropicToolChangeReference | None | Unset
    ) = UNSET
    tool_name: None | str | Unset = UNSET
    tool_use_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_: str = self.type_

        content: list[dict[str, Any]] | None | str | Unset
        if isinstance(self.content, Unset):
            content = UNSET
        elif isinstance(self.content, list):
            content = []
            for content_type_1_item_data in self.content:
                content_type_1_item = content_type_1_item_data.to_dict()
                content.append(content_type_1_item)

        else:
            content = self.content

        data: None | str | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        else:
            data = self.data

        id: None | str | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        else:
            id = self.id

        input_: dict[str, Any] | None | Unset
        if isinstance(self.input_, Unset):
            input_ = UNSET
        elif isinstance(self.input_, JsonObject):
            input_ = self.input_.to_dict()
        else:
            input_ = self.input_

        is_error: bool | None | Unset
        if isinstance(self.is_error, Unset):
            is_error = UNSET
        else:
            is_error = self.is_error

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        signature: None | str | Unset
        if isinstance(self.signature, Unset):
            signature = UNSET
        else:
            signature = self.signature

        source: dict[str, Any] | None | Unset
        if isinstance(self.source, Unset):
            source = UNSET
        elif isinstance(self.source, JsonObject):
            source = self.source.to_dict()
        else:
            source = self.source

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        thinking: None | str | Unset
        if isinstance(self.thinking, Unset):
            thinking = UNSET
        else:
            thinking = self.thinking

        tool: dict[str, Any] | None | Unset
        if isinstance(self.tool, Unset):
            tool = UNSET
        elif isinstance(self.tool, AnthropicToolChangeReference):
            tool = self.tool.to_dict()
        elif isinstance(self.tool, AnthropicToolChangeDefinition):
            tool = self.tool.to_dict()
        else:
            tool = self.tool

        tool_name: None | str | Unset
        if isinstance(self.tool_name, Unset):
            tool_name = UNSET
        else:
            tool_name = self.tool_name

        tool_use_id: None | str | Unset
        if isinstance(self.tool_use_id, Unset):
            tool_use_id = UNSET
        else:
            tool_use_id = self.tool_use_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if content is not UNSET:
            field_dict["content"] = content
        if data is not UNSET:
            field_dict["data"] = data
        if id is not UNSET:
            field_dict["id"] = id
        if input_ is not UNSET:
            field_dict["input"] = input_
        if is_error is not UNSET:
            field_dict["is_error"] = is_error
        if name is not UNSET:
            field_dict["name"] = name
        if signature is not UNSET:
            field_dict["signature"] = signature
        if source is not UNSET:
            field_dict["source"] = source
        if text is not UNSET:
            field_dict["text"] = text
        if thinking is not UNSET:
            field_dict["thinking"] = thinking
        if tool is not UNSET:
            field_dict["tool"] = tool
        if tool_name is not UNSET:
            field_dict["tool_name"] = tool_name
        if tool_use_id is not UNSET:
            field_dict["tool_use_id"] = tool_use_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = check_anthropic_content_block_type(d.pop("type"))

        def _parse_content(data: object) -> list[JsonObject] | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                content_type_1 = []
                _content_type_1 = data
                for content_type_1_item_data in _content_type_1:
                    content_type_1_item = JsonObject.from_dict(content_type_1_item_data)

                    content_type_1.append(content_type_1_item)

                return content_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[JsonObject] | None | str | Unset, data)

        content = _parse_content(d.pop("content", UNSET))

        def _parse_data(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        data = _parse_data(d.pop("data", UNSET))

        def _parse_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        id = _parse_id(d.pop("id", UNSET))

        def _parse_input_(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                input_type_0 = JsonObject.from_dict(data)

                return input_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        input_ = _parse_input_(d.pop("input", UNSET))

        def _parse_is_error(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        is_error = _parse_is_error(d.pop("is_error", UNSET))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_signature(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        signature = _parse_signature(d.pop("signature", UNSET))

        def _parse_source(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                source_type_0 = JsonObject.from_dict(data)

                return source_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        source = _parse_source(d.pop("source", UNSET))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_thinking(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        thinking = _parse_thinking(d.pop("thinking", UNSET))

        def _parse_tool(
            data: object,
        ) -> (
            AnthropicToolChangeDefinition | AnthropicToolChangeReference | None | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_type_0_type_0 = AnthropicToolChangeReference.from_dict(data)

                return tool_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_type_0_type_1 = AnthropicToolChangeDefinition.from_dict(data)

                return tool_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                AnthropicToolChangeDefinition
                | AnthropicToolChangeReference
                | None
                | Unset,
                data,
            )

        tool = _parse_tool(d.pop("tool", UNSET))

        def _parse_tool_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tool_name = _parse_tool_name(d.pop("tool_name", UNSET))

        def _parse_tool_use_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tool_use_id = _parse_tool_use_id(d.pop("tool_use_id", UNSET))

        anthropic_content_block = cls(
            type_=type_,
            content=content,
            data=data,
            id=id,
            input_=input_,
            is_error=is_error,
            name=name,
            signature=signature,
            source=source,
            text=text,
            thinking=thinking,
            tool=tool,
            tool_name=tool_name,
            tool_use_id=tool_use_id,
        )

        anthropic_content_block.additional_properties = d
        return anthropic_content_block

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
