from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_completion_assistant_message_param import (
        ChatCompletionAssistantMessageParam,
    )
    from ..models.chat_completion_developer_message_param import (
        ChatCompletionDeveloperMessageParam,
    )
    from ..models.chat_completion_function_message_param import (
        ChatCompletionFunctionMessageParam,
    )
    from ..models.chat_completion_system_message_param import (
        ChatCompletionSystemMessageParam,
    )
    from ..models.chat_completion_tool_message_param import (
        ChatCompletionToolMessageParam,
    )
    from ..models.chat_completion_tools_param import ChatCompletionToolsParam
    from ..models.chat_completion_user_message_param import (
        ChatCompletionUserMessageParam,
    )
    from ..models.custom_chat_completion_message_param import (
        CustomChatCompletionMessageParam,
    )
    from ..models.json_object import JsonObject
    from ..models.openai_harmony_message import OpenaiHarmonyMessage
    from ..models.tokenize_chat_request_media_io_kwargs import (
        TokenizeChatRequestMediaIoKwargs,
    )


_PENDING: dict[str, str] = {
    "ChatCompletionAssistantMessageParam": "chat_completion_assistant_message_param",
    "ChatCompletionDeveloperMessageParam": "chat_completion_developer_message_param",
    "ChatCompletionFunctionMessageParam": "chat_completion_function_message_param",
    "ChatCompletionSystemMessageParam": "chat_completion_system_message_param",
    "ChatCompletionToolMessageParam": "chat_completion_tool_message_param",
    "ChatCompletionToolsParam": "chat_completion_tools_param",
    "ChatCompletionUserMessageParam": "chat_completion_user_message_param",
    "CustomChatCompletionMessageParam": "custom_chat_completion_message_param",
    "JsonObject": "json_object",
    "OpenaiHarmonyMessage": "openai_harmony_message",
    "TokenizeChatRequestMediaIoKwargs": "tokenize_chat_request_media_io_kwargs",
}

T = TypeVar("T", bound="TokenizeChatRequest")


@_attrs_define
class TokenizeChatRequest:
    """
    Attributes:
        messages (list[ChatCompletionAssistantMessageParam | ChatCompletionDeveloperMessageParam |
            ChatCompletionFunctionMessageParam | ChatCompletionSystemMessageParam | ChatCompletionToolMessageParam |
            ChatCompletionUserMessageParam | CustomChatCompletionMessageParam | OpenaiHarmonyMessage]):
        add_generation_prompt (bool | Unset): If true, the generation prompt will be added to the chat template. This is
            a parameter used by chat template in tokenizer config of the model.
        add_special_tokens (bool | Unset): If true, special tokens (e.g. BOS) will be added to the prompt on top of what
            is added by the chat template. For most models, the chat template takes care of adding the special tokens so
            this should be set to false (as is the default).
        chat_template (None | str | Unset): A Jinja template to use for this conversion. As of transformers v4.44,
            default chat template is no longer allowed, so you must provide a chat template if the tokenizer does not define
            one.
        chat_template_kwargs (JsonObject | None | Unset): Additional keyword args to pass to the template renderer. Will
            be accessible by the chat template.
        continue_final_message (bool | Unset): If this is set, the chat will be formatted so that the final message in
            the chat is open-ended, without any EOS tokens. The model will continue this message rather than starting a new
            one. This allows you to "prefill" part of the model's response for it. Cannot be used at the same time as
            `add_generation_prompt`.
        media_io_kwargs (None | TokenizeChatRequestMediaIoKwargs | Unset): Additional kwargs to pass to the media IO
            connectors, keyed by modality. Merged with engine-level media_io_kwargs.
        mm_processor_kwargs (JsonObject | None | Unset): Additional kwargs to pass to the HF processor.
        model (None | str | Unset):
        return_token_strs (bool | None | Unset): If true, also return the token strings corresponding to the token ids.
        tools (list[ChatCompletionToolsParam] | None | Unset): A list of tools the model may call.
    """

    messages: list[
        ChatCompletionAssistantMessageParam
        | ChatCompletionDeveloperMessageParam
        | ChatCompletionFunctionMessageParam
        | ChatCompletionSystemMessageParam
        | ChatCompletionToolMessageParam
        | ChatCompletionUserMessageParam
        | CustomChatCompletionMessageParam
        | OpenaiHarmonyMessage
    ]
    add_generation_prompt: bool | Unset = UNSET
    add_special_tokens: bool | Unset = UNSET
    chat_template: None | str | Unset = UNSET
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    continue_final_message: bool | Unset = UNSET
    media_io_kwargs: None | TokenizeChatRequestMediaIoKwargs | Unset = UNSET
    mm_processor_kwargs: JsonObject | None | Unset = UNSET
    model: None | str | Unset = UNSET
    return_token_strs: bool | None | Unset = UNSET
    tools: list[ChatCompletionToolsParam] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        messages = []
        for messages_item_data in self.messages:
            messages_item: dict[str, Any]
            if isinstance(messages_item_data, ChatCompletionDeveloperMessageParam):
                messages_item = messages_item_data.to_dict()
            elif isinstance(messages_item_data, ChatCompletionSystemMessageParam):
                messages_item = messages_item_data.to_dict()
            elif isinstance(messages_item_data, ChatCompletionUserMessageParam):
                messages_item = messages_item_data.to_dict()
            elif isinstance(messages_item_data, ChatCompletionAssistantMessageParam):
                messages_item = messages_item_data.to_dict()
            elif isinstance(messages_item_data, ChatCompletionToolMessageParam):
                messages_item = messages_item_data.to_dict()
            elif isinstance(messages_item_data, ChatCompletionFunctionMessageParam):
                messages_item = messages_item_data.to_dict()
            elif isinstance(messages_item_data, CustomChatCompletionMessageParam):
                messages_item = messages_item_data.to_dict()
            else:
                messages_item = messages_item_data.to_dict()

            messages.append(messages_item)

        add_generation_prompt = self.add_generation_prompt

        add_special_tokens = self.add_special_tokens

        chat_template: None | str | Unset
        if isinstance(self.chat_template, Unset):
            chat_template = UNSET
        else:
            chat_template = self.chat_template

        chat_template_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.chat_template_kwargs, Unset):
            chat_template_kwargs = UNSET
        elif isinstance(self.chat_template_kwargs, JsonObject):
            chat_template_kwargs = self.chat_template_kwargs.to_dict()
        else:
            chat_template_kwargs = self.chat_template_kwargs

        continue_final_message = self.continue_final_message

        media_io_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.media_io_kwargs, Unset):
            media_io_kwargs = UNSET
        elif isinstance(self.media_io_kwargs, TokenizeChatRequestMediaIoKwargs):
            media_io_kwargs = self.media_io_kwargs.to_dict()
        else:
            media_io_kwargs = self.media_io_kwargs

        mm_processor_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.mm_processor_kwargs, Unset):
            mm_processor_kwargs = UNSET
        elif isinstance(self.mm_processor_kwargs, JsonObject):
            mm_processor_kwargs = self.mm_processor_kwargs.to_dict()
        else:
            mm_processor_kwargs = self.mm_processor_kwargs

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        return_token_strs: bool | None | Unset
        if isinstance(self.return_token_strs, Unset):
            return_token_strs = UNSET
        else:
            return_token_strs = self.return_token_strs

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
            }
        )
        if add_generation_prompt is not UNSET:
            field_dict["add_generation_prompt"] = add_generation_prompt
        if add_special_tokens is not UNSET:
            field_dict["add_special_tokens"] = add_special_tokens
        if chat_template is not UNSET:
            field_dict["chat_template"] = chat_template
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if continue_final_message is not UNSET:
            field_dict["continue_final_message"] = continue_final_message
        if media_io_kwargs is not UNSET:
            field_dict["media_io_kwargs"] = media_io_kwargs
        if mm_processor_kwargs is not UNSET:
            field_dict["mm_processor_kwargs"] = mm_processor_kwargs
        if model is not UNSET:
            field_dict["model"] = model
        if return_token_strs is not UNSET:
            field_dict["return_token_strs"] = return_token_strs
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

            def _parse_messages_item(
                data: object,
            ) -> (
                ChatCompletionAssistantMessageParam
                | ChatCompletionDeveloperMessageParam
                | ChatCompletionFunctionMessageParam
                | ChatCompletionSystemMessageParam
                | ChatCompletionToolMessageParam
                | ChatCompletionUserMessageParam
                | CustomChatCompletionMessageParam
                | OpenaiHarmonyMessage
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_0 = (
                        ChatCompletionDeveloperMessageParam.from_dict(data)
                    )

                    return messages_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_1 = ChatCompletionSystemMessageParam.from_dict(
                        data
                    )

                    return messages_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_2 = ChatCompletionUserMessageParam.from_dict(
                        data
                    )

                    return messages_item_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_3 = (
                        ChatCompletionAssistantMessageParam.from_dict(data)
                    )

                    return messages_item_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_4 = ChatCompletionToolMessageParam.from_dict(
                        data
                    )

                    return messages_item_type_4
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_5 = ChatCompletionFunctionMessageParam.from_dict(
                        data
                    )

                    return messages_item_type_5
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_6 = CustomChatCompletionMessageParam.from_dict(
                        data
                    )

                    return messages_item_type_6
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                messages_item_type_7 = OpenaiHarmonyMessage.from_dict(data)

                return messages_item_type_7

            messages_item = _parse_messages_item(messages_item_data)

            messages.append(messages_item)

        add_generation_prompt = d.pop("add_generation_prompt", UNSET)

        add_special_tokens = d.pop("add_special_tokens", UNSET)

        def _parse_chat_template(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        chat_template = _parse_chat_template(d.pop("chat_template", UNSET))

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

        continue_final_message = d.pop("continue_final_message", UNSET)

        def _parse_media_io_kwargs(
            data: object,
        ) -> None | TokenizeChatRequestMediaIoKwargs | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                media_io_kwargs_type_0 = TokenizeChatRequestMediaIoKwargs.from_dict(
                    data
                )

                return media_io_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TokenizeChatRequestMediaIoKwargs | Unset, data)

        media_io_kwargs = _parse_media_io_kwargs(d.pop("media_io_kwargs", UNSET))

        def _parse_mm_processor_kwargs(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mm_processor_kwargs_type_0 = JsonObject.from_dict(data)

                return mm_processor_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        mm_processor_kwargs = _parse_mm_processor_kwargs(
            d.pop("mm_processor_kwargs", UNSET)
        )

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        def _parse_return_token_strs(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_token_strs = _parse_return_token_strs(d.pop("return_token_strs", UNSET))

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

        tokenize_chat_request = cls(
            messages=messages,
            add_generation_prompt=add_generation_prompt,
            add_special_tokens=add_special_tokens,
            chat_template=chat_template,
            chat_template_kwargs=chat_template_kwargs,
            continue_final_message=continue_final_message,
            media_io_kwargs=media_io_kwargs,
            mm_processor_kwargs=mm_processor_kwargs,
            model=model,
            return_token_strs=return_token_strs,
            tools=tools,
        )

        tokenize_chat_request.additional_properties = d
        return tokenize_chat_request

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
