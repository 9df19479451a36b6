from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.anthropic_content_block import AnthropicContentBlock
    from ..models.anthropic_message import AnthropicMessage
    from ..models.anthropic_output_config import AnthropicOutputConfig
    from ..models.anthropic_thinking_config_adaptive import (
        AnthropicThinkingConfigAdaptive,
    )
    from ..models.anthropic_thinking_config_disabled import (
        AnthropicThinkingConfigDisabled,
    )
    from ..models.anthropic_thinking_config_enabled import (
        AnthropicThinkingConfigEnabled,
    )
    from ..models.anthropic_tool import AnthropicTool
    from ..models.anthropic_tool_choice import AnthropicToolChoice
    from ..models.json_object import JsonObject


_PENDING: dict[str, str] = {
    "AnthropicContentBlock": "anthropic_content_block",
    "AnthropicMessage": "anthropic_message",
    "AnthropicOutputConfig": "anthropic_output_config",
    "AnthropicThinkingConfigAdaptive": "anthropic_thinking_config_adaptive",
    "AnthropicThinkingConfigDisabled": "anthropic_thinking_config_disabled",
    "AnthropicThinkingConfigEnabled": "anthropic_thinking_config_enabled",
    "AnthropicTool": "anthropic_tool",
    "AnthropicToolChoice": "anthropic_tool_choice",
    "JsonObject": "json_object",
}

T = TypeVar("T", bound="AnthropicCountTokensRequest")


@_attrs_define
class AnthropicCountTokensRequest:
    """Anthropic messages.count_tokens request.

    Attributes:
        messages (list[AnthropicMessage]):
        model (str):
        chat_template_kwargs (JsonObject | None | Unset): Additional keyword args to pass to the chat template renderer.
            Will be accessible by the template.
        output_config (AnthropicOutputConfig | None | Unset):
        system (list[AnthropicContentBlock] | None | str | Unset):
        thinking (AnthropicThinkingConfigAdaptive | AnthropicThinkingConfigDisabled | AnthropicThinkingConfigEnabled |
            None | Unset):
        tool_choice (AnthropicToolChoice | None | Unset):
        tools (list[AnthropicTool] | None | Unset):
    """

    messages: list[AnthropicMessage]
    model: str
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    output_config: AnthropicOutputConfig | None | Unset = UNSET
    system: list[AnthropicContentBlock] | None | str | Unset = UNSET
    thinking: (
        AnthropicThinkingConfigAdaptive
        | AnthropicThinkingConfigDisabled
        | AnthropicThinkingConfigEnabled
        | None
        | Unset
    ) = UNSET
    tool_choice: AnthropicToolChoice | None | Unset = UNSET
    tools: list[AnthropicTool] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        messages = []
        for messages_item_data in self.messages:
            messages_item = messages_item_data.to_dict()
            messages.append(messages_item)

        model = self.model

        chat_template_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.chat_template_kwargs, Unset):
            chat_template_kwargs = UNSET
        elif isinstance(self.chat_template_kwargs, JsonObject):
            chat_template_kwargs = self.chat_template_kwargs.to_dict()
        else:
            chat_template_kwargs = self.chat_template_kwargs

        output_config: dict[str, Any] | None | Unset
        if isinstance(self.output_config, Unset):
            output_config = UNSET
        elif isinstance(self.output_config, AnthropicOutputConfig):
            output_config = self.output_config.to_dict()
        else:
            output_config = self.output_config

        system: list[dict[str, Any]] | None | str | Unset
        if isinstance(self.system, Unset):
            system = UNSET
        elif isinstance(self.system, list):
            system = []
            for system_type_1_item_data in self.system:
                system_type_1_item = system_type_1_item_data.to_dict()
                system.append(system_type_1_item)

        else:
            system = self.system

        thinking: dict[str, Any] | None | Unset
        if isinstance(self.thinking, Unset):
            thinking = UNSET
        elif isinstance(self.thinking, AnthropicThinkingConfigEnabled):
            thinking = self.thinking.to_dict()
        elif isinstance(self.thinking, AnthropicThinkingConfigDisabled):
            thinking = self.thinking.to_dict()
        elif isinstance(self.thinking, AnthropicThinkingConfigAdaptive):
            thinking = self.thinking.to_dict()
        else:
            thinking = self.thinking

        tool_choice: dict[str, Any] | None | Unset
        if isinstance(self.tool_choice, Unset):
            tool_choice = UNSET
        elif isinstance(self.tool_choice, AnthropicToolChoice):
            tool_choice = self.tool_choice.to_dict()
        else:
            tool_choice = self.tool_choice

        tools: list[dict[str, Any]] | None | Unset
        if isinstance(self.tools, Unset):
            tools = UNSET
        elif isinstance(self.tools, list):
            tools = []
            for tools_type_0_item_data in self.tools:
                tools_type_0_item = tools_type_0_item_data.to_dict()
                tools.append(tools_type_0_item)

        else:
            tools = self.tools

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "messages": messages,
                "model": model,
            }
        )
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if output_config is not UNSET:
            field_dict["output_config"] = output_config
        if system is not UNSET:
            field_dict["system"] = system
        if thinking is not UNSET:
            field_dict["thinking"] = thinking
        if tool_choice is not UNSET:
            field_dict["tool_choice"] = tool_choice
        if tools is not UNSET:
            field_dict["tools"] = tools

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        messages = []
        _messages = d.pop("messages")
        for messages_item_data in _messages:
            messages_item = AnthropicMessage.from_dict(messages_item_data)

            messages.append(messages_item)

        model = d.pop("model")

        def _parse_chat_template_kwargs(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                chat_template_kwargs_type_0 = JsonObject.from_dict(data)

                return chat_template_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        chat_template_kwargs = _parse_chat_template_kwargs(
            d.pop("chat_template_kwargs", UNSET)
        )

        def _parse_output_config(data: object) -> AnthropicOutputConfig | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                output_config_type_0 = AnthropicOutputConfig.from_dict(data)

                return output_config_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicOutputConfig | None | Unset, data)

        output_config = _parse_output_config(d.pop("output_config", UNSET))

        def _parse_system(
            data: object,
        ) -> list[AnthropicContentBlock] | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                system_type_1 = []
                _system_type_1 = data
                for system_type_1_item_data in _system_type_1:
                    system_type_1_item = AnthropicContentBlock.from_dict(
                        system_type_1_item_data
                    )

                    system_type_1.append(system_type_1_item)

                return system_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[AnthropicContentBlock] | None | str | Unset, data)

        system = _parse_system(d.pop("system", UNSET))

        def _parse_thinking(
            data: object,
        ) -> (
            AnthropicThinkingConfigAdaptive
            | AnthropicThinkingConfigDisabled
            | AnthropicThinkingConfigEnabled
            | None
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                thinking_type_0_type_0 = AnthropicThinkingConfigEnabled.from_dict(data)

                return thinking_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                thinking_type_0_type_1 = AnthropicThinkingConfigDisabled.from_dict(data)

                return thinking_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                thinking_type_0_type_2 = AnthropicThinkingConfigAdaptive.from_dict(data)

                return thinking_type_0_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                AnthropicThinkingConfigAdaptive
                | AnthropicThinkingConfigDisabled
                | AnthropicThinkingConfigEnabled
                | None
                | Unset,
                data,
            )

        thinking = _parse_thinking(d.pop("thinking", UNSET))

        def _parse_tool_choice(data: object) -> AnthropicToolChoice | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_choice_type_0 = AnthropicToolChoice.from_dict(data)

                return tool_choice_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicToolChoice | None | Unset, data)

        tool_choice = _parse_tool_choice(d.pop("tool_choice", UNSET))

        def _parse_tools(data: object) -> list[AnthropicTool] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tools_type_0 = []
                _tools_type_0 = data
                for tools_type_0_item_data in _tools_type_0:
                    tools_type_0_item = AnthropicTool.from_dict(tools_type_0_item_data)

                    tools_type_0.append(tools_type_0_item)

                return tools_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[AnthropicTool] | None | Unset, data)

        tools = _parse_tools(d.pop("tools", UNSET))

        anthropic_count_tokens_request = cls(
            messages=messages,
            model=model,
            chat_template_kwargs=chat_template_kwargs,
            output_config=output_config,
            system=system,
            thinking=thinking,
            tool_choice=tool_choice,
            tools=tools,
        )

        anthropic_count_tokens_request.additional_properties = d
        return anthropic_count_tokens_request

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
