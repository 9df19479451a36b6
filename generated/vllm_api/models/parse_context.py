from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.parse_context_tool_choice import (
    ParseContextToolChoice,
    check_parse_context_tool_choice,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_completion_named_tool_choice_param import (
        ChatCompletionNamedToolChoiceParam,
    )
    from ..models.chat_completion_tools_param import ChatCompletionToolsParam
    from ..models.parse_context_chat_template_kwargs import (
        ParseContextChatTemplateKwargs,
    )


_PENDING: dict[str, str] = {
    "ChatCompletionNamedToolChoiceParam": "chat_completion_named_tool_choice_param",
    "ChatCompletionToolsParam": "chat_completion_tools_param",
    "ParseContextChatTemplateKwargs": "parse_context_chat_template_kwargs",
}

T = TypeVar("T", bound="ParseContext")


@_attrs_define
class ParseContext:
    """Chat request context the generate server needs to parse output.

    Built by `/render` from the post-`adjust_request` chat request and read
    only when `output_mode="derender"`. Unknown fields from a newer `/render`
    are kept so `GenerateRequest` can reject them only in that mode.

        Attributes:
            chat_template_kwargs (ParseContextChatTemplateKwargs | Unset):
            history_tool_call_cnt (int | Unset):
            include_reasoning (bool | Unset):
            parallel_tool_calls (bool | None | Unset):
            tool_choice (ChatCompletionNamedToolChoiceParam | None | ParseContextToolChoice | Unset):
            tools (list[ChatCompletionToolsParam] | None | Unset):
    """

    chat_template_kwargs: ParseContextChatTemplateKwargs | Unset = UNSET
    history_tool_call_cnt: int | Unset = UNSET
    include_reasoning: bool | Unset = UNSET
    parallel_tool_calls: bool | None | Unset = UNSET
    tool_choice: (
        ChatCompletionNamedToolChoiceParam | None | ParseContextToolChoice | Unset
    ) = UNSET
    tools: list[ChatCompletionToolsParam] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        chat_template_kwargs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.chat_template_kwargs, Unset):
            chat_template_kwargs = self.chat_template_kwargs.to_dict()

        history_tool_call_cnt = self.history_tool_call_cnt

        include_reasoning = self.include_reasoning

        parallel_tool_calls: bool | None | Unset
        if isinstance(self.parallel_tool_calls, Unset):
            parallel_tool_calls = UNSET
        else:
            parallel_tool_calls = self.parallel_tool_calls

        tool_choice: dict[str, Any] | None | str | Unset
        if isinstance(self.tool_choice, Unset):
            tool_choice = UNSET
        elif isinstance(self.tool_choice, str):
            tool_choice = self.tool_choice
        elif isinstance(self.tool_choice, ChatCompletionNamedToolChoiceParam):
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
        field_dict.update({})
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if history_tool_call_cnt is not UNSET:
            field_dict["history_tool_call_cnt"] = history_tool_call_cnt
        if include_reasoning is not UNSET:
            field_dict["include_reasoning"] = include_reasoning
        if parallel_tool_calls is not UNSET:
            field_dict["parallel_tool_calls"] = parallel_tool_calls
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
        _chat_template_kwargs = d.pop("chat_template_kwargs", UNSET)
        chat_template_kwargs: ParseContextChatTemplateKwargs | Unset
        if isinstance(_chat_template_kwargs, Unset):
            chat_template_kwargs = UNSET
        else:
            chat_template_kwargs = ParseContextChatTemplateKwargs.from_dict(
                _chat_template_kwargs
            )

        history_tool_call_cnt = d.pop("history_tool_call_cnt", UNSET)

        include_reasoning = d.pop("include_reasoning", UNSET)

        def _parse_parallel_tool_calls(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        parallel_tool_calls = _parse_parallel_tool_calls(
            d.pop("parallel_tool_calls", UNSET)
        )

        def _parse_tool_choice(
            data: object,
        ) -> ChatCompletionNamedToolChoiceParam | None | ParseContextToolChoice | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tool_choice_type_0 = check_parse_context_tool_choice(data)

                return tool_choice_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_choice_type_1 = ChatCompletionNamedToolChoiceParam.from_dict(data)

                return tool_choice_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ChatCompletionNamedToolChoiceParam
                | None
                | ParseContextToolChoice
                | Unset,
                data,
            )

        tool_choice = _parse_tool_choice(d.pop("tool_choice", UNSET))

        def _parse_tools(data: object) -> list[ChatCompletionToolsParam] | None | Unset:
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
                    tools_type_0_item = ChatCompletionToolsParam.from_dict(
                        tools_type_0_item_data
                    )

                    tools_type_0.append(tools_type_0_item)

                return tools_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ChatCompletionToolsParam] | None | Unset, data)

        tools = _parse_tools(d.pop("tools", UNSET))

        parse_context = cls(
            chat_template_kwargs=chat_template_kwargs,
            history_tool_call_cnt=history_tool_call_cnt,
            include_reasoning=include_reasoning,
            parallel_tool_calls=parallel_tool_calls,
            tool_choice=tool_choice,
            tools=tools,
        )

        parse_context.additional_properties = d
        return parse_context

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
