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
    from ..models.batch_chat_completion_request_logit_bias import (
        BatchChatCompletionRequestLogitBias,
    )
    from ..models.batch_chat_completion_request_media_io_kwargs import (
        BatchChatCompletionRequestMediaIoKwargs,
    )
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
    from ..models.chat_completion_user_message_param import (
        ChatCompletionUserMessageParam,
    )
    from ..models.custom_chat_completion_message_param import (
        CustomChatCompletionMessageParam,
    )
    from ..models.json_object import JsonObject
    from ..models.openai_harmony_message import OpenaiHarmonyMessage
    from ..models.structured_outputs_params import StructuredOutputsParams


_PENDING: dict[str, str] = {
    "BatchChatCompletionRequestLogitBias": "batch_chat_completion_request_logit_bias",
    "BatchChatCompletionRequestMediaIoKwargs": "batch_chat_completion_request_media_io_kwargs",
    "ChatCompletionAssistantMessageParam": "chat_completion_assistant_message_param",
    "ChatCompletionDeveloperMessageParam": "chat_completion_developer_message_param",
    "ChatCompletionFunctionMessageParam": "chat_completion_function_message_param",
    "ChatCompletionSystemMessageParam": "chat_completion_system_message_param",
    "ChatCompletionToolMessageParam": "chat_completion_tool_message_param",
    "ChatCompletionUserMessageParam": "chat_completion_user_message_param",
    "CustomChatCompletionMessageParam": "custom_chat_completion_message_param",
    "JsonObject": "json_object",
    "OpenaiHarmonyMessage": "openai_harmony_message",
    "StructuredOutputsParams": "structured_outputs_params",
}

T = TypeVar("T", bound="BatchChatCompletionRequest")


@_attrs_define
class BatchChatCompletionRequest:
    """Request model for the /v1/chat/completions/batch endpoint.

    Accepts the same fields as ChatCompletionRequest except that ``messages``
    is a list of conversations (each conversation is a
    ``list[ChatCompletionMessageParam]``).  Each conversation is processed
    independently and the response contains one choice per conversation,
    indexed 0, 1, ..., N-1.

    Current limitations compared to the single-conversation endpoint:
    - Streaming is not supported (``stream`` must be False or omitted).
    - Tool use is not supported (``tools`` must be omitted).
    - Beam search is not supported (``use_beam_search`` must be False or omitted).
    - The ``n`` parameter must be 1 (or omitted).

        Attributes:
            messages (list[list[ChatCompletionAssistantMessageParam | ChatCompletionDeveloperMessageParam |
                ChatCompletionFunctionMessageParam | ChatCompletionSystemMessageParam | ChatCompletionToolMessageParam |
                ChatCompletionUserMessageParam | CustomChatCompletionMessageParam | OpenaiHarmonyMessage]]):
            add_generation_prompt (bool | Unset):
            best_of (int | None | Unset):
            cache_salt (None | str | Unset):
            chat_template (None | str | Unset):
            chat_template_kwargs (JsonObject | None | Unset):
            continue_final_message (bool | Unset):
            early_stopping (bool | Unset):
            echo (bool | Unset):
            frequency_penalty (float | None | Unset):
            guided_decoding_backend (None | str | Unset):
            include_reasoning (bool | Unset):
            include_stop_str_in_output (bool | Unset):
            length_penalty (float | None | Unset):
            logit_bias (BatchChatCompletionRequestLogitBias | None | Unset):
            logprob_token_ids (list[int] | None | Unset): Specific vocab token IDs to return logprobs for at each generated
                position, in addition to the sampled token. Requires `logprobs=True`.
            logprobs (bool | None | Unset):
            max_completion_tokens (int | None | Unset):
            max_tokens (int | None | Unset):
            media_io_kwargs (BatchChatCompletionRequestMediaIoKwargs | None | Unset):
            min_p (float | None | Unset):
            mm_processor_kwargs (JsonObject | None | Unset):
            model (None | str | Unset):
            n (int | None | Unset):
            presence_penalty (float | None | Unset):
            priority (int | Unset):
            repetition_penalty (float | None | Unset):
            request_id (None | str | Unset):
            response_format (Any | None | Unset):
            return_token_ids (bool | Unset):
            return_tokens_as_token_ids (bool | None | Unset):
            seed (int | None | Unset):
            stop (list[str] | None | str | Unset):
            structured_outputs (None | StructuredOutputsParams | Unset):
            temperature (float | None | Unset):
            tool_choice (Literal['none'] | None | Unset):
            top_k (int | None | Unset):
            top_logprobs (int | None | Unset):
            top_p (float | None | Unset):
            use_beam_search (bool | Unset):
            user (None | str | Unset):
            watermarking (bool | None | Unset):
    """

    messages: list[
        list[
            ChatCompletionAssistantMessageParam
            | ChatCompletionDeveloperMessageParam
            | ChatCompletionFunctionMessageParam
            | ChatCompletionSystemMessageParam
            | ChatCompletionToolMessageParam
            | ChatCompletionUserMessageParam
            | CustomChatCompletionMessageParam
            | OpenaiHarmonyMessage
        ]
    ]
    add_generation_prompt: bool | Unset = UNSET
    best_of: int | None | Unset = UNSET
    cache_salt: None | str | Unset = UNSET
    chat_template: None | str | Unset = UNSET
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    continue_final_message: bool | Unset = UNSET
    early_stopping: bool | Unset = UNSET
    echo: bool | Unset = UNSET
    frequency_penalty: float | None | Unset = UNSET
    guided_decoding_backend: None | str | Unset = UNSET
    include_reasoning: bool | Unset = UNSET
    include_stop_str_in_output: bool | Unset = UNSET
    length_penalty: float | None | Unset = UNSET
    logit_bias: BatchChatCompletionRequestLogitBias | None | Unset = UNSET
    logprob_token_ids: list[int] | None | Unset = UNSET
    logprobs: bool | None | Unset = UNSET
    max_completion_tokens: int | None | Unset = UNSET
    max_tokens: int | None | Unset = UNSET
    media_io_kwargs: BatchChatCompletionRequestMediaIoKwargs | None | Unset = UNSET
    min_p: float | None | Unset = UNSET
    mm_processor_kwargs: JsonObject | None | Unset = UNSET
    model: None | str | Unset = UNSET
    n: int | None | Unset = UNSET
    presence_penalty: float | None | Unset = UNSET
    priority: int | Unset = UNSET
    repetition_penalty: float | None | Unset = UNSET
    request_id: None | str | Unset = UNSET
    response_format: Any | None | Unset = UNSET
    return_token_ids: bool | Unset = UNSET
    return_tokens_as_token_ids: bool | None | Unset = UNSET
    seed: int | None | Unset = UNSET
    stop: list[str] | None | str | Unset = UNSET
    structured_outputs: None | StructuredOutputsParams | Unset = UNSET
    temperature: float | None | Unset = UNSET
    tool_choice: Literal["none"] | None | Unset = UNSET
    top_k: int | None | Unset = UNSET
    top_logprobs: int | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    use_beam_search: bool | Unset = UNSET
    user: None | str | Unset = UNSET
    watermarking: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        messages = []
        for messages_item_data in self.messages:
            messages_item = []
            for messages_item_item_data in messages_item_data:
                messages_item_item: dict[str, Any]
                if isinstance(
                    messages_item_item_data, ChatCompletionDeveloperMessageParam
                ):
                    messages_item_item = messages_item_item_data.to_dict()
                elif isinstance(
                    messages_item_item_data, ChatCompletionSystemMessageParam
                ):
                    messages_item_item = messages_item_item_data.to_dict()
                elif isinstance(
                    messages_item_item_data, ChatCompletionUserMessageParam
                ):
                    messages_item_item = messages_item_item_data.to_dict()
                elif isinstance(
                    messages_item_item_data, ChatCompletionAssistantMessageParam
                ):
                    messages_item_item = messages_item_item_data.to_dict()
                elif isinstance(
                    messages_item_item_data, ChatCompletionToolMessageParam
                ):
                    messages_item_item = messages_item_item_data.to_dict()
                elif isinstance(
                    messages_item_item_data, ChatCompletionFunctionMessageParam
                ):
                    messages_item_item = messages_item_item_data.to_dict()
                elif isinstance(
                    messages_item_item_data, CustomChatCompletionMessageParam
                ):
                    messages_item_item = messages_item_item_data.to_dict()
                else:
                    messages_item_item = messages_item_item_data.to_dict()

                messages_item.append(messages_item_item)

            messages.append(messages_item)

        add_generation_prompt = self.add_generation_prompt

        best_of: int | None | Unset
        if isinstance(self.best_of, Unset):
            best_of = UNSET
        else:
            best_of = self.best_of

        cache_salt: None | str | Unset
        if isinstance(self.cache_salt, Unset):
            cache_salt = UNSET
        else:
            cache_salt = self.cache_salt

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

        early_stopping = self.early_stopping

        echo = self.echo

        frequency_penalty: float | None | Unset
        if isinstance(self.frequency_penalty, Unset):
            frequency_penalty = UNSET
        else:
            frequency_penalty = self.frequency_penalty

        guided_decoding_backend: None | str | Unset
        if isinstance(self.guided_decoding_backend, Unset):
            guided_decoding_backend = UNSET
        else:
            guided_decoding_backend = self.guided_decoding_backend

        include_reasoning = self.include_reasoning

        include_stop_str_in_output = self.include_stop_str_in_output

        length_penalty: float | None | Unset
        if isinstance(self.length_penalty, Unset):
            length_penalty = UNSET
        else:
            length_penalty = self.length_penalty

        logit_bias: dict[str, Any] | None | Unset
        if isinstance(self.logit_bias, Unset):
            logit_bias = UNSET
        elif isinstance(self.logit_bias, BatchChatCompletionRequestLogitBias):
            logit_bias = self.logit_bias.to_dict()
        else:
            logit_bias = self.logit_bias

        logprob_token_ids: list[int] | None | Unset
        if isinstance(self.logprob_token_ids, Unset):
            logprob_token_ids = UNSET
        elif isinstance(self.logprob_token_ids, list):
            logprob_token_ids = self.logprob_token_ids

        else:
            logprob_token_ids = self.logprob_token_ids

        logprobs: bool | None | Unset
        if isinstance(self.logprobs, Unset):
            logprobs = UNSET
        else:
            logprobs = self.logprobs

        max_completion_tokens: int | None | Unset
        if isinstance(self.max_completion_tokens, Unset):
            max_completion_tokens = UNSET
        else:
            max_completion_tokens = self.max_completion_tokens

        max_tokens: int | None | Unset
        if isinstance(self.max_tokens, Unset):
            max_tokens = UNSET
        else:
            max_tokens = self.max_tokens

        media_io_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.media_io_kwargs, Unset):
            media_io_kwargs = UNSET
        elif isinstance(self.media_io_kwargs, BatchChatCompletionRequestMediaIoKwargs):
            media_io_kwargs = self.media_io_kwargs.to_dict()
        else:
            media_io_kwargs = self.media_io_kwargs

        min_p: float | None | Unset
        if isinstance(self.min_p, Unset):
            min_p = UNSET
        else:
            min_p = self.min_p

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

        n: int | None | Unset
        if isinstance(self.n, Unset):
            n = UNSET
        else:
            n = self.n

        presence_penalty: float | None | Unset
        if isinstance(self.presence_penalty, Unset):
            presence_penalty = UNSET
        else:
            presence_penalty = self.presence_penalty

        priority = self.priority

        repetition_penalty: float | None | Unset
        if isinstance(self.repetition_penalty, Unset):
            repetition_penalty = UNSET
        else:
            repetition_penalty = self.repetition_penalty

        request_id: None | str | Unset
        if isinstance(self.request_id, Unset):
            request_id = UNSET
        else:
            request_id = self.request_id

        response_format: Any | None | Unset
        if isinstance(self.response_format, Unset):
            response_format = UNSET
        else:
            response_format = self.response_format

        return_token_ids = self.return_token_ids

        return_tokens_as_token_ids: bool | None | Unset
        if isinstance(self.return_tokens_as_token_ids, Unset):
            return_tokens_as_token_ids = UNSET
        else:
            return_tokens_as_token_ids = self.return_tokens_as_token_ids

        seed: int | None | Unset
        if isinstance(self.seed, Unset):
            seed = UNSET
        else:
            seed = self.seed

        stop: list[str] | None | str | Unset
        if isinstance(self.stop, Unset):
            stop = UNSET
        elif isinstance(self.stop, list):
            stop = self.stop

        else:
            stop = self.stop

        structured_outputs: dict[str, Any] | None | Unset
        if isinstance(self.structured_outputs, Unset):
            structured_outputs = UNSET
        elif isinstance(self.structured_outputs, StructuredOutputsParams):
            structured_outputs = self.structured_outputs.to_dict()
        else:
            structured_outputs = self.structured_outputs

        temperature: float | None | Unset
        if isinstance(self.temperature, Unset):
            temperature = UNSET
        else:
            temperature = self.temperature

        tool_choice: Literal["none"] | None | Unset
        if isinstance(self.tool_choice, Unset):
            tool_choice = UNSET
        else:
            tool_choice = self.tool_choice

        top_k: int | None | Unset
        if isinstance(self.top_k, Unset):
            top_k = UNSET
        else:
            top_k = self.top_k

        top_logprobs: int | None | Unset
        if isinstance(self.top_logprobs, Unset):
            top_logprobs = UNSET
        else:
            top_logprobs = self.top_logprobs

        top_p: float | None | Unset
        if isinstance(self.top_p, Unset):
            top_p = UNSET
        else:
            top_p = self.top_p

        use_beam_search = self.use_beam_search

        user: None | str | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        else:
            user = self.user

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
            }
        )
        if add_generation_prompt is not UNSET:
            field_dict["add_generation_prompt"] = add_generation_prompt
        if best_of is not UNSET:
            field_dict["best_of"] = best_of
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if chat_template is not UNSET:
            field_dict["chat_template"] = chat_template
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if continue_final_message is not UNSET:
            field_dict["continue_final_message"] = continue_final_message
        if early_stopping is not UNSET:
            field_dict["early_stopping"] = early_stopping
        if echo is not UNSET:
            field_dict["echo"] = echo
        if frequency_penalty is not UNSET:
            field_dict["frequency_penalty"] = frequency_penalty
        if guided_decoding_backend is not UNSET:
            field_dict["guided_decoding_backend"] = guided_decoding_backend
        if include_reasoning is not UNSET:
            field_dict["include_reasoning"] = include_reasoning
        if include_stop_str_in_output is not UNSET:
            field_dict["include_stop_str_in_output"] = include_stop_str_in_output
        if length_penalty is not UNSET:
            field_dict["length_penalty"] = length_penalty
        if logit_bias is not UNSET:
            field_dict["logit_bias"] = logit_bias
        if logprob_token_ids is not UNSET:
            field_dict["logprob_token_ids"] = logprob_token_ids
        if logprobs is not UNSET:
            field_dict["logprobs"] = logprobs
        if max_completion_tokens is not UNSET:
            field_dict["max_completion_tokens"] = max_completion_tokens
        if max_tokens is not UNSET:
            field_dict["max_tokens"] = max_tokens
        if media_io_kwargs is not UNSET:
            field_dict["media_io_kwargs"] = media_io_kwargs
        if min_p is not UNSET:
            field_dict["min_p"] = min_p
        if mm_processor_kwargs is not UNSET:
            field_dict["mm_processor_kwargs"] = mm_processor_kwargs
        if model is not UNSET:
            field_dict["model"] = model
        if n is not UNSET:
            field_dict["n"] = n
        if presence_penalty is not UNSET:
            field_dict["presence_penalty"] = presence_penalty
        if priority is not UNSET:
            field_dict["priority"] = priority
        if repetition_penalty is not UNSET:
            field_dict["repetition_penalty"] = repetition_penalty
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if response_format is not UNSET:
            field_dict["response_format"] = response_format
        if return_token_ids is not UNSET:
            field_dict["return_token_ids"] = return_token_ids
        if return_tokens_as_token_ids is not UNSET:
            field_dict["return_tokens_as_token_ids"] = return_tokens_as_token_ids
        if seed is not UNSET:
            field_dict["seed"] = seed
        if stop is not UNSET:
            field_dict["stop"] = stop
        if structured_outputs is not UNSET:
            field_dict["structured_outputs"] = structured_outputs
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if tool_choice is not UNSET:
            field_dict["tool_choice"] = tool_choice
        if top_k is not UNSET:
            field_dict["top_k"] = top_k
        if top_logprobs is not UNSET:
            field_dict["top_logprobs"] = top_logprobs
        if top_p is not UNSET:
            field_dict["top_p"] = top_p
        if use_beam_search is not UNSET:
            field_dict["use_beam_search"] = use_beam_search
        if user is not UNSET:
            field_dict["user"] = user
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
            messages_item = []
            _messages_item = messages_item_data
            for messages_item_item_data in _messages_item:

                def _parse_messages_item_item(
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
                        messages_item_item_type_0 = (
                            ChatCompletionDeveloperMessageParam.from_dict(data)
                        )

                        return messages_item_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        messages_item_item_type_1 = (
                            ChatCompletionSystemMessageParam.from_dict(data)
                        )

                        return messages_item_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        messages_item_item_type_2 = (
                            ChatCompletionUserMessageParam.from_dict(data)
                        )

                        return messages_item_item_type_2
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        messages_item_item_type_3 = (
                            ChatCompletionAssistantMessageParam.from_dict(data)
                        )

                        return messages_item_item_type_3
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        messages_item_item_type_4 = (
                            ChatCompletionToolMessageParam.from_dict(data)
                        )

                        return messages_item_item_type_4
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        messages_item_item_type_5 = (
                            ChatCompletionFunctionMessageParam.from_dict(data)
                        )

                        return messages_item_item_type_5
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        messages_item_item_type_6 = (
                            CustomChatCompletionMessageParam.from_dict(data)
                        )

                        return messages_item_item_type_6
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    messages_item_item_type_7 = OpenaiHarmonyMessage.from_dict(data)

                    return messages_item_item_type_7

                messages_item_item = _parse_messages_item_item(messages_item_item_data)

                messages_item.append(messages_item_item)

            messages.append(messages_item)

        add_generation_prompt = d.pop("add_generation_prompt", UNSET)

        def _parse_best_of(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        best_of = _parse_best_of(d.pop("best_of", UNSET))

        def _parse_cache_salt(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cache_salt = _parse_cache_salt(d.pop("cache_salt", UNSET))

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

        early_stopping = d.pop("early_stopping", UNSET)

        echo = d.pop("echo", UNSET)

        def _parse_frequency_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        frequency_penalty = _parse_frequency_penalty(d.pop("frequency_penalty", UNSET))

        def _parse_guided_decoding_backend(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        guided_decoding_backend = _parse_guided_decoding_backend(
            d.pop("guided_decoding_backend", UNSET)
        )

        include_reasoning = d.pop("include_reasoning", UNSET)

        include_stop_str_in_output = d.pop("include_stop_str_in_output", UNSET)

        def _parse_length_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        length_penalty = _parse_length_penalty(d.pop("length_penalty", UNSET))

        def _parse_logit_bias(
            data: object,
        ) -> BatchChatCompletionRequestLogitBias | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                logit_bias_type_0 = BatchChatCompletionRequestLogitBias.from_dict(data)

                return logit_bias_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BatchChatCompletionRequestLogitBias | None | Unset, data)

        logit_bias = _parse_logit_bias(d.pop("logit_bias", UNSET))

        def _parse_logprob_token_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                logprob_token_ids_type_0 = cast(list[int], data)

                return logprob_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        logprob_token_ids = _parse_logprob_token_ids(d.pop("logprob_token_ids", UNSET))

        def _parse_logprobs(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        logprobs = _parse_logprobs(d.pop("logprobs", UNSET))

        def _parse_max_completion_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_completion_tokens = _parse_max_completion_tokens(
            d.pop("max_completion_tokens", UNSET)
        )

        def _parse_max_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_tokens = _parse_max_tokens(d.pop("max_tokens", UNSET))

        def _parse_media_io_kwargs(
            data: object,
        ) -> BatchChatCompletionRequestMediaIoKwargs | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                media_io_kwargs_type_0 = (
                    BatchChatCompletionRequestMediaIoKwargs.from_dict(data)
                )

                return media_io_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BatchChatCompletionRequestMediaIoKwargs | None | Unset, data)

        media_io_kwargs = _parse_media_io_kwargs(d.pop("media_io_kwargs", UNSET))

        def _parse_min_p(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        min_p = _parse_min_p(d.pop("min_p", UNSET))

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

        def _parse_n(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        n = _parse_n(d.pop("n", UNSET))

        def _parse_presence_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        presence_penalty = _parse_presence_penalty(d.pop("presence_penalty", UNSET))

        priority = d.pop("priority", UNSET)

        def _parse_repetition_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        repetition_penalty = _parse_repetition_penalty(
            d.pop("repetition_penalty", UNSET)
        )

        def _parse_request_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        request_id = _parse_request_id(d.pop("request_id", UNSET))

        def _parse_response_format(data: object) -> Any | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(Any | None | Unset, data)

        response_format = _parse_response_format(d.pop("response_format", UNSET))

        return_token_ids = d.pop("return_token_ids", UNSET)

        def _parse_return_tokens_as_token_ids(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_tokens_as_token_ids = _parse_return_tokens_as_token_ids(
            d.pop("return_tokens_as_token_ids", UNSET)
        )

        def _parse_seed(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seed = _parse_seed(d.pop("seed", UNSET))

        def _parse_stop(data: object) -> list[str] | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                stop_type_1 = cast(list[str], data)

                return stop_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | str | Unset, data)

        stop = _parse_stop(d.pop("stop", UNSET))

        def _parse_structured_outputs(
            data: object,
        ) -> None | StructuredOutputsParams | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                structured_outputs_type_0 = StructuredOutputsParams.from_dict(data)

                return structured_outputs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StructuredOutputsParams | Unset, data)

        structured_outputs = _parse_structured_outputs(
            d.pop("structured_outputs", UNSET)
        )

        def _parse_temperature(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        temperature = _parse_temperature(d.pop("temperature", UNSET))

        def _parse_tool_choice(data: object) -> Literal["none"] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            tool_choice_type_0 = cast(Literal["none"], data)
            if tool_choice_type_0 != "none":
                raise ValueError(
                    f"tool_choice_type_0 must match const 'none', got '{tool_choice_type_0}'"
                )
            return tool_choice_type_0
            return cast(Literal["none"] | None | Unset, data)

        tool_choice = _parse_tool_choice(d.pop("tool_choice", UNSET))

        def _parse_top_k(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        top_k = _parse_top_k(d.pop("top_k", UNSET))

        def _parse_top_logprobs(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        top_logprobs = _parse_top_logprobs(d.pop("top_logprobs", UNSET))

        def _parse_top_p(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        top_p = _parse_top_p(d.pop("top_p", UNSET))

        use_beam_search = d.pop("use_beam_search", UNSET)

        def _parse_user(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        user = _parse_user(d.pop("user", UNSET))

        def _parse_watermarking(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        watermarking = _parse_watermarking(d.pop("watermarking", UNSET))

        batch_chat_completion_request = cls(
            messages=messages,
            add_generation_prompt=add_generation_prompt,
            best_of=best_of,
            cache_salt=cache_salt,
            chat_template=chat_template,
            chat_template_kwargs=chat_template_kwargs,
            continue_final_message=continue_final_message,
            early_stopping=early_stopping,
            echo=echo,
            frequency_penalty=frequency_penalty,
            guided_decoding_backend=guided_decoding_backend,
            include_reasoning=include_reasoning,
            include_stop_str_in_output=include_stop_str_in_output,
            length_penalty=length_penalty,
            logit_bias=logit_bias,
            logprob_token_ids=logprob_token_ids,
            logprobs=logprobs,
            max_completion_tokens=max_completion_tokens,
            max_tokens=max_tokens,
            media_io_kwargs=media_io_kwargs,
            min_p=min_p,
            mm_processor_kwargs=mm_processor_kwargs,
            model=model,
            n=n,
            presence_penalty=presence_penalty,
            priority=priority,
            repetition_penalty=repetition_penalty,
            request_id=request_id,
            response_format=response_format,
            return_token_ids=return_token_ids,
            return_tokens_as_token_ids=return_tokens_as_token_ids,
            seed=seed,
            stop=stop,
            structured_outputs=structured_outputs,
            temperature=temperature,
            tool_choice=tool_choice,
            top_k=top_k,
            top_logprobs=top_logprobs,
            top_p=top_p,
            use_beam_search=use_beam_search,
            user=user,
            watermarking=watermarking,
        )

        batch_chat_completion_request.additional_properties = d
        return batch_chat_completion_request

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
