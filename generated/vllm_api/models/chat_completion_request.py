from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.chat_completion_request_mm_payload import (
    ChatCompletionRequestMmPayload,
    check_chat_completion_request_mm_payload,
)
from ..models.chat_completion_request_reasoning_effort import (
    ChatCompletionRequestReasoningEffort,
    check_chat_completion_request_reasoning_effort,
)
from ..models.chat_completion_request_tool_choice import (
    ChatCompletionRequestToolChoice,
    check_chat_completion_request_tool_choice,
)
from ..models.chat_completion_request_truncation_side import (
    ChatCompletionRequestTruncationSide,
    check_chat_completion_request_truncation_side,
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
    from ..models.chat_completion_named_tool_choice_param import (
        ChatCompletionNamedToolChoiceParam,
    )
    from ..models.chat_completion_request_documents_item import (
        ChatCompletionRequestDocumentsItem,
    )
    from ..models.chat_completion_request_logit_bias import (
        ChatCompletionRequestLogitBias,
    )
    from ..models.chat_completion_request_media_io_kwargs import (
        ChatCompletionRequestMediaIoKwargs,
    )
    from ..models.chat_completion_request_vllm_xargs import (
        ChatCompletionRequestVllmXargs,
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
    from ..models.legacy_structural_tag_response_format import (
        LegacyStructuralTagResponseFormat,
    )
    from ..models.openai_harmony_message import OpenaiHarmonyMessage
    from ..models.repetition_detection_params import RepetitionDetectionParams
    from ..models.response_format import ResponseFormat
    from ..models.stream_options import StreamOptions
    from ..models.structural_tag_response_format import StructuralTagResponseFormat
    from ..models.structured_outputs_params import StructuredOutputsParams


_PENDING: dict[str, str] = {
    "ChatCompletionAssistantMessageParam": "chat_completion_assistant_message_param",
    "ChatCompletionDeveloperMessageParam": "chat_completion_developer_message_param",
    "ChatCompletionFunctionMessageParam": "chat_completion_function_message_param",
    "ChatCompletionNamedToolChoiceParam": "chat_completion_named_tool_choice_param",
    "ChatCompletionRequestDocumentsItem": "chat_completion_request_documents_item",
    "ChatCompletionRequestLogitBias": "chat_completion_request_logit_bias",
    "ChatCompletionRequestMediaIoKwargs": "chat_completion_request_media_io_kwargs",
    "ChatCompletionRequestVllmXargs": "chat_completion_request_vllm_xargs",
    "ChatCompletionSystemMessageParam": "chat_completion_system_message_param",
    "ChatCompletionToolMessageParam": "chat_completion_tool_message_param",
    "ChatCompletionToolsParam": "chat_completion_tools_param",
    "ChatCompletionUserMessageParam": "chat_completion_user_message_param",
    "CustomChatCompletionMessageParam": "custom_chat_completion_message_param",
    "JsonObject": "json_object",
    "LegacyStructuralTagResponseFormat": "legacy_structural_tag_response_format",
    "OpenaiHarmonyMessage": "openai_harmony_message",
    "RepetitionDetectionParams": "repetition_detection_params",
    "ResponseFormat": "response_format",
    "StreamOptions": "stream_options",
    "StructuralTagResponseFormat": "structural_tag_response_format",
    "StructuredOutputsParams": "structured_outputs_params",
}

T = TypeVar("T", bound="ChatCompletionRequest")


@_attrs_define
class ChatCompletionRequest:
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
        allowed_token_ids (list[int] | None | Unset):
        bad_words (list[str] | Unset):
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
        documents (list[ChatCompletionRequestDocumentsItem] | None | Unset): A list of dicts representing documents that
            will be accessible to the model if it is performing RAG (retrieval-augmented generation). If the template does
            not support RAG, this argument will have no effect. We recommend that each document should be a dict containing
            "title" and "text" keys.
        ec_transfer_params (JsonObject | None | Unset): ECTransfer parameters used for encoder-cache disaggregated
            serving.
        echo (bool | Unset): If true, the new message will be prepended with the last message if they belong to the same
            role.
        frequency_penalty (float | None | Unset):
        ignore_eos (bool | Unset):
        include_reasoning (bool | Unset):
        include_stop_str_in_output (bool | Unset):
        kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters used for disaggregated serving.
        length_penalty (float | Unset):
        logit_bias (ChatCompletionRequestLogitBias | None | Unset):
        logprob_token_ids (list[int] | None | Unset): Specific vocab token IDs to return logprobs for at each generated
            position, in addition to the sampled token. More efficient than `top_logprobs=-1` when only a small fixed label
            set is needed (e.g. multilabel scoring where each label corresponds to a known vocab id). When set, this
            explicit token selection takes precedence over the natural top-k selected by `top_logprobs`. Requires
            `logprobs=True`.
        logprobs (bool | None | Unset):
        max_completion_tokens (int | None | Unset):
        max_tokens (int | None | Unset):
        media_io_kwargs (ChatCompletionRequestMediaIoKwargs | None | Unset): Additional kwargs to pass to the media IO
            connectors, keyed by modality. Merged with engine-level media_io_kwargs.
        min_p (float | None | Unset):
        min_tokens (int | Unset):
        mm_payload (ChatCompletionRequestMmPayload | Unset): What the render response's `features` carry for multimodal
            items. 'tensors' serializes the processed tensors into `kwargs_data` and `mm_metadata`. 'none' sets both to null
            for callers that need only the token layout and item hashes, such as cache-aware routers. Do not send a 'none'
            response to `/inference/v1/generate` which reads a null `kwargs_data` as every item being cached. Only supported
            on the render endpoints. Ignored on regular generation endpoints.
        mm_processor_kwargs (JsonObject | None | Unset): Additional kwargs to pass to the HF processor.
        model (None | str | Unset):
        n (int | None | Unset):
        parallel_tool_calls (bool | None | Unset):
        presence_penalty (float | None | Unset):
        priority (int | Unset): The priority of the request (lower means earlier handling; default: 0). Any priority
            other than 0 will raise an error if the served model does not use priority scheduling.
        prompt_logprobs (int | None | Unset):
        reasoning_effort (ChatCompletionRequestReasoningEffort | None | Unset): Constrains effort on reasoning for
            reasoning models. Currently supported values are none, minimal, low, medium, high, xhigh, and max. Reducing
            reasoning effort can result in faster responses and fewer tokens used on reasoning in a response. Note that
            'max' is specific to the DeepSeek V4 series and is not part of the standard OpenAI API specification.
        repetition_detection (None | RepetitionDetectionParams | Unset): Parameters for detecting repetitive N-gram
            patterns in output tokens. If such repetition is detected, generation will be ended early. LLMs can sometimes
            generate repetitive, unhelpful token patterns, stopping only when they hit the maximum output length (e.g.
            'abcdabcdabcd...' or '\\emoji \\emoji \\emoji ...'). This feature can detect such behavior and terminate early,
            saving time and tokens.
        repetition_penalty (float | None | Unset):
        request_id (str | Unset): The request_id related to this request. If the caller does not set it, a random_uuid
            will be generated. This id is used through out the inference process and return in response.
        response_format (LegacyStructuralTagResponseFormat | None | ResponseFormat | StructuralTagResponseFormat |
            Unset):
        return_mm_kwargs (bool | None | Unset): Deprecated alias: false is the same as `mm_payload='none'`. Ignored when
            `mm_payload` is set.
        return_prompt_text (bool | None | Unset): If true, the response will include ``prompt_text`` containing the
            prompt string produced by chat templating. In streaming mode it is sent only on the first chunk. This is useful
            for inspecting exactly what was fed into the model.
        return_token_ids (bool | None | Unset): If specified, the result will include token IDs alongside the generated
            text. In streaming mode, prompt_token_ids is included only in the first chunk, and token_ids contains the delta
            tokens for each chunk. This is useful for debugging or when you need to map generated text back to input tokens.
        return_token_offsets (bool | None | Unset): If true, return char-level (start, end) offsets for each token
            relative to the tokenized source string in the `token_offsets` field of the rendered response. Only supported on
            the `/v1/completions/render` and `/v1/chat/completions/render` endpoints; ignored on regular generation
            endpoints. Honored only for Fast (Rust-backed) tokenizers; otherwise `token_offsets` is null. For chat requests,
            offsets are relative to the templated prompt string (after applying the chat template). Multimodal inputs and
            pre-tokenized inputs always yield null.
        return_tokens_as_token_ids (bool | None | Unset): If specified with 'logprobs', tokens are represented  as
            strings of the form 'token_id:{token_id}' so that tokens that are not JSON-encodable can be identified.
        return_weight_versions (bool | Unset): If true, each choice includes weight_versions: the weight-version label
            that sampled each half-open range of its output tokens. When streaming, only the last chunk of each choice
            includes it. Beam search does not return it.
        routed_experts_prompt_start (int | Unset): Skip the first N prompt tokens from returned routed-expert data.
        seed (int | None | Unset):
        session_id (None | str | Unset): Stable session identity shared by related requests. Unlike request_id, this
            value is expected to remain stable across multiple requests in the same conversation or agent session.
        skip_special_tokens (bool | None | Unset):
        spaces_between_special_tokens (bool | Unset):
        stop (list[str] | None | str | Unset):
        stop_token_ids (list[int] | None | Unset):
        stream (bool | None | Unset):
        stream_interval (int | None | Unset): Number of tokens to batch into each streamed chunk. Raises the server's
            `--stream-interval` for this request. Values below the server setting are clamped up to it. The first and last
            chunks are always sent immediately. Ignored for non-streaming requests.
        stream_options (None | StreamOptions | Unset):
        structured_outputs (None | StructuredOutputsParams | Unset): Additional kwargs for structured outputs
        temperature (float | None | Unset):
        thinking_token_budget (int | None | Unset):
        tool_choice (ChatCompletionNamedToolChoiceParam | ChatCompletionRequestToolChoice | None | Unset):
        tools (list[ChatCompletionToolsParam] | None | Unset):
        top_k (int | None | Unset):
        top_logprobs (int | None | Unset):
        top_p (float | None | Unset):
        truncate_prompt_tokens (int | None | Unset):
        truncation_side (ChatCompletionRequestTruncationSide | None | Unset): Which side to truncate from when
            truncate_prompt_tokens is active. 'right' keeps the first N tokens. 'left' keeps the last N tokens.
        use_beam_search (bool | Unset):
        user (None | str | Unset):
        vllm_xargs (ChatCompletionRequestVllmXargs | None | Unset): Additional request parameters with (list of) string
            or numeric values, used by custom extensions.
        watermarking (bool | None | Unset):
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
    allowed_token_ids: list[int] | None | Unset = UNSET
    bad_words: list[str] | Unset = UNSET
    cache_salt: None | str | Unset = UNSET
    chat_template: None | str | Unset = UNSET
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    continue_final_message: bool | Unset = UNSET
    documents: list[ChatCompletionRequestDocumentsItem] | None | Unset = UNSET
    ec_transfer_params: JsonObject | None | Unset = UNSET
    echo: bool | Unset = UNSET
    frequency_penalty: float | None | Unset = UNSET
    ignore_eos: bool | Unset = UNSET
    include_reasoning: bool | Unset = UNSET
    include_stop_str_in_output: bool | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    length_penalty: float | Unset = UNSET
    logit_bias: ChatCompletionRequestLogitBias | None | Unset = UNSET
    logprob_token_ids: list[int] | None | Unset = UNSET
    logprobs: bool | None | Unset = UNSET
    max_completion_tokens: int | None | Unset = UNSET
    max_tokens: int | None | Unset = UNSET
    media_io_kwargs: ChatCompletionRequestMediaIoKwargs | None | Unset = UNSET
    min_p: float | None | Unset = UNSET
    min_tokens: int | Unset = UNSET
    mm_payload: ChatCompletionRequestMmPayload | Unset = UNSET
    mm_processor_kwargs: JsonObject | None | Unset = UNSET
    model: None | str | Unset = UNSET
    n: int | None | Unset = UNSET
    parallel_tool_calls: bool | None | Unset = UNSET
    presence_penalty: float | None | Unset = UNSET
    priority: int | Unset = UNSET
    prompt_logprobs: int | None | Unset = UNSET
    reasoning_effort: ChatCompletionRequestReasoningEffort | None | Unset = UNSET
    repetition_detection: None | RepetitionDetectionParams | Unset = UNSET
    repetition_penalty: float | None | Unset = UNSET
    request_id: str | Unset = UNSET
    response_format: (
        LegacyStructuralTagResponseFormat
        | None
        | ResponseFormat
        | StructuralTagResponseFormat
        | Unset
    ) = UNSET
    return_mm_kwargs: bool | None | Unset = UNSET
    return_prompt_text: bool | None | Unset = UNSET
    return_token_ids: bool | None | Unset = UNSET
    return_token_offsets: bool | None | Unset = UNSET
    return_tokens_as_token_ids: bool | None | Unset = UNSET
    return_weight_versions: bool | Unset = UNSET
    routed_experts_prompt_start: int | Unset = UNSET
    seed: int | None | Unset = UNSET
    session_id: None | str | Unset = UNSET
    skip_special_tokens: bool | None | Unset = UNSET
    spaces_between_special_tokens: bool | Unset = UNSET
    stop: list[str] | None | str | Unset = UNSET
    stop_token_ids: list[int] | None | Unset = UNSET
    stream: bool | None | Unset = UNSET
    stream_interval: int | None | Unset = UNSET
    stream_options: None | StreamOptions | Unset = UNSET
    structured_outputs: None | StructuredOutputsParams | Unset = UNSET
    temperature: float | None | Unset = UNSET
    thinking_token_budget: int | None | Unset = UNSET
    tool_choice: (
        ChatCompletionNamedToolChoiceParam
        | ChatCompletionRequestToolChoice
        | None
        | Unset
    ) = UNSET
    tools: list[ChatCompletionToolsParam] | None | Unset = UNSET
    top_k: int | None | Unset = UNSET
    top_logprobs: int | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    truncate_prompt_tokens: int | None | Unset = UNSET
    truncation_side: ChatCompletionRequestTruncationSide | None | Unset = UNSET
    use_beam_search: bool | Unset = UNSET
    user: None | str | Unset = UNSET
    vllm_xargs: ChatCompletionRequestVllmXargs | None | Unset = UNSET
    watermarking: bool | None | Unset = UNSET
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

        allowed_token_ids: list[int] | None | Unset
        if isinstance(self.allowed_token_ids, Unset):
            allowed_token_ids = UNSET
        elif isinstance(self.allowed_token_ids, list):
            allowed_token_ids = self.allowed_token_ids

        else:
            allowed_token_ids = self.allowed_token_ids

        bad_words: list[str] | Unset = UNSET
        if not isinstance(self.bad_words, Unset):
            bad_words = self.bad_words

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

        documents: list[dict[str, Any]] | None | Unset
        if isinstance(self.documents, Unset):
            documents = UNSET
        elif isinstance(self.documents, list):
            documents = []
            for documents_type_0_item_data in self.documents:
                documents_type_0_item = documents_type_0_item_data.to_dict()
                documents.append(documents_type_0_item)

        else:
            documents = self.documents

        ec_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.ec_transfer_params, Unset):
            ec_transfer_params = UNSET
        elif isinstance(self.ec_transfer_params, JsonObject):
            ec_transfer_params = self.ec_transfer_params.to_dict()
        else:
            ec_transfer_params = self.ec_transfer_params

        echo = self.echo

        frequency_penalty: float | None | Unset
        if isinstance(self.frequency_penalty, Unset):
            frequency_penalty = UNSET
        else:
            frequency_penalty = self.frequency_penalty

        ignore_eos = self.ignore_eos

        include_reasoning = self.include_reasoning

        include_stop_str_in_output = self.include_stop_str_in_output

        kv_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.kv_transfer_params, Unset):
            kv_transfer_params = UNSET
        elif isinstance(self.kv_transfer_params, JsonObject):
            kv_transfer_params = self.kv_transfer_params.to_dict()
        else:
            kv_transfer_params = self.kv_transfer_params

        length_penalty = self.length_penalty

        logit_bias: dict[str, Any] | None | Unset
        if isinstance(self.logit_bias, Unset):
            logit_bias = UNSET
        elif isinstance(self.logit_bias, ChatCompletionRequestLogitBias):
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
        elif isinstance(self.media_io_kwargs, ChatCompletionRequestMediaIoKwargs):
            media_io_kwargs = self.media_io_kwargs.to_dict()
        else:
            media_io_kwargs = self.media_io_kwargs

        min_p: float | None | Unset
        if isinstance(self.min_p, Unset):
            min_p = UNSET
        else:
            min_p = self.min_p

        min_tokens = self.min_tokens

        mm_payload: str | Unset = UNSET
        if not isinstance(self.mm_payload, Unset):
            mm_payload = self.mm_payload

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

        parallel_tool_calls: bool | None | Unset
        if isinstance(self.parallel_tool_calls, Unset):
            parallel_tool_calls = UNSET
        else:
            parallel_tool_calls = self.parallel_tool_calls

        presence_penalty: float | None | Unset
        if isinstance(self.presence_penalty, Unset):
            presence_penalty = UNSET
        else:
            presence_penalty = self.presence_penalty

        priority = self.priority

        prompt_logprobs: int | None | Unset
        if isinstance(self.prompt_logprobs, Unset):
            prompt_logprobs = UNSET
        else:
            prompt_logprobs = self.prompt_logprobs

        reasoning_effort: None | str | Unset
        if isinstance(self.reasoning_effort, Unset):
            reasoning_effort = UNSET
        elif isinstance(self.reasoning_effort, str):
            reasoning_effort = self.reasoning_effort
        else:
            reasoning_effort = self.reasoning_effort

        repetition_detection: dict[str, Any] | None | Unset
        if isinstance(self.repetition_detection, Unset):
            repetition_detection = UNSET
        elif isinstance(self.repetition_detection, RepetitionDetectionParams):
            repetition_detection = self.repetition_detection.to_dict()
        else:
            repetition_detection = self.repetition_detection

        repetition_penalty: float | None | Unset
        if isinstance(self.repetition_penalty, Unset):
            repetition_penalty = UNSET
        else:
            repetition_penalty = self.repetition_penalty

        request_id = self.request_id

        response_format: dict[str, Any] | None | Unset
        if isinstance(self.response_format, Unset):
            response_format = UNSET
        elif isinstance(self.response_format, ResponseFormat):
            response_format = self.response_format.to_dict()
        elif isinstance(self.response_format, StructuralTagResponseFormat):
            response_format = self.response_format.to_dict()
        elif isinstance(self.response_format, LegacyStructuralTagResponseFormat):
            response_format = self.response_format.to_dict()
        else:
            response_format = self.response_format

        return_mm_kwargs: bool | None | Unset
        if isinstance(self.return_mm_kwargs, Unset):
            return_mm_kwargs = UNSET
        else:
            return_mm_kwargs = self.return_mm_kwargs

        return_prompt_text: bool | None | Unset
        if isinstance(self.return_prompt_text, Unset):
            return_prompt_text = UNSET
        else:
            return_prompt_text = self.return_prompt_text

        return_token_ids: bool | None | Unset
        if isinstance(self.return_token_ids, Unset):
            return_token_ids = UNSET
        else:
            return_token_ids = self.return_token_ids

        return_token_offsets: bool | None | Unset
        if isinstance(self.return_token_offsets, Unset):
            return_token_offsets = UNSET
        else:
            return_token_offsets = self.return_token_offsets

        return_tokens_as_token_ids: bool | None | Unset
        if isinstance(self.return_tokens_as_token_ids, Unset):
            return_tokens_as_token_ids = UNSET
        else:
            return_tokens_as_token_ids = self.return_tokens_as_token_ids

        return_weight_versions = self.return_weight_versions

        routed_experts_prompt_start = self.routed_experts_prompt_start

        seed: int | None | Unset
        if isinstance(self.seed, Unset):
            seed = UNSET
        else:
            seed = self.seed

        session_id: None | str | Unset
        if isinstance(self.session_id, Unset):
            session_id = UNSET
        else:
            session_id = self.session_id

        skip_special_tokens: bool | None | Unset
        if isinstance(self.skip_special_tokens, Unset):
            skip_special_tokens = UNSET
        else:
            skip_special_tokens = self.skip_special_tokens

        spaces_between_special_tokens = self.spaces_between_special_tokens

        stop: list[str] | None | str | Unset
        if isinstance(self.stop, Unset):
            stop = UNSET
        elif isinstance(self.stop, list):
            stop = self.stop

        else:
            stop = self.stop

        stop_token_ids: list[int] | None | Unset
        if isinstance(self.stop_token_ids, Unset):
            stop_token_ids = UNSET
        elif isinstance(self.stop_token_ids, list):
            stop_token_ids = self.stop_token_ids

        else:
            stop_token_ids = self.stop_token_ids

        stream: bool | None | Unset
        if isinstance(self.stream, Unset):
            stream = UNSET
        else:
            stream = self.stream

        stream_interval: int | None | Unset
        if isinstance(self.stream_interval, Unset):
            stream_interval = UNSET
        else:
            stream_interval = self.stream_interval

        stream_options: dict[str, Any] | None | Unset
        if isinstance(self.stream_options, Unset):
            stream_options = UNSET
        elif isinstance(self.stream_options, StreamOptions):
            stream_options = self.stream_options.to_dict()
        else:
            stream_options = self.stream_options

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

        thinking_token_budget: int | None | Unset
        if isinstance(self.thinking_token_budget, Unset):
            thinking_token_budget = UNSET
        else:
            thinking_token_budget = self.thinking_token_budget

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

        use_beam_search = self.use_beam_search

        user: None | str | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        else:
            user = self.user

        vllm_xargs: dict[str, Any] | None | Unset
        if isinstance(self.vllm_xargs, Unset):
            vllm_xargs = UNSET
        elif isinstance(self.vllm_xargs, ChatCompletionRequestVllmXargs):
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
                "messages": messages,
            }
        )
        if add_generation_prompt is not UNSET:
            field_dict["add_generation_prompt"] = add_generation_prompt
        if add_special_tokens is not UNSET:
            field_dict["add_special_tokens"] = add_special_tokens
        if allowed_token_ids is not UNSET:
            field_dict["allowed_token_ids"] = allowed_token_ids
        if bad_words is not UNSET:
            field_dict["bad_words"] = bad_words
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if chat_template is not UNSET:
            field_dict["chat_template"] = chat_template
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if continue_final_message is not UNSET:
            field_dict["continue_final_message"] = continue_final_message
        if documents is not UNSET:
            field_dict["documents"] = documents
        if ec_transfer_params is not UNSET:
            field_dict["ec_transfer_params"] = ec_transfer_params
        if echo is not UNSET:
            field_dict["echo"] = echo
        if frequency_penalty is not UNSET:
            field_dict["frequency_penalty"] = frequency_penalty
        if ignore_eos is not UNSET:
            field_dict["ignore_eos"] = ignore_eos
        if include_reasoning is not UNSET:
            field_dict["include_reasoning"] = include_reasoning
        if include_stop_str_in_output is not UNSET:
            field_dict["include_stop_str_in_output"] = include_stop_str_in_output
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
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
        if min_tokens is not UNSET:
            field_dict["min_tokens"] = min_tokens
        if mm_payload is not UNSET:
            field_dict["mm_payload"] = mm_payload
        if mm_processor_kwargs is not UNSET:
            field_dict["mm_processor_kwargs"] = mm_processor_kwargs
        if model is not UNSET:
            field_dict["model"] = model
        if n is not UNSET:
            field_dict["n"] = n
        if parallel_tool_calls is not UNSET:
            field_dict["parallel_tool_calls"] = parallel_tool_calls
        if presence_penalty is not UNSET:
            field_dict["presence_penalty"] = presence_penalty
        if priority is not UNSET:
            field_dict["priority"] = priority
        if prompt_logprobs is not UNSET:
            field_dict["prompt_logprobs"] = prompt_logprobs
        if reasoning_effort is not UNSET:
            field_dict["reasoning_effort"] = reasoning_effort
        if repetition_detection is not UNSET:
            field_dict["repetition_detection"] = repetition_detection
        if repetition_penalty is not UNSET:
            field_dict["repetition_penalty"] = repetition_penalty
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if response_format is not UNSET:
            field_dict["response_format"] = response_format
        if return_mm_kwargs is not UNSET:
            field_dict["return_mm_kwargs"] = return_mm_kwargs
        if return_prompt_text is not UNSET:
            field_dict["return_prompt_text"] = return_prompt_text
        if return_token_ids is not UNSET:
            field_dict["return_token_ids"] = return_token_ids
        if return_token_offsets is not UNSET:
            field_dict["return_token_offsets"] = return_token_offsets
        if return_tokens_as_token_ids is not UNSET:
            field_dict["return_tokens_as_token_ids"] = return_tokens_as_token_ids
        if return_weight_versions is not UNSET:
            field_dict["return_weight_versions"] = return_weight_versions
        if routed_experts_prompt_start is not UNSET:
            field_dict["routed_experts_prompt_start"] = routed_experts_prompt_start
        if seed is not UNSET:
            field_dict["seed"] = seed
        if session_id is not UNSET:
            field_dict["session_id"] = session_id
        if skip_special_tokens is not UNSET:
            field_dict["skip_special_tokens"] = skip_special_tokens
        if spaces_between_special_tokens is not UNSET:
            field_dict["spaces_between_special_tokens"] = spaces_between_special_tokens
        if stop is not UNSET:
            field_dict["stop"] = stop
        if stop_token_ids is not UNSET:
            field_dict["stop_token_ids"] = stop_token_ids
        if stream is not UNSET:
            field_dict["stream"] = stream
        if stream_interval is not UNSET:
            field_dict["stream_interval"] = stream_interval
        if stream_options is not UNSET:
            field_dict["stream_options"] = stream_options
        if structured_outputs is not UNSET:
            field_dict["structured_outputs"] = structured_outputs
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if thinking_token_budget is not UNSET:
            field_dict["thinking_token_budget"] = thinking_token_budget
        if tool_choice is not UNSET:
            field_dict["tool_choice"] = tool_choice
        if tools is not UNSET:
            field_dict["tools"] = tools
        if top_k is not UNSET:
            field_dict["top_k"] = top_k
        if top_logprobs is not UNSET:
            field_dict["top_logprobs"] = top_logprobs
        if top_p is not UNSET:
            field_dict["top_p"] = top_p
        if truncate_prompt_tokens is not UNSET:
            field_dict["truncate_prompt_tokens"] = truncate_prompt_tokens
        if truncation_side is not UNSET:
            field_dict["truncation_side"] = truncation_side
        if use_beam_search is not UNSET:
            field_dict["use_beam_search"] = use_beam_search
        if user is not UNSET:
            field_dict["user"] = user
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

        def _parse_allowed_token_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                allowed_token_ids_type_0 = cast(list[int], data)

                return allowed_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        allowed_token_ids = _parse_allowed_token_ids(d.pop("allowed_token_ids", UNSET))

        bad_words = cast(list[str], d.pop("bad_words", UNSET))

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

        def _parse_documents(
            data: object,
        ) -> list[ChatCompletionRequestDocumentsItem] | None | Unset:
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
                    documents_type_0_item = (
                        ChatCompletionRequestDocumentsItem.from_dict(
                            documents_type_0_item_data
                        )
                    )

                    documents_type_0.append(documents_type_0_item)

                return documents_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ChatCompletionRequestDocumentsItem] | None | Unset, data)

        documents = _parse_documents(d.pop("documents", UNSET))

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

        echo = d.pop("echo", UNSET)

        def _parse_frequency_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        frequency_penalty = _parse_frequency_penalty(d.pop("frequency_penalty", UNSET))

        ignore_eos = d.pop("ignore_eos", UNSET)

        include_reasoning = d.pop("include_reasoning", UNSET)

        include_stop_str_in_output = d.pop("include_stop_str_in_output", UNSET)

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

        length_penalty = d.pop("length_penalty", UNSET)

        def _parse_logit_bias(
            data: object,
        ) -> ChatCompletionRequestLogitBias | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                logit_bias_type_0 = ChatCompletionRequestLogitBias.from_dict(data)

                return logit_bias_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatCompletionRequestLogitBias | None | Unset, data)

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
        ) -> ChatCompletionRequestMediaIoKwargs | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                media_io_kwargs_type_0 = ChatCompletionRequestMediaIoKwargs.from_dict(
                    data
                )

                return media_io_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatCompletionRequestMediaIoKwargs | None | Unset, data)

        media_io_kwargs = _parse_media_io_kwargs(d.pop("media_io_kwargs", UNSET))

        def _parse_min_p(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        min_p = _parse_min_p(d.pop("min_p", UNSET))

        min_tokens = d.pop("min_tokens", UNSET)

        _mm_payload = d.pop("mm_payload", UNSET)
        mm_payload: ChatCompletionRequestMmPayload | Unset
        if isinstance(_mm_payload, Unset):
            mm_payload = UNSET
        else:
            mm_payload = check_chat_completion_request_mm_payload(_mm_payload)

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

        def _parse_parallel_tool_calls(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        parallel_tool_calls = _parse_parallel_tool_calls(
            d.pop("parallel_tool_calls", UNSET)
        )

        def _parse_presence_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        presence_penalty = _parse_presence_penalty(d.pop("presence_penalty", UNSET))

        priority = d.pop("priority", UNSET)

        def _parse_prompt_logprobs(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        prompt_logprobs = _parse_prompt_logprobs(d.pop("prompt_logprobs", UNSET))

        def _parse_reasoning_effort(
            data: object,
        ) -> ChatCompletionRequestReasoningEffort | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reasoning_effort_type_0 = (
                    check_chat_completion_request_reasoning_effort(data)
                )

                return reasoning_effort_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatCompletionRequestReasoningEffort | None | Unset, data)

        reasoning_effort = _parse_reasoning_effort(d.pop("reasoning_effort", UNSET))

        def _parse_repetition_detection(
            data: object,
        ) -> None | RepetitionDetectionParams | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                repetition_detection_type_0 = RepetitionDetectionParams.from_dict(data)

                return repetition_detection_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RepetitionDetectionParams | Unset, data)

        repetition_detection = _parse_repetition_detection(
            d.pop("repetition_detection", UNSET)
        )

        def _parse_repetition_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        repetition_penalty = _parse_repetition_penalty(
            d.pop("repetition_penalty", UNSET)
        )

        request_id = d.pop("request_id", UNSET)

        def _parse_response_format(
            data: object,
        ) -> (
            LegacyStructuralTagResponseFormat
            | None
            | ResponseFormat
            | StructuralTagResponseFormat
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_format_type_0 = ResponseFormat.from_dict(data)

                return response_format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_format_type_1 = StructuralTagResponseFormat.from_dict(data)

                return response_format_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_format_type_2 = LegacyStructuralTagResponseFormat.from_dict(
                    data
                )

                return response_format_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                LegacyStructuralTagResponseFormat
                | None
                | ResponseFormat
                | StructuralTagResponseFormat
                | Unset,
                data,
            )

        response_format = _parse_response_format(d.pop("response_format", UNSET))

        def _parse_return_mm_kwargs(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_mm_kwargs = _parse_return_mm_kwargs(d.pop("return_mm_kwargs", UNSET))

        def _parse_return_prompt_text(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_prompt_text = _parse_return_prompt_text(
            d.pop("return_prompt_text", UNSET)
        )

        def _parse_return_token_ids(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_token_ids = _parse_return_token_ids(d.pop("return_token_ids", UNSET))

        def _parse_return_token_offsets(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_token_offsets = _parse_return_token_offsets(
            d.pop("return_token_offsets", UNSET)
        )

        def _parse_return_tokens_as_token_ids(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_tokens_as_token_ids = _parse_return_tokens_as_token_ids(
            d.pop("return_tokens_as_token_ids", UNSET)
        )

        return_weight_versions = d.pop("return_weight_versions", UNSET)

        routed_experts_prompt_start = d.pop("routed_experts_prompt_start", UNSET)

        def _parse_seed(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seed = _parse_seed(d.pop("seed", UNSET))

        def _parse_session_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        session_id = _parse_session_id(d.pop("session_id", UNSET))

        def _parse_skip_special_tokens(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        skip_special_tokens = _parse_skip_special_tokens(
            d.pop("skip_special_tokens", UNSET)
        )

        spaces_between_special_tokens = d.pop("spaces_between_special_tokens", UNSET)

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

        def _parse_stop_token_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                stop_token_ids_type_0 = cast(list[int], data)

                return stop_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        stop_token_ids = _parse_stop_token_ids(d.pop("stop_token_ids", UNSET))

        def _parse_stream(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        stream = _parse_stream(d.pop("stream", UNSET))

        def _parse_stream_interval(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        stream_interval = _parse_stream_interval(d.pop("stream_interval", UNSET))

        def _parse_stream_options(data: object) -> None | StreamOptions | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                stream_options_type_0 = StreamOptions.from_dict(data)

                return stream_options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StreamOptions | Unset, data)

        stream_options = _parse_stream_options(d.pop("stream_options", UNSET))

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

        def _parse_thinking_token_budget(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        thinking_token_budget = _parse_thinking_token_budget(
            d.pop("thinking_token_budget", UNSET)
        )

        def _parse_tool_choice(
            data: object,
        ) -> (
            ChatCompletionNamedToolChoiceParam
            | ChatCompletionRequestToolChoice
            | None
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tool_choice_type_0 = check_chat_completion_request_tool_choice(data)

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
                | ChatCompletionRequestToolChoice
                | None
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
        ) -> ChatCompletionRequestTruncationSide | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                truncation_side_type_0 = check_chat_completion_request_truncation_side(
                    data
                )

                return truncation_side_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatCompletionRequestTruncationSide | None | Unset, data)

        truncation_side = _parse_truncation_side(d.pop("truncation_side", UNSET))

        use_beam_search = d.pop("use_beam_search", UNSET)

        def _parse_user(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        user = _parse_user(d.pop("user", UNSET))

        def _parse_vllm_xargs(
            data: object,
        ) -> ChatCompletionRequestVllmXargs | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                vllm_xargs_type_0 = ChatCompletionRequestVllmXargs.from_dict(data)

                return vllm_xargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatCompletionRequestVllmXargs | None | Unset, data)

        vllm_xargs = _parse_vllm_xargs(d.pop("vllm_xargs", UNSET))

        def _parse_watermarking(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        watermarking = _parse_watermarking(d.pop("watermarking", UNSET))

        chat_completion_request = cls(
            messages=messages,
            add_generation_prompt=add_generation_prompt,
            add_special_tokens=add_special_tokens,
            allowed_token_ids=allowed_token_ids,
            bad_words=bad_words,
            cache_salt=cache_salt,
            chat_template=chat_template,
            chat_template_kwargs=chat_template_kwargs,
            continue_final_message=continue_final_message,
            documents=documents,
            ec_transfer_params=ec_transfer_params,
            echo=echo,
            frequency_penalty=frequency_penalty,
            ignore_eos=ignore_eos,
            include_reasoning=include_reasoning,
            include_stop_str_in_output=include_stop_str_in_output,
            kv_transfer_params=kv_transfer_params,
            length_penalty=length_penalty,
            logit_bias=logit_bias,
            logprob_token_ids=logprob_token_ids,
            logprobs=logprobs,
            max_completion_tokens=max_completion_tokens,
            max_tokens=max_tokens,
            media_io_kwargs=media_io_kwargs,
            min_p=min_p,
            min_tokens=min_tokens,
            mm_payload=mm_payload,
            mm_processor_kwargs=mm_processor_kwargs,
            model=model,
            n=n,
            parallel_tool_calls=parallel_tool_calls,
            presence_penalty=presence_penalty,
            priority=priority,
            prompt_logprobs=prompt_logprobs,
            reasoning_effort=reasoning_effort,
            repetition_detection=repetition_detection,
            repetition_penalty=repetition_penalty,
            request_id=request_id,
            response_format=response_format,
            return_mm_kwargs=return_mm_kwargs,
            return_prompt_text=return_prompt_text,
            return_token_ids=return_token_ids,
            return_token_offsets=return_token_offsets,
            return_tokens_as_token_ids=return_tokens_as_token_ids,
            return_weight_versions=return_weight_versions,
            routed_experts_prompt_start=routed_experts_prompt_start,
            seed=seed,
            session_id=session_id,
            skip_special_tokens=skip_special_tokens,
            spaces_between_special_tokens=spaces_between_special_tokens,
            stop=stop,
            stop_token_ids=stop_token_ids,
            stream=stream,
            stream_interval=stream_interval,
            stream_options=stream_options,
            structured_outputs=structured_outputs,
            temperature=temperature,
            thinking_token_budget=thinking_token_budget,
            tool_choice=tool_choice,
            tools=tools,
            top_k=top_k,
            top_logprobs=top_logprobs,
            top_p=top_p,
            truncate_prompt_tokens=truncate_prompt_tokens,
            truncation_side=truncation_side,
            use_beam_search=use_beam_search,
            user=user,
            vllm_xargs=vllm_xargs,
            watermarking=watermarking,
        )

        chat_completion_request.additional_properties = d
        return chat_completion_request

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
