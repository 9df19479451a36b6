from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_completion_content_part_audio_embeds_param import (
        ChatCompletionContentPartAudioEmbedsParam,
    )
    from ..models.chat_completion_content_part_audio_param import (
        ChatCompletionContentPartAudioParam,
    )
    from ..models.chat_completion_content_part_image_embeds_param import (
        ChatCompletionContentPartImageEmbedsParam,
    )
    from ..models.chat_completion_content_part_image_param import (
        ChatCompletionContentPartImageParam,
    )
    from ..models.chat_completion_content_part_input_audio_param import (
        ChatCompletionContentPartInputAudioParam,
    )
    from ..models.chat_completion_content_part_prompt_embeds_param import (
        ChatCompletionContentPartPromptEmbedsParam,
    )
    from ..models.chat_completion_content_part_refusal_param import (
        ChatCompletionContentPartRefusalParam,
    )
    from ..models.chat_completion_content_part_text_param import (
        ChatCompletionContentPartTextParam,
    )
    from ..models.chat_completion_content_part_video_embeds_param import (
        ChatCompletionContentPartVideoEmbedsParam,
    )
    from ..models.chat_completion_content_part_video_param import (
        ChatCompletionContentPartVideoParam,
    )
    from ..models.chat_completion_function_tool_param import (
        ChatCompletionFunctionToolParam,
    )
    from ..models.chat_completion_message_function_tool_call_param import (
        ChatCompletionMessageFunctionToolCallParam,
    )
    from ..models.custom_chat_completion_content_simple_audio_param import (
        CustomChatCompletionContentSimpleAudioParam,
    )
    from ..models.custom_chat_completion_content_simple_image_param import (
        CustomChatCompletionContentSimpleImageParam,
    )
    from ..models.custom_chat_completion_content_simple_video_param import (
        CustomChatCompletionContentSimpleVideoParam,
    )
    from ..models.custom_chat_completion_content_tool_reference_param import (
        CustomChatCompletionContentToolReferenceParam,
    )
    from ..models.custom_think_completion_content_param import (
        CustomThinkCompletionContentParam,
    )
    from ..models.input_file import InputFile


_PENDING: dict[str, str] = {
    "ChatCompletionContentPartAudioEmbedsParam": "chat_completion_content_part_audio_embeds_param",
    "ChatCompletionContentPartAudioParam": "chat_completion_content_part_audio_param",
    "ChatCompletionContentPartImageEmbedsParam": "chat_completion_content_part_image_embeds_param",
    "ChatCompletionContentPartImageParam": "chat_completion_content_part_image_param",
    "ChatCompletionContentPartInputAudioParam": "chat_completion_content_part_input_audio_param",
    "ChatCompletionContentPartPromptEmbedsParam": "chat_completion_content_part_prompt_embeds_param",
    "ChatCompletionContentPartRefusalParam": "chat_completion_content_part_refusal_param",
    "ChatCompletionContentPartTextParam": "chat_completion_content_part_text_param",
    "ChatCompletionContentPartVideoEmbedsParam": "chat_completion_content_part_video_embeds_param",
    "ChatCompletionContentPartVideoParam": "chat_completion_content_part_video_param",
    "ChatCompletionFunctionToolParam": "chat_completion_function_tool_param",
    "ChatCompletionMessageFunctionToolCallParam": "chat_completion_message_function_tool_call_param",
    "CustomChatCompletionContentSimpleAudioParam": "custom_chat_completion_content_simple_audio_param",
    "CustomChatCompletionContentSimpleImageParam": "custom_chat_completion_content_simple_image_param",
    "CustomChatCompletionContentSimpleVideoParam": "custom_chat_completion_content_simple_video_param",
    "CustomChatCompletionContentToolReferenceParam": "custom_chat_completion_content_tool_reference_param",
    "CustomThinkCompletionContentParam": "custom_think_completion_content_param",
    "InputFile": "input_file",
}

T = TypeVar("T", bound="CustomChatCompletionMessageParam")


@_attrs_define
class CustomChatCompletionMessageParam:
    """Enables custom roles in the Chat Completion API.

    Attributes:
        role (str):
        content (list[ChatCompletionContentPartAudioEmbedsParam | ChatCompletionContentPartAudioParam |
            ChatCompletionContentPartImageEmbedsParam | ChatCompletionContentPartImageParam |
            ChatCompletionContentPartInputAudioParam | ChatCompletionContentPartPromptEmbedsParam |
            ChatCompletionContentPartRefusalParam | ChatCompletionContentPartTextParam |
            ChatCompletionContentPartVideoEmbedsParam | ChatCompletionContentPartVideoParam |
            CustomChatCompletionContentSimpleAudioParam | CustomChatCompletionContentSimpleImageParam |
            CustomChatCompletionContentSimpleVideoParam | CustomChatCompletionContentToolReferenceParam |
            CustomThinkCompletionContentParam | InputFile | str] | str | Unset):
        name (str | Unset):
        reasoning (ChatCompletionContentPartPromptEmbedsParam | None | str | Unset):
        task (None | str | Unset):
        tool_call_id (None | str | Unset):
        tool_calls (list[ChatCompletionMessageFunctionToolCallParam] | None | Unset):
        tools (list[ChatCompletionFunctionToolParam] | None | Unset):
    """

    role: str
    content: (
        list[
            ChatCompletionContentPartAudioEmbedsParam
            | ChatCompletionContentPartAudioParam
            | ChatCompletionContentPartImageEmbedsParam
            | ChatCompletionContentPartImageParam
            | ChatCompletionContentPartInputAudioParam
            | ChatCompletionContentPartPromptEmbedsParam
            | ChatCompletionContentPartRefusalParam
            | ChatCompletionContentPartTextParam
            | ChatCompletionContentPartVideoEmbedsParam
            | ChatCompletionContentPartVideoParam
            | CustomChatCompletionContentSimpleAudioParam
            | CustomChatCompletionContentSimpleImageParam
            | CustomChatCompletionContentSimpleVideoParam
            | CustomChatCompletionContentToolReferenceParam
            | CustomThinkCompletionContentParam
            | InputFile
            | str
        ]
        | str
        | Unset
    ) = UNSET
    name: str | Unset = UNSET
    reasoning: ChatCompletionContentPartPromptEmbedsParam | None | str | Unset = UNSET
    task: None | str | Unset = UNSET
    tool_call_id: None | str | Unset = UNSET
    tool_calls: list[ChatCompletionMessageFunctionToolCallParam] | None | Unset = UNSET
    tools: list[ChatCompletionFunctionToolParam] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        role = self.role

        content: list[dict[str, Any] | str] | str | Unset
        if isinstance(self.content, Unset):
            content = UNSET
        elif isinstance(self.content, list):
            content = []
            for content_type_1_item_data in self.content:
                content_type_1_item: dict[str, Any] | str
                if isinstance(
                    content_type_1_item_data, ChatCompletionContentPartTextParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, ChatCompletionContentPartImageParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, ChatCompletionContentPartInputAudioParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(content_type_1_item_data, InputFile):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, ChatCompletionContentPartAudioParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, ChatCompletionContentPartVideoParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, ChatCompletionContentPartRefusalParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data,
                    CustomChatCompletionContentSimpleImageParam,
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, ChatCompletionContentPartImageEmbedsParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, ChatCompletionContentPartAudioEmbedsParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, ChatCompletionContentPartVideoEmbedsParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, ChatCompletionContentPartPromptEmbedsParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data,
                    CustomChatCompletionContentSimpleAudioParam,
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data,
                    CustomChatCompletionContentSimpleVideoParam,
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data,
                    CustomChatCompletionContentToolReferenceParam,
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                elif isinstance(
                    content_type_1_item_data, CustomThinkCompletionContentParam
                ):
                    content_type_1_item = content_type_1_item_data.to_dict()
                else:
                    content_type_1_item = content_type_1_item_data
                content.append(content_type_1_item)

        else:
            content = self.content

        name = self.name

        reasoning: dict[str, Any] | None | str | Unset
        if isinstance(self.reasoning, Unset):
            reasoning = UNSET
        elif isinstance(self.reasoning, ChatCompletionContentPartPromptEmbedsParam):
            reasoning = self.reasoning.to_dict()
        else:
            reasoning = self.reasoning

        task: None | str | Unset
        if isinstance(self.task, Unset):
            task = UNSET
        else:
            task = self.task

        tool_call_id: None | str | Unset
        if isinstance(self.tool_call_id, Unset):
            tool_call_id = UNSET
        else:
            tool_call_id = self.tool_call_id

        tool_calls: list[dict[str, Any]] | None | Unset
        if isinstance(self.tool_calls, Unset):
            tool_calls = UNSET
        elif isinstance(self.tool_calls, list):
            tool_calls = []
            for tool_calls_type_0_item_data in self.tool_calls:
                tool_calls_type_0_item = tool_calls_type_0_item_data.to_dict()
                tool_calls.append(tool_calls_type_0_item)

        else:
            tool_calls = self.tool_calls

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
                "role": role,
            }
        )
        if content is not UNSET:
            field_dict["content"] = content
        if name is not UNSET:
            field_dict["name"] = name
        if reasoning is not UNSET:
            field_dict["reasoning"] = reasoning
        if task is not UNSET:
            field_dict["task"] = task
        if tool_call_id is not UNSET:
            field_dict["tool_call_id"] = tool_call_id
        if tool_calls is not UNSET:
            field_dict["tool_calls"] = tool_calls
        if tools is not UNSET:
            field_dict["tools"] = tools

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        role = d.pop("role")

        def _parse_content(
            data: object,
        ) -> (
            list[
                ChatCompletionContentPartAudioEmbedsParam
                | ChatCompletionContentPartAudioParam
                | ChatCompletionContentPartImageEmbedsParam
                | ChatCompletionContentPartImageParam
                | ChatCompletionContentPartInputAudioParam
                | ChatCompletionContentPartPromptEmbedsParam
                | ChatCompletionContentPartRefusalParam
                | ChatCompletionContentPartTextParam
                | ChatCompletionContentPartVideoEmbedsParam
                | ChatCompletionContentPartVideoParam
                | CustomChatCompletionContentSimpleAudioParam
                | CustomChatCompletionContentSimpleImageParam
                | CustomChatCompletionContentSimpleVideoParam
                | CustomChatCompletionContentToolReferenceParam
                | CustomThinkCompletionContentParam
                | InputFile
                | str
            ]
            | str
            | Unset
        ):
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                content_type_1 = []
                _content_type_1 = data
                for content_type_1_item_data in _content_type_1:

                    def _parse_content_type_1_item(
                        data: object,
                    ) -> (
                        ChatCompletionContentPartAudioEmbedsParam
                        | ChatCompletionContentPartAudioParam
                        | ChatCompletionContentPartImageEmbedsParam
                        | ChatCompletionContentPartImageParam
                        | ChatCompletionContentPartInputAudioParam
                        | ChatCompletionContentPartPromptEmbedsParam
                        | ChatCompletionContentPartRefusalParam
                        | ChatCompletionContentPartTextParam
                        | ChatCompletionContentPartVideoEmbedsParam
                        | ChatCompletionContentPartVideoParam
                        | CustomChatCompletionContentSimpleAudioParam
                        | CustomChatCompletionContentSimpleImageParam
                        | CustomChatCompletionContentSimpleVideoParam
                        | CustomChatCompletionContentToolReferenceParam
                        | CustomThinkCompletionContentParam
                        | InputFile
                        | str
                    ):
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_0 = (
                                ChatCompletionContentPartTextParam.from_dict(data)
                            )

                            return content_type_1_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_1 = (
                                ChatCompletionContentPartImageParam.from_dict(data)
                            )

                            return content_type_1_item_type_1
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_2 = (
                                ChatCompletionContentPartInputAudioParam.from_dict(data)
                            )

                            return content_type_1_item_type_2
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_3 = InputFile.from_dict(data)

                            return content_type_1_item_type_3
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_4 = (
                                ChatCompletionContentPartAudioParam.from_dict(data)
                            )

                            return content_type_1_item_type_4
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_5 = (
                                ChatCompletionContentPartVideoParam.from_dict(data)
                            )

                            return content_type_1_item_type_5
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_6 = (
                                ChatCompletionContentPartRefusalParam.from_dict(data)
                            )

                            return content_type_1_item_type_6
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_7 = (
                                CustomChatCompletionContentSimpleImageParam.from_dict(
                                    data
                                )
                            )

                            return content_type_1_item_type_7
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_8 = (
                                ChatCompletionContentPartImageEmbedsParam.from_dict(
                                    data
                                )
                            )

                            return content_type_1_item_type_8
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_9 = (
                                ChatCompletionContentPartAudioEmbedsParam.from_dict(
                                    data
                                )
                            )

                            return content_type_1_item_type_9
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_10 = (
                                ChatCompletionContentPartVideoEmbedsParam.from_dict(
                                    data
                                )
                            )

                            return content_type_1_item_type_10
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_11 = (
                                ChatCompletionContentPartPromptEmbedsParam.from_dict(
                                    data
                                )
                            )

                            return content_type_1_item_type_11
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_12 = (
                                CustomChatCompletionContentSimpleAudioParam.from_dict(
                                    data
                                )
                            )

                            return content_type_1_item_type_12
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_13 = (
                                CustomChatCompletionContentSimpleVideoParam.from_dict(
                                    data
                                )
                            )

                            return content_type_1_item_type_13
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_14 = (
                                CustomChatCompletionContentToolReferenceParam.from_dict(
                                    data
                                )
                            )

                            return content_type_1_item_type_14
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_1_item_type_16 = (
                                CustomThinkCompletionContentParam.from_dict(data)
                            )

                            return content_type_1_item_type_16
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return cast(
                            ChatCompletionContentPartAudioEmbedsParam
                            | ChatCompletionContentPartAudioParam
                            | ChatCompletionContentPartImageEmbedsParam
                            | ChatCompletionContentPartImageParam
                            | ChatCompletionContentPartInputAudioParam
                            | ChatCompletionContentPartPromptEmbedsParam
                            | ChatCompletionContentPartRefusalParam
                            | ChatCompletionContentPartTextParam
                            | ChatCompletionContentPartVideoEmbedsParam
                            | ChatCompletionContentPartVideoParam
                            | CustomChatCompletionContentSimpleAudioParam
                            | CustomChatCompletionContentSimpleImageParam
                            | CustomChatCompletionContentSimpleVideoParam
                            | CustomChatCompletionContentToolReferenceParam
                            | CustomThinkCompletionContentParam
                            | InputFile
                            | str,
                            data,
                        )

                    content_type_1_item = _parse_content_type_1_item(
                        content_type_1_item_data
                    )

                    content_type_1.append(content_type_1_item)

                return content_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                list[
                    ChatCompletionContentPartAudioEmbedsParam
                    | ChatCompletionContentPartAudioParam
                    | ChatCompletionContentPartImageEmbedsParam
                    | ChatCompletionContentPartImageParam
                    | ChatCompletionContentPartInputAudioParam
                    | ChatCompletionContentPartPromptEmbedsParam
                    | ChatCompletionContentPartRefusalParam
                    | ChatCompletionContentPartTextParam
                    | ChatCompletionContentPartVideoEmbedsParam
                    | ChatCompletionContentPartVideoParam
                    | CustomChatCompletionContentSimpleAudioParam
                    | CustomChatCompletionContentSimpleImageParam
                    | CustomChatCompletionContentSimpleVideoParam
                    | CustomChatCompletionContentToolReferenceParam
                    | CustomThinkCompletionContentParam
                    | InputFile
                    | str
                ]
                | str
                | Unset,
                data,
            )

        content = _parse_content(d.pop("content", UNSET))

        name = d.pop("name", UNSET)

        def _parse_reasoning(
            data: object,
        ) -> ChatCompletionContentPartPromptEmbedsParam | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reasoning_type_1 = ChatCompletionContentPartPromptEmbedsParam.from_dict(
                    data
                )

                return reasoning_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ChatCompletionContentPartPromptEmbedsParam | None | str | Unset, data
            )

        reasoning = _parse_reasoning(d.pop("reasoning", UNSET))

        def _parse_task(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        task = _parse_task(d.pop("task", UNSET))

        def _parse_tool_call_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tool_call_id = _parse_tool_call_id(d.pop("tool_call_id", UNSET))

        def _parse_tool_calls(
            data: object,
        ) -> list[ChatCompletionMessageFunctionToolCallParam] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tool_calls_type_0 = []
                _tool_calls_type_0 = data
                for tool_calls_type_0_item_data in _tool_calls_type_0:
                    tool_calls_type_0_item = (
                        ChatCompletionMessageFunctionToolCallParam.from_dict(
                            tool_calls_type_0_item_data
                        )
                    )

                    tool_calls_type_0.append(tool_calls_type_0_item)

                return tool_calls_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                list[ChatCompletionMessageFunctionToolCallParam] | None | Unset, data
            )

        tool_calls = _parse_tool_calls(d.pop("tool_calls", UNSET))

        def _parse_tools(
            data: object,
        ) -> list[ChatCompletionFunctionToolParam] | None | Unset:
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
                    tools_type_0_item = ChatCompletionFunctionToolParam.from_dict(
                        tools_type_0_item_data
                    )

                    tools_type_0.append(tools_type_0_item)

                return tools_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ChatCompletionFunctionToolParam] | None | Unset, data)

        tools = _parse_tools(d.pop("tools", UNSET))

        custom_chat_completion_message_param = cls(
            role=role,
            content=content,
            name=name,
            reasoning=reasoning,
            task=task,
            tool_call_id=tool_call_id,
            tool_calls=tool_calls,
            tools=tools,
        )

        custom_chat_completion_message_param.additional_properties = d
        return custom_chat_completion_message_param

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
