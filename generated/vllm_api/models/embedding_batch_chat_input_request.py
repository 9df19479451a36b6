from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.embedding_batch_chat_input_request_embed_dtype import (
    EmbeddingBatchChatInputRequestEmbedDtype,
    check_embedding_batch_chat_input_request_embed_dtype,
)
from ..models.embedding_batch_chat_input_request_encoding_format import (
    EmbeddingBatchChatInputRequestEncodingFormat,
    check_embedding_batch_chat_input_request_encoding_format,
)
from ..models.embedding_batch_chat_input_request_endianness import (
    EmbeddingBatchChatInputRequestEndianness,
    check_embedding_batch_chat_input_request_endianness,
)
from ..models.embedding_batch_chat_input_request_padding import (
    EmbeddingBatchChatInputRequestPadding,
    check_embedding_batch_chat_input_request_padding,
)
from ..models.embedding_batch_chat_input_request_truncation_side import (
    EmbeddingBatchChatInputRequestTruncationSide,
    check_embedding_batch_chat_input_request_truncation_side,
)
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
    from ..models.chat_completion_user_message_param import (
        ChatCompletionUserMessageParam,
    )
    from ..models.custom_chat_completion_message_param import (
        CustomChatCompletionMessageParam,
    )
    from ..models.embedding_batch_chat_input_request_media_io_kwargs import (
        EmbeddingBatchChatInputRequestMediaIoKwargs,
    )
    from ..models.json_object import JsonObject
    from ..models.openai_harmony_message import OpenaiHarmonyMessage


_PENDING: dict[str, str] = {
    "ChatCompletionAssistantMessageParam": "chat_completion_assistant_message_param",
    "ChatCompletionDeveloperMessageParam": "chat_completion_developer_message_param",
    "ChatCompletionFunctionMessageParam": "chat_completion_function_message_param",
    "ChatCompletionSystemMessageParam": "chat_completion_system_message_param",
    "ChatCompletionToolMessageParam": "chat_completion_tool_message_param",
    "ChatCompletionUserMessageParam": "chat_completion_user_message_param",
    "CustomChatCompletionMessageParam": "custom_chat_completion_message_param",
    "EmbeddingBatchChatInputRequestMediaIoKwargs": "embedding_batch_chat_input_request_media_io_kwargs",
    "JsonObject": "json_object",
    "OpenaiHarmonyMessage": "openai_harmony_message",
}

T = TypeVar("T", bound="EmbeddingBatchChatInputRequest")


@_attrs_define
class EmbeddingBatchChatInputRequest:
    """OpenAI embeddings request with batched chat conversations in ``input``.

    Attributes:
        input_ (list[list[ChatCompletionAssistantMessageParam | ChatCompletionDeveloperMessageParam |
            ChatCompletionFunctionMessageParam | ChatCompletionSystemMessageParam | ChatCompletionToolMessageParam |
            ChatCompletionUserMessageParam | CustomChatCompletionMessageParam | OpenaiHarmonyMessage]]):
        messages (list[list[ChatCompletionAssistantMessageParam | ChatCompletionDeveloperMessageParam |
            ChatCompletionFunctionMessageParam | ChatCompletionSystemMessageParam | ChatCompletionToolMessageParam |
            ChatCompletionUserMessageParam | CustomChatCompletionMessageParam | OpenaiHarmonyMessage]]):
        add_generation_prompt (bool | Unset): If true, the generation prompt will be added to the chat template. This is
            a parameter used by chat template in tokenizer config of the model.
        add_special_tokens (bool | Unset): If true, special tokens (e.g. BOS) will be added to the prompt on top of what
            is added by the chat template. For most models, the chat template takes care of adding the special tokens so
            this should be set to false (as is the default).
        cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
            prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
            access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
            256 bit).
        chat_template (None | str | Unset): A Jinja template to use for this conversion. As of transformers v4.44,
            default chat template is no longer allowed, so you must provide a chat template if the tokenizer does not define
            one.
        chat_template_kwargs (JsonObject | None | Unset): Additional keyword args to pass to the template renderer. Will
            be accessible by the chat template.
        continue_final_message (bool | Unset): If this is set, the chat will be formatted so that the final message in
            the chat is open-ended, without any EOS tokens. The model will continue this message rather than starting a new
            one. This allows you to "prefill" part of the model's response for it. Cannot be used at the same time as
            `add_generation_prompt`.
        dimensions (int | None | Unset):
        embed_dtype (EmbeddingBatchChatInputRequestEmbedDtype | Unset): What dtype to use for encoding. Default to using
            float32 for base64 encoding to match the OpenAI python client behavior. This parameter will affect base64 and
            binary_response.
        encoding_format (EmbeddingBatchChatInputRequestEncodingFormat | Unset):
        endianness (EmbeddingBatchChatInputRequestEndianness | Unset): What endianness to use for encoding. Default to
            using native for base64 encoding to match the OpenAI python client behavior.This parameter will affect base64
            and binary_response.
        media_io_kwargs (EmbeddingBatchChatInputRequestMediaIoKwargs | None | Unset): Additional kwargs to pass to the
            media IO connectors, keyed by modality. Merged with engine-level media_io_kwargs.
        mm_processor_kwargs (JsonObject | None | Unset): Additional kwargs to pass to the HF processor.
        model (None | str | Unset):
        padding (EmbeddingBatchChatInputRequestPadding | None | Unset): Whether to pad the prompt, using the same names
            as the Transformers tokenizer. 'max_length' pads to the maximum input length, 'do_not_pad' leaves the prompt as
            is. Models trained with a fixed sequence length and no attention mask, such as SigLIP, need 'max_length' to
            match training, otherwise their embeddings are not comparable.
        priority (int | Unset): The priority of the request (lower means earlier handling; default: 0). Any priority
            other than 0 will raise an error if the served model does not use priority scheduling.
        request_id (str | Unset): The request_id related to this request. If the caller does not set it, a random_uuid
            will be generated. This id is used through out the inference process and return in response.
        truncate_prompt_tokens (int | None | Unset):
        truncation_side (EmbeddingBatchChatInputRequestTruncationSide | None | Unset): Which side to truncate from when
            truncate_prompt_tokens is active. 'right' keeps the first N tokens. 'left' keeps the last N tokens.
        use_activation (bool | None | Unset): Whether to use activation for the pooler outputs. `None` uses the pooler's
            default, which is `True` in most cases.
        user (None | str | Unset):
    """

    input_: list[
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
    add_special_tokens: bool | Unset = UNSET
    cache_salt: None | str | Unset = UNSET
    chat_template: None | str | Unset = UNSET
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    continue_final_message: bool | Unset = UNSET
    dimensions: int | None | Unset = UNSET
    embed_dtype: EmbeddingBatchChatInputRequestEmbedDtype | Unset = UNSET
    encoding_format: EmbeddingBatchChatInputRequestEncodingFormat | Unset = UNSET
    endianness: EmbeddingBatchChatInputRequestEndianness | Unset = UNSET
    media_io_kwargs: EmbeddingBatchChatInputRequestMediaIoKwargs | None | Unset = UNSET
    mm_processor_kwargs: JsonObject | None | Unset = UNSET
    model: None | str | Unset = UNSET
    padding: EmbeddingBatchChatInputRequestPadding | None | Unset = UNSET
    priority: int | Unset = UNSET
    request_id: str | Unset = UNSET
    truncate_prompt_tokens: int | None | Unset = UNSET
    truncation_side: EmbeddingBatchChatInputRequestTruncationSide | None | Unset = UNSET
    use_activation: bool | None | Unset = UNSET
    user: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        input_ = []
        for input_item_data in self.input_:
            input_item = []
            for input_item_item_data in input_item_data:
                input_item_item: dict[str, Any]
                if isinstance(
                    input_item_item_data, ChatCompletionDeveloperMessageParam
                ):
                    input_item_item = input_item_item_data.to_dict()
                elif isinstance(input_item_item_data, ChatCompletionSystemMessageParam):
                    input_item_item = input_item_item_data.to_dict()
                elif isinstance(input_item_item_data, ChatCompletionUserMessageParam):
                    input_item_item = input_item_item_data.to_dict()
                elif isinstance(
                    input_item_item_data, ChatCompletionAssistantMessageParam
                ):
                    input_item_item = input_item_item_data.to_dict()
                elif isinstance(input_item_item_data, ChatCompletionToolMessageParam):
                    input_item_item = input_item_item_data.to_dict()
                elif isinstance(
                    input_item_item_data, ChatCompletionFunctionMessageParam
                ):
                    input_item_item = input_item_item_data.to_dict()
                elif isinstance(input_item_item_data, CustomChatCompletionMessageParam):
                    input_item_item = input_item_item_data.to_dict()
                else:
                    input_item_item = input_item_item_data.to_dict()

                input_item.append(input_item_item)

            input_.append(input_item)

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

        add_special_tokens = self.add_special_tokens

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

        dimensions: int | None | Unset
        if isinstance(self.dimensions, Unset):
            dimensions = UNSET
        else:
            dimensions = self.dimensions

        embed_dtype: str | Unset = UNSET
        if not isinstance(self.embed_dtype, Unset):
            embed_dtype = self.embed_dtype

        encoding_format: str | Unset = UNSET
        if not isinstance(self.encoding_format, Unset):
            encoding_format = self.encoding_format

        endianness: str | Unset = UNSET
        if not isinstance(self.endianness, Unset):
            endianness = self.endianness

        media_io_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.media_io_kwargs, Unset):
            media_io_kwargs = UNSET
        elif isinstance(
            self.media_io_kwargs, EmbeddingBatchChatInputRequestMediaIoKwargs
        ):
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

        padding: None | str | Unset
        if isinstance(self.padding, Unset):
            padding = UNSET
        elif isinstance(self.padding, str):
            padding = self.padding
        else:
            padding = self.padding

        priority = self.priority

        request_id = self.request_id

        truncate_prompt_tokens: int | None | Unset
        if isinstance(self.truncate_prompt_tokens, Unset):
            truncate_prompt_tokens = UNSET
        else:
            truncate_prompt_tokens = self.truncate_prompt_tokens

        truncation_side: None | str | Unset
        if isinstance(self.truncation_side, Unset):
            truncation_side = UNSET
        elif isinstance(self.truncation_side, str):
            truncation_side = self.truncation_side
        else:
            truncation_side = self.truncation_side

        use_activation: bool | None | Unset
        if isinstance(self.use_activation, Unset):
            use_activation = UNSET
        else:
            use_activation = self.use_activation

        user: None | str | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        else:
            user = self.user

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "input": input_,
                "messages": messages,
            }
        )
        if add_generation_prompt is not UNSET:
            field_dict["add_generation_prompt"] = add_generation_prompt
        if add_special_tokens is not UNSET:
            field_dict["add_special_tokens"] = add_special_tokens
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if chat_template is not UNSET:
            field_dict["chat_template"] = chat_template
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if continue_final_message is not UNSET:
            field_dict["continue_final_message"] = continue_final_message
        if dimensions is not UNSET:
            field_dict["dimensions"] = dimensions
        if embed_dtype is not UNSET:
            field_dict["embed_dtype"] = embed_dtype
        if encoding_format is not UNSET:
            field_dict["encoding_format"] = encoding_format
        if endianness is not UNSET:
            field_dict["endianness"] = endianness
        if media_io_kwargs is not UNSET:
            field_dict["media_io_kwargs"] = media_io_kwargs
        if mm_processor_kwargs is not UNSET:
            field_dict["mm_processor_kwargs"] = mm_processor_kwargs
        if model is not UNSET:
            field_dict["model"] = model
        if padding is not UNSET:
            field_dict["padding"] = padding
        if priority is not UNSET:
            field_dict["priority"] = priority
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if truncate_prompt_tokens is not UNSET:
            field_dict["truncate_prompt_tokens"] = truncate_prompt_tokens
        if truncation_side is not UNSET:
            field_dict["truncation_side"] = truncation_side
        if use_activation is not UNSET:
            field_dict["use_activation"] = use_activation
        if user is not UNSET:
            field_dict["user"] = user

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        input_ = []
        _input_ = d.pop("input")
        for input_item_data in _input_:
            input_item = []
            _input_item = input_item_data
            for input_item_item_data in _input_item:

                def _parse_input_item_item(
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
                        input_item_item_type_0 = (
                            ChatCompletionDeveloperMessageParam.from_dict(data)
                        )

                        return input_item_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        input_item_item_type_1 = (
                            ChatCompletionSystemMessageParam.from_dict(data)
                        )

                        return input_item_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        input_item_item_type_2 = (
                            ChatCompletionUserMessageParam.from_dict(data)
                        )

                        return input_item_item_type_2
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        input_item_item_type_3 = (
                            ChatCompletionAssistantMessageParam.from_dict(data)
                        )

                        return input_item_item_type_3
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        input_item_item_type_4 = (
                            ChatCompletionToolMessageParam.from_dict(data)
                        )

                        return input_item_item_type_4
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        input_item_item_type_5 = (
                            ChatCompletionFunctionMessageParam.from_dict(data)
                        )

                        return input_item_item_type_5
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        input_item_item_type_6 = (
                            CustomChatCompletionMessageParam.from_dict(data)
                        )

                        return input_item_item_type_6
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    input_item_item_type_7 = OpenaiHarmonyMessage.from_dict(data)

                    return input_item_item_type_7

                input_item_item = _parse_input_item_item(input_item_item_data)

                input_item.append(input_item_item)

            input_.append(input_item)

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

        add_special_tokens = d.pop("add_special_tokens", UNSET)

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

        def _parse_dimensions(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        dimensions = _parse_dimensions(d.pop("dimensions", UNSET))

        _embed_dtype = d.pop("embed_dtype", UNSET)
        embed_dtype: EmbeddingBatchChatInputRequestEmbedDtype | Unset
        if isinstance(_embed_dtype, Unset):
            embed_dtype = UNSET
        else:
            embed_dtype = check_embedding_batch_chat_input_request_embed_dtype(
                _embed_dtype
            )

        _encoding_format = d.pop("encoding_format", UNSET)
        encoding_format: EmbeddingBatchChatInputRequestEncodingFormat | Unset
        if isinstance(_encoding_format, Unset):
            encoding_format = UNSET
        else:
            encoding_format = check_embedding_batch_chat_input_request_encoding_format(
                _encoding_format
            )

        _endianness = d.pop("endianness", UNSET)
        endianness: EmbeddingBatchChatInputRequestEndianness | Unset
        if isinstance(_endianness, Unset):
            endianness = UNSET
        else:
            endianness = check_embedding_batch_chat_input_request_endianness(
                _endianness
            )

        def _parse_media_io_kwargs(
            data: object,
        ) -> EmbeddingBatchChatInputRequestMediaIoKwargs | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                media_io_kwargs_type_0 = (
                    EmbeddingBatchChatInputRequestMediaIoKwargs.from_dict(data)
                )

                return media_io_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                EmbeddingBatchChatInputRequestMediaIoKwargs | None | Unset, data
            )

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

        def _parse_padding(
            data: object,
        ) -> EmbeddingBatchChatInputRequestPadding | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                padding_type_0 = check_embedding_batch_chat_input_request_padding(data)

                return padding_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EmbeddingBatchChatInputRequestPadding | None | Unset, data)

        padding = _parse_padding(d.pop("padding", UNSET))

        priority = d.pop("priority", UNSET)

        request_id = d.pop("request_id", UNSET)

        def _parse_truncate_prompt_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        truncate_prompt_tokens = _parse_truncate_prompt_tokens(
            d.pop("truncate_prompt_tokens", UNSET)
        )

        def _parse_truncation_side(
            data: object,
        ) -> EmbeddingBatchChatInputRequestTruncationSide | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                truncation_side_type_0 = (
                    check_embedding_batch_chat_input_request_truncation_side(data)
                )

                return truncation_side_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                EmbeddingBatchChatInputRequestTruncationSide | None | Unset, data
            )

        truncation_side = _parse_truncation_side(d.pop("truncation_side", UNSET))

        def _parse_use_activation(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        use_activation = _parse_use_activation(d.pop("use_activation", UNSET))

        def _parse_user(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        user = _parse_user(d.pop("user", UNSET))

        embedding_batch_chat_input_request = cls(
            input_=input_,
            messages=messages,
            add_generation_prompt=add_generation_prompt,
            add_special_tokens=add_special_tokens,
            cache_salt=cache_salt,
            chat_template=chat_template,
            chat_template_kwargs=chat_template_kwargs,
            continue_final_message=continue_final_message,
            dimensions=dimensions,
            embed_dtype=embed_dtype,
            encoding_format=encoding_format,
            endianness=endianness,
            media_io_kwargs=media_io_kwargs,
            mm_processor_kwargs=mm_processor_kwargs,
            model=model,
            padding=padding,
            priority=priority,
            request_id=request_id,
            truncate_prompt_tokens=truncate_prompt_tokens,
            truncation_side=truncation_side,
            use_activation=use_activation,
            user=user,
        )

        embedding_batch_chat_input_request.additional_properties = d
        return embedding_batch_chat_input_request

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
