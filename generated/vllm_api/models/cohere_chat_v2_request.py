from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.cohere_chat_v2_request_safety_mode import (
    CohereChatV2RequestSafetyMode,
    check_cohere_chat_v2_request_safety_mode,
)
from ..models.cohere_chat_v2_request_tool_choice import (
    CohereChatV2RequestToolChoice,
    check_cohere_chat_v2_request_tool_choice,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.assistant_chat_message_v2 import AssistantChatMessageV2
    from ..models.citation_options import CitationOptions
    from ..models.document import Document
    from ..models.json_object import JsonObject
    from ..models.json_object_response_format_v2 import JsonObjectResponseFormatV2
    from ..models.system_chat_message_v2 import SystemChatMessageV2
    from ..models.text_response_format_v2 import TextResponseFormatV2
    from ..models.thinking import Thinking
    from ..models.tool_chat_message_v2 import ToolChatMessageV2
    from ..models.tool_v2 import ToolV2
    from ..models.user_chat_message_v2 import UserChatMessageV2


_PENDING: dict[str, str] = {
    "AssistantChatMessageV2": "assistant_chat_message_v2",
    "CitationOptions": "citation_options",
    "Document": "document",
    "JsonObject": "json_object",
    "JsonObjectResponseFormatV2": "json_object_response_format_v2",
    "SystemChatMessageV2": "system_chat_message_v2",
    "TextResponseFormatV2": "text_response_format_v2",
    "Thinking": "thinking",
    "ToolChatMessageV2": "tool_chat_message_v2",
    "ToolV2": "tool_v2",
    "UserChatMessageV2": "user_chat_message_v2",
}

T = TypeVar("T", bound="CohereChatV2Request")


@_attrs_define
class CohereChatV2Request:
    """Cohere Chat v2 request body.

    Mirrors the schema documented at https://docs.cohere.com/reference/chat.
    All structured fields delegate to the official SDK types so the body
    schema stays in sync with the upstream spec.

        Attributes:
            messages (list[AssistantChatMessageV2 | SystemChatMessageV2 | ToolChatMessageV2 | UserChatMessageV2]):
            model (str):
            chat_template_kwargs (JsonObject | None | Unset): Additional keyword args to pass to the chat template renderer.
                Will be accessible by the template.
            citation_options (CitationOptions | None | Unset):
            documents (list[Document | str] | None | Unset):
            frequency_penalty (float | None | Unset):
            k (int | None | Unset):
            kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters used for disaggregated serving.
            logprobs (bool | None | Unset):
            max_tokens (int | None | Unset):
            p (float | None | Unset):
            presence_penalty (float | None | Unset):
            priority (int | None | Unset):
            response_format (JsonObjectResponseFormatV2 | None | TextResponseFormatV2 | Unset):
            safety_mode (Any | CohereChatV2RequestSafetyMode | None | Unset):
            seed (int | None | Unset):
            stop_sequences (list[str] | None | Unset):
            stream (bool | None | Unset):
            strict_tools (bool | None | Unset):
            temperature (float | None | Unset):
            thinking (None | Thinking | Unset):
            tool_choice (CohereChatV2RequestToolChoice | None | Unset):
            tools (list[ToolV2] | None | Unset):
            watermarking (bool | None | Unset): Whether to apply the engine's configured watermark to this request.
    """

    messages: list[
        AssistantChatMessageV2
        | SystemChatMessageV2
        | ToolChatMessageV2
        | UserChatMessageV2
    ]
    model: str
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    citation_options: CitationOptions | None | Unset = UNSET
    documents: list[Document | str] | None | Unset = UNSET
    frequency_penalty: float | None | Unset = UNSET
    k: int | None | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    logprobs: bool | None | Unset = UNSET
    max_tokens: int | None | Unset = UNSET
    p: float | None | Unset = UNSET
    presence_penalty: float | None | Unset = UNSET
    priority: int | None | Unset = UNSET
    response_format: (
        JsonObjectResponseFormatV2 | None | TextResponseFormatV2 | Unset
    ) = UNSET
    safety_mode: Any | CohereChatV2RequestSafetyMode | None | Unset = UNSET
    seed: int | None | Unset = UNSET
    stop_sequences: list[str] | None | Unset = UNSET
    stream: bool | None | Unset = UNSET
    strict_tools: bool | None | Unset = UNSET
    temperature: float | None | Unset = UNSET
    thinking: None | Thinking | Unset = UNSET
    tool_choice: CohereChatV2RequestToolChoice | None | Unset = UNSET
    tools: list[ToolV2] | None | Unset = UNSET
    watermarking: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        messages = []
        for messages_item_data in self.messages:
            messages_item: dict[str, Any]
            if isinstance(messages_item_data, UserChatMessageV2):
                messages_item = messages_item_data.to_dict()
            elif isinstance(messages_item_data, AssistantChatMessageV2):
                messages_item = messages_item_data.to_dict()
            elif isinstance(messages_item_data, SystemChatMessageV2):
                messages_item = messages_item_data.to_dict()
            else:
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

        citation_options: dict[str, Any] | None | Unset
        if isinstance(self.citation_options, Unset):
            citation_options = UNSET
        elif isinstance(self.citation_options, CitationOptions):
            citation_options = self.citation_options.to_dict()
        else:
            citation_options = self.citation_options

        documents: list[dict[str, Any] | str] | None | Unset
        if isinstance(self.documents, Unset):
            documents = UNSET
        elif isinstance(self.documents, list):
            documents = []
            for documents_type_0_item_data in self.documents:
                documents_type_0_item: dict[str, Any] | str
                if isinstance(documents_type_0_item_data, Document):
                    documents_type_0_item = documents_type_0_item_data.to_dict()
                else:
                    documents_type_0_item = documents_type_0_item_data
                documents.append(documents_type_0_item)

        else:
            documents = self.documents

        frequency_penalty: float | None | Unset
        if isinstance(self.frequency_penalty, Unset):
            frequency_penalty = UNSET
        else:
            frequency_penalty = self.frequency_penalty

        k: int | None | Unset
        if isinstance(self.k, Unset):
            k = UNSET
        else:
            k = self.k

        kv_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.kv_transfer_params, Unset):
            kv_transfer_params = UNSET
        elif isinstance(self.kv_transfer_params, JsonObject):
            kv_transfer_params = self.kv_transfer_params.to_dict()
        else:
            kv_transfer_params = self.kv_transfer_params

        logprobs: bool | None | Unset
        if isinstance(self.logprobs, Unset):
            logprobs = UNSET
        else:
            logprobs = self.logprobs

        max_tokens: int | None | Unset
        if isinstance(self.max_tokens, Unset):
            max_tokens = UNSET
        else:
            max_tokens = self.max_tokens

        p: float | None | Unset
        if isinstance(self.p, Unset):
            p = UNSET
        else:
            p = self.p

        presence_penalty: float | None | Unset
        if isinstance(self.presence_penalty, Unset):
            presence_penalty = UNSET
        else:
            presence_penalty = self.presence_penalty

        priority: int | None | Unset
        if isinstance(self.priority, Unset):
            priority = UNSET
        else:
            priority = self.priority

        response_format: dict[str, Any] | None | Unset
        if isinstance(self.response_format, Unset):
            response_format = UNSET
        elif isinstance(self.response_format, TextResponseFormatV2):
            response_format = self.response_format.to_dict()
        elif isinstance(self.response_format, JsonObjectResponseFormatV2):
            response_format = self.response_format.to_dict()
        else:
            response_format = self.response_format

        safety_mode: Any | None | str | Unset
        if isinstance(self.safety_mode, Unset):
            safety_mode = UNSET
        elif isinstance(self.safety_mode, str):
            safety_mode = self.safety_mode
        else:
            safety_mode = self.safety_mode

        seed: int | None | Unset
        if isinstance(self.seed, Unset):
            seed = UNSET
        else:
            seed = self.seed

        stop_sequences: list[str] | None | Unset
        if isinstance(self.stop_sequences, Unset):
            stop_sequences = UNSET
        elif isinstance(self.stop_sequences, list):
            stop_sequences = self.stop_sequences

        else:
            stop_sequences = self.stop_sequences

        stream: bool | None | Unset
        if isinstance(self.stream, Unset):
            stream = UNSET
        else:
            stream = self.stream

        strict_tools: bool | None | Unset
        if isinstance(self.strict_tools, Unset):
            strict_tools = UNSET
        else:
            strict_tools = self.strict_tools

        temperature: float | None | Unset
        if isinstance(self.temperature, Unset):
            temperature = UNSET
        else:
            temperature = self.temperature

        thinking: dict[str, Any] | None | Unset
        if isinstance(self.thinking, Unset):
            thinking = UNSET
        elif isinstance(self.thinking, Thinking):
            thinking = self.thinking.to_dict()
        else:
            thinking = self.thinking

        tool_choice: None | str | Unset
        if isinstance(self.tool_choice, Unset):
            tool_choice = UNSET
        elif isinstance(self.tool_choice, str):
            tool_choice = self.tool_choice
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

        watermarking: bool | None | Unset
        if isinstance(self.watermarking, Unset):
            watermarking = UNSET
        else:
            watermarking = self.watermarking

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
        if citation_options is not UNSET:
            field_dict["citation_options"] = citation_options
        if documents is not UNSET:
            field_dict["documents"] = documents
        if frequency_penalty is not UNSET:
            field_dict["frequency_penalty"] = frequency_penalty
        if k is not UNSET:
            field_dict["k"] = k
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if logprobs is not UNSET:
            field_dict["logprobs"] = logprobs
        if max_tokens is not UNSET:
            field_dict["max_tokens"] = max_tokens
        if p is not UNSET:
            field_dict["p"] = p
        if presence_penalty is not UNSET:
            field_dict["presence_penalty"] = presence_penalty
        if priority is not UNSET:
            field_dict["priority"] = priority
        if response_format is not UNSET:
            field_dict["response_format"] = response_format
        if safety_mode is not UNSET:
            field_dict["safety_mode"] = safety_mode
        if seed is not UNSET:
            field_dict["seed"] = seed
        if stop_sequences is not UNSET:
            field_dict["stop_sequences"] = stop_sequences
        if stream is not UNSET:
            field_dict["stream"] = stream
        if strict_tools is not UNSET:
            field_dict["strict_tools"] = strict_tools
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if thinking is not UNSET:
            field_dict["thinking"] = thinking
        if tool_choice is not UNSET:
            field_dict["tool_choice"] = tool_choice
        if tools is not UNSET:
            field_dict["tools"] = tools
        if watermarking is not UNSET:
            field_dict["watermarking"] = watermarking

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
                AssistantChatMessageV2
                | SystemChatMessageV2
                | ToolChatMessageV2
                | UserChatMessageV2
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_0 = UserChatMessageV2.from_dict(data)

                    return messages_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_1 = AssistantChatMessageV2.from_dict(data)

                    return messages_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_type_2 = SystemChatMessageV2.from_dict(data)

                    return messages_item_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                messages_item_type_3 = ToolChatMessageV2.from_dict(data)

                return messages_item_type_3

            messages_item = _parse_messages_item(messages_item_data)

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

        def _parse_citation_options(data: object) -> CitationOptions | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                citation_options_type_0 = CitationOptions.from_dict(data)

                return citation_options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CitationOptions | None | Unset, data)

        citation_options = _parse_citation_options(d.pop("citation_options", UNSET))

        def _parse_documents(data: object) -> list[Document | str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                documents_type_0 = []
                _documents_type_0 = data
                for documents_type_0_item_data in _documents_type_0:

                    def _parse_documents_type_0_item(data: object) -> Document | str:
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            documents_type_0_item_type_1 = Document.from_dict(data)

                            return documents_type_0_item_type_1
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return cast(Document | str, data)

                    documents_type_0_item = _parse_documents_type_0_item(
                        documents_type_0_item_data
                    )

                    documents_type_0.append(documents_type_0_item)

                return documents_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Document | str] | None | Unset, data)

        documents = _parse_documents(d.pop("documents", UNSET))

        def _parse_frequency_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        frequency_penalty = _parse_frequency_penalty(d.pop("frequency_penalty", UNSET))

        def _parse_k(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        k = _parse_k(d.pop("k", UNSET))

        def _parse_kv_transfer_params(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                kv_transfer_params_type_0 = JsonObject.from_dict(data)

                return kv_transfer_params_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        kv_transfer_params = _parse_kv_transfer_params(
            d.pop("kv_transfer_params", UNSET)
        )

        def _parse_logprobs(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        logprobs = _parse_logprobs(d.pop("logprobs", UNSET))

        def _parse_max_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_tokens = _parse_max_tokens(d.pop("max_tokens", UNSET))

        def _parse_p(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        p = _parse_p(d.pop("p", UNSET))

        def _parse_presence_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        presence_penalty = _parse_presence_penalty(d.pop("presence_penalty", UNSET))

        def _parse_priority(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        priority = _parse_priority(d.pop("priority", UNSET))

        def _parse_response_format(
            data: object,
        ) -> JsonObjectResponseFormatV2 | None | TextResponseFormatV2 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_format_type_0 = TextResponseFormatV2.from_dict(data)

                return response_format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_format_type_1 = JsonObjectResponseFormatV2.from_dict(data)

                return response_format_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                JsonObjectResponseFormatV2 | None | TextResponseFormatV2 | Unset, data
            )

        response_format = _parse_response_format(d.pop("response_format", UNSET))

        def _parse_safety_mode(
            data: object,
        ) -> Any | CohereChatV2RequestSafetyMode | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                safety_mode_type_0 = check_cohere_chat_v2_request_safety_mode(data)

                return safety_mode_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Any | CohereChatV2RequestSafetyMode | None | Unset, data)

        safety_mode = _parse_safety_mode(d.pop("safety_mode", UNSET))

        def _parse_seed(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seed = _parse_seed(d.pop("seed", UNSET))

        def _parse_stop_sequences(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                stop_sequences_type_0 = cast(list[str], data)

                return stop_sequences_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        stop_sequences = _parse_stop_sequences(d.pop("stop_sequences", UNSET))

        def _parse_stream(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        stream = _parse_stream(d.pop("stream", UNSET))

        def _parse_strict_tools(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        strict_tools = _parse_strict_tools(d.pop("strict_tools", UNSET))

        def _parse_temperature(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        temperature = _parse_temperature(d.pop("temperature", UNSET))

        def _parse_thinking(data: object) -> None | Thinking | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                thinking_type_0 = Thinking.from_dict(data)

                return thinking_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Thinking | Unset, data)

        thinking = _parse_thinking(d.pop("thinking", UNSET))

        def _parse_tool_choice(
            data: object,
        ) -> CohereChatV2RequestToolChoice | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tool_choice_type_0 = check_cohere_chat_v2_request_tool_choice(data)

                return tool_choice_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CohereChatV2RequestToolChoice | None | Unset, data)

        tool_choice = _parse_tool_choice(d.pop("tool_choice", UNSET))

        def _parse_tools(data: object) -> list[ToolV2] | None | Unset:
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
                    tools_type_0_item = ToolV2.from_dict(tools_type_0_item_data)

                    tools_type_0.append(tools_type_0_item)

                return tools_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ToolV2] | None | Unset, data)

        tools = _parse_tools(d.pop("tools", UNSET))

        def _parse_watermarking(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        watermarking = _parse_watermarking(d.pop("watermarking", UNSET))

        cohere_chat_v2_request = cls(
            messages=messages,
            model=model,
            chat_template_kwargs=chat_template_kwargs,
            citation_options=citation_options,
            documents=documents,
            frequency_penalty=frequency_penalty,
            k=k,
            kv_transfer_params=kv_transfer_params,
            logprobs=logprobs,
            max_tokens=max_tokens,
            p=p,
            presence_penalty=presence_penalty,
            priority=priority,
            response_format=response_format,
            safety_mode=safety_mode,
            seed=seed,
            stop_sequences=stop_sequences,
            stream=stream,
            strict_tools=strict_tools,
            temperature=temperature,
            thinking=thinking,
            tool_choice=tool_choice,
            tools=tools,
            watermarking=watermarking,
        )

        cohere_chat_v2_request.additional_properties = d
        return cohere_chat_v2_request

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
