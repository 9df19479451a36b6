from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.anthropic_messages_request_mm_payload import (
    AnthropicMessagesRequestMmPayload,
    check_anthropic_messages_request_mm_payload,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.anthropic_content_block import AnthropicContentBlock
    from ..models.anthropic_message import AnthropicMessage
    from ..models.anthropic_messages_request_vllm_xargs import (
        AnthropicMessagesRequestVllmXargs,
    )
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
    "AnthropicMessagesRequestVllmXargs": "anthropic_messages_request_vllm_xargs",
    "AnthropicOutputConfig": "anthropic_output_config",
    "AnthropicThinkingConfigAdaptive": "anthropic_thinking_config_adaptive",
    "AnthropicThinkingConfigDisabled": "anthropic_thinking_config_disabled",
    "AnthropicThinkingConfigEnabled": "anthropic_thinking_config_enabled",
    "AnthropicTool": "anthropic_tool",
    "AnthropicToolChoice": "anthropic_tool_choice",
    "JsonObject": "json_object",
}

T = TypeVar("T", bound="AnthropicMessagesRequest")


@_attrs_define
class AnthropicMessagesRequest:
    """Anthropic Messages API request.

    Attributes:
        max_tokens (int):
        messages (list[AnthropicMessage]):
        model (str):
        cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
            prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
            access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
            256 bit).
        chat_template_kwargs (JsonObject | None | Unset): Additional keyword args to pass to the chat template renderer.
            Will be accessible by the template.
        ec_transfer_params (JsonObject | None | Unset): ECTransfer parameters used for encoder-cache disaggregated
            serving.
        kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters used for disaggregated serving.
        metadata (JsonObject | None | Unset):
        mm_payload (AnthropicMessagesRequestMmPayload | Unset): What the render response's `features` carry for
            multimodal items. 'tensors' serializes the processed tensors into `kwargs_data` and `mm_metadata`. 'none' sets
            both to null for callers that need only the token layout and item hashes, such as cache-aware routers. Do not
            send a 'none' response to `/inference/v1/generate` which reads a null `kwargs_data` as every item being cached.
            Only supported on the render endpoints. Ignored on regular generation endpoints.
        output_config (AnthropicOutputConfig | None | Unset):
        return_mm_kwargs (bool | None | Unset): Deprecated alias: false is the same as `mm_payload='none'`. Ignored when
            `mm_payload` is set.
        stop_sequences (list[str] | None | Unset):
        stream (bool | None | Unset):
        system (list[AnthropicContentBlock] | None | str | Unset):
        temperature (float | None | Unset):
        thinking (AnthropicThinkingConfigAdaptive | AnthropicThinkingConfigDisabled | AnthropicThinkingConfigEnabled |
            None | Unset):
        tool_choice (AnthropicToolChoice | None | Unset):
        tools (list[AnthropicTool] | None | Unset):
        top_k (int | None | Unset):
        top_p (float | None | Unset):
        vllm_xargs (AnthropicMessagesRequestVllmXargs | None | Unset): Additional request parameters with (list of)
            string or numeric values, used by custom extensions.
        watermarking (bool | None | Unset): Whether to apply the engine's configured watermark to this request.
    """

    max_tokens: int
    messages: list[AnthropicMessage]
    model: str
    cache_salt: None | str | Unset = UNSET
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    ec_transfer_params: JsonObject | None | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    metadata: JsonObject | None | Unset = UNSET
    mm_payload: AnthropicMessagesRequestMmPayload | Unset = UNSET
    output_config: AnthropicOutputConfig | None | Unset = UNSET
    return_mm_kwargs: bool | None | Unset = UNSET
    stop_sequences: list[str] | None | Unset = UNSET
    stream: bool | None | Unset = UNSET
    system: list[AnthropicContentBlock] | None | str | Unset = UNSET
    temperature: float | None | Unset = UNSET
    thinking: (
        AnthropicThinkingConfigAdaptive
        | AnthropicThinkingConfigDisabled
        | AnthropicThinkingConfigEnabled
        | None
        | Unset
    ) = UNSET
    tool_choice: AnthropicToolChoice | None | Unset = UNSET
    tools: list[AnthropicTool] | None | Unset = UNSET
    top_k: int | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    vllm_xargs: AnthropicMessagesRequestVllmXargs | None | Unset = UNSET
    watermarking: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        max_tokens = self.max_tokens

        messages = []
        for messages_item_data in self.messages:
            messages_item = messages_item_data.to_dict()
            messages.append(messages_item)

        model = self.model

        cache_salt: None | str | Unset
        if isinstance(self.cache_salt, Unset):
            cache_salt = UNSET
        else:
            cache_salt = self.cache_salt

        chat_template_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.chat_template_kwargs, Unset):
            chat_template_kwargs = UNSET
        elif isinstance(self.chat_template_kwargs, JsonObject):
            chat_template_kwargs = self.chat_template_kwargs.to_dict()
        else:
            chat_template_kwargs = self.chat_template_kwargs

        ec_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.ec_transfer_params, Unset):
            ec_transfer_params = UNSET
        elif isinstance(self.ec_transfer_params, JsonObject):
            ec_transfer_params = self.ec_transfer_params.to_dict()
        else:
            ec_transfer_params = self.ec_transfer_params

        kv_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.kv_transfer_params, Unset):
            kv_transfer_params = UNSET
        elif isinstance(self.kv_transfer_params, JsonObject):
            kv_transfer_params = self.kv_transfer_params.to_dict()
        else:
            kv_transfer_params = self.kv_transfer_params

        metadata: dict[str, Any] | None | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        elif isinstance(self.metadata, JsonObject):
            metadata = self.metadata.to_dict()
        else:
            metadata = self.metadata

        mm_payload: str | Unset = UNSET
        if not isinstance(self.mm_payload, Unset):
            mm_payload = self.mm_payload

        output_config: dict[str, Any] | None | Unset
        if isinstance(self.output_config, Unset):
            output_config = UNSET
        elif isinstance(self.output_config, AnthropicOutputConfig):
            output_config = self.output_config.to_dict()
        else:
            output_config = self.output_config

        return_mm_kwargs: bool | None | Unset
        if isinstance(self.return_mm_kwargs, Unset):
            return_mm_kwargs = UNSET
        else:
            return_mm_kwargs = self.return_mm_kwargs

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

        temperature: float | None | Unset
        if isinstance(self.temperature, Unset):
            temperature = UNSET
        else:
            temperature = self.temperature

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

        top_k: int | None | Unset
        if isinstance(self.top_k, Unset):
            top_k = UNSET
        else:
            top_k = self.top_k

        top_p: float | None | Unset
        if isinstance(self.top_p, Unset):
            top_p = UNSET
        else:
            top_p = self.top_p

        vllm_xargs: dict[str, Any] | None | Unset
        if isinstance(self.vllm_xargs, Unset):
            vllm_xargs = UNSET
        elif isinstance(self.vllm_xargs, AnthropicMessagesRequestVllmXargs):
            vllm_xargs = self.vllm_xargs.to_dict()
        else:
            vllm_xargs = self.vllm_xargs

        watermarking: bool | None | Unset
        if isinstance(self.watermarking, Unset):
            watermarking = UNSET
        else:
            watermarking = self.watermarking

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "max_tokens": max_tokens,
                "messages": messages,
                "model": model,
            }
        )
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if ec_transfer_params is not UNSET:
            field_dict["ec_transfer_params"] = ec_transfer_params
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if mm_payload is not UNSET:
            field_dict["mm_payload"] = mm_payload
        if output_config is not UNSET:
            field_dict["output_config"] = output_config
        if return_mm_kwargs is not UNSET:
            field_dict["return_mm_kwargs"] = return_mm_kwargs
        if stop_sequences is not UNSET:
            field_dict["stop_sequences"] = stop_sequences
        if stream is not UNSET:
            field_dict["stream"] = stream
        if system is not UNSET:
            field_dict["system"] = system
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if thinking is not UNSET:
            field_dict["thinking"] = thinking
        if tool_choice is not UNSET:
            field_dict["tool_choice"] = tool_choice
        if tools is not UNSET:
            field_dict["tools"] = tools
        if top_k is not UNSET:
            field_dict["top_k"] = top_k
        if top_p is not UNSET:
            field_dict["top_p"] = top_p
        if vllm_xargs is not UNSET:
            field_dict["vllm_xargs"] = vllm_xargs
        if watermarking is not UNSET:
            field_dict["watermarking"] = watermarking

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        max_tokens = d.pop("max_tokens")

        messages = []
        _messages = d.pop("messages")
        for messages_item_data in _messages:
            messages_item = AnthropicMessage.from_dict(messages_item_data)

            messages.append(messages_item)

        model = d.pop("model")

        def _parse_cache_salt(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cache_salt = _parse_cache_salt(d.pop("cache_salt", UNSET))

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

        def _parse_ec_transfer_params(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ec_transfer_params_type_0 = JsonObject.from_dict(data)

                return ec_transfer_params_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        ec_transfer_params = _parse_ec_transfer_params(
            d.pop("ec_transfer_params", UNSET)
        )

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

        def _parse_metadata(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metadata_type_0 = JsonObject.from_dict(data)

                return metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        metadata = _parse_metadata(d.pop("metadata", UNSET))

        _mm_payload = d.pop("mm_payload", UNSET)
        mm_payload: AnthropicMessagesRequestMmPayload | Unset
        if isinstance(_mm_payload, Unset):
            mm_payload = UNSET
        else:
            mm_payload = check_anthropic_messages_request_mm_payload(_mm_payload)

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

        def _parse_return_mm_kwargs(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_mm_kwargs = _parse_return_mm_kwargs(d.pop("return_mm_kwargs", UNSET))

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

        def _parse_temperature(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        temperature = _parse_temperature(d.pop("temperature", UNSET))

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

        def _parse_top_k(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        top_k = _parse_top_k(d.pop("top_k", UNSET))

        def _parse_top_p(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        top_p = _parse_top_p(d.pop("top_p", UNSET))

        def _parse_vllm_xargs(
            data: object,
        ) -> AnthropicMessagesRequestVllmXargs | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                vllm_xargs_type_0 = AnthropicMessagesRequestVllmXargs.from_dict(data)

                return vllm_xargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicMessagesRequestVllmXargs | None | Unset, data)

        vllm_xargs = _parse_vllm_xargs(d.pop("vllm_xargs", UNSET))

        def _parse_watermarking(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        watermarking = _parse_watermarking(d.pop("watermarking", UNSET))

        anthropic_messages_request = cls(
            max_tokens=max_tokens,
            messages=messages,
            model=model,
            cache_salt=cache_salt,
            chat_template_kwargs=chat_template_kwargs,
            ec_transfer_params=ec_transfer_params,
            kv_transfer_params=kv_transfer_params,
            metadata=metadata,
            mm_payload=mm_payload,
            output_config=output_config,
            return_mm_kwargs=return_mm_kwargs,
            stop_sequences=stop_sequences,
            stream=stream,
            system=system,
            temperature=temperature,
            thinking=thinking,
            tool_choice=tool_choice,
            tools=tools,
            top_k=top_k,
            top_p=top_p,
            vllm_xargs=vllm_xargs,
            watermarking=watermarking,
        )

        anthropic_messages_request.additional_properties = d
        return anthropic_messages_request

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
