"""Every request, reply and stream event of the server's API.

A class is imported when it is first asked for: all of them together take half a second.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .abort_status import AbortStatus
    from .acknowledged_safety_check import AcknowledgedSafetyCheck
    from .action import Action
    from .action_click import ActionClick
    from .action_click_button import ActionClickButton
    from .action_drag import ActionDrag
    from .action_drag_path import ActionDragPath
    from .action_find import ActionFind
    from .action_keypress import ActionKeypress
    from .action_move import ActionMove
    from .action_open_page import ActionOpenPage
    from .action_screenshot import ActionScreenshot
    from .action_scroll import ActionScroll
    from .action_search_source import ActionSearchSource
    from .action_type import ActionType
    from .action_wait import ActionWait
    from .adapter_registration import AdapterRegistration
    from .annotation import Annotation
    from .annotation_container_file_citation import AnnotationContainerFileCitation
    from .annotation_file_citation import AnnotationFileCitation
    from .annotation_file_path import AnnotationFilePath
    from .anthropic_content_block import AnthropicContentBlock
    from .anthropic_content_block_type import AnthropicContentBlockType
    from .anthropic_context_management import AnthropicContextManagement
    from .anthropic_count_tokens_request import AnthropicCountTokensRequest
    from .anthropic_count_tokens_response import AnthropicCountTokensResponse
    from .anthropic_delta import AnthropicDelta
    from .anthropic_delta_stop_reason import AnthropicDeltaStopReason
    from .anthropic_delta_type import AnthropicDeltaType
    from .anthropic_error import AnthropicError
    from .anthropic_error_response import AnthropicErrorResponse
    from .anthropic_json_output_format import AnthropicJsonOutputFormat
    from .anthropic_message import AnthropicMessage
    from .anthropic_message_role import AnthropicMessageRole
    from .anthropic_messages_request import AnthropicMessagesRequest
    from .anthropic_messages_request_mm_payload import AnthropicMessagesRequestMmPayload
    from .anthropic_messages_request_vllm_xargs import AnthropicMessagesRequestVllmXargs
    from .anthropic_messages_response import AnthropicMessagesResponse
    from .anthropic_messages_response_stop_reason import (
        AnthropicMessagesResponseStopReason,
    )
    from .anthropic_output_config import AnthropicOutputConfig
    from .anthropic_output_config_effort import AnthropicOutputConfigEffort
    from .anthropic_stream_event import AnthropicStreamEvent
    from .anthropic_stream_event_type import AnthropicStreamEventType
    from .anthropic_thinking_config_adaptive import AnthropicThinkingConfigAdaptive
    from .anthropic_thinking_config_adaptive_display import (
        AnthropicThinkingConfigAdaptiveDisplay,
    )
    from .anthropic_thinking_config_disabled import AnthropicThinkingConfigDisabled
    from .anthropic_thinking_config_enabled import AnthropicThinkingConfigEnabled
    from .anthropic_thinking_config_enabled_display import (
        AnthropicThinkingConfigEnabledDisplay,
    )
    from .anthropic_tool import AnthropicTool
    from .anthropic_tool_change_definition import AnthropicToolChangeDefinition
    from .anthropic_tool_change_reference import AnthropicToolChangeReference
    from .anthropic_tool_choice import AnthropicToolChoice
    from .anthropic_tool_choice_type import AnthropicToolChoiceType
    from .anthropic_usage import AnthropicUsage
    from .apply_patch_call import ApplyPatchCall
    from .apply_patch_call_caller_direct import ApplyPatchCallCallerDirect
    from .apply_patch_call_caller_program import ApplyPatchCallCallerProgram
    from .apply_patch_call_operation_create_file import (
        ApplyPatchCallOperationCreateFile,
    )
    from .apply_patch_call_operation_delete_file import (
        ApplyPatchCallOperationDeleteFile,
    )
    from .apply_patch_call_operation_update_file import (
        ApplyPatchCallOperationUpdateFile,
    )
    from .apply_patch_call_output import ApplyPatchCallOutput
    from .apply_patch_call_output_caller_direct import ApplyPatchCallOutputCallerDirect
    from .apply_patch_call_output_caller_program import (
        ApplyPatchCallOutputCallerProgram,
    )
    from .apply_patch_call_output_status import ApplyPatchCallOutputStatus
    from .apply_patch_call_status import ApplyPatchCallStatus
    from .apply_patch_tool import ApplyPatchTool
    from .apply_patch_tool_allowed_callers_item import ApplyPatchToolAllowedCallersItem
    from .apply_patch_tool_param import ApplyPatchToolParam
    from .apply_patch_tool_param_allowed_callers_item import (
        ApplyPatchToolParamAllowedCallersItem,
    )
    from .assistant_chat_message_v2 import AssistantChatMessageV2
    from .assistant_message_response import AssistantMessageResponse
    from .audio import Audio
    from .audio_url import AudioURL
    from .author import Author
    from .batch_chat_completion_request import BatchChatCompletionRequest
    from .batch_chat_completion_request_logit_bias import (
        BatchChatCompletionRequestLogitBias,
    )
    from .batch_chat_completion_request_media_io_kwargs import (
        BatchChatCompletionRequestMediaIoKwargs,
    )
    from .cache_reset import CacheReset
    from .caller_direct import CallerDirect
    from .caller_program import CallerProgram
    from .chat_completion_assistant_message_param import (
        ChatCompletionAssistantMessageParam,
    )
    from .chat_completion_assistant_message_param_function_call import (
        ChatCompletionAssistantMessageParamFunctionCall,
    )
    from .chat_completion_audio import ChatCompletionAudio
    from .chat_completion_content_part_audio_embeds_param import (
        ChatCompletionContentPartAudioEmbedsParam,
    )
    from .chat_completion_content_part_audio_embeds_param_audio_embeds import (
        ChatCompletionContentPartAudioEmbedsParamAudioEmbeds,
    )
    from .chat_completion_content_part_audio_param import (
        ChatCompletionContentPartAudioParam,
    )
    from .chat_completion_content_part_image_embeds_param import (
        ChatCompletionContentPartImageEmbedsParam,
    )
    from .chat_completion_content_part_image_embeds_param_image_embeds import (
        ChatCompletionContentPartImageEmbedsParamImageEmbeds,
    )
    from .chat_completion_content_part_image_param import (
        ChatCompletionContentPartImageParam,
    )
    from .chat_completion_content_part_image_param_prompt_cache_breakpoint import (
        ChatCompletionContentPartImageParamPromptCacheBreakpoint,
    )
    from .chat_completion_content_part_image_param_prompt_cache_breakpoint_ttl import (
        ChatCompletionContentPartImageParamPromptCacheBreakpointTtl,
    )
    from .chat_completion_content_part_input_audio_param import (
        ChatCompletionContentPartInputAudioParam,
    )
    from .chat_completion_content_part_prompt_embeds_param import (
        ChatCompletionContentPartPromptEmbedsParam,
    )
    from .chat_completion_content_part_refusal_param import (
        ChatCompletionContentPartRefusalParam,
    )
    from .chat_completion_content_part_text_param import (
        ChatCompletionContentPartTextParam,
    )
    from .chat_completion_content_part_video_embeds_param import (
        ChatCompletionContentPartVideoEmbedsParam,
    )
    from .chat_completion_content_part_video_embeds_param_audio_embeds import (
        ChatCompletionContentPartVideoEmbedsParamAudioEmbeds,
    )
    from .chat_completion_content_part_video_embeds_param_video_embeds import (
        ChatCompletionContentPartVideoEmbedsParamVideoEmbeds,
    )
    from .chat_completion_content_part_video_param import (
        ChatCompletionContentPartVideoParam,
    )
    from .chat_completion_developer_message_param import (
        ChatCompletionDeveloperMessageParam,
    )
    from .chat_completion_function_message_param import (
        ChatCompletionFunctionMessageParam,
    )
    from .chat_completion_function_tool_param import ChatCompletionFunctionToolParam
    from .chat_completion_log_prob import ChatCompletionLogProb
    from .chat_completion_log_probs import ChatCompletionLogProbs
    from .chat_completion_log_probs_content import ChatCompletionLogProbsContent
    from .chat_completion_message_annotation_url_citation import (
        ChatCompletionMessageAnnotationURLCitation,
    )
    from .chat_completion_message_custom_tool_call_param import (
        ChatCompletionMessageCustomToolCallParam,
    )
    from .chat_completion_message_function_tool_call_param import (
        ChatCompletionMessageFunctionToolCallParam,
    )
    from .chat_completion_named_function import ChatCompletionNamedFunction
    from .chat_completion_named_tool_choice_param import (
        ChatCompletionNamedToolChoiceParam,
    )
    from .chat_completion_request import ChatCompletionRequest
    from .chat_completion_request_documents_item import (
        ChatCompletionRequestDocumentsItem,
    )
    from .chat_completion_request_logit_bias import ChatCompletionRequestLogitBias
    from .chat_completion_request_media_io_kwargs import (
        ChatCompletionRequestMediaIoKwargs,
    )
    from .chat_completion_request_mm_payload import ChatCompletionRequestMmPayload
    from .chat_completion_request_reasoning_effort import (
        ChatCompletionRequestReasoningEffort,
    )
    from .chat_completion_request_tool_choice import ChatCompletionRequestToolChoice
    from .chat_completion_request_truncation_side import (
        ChatCompletionRequestTruncationSide,
    )
    from .chat_completion_request_vllm_xargs import ChatCompletionRequestVllmXargs
    from .chat_completion_response import ChatCompletionResponse
    from .chat_completion_response_choice import ChatCompletionResponseChoice
    from .chat_completion_response_prompt_logprobs_item import (
        ChatCompletionResponsePromptLogprobsItem,
    )
    from .chat_completion_response_service_tier import ChatCompletionResponseServiceTier
    from .chat_completion_response_stream_choice import (
        ChatCompletionResponseStreamChoice,
    )
    from .chat_completion_stream_response import ChatCompletionStreamResponse
    from .chat_completion_system_message_param import ChatCompletionSystemMessageParam
    from .chat_completion_tool_message_param import ChatCompletionToolMessageParam
    from .chat_completion_tools_param import ChatCompletionToolsParam
    from .chat_completion_user_message_param import ChatCompletionUserMessageParam
    from .chat_content_delta_event_delta import ChatContentDeltaEventDelta
    from .chat_content_delta_event_delta_message import (
        ChatContentDeltaEventDeltaMessage,
    )
    from .chat_content_delta_event_delta_message_content import (
        ChatContentDeltaEventDeltaMessageContent,
    )
    from .chat_content_start_event_delta import ChatContentStartEventDelta
    from .chat_content_start_event_delta_message import (
        ChatContentStartEventDeltaMessage,
    )
    from .chat_content_start_event_delta_message_content import (
        ChatContentStartEventDeltaMessageContent,
    )
    from .chat_content_start_event_delta_message_content_type import (
        ChatContentStartEventDeltaMessageContentType,
    )
    from .chat_message import ChatMessage
    from .chat_message_end_event_delta import ChatMessageEndEventDelta
    from .chat_message_end_event_delta_finish_reason import (
        ChatMessageEndEventDeltaFinishReason,
    )
    from .chat_message_start_event_delta import ChatMessageStartEventDelta
    from .chat_message_start_event_delta_message import (
        ChatMessageStartEventDeltaMessage,
    )
    from .chat_tool_call_delta_event_delta import ChatToolCallDeltaEventDelta
    from .chat_tool_call_delta_event_delta_message import (
        ChatToolCallDeltaEventDeltaMessage,
    )
    from .chat_tool_call_delta_event_delta_message_tool_calls import (
        ChatToolCallDeltaEventDeltaMessageToolCalls,
    )
    from .chat_tool_call_delta_event_delta_message_tool_calls_function import (
        ChatToolCallDeltaEventDeltaMessageToolCallsFunction,
    )
    from .chat_tool_call_start_event_delta import ChatToolCallStartEventDelta
    from .chat_tool_call_start_event_delta_message import (
        ChatToolCallStartEventDeltaMessage,
    )
    from .chat_tool_plan_delta_event_delta import ChatToolPlanDeltaEventDelta
    from .chat_tool_plan_delta_event_delta_message import (
        ChatToolPlanDeltaEventDeltaMessage,
    )
    from .choice_answer import ChoiceAnswer
    from .choice_option import ChoiceOption
    from .choice_probability import ChoiceProbability
    from .choice_question import ChoiceQuestion
    from .citation import Citation
    from .citation_end_event import CitationEndEvent
    from .citation_options import CitationOptions
    from .citation_options_mode import CitationOptionsMode
    from .citation_start_event import CitationStartEvent
    from .citation_start_event_delta import CitationStartEventDelta
    from .citation_start_event_delta_message import CitationStartEventDeltaMessage
    from .citation_type import CitationType
    from .classification_chat_request import ClassificationChatRequest
    from .classification_chat_request_media_io_kwargs import (
        ClassificationChatRequestMediaIoKwargs,
    )
    from .classification_chat_request_padding import ClassificationChatRequestPadding
    from .classification_chat_request_truncation_side import (
        ClassificationChatRequestTruncationSide,
    )
    from .classification_completion_request import ClassificationCompletionRequest
    from .classification_completion_request_padding import (
        ClassificationCompletionRequestPadding,
    )
    from .classification_completion_request_truncation_side import (
        ClassificationCompletionRequestTruncationSide,
    )
    from .classification_data import ClassificationData
    from .classification_response import ClassificationResponse
    from .click import Click
    from .click_button import ClickButton
    from .cohere_api_version import CohereApiVersion
    from .cohere_billed_units import CohereBilledUnits
    from .cohere_chat_v2_request import CohereChatV2Request
    from .cohere_chat_v2_request_safety_mode import CohereChatV2RequestSafetyMode
    from .cohere_chat_v2_request_tool_choice import CohereChatV2RequestToolChoice
    from .cohere_chat_v2_response import CohereChatV2Response
    from .cohere_chat_v2_response_finish_reason import CohereChatV2ResponseFinishReason
    from .cohere_embed_by_type_embeddings import CohereEmbedByTypeEmbeddings
    from .cohere_embed_content import CohereEmbedContent
    from .cohere_embed_content_image_url import CohereEmbedContentImageUrl
    from .cohere_embed_content_type import CohereEmbedContentType
    from .cohere_embed_input import CohereEmbedInput
    from .cohere_embed_request import CohereEmbedRequest
    from .cohere_embed_request_embedding_types_item import (
        CohereEmbedRequestEmbeddingTypesItem,
    )
    from .cohere_embed_request_truncate import CohereEmbedRequestTruncate
    from .cohere_embed_response import CohereEmbedResponse
    from .cohere_error import CohereError
    from .cohere_logprob_item import CohereLogprobItem
    from .cohere_meta import CohereMeta
    from .cohere_usage import CohereUsage
    from .cohere_usage_billed_units import CohereUsageBilledUnits
    from .cohere_usage_tokens import CohereUsageTokens
    from .collective_rpc_call import CollectiveRpcCall
    from .collective_rpc_call_kwargs import CollectiveRpcCallKwargs
    from .collective_rpc_results import CollectiveRpcResults
    from .compaction_trigger import CompactionTrigger
    from .completion_log_probs import CompletionLogProbs
    from .completion_log_probs_top_logprobs_item import (
        CompletionLogProbsTopLogprobsItem,
    )
    from .completion_request import CompletionRequest
    from .completion_request_logit_bias import CompletionRequestLogitBias
    from .completion_request_mm_payload import CompletionRequestMmPayload
    from .completion_request_truncation_side import CompletionRequestTruncationSide
    from .completion_request_vllm_xargs import CompletionRequestVllmXargs
    from .completion_response import CompletionResponse
    from .completion_response_choice import CompletionResponseChoice
    from .completion_response_choice_prompt_logprobs_item import (
        CompletionResponseChoicePromptLogprobsItem,
    )
    from .completion_response_service_tier import CompletionResponseServiceTier
    from .completion_response_stream_choice import CompletionResponseStreamChoice
    from .completion_stream_response import CompletionStreamResponse
    from .completion_token_usage_info import CompletionTokenUsageInfo
    from .computer_action_double_click import ComputerActionDoubleClick
    from .computer_action_list_param_double_click import (
        ComputerActionListParamDoubleClick,
    )
    from .computer_call_output import ComputerCallOutput
    from .computer_call_output_acknowledged_safety_check import (
        ComputerCallOutputAcknowledgedSafetyCheck,
    )
    from .computer_call_output_status import ComputerCallOutputStatus
    from .computer_tool import ComputerTool
    from .computer_tool_param import ComputerToolParam
    from .computer_use_preview_tool import ComputerUsePreviewTool
    from .computer_use_preview_tool_environment import ComputerUsePreviewToolEnvironment
    from .computer_use_preview_tool_param import ComputerUsePreviewToolParam
    from .computer_use_preview_tool_param_environment import (
        ComputerUsePreviewToolParamEnvironment,
    )
    from .container_auto import ContainerAuto
    from .container_auto_memory_limit import ContainerAutoMemoryLimit
    from .container_auto_param import ContainerAutoParam
    from .container_auto_param_memory_limit import ContainerAutoParamMemoryLimit
    from .container_network_policy_allowlist import ContainerNetworkPolicyAllowlist
    from .container_network_policy_allowlist_param import (
        ContainerNetworkPolicyAllowlistParam,
    )
    from .container_network_policy_disabled import ContainerNetworkPolicyDisabled
    from .container_network_policy_disabled_param import (
        ContainerNetworkPolicyDisabledParam,
    )
    from .container_network_policy_domain_secret import (
        ContainerNetworkPolicyDomainSecret,
    )
    from .container_network_policy_domain_secret_param import (
        ContainerNetworkPolicyDomainSecretParam,
    )
    from .container_reference import ContainerReference
    from .container_reference_param import ContainerReferenceParam
    from .content_delta_event import ContentDeltaEvent
    from .content_end_event import ContentEndEvent
    from .content_start_event import ContentStartEvent
    from .custom import Custom
    from .custom_chat_completion_content_simple_audio_param import (
        CustomChatCompletionContentSimpleAudioParam,
    )
    from .custom_chat_completion_content_simple_image_param import (
        CustomChatCompletionContentSimpleImageParam,
    )
    from .custom_chat_completion_content_simple_video_param import (
        CustomChatCompletionContentSimpleVideoParam,
    )
    from .custom_chat_completion_content_tool_reference_param import (
        CustomChatCompletionContentToolReferenceParam,
    )
    from .custom_chat_completion_message_param import CustomChatCompletionMessageParam
    from .custom_think_completion_content_param import CustomThinkCompletionContentParam
    from .custom_tool import CustomTool
    from .custom_tool_allowed_callers_item import CustomToolAllowedCallersItem
    from .custom_tool_input_format_text import CustomToolInputFormatText
    from .custom_tool_param import CustomToolParam
    from .custom_tool_param_allowed_callers_item import (
        CustomToolParamAllowedCallersItem,
    )
    from .decision_input_message import DecisionInputMessage
    from .decision_input_text import DecisionInputText
    from .decision_request import DecisionRequest
    from .decision_response import DecisionResponse
    from .decision_usage import DecisionUsage
    from .decisions_input_tokens_details import DecisionsInputTokensDetails
    from .decisions_output_tokens_details import DecisionsOutputTokensDetails
    from .delta_function_call import DeltaFunctionCall
    from .delta_message import DeltaMessage
    from .delta_tool_call import DeltaToolCall
    from .derender_chat_request import DerenderChatRequest
    from .derender_chat_stream_request import DerenderChatStreamRequest
    from .derender_chat_stream_response import DerenderChatStreamResponse
    from .derender_completion_request import DerenderCompletionRequest
    from .derender_completion_stream_request import DerenderCompletionStreamRequest
    from .derender_completion_stream_response import DerenderCompletionStreamResponse
    from .derender_stream_state import DerenderStreamState
    from .detokenize_request import DetokenizeRequest
    from .detokenize_response import DetokenizeResponse
    from .document import Document
    from .document_source import DocumentSource
    from .document_tool_content import DocumentToolContent
    from .drag import Drag
    from .drag_path import DragPath
    from .easy_input_message_param import EasyInputMessageParam
    from .easy_input_message_param_phase import EasyInputMessageParamPhase
    from .easy_input_message_param_role import EasyInputMessageParamRole
    from .elastic_scaling import ElasticScaling
    from .elastic_scaling_done import ElasticScalingDone
    from .elastic_scaling_state import ElasticScalingState
    from .embedding_batch_chat_input_request import EmbeddingBatchChatInputRequest
    from .embedding_batch_chat_input_request_embed_dtype import (
        EmbeddingBatchChatInputRequestEmbedDtype,
    )
    from .embedding_batch_chat_input_request_encoding_format import (
        EmbeddingBatchChatInputRequestEncodingFormat,
    )
    from .embedding_batch_chat_input_request_endianness import (
        EmbeddingBatchChatInputRequestEndianness,
    )
    from .embedding_batch_chat_input_request_media_io_kwargs import (
        EmbeddingBatchChatInputRequestMediaIoKwargs,
    )
    from .embedding_batch_chat_input_request_padding import (
        EmbeddingBatchChatInputRequestPadding,
    )
    from .embedding_batch_chat_input_request_truncation_side import (
        EmbeddingBatchChatInputRequestTruncationSide,
    )
    from .embedding_batch_chat_request import EmbeddingBatchChatRequest
    from .embedding_batch_chat_request_embed_dtype import (
        EmbeddingBatchChatRequestEmbedDtype,
    )
    from .embedding_batch_chat_request_encoding_format import (
        EmbeddingBatchChatRequestEncodingFormat,
    )
    from .embedding_batch_chat_request_endianness import (
        EmbeddingBatchChatRequestEndianness,
    )
    from .embedding_batch_chat_request_media_io_kwargs import (
        EmbeddingBatchChatRequestMediaIoKwargs,
    )
    from .embedding_batch_chat_request_padding import EmbeddingBatchChatRequestPadding
    from .embedding_batch_chat_request_truncation_side import (
        EmbeddingBatchChatRequestTruncationSide,
    )
    from .embedding_chat_input_request import EmbeddingChatInputRequest
    from .embedding_chat_input_request_embed_dtype import (
        EmbeddingChatInputRequestEmbedDtype,
    )
    from .embedding_chat_input_request_encoding_format import (
        EmbeddingChatInputRequestEncodingFormat,
    )
    from .embedding_chat_input_request_endianness import (
        EmbeddingChatInputRequestEndianness,
    )
    from .embedding_chat_input_request_media_io_kwargs import (
        EmbeddingChatInputRequestMediaIoKwargs,
    )
    from .embedding_chat_input_request_padding import EmbeddingChatInputRequestPadding
    from .embedding_chat_input_request_truncation_side import (
        EmbeddingChatInputRequestTruncationSide,
    )
    from .embedding_chat_request import EmbeddingChatRequest
    from .embedding_chat_request_embed_dtype import EmbeddingChatRequestEmbedDtype
    from .embedding_chat_request_encoding_format import (
        EmbeddingChatRequestEncodingFormat,
    )
    from .embedding_chat_request_endianness import EmbeddingChatRequestEndianness
    from .embedding_chat_request_media_io_kwargs import (
        EmbeddingChatRequestMediaIoKwargs,
    )
    from .embedding_chat_request_padding import EmbeddingChatRequestPadding
    from .embedding_chat_request_truncation_side import (
        EmbeddingChatRequestTruncationSide,
    )
    from .embedding_completion_request import EmbeddingCompletionRequest
    from .embedding_completion_request_embed_dtype import (
        EmbeddingCompletionRequestEmbedDtype,
    )
    from .embedding_completion_request_encoding_format import (
        EmbeddingCompletionRequestEncodingFormat,
    )
    from .embedding_completion_request_endianness import (
        EmbeddingCompletionRequestEndianness,
    )
    from .embedding_completion_request_padding import EmbeddingCompletionRequestPadding
    from .embedding_completion_request_truncation_side import (
        EmbeddingCompletionRequestTruncationSide,
    )
    from .embedding_response import EmbeddingResponse
    from .embedding_response_data import EmbeddingResponseData
    from .engine_status import EngineStatus
    from .error_event import ErrorEvent
    from .error_info import ErrorInfo
    from .error_response import ErrorResponse
    from .fault_instruction import FaultInstruction
    from .fault_instruction_accepted import FaultInstructionAccepted
    from .fault_tolerance_status import FaultToleranceStatus
    from .file_file import FileFile
    from .file_prompt_cache_breakpoint import FilePromptCacheBreakpoint
    from .file_prompt_cache_breakpoint_ttl import FilePromptCacheBreakpointTtl
    from .file_search_tool import FileSearchTool
    from .file_search_tool_param import FileSearchToolParam
    from .file_search_tool_param_ranking_options import (
        FileSearchToolParamRankingOptions,
    )
    from .file_search_tool_param_ranking_options_ranker import (
        FileSearchToolParamRankingOptionsRanker,
    )
    from .file_search_tool_ranking_options import FileSearchToolRankingOptions
    from .file_search_tool_ranking_options_ranker import (
        FileSearchToolRankingOptionsRanker,
    )
    from .filters import Filters
    from .finish_weight_update_body import FinishWeightUpdateBody
    from .function import Function
    from .function_call import FunctionCall
    from .function_call_output import FunctionCallOutput
    from .function_call_output_caller_direct import FunctionCallOutputCallerDirect
    from .function_call_output_caller_program import FunctionCallOutputCallerProgram
    from .function_call_output_status import FunctionCallOutputStatus
    from .function_definition import FunctionDefinition
    from .function_shell_tool import FunctionShellTool
    from .function_shell_tool_allowed_callers_item import (
        FunctionShellToolAllowedCallersItem,
    )
    from .function_shell_tool_param import FunctionShellToolParam
    from .function_shell_tool_param_allowed_callers_item import (
        FunctionShellToolParamAllowedCallersItem,
    )
    from .function_tool import FunctionTool
    from .function_tool_allowed_callers_item import FunctionToolAllowedCallersItem
    from .function_tool_param import FunctionToolParam
    from .function_tool_param_allowed_callers_item import (
        FunctionToolParamAllowedCallersItem,
    )
    from .generate_derender_choice import GenerateDerenderChoice
    from .generate_derender_response import GenerateDerenderResponse
    from .generate_derender_response_mm_placeholders import (
        GenerateDerenderResponseMmPlaceholders,
    )
    from .generate_derender_response_prompt_logprobs_item import (
        GenerateDerenderResponsePromptLogprobsItem,
    )
    from .generate_log_prob import GenerateLogProb
    from .generate_log_probs import GenerateLogProbs
    from .generate_log_probs_content import GenerateLogProbsContent
    from .generate_request import GenerateRequest
    from .generate_request_output_mode import GenerateRequestOutputMode
    from .generate_request_sampling_params import GenerateRequestSamplingParams
    from .generate_request_sampling_params_logit_bias import (
        GenerateRequestSamplingParamsLogitBias,
    )
    from .generate_text_choice import GenerateTextChoice
    from .generate_text_response import GenerateTextResponse
    from .generate_text_response_mm_placeholders import (
        GenerateTextResponseMmPlaceholders,
    )
    from .generate_text_response_prompt_logprobs_item import (
        GenerateTextResponsePromptLogprobsItem,
    )
    from .generate_text_stream_choice import GenerateTextStreamChoice
    from .generate_text_stream_response import GenerateTextStreamResponse
    from .generate_text_stream_response_mm_placeholders import (
        GenerateTextStreamResponseMmPlaceholders,
    )
    from .generate_tokens_choice import GenerateTokensChoice
    from .generate_tokens_response import GenerateTokensResponse
    from .generate_tokens_response_mm_placeholders import (
        GenerateTokensResponseMmPlaceholders,
    )
    from .generate_tokens_response_prompt_logprobs_item import (
        GenerateTokensResponsePromptLogprobsItem,
    )
    from .generate_tokens_stream_choice import GenerateTokensStreamChoice
    from .generate_tokens_stream_response import GenerateTokensStreamResponse
    from .generate_tokens_stream_response_mm_placeholders import (
        GenerateTokensStreamResponseMmPlaceholders,
    )
    from .generative_scoring_item_result import GenerativeScoringItemResult
    from .generative_scoring_request import GenerativeScoringRequest
    from .generative_scoring_response import GenerativeScoringResponse
    from .grammar import Grammar
    from .grammar_syntax import GrammarSyntax
    from .http_error import HTTPError
    from .image_generation_call_error_moderation_details import (
        ImageGenerationCallErrorModerationDetails,
    )
    from .image_generation_call_error_moderation_details_moderation_stage import (
        ImageGenerationCallErrorModerationDetailsModerationStage,
    )
    from .image_generation_call_svg_usage import ImageGenerationCallSvgUsage
    from .image_url import ImageURL
    from .image_url_2 import ImageUrl2
    from .image_url_2_detail import ImageUrl2Detail
    from .image_url_content import ImageUrlContent
    from .image_url_detail import ImageURLDetail
    from .incomplete_details import IncompleteDetails
    from .incomplete_details_reason import IncompleteDetailsReason
    from .init_weight_transfer_engine_body import InitWeightTransferEngineBody
    from .inline_skill import InlineSkill
    from .inline_skill_param import InlineSkillParam
    from .inline_skill_source import InlineSkillSource
    from .inline_skill_source_param import InlineSkillSourceParam
    from .input_audio import InputAudio
    from .input_audio_buffer_append import InputAudioBufferAppend
    from .input_audio_buffer_commit import InputAudioBufferCommit
    from .input_audio_format import InputAudioFormat
    from .input_file import InputFile
    from .input_tokens_details import InputTokensDetails
    from .io_processor_request import IOProcessorRequest
    from .io_processor_request_embed_dtype import IOProcessorRequestEmbedDtype
    from .io_processor_request_encoding_format import IOProcessorRequestEncodingFormat
    from .io_processor_request_endianness import IOProcessorRequestEndianness
    from .io_processor_request_padding import IOProcessorRequestPadding
    from .io_processor_request_task import IOProcessorRequestTask
    from .io_processor_request_truncation_side import IOProcessorRequestTruncationSide
    from .io_processor_response import IOProcessorResponse
    from .item_reference import ItemReference
    from .joint_canvas import JointCanvas
    from .joint_diagnostics import JointDiagnostics
    from .json_object import JsonObject
    from .json_object_response_format_v2 import JsonObjectResponseFormatV2
    from .json_schema_response_format import JsonSchemaResponseFormat
    from .keypress import Keypress
    from .kv_cache_released import KVCacheReleased
    from .kv_event_source import KVEventSource
    from .kv_event_sources import KVEventSources
    from .late_chunk import LateChunk
    from .late_chunking_config import LateChunkingConfig
    from .late_chunking_metadata import LateChunkingMetadata
    from .legacy_structural_tag import LegacyStructuralTag
    from .legacy_structural_tag_response_format import LegacyStructuralTagResponseFormat
    from .load_lo_ra_adapter_request import LoadLoRAAdapterRequest
    from .local_environment import LocalEnvironment
    from .local_environment_param import LocalEnvironmentParam
    from .local_shell import LocalShell
    from .local_shell_call import LocalShellCall
    from .local_shell_call_action import LocalShellCallAction
    from .local_shell_call_action_env import LocalShellCallActionEnv
    from .local_shell_call_output import LocalShellCallOutput
    from .local_shell_call_output_status import LocalShellCallOutputStatus
    from .local_shell_call_status import LocalShellCallStatus
    from .local_skill import LocalSkill
    from .local_skill_param import LocalSkillParam
    from .logprob import Logprob
    from .logprob_item import LogprobItem
    from .logprob_top_logprob import LogprobTopLogprob
    from .mcp_approval_request import McpApprovalRequest
    from .mcp_list_tools import McpListTools
    from .mcp_list_tools_tool import McpListToolsTool
    from .mcp_protocol_error import McpProtocolError
    from .mcp_tool_execution_error import McpToolExecutionError
    from .message_end_event import MessageEndEvent
    from .message_start_event import MessageStartEvent
    from .model_card import ModelCard
    from .model_list import ModelList
    from .model_permission import ModelPermission
    from .move import Move
    from .multi_modal_features import MultiModalFeatures
    from .multi_modal_features_kwargs_data import MultiModalFeaturesKwargsData
    from .multi_modal_features_mm_hashes import MultiModalFeaturesMmHashes
    from .multi_modal_features_mm_metadata import MultiModalFeaturesMmMetadata
    from .multi_modal_features_mm_placeholders import MultiModalFeaturesMmPlaceholders
    from .namespace_tool import NamespaceTool
    from .namespace_tool_param import NamespaceToolParam
    from .namespace_tool_param_tool_function import NamespaceToolParamToolFunction
    from .namespace_tool_param_tool_function_allowed_callers_item import (
        NamespaceToolParamToolFunctionAllowedCallersItem,
    )
    from .namespace_tool_tool_function import NamespaceToolToolFunction
    from .namespace_tool_tool_function_allowed_callers_item import (
        NamespaceToolToolFunctionAllowedCallersItem,
    )
    from .open_ai_decision_usage import OpenAIDecisionUsage
    from .openai_harmony_content import OpenaiHarmonyContent
    from .openai_harmony_message import OpenaiHarmonyMessage
    from .operation_create_file import OperationCreateFile
    from .operation_delete_file import OperationDeleteFile
    from .operation_update_file import OperationUpdateFile
    from .outcome_exit import OutcomeExit
    from .outcome_timeout import OutcomeTimeout
    from .output import Output
    from .output_image import OutputImage
    from .output_logs import OutputLogs
    from .output_outcome_exit import OutputOutcomeExit
    from .output_outcome_timeout import OutputOutcomeTimeout
    from .output_tokens_details import OutputTokensDetails
    from .parse_context import ParseContext
    from .parse_context_chat_template_kwargs import ParseContextChatTemplateKwargs
    from .parse_context_tool_choice import ParseContextToolChoice
    from .part_reasoning_text import PartReasoningText
    from .pause_generation_mode import PauseGenerationMode
    from .pause_state import PauseState
    from .pause_status import PauseStatus
    from .pending_safety_check import PendingSafetyCheck
    from .per_request_metrics import PerRequestMetrics
    from .placeholder_range_info import PlaceholderRangeInfo
    from .pooling_chat_request import PoolingChatRequest
    from .pooling_chat_request_embed_dtype import PoolingChatRequestEmbedDtype
    from .pooling_chat_request_encoding_format import PoolingChatRequestEncodingFormat
    from .pooling_chat_request_endianness import PoolingChatRequestEndianness
    from .pooling_chat_request_media_io_kwargs import PoolingChatRequestMediaIoKwargs
    from .pooling_chat_request_padding import PoolingChatRequestPadding
    from .pooling_chat_request_task import PoolingChatRequestTask
    from .pooling_chat_request_truncation_side import PoolingChatRequestTruncationSide
    from .pooling_completion_request import PoolingCompletionRequest
    from .pooling_completion_request_embed_dtype import (
        PoolingCompletionRequestEmbedDtype,
    )
    from .pooling_completion_request_encoding_format import (
        PoolingCompletionRequestEncodingFormat,
    )
    from .pooling_completion_request_endianness import (
        PoolingCompletionRequestEndianness,
    )
    from .pooling_completion_request_padding import PoolingCompletionRequestPadding
    from .pooling_completion_request_task import PoolingCompletionRequestTask
    from .pooling_completion_request_truncation_side import (
        PoolingCompletionRequestTruncationSide,
    )
    from .pooling_response import PoolingResponse
    from .pooling_response_data import PoolingResponseData
    from .predicate_answer import PredicateAnswer
    from .predicate_question import PredicateQuestion
    from .program import Program
    from .program_output import ProgramOutput
    from .program_output_status import ProgramOutputStatus
    from .programmatic_tool_calling import ProgrammaticToolCalling
    from .prompt_cache_options import PromptCacheOptions
    from .prompt_cache_options_mode import PromptCacheOptionsMode
    from .prompt_cache_options_param import PromptCacheOptionsParam
    from .prompt_cache_options_param_mode import PromptCacheOptionsParamMode
    from .prompt_token_usage_info import PromptTokenUsageInfo
    from .prompt_token_usage_info_multimodal_tokens import (
        PromptTokenUsageInfoMultimodalTokens,
    )
    from .question_diagnostics import QuestionDiagnostics
    from .question_spec import QuestionSpec
    from .ranking_options_hybrid_search import RankingOptionsHybridSearch
    from .reasoning_parser_kwargs import ReasoningParserKwargs
    from .repetition_detection_params import RepetitionDetectionParams
    from .request_output_kind import RequestOutputKind
    from .requests_to_abort import RequestsToAbort
    from .rerank_document import RerankDocument
    from .rerank_request import RerankRequest
    from .rerank_request_padding import RerankRequestPadding
    from .rerank_request_truncation_side import RerankRequestTruncationSide
    from .rerank_response import RerankResponse
    from .rerank_result import RerankResult
    from .rerank_usage import RerankUsage
    from .response_apply_patch_tool_call import ResponseApplyPatchToolCall
    from .response_apply_patch_tool_call_output import ResponseApplyPatchToolCallOutput
    from .response_apply_patch_tool_call_output_status import (
        ResponseApplyPatchToolCallOutputStatus,
    )
    from .response_apply_patch_tool_call_status import ResponseApplyPatchToolCallStatus
    from .response_code_interpreter_call_code_delta_event import (
        ResponseCodeInterpreterCallCodeDeltaEvent,
    )
    from .response_code_interpreter_call_code_done_event import (
        ResponseCodeInterpreterCallCodeDoneEvent,
    )
    from .response_code_interpreter_call_completed_event import (
        ResponseCodeInterpreterCallCompletedEvent,
    )
    from .response_code_interpreter_call_in_progress_event import (
        ResponseCodeInterpreterCallInProgressEvent,
    )
    from .response_code_interpreter_call_interpreting_event import (
        ResponseCodeInterpreterCallInterpretingEvent,
    )
    from .response_code_interpreter_tool_call import ResponseCodeInterpreterToolCall
    from .response_code_interpreter_tool_call_param import (
        ResponseCodeInterpreterToolCallParam,
    )
    from .response_code_interpreter_tool_call_param_status import (
        ResponseCodeInterpreterToolCallParamStatus,
    )
    from .response_code_interpreter_tool_call_status import (
        ResponseCodeInterpreterToolCallStatus,
    )
    from .response_compaction_item import ResponseCompactionItem
    from .response_compaction_item_param_param import ResponseCompactionItemParamParam
    from .response_completed_event import ResponseCompletedEvent
    from .response_computer_tool_call import ResponseComputerToolCall
    from .response_computer_tool_call_action_double_click import (
        ResponseComputerToolCallActionDoubleClick,
    )
    from .response_computer_tool_call_output_item import (
        ResponseComputerToolCallOutputItem,
    )
    from .response_computer_tool_call_output_item_status import (
        ResponseComputerToolCallOutputItemStatus,
    )
    from .response_computer_tool_call_output_screenshot import (
        ResponseComputerToolCallOutputScreenshot,
    )
    from .response_computer_tool_call_output_screenshot_param import (
        ResponseComputerToolCallOutputScreenshotParam,
    )
    from .response_computer_tool_call_param import ResponseComputerToolCallParam
    from .response_computer_tool_call_param_action_double_click import (
        ResponseComputerToolCallParamActionDoubleClick,
    )
    from .response_computer_tool_call_param_status import (
        ResponseComputerToolCallParamStatus,
    )
    from .response_computer_tool_call_status import ResponseComputerToolCallStatus
    from .response_configuration_update_item_param_param import (
        ResponseConfigurationUpdateItemParamParam,
    )
    from .response_configuration_update_item_param_param_reasoning import (
        ResponseConfigurationUpdateItemParamParamReasoning,
    )
    from .response_configuration_update_item_param_param_reasoning_effort import (
        ResponseConfigurationUpdateItemParamParamReasoningEffort,
    )
    from .response_configuration_update_item_param_param_text import (
        ResponseConfigurationUpdateItemParamParamText,
    )
    from .response_container_reference import ResponseContainerReference
    from .response_content_part_added_event import ResponseContentPartAddedEvent
    from .response_content_part_done_event import ResponseContentPartDoneEvent
    from .response_created_event import ResponseCreatedEvent
    from .response_custom_tool_call import ResponseCustomToolCall
    from .response_custom_tool_call_input_delta_event import (
        ResponseCustomToolCallInputDeltaEvent,
    )
    from .response_custom_tool_call_input_done_event import (
        ResponseCustomToolCallInputDoneEvent,
    )
    from .response_custom_tool_call_output_item import ResponseCustomToolCallOutputItem
    from .response_custom_tool_call_output_item_status import (
        ResponseCustomToolCallOutputItemStatus,
    )
    from .response_custom_tool_call_output_param import (
        ResponseCustomToolCallOutputParam,
    )
    from .response_custom_tool_call_param import ResponseCustomToolCallParam
    from .response_file_search_tool_call import ResponseFileSearchToolCall
    from .response_file_search_tool_call_param import ResponseFileSearchToolCallParam
    from .response_file_search_tool_call_param_result import (
        ResponseFileSearchToolCallParamResult,
    )
    from .response_file_search_tool_call_param_result_attributes import (
        ResponseFileSearchToolCallParamResultAttributes,
    )
    from .response_file_search_tool_call_param_status import (
        ResponseFileSearchToolCallParamStatus,
    )
    from .response_file_search_tool_call_result import ResponseFileSearchToolCallResult
    from .response_file_search_tool_call_result_attributes import (
        ResponseFileSearchToolCallResultAttributes,
    )
    from .response_file_search_tool_call_status import ResponseFileSearchToolCallStatus
    from .response_format import ResponseFormat
    from .response_format_json_object import ResponseFormatJSONObject
    from .response_format_text import ResponseFormatText
    from .response_format_text_json_schema_config import (
        ResponseFormatTextJSONSchemaConfig,
    )
    from .response_format_text_json_schema_config_param import (
        ResponseFormatTextJSONSchemaConfigParam,
    )
    from .response_format_type import ResponseFormatType
    from .response_function_shell_call_output_content_param import (
        ResponseFunctionShellCallOutputContentParam,
    )
    from .response_function_shell_tool_call import ResponseFunctionShellToolCall
    from .response_function_shell_tool_call_output import (
        ResponseFunctionShellToolCallOutput,
    )
    from .response_function_shell_tool_call_output_status import (
        ResponseFunctionShellToolCallOutputStatus,
    )
    from .response_function_shell_tool_call_status import (
        ResponseFunctionShellToolCallStatus,
    )
    from .response_function_tool_call import ResponseFunctionToolCall
    from .response_function_tool_call_output_item import (
        ResponseFunctionToolCallOutputItem,
    )
    from .response_function_tool_call_output_item_status import (
        ResponseFunctionToolCallOutputItemStatus,
    )
    from .response_function_tool_call_param import ResponseFunctionToolCallParam
    from .response_function_tool_call_param_status import (
        ResponseFunctionToolCallParamStatus,
    )
    from .response_function_tool_call_status import ResponseFunctionToolCallStatus
    from .response_function_web_search import ResponseFunctionWebSearch
    from .response_function_web_search_action_search import (
        ResponseFunctionWebSearchActionSearch,
    )
    from .response_function_web_search_param import ResponseFunctionWebSearchParam
    from .response_function_web_search_param_action_search import (
        ResponseFunctionWebSearchParamActionSearch,
    )
    from .response_function_web_search_param_status import (
        ResponseFunctionWebSearchParamStatus,
    )
    from .response_function_web_search_status import ResponseFunctionWebSearchStatus
    from .response_in_progress_event import ResponseInProgressEvent
    from .response_incomplete_event import ResponseIncompleteEvent
    from .response_input_file import ResponseInputFile
    from .response_input_file_content_param import ResponseInputFileContentParam
    from .response_input_file_content_param_detail import (
        ResponseInputFileContentParamDetail,
    )
    from .response_input_file_detail import ResponseInputFileDetail
    from .response_input_file_param import ResponseInputFileParam
    from .response_input_file_param_detail import ResponseInputFileParamDetail
    from .response_input_file_prompt_cache_breakpoint import (
        ResponseInputFilePromptCacheBreakpoint,
    )
    from .response_input_file_prompt_cache_breakpoint_ttl import (
        ResponseInputFilePromptCacheBreakpointTtl,
    )
    from .response_input_image import ResponseInputImage
    from .response_input_image_content_param import ResponseInputImageContentParam
    from .response_input_image_content_param_detail import (
        ResponseInputImageContentParamDetail,
    )
    from .response_input_image_detail import ResponseInputImageDetail
    from .response_input_image_param import ResponseInputImageParam
    from .response_input_image_param_detail import ResponseInputImageParamDetail
    from .response_input_item_param_additional_tools import (
        ResponseInputItemParamAdditionalTools,
    )
    from .response_input_item_param_image_generation_call import (
        ResponseInputItemParamImageGenerationCall,
    )
    from .response_input_item_param_image_generation_call_action import (
        ResponseInputItemParamImageGenerationCallAction,
    )
    from .response_input_item_param_image_generation_call_background import (
        ResponseInputItemParamImageGenerationCallBackground,
    )
    from .response_input_item_param_image_generation_call_error import (
        ResponseInputItemParamImageGenerationCallError,
    )
    from .response_input_item_param_image_generation_call_output_format import (
        ResponseInputItemParamImageGenerationCallOutputFormat,
    )
    from .response_input_item_param_image_generation_call_quality import (
        ResponseInputItemParamImageGenerationCallQuality,
    )
    from .response_input_item_param_image_generation_call_size import (
        ResponseInputItemParamImageGenerationCallSize,
    )
    from .response_input_item_param_image_generation_call_status import (
        ResponseInputItemParamImageGenerationCallStatus,
    )
    from .response_input_item_param_mcp_approval_response import (
        ResponseInputItemParamMcpApprovalResponse,
    )
    from .response_input_item_param_mcp_call import ResponseInputItemParamMcpCall
    from .response_input_item_param_mcp_call_status import (
        ResponseInputItemParamMcpCallStatus,
    )
    from .response_input_item_param_message import ResponseInputItemParamMessage
    from .response_input_item_param_message_role import (
        ResponseInputItemParamMessageRole,
    )
    from .response_input_item_param_message_status import (
        ResponseInputItemParamMessageStatus,
    )
    from .response_input_text import ResponseInputText
    from .response_input_text_content_param import ResponseInputTextContentParam
    from .response_input_text_param import ResponseInputTextParam
    from .response_local_environment import ResponseLocalEnvironment
    from .response_mcp_call_arguments_delta_event import (
        ResponseMcpCallArgumentsDeltaEvent,
    )
    from .response_mcp_call_arguments_done_event import (
        ResponseMcpCallArgumentsDoneEvent,
    )
    from .response_mcp_call_completed_event import ResponseMcpCallCompletedEvent
    from .response_mcp_call_in_progress_event import ResponseMcpCallInProgressEvent
    from .response_output_item_added_event import ResponseOutputItemAddedEvent
    from .response_output_item_additional_tools import ResponseOutputItemAdditionalTools
    from .response_output_item_additional_tools_role import (
        ResponseOutputItemAdditionalToolsRole,
    )
    from .response_output_item_done_event import ResponseOutputItemDoneEvent
    from .response_output_item_image_generation_call import (
        ResponseOutputItemImageGenerationCall,
    )
    from .response_output_item_image_generation_call_action import (
        ResponseOutputItemImageGenerationCallAction,
    )
    from .response_output_item_image_generation_call_background import (
        ResponseOutputItemImageGenerationCallBackground,
    )
    from .response_output_item_image_generation_call_error import (
        ResponseOutputItemImageGenerationCallError,
    )
    from .response_output_item_image_generation_call_output_format import (
        ResponseOutputItemImageGenerationCallOutputFormat,
    )
    from .response_output_item_image_generation_call_quality import (
        ResponseOutputItemImageGenerationCallQuality,
    )
    from .response_output_item_image_generation_call_size import (
        ResponseOutputItemImageGenerationCallSize,
    )
    from .response_output_item_image_generation_call_status import (
        ResponseOutputItemImageGenerationCallStatus,
    )
    from .response_output_item_mcp_approval_response import (
        ResponseOutputItemMcpApprovalResponse,
    )
    from .response_output_item_mcp_call import ResponseOutputItemMcpCall
    from .response_output_item_mcp_call_status import ResponseOutputItemMcpCallStatus
    from .response_output_message import ResponseOutputMessage
    from .response_output_message_param import ResponseOutputMessageParam
    from .response_output_message_param_phase import ResponseOutputMessageParamPhase
    from .response_output_message_param_status import ResponseOutputMessageParamStatus
    from .response_output_message_phase import ResponseOutputMessagePhase
    from .response_output_message_status import ResponseOutputMessageStatus
    from .response_output_refusal import ResponseOutputRefusal
    from .response_output_refusal_param import ResponseOutputRefusalParam
    from .response_output_text import ResponseOutputText
    from .response_output_text_annotation_url_citation import (
        ResponseOutputTextAnnotationURLCitation,
    )
    from .response_output_text_logprob import ResponseOutputTextLogprob
    from .response_output_text_param import ResponseOutputTextParam
    from .response_prompt import ResponsePrompt
    from .response_prompt_variables import ResponsePromptVariables
    from .response_raw_message_and_token import ResponseRawMessageAndToken
    from .response_reasoning_item import ResponseReasoningItem
    from .response_reasoning_item_content import ResponseReasoningItemContent
    from .response_reasoning_item_param import ResponseReasoningItemParam
    from .response_reasoning_item_param_status import ResponseReasoningItemParamStatus
    from .response_reasoning_item_status import ResponseReasoningItemStatus
    from .response_reasoning_text_delta_event import ResponseReasoningTextDeltaEvent
    from .response_reasoning_text_done_event import ResponseReasoningTextDoneEvent
    from .response_text_config import ResponseTextConfig
    from .response_text_config_verbosity import ResponseTextConfigVerbosity
    from .response_tool_search_call import ResponseToolSearchCall
    from .response_tool_search_call_execution import ResponseToolSearchCallExecution
    from .response_tool_search_call_status import ResponseToolSearchCallStatus
    from .response_tool_search_output_item import ResponseToolSearchOutputItem
    from .response_tool_search_output_item_execution import (
        ResponseToolSearchOutputItemExecution,
    )
    from .response_tool_search_output_item_param_param import (
        ResponseToolSearchOutputItemParamParam,
    )
    from .response_tool_search_output_item_param_param_execution import (
        ResponseToolSearchOutputItemParamParamExecution,
    )
    from .response_tool_search_output_item_param_param_status import (
        ResponseToolSearchOutputItemParamParamStatus,
    )
    from .response_tool_search_output_item_status import (
        ResponseToolSearchOutputItemStatus,
    )
    from .response_usage import ResponseUsage
    from .response_web_search_call_completed_event import (
        ResponseWebSearchCallCompletedEvent,
    )
    from .response_web_search_call_in_progress_event import (
        ResponseWebSearchCallInProgressEvent,
    )
    from .response_web_search_call_searching_event import (
        ResponseWebSearchCallSearchingEvent,
    )
    from .responses_request import ResponsesRequest
    from .responses_request_include_item import ResponsesRequestIncludeItem
    from .responses_request_logit_bias import ResponsesRequestLogitBias
    from .responses_request_media_io_kwargs import ResponsesRequestMediaIoKwargs
    from .responses_request_metadata import ResponsesRequestMetadata
    from .responses_request_mm_payload import ResponsesRequestMmPayload
    from .responses_request_prompt_cache_retention import (
        ResponsesRequestPromptCacheRetention,
    )
    from .responses_request_service_tier import ResponsesRequestServiceTier
    from .responses_request_tool_choice import ResponsesRequestToolChoice
    from .responses_request_truncation import ResponsesRequestTruncation
    from .responses_request_vllm_xargs import ResponsesRequestVllmXargs
    from .responses_response import ResponsesResponse
    from .responses_response_metadata import ResponsesResponseMetadata
    from .responses_response_prompt_cache_retention import (
        ResponsesResponsePromptCacheRetention,
    )
    from .responses_response_service_tier import ResponsesResponseServiceTier
    from .responses_response_status import ResponsesResponseStatus
    from .responses_response_tool_choice import ResponsesResponseToolChoice
    from .responses_response_truncation import ResponsesResponseTruncation
    from .responses_tool_code_interpreter import ResponsesToolCodeInterpreter
    from .responses_tool_code_interpreter_allowed_callers_item import (
        ResponsesToolCodeInterpreterAllowedCallersItem,
    )
    from .responses_tool_code_interpreter_container_code_interpreter_tool_auto import (
        ResponsesToolCodeInterpreterContainerCodeInterpreterToolAuto,
    )
    from .responses_tool_code_interpreter_container_code_interpreter_tool_auto_memory_limit import (
        ResponsesToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit,
    )
    from .responses_tool_image_generation import ResponsesToolImageGeneration
    from .responses_tool_image_generation_action import (
        ResponsesToolImageGenerationAction,
    )
    from .responses_tool_image_generation_background import (
        ResponsesToolImageGenerationBackground,
    )
    from .responses_tool_image_generation_complexity import (
        ResponsesToolImageGenerationComplexity,
    )
    from .responses_tool_image_generation_input_fidelity import (
        ResponsesToolImageGenerationInputFidelity,
    )
    from .responses_tool_image_generation_input_image_mask import (
        ResponsesToolImageGenerationInputImageMask,
    )
    from .responses_tool_image_generation_model import ResponsesToolImageGenerationModel
    from .responses_tool_image_generation_moderation import (
        ResponsesToolImageGenerationModeration,
    )
    from .responses_tool_image_generation_output_format import (
        ResponsesToolImageGenerationOutputFormat,
    )
    from .responses_tool_image_generation_quality import (
        ResponsesToolImageGenerationQuality,
    )
    from .responses_tool_image_generation_size import ResponsesToolImageGenerationSize
    from .responses_tool_image_generation_svg import ResponsesToolImageGenerationSvg
    from .responses_tool_image_generation_svg_reasoning import (
        ResponsesToolImageGenerationSvgReasoning,
    )
    from .responses_tool_image_generation_svg_reasoning_effort import (
        ResponsesToolImageGenerationSvgReasoningEffort,
    )
    from .responses_tool_mcp import ResponsesToolMcp
    from .responses_tool_mcp_allowed_callers_item import (
        ResponsesToolMcpAllowedCallersItem,
    )
    from .responses_tool_mcp_allowed_tools_mcp_tool_filter import (
        ResponsesToolMcpAllowedToolsMcpToolFilter,
    )
    from .responses_tool_mcp_connector_id import ResponsesToolMcpConnectorId
    from .responses_tool_mcp_headers import ResponsesToolMcpHeaders
    from .responses_tool_mcp_require_approval import ResponsesToolMcpRequireApproval
    from .responses_tool_mcp_require_approval_mcp_tool_approval_filter import (
        ResponsesToolMcpRequireApprovalMcpToolApprovalFilter,
    )
    from .responses_tool_mcp_require_approval_mcp_tool_approval_filter_always import (
        ResponsesToolMcpRequireApprovalMcpToolApprovalFilterAlways,
    )
    from .responses_tool_mcp_require_approval_mcp_tool_approval_filter_never import (
        ResponsesToolMcpRequireApprovalMcpToolApprovalFilterNever,
    )
    from .resume_status import ResumeStatus
    from .role import Role
    from .score_answer import ScoreAnswer
    from .score_data_request import ScoreDataRequest
    from .score_data_request_padding import ScoreDataRequestPadding
    from .score_data_request_truncation_side import ScoreDataRequestTruncationSide
    from .score_level import ScoreLevel
    from .score_multi_modal_param import ScoreMultiModalParam
    from .score_probability import ScoreProbability
    from .score_queries_documents_request import ScoreQueriesDocumentsRequest
    from .score_queries_documents_request_padding import (
        ScoreQueriesDocumentsRequestPadding,
    )
    from .score_queries_documents_request_truncation_side import (
        ScoreQueriesDocumentsRequestTruncationSide,
    )
    from .score_queries_items_request import ScoreQueriesItemsRequest
    from .score_queries_items_request_padding import ScoreQueriesItemsRequestPadding
    from .score_queries_items_request_truncation_side import (
        ScoreQueriesItemsRequestTruncationSide,
    )
    from .score_question import ScoreQuestion
    from .score_response import ScoreResponse
    from .score_response_data import ScoreResponseData
    from .score_text_request import ScoreTextRequest
    from .score_text_request_padding import ScoreTextRequestPadding
    from .score_text_request_truncation_side import ScoreTextRequestTruncationSide
    from .screenshot import Screenshot
    from .scroll import Scroll
    from .server_info import ServerInfo
    from .server_load import ServerLoad
    from .server_version import ServerVersion
    from .session_created import SessionCreated
    from .session_update import SessionUpdate
    from .shared_comparison_filter import SharedComparisonFilter
    from .shared_comparison_filter_type import SharedComparisonFilterType
    from .shared_compound_filter import SharedCompoundFilter
    from .shared_compound_filter_type import SharedCompoundFilterType
    from .shared_params_comparison_filter import SharedParamsComparisonFilter
    from .shared_params_comparison_filter_type import SharedParamsComparisonFilterType
    from .shared_params_compound_filter import SharedParamsCompoundFilter
    from .shared_params_compound_filter_type import SharedParamsCompoundFilterType
    from .shared_params_function_definition import SharedParamsFunctionDefinition
    from .shared_reasoning import SharedReasoning
    from .shared_reasoning_context import SharedReasoningContext
    from .shared_reasoning_effort import SharedReasoningEffort
    from .shared_reasoning_generate_summary import SharedReasoningGenerateSummary
    from .shared_reasoning_mode import SharedReasoningMode
    from .shared_reasoning_summary import SharedReasoningSummary
    from .shell_call import ShellCall
    from .shell_call_action import ShellCallAction
    from .shell_call_caller_direct import ShellCallCallerDirect
    from .shell_call_caller_program import ShellCallCallerProgram
    from .shell_call_output import ShellCallOutput
    from .shell_call_output_caller_direct import ShellCallOutputCallerDirect
    from .shell_call_output_caller_program import ShellCallOutputCallerProgram
    from .shell_call_output_status import ShellCallOutputStatus
    from .shell_call_status import ShellCallStatus
    from .show_server_info_config_format import ShowServerInfoConfigFormat
    from .skill_reference import SkillReference
    from .skill_reference_param import SkillReferenceParam
    from .sleep_mode import SleepMode
    from .sleep_state import SleepState
    from .sleep_status import SleepStatus
    from .speculative_decoding_metrics import SpeculativeDecodingMetrics
    from .start_profile_request import StartProfileRequest
    from .stream_options import StreamOptions
    from .structural_tag_response_format import StructuralTagResponseFormat
    from .structured_decision_request import StructuredDecisionRequest
    from .structured_decision_request_questions import (
        StructuredDecisionRequestQuestions,
    )
    from .structured_decision_response import StructuredDecisionResponse
    from .structured_decision_response_answers import StructuredDecisionResponseAnswers
    from .structured_decision_response_diagnostics import (
        StructuredDecisionResponseDiagnostics,
    )
    from .structured_outputs_params import StructuredOutputsParams
    from .summary import Summary
    from .system_chat_message_v2 import SystemChatMessageV2
    from .text_assistant_message_response_content_item import (
        TextAssistantMessageResponseContentItem,
    )
    from .text_assistant_message_v2_content_one_item import (
        TextAssistantMessageV2ContentOneItem,
    )
    from .text_content import TextContent
    from .text_response_format_v2 import TextResponseFormatV2
    from .text_system_message_v2_content_one_item import (
        TextSystemMessageV2ContentOneItem,
    )
    from .text_tool_content import TextToolContent
    from .thinking import Thinking
    from .thinking_assistant_message_response_content_item import (
        ThinkingAssistantMessageResponseContentItem,
    )
    from .thinking_assistant_message_v2_content_one_item import (
        ThinkingAssistantMessageV2ContentOneItem,
    )
    from .thinking_type import ThinkingType
    from .token_embedding_request import TokenEmbeddingRequest
    from .token_embedding_request_embed_dtype import TokenEmbeddingRequestEmbedDtype
    from .token_embedding_request_endianness import TokenEmbeddingRequestEndianness
    from .token_embedding_request_padding import TokenEmbeddingRequestPadding
    from .token_embedding_request_truncation_side import (
        TokenEmbeddingRequestTruncationSide,
    )
    from .token_embedding_response import TokenEmbeddingResponse
    from .token_embedding_response_data import TokenEmbeddingResponseData
    from .tokenize_chat_request import TokenizeChatRequest
    from .tokenize_chat_request_media_io_kwargs import TokenizeChatRequestMediaIoKwargs
    from .tokenize_completion_request import TokenizeCompletionRequest
    from .tokenize_response import TokenizeResponse
    from .tokenizer_info_response import TokenizerInfoResponse
    from .tool_call import ToolCall
    from .tool_call_delta_event import ToolCallDeltaEvent
    from .tool_call_end_event import ToolCallEndEvent
    from .tool_call_start_event import ToolCallStartEvent
    from .tool_call_v2 import ToolCallV2
    from .tool_call_v2_function import ToolCallV2Function
    from .tool_chat_message_v2 import ToolChatMessageV2
    from .tool_choice_allowed import ToolChoiceAllowed
    from .tool_choice_allowed_mode import ToolChoiceAllowedMode
    from .tool_choice_apply_patch import ToolChoiceApplyPatch
    from .tool_choice_custom import ToolChoiceCustom
    from .tool_choice_function import ToolChoiceFunction
    from .tool_choice_mcp import ToolChoiceMcp
    from .tool_choice_shell import ToolChoiceShell
    from .tool_choice_specific_programmatic_tool_calling_param import (
        ToolChoiceSpecificProgrammaticToolCallingParam,
    )
    from .tool_choice_types import ToolChoiceTypes
    from .tool_choice_types_type import ToolChoiceTypesType
    from .tool_code_interpreter import ToolCodeInterpreter
    from .tool_code_interpreter_allowed_callers_item import (
        ToolCodeInterpreterAllowedCallersItem,
    )
    from .tool_code_interpreter_container_code_interpreter_tool_auto import (
        ToolCodeInterpreterContainerCodeInterpreterToolAuto,
    )
    from .tool_code_interpreter_container_code_interpreter_tool_auto_memory_limit import (
        ToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit,
    )
    from .tool_image_generation import ToolImageGeneration
    from .tool_image_generation_action import ToolImageGenerationAction
    from .tool_image_generation_background import ToolImageGenerationBackground
    from .tool_image_generation_complexity import ToolImageGenerationComplexity
    from .tool_image_generation_input_fidelity import ToolImageGenerationInputFidelity
    from .tool_image_generation_input_image_mask import (
        ToolImageGenerationInputImageMask,
    )
    from .tool_image_generation_model import ToolImageGenerationModel
    from .tool_image_generation_moderation import ToolImageGenerationModeration
    from .tool_image_generation_output_format import ToolImageGenerationOutputFormat
    from .tool_image_generation_quality import ToolImageGenerationQuality
    from .tool_image_generation_size import ToolImageGenerationSize
    from .tool_image_generation_svg import ToolImageGenerationSvg
    from .tool_image_generation_svg_reasoning import ToolImageGenerationSvgReasoning
    from .tool_image_generation_svg_reasoning_effort import (
        ToolImageGenerationSvgReasoningEffort,
    )
    from .tool_local_shell import ToolLocalShell
    from .tool_mcp import ToolMcp
    from .tool_mcp_allowed_callers_item import ToolMcpAllowedCallersItem
    from .tool_mcp_allowed_tools_mcp_tool_filter import ToolMcpAllowedToolsMcpToolFilter
    from .tool_mcp_connector_id import ToolMcpConnectorId
    from .tool_mcp_headers import ToolMcpHeaders
    from .tool_mcp_require_approval import ToolMcpRequireApproval
    from .tool_mcp_require_approval_mcp_tool_approval_filter import (
        ToolMcpRequireApprovalMcpToolApprovalFilter,
    )
    from .tool_mcp_require_approval_mcp_tool_approval_filter_always import (
        ToolMcpRequireApprovalMcpToolApprovalFilterAlways,
    )
    from .tool_mcp_require_approval_mcp_tool_approval_filter_never import (
        ToolMcpRequireApprovalMcpToolApprovalFilterNever,
    )
    from .tool_param_code_interpreter import ToolParamCodeInterpreter
    from .tool_param_code_interpreter_allowed_callers_item import (
        ToolParamCodeInterpreterAllowedCallersItem,
    )
    from .tool_param_code_interpreter_container_code_interpreter_tool_auto import (
        ToolParamCodeInterpreterContainerCodeInterpreterToolAuto,
    )
    from .tool_param_code_interpreter_container_code_interpreter_tool_auto_memory_limit import (
        ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit,
    )
    from .tool_param_image_generation import ToolParamImageGeneration
    from .tool_param_image_generation_action import ToolParamImageGenerationAction
    from .tool_param_image_generation_background import (
        ToolParamImageGenerationBackground,
    )
    from .tool_param_image_generation_complexity import (
        ToolParamImageGenerationComplexity,
    )
    from .tool_param_image_generation_input_fidelity import (
        ToolParamImageGenerationInputFidelity,
    )
    from .tool_param_image_generation_input_image_mask import (
        ToolParamImageGenerationInputImageMask,
    )
    from .tool_param_image_generation_model import ToolParamImageGenerationModel
    from .tool_param_image_generation_moderation import (
        ToolParamImageGenerationModeration,
    )
    from .tool_param_image_generation_output_format import (
        ToolParamImageGenerationOutputFormat,
    )
    from .tool_param_image_generation_quality import ToolParamImageGenerationQuality
    from .tool_param_image_generation_size import ToolParamImageGenerationSize
    from .tool_param_image_generation_svg import ToolParamImageGenerationSvg
    from .tool_param_image_generation_svg_reasoning import (
        ToolParamImageGenerationSvgReasoning,
    )
    from .tool_param_image_generation_svg_reasoning_effort import (
        ToolParamImageGenerationSvgReasoningEffort,
    )
    from .tool_param_mcp import ToolParamMcp
    from .tool_param_mcp_allowed_callers_item import ToolParamMcpAllowedCallersItem
    from .tool_param_mcp_allowed_tools_mcp_tool_filter import (
        ToolParamMcpAllowedToolsMcpToolFilter,
    )
    from .tool_param_mcp_connector_id import ToolParamMcpConnectorId
    from .tool_param_mcp_headers import ToolParamMcpHeaders
    from .tool_param_mcp_require_approval import ToolParamMcpRequireApproval
    from .tool_param_mcp_require_approval_mcp_tool_approval_filter import (
        ToolParamMcpRequireApprovalMcpToolApprovalFilter,
    )
    from .tool_param_mcp_require_approval_mcp_tool_approval_filter_always import (
        ToolParamMcpRequireApprovalMcpToolApprovalFilterAlways,
    )
    from .tool_param_mcp_require_approval_mcp_tool_approval_filter_never import (
        ToolParamMcpRequireApprovalMcpToolApprovalFilterNever,
    )
    from .tool_plan_delta_event import ToolPlanDeltaEvent
    from .tool_programmatic_tool_calling import ToolProgrammaticToolCalling
    from .tool_search_call import ToolSearchCall
    from .tool_search_call_execution import ToolSearchCallExecution
    from .tool_search_call_status import ToolSearchCallStatus
    from .tool_search_output_namespace_tool_param import (
        ToolSearchOutputNamespaceToolParam,
    )
    from .tool_search_tool import ToolSearchTool
    from .tool_search_tool_execution import ToolSearchToolExecution
    from .tool_search_tool_param import ToolSearchToolParam
    from .tool_search_tool_param_execution import ToolSearchToolParamExecution
    from .tool_source import ToolSource
    from .tool_v2 import ToolV2
    from .tool_v2_function import ToolV2Function
    from .transcription_delta import TranscriptionDelta
    from .transcription_diarized_segment import TranscriptionDiarizedSegment
    from .transcription_done import TranscriptionDone
    from .transcription_request import TranscriptionRequest
    from .transcription_request_response_format import (
        TranscriptionRequestResponseFormat,
    )
    from .transcription_request_timestamp_granularities_item import (
        TranscriptionRequestTimestampGranularitiesItem,
    )
    from .transcription_request_vllm_xargs import TranscriptionRequestVllmXargs
    from .transcription_response import TranscriptionResponse
    from .transcription_response_diarized import TranscriptionResponseDiarized
    from .transcription_response_stream_choice import TranscriptionResponseStreamChoice
    from .transcription_response_verbose import TranscriptionResponseVerbose
    from .transcription_segment import TranscriptionSegment
    from .transcription_stream_response import TranscriptionStreamResponse
    from .transcription_usage_audio import TranscriptionUsageAudio
    from .transcription_word import TranscriptionWord
    from .translation_request import TranslationRequest
    from .translation_request_response_format import TranslationRequestResponseFormat
    from .translation_request_vllm_xargs import TranslationRequestVllmXargs
    from .translation_response import TranslationResponse
    from .translation_response_stream_choice import TranslationResponseStreamChoice
    from .translation_response_verbose import TranslationResponseVerbose
    from .translation_segment import TranslationSegment
    from .translation_stream_response import TranslationStreamResponse
    from .translation_word import TranslationWord
    from .type_schema import TypeSchema
    from .unload_lo_ra_adapter_request import UnloadLoRAAdapterRequest
    from .update_weight_version_body import UpdateWeightVersionBody
    from .update_weights_body import UpdateWeightsBody
    from .usage import Usage
    from .usage_billed_units import UsageBilledUnits
    from .usage_info import UsageInfo
    from .usage_tokens import UsageTokens
    from .user_chat_message_v2 import UserChatMessageV2
    from .video_url import VideoURL
    from .wait import Wait
    from .wake_up_status import WakeUpStatus
    from .wake_up_status_status import WakeUpStatusStatus
    from .web_search_preview_tool import WebSearchPreviewTool
    from .web_search_preview_tool_param import WebSearchPreviewToolParam
    from .web_search_preview_tool_param_search_content_types_item import (
        WebSearchPreviewToolParamSearchContentTypesItem,
    )
    from .web_search_preview_tool_param_search_context_size import (
        WebSearchPreviewToolParamSearchContextSize,
    )
    from .web_search_preview_tool_param_type import WebSearchPreviewToolParamType
    from .web_search_preview_tool_search_content_types_item import (
        WebSearchPreviewToolSearchContentTypesItem,
    )
    from .web_search_preview_tool_search_context_size import (
        WebSearchPreviewToolSearchContextSize,
    )
    from .web_search_preview_tool_type import WebSearchPreviewToolType
    from .web_search_preview_tool_user_location import WebSearchPreviewToolUserLocation
    from .web_search_tool import WebSearchTool
    from .web_search_tool_param import WebSearchToolParam
    from .web_search_tool_param_search_context_size import (
        WebSearchToolParamSearchContextSize,
    )
    from .web_search_tool_param_type import WebSearchToolParamType
    from .web_search_tool_param_user_location import WebSearchToolParamUserLocation
    from .web_search_tool_search_context_size import WebSearchToolSearchContextSize
    from .web_search_tool_type import WebSearchToolType
    from .web_search_tool_user_location import WebSearchToolUserLocation
    from .weight_checker_body import WeightCheckerBody
    from .weight_checker_body_action import WeightCheckerBodyAction
    from .weight_checker_body_baseline import WeightCheckerBodyBaseline
    from .weight_checksums import WeightChecksums
    from .weight_checksums_checksums import WeightChecksumsChecksums
    from .weight_comparison import WeightComparison
    from .weight_info import WeightInfo
    from .weight_message import WeightMessage
    from .weight_version_span import WeightVersionSpan
    from .weight_version_update import WeightVersionUpdate
    from .weights_reset import WeightsReset
    from .world_size import WorldSize
else:
    from importlib import import_module

    _MODULES = {
        "AbortStatus": "abort_status",
        "AcknowledgedSafetyCheck": "acknowledged_safety_check",
        "Action": "action",
        "ActionClick": "action_click",
        "ActionClickButton": "action_click_button",
        "ActionDrag": "action_drag",
        "ActionDragPath": "action_drag_path",
        "ActionFind": "action_find",
        "ActionKeypress": "action_keypress",
        "ActionMove": "action_move",
        "ActionOpenPage": "action_open_page",
        "ActionScreenshot": "action_screenshot",
        "ActionScroll": "action_scroll",
        "ActionSearchSource": "action_search_source",
        "ActionType": "action_type",
        "ActionWait": "action_wait",
        "AdapterRegistration": "adapter_registration",
        "Annotation": "annotation",
        "AnnotationContainerFileCitation": "annotation_container_file_citation",
        "AnnotationFileCitation": "annotation_file_citation",
        "AnnotationFilePath": "annotation_file_path",
        "AnthropicContentBlock": "anthropic_content_block",
        "AnthropicContentBlockType": "anthropic_content_block_type",
        "AnthropicContextManagement": "anthropic_context_management",
        "AnthropicCountTokensRequest": "anthropic_count_tokens_request",
        "AnthropicCountTokensResponse": "anthropic_count_tokens_response",
        "AnthropicDelta": "anthropic_delta",
        "AnthropicDeltaStopReason": "anthropic_delta_stop_reason",
        "AnthropicDeltaType": "anthropic_delta_type",
        "AnthropicError": "anthropic_error",
        "AnthropicErrorResponse": "anthropic_error_response",
        "AnthropicJsonOutputFormat": "anthropic_json_output_format",
        "AnthropicMessage": "anthropic_message",
        "AnthropicMessageRole": "anthropic_message_role",
        "AnthropicMessagesRequest": "anthropic_messages_request",
        "AnthropicMessagesRequestMmPayload": "anthropic_messages_request_mm_payload",
        "AnthropicMessagesRequestVllmXargs": "anthropic_messages_request_vllm_xargs",
        "AnthropicMessagesResponse": "anthropic_messages_response",
        "AnthropicMessagesResponseStopReason": "anthropic_messages_response_stop_reason",
        "AnthropicOutputConfig": "anthropic_output_config",
        "AnthropicOutputConfigEffort": "anthropic_output_config_effort",
        "AnthropicStreamEvent": "anthropic_stream_event",
        "AnthropicStreamEventType": "anthropic_stream_event_type",
        "AnthropicThinkingConfigAdaptive": "anthropic_thinking_config_adaptive",
        "AnthropicThinkingConfigAdaptiveDisplay": "anthropic_thinking_config_adaptive_display",
        "AnthropicThinkingConfigDisabled": "anthropic_thinking_config_disabled",
        "AnthropicThinkingConfigEnabled": "anthropic_thinking_config_enabled",
        "AnthropicThinkingConfigEnabledDisplay": "anthropic_thinking_config_enabled_display",
        "AnthropicTool": "anthropic_tool",
        "AnthropicToolChangeDefinition": "anthropic_tool_change_definition",
        "AnthropicToolChangeReference": "anthropic_tool_change_reference",
        "AnthropicToolChoice": "anthropic_tool_choice",
        "AnthropicToolChoiceType": "anthropic_tool_choice_type",
        "AnthropicUsage": "anthropic_usage",
        "ApplyPatchCall": "apply_patch_call",
        "ApplyPatchCallCallerDirect": "apply_patch_call_caller_direct",
        "ApplyPatchCallCallerProgram": "apply_patch_call_caller_program",
        "ApplyPatchCallOperationCreateFile": "apply_patch_call_operation_create_file",
        "ApplyPatchCallOperationDeleteFile": "apply_patch_call_operation_delete_file",
        "ApplyPatchCallOperationUpdateFile": "apply_patch_call_operation_update_file",
        "ApplyPatchCallOutput": "apply_patch_call_output",
        "ApplyPatchCallOutputCallerDirect": "apply_patch_call_output_caller_direct",
        "ApplyPatchCallOutputCallerProgram": "apply_patch_call_output_caller_program",
        "ApplyPatchCallOutputStatus": "apply_patch_call_output_status",
        "ApplyPatchCallStatus": "apply_patch_call_status",
        "ApplyPatchTool": "apply_patch_tool",
        "ApplyPatchToolAllowedCallersItem": "apply_patch_tool_allowed_callers_item",
        "ApplyPatchToolParam": "apply_patch_tool_param",
        "ApplyPatchToolParamAllowedCallersItem": "apply_patch_tool_param_allowed_callers_item",
        "AssistantChatMessageV2": "assistant_chat_message_v2",
        "AssistantMessageResponse": "assistant_message_response",
        "Audio": "audio",
        "AudioURL": "audio_url",
        "Author": "author",
        "BatchChatCompletionRequest": "batch_chat_completion_request",
        "BatchChatCompletionRequestLogitBias": "batch_chat_completion_request_logit_bias",
        "BatchChatCompletionRequestMediaIoKwargs": "batch_chat_completion_request_media_io_kwargs",
        "CacheReset": "cache_reset",
        "CallerDirect": "caller_direct",
        "CallerProgram": "caller_program",
        "ChatCompletionAssistantMessageParam": "chat_completion_assistant_message_param",
        "ChatCompletionAssistantMessageParamFunctionCall": "chat_completion_assistant_message_param_function_call",
        "ChatCompletionAudio": "chat_completion_audio",
        "ChatCompletionContentPartAudioEmbedsParam": "chat_completion_content_part_audio_embeds_param",
        "ChatCompletionContentPartAudioEmbedsParamAudioEmbeds": "chat_completion_content_part_audio_embeds_param_audio_embeds",
        "ChatCompletionContentPartAudioParam": "chat_completion_content_part_audio_param",
        "ChatCompletionContentPartImageEmbedsParam": "chat_completion_content_part_image_embeds_param",
        "ChatCompletionContentPartImageEmbedsParamImageEmbeds": "chat_completion_content_part_image_embeds_param_image_embeds",
        "ChatCompletionContentPartImageParam": "chat_completion_content_part_image_param",
        "ChatCompletionContentPartImageParamPromptCacheBreakpoint": "chat_completion_content_part_image_param_prompt_cache_breakpoint",
        "ChatCompletionContentPartImageParamPromptCacheBreakpointTtl": "chat_completion_content_part_image_param_prompt_cache_breakpoint_ttl",
        "ChatCompletionContentPartInputAudioParam": "chat_completion_content_part_input_audio_param",
        "ChatCompletionContentPartPromptEmbedsParam": "chat_completion_content_part_prompt_embeds_param",
        "ChatCompletionContentPartRefusalParam": "chat_completion_content_part_refusal_param",
        "ChatCompletionContentPartTextParam": "chat_completion_content_part_text_param",
        "ChatCompletionContentPartVideoEmbedsParam": "chat_completion_content_part_video_embeds_param",
        "ChatCompletionContentPartVideoEmbedsParamAudioEmbeds": "chat_completion_content_part_video_embeds_param_audio_embeds",
        "ChatCompletionContentPartVideoEmbedsParamVideoEmbeds": "chat_completion_content_part_video_embeds_param_video_embeds",
        "ChatCompletionContentPartVideoParam": "chat_completion_content_part_video_param",
        "ChatCompletionDeveloperMessageParam": "chat_completion_developer_message_param",
        "ChatCompletionFunctionMessageParam": "chat_completion_function_message_param",
        "ChatCompletionFunctionToolParam": "chat_completion_function_tool_param",
        "ChatCompletionLogProb": "chat_completion_log_prob",
        "ChatCompletionLogProbs": "chat_completion_log_probs",
        "ChatCompletionLogProbsContent": "chat_completion_log_probs_content",
        "ChatCompletionMessageAnnotationURLCitation": "chat_completion_message_annotation_url_citation",
        "ChatCompletionMessageCustomToolCallParam": "chat_completion_message_custom_tool_call_param",
        "ChatCompletionMessageFunctionToolCallParam": "chat_completion_message_function_tool_call_param",
        "ChatCompletionNamedFunction": "chat_completion_named_function",
        "ChatCompletionNamedToolChoiceParam": "chat_completion_named_tool_choice_param",
        "ChatCompletionRequest": "chat_completion_request",
        "ChatCompletionRequestDocumentsItem": "chat_completion_request_documents_item",
        "ChatCompletionRequestLogitBias": "chat_completion_request_logit_bias",
        "ChatCompletionRequestMediaIoKwargs": "chat_completion_request_media_io_kwargs",
        "ChatCompletionRequestMmPayload": "chat_completion_request_mm_payload",
        "ChatCompletionRequestReasoningEffort": "chat_completion_request_reasoning_effort",
        "ChatCompletionRequestToolChoice": "chat_completion_request_tool_choice",
        "ChatCompletionRequestTruncationSide": "chat_completion_request_truncation_side",
        "ChatCompletionRequestVllmXargs": "chat_completion_request_vllm_xargs",
        "ChatCompletionResponse": "chat_completion_response",
        "ChatCompletionResponseChoice": "chat_completion_response_choice",
        "ChatCompletionResponsePromptLogprobsItem": "chat_completion_response_prompt_logprobs_item",
        "ChatCompletionResponseServiceTier": "chat_completion_response_service_tier",
        "ChatCompletionResponseStreamChoice": "chat_completion_response_stream_choice",
        "ChatCompletionStreamResponse": "chat_completion_stream_response",
        "ChatCompletionSystemMessageParam": "chat_completion_system_message_param",
        "ChatCompletionToolMessageParam": "chat_completion_tool_message_param",
        "ChatCompletionToolsParam": "chat_completion_tools_param",
        "ChatCompletionUserMessageParam": "chat_completion_user_message_param",
        "ChatContentDeltaEventDelta": "chat_content_delta_event_delta",
        "ChatContentDeltaEventDeltaMessage": "chat_content_delta_event_delta_message",
        "ChatContentDeltaEventDeltaMessageContent": "chat_content_delta_event_delta_message_content",
        "ChatContentStartEventDelta": "chat_content_start_event_delta",
        "ChatContentStartEventDeltaMessage": "chat_content_start_event_delta_message",
        "ChatContentStartEventDeltaMessageContent": "chat_content_start_event_delta_message_content",
        "ChatContentStartEventDeltaMessageContentType": "chat_content_start_event_delta_message_content_type",
        "ChatMessage": "chat_message",
        "ChatMessageEndEventDelta": "chat_message_end_event_delta",
        "ChatMessageEndEventDeltaFinishReason": "chat_message_end_event_delta_finish_reason",
        "ChatMessageStartEventDelta": "chat_message_start_event_delta",
        "ChatMessageStartEventDeltaMessage": "chat_message_start_event_delta_message",
        "ChatToolCallDeltaEventDelta": "chat_tool_call_delta_event_delta",
        "ChatToolCallDeltaEventDeltaMessage": "chat_tool_call_delta_event_delta_message",
        "ChatToolCallDeltaEventDeltaMessageToolCalls": "chat_tool_call_delta_event_delta_message_tool_calls",
        "ChatToolCallDeltaEventDeltaMessageToolCallsFunction": "chat_tool_call_delta_event_delta_message_tool_calls_function",
        "ChatToolCallStartEventDelta": "chat_tool_call_start_event_delta",
        "ChatToolCallStartEventDeltaMessage": "chat_tool_call_start_event_delta_message",
        "ChatToolPlanDeltaEventDelta": "chat_tool_plan_delta_event_delta",
        "ChatToolPlanDeltaEventDeltaMessage": "chat_tool_plan_delta_event_delta_message",
        "ChoiceAnswer": "choice_answer",
        "ChoiceOption": "choice_option",
        "ChoiceProbability": "choice_probability",
        "ChoiceQuestion": "choice_question",
        "Citation": "citation",
        "CitationEndEvent": "citation_end_event",
        "CitationOptions": "citation_options",
        "CitationOptionsMode": "citation_options_mode",
        "CitationStartEvent": "citation_start_event",
        "CitationStartEventDelta": "citation_start_event_delta",
        "CitationStartEventDeltaMessage": "citation_start_event_delta_message",
        "CitationType": "citation_type",
        "ClassificationChatRequest": "classification_chat_request",
        "ClassificationChatRequestMediaIoKwargs": "classification_chat_request_media_io_kwargs",
        "ClassificationChatRequestPadding": "classification_chat_request_padding",
        "ClassificationChatRequestTruncationSide": "classification_chat_request_truncation_side",
        "ClassificationCompletionRequest": "classification_completion_request",
        "ClassificationCompletionRequestPadding": "classification_completion_request_padding",
        "ClassificationCompletionRequestTruncationSide": "classification_completion_request_truncation_side",
        "ClassificationData": "classification_data",
        "ClassificationResponse": "classification_response",
        "Click": "click",
        "ClickButton": "click_button",
        "CohereApiVersion": "cohere_api_version",
        "CohereBilledUnits": "cohere_billed_units",
        "CohereChatV2Request": "cohere_chat_v2_request",
        "CohereChatV2RequestSafetyMode": "cohere_chat_v2_request_safety_mode",
        "CohereChatV2RequestToolChoice": "cohere_chat_v2_request_tool_choice",
        "CohereChatV2Response": "cohere_chat_v2_response",
        "CohereChatV2ResponseFinishReason": "cohere_chat_v2_response_finish_reason",
        "CohereEmbedByTypeEmbeddings": "cohere_embed_by_type_embeddings",
        "CohereEmbedContent": "cohere_embed_content",
        "CohereEmbedContentImageUrl": "cohere_embed_content_image_url",
        "CohereEmbedContentType": "cohere_embed_content_type",
        "CohereEmbedInput": "cohere_embed_input",
        "CohereEmbedRequest": "cohere_embed_request",
        "CohereEmbedRequestEmbeddingTypesItem": "cohere_embed_request_embedding_types_item",
        "CohereEmbedRequestTruncate": "cohere_embed_request_truncate",
        "CohereEmbedResponse": "cohere_embed_response",
        "CohereError": "cohere_error",
        "CohereLogprobItem": "cohere_logprob_item",
        "CohereMeta": "cohere_meta",
        "CohereUsage": "cohere_usage",
        "CohereUsageBilledUnits": "cohere_usage_billed_units",
        "CohereUsageTokens": "cohere_usage_tokens",
        "CollectiveRpcCall": "collective_rpc_call",
        "CollectiveRpcCallKwargs": "collective_rpc_call_kwargs",
        "CollectiveRpcResults": "collective_rpc_results",
        "CompactionTrigger": "compaction_trigger",
        "CompletionLogProbs": "completion_log_probs",
        "CompletionLogProbsTopLogprobsItem": "completion_log_probs_top_logprobs_item",
        "CompletionRequest": "completion_request",
        "CompletionRequestLogitBias": "completion_request_logit_bias",
        "CompletionRequestMmPayload": "completion_request_mm_payload",
        "CompletionRequestTruncationSide": "completion_request_truncation_side",
        "CompletionRequestVllmXargs": "completion_request_vllm_xargs",
        "CompletionResponse": "completion_response",
        "CompletionResponseChoice": "completion_response_choice",
        "CompletionResponseChoicePromptLogprobsItem": "completion_response_choice_prompt_logprobs_item",
        "CompletionResponseServiceTier": "completion_response_service_tier",
        "CompletionResponseStreamChoice": "completion_response_stream_choice",
        "CompletionStreamResponse": "completion_stream_response",
        "CompletionTokenUsageInfo": "completion_token_usage_info",
        "ComputerActionDoubleClick": "computer_action_double_click",
        "ComputerActionListParamDoubleClick": "computer_action_list_param_double_click",
        "ComputerCallOutput": "computer_call_output",
        "ComputerCallOutputAcknowledgedSafetyCheck": "computer_call_output_acknowledged_safety_check",
        "ComputerCallOutputStatus": "computer_call_output_status",
        "ComputerTool": "computer_tool",
        "ComputerToolParam": "computer_tool_param",
        "ComputerUsePreviewTool": "computer_use_preview_tool",
        "ComputerUsePreviewToolEnvironment": "computer_use_preview_tool_environment",
        "ComputerUsePreviewToolParam": "computer_use_preview_tool_param",
        "ComputerUsePreviewToolParamEnvironment": "computer_use_preview_tool_param_environment",
        "ContainerAuto": "container_auto",
        "ContainerAutoMemoryLimit": "container_auto_memory_limit",
        "ContainerAutoParam": "container_auto_param",
        "ContainerAutoParamMemoryLimit": "container_auto_param_memory_limit",
        "ContainerNetworkPolicyAllowlist": "container_network_policy_allowlist",
        "ContainerNetworkPolicyAllowlistParam": "container_network_policy_allowlist_param",
        "ContainerNetworkPolicyDisabled": "container_network_policy_disabled",
        "ContainerNetworkPolicyDisabledParam": "container_network_policy_disabled_param",
        "ContainerNetworkPolicyDomainSecret": "container_network_policy_domain_secret",
        "ContainerNetworkPolicyDomainSecretParam": "container_network_policy_domain_secret_param",
        "ContainerReference": "container_reference",
        "ContainerReferenceParam": "container_reference_param",
        "ContentDeltaEvent": "content_delta_event",
        "ContentEndEvent": "content_end_event",
        "ContentStartEvent": "content_start_event",
        "Custom": "custom",
        "CustomChatCompletionContentSimpleAudioParam": "custom_chat_completion_content_simple_audio_param",
        "CustomChatCompletionContentSimpleImageParam": "custom_chat_completion_content_simple_image_param",
        "CustomChatCompletionContentSimpleVideoParam": "custom_chat_completion_content_simple_video_param",
        "CustomChatCompletionContentToolReferenceParam": "custom_chat_completion_content_tool_reference_param",
        "CustomChatCompletionMessageParam": "custom_chat_completion_message_param",
        "CustomThinkCompletionContentParam": "custom_think_completion_content_param",
        "CustomTool": "custom_tool",
        "CustomToolAllowedCallersItem": "custom_tool_allowed_callers_item",
        "CustomToolInputFormatText": "custom_tool_input_format_text",
        "CustomToolParam": "custom_tool_param",
        "CustomToolParamAllowedCallersItem": "custom_tool_param_allowed_callers_item",
        "DecisionInputMessage": "decision_input_message",
        "DecisionInputText": "decision_input_text",
        "DecisionRequest": "decision_request",
        "DecisionResponse": "decision_response",
        "DecisionsInputTokensDetails": "decisions_input_tokens_details",
        "DecisionsOutputTokensDetails": "decisions_output_tokens_details",
        "DecisionUsage": "decision_usage",
        "DeltaFunctionCall": "delta_function_call",
        "DeltaMessage": "delta_message",
        "DeltaToolCall": "delta_tool_call",
        "DerenderChatRequest": "derender_chat_request",
        "DerenderChatStreamRequest": "derender_chat_stream_request",
        "DerenderChatStreamResponse": "derender_chat_stream_response",
        "DerenderCompletionRequest": "derender_completion_request",
        "DerenderCompletionStreamRequest": "derender_completion_stream_request",
        "DerenderCompletionStreamResponse": "derender_completion_stream_response",
        "DerenderStreamState": "derender_stream_state",
        "DetokenizeRequest": "detokenize_request",
        "DetokenizeResponse": "detokenize_response",
        "Document": "document",
        "DocumentSource": "document_source",
        "DocumentToolContent": "document_tool_content",
        "Drag": "drag",
        "DragPath": "drag_path",
        "EasyInputMessageParam": "easy_input_message_param",
        "EasyInputMessageParamPhase": "easy_input_message_param_phase",
        "EasyInputMessageParamRole": "easy_input_message_param_role",
        "ElasticScaling": "elastic_scaling",
        "ElasticScalingDone": "elastic_scaling_done",
        "ElasticScalingState": "elastic_scaling_state",
        "EmbeddingBatchChatInputRequest": "embedding_batch_chat_input_request",
        "EmbeddingBatchChatInputRequestEmbedDtype": "embedding_batch_chat_input_request_embed_dtype",
        "EmbeddingBatchChatInputRequestEncodingFormat": "embedding_batch_chat_input_request_encoding_format",
        "EmbeddingBatchChatInputRequestEndianness": "embedding_batch_chat_input_request_endianness",
        "EmbeddingBatchChatInputRequestMediaIoKwargs": "embedding_batch_chat_input_request_media_io_kwargs",
        "EmbeddingBatchChatInputRequestPadding": "embedding_batch_chat_input_request_padding",
        "EmbeddingBatchChatInputRequestTruncationSide": "embedding_batch_chat_input_request_truncation_side",
        "EmbeddingBatchChatRequest": "embedding_batch_chat_request",
        "EmbeddingBatchChatRequestEmbedDtype": "embedding_batch_chat_request_embed_dtype",
        "EmbeddingBatchChatRequestEncodingFormat": "embedding_batch_chat_request_encoding_format",
        "EmbeddingBatchChatRequestEndianness": "embedding_batch_chat_request_endianness",
        "EmbeddingBatchChatRequestMediaIoKwargs": "embedding_batch_chat_request_media_io_kwargs",
        "EmbeddingBatchChatRequestPadding": "embedding_batch_chat_request_padding",
        "EmbeddingBatchChatRequestTruncationSide": "embedding_batch_chat_request_truncation_side",
        "EmbeddingChatInputRequest": "embedding_chat_input_request",
        "EmbeddingChatInputRequestEmbedDtype": "embedding_chat_input_request_embed_dtype",
        "EmbeddingChatInputRequestEncodingFormat": "embedding_chat_input_request_encoding_format",
        "EmbeddingChatInputRequestEndianness": "embedding_chat_input_request_endianness",
        "EmbeddingChatInputRequestMediaIoKwargs": "embedding_chat_input_request_media_io_kwargs",
        "EmbeddingChatInputRequestPadding": "embedding_chat_input_request_padding",
        "EmbeddingChatInputRequestTruncationSide": "embedding_chat_input_request_truncation_side",
        "EmbeddingChatRequest": "embedding_chat_request",
        "EmbeddingChatRequestEmbedDtype": "embedding_chat_request_embed_dtype",
        "EmbeddingChatRequestEncodingFormat": "embedding_chat_request_encoding_format",
        "EmbeddingChatRequestEndianness": "embedding_chat_request_endianness",
        "EmbeddingChatRequestMediaIoKwargs": "embedding_chat_request_media_io_kwargs",
        "EmbeddingChatRequestPadding": "embedding_chat_request_padding",
        "EmbeddingChatRequestTruncationSide": "embedding_chat_request_truncation_side",
        "EmbeddingCompletionRequest": "embedding_completion_request",
        "EmbeddingCompletionRequestEmbedDtype": "embedding_completion_request_embed_dtype",
        "EmbeddingCompletionRequestEncodingFormat": "embedding_completion_request_encoding_format",
        "EmbeddingCompletionRequestEndianness": "embedding_completion_request_endianness",
        "EmbeddingCompletionRequestPadding": "embedding_completion_request_padding",
        "EmbeddingCompletionRequestTruncationSide": "embedding_completion_request_truncation_side",
        "EmbeddingResponse": "embedding_response",
        "EmbeddingResponseData": "embedding_response_data",
        "EngineStatus": "engine_status",
        "ErrorEvent": "error_event",
        "ErrorInfo": "error_info",
        "ErrorResponse": "error_response",
        "FaultInstruction": "fault_instruction",
        "FaultInstructionAccepted": "fault_instruction_accepted",
        "FaultToleranceStatus": "fault_tolerance_status",
        "FileFile": "file_file",
        "FilePromptCacheBreakpoint": "file_prompt_cache_breakpoint",
        "FilePromptCacheBreakpointTtl": "file_prompt_cache_breakpoint_ttl",
        "FileSearchTool": "file_search_tool",
        "FileSearchToolParam": "file_search_tool_param",
        "FileSearchToolParamRankingOptions": "file_search_tool_param_ranking_options",
        "FileSearchToolParamRankingOptionsRanker": "file_search_tool_param_ranking_options_ranker",
        "FileSearchToolRankingOptions": "file_search_tool_ranking_options",
        "FileSearchToolRankingOptionsRanker": "file_search_tool_ranking_options_ranker",
        "Filters": "filters",
        "FinishWeightUpdateBody": "finish_weight_update_body",
        "Function": "function",
        "FunctionCall": "function_call",
        "FunctionCallOutput": "function_call_output",
        "FunctionCallOutputCallerDirect": "function_call_output_caller_direct",
        "FunctionCallOutputCallerProgram": "function_call_output_caller_program",
        "FunctionCallOutputStatus": "function_call_output_status",
        "FunctionDefinition": "function_definition",
        "FunctionShellTool": "function_shell_tool",
        "FunctionShellToolAllowedCallersItem": "function_shell_tool_allowed_callers_item",
        "FunctionShellToolParam": "function_shell_tool_param",
        "FunctionShellToolParamAllowedCallersItem": "function_shell_tool_param_allowed_callers_item",
        "FunctionTool": "function_tool",
        "FunctionToolAllowedCallersItem": "function_tool_allowed_callers_item",
        "FunctionToolParam": "function_tool_param",
        "FunctionToolParamAllowedCallersItem": "function_tool_param_allowed_callers_item",
        "GenerateDerenderChoice": "generate_derender_choice",
        "GenerateDerenderResponse": "generate_derender_response",
        "GenerateDerenderResponseMmPlaceholders": "generate_derender_response_mm_placeholders",
        "GenerateDerenderResponsePromptLogprobsItem": "generate_derender_response_prompt_logprobs_item",
        "GenerateLogProb": "generate_log_prob",
        "GenerateLogProbs": "generate_log_probs",
        "GenerateLogProbsContent": "generate_log_probs_content",
        "GenerateRequest": "generate_request",
        "GenerateRequestOutputMode": "generate_request_output_mode",
        "GenerateRequestSamplingParams": "generate_request_sampling_params",
        "GenerateRequestSamplingParamsLogitBias": "generate_request_sampling_params_logit_bias",
        "GenerateTextChoice": "generate_text_choice",
        "GenerateTextResponse": "generate_text_response",
        "GenerateTextResponseMmPlaceholders": "generate_text_response_mm_placeholders",
        "GenerateTextResponsePromptLogprobsItem": "generate_text_response_prompt_logprobs_item",
        "GenerateTextStreamChoice": "generate_text_stream_choice",
        "GenerateTextStreamResponse": "generate_text_stream_response",
        "GenerateTextStreamResponseMmPlaceholders": "generate_text_stream_response_mm_placeholders",
        "GenerateTokensChoice": "generate_tokens_choice",
        "GenerateTokensResponse": "generate_tokens_response",
        "GenerateTokensResponseMmPlaceholders": "generate_tokens_response_mm_placeholders",
        "GenerateTokensResponsePromptLogprobsItem": "generate_tokens_response_prompt_logprobs_item",
        "GenerateTokensStreamChoice": "generate_tokens_stream_choice",
        "GenerateTokensStreamResponse": "generate_tokens_stream_response",
        "GenerateTokensStreamResponseMmPlaceholders": "generate_tokens_stream_response_mm_placeholders",
        "GenerativeScoringItemResult": "generative_scoring_item_result",
        "GenerativeScoringRequest": "generative_scoring_request",
        "GenerativeScoringResponse": "generative_scoring_response",
        "Grammar": "grammar",
        "GrammarSyntax": "grammar_syntax",
        "HTTPError": "http_error",
        "ImageGenerationCallErrorModerationDetails": "image_generation_call_error_moderation_details",
        "ImageGenerationCallErrorModerationDetailsModerationStage": "image_generation_call_error_moderation_details_moderation_stage",
        "ImageGenerationCallSvgUsage": "image_generation_call_svg_usage",
        "ImageURL": "image_url",
        "ImageUrl2": "image_url_2",
        "ImageUrl2Detail": "image_url_2_detail",
        "ImageUrlContent": "image_url_content",
        "ImageURLDetail": "image_url_detail",
        "IncompleteDetails": "incomplete_details",
        "IncompleteDetailsReason": "incomplete_details_reason",
        "InitWeightTransferEngineBody": "init_weight_transfer_engine_body",
        "InlineSkill": "inline_skill",
        "InlineSkillParam": "inline_skill_param",
        "InlineSkillSource": "inline_skill_source",
        "InlineSkillSourceParam": "inline_skill_source_param",
        "InputAudio": "input_audio",
        "InputAudioBufferAppend": "input_audio_buffer_append",
        "InputAudioBufferCommit": "input_audio_buffer_commit",
        "InputAudioFormat": "input_audio_format",
        "InputFile": "input_file",
        "InputTokensDetails": "input_tokens_details",
        "IOProcessorRequest": "io_processor_request",
        "IOProcessorRequestEmbedDtype": "io_processor_request_embed_dtype",
        "IOProcessorRequestEncodingFormat": "io_processor_request_encoding_format",
        "IOProcessorRequestEndianness": "io_processor_request_endianness",
        "IOProcessorRequestPadding": "io_processor_request_padding",
        "IOProcessorRequestTask": "io_processor_request_task",
        "IOProcessorRequestTruncationSide": "io_processor_request_truncation_side",
        "IOProcessorResponse": "io_processor_response",
        "ItemReference": "item_reference",
        "JointCanvas": "joint_canvas",
        "JointDiagnostics": "joint_diagnostics",
        "JsonObject": "json_object",
        "JsonObjectResponseFormatV2": "json_object_response_format_v2",
        "JsonSchemaResponseFormat": "json_schema_response_format",
        "Keypress": "keypress",
        "KVCacheReleased": "kv_cache_released",
        "KVEventSource": "kv_event_source",
        "KVEventSources": "kv_event_sources",
        "LateChunk": "late_chunk",
        "LateChunkingConfig": "late_chunking_config",
        "LateChunkingMetadata": "late_chunking_metadata",
        "LegacyStructuralTag": "legacy_structural_tag",
        "LegacyStructuralTagResponseFormat": "legacy_structural_tag_response_format",
        "LoadLoRAAdapterRequest": "load_lo_ra_adapter_request",
        "LocalEnvironment": "local_environment",
        "LocalEnvironmentParam": "local_environment_param",
        "LocalShell": "local_shell",
        "LocalShellCall": "local_shell_call",
        "LocalShellCallAction": "local_shell_call_action",
        "LocalShellCallActionEnv": "local_shell_call_action_env",
        "LocalShellCallOutput": "local_shell_call_output",
        "LocalShellCallOutputStatus": "local_shell_call_output_status",
        "LocalShellCallStatus": "local_shell_call_status",
        "LocalSkill": "local_skill",
        "LocalSkillParam": "local_skill_param",
        "Logprob": "logprob",
        "LogprobItem": "logprob_item",
        "LogprobTopLogprob": "logprob_top_logprob",
        "McpApprovalRequest": "mcp_approval_request",
        "McpListTools": "mcp_list_tools",
        "McpListToolsTool": "mcp_list_tools_tool",
        "McpProtocolError": "mcp_protocol_error",
        "McpToolExecutionError": "mcp_tool_execution_error",
        "MessageEndEvent": "message_end_event",
        "MessageStartEvent": "message_start_event",
        "ModelCard": "model_card",
        "ModelList": "model_list",
        "ModelPermission": "model_permission",
        "Move": "move",
        "MultiModalFeatures": "multi_modal_features",
        "MultiModalFeaturesKwargsData": "multi_modal_features_kwargs_data",
        "MultiModalFeaturesMmHashes": "multi_modal_features_mm_hashes",
        "MultiModalFeaturesMmMetadata": "multi_modal_features_mm_metadata",
        "MultiModalFeaturesMmPlaceholders": "multi_modal_features_mm_placeholders",
        "NamespaceTool": "namespace_tool",
        "NamespaceToolParam": "namespace_tool_param",
        "NamespaceToolParamToolFunction": "namespace_tool_param_tool_function",
        "NamespaceToolParamToolFunctionAllowedCallersItem": "namespace_tool_param_tool_function_allowed_callers_item",
        "NamespaceToolToolFunction": "namespace_tool_tool_function",
        "NamespaceToolToolFunctionAllowedCallersItem": "namespace_tool_tool_function_allowed_callers_item",
        "OpenAIDecisionUsage": "open_ai_decision_usage",
        "OpenaiHarmonyContent": "openai_harmony_content",
        "OpenaiHarmonyMessage": "openai_harmony_message",
        "OperationCreateFile": "operation_create_file",
        "OperationDeleteFile": "operation_delete_file",
        "OperationUpdateFile": "operation_update_file",
        "OutcomeExit": "outcome_exit",
        "OutcomeTimeout": "outcome_timeout",
        "Output": "output",
        "OutputImage": "output_image",
        "OutputLogs": "output_logs",
        "OutputOutcomeExit": "output_outcome_exit",
        "OutputOutcomeTimeout": "output_outcome_timeout",
        "OutputTokensDetails": "output_tokens_details",
        "ParseContext": "parse_context",
        "ParseContextChatTemplateKwargs": "parse_context_chat_template_kwargs",
        "ParseContextToolChoice": "parse_context_tool_choice",
        "PartReasoningText": "part_reasoning_text",
        "PauseGenerationMode": "pause_generation_mode",
        "PauseState": "pause_state",
        "PauseStatus": "pause_status",
        "PendingSafetyCheck": "pending_safety_check",
        "PerRequestMetrics": "per_request_metrics",
        "PlaceholderRangeInfo": "placeholder_range_info",
        "PoolingChatRequest": "pooling_chat_request",
        "PoolingChatRequestEmbedDtype": "pooling_chat_request_embed_dtype",
        "PoolingChatRequestEncodingFormat": "pooling_chat_request_encoding_format",
        "PoolingChatRequestEndianness": "pooling_chat_request_endianness",
        "PoolingChatRequestMediaIoKwargs": "pooling_chat_request_media_io_kwargs",
        "PoolingChatRequestPadding": "pooling_chat_request_padding",
        "PoolingChatRequestTask": "pooling_chat_request_task",
        "PoolingChatRequestTruncationSide": "pooling_chat_request_truncation_side",
        "PoolingCompletionRequest": "pooling_completion_request",
        "PoolingCompletionRequestEmbedDtype": "pooling_completion_request_embed_dtype",
        "PoolingCompletionRequestEncodingFormat": "pooling_completion_request_encoding_format",
        "PoolingCompletionRequestEndianness": "pooling_completion_request_endianness",
        "PoolingCompletionRequestPadding": "pooling_completion_request_padding",
        "PoolingCompletionRequestTask": "pooling_completion_request_task",
        "PoolingCompletionRequestTruncationSide": "pooling_completion_request_truncation_side",
        "PoolingResponse": "pooling_response",
        "PoolingResponseData": "pooling_response_data",
        "PredicateAnswer": "predicate_answer",
        "PredicateQuestion": "predicate_question",
        "Program": "program",
        "ProgrammaticToolCalling": "programmatic_tool_calling",
        "ProgramOutput": "program_output",
        "ProgramOutputStatus": "program_output_status",
        "PromptCacheOptions": "prompt_cache_options",
        "PromptCacheOptionsMode": "prompt_cache_options_mode",
        "PromptCacheOptionsParam": "prompt_cache_options_param",
        "PromptCacheOptionsParamMode": "prompt_cache_options_param_mode",
        "PromptTokenUsageInfo": "prompt_token_usage_info",
        "PromptTokenUsageInfoMultimodalTokens": "prompt_token_usage_info_multimodal_tokens",
        "QuestionDiagnostics": "question_diagnostics",
        "QuestionSpec": "question_spec",
        "RankingOptionsHybridSearch": "ranking_options_hybrid_search",
        "ReasoningParserKwargs": "reasoning_parser_kwargs",
        "RepetitionDetectionParams": "repetition_detection_params",
        "RequestOutputKind": "request_output_kind",
        "RequestsToAbort": "requests_to_abort",
        "RerankDocument": "rerank_document",
        "RerankRequest": "rerank_request",
        "RerankRequestPadding": "rerank_request_padding",
        "RerankRequestTruncationSide": "rerank_request_truncation_side",
        "RerankResponse": "rerank_response",
        "RerankResult": "rerank_result",
        "RerankUsage": "rerank_usage",
        "ResponseApplyPatchToolCall": "response_apply_patch_tool_call",
        "ResponseApplyPatchToolCallOutput": "response_apply_patch_tool_call_output",
        "ResponseApplyPatchToolCallOutputStatus": "response_apply_patch_tool_call_output_status",
        "ResponseApplyPatchToolCallStatus": "response_apply_patch_tool_call_status",
        "ResponseCodeInterpreterCallCodeDeltaEvent": "response_code_interpreter_call_code_delta_event",
        "ResponseCodeInterpreterCallCodeDoneEvent": "response_code_interpreter_call_code_done_event",
        "ResponseCodeInterpreterCallCompletedEvent": "response_code_interpreter_call_completed_event",
        "ResponseCodeInterpreterCallInProgressEvent": "response_code_interpreter_call_in_progress_event",
        "ResponseCodeInterpreterCallInterpretingEvent": "response_code_interpreter_call_interpreting_event",
        "ResponseCodeInterpreterToolCall": "response_code_interpreter_tool_call",
        "ResponseCodeInterpreterToolCallParam": "response_code_interpreter_tool_call_param",
        "ResponseCodeInterpreterToolCallParamStatus": "response_code_interpreter_tool_call_param_status",
        "ResponseCodeInterpreterToolCallStatus": "response_code_interpreter_tool_call_status",
        "ResponseCompactionItem": "response_compaction_item",
        "ResponseCompactionItemParamParam": "response_compaction_item_param_param",
        "ResponseCompletedEvent": "response_completed_event",
        "ResponseComputerToolCall": "response_computer_tool_call",
        "ResponseComputerToolCallActionDoubleClick": "response_computer_tool_call_action_double_click",
        "ResponseComputerToolCallOutputItem": "response_computer_tool_call_output_item",
        "ResponseComputerToolCallOutputItemStatus": "response_computer_tool_call_output_item_status",
        "ResponseComputerToolCallOutputScreenshot": "response_computer_tool_call_output_screenshot",
        "ResponseComputerToolCallOutputScreenshotParam": "response_computer_tool_call_output_screenshot_param",
        "ResponseComputerToolCallParam": "response_computer_tool_call_param",
        "ResponseComputerToolCallParamActionDoubleClick": "response_computer_tool_call_param_action_double_click",
        "ResponseComputerToolCallParamStatus": "response_computer_tool_call_param_status",
        "ResponseComputerToolCallStatus": "response_computer_tool_call_status",
        "ResponseConfigurationUpdateItemParamParam": "response_configuration_update_item_param_param",
        "ResponseConfigurationUpdateItemParamParamReasoning": "response_configuration_update_item_param_param_reasoning",
        "ResponseConfigurationUpdateItemParamParamReasoningEffort": "response_configuration_update_item_param_param_reasoning_effort",
        "ResponseConfigurationUpdateItemParamParamText": "response_configuration_update_item_param_param_text",
        "ResponseContainerReference": "response_container_reference",
        "ResponseContentPartAddedEvent": "response_content_part_added_event",
        "ResponseContentPartDoneEvent": "response_content_part_done_event",
        "ResponseCreatedEvent": "response_created_event",
        "ResponseCustomToolCall": "response_custom_tool_call",
        "ResponseCustomToolCallInputDeltaEvent": "response_custom_tool_call_input_delta_event",
        "ResponseCustomToolCallInputDoneEvent": "response_custom_tool_call_input_done_event",
        "ResponseCustomToolCallOutputItem": "response_custom_tool_call_output_item",
        "ResponseCustomToolCallOutputItemStatus": "response_custom_tool_call_output_item_status",
        "ResponseCustomToolCallOutputParam": "response_custom_tool_call_output_param",
        "ResponseCustomToolCallParam": "response_custom_tool_call_param",
        "ResponseFileSearchToolCall": "response_file_search_tool_call",
        "ResponseFileSearchToolCallParam": "response_file_search_tool_call_param",
        "ResponseFileSearchToolCallParamResult": "response_file_search_tool_call_param_result",
        "ResponseFileSearchToolCallParamResultAttributes": "response_file_search_tool_call_param_result_attributes",
        "ResponseFileSearchToolCallParamStatus": "response_file_search_tool_call_param_status",
        "ResponseFileSearchToolCallResult": "response_file_search_tool_call_result",
        "ResponseFileSearchToolCallResultAttributes": "response_file_search_tool_call_result_attributes",
        "ResponseFileSearchToolCallStatus": "response_file_search_tool_call_status",
        "ResponseFormat": "response_format",
        "ResponseFormatJSONObject": "response_format_json_object",
        "ResponseFormatText": "response_format_text",
        "ResponseFormatTextJSONSchemaConfig": "response_format_text_json_schema_config",
        "ResponseFormatTextJSONSchemaConfigParam": "response_format_text_json_schema_config_param",
        "ResponseFormatType": "response_format_type",
        "ResponseFunctionShellCallOutputContentParam": "response_function_shell_call_output_content_param",
        "ResponseFunctionShellToolCall": "response_function_shell_tool_call",
        "ResponseFunctionShellToolCallOutput": "response_function_shell_tool_call_output",
        "ResponseFunctionShellToolCallOutputStatus": "response_function_shell_tool_call_output_status",
        "ResponseFunctionShellToolCallStatus": "response_function_shell_tool_call_status",
        "ResponseFunctionToolCall": "response_function_tool_call",
        "ResponseFunctionToolCallOutputItem": "response_function_tool_call_output_item",
        "ResponseFunctionToolCallOutputItemStatus": "response_function_tool_call_output_item_status",
        "ResponseFunctionToolCallParam": "response_function_tool_call_param",
        "ResponseFunctionToolCallParamStatus": "response_function_tool_call_param_status",
        "ResponseFunctionToolCallStatus": "response_function_tool_call_status",
        "ResponseFunctionWebSearch": "response_function_web_search",
        "ResponseFunctionWebSearchActionSearch": "response_function_web_search_action_search",
        "ResponseFunctionWebSearchParam": "response_function_web_search_param",
        "ResponseFunctionWebSearchParamActionSearch": "response_function_web_search_param_action_search",
        "ResponseFunctionWebSearchParamStatus": "response_function_web_search_param_status",
        "ResponseFunctionWebSearchStatus": "response_function_web_search_status",
        "ResponseIncompleteEvent": "response_incomplete_event",
        "ResponseInProgressEvent": "response_in_progress_event",
        "ResponseInputFile": "response_input_file",
        "ResponseInputFileContentParam": "response_input_file_content_param",
        "ResponseInputFileContentParamDetail": "response_input_file_content_param_detail",
        "ResponseInputFileDetail": "response_input_file_detail",
        "ResponseInputFileParam": "response_input_file_param",
        "ResponseInputFileParamDetail": "response_input_file_param_detail",
        "ResponseInputFilePromptCacheBreakpoint": "response_input_file_prompt_cache_breakpoint",
        "ResponseInputFilePromptCacheBreakpointTtl": "response_input_file_prompt_cache_breakpoint_ttl",
        "ResponseInputImage": "response_input_image",
        "ResponseInputImageContentParam": "response_input_image_content_param",
        "ResponseInputImageContentParamDetail": "response_input_image_content_param_detail",
        "ResponseInputImageDetail": "response_input_image_detail",
        "ResponseInputImageParam": "response_input_image_param",
        "ResponseInputImageParamDetail": "response_input_image_param_detail",
        "ResponseInputItemParamAdditionalTools": "response_input_item_param_additional_tools",
        "ResponseInputItemParamImageGenerationCall": "response_input_item_param_image_generation_call",
        "ResponseInputItemParamImageGenerationCallAction": "response_input_item_param_image_generation_call_action",
        "ResponseInputItemParamImageGenerationCallBackground": "response_input_item_param_image_generation_call_background",
        "ResponseInputItemParamImageGenerationCallError": "response_input_item_param_image_generation_call_error",
        "ResponseInputItemParamImageGenerationCallOutputFormat": "response_input_item_param_image_generation_call_output_format",
        "ResponseInputItemParamImageGenerationCallQuality": "response_input_item_param_image_generation_call_quality",
        "ResponseInputItemParamImageGenerationCallSize": "response_input_item_param_image_generation_call_size",
        "ResponseInputItemParamImageGenerationCallStatus": "response_input_item_param_image_generation_call_status",
        "ResponseInputItemParamMcpApprovalResponse": "response_input_item_param_mcp_approval_response",
        "ResponseInputItemParamMcpCall": "response_input_item_param_mcp_call",
        "ResponseInputItemParamMcpCallStatus": "response_input_item_param_mcp_call_status",
        "ResponseInputItemParamMessage": "response_input_item_param_message",
        "ResponseInputItemParamMessageRole": "response_input_item_param_message_role",
        "ResponseInputItemParamMessageStatus": "response_input_item_param_message_status",
        "ResponseInputText": "response_input_text",
        "ResponseInputTextContentParam": "response_input_text_content_param",
        "ResponseInputTextParam": "response_input_text_param",
        "ResponseLocalEnvironment": "response_local_environment",
        "ResponseMcpCallArgumentsDeltaEvent": "response_mcp_call_arguments_delta_event",
        "ResponseMcpCallArgumentsDoneEvent": "response_mcp_call_arguments_done_event",
        "ResponseMcpCallCompletedEvent": "response_mcp_call_completed_event",
        "ResponseMcpCallInProgressEvent": "response_mcp_call_in_progress_event",
        "ResponseOutputItemAddedEvent": "response_output_item_added_event",
        "ResponseOutputItemAdditionalTools": "response_output_item_additional_tools",
        "ResponseOutputItemAdditionalToolsRole": "response_output_item_additional_tools_role",
        "ResponseOutputItemDoneEvent": "response_output_item_done_event",
        "ResponseOutputItemImageGenerationCall": "response_output_item_image_generation_call",
        "ResponseOutputItemImageGenerationCallAction": "response_output_item_image_generation_call_action",
        "ResponseOutputItemImageGenerationCallBackground": "response_output_item_image_generation_call_background",
        "ResponseOutputItemImageGenerationCallError": "response_output_item_image_generation_call_error",
        "ResponseOutputItemImageGenerationCallOutputFormat": "response_output_item_image_generation_call_output_format",
        "ResponseOutputItemImageGenerationCallQuality": "response_output_item_image_generation_call_quality",
        "ResponseOutputItemImageGenerationCallSize": "response_output_item_image_generation_call_size",
        "ResponseOutputItemImageGenerationCallStatus": "response_output_item_image_generation_call_status",
        "ResponseOutputItemMcpApprovalResponse": "response_output_item_mcp_approval_response",
        "ResponseOutputItemMcpCall": "response_output_item_mcp_call",
        "ResponseOutputItemMcpCallStatus": "response_output_item_mcp_call_status",
        "ResponseOutputMessage": "response_output_message",
        "ResponseOutputMessageParam": "response_output_message_param",
        "ResponseOutputMessageParamPhase": "response_output_message_param_phase",
        "ResponseOutputMessageParamStatus": "response_output_message_param_status",
        "ResponseOutputMessagePhase": "response_output_message_phase",
        "ResponseOutputMessageStatus": "response_output_message_status",
        "ResponseOutputRefusal": "response_output_refusal",
        "ResponseOutputRefusalParam": "response_output_refusal_param",
        "ResponseOutputText": "response_output_text",
        "ResponseOutputTextAnnotationURLCitation": "response_output_text_annotation_url_citation",
        "ResponseOutputTextLogprob": "response_output_text_logprob",
        "ResponseOutputTextParam": "response_output_text_param",
        "ResponsePrompt": "response_prompt",
        "ResponsePromptVariables": "response_prompt_variables",
        "ResponseRawMessageAndToken": "response_raw_message_and_token",
        "ResponseReasoningItem": "response_reasoning_item",
        "ResponseReasoningItemContent": "response_reasoning_item_content",
        "ResponseReasoningItemParam": "response_reasoning_item_param",
        "ResponseReasoningItemParamStatus": "response_reasoning_item_param_status",
        "ResponseReasoningItemStatus": "response_reasoning_item_status",
        "ResponseReasoningTextDeltaEvent": "response_reasoning_text_delta_event",
        "ResponseReasoningTextDoneEvent": "response_reasoning_text_done_event",
        "ResponsesRequest": "responses_request",
        "ResponsesRequestIncludeItem": "responses_request_include_item",
        "ResponsesRequestLogitBias": "responses_request_logit_bias",
        "ResponsesRequestMediaIoKwargs": "responses_request_media_io_kwargs",
        "ResponsesRequestMetadata": "responses_request_metadata",
        "ResponsesRequestMmPayload": "responses_request_mm_payload",
        "ResponsesRequestPromptCacheRetention": "responses_request_prompt_cache_retention",
        "ResponsesRequestServiceTier": "responses_request_service_tier",
        "ResponsesRequestToolChoice": "responses_request_tool_choice",
        "ResponsesRequestTruncation": "responses_request_truncation",
        "ResponsesRequestVllmXargs": "responses_request_vllm_xargs",
        "ResponsesResponse": "responses_response",
        "ResponsesResponseMetadata": "responses_response_metadata",
        "ResponsesResponsePromptCacheRetention": "responses_response_prompt_cache_retention",
        "ResponsesResponseServiceTier": "responses_response_service_tier",
        "ResponsesResponseStatus": "responses_response_status",
        "ResponsesResponseToolChoice": "responses_response_tool_choice",
        "ResponsesResponseTruncation": "responses_response_truncation",
        "ResponsesToolCodeInterpreter": "responses_tool_code_interpreter",
        "ResponsesToolCodeInterpreterAllowedCallersItem": "responses_tool_code_interpreter_allowed_callers_item",
        "ResponsesToolCodeInterpreterContainerCodeInterpreterToolAuto": "responses_tool_code_interpreter_container_code_interpreter_tool_auto",
        "ResponsesToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit": "responses_tool_code_interpreter_container_code_interpreter_tool_auto_memory_limit",
        "ResponsesToolImageGeneration": "responses_tool_image_generation",
        "ResponsesToolImageGenerationAction": "responses_tool_image_generation_action",
        "ResponsesToolImageGenerationBackground": "responses_tool_image_generation_background",
        "ResponsesToolImageGenerationComplexity": "responses_tool_image_generation_complexity",
        "ResponsesToolImageGenerationInputFidelity": "responses_tool_image_generation_input_fidelity",
        "ResponsesToolImageGenerationInputImageMask": "responses_tool_image_generation_input_image_mask",
        "ResponsesToolImageGenerationModel": "responses_tool_image_generation_model",
        "ResponsesToolImageGenerationModeration": "responses_tool_image_generation_moderation",
        "ResponsesToolImageGenerationOutputFormat": "responses_tool_image_generation_output_format",
        "ResponsesToolImageGenerationQuality": "responses_tool_image_generation_quality",
        "ResponsesToolImageGenerationSize": "responses_tool_image_generation_size",
        "ResponsesToolImageGenerationSvg": "responses_tool_image_generation_svg",
        "ResponsesToolImageGenerationSvgReasoning": "responses_tool_image_generation_svg_reasoning",
        "ResponsesToolImageGenerationSvgReasoningEffort": "responses_tool_image_generation_svg_reasoning_effort",
        "ResponsesToolMcp": "responses_tool_mcp",
        "ResponsesToolMcpAllowedCallersItem": "responses_tool_mcp_allowed_callers_item",
        "ResponsesToolMcpAllowedToolsMcpToolFilter": "responses_tool_mcp_allowed_tools_mcp_tool_filter",
        "ResponsesToolMcpConnectorId": "responses_tool_mcp_connector_id",
        "ResponsesToolMcpHeaders": "responses_tool_mcp_headers",
        "ResponsesToolMcpRequireApproval": "responses_tool_mcp_require_approval",
        "ResponsesToolMcpRequireApprovalMcpToolApprovalFilter": "responses_tool_mcp_require_approval_mcp_tool_approval_filter",
        "ResponsesToolMcpRequireApprovalMcpToolApprovalFilterAlways": "responses_tool_mcp_require_approval_mcp_tool_approval_filter_always",
        "ResponsesToolMcpRequireApprovalMcpToolApprovalFilterNever": "responses_tool_mcp_require_approval_mcp_tool_approval_filter_never",
        "ResponseTextConfig": "response_text_config",
        "ResponseTextConfigVerbosity": "response_text_config_verbosity",
        "ResponseToolSearchCall": "response_tool_search_call",
        "ResponseToolSearchCallExecution": "response_tool_search_call_execution",
        "ResponseToolSearchCallStatus": "response_tool_search_call_status",
        "ResponseToolSearchOutputItem": "response_tool_search_output_item",
        "ResponseToolSearchOutputItemExecution": "response_tool_search_output_item_execution",
        "ResponseToolSearchOutputItemParamParam": "response_tool_search_output_item_param_param",
        "ResponseToolSearchOutputItemParamParamExecution": "response_tool_search_output_item_param_param_execution",
        "ResponseToolSearchOutputItemParamParamStatus": "response_tool_search_output_item_param_param_status",
        "ResponseToolSearchOutputItemStatus": "response_tool_search_output_item_status",
        "ResponseUsage": "response_usage",
        "ResponseWebSearchCallCompletedEvent": "response_web_search_call_completed_event",
        "ResponseWebSearchCallInProgressEvent": "response_web_search_call_in_progress_event",
        "ResponseWebSearchCallSearchingEvent": "response_web_search_call_searching_event",
        "ResumeStatus": "resume_status",
        "Role": "role",
        "ScoreAnswer": "score_answer",
        "ScoreDataRequest": "score_data_request",
        "ScoreDataRequestPadding": "score_data_request_padding",
        "ScoreDataRequestTruncationSide": "score_data_request_truncation_side",
        "ScoreLevel": "score_level",
        "ScoreMultiModalParam": "score_multi_modal_param",
        "ScoreProbability": "score_probability",
        "ScoreQueriesDocumentsRequest": "score_queries_documents_request",
        "ScoreQueriesDocumentsRequestPadding": "score_queries_documents_request_padding",
        "ScoreQueriesDocumentsRequestTruncationSide": "score_queries_documents_request_truncation_side",
        "ScoreQueriesItemsRequest": "score_queries_items_request",
        "ScoreQueriesItemsRequestPadding": "score_queries_items_request_padding",
        "ScoreQueriesItemsRequestTruncationSide": "score_queries_items_request_truncation_side",
        "ScoreQuestion": "score_question",
        "ScoreResponse": "score_response",
        "ScoreResponseData": "score_response_data",
        "ScoreTextRequest": "score_text_request",
        "ScoreTextRequestPadding": "score_text_request_padding",
        "ScoreTextRequestTruncationSide": "score_text_request_truncation_side",
        "Screenshot": "screenshot",
        "Scroll": "scroll",
        "ServerInfo": "server_info",
        "ServerLoad": "server_load",
        "ServerVersion": "server_version",
        "SessionCreated": "session_created",
        "SessionUpdate": "session_update",
        "SharedComparisonFilter": "shared_comparison_filter",
        "SharedComparisonFilterType": "shared_comparison_filter_type",
        "SharedCompoundFilter": "shared_compound_filter",
        "SharedCompoundFilterType": "shared_compound_filter_type",
        "SharedParamsComparisonFilter": "shared_params_comparison_filter",
        "SharedParamsComparisonFilterType": "shared_params_comparison_filter_type",
        "SharedParamsCompoundFilter": "shared_params_compound_filter",
        "SharedParamsCompoundFilterType": "shared_params_compound_filter_type",
        "SharedParamsFunctionDefinition": "shared_params_function_definition",
        "SharedReasoning": "shared_reasoning",
        "SharedReasoningContext": "shared_reasoning_context",
        "SharedReasoningEffort": "shared_reasoning_effort",
        "SharedReasoningGenerateSummary": "shared_reasoning_generate_summary",
        "SharedReasoningMode": "shared_reasoning_mode",
        "SharedReasoningSummary": "shared_reasoning_summary",
        "ShellCall": "shell_call",
        "ShellCallAction": "shell_call_action",
        "ShellCallCallerDirect": "shell_call_caller_direct",
        "ShellCallCallerProgram": "shell_call_caller_program",
        "ShellCallOutput": "shell_call_output",
        "ShellCallOutputCallerDirect": "shell_call_output_caller_direct",
        "ShellCallOutputCallerProgram": "shell_call_output_caller_program",
        "ShellCallOutputStatus": "shell_call_output_status",
        "ShellCallStatus": "shell_call_status",
        "ShowServerInfoConfigFormat": "show_server_info_config_format",
        "SkillReference": "skill_reference",
        "SkillReferenceParam": "skill_reference_param",
        "SleepMode": "sleep_mode",
        "SleepState": "sleep_state",
        "SleepStatus": "sleep_status",
        "SpeculativeDecodingMetrics": "speculative_decoding_metrics",
        "StartProfileRequest": "start_profile_request",
        "StreamOptions": "stream_options",
        "StructuralTagResponseFormat": "structural_tag_response_format",
        "StructuredDecisionRequest": "structured_decision_request",
        "StructuredDecisionRequestQuestions": "structured_decision_request_questions",
        "StructuredDecisionResponse": "structured_decision_response",
        "StructuredDecisionResponseAnswers": "structured_decision_response_answers",
        "StructuredDecisionResponseDiagnostics": "structured_decision_response_diagnostics",
        "StructuredOutputsParams": "structured_outputs_params",
        "Summary": "summary",
        "SystemChatMessageV2": "system_chat_message_v2",
        "TextAssistantMessageResponseContentItem": "text_assistant_message_response_content_item",
        "TextAssistantMessageV2ContentOneItem": "text_assistant_message_v2_content_one_item",
        "TextContent": "text_content",
        "TextResponseFormatV2": "text_response_format_v2",
        "TextSystemMessageV2ContentOneItem": "text_system_message_v2_content_one_item",
        "TextToolContent": "text_tool_content",
        "Thinking": "thinking",
        "ThinkingAssistantMessageResponseContentItem": "thinking_assistant_message_response_content_item",
        "ThinkingAssistantMessageV2ContentOneItem": "thinking_assistant_message_v2_content_one_item",
        "ThinkingType": "thinking_type",
        "TokenEmbeddingRequest": "token_embedding_request",
        "TokenEmbeddingRequestEmbedDtype": "token_embedding_request_embed_dtype",
        "TokenEmbeddingRequestEndianness": "token_embedding_request_endianness",
        "TokenEmbeddingRequestPadding": "token_embedding_request_padding",
        "TokenEmbeddingRequestTruncationSide": "token_embedding_request_truncation_side",
        "TokenEmbeddingResponse": "token_embedding_response",
        "TokenEmbeddingResponseData": "token_embedding_response_data",
        "TokenizeChatRequest": "tokenize_chat_request",
        "TokenizeChatRequestMediaIoKwargs": "tokenize_chat_request_media_io_kwargs",
        "TokenizeCompletionRequest": "tokenize_completion_request",
        "TokenizeResponse": "tokenize_response",
        "TokenizerInfoResponse": "tokenizer_info_response",
        "ToolCall": "tool_call",
        "ToolCallDeltaEvent": "tool_call_delta_event",
        "ToolCallEndEvent": "tool_call_end_event",
        "ToolCallStartEvent": "tool_call_start_event",
        "ToolCallV2": "tool_call_v2",
        "ToolCallV2Function": "tool_call_v2_function",
        "ToolChatMessageV2": "tool_chat_message_v2",
        "ToolChoiceAllowed": "tool_choice_allowed",
        "ToolChoiceAllowedMode": "tool_choice_allowed_mode",
        "ToolChoiceApplyPatch": "tool_choice_apply_patch",
        "ToolChoiceCustom": "tool_choice_custom",
        "ToolChoiceFunction": "tool_choice_function",
        "ToolChoiceMcp": "tool_choice_mcp",
        "ToolChoiceShell": "tool_choice_shell",
        "ToolChoiceSpecificProgrammaticToolCallingParam": "tool_choice_specific_programmatic_tool_calling_param",
        "ToolChoiceTypes": "tool_choice_types",
        "ToolChoiceTypesType": "tool_choice_types_type",
        "ToolCodeInterpreter": "tool_code_interpreter",
        "ToolCodeInterpreterAllowedCallersItem": "tool_code_interpreter_allowed_callers_item",
        "ToolCodeInterpreterContainerCodeInterpreterToolAuto": "tool_code_interpreter_container_code_interpreter_tool_auto",
        "ToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit": "tool_code_interpreter_container_code_interpreter_tool_auto_memory_limit",
        "ToolImageGeneration": "tool_image_generation",
        "ToolImageGenerationAction": "tool_image_generation_action",
        "ToolImageGenerationBackground": "tool_image_generation_background",
        "ToolImageGenerationComplexity": "tool_image_generation_complexity",
        "ToolImageGenerationInputFidelity": "tool_image_generation_input_fidelity",
        "ToolImageGenerationInputImageMask": "tool_image_generation_input_image_mask",
        "ToolImageGenerationModel": "tool_image_generation_model",
        "ToolImageGenerationModeration": "tool_image_generation_moderation",
        "ToolImageGenerationOutputFormat": "tool_image_generation_output_format",
        "ToolImageGenerationQuality": "tool_image_generation_quality",
        "ToolImageGenerationSize": "tool_image_generation_size",
        "ToolImageGenerationSvg": "tool_image_generation_svg",
        "ToolImageGenerationSvgReasoning": "tool_image_generation_svg_reasoning",
        "ToolImageGenerationSvgReasoningEffort": "tool_image_generation_svg_reasoning_effort",
        "ToolLocalShell": "tool_local_shell",
        "ToolMcp": "tool_mcp",
        "ToolMcpAllowedCallersItem": "tool_mcp_allowed_callers_item",
        "ToolMcpAllowedToolsMcpToolFilter": "tool_mcp_allowed_tools_mcp_tool_filter",
        "ToolMcpConnectorId": "tool_mcp_connector_id",
        "ToolMcpHeaders": "tool_mcp_headers",
        "ToolMcpRequireApproval": "tool_mcp_require_approval",
        "ToolMcpRequireApprovalMcpToolApprovalFilter": "tool_mcp_require_approval_mcp_tool_approval_filter",
        "ToolMcpRequireApprovalMcpToolApprovalFilterAlways": "tool_mcp_require_approval_mcp_tool_approval_filter_always",
        "ToolMcpRequireApprovalMcpToolApprovalFilterNever": "tool_mcp_require_approval_mcp_tool_approval_filter_never",
        "ToolParamCodeInterpreter": "tool_param_code_interpreter",
        "ToolParamCodeInterpreterAllowedCallersItem": "tool_param_code_interpreter_allowed_callers_item",
        "ToolParamCodeInterpreterContainerCodeInterpreterToolAuto": "tool_param_code_interpreter_container_code_interpreter_tool_auto",
        "ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit": "tool_param_code_interpreter_container_code_interpreter_tool_auto_memory_limit",
        "ToolParamImageGeneration": "tool_param_image_generation",
        "ToolParamImageGenerationAction": "tool_param_image_generation_action",
        "ToolParamImageGenerationBackground": "tool_param_image_generation_background",
        "ToolParamImageGenerationComplexity": "tool_param_image_generation_complexity",
        "ToolParamImageGenerationInputFidelity": "tool_param_image_generation_input_fidelity",
        "ToolParamImageGenerationInputImageMask": "tool_param_image_generation_input_image_mask",
        "ToolParamImageGenerationModel": "tool_param_image_generation_model",
        "ToolParamImageGenerationModeration": "tool_param_image_generation_moderation",
        "ToolParamImageGenerationOutputFormat": "tool_param_image_generation_output_format",
        "ToolParamImageGenerationQuality": "tool_param_image_generation_quality",
        "ToolParamImageGenerationSize": "tool_param_image_generation_size",
        "ToolParamImageGenerationSvg": "tool_param_image_generation_svg",
        "ToolParamImageGenerationSvgReasoning": "tool_param_image_generation_svg_reasoning",
        "ToolParamImageGenerationSvgReasoningEffort": "tool_param_image_generation_svg_reasoning_effort",
        "ToolParamMcp": "tool_param_mcp",
        "ToolParamMcpAllowedCallersItem": "tool_param_mcp_allowed_callers_item",
        "ToolParamMcpAllowedToolsMcpToolFilter": "tool_param_mcp_allowed_tools_mcp_tool_filter",
        "ToolParamMcpConnectorId": "tool_param_mcp_connector_id",
        "ToolParamMcpHeaders": "tool_param_mcp_headers",
        "ToolParamMcpRequireApproval": "tool_param_mcp_require_approval",
        "ToolParamMcpRequireApprovalMcpToolApprovalFilter": "tool_param_mcp_require_approval_mcp_tool_approval_filter",
        "ToolParamMcpRequireApprovalMcpToolApprovalFilterAlways": "tool_param_mcp_require_approval_mcp_tool_approval_filter_always",
        "ToolParamMcpRequireApprovalMcpToolApprovalFilterNever": "tool_param_mcp_require_approval_mcp_tool_approval_filter_never",
        "ToolPlanDeltaEvent": "tool_plan_delta_event",
        "ToolProgrammaticToolCalling": "tool_programmatic_tool_calling",
        "ToolSearchCall": "tool_search_call",
        "ToolSearchCallExecution": "tool_search_call_execution",
        "ToolSearchCallStatus": "tool_search_call_status",
        "ToolSearchOutputNamespaceToolParam": "tool_search_output_namespace_tool_param",
        "ToolSearchTool": "tool_search_tool",
        "ToolSearchToolExecution": "tool_search_tool_execution",
        "ToolSearchToolParam": "tool_search_tool_param",
        "ToolSearchToolParamExecution": "tool_search_tool_param_execution",
        "ToolSource": "tool_source",
        "ToolV2": "tool_v2",
        "ToolV2Function": "tool_v2_function",
        "TranscriptionDelta": "transcription_delta",
        "TranscriptionDiarizedSegment": "transcription_diarized_segment",
        "TranscriptionDone": "transcription_done",
        "TranscriptionRequest": "transcription_request",
        "TranscriptionRequestResponseFormat": "transcription_request_response_format",
        "TranscriptionRequestTimestampGranularitiesItem": "transcription_request_timestamp_granularities_item",
        "TranscriptionRequestVllmXargs": "transcription_request_vllm_xargs",
        "TranscriptionResponse": "transcription_response",
        "TranscriptionResponseDiarized": "transcription_response_diarized",
        "TranscriptionResponseStreamChoice": "transcription_response_stream_choice",
        "TranscriptionResponseVerbose": "transcription_response_verbose",
        "TranscriptionSegment": "transcription_segment",
        "TranscriptionStreamResponse": "transcription_stream_response",
        "TranscriptionUsageAudio": "transcription_usage_audio",
        "TranscriptionWord": "transcription_word",
        "TranslationRequest": "translation_request",
        "TranslationRequestResponseFormat": "translation_request_response_format",
        "TranslationRequestVllmXargs": "translation_request_vllm_xargs",
        "TranslationResponse": "translation_response",
        "TranslationResponseStreamChoice": "translation_response_stream_choice",
        "TranslationResponseVerbose": "translation_response_verbose",
        "TranslationSegment": "translation_segment",
        "TranslationStreamResponse": "translation_stream_response",
        "TranslationWord": "translation_word",
        "TypeSchema": "type_schema",
        "UnloadLoRAAdapterRequest": "unload_lo_ra_adapter_request",
        "UpdateWeightsBody": "update_weights_body",
        "UpdateWeightVersionBody": "update_weight_version_body",
        "Usage": "usage",
        "UsageBilledUnits": "usage_billed_units",
        "UsageInfo": "usage_info",
        "UsageTokens": "usage_tokens",
        "UserChatMessageV2": "user_chat_message_v2",
        "VideoURL": "video_url",
        "Wait": "wait",
        "WakeUpStatus": "wake_up_status",
        "WakeUpStatusStatus": "wake_up_status_status",
        "WebSearchPreviewTool": "web_search_preview_tool",
        "WebSearchPreviewToolParam": "web_search_preview_tool_param",
        "WebSearchPreviewToolParamSearchContentTypesItem": "web_search_preview_tool_param_search_content_types_item",
        "WebSearchPreviewToolParamSearchContextSize": "web_search_preview_tool_param_search_context_size",
        "WebSearchPreviewToolParamType": "web_search_preview_tool_param_type",
        "WebSearchPreviewToolSearchContentTypesItem": "web_search_preview_tool_search_content_types_item",
        "WebSearchPreviewToolSearchContextSize": "web_search_preview_tool_search_context_size",
        "WebSearchPreviewToolType": "web_search_preview_tool_type",
        "WebSearchPreviewToolUserLocation": "web_search_preview_tool_user_location",
        "WebSearchTool": "web_search_tool",
        "WebSearchToolParam": "web_search_tool_param",
        "WebSearchToolParamSearchContextSize": "web_search_tool_param_search_context_size",
        "WebSearchToolParamType": "web_search_tool_param_type",
        "WebSearchToolParamUserLocation": "web_search_tool_param_user_location",
        "WebSearchToolSearchContextSize": "web_search_tool_search_context_size",
        "WebSearchToolType": "web_search_tool_type",
        "WebSearchToolUserLocation": "web_search_tool_user_location",
        "WeightCheckerBody": "weight_checker_body",
        "WeightCheckerBodyAction": "weight_checker_body_action",
        "WeightCheckerBodyBaseline": "weight_checker_body_baseline",
        "WeightChecksums": "weight_checksums",
        "WeightChecksumsChecksums": "weight_checksums_checksums",
        "WeightComparison": "weight_comparison",
        "WeightInfo": "weight_info",
        "WeightMessage": "weight_message",
        "WeightsReset": "weights_reset",
        "WeightVersionSpan": "weight_version_span",
        "WeightVersionUpdate": "weight_version_update",
        "WorldSize": "world_size",
    }

    def __getattr__(name: str) -> object:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(
            import_module(f".{_MODULES[name]}", __name__), name
        )
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *_MODULES})


__all__ = (
    "AbortStatus",
    "AcknowledgedSafetyCheck",
    "Action",
    "ActionClick",
    "ActionClickButton",
    "ActionDrag",
    "ActionDragPath",
    "ActionFind",
    "ActionKeypress",
    "ActionMove",
    "ActionOpenPage",
    "ActionScreenshot",
    "ActionScroll",
    "ActionSearchSource",
    "ActionType",
    "ActionWait",
    "AdapterRegistration",
    "Annotation",
    "AnnotationContainerFileCitation",
    "AnnotationFileCitation",
    "AnnotationFilePath",
    "AnthropicContentBlock",
    "AnthropicContentBlockType",
    "AnthropicContextManagement",
    "AnthropicCountTokensRequest",
    "AnthropicCountTokensResponse",
    "AnthropicDelta",
    "AnthropicDeltaStopReason",
    "AnthropicDeltaType",
    "AnthropicError",
    "AnthropicErrorResponse",
    "AnthropicJsonOutputFormat",
    "AnthropicMessage",
    "AnthropicMessageRole",
    "AnthropicMessagesRequest",
    "AnthropicMessagesRequestMmPayload",
    "AnthropicMessagesRequestVllmXargs",
    "AnthropicMessagesResponse",
    "AnthropicMessagesResponseStopReason",
    "AnthropicOutputConfig",
    "AnthropicOutputConfigEffort",
    "AnthropicStreamEvent",
    "AnthropicStreamEventType",
    "AnthropicThinkingConfigAdaptive",
    "AnthropicThinkingConfigAdaptiveDisplay",
    "AnthropicThinkingConfigDisabled",
    "AnthropicThinkingConfigEnabled",
    "AnthropicThinkingConfigEnabledDisplay",
    "AnthropicTool",
    "AnthropicToolChangeDefinition",
    "AnthropicToolChangeReference",
    "AnthropicToolChoice",
    "AnthropicToolChoiceType",
    "AnthropicUsage",
    "ApplyPatchCall",
    "ApplyPatchCallCallerDirect",
    "ApplyPatchCallCallerProgram",
    "ApplyPatchCallOperationCreateFile",
    "ApplyPatchCallOperationDeleteFile",
    "ApplyPatchCallOperationUpdateFile",
    "ApplyPatchCallOutput",
    "ApplyPatchCallOutputCallerDirect",
    "ApplyPatchCallOutputCallerProgram",
    "ApplyPatchCallOutputStatus",
    "ApplyPatchCallStatus",
    "ApplyPatchTool",
    "ApplyPatchToolAllowedCallersItem",
    "ApplyPatchToolParam",
    "ApplyPatchToolParamAllowedCallersItem",
    "AssistantChatMessageV2",
    "AssistantMessageResponse",
    "Audio",
    "AudioURL",
    "Author",
    "BatchChatCompletionRequest",
    "BatchChatCompletionRequestLogitBias",
    "BatchChatCompletionRequestMediaIoKwargs",
    "CacheReset",
    "CallerDirect",
    "CallerProgram",
    "ChatCompletionAssistantMessageParam",
    "ChatCompletionAssistantMessageParamFunctionCall",
    "ChatCompletionAudio",
    "ChatCompletionContentPartAudioEmbedsParam",
    "ChatCompletionContentPartAudioEmbedsParamAudioEmbeds",
    "ChatCompletionContentPartAudioParam",
    "ChatCompletionContentPartImageEmbedsParam",
    "ChatCompletionContentPartImageEmbedsParamImageEmbeds",
    "ChatCompletionContentPartImageParam",
    "ChatCompletionContentPartImageParamPromptCacheBreakpoint",
    "ChatCompletionContentPartImageParamPromptCacheBreakpointTtl",
    "ChatCompletionContentPartInputAudioParam",
    "ChatCompletionContentPartPromptEmbedsParam",
    "ChatCompletionContentPartRefusalParam",
    "ChatCompletionContentPartTextParam",
    "ChatCompletionContentPartVideoEmbedsParam",
    "ChatCompletionContentPartVideoEmbedsParamAudioEmbeds",
    "ChatCompletionContentPartVideoEmbedsParamVideoEmbeds",
    "ChatCompletionContentPartVideoParam",
    "ChatCompletionDeveloperMessageParam",
    "ChatCompletionFunctionMessageParam",
    "ChatCompletionFunctionToolParam",
    "ChatCompletionLogProb",
    "ChatCompletionLogProbs",
    "ChatCompletionLogProbsContent",
    "ChatCompletionMessageAnnotationURLCitation",
    "ChatCompletionMessageCustomToolCallParam",
    "ChatCompletionMessageFunctionToolCallParam",
    "ChatCompletionNamedFunction",
    "ChatCompletionNamedToolChoiceParam",
    "ChatCompletionRequest",
    "ChatCompletionRequestDocumentsItem",
    "ChatCompletionRequestLogitBias",
    "ChatCompletionRequestMediaIoKwargs",
    "ChatCompletionRequestMmPayload",
    "ChatCompletionRequestReasoningEffort",
    "ChatCompletionRequestToolChoice",
    "ChatCompletionRequestTruncationSide",
    "ChatCompletionRequestVllmXargs",
    "ChatCompletionResponse",
    "ChatCompletionResponseChoice",
    "ChatCompletionResponsePromptLogprobsItem",
    "ChatCompletionResponseServiceTier",
    "ChatCompletionResponseStreamChoice",
    "ChatCompletionStreamResponse",
    "ChatCompletionSystemMessageParam",
    "ChatCompletionToolMessageParam",
    "ChatCompletionToolsParam",
    "ChatCompletionUserMessageParam",
    "ChatContentDeltaEventDelta",
    "ChatContentDeltaEventDeltaMessage",
    "ChatContentDeltaEventDeltaMessageContent",
    "ChatContentStartEventDelta",
    "ChatContentStartEventDeltaMessage",
    "ChatContentStartEventDeltaMessageContent",
    "ChatContentStartEventDeltaMessageContentType",
    "ChatMessage",
    "ChatMessageEndEventDelta",
    "ChatMessageEndEventDeltaFinishReason",
    "ChatMessageStartEventDelta",
    "ChatMessageStartEventDeltaMessage",
    "ChatToolCallDeltaEventDelta",
    "ChatToolCallDeltaEventDeltaMessage",
    "ChatToolCallDeltaEventDeltaMessageToolCalls",
    "ChatToolCallDeltaEventDeltaMessageToolCallsFunction",
    "ChatToolCallStartEventDelta",
    "ChatToolCallStartEventDeltaMessage",
    "ChatToolPlanDeltaEventDelta",
    "ChatToolPlanDeltaEventDeltaMessage",
    "ChoiceAnswer",
    "ChoiceOption",
    "ChoiceProbability",
    "ChoiceQuestion",
    "Citation",
    "CitationEndEvent",
    "CitationOptions",
    "CitationOptionsMode",
    "CitationStartEvent",
    "CitationStartEventDelta",
    "CitationStartEventDeltaMessage",
    "CitationType",
    "ClassificationChatRequest",
    "ClassificationChatRequestMediaIoKwargs",
    "ClassificationChatRequestPadding",
    "ClassificationChatRequestTruncationSide",
    "ClassificationCompletionRequest",
    "ClassificationCompletionRequestPadding",
    "ClassificationCompletionRequestTruncationSide",
    "ClassificationData",
    "ClassificationResponse",
    "Click",
    "ClickButton",
    "CohereApiVersion",
    "CohereBilledUnits",
    "CohereChatV2Request",
    "CohereChatV2RequestSafetyMode",
    "CohereChatV2RequestToolChoice",
    "CohereChatV2Response",
    "CohereChatV2ResponseFinishReason",
    "CohereEmbedByTypeEmbeddings",
    "CohereEmbedContent",
    "CohereEmbedContentImageUrl",
    "CohereEmbedContentType",
    "CohereEmbedInput",
    "CohereEmbedRequest",
    "CohereEmbedRequestEmbeddingTypesItem",
    "CohereEmbedRequestTruncate",
    "CohereEmbedResponse",
    "CohereError",
    "CohereLogprobItem",
    "CohereMeta",
    "CohereUsage",
    "CohereUsageBilledUnits",
    "CohereUsageTokens",
    "CollectiveRpcCall",
    "CollectiveRpcCallKwargs",
    "CollectiveRpcResults",
    "CompactionTrigger",
    "CompletionLogProbs",
    "CompletionLogProbsTopLogprobsItem",
    "CompletionRequest",
    "CompletionRequestLogitBias",
    "CompletionRequestMmPayload",
    "CompletionRequestTruncationSide",
    "CompletionRequestVllmXargs",
    "CompletionResponse",
    "CompletionResponseChoice",
    "CompletionResponseChoicePromptLogprobsItem",
    "CompletionResponseServiceTier",
    "CompletionResponseStreamChoice",
    "CompletionStreamResponse",
    "CompletionTokenUsageInfo",
    "ComputerActionDoubleClick",
    "ComputerActionListParamDoubleClick",
    "ComputerCallOutput",
    "ComputerCallOutputAcknowledgedSafetyCheck",
    "ComputerCallOutputStatus",
    "ComputerTool",
    "ComputerToolParam",
    "ComputerUsePreviewTool",
    "ComputerUsePreviewToolEnvironment",
    "ComputerUsePreviewToolParam",
    "ComputerUsePreviewToolParamEnvironment",
    "ContainerAuto",
    "ContainerAutoMemoryLimit",
    "ContainerAutoParam",
    "ContainerAutoParamMemoryLimit",
    "ContainerNetworkPolicyAllowlist",
    "ContainerNetworkPolicyAllowlistParam",
    "ContainerNetworkPolicyDisabled",
    "ContainerNetworkPolicyDisabledParam",
    "ContainerNetworkPolicyDomainSecret",
    "ContainerNetworkPolicyDomainSecretParam",
    "ContainerReference",
    "ContainerReferenceParam",
    "ContentDeltaEvent",
    "ContentEndEvent",
    "ContentStartEvent",
    "Custom",
    "CustomChatCompletionContentSimpleAudioParam",
    "CustomChatCompletionContentSimpleImageParam",
    "CustomChatCompletionContentSimpleVideoParam",
    "CustomChatCompletionContentToolReferenceParam",
    "CustomChatCompletionMessageParam",
    "CustomThinkCompletionContentParam",
    "CustomTool",
    "CustomToolAllowedCallersItem",
    "CustomToolInputFormatText",
    "CustomToolParam",
    "CustomToolParamAllowedCallersItem",
    "DecisionInputMessage",
    "DecisionInputText",
    "DecisionRequest",
    "DecisionResponse",
    "DecisionsInputTokensDetails",
    "DecisionsOutputTokensDetails",
    "DecisionUsage",
    "DeltaFunctionCall",
    "DeltaMessage",
    "DeltaToolCall",
    "DerenderChatRequest",
    "DerenderChatStreamRequest",
    "DerenderChatStreamResponse",
    "DerenderCompletionRequest",
    "DerenderCompletionStreamRequest",
    "DerenderCompletionStreamResponse",
    "DerenderStreamState",
    "DetokenizeRequest",
    "DetokenizeResponse",
    "Document",
    "DocumentSource",
    "DocumentToolContent",
    "Drag",
    "DragPath",
    "EasyInputMessageParam",
    "EasyInputMessageParamPhase",
    "EasyInputMessageParamRole",
    "ElasticScaling",
    "ElasticScalingDone",
    "ElasticScalingState",
    "EmbeddingBatchChatInputRequest",
    "EmbeddingBatchChatInputRequestEmbedDtype",
    "EmbeddingBatchChatInputRequestEncodingFormat",
    "EmbeddingBatchChatInputRequestEndianness",
    "EmbeddingBatchChatInputRequestMediaIoKwargs",
    "EmbeddingBatchChatInputRequestPadding",
    "EmbeddingBatchChatInputRequestTruncationSide",
    "EmbeddingBatchChatRequest",
    "EmbeddingBatchChatRequestEmbedDtype",
    "EmbeddingBatchChatRequestEncodingFormat",
    "EmbeddingBatchChatRequestEndianness",
    "EmbeddingBatchChatRequestMediaIoKwargs",
    "EmbeddingBatchChatRequestPadding",
    "EmbeddingBatchChatRequestTruncationSide",
    "EmbeddingChatInputRequest",
    "EmbeddingChatInputRequestEmbedDtype",
    "EmbeddingChatInputRequestEncodingFormat",
    "EmbeddingChatInputRequestEndianness",
    "EmbeddingChatInputRequestMediaIoKwargs",
    "EmbeddingChatInputRequestPadding",
    "EmbeddingChatInputRequestTruncationSide",
    "EmbeddingChatRequest",
    "EmbeddingChatRequestEmbedDtype",
    "EmbeddingChatRequestEncodingFormat",
    "EmbeddingChatRequestEndianness",
    "EmbeddingChatRequestMediaIoKwargs",
    "EmbeddingChatRequestPadding",
    "EmbeddingChatRequestTruncationSide",
    "EmbeddingCompletionRequest",
    "EmbeddingCompletionRequestEmbedDtype",
    "EmbeddingCompletionRequestEncodingFormat",
    "EmbeddingCompletionRequestEndianness",
    "EmbeddingCompletionRequestPadding",
    "EmbeddingCompletionRequestTruncationSide",
    "EmbeddingResponse",
    "EmbeddingResponseData",
    "EngineStatus",
    "ErrorEvent",
    "ErrorInfo",
    "ErrorResponse",
    "FaultInstruction",
    "FaultInstructionAccepted",
    "FaultToleranceStatus",
    "FileFile",
    "FilePromptCacheBreakpoint",
    "FilePromptCacheBreakpointTtl",
    "FileSearchTool",
    "FileSearchToolParam",
    "FileSearchToolParamRankingOptions",
    "FileSearchToolParamRankingOptionsRanker",
    "FileSearchToolRankingOptions",
    "FileSearchToolRankingOptionsRanker",
    "Filters",
    "FinishWeightUpdateBody",
    "Function",
    "FunctionCall",
    "FunctionCallOutput",
    "FunctionCallOutputCallerDirect",
    "FunctionCallOutputCallerProgram",
    "FunctionCallOutputStatus",
    "FunctionDefinition",
    "FunctionShellTool",
    "FunctionShellToolAllowedCallersItem",
    "FunctionShellToolParam",
    "FunctionShellToolParamAllowedCallersItem",
    "FunctionTool",
    "FunctionToolAllowedCallersItem",
    "FunctionToolParam",
    "FunctionToolParamAllowedCallersItem",
    "GenerateDerenderChoice",
    "GenerateDerenderResponse",
    "GenerateDerenderResponseMmPlaceholders",
    "GenerateDerenderResponsePromptLogprobsItem",
    "GenerateLogProb",
    "GenerateLogProbs",
    "GenerateLogProbsContent",
    "GenerateRequest",
    "GenerateRequestOutputMode",
    "GenerateRequestSamplingParams",
    "GenerateRequestSamplingParamsLogitBias",
    "GenerateTextChoice",
    "GenerateTextResponse",
    "GenerateTextResponseMmPlaceholders",
    "GenerateTextResponsePromptLogprobsItem",
    "GenerateTextStreamChoice",
    "GenerateTextStreamResponse",
    "GenerateTextStreamResponseMmPlaceholders",
    "GenerateTokensChoice",
    "GenerateTokensResponse",
    "GenerateTokensResponseMmPlaceholders",
    "GenerateTokensResponsePromptLogprobsItem",
    "GenerateTokensStreamChoice",
    "GenerateTokensStreamResponse",
    "GenerateTokensStreamResponseMmPlaceholders",
    "GenerativeScoringItemResult",
    "GenerativeScoringRequest",
    "GenerativeScoringResponse",
    "Grammar",
    "GrammarSyntax",
    "HTTPError",
    "ImageGenerationCallErrorModerationDetails",
    "ImageGenerationCallErrorModerationDetailsModerationStage",
    "ImageGenerationCallSvgUsage",
    "ImageURL",
    "ImageUrl2",
    "ImageUrl2Detail",
    "ImageUrlContent",
    "ImageURLDetail",
    "IncompleteDetails",
    "IncompleteDetailsReason",
    "InitWeightTransferEngineBody",
    "InlineSkill",
    "InlineSkillParam",
    "InlineSkillSource",
    "InlineSkillSourceParam",
    "InputAudio",
    "InputAudioBufferAppend",
    "InputAudioBufferCommit",
    "InputAudioFormat",
    "InputFile",
    "InputTokensDetails",
    "IOProcessorRequest",
    "IOProcessorRequestEmbedDtype",
    "IOProcessorRequestEncodingFormat",
    "IOProcessorRequestEndianness",
    "IOProcessorRequestPadding",
    "IOProcessorRequestTask",
    "IOProcessorRequestTruncationSide",
    "IOProcessorResponse",
    "ItemReference",
    "JointCanvas",
    "JointDiagnostics",
    "JsonObject",
    "JsonObjectResponseFormatV2",
    "JsonSchemaResponseFormat",
    "Keypress",
    "KVCacheReleased",
    "KVEventSource",
    "KVEventSources",
    "LateChunk",
    "LateChunkingConfig",
    "LateChunkingMetadata",
    "LegacyStructuralTag",
    "LegacyStructuralTagResponseFormat",
    "LoadLoRAAdapterRequest",
    "LocalEnvironment",
    "LocalEnvironmentParam",
    "LocalShell",
    "LocalShellCall",
    "LocalShellCallAction",
    "LocalShellCallActionEnv",
    "LocalShellCallOutput",
    "LocalShellCallOutputStatus",
    "LocalShellCallStatus",
    "LocalSkill",
    "LocalSkillParam",
    "Logprob",
    "LogprobItem",
    "LogprobTopLogprob",
    "McpApprovalRequest",
    "McpListTools",
    "McpListToolsTool",
    "McpProtocolError",
    "McpToolExecutionError",
    "MessageEndEvent",
    "MessageStartEvent",
    "ModelCard",
    "ModelList",
    "ModelPermission",
    "Move",
    "MultiModalFeatures",
    "MultiModalFeaturesKwargsData",
    "MultiModalFeaturesMmHashes",
    "MultiModalFeaturesMmMetadata",
    "MultiModalFeaturesMmPlaceholders",
    "NamespaceTool",
    "NamespaceToolParam",
    "NamespaceToolParamToolFunction",
    "NamespaceToolParamToolFunctionAllowedCallersItem",
    "NamespaceToolToolFunction",
    "NamespaceToolToolFunctionAllowedCallersItem",
    "OpenAIDecisionUsage",
    "OpenaiHarmonyContent",
    "OpenaiHarmonyMessage",
    "OperationCreateFile",
    "OperationDeleteFile",
    "OperationUpdateFile",
    "OutcomeExit",
    "OutcomeTimeout",
    "Output",
    "OutputImage",
    "OutputLogs",
    "OutputOutcomeExit",
    "OutputOutcomeTimeout",
    "OutputTokensDetails",
    "ParseContext",
    "ParseContextChatTemplateKwargs",
    "ParseContextToolChoice",
    "PartReasoningText",
    "PauseGenerationMode",
    "PauseState",
    "PauseStatus",
    "PendingSafetyCheck",
    "PerRequestMetrics",
    "PlaceholderRangeInfo",
    "PoolingChatRequest",
    "PoolingChatRequestEmbedDtype",
    "PoolingChatRequestEncodingFormat",
    "PoolingChatRequestEndianness",
    "PoolingChatRequestMediaIoKwargs",
    "PoolingChatRequestPadding",
    "PoolingChatRequestTask",
    "PoolingChatRequestTruncationSide",
    "PoolingCompletionRequest",
    "PoolingCompletionRequestEmbedDtype",
    "PoolingCompletionRequestEncodingFormat",
    "PoolingCompletionRequestEndianness",
    "PoolingCompletionRequestPadding",
    "PoolingCompletionRequestTask",
    "PoolingCompletionRequestTruncationSide",
    "PoolingResponse",
    "PoolingResponseData",
    "PredicateAnswer",
    "PredicateQuestion",
    "Program",
    "ProgrammaticToolCalling",
    "ProgramOutput",
    "ProgramOutputStatus",
    "PromptCacheOptions",
    "PromptCacheOptionsMode",
    "PromptCacheOptionsParam",
    "PromptCacheOptionsParamMode",
    "PromptTokenUsageInfo",
    "PromptTokenUsageInfoMultimodalTokens",
    "QuestionDiagnostics",
    "QuestionSpec",
    "RankingOptionsHybridSearch",
    "ReasoningParserKwargs",
    "RepetitionDetectionParams",
    "RequestOutputKind",
    "RequestsToAbort",
    "RerankDocument",
    "RerankRequest",
    "RerankRequestPadding",
    "RerankRequestTruncationSide",
    "RerankResponse",
    "RerankResult",
    "RerankUsage",
    "ResponseApplyPatchToolCall",
    "ResponseApplyPatchToolCallOutput",
    "ResponseApplyPatchToolCallOutputStatus",
    "ResponseApplyPatchToolCallStatus",
    "ResponseCodeInterpreterCallCodeDeltaEvent",
    "ResponseCodeInterpreterCallCodeDoneEvent",
    "ResponseCodeInterpreterCallCompletedEvent",
    "ResponseCodeInterpreterCallInProgressEvent",
    "ResponseCodeInterpreterCallInterpretingEvent",
    "ResponseCodeInterpreterToolCall",
    "ResponseCodeInterpreterToolCallParam",
    "ResponseCodeInterpreterToolCallParamStatus",
    "ResponseCodeInterpreterToolCallStatus",
    "ResponseCompactionItem",
    "ResponseCompactionItemParamParam",
    "ResponseCompletedEvent",
    "ResponseComputerToolCall",
    "ResponseComputerToolCallActionDoubleClick",
    "ResponseComputerToolCallOutputItem",
    "ResponseComputerToolCallOutputItemStatus",
    "ResponseComputerToolCallOutputScreenshot",
    "ResponseComputerToolCallOutputScreenshotParam",
    "ResponseComputerToolCallParam",
    "ResponseComputerToolCallParamActionDoubleClick",
    "ResponseComputerToolCallParamStatus",
    "ResponseComputerToolCallStatus",
    "ResponseConfigurationUpdateItemParamParam",
    "ResponseConfigurationUpdateItemParamParamReasoning",
    "ResponseConfigurationUpdateItemParamParamReasoningEffort",
    "ResponseConfigurationUpdateItemParamParamText",
    "ResponseContainerReference",
    "ResponseContentPartAddedEvent",
    "ResponseContentPartDoneEvent",
    "ResponseCreatedEvent",
    "ResponseCustomToolCall",
    "ResponseCustomToolCallInputDeltaEvent",
    "ResponseCustomToolCallInputDoneEvent",
    "ResponseCustomToolCallOutputItem",
    "ResponseCustomToolCallOutputItemStatus",
    "ResponseCustomToolCallOutputParam",
    "ResponseCustomToolCallParam",
    "ResponseFileSearchToolCall",
    "ResponseFileSearchToolCallParam",
    "ResponseFileSearchToolCallParamResult",
    "ResponseFileSearchToolCallParamResultAttributes",
    "ResponseFileSearchToolCallParamStatus",
    "ResponseFileSearchToolCallResult",
    "ResponseFileSearchToolCallResultAttributes",
    "ResponseFileSearchToolCallStatus",
    "ResponseFormat",
    "ResponseFormatJSONObject",
    "ResponseFormatText",
    "ResponseFormatTextJSONSchemaConfig",
    "ResponseFormatTextJSONSchemaConfigParam",
    "ResponseFormatType",
    "ResponseFunctionShellCallOutputContentParam",
    "ResponseFunctionShellToolCall",
    "ResponseFunctionShellToolCallOutput",
    "ResponseFunctionShellToolCallOutputStatus",
    "ResponseFunctionShellToolCallStatus",
    "ResponseFunctionToolCall",
    "ResponseFunctionToolCallOutputItem",
    "ResponseFunctionToolCallOutputItemStatus",
    "ResponseFunctionToolCallParam",
    "ResponseFunctionToolCallParamStatus",
    "ResponseFunctionToolCallStatus",
    "ResponseFunctionWebSearch",
    "ResponseFunctionWebSearchActionSearch",
    "ResponseFunctionWebSearchParam",
    "ResponseFunctionWebSearchParamActionSearch",
    "ResponseFunctionWebSearchParamStatus",
    "ResponseFunctionWebSearchStatus",
    "ResponseIncompleteEvent",
    "ResponseInProgressEvent",
    "ResponseInputFile",
    "ResponseInputFileContentParam",
    "ResponseInputFileContentParamDetail",
    "ResponseInputFileDetail",
    "ResponseInputFileParam",
    "ResponseInputFileParamDetail",
    "ResponseInputFilePromptCacheBreakpoint",
    "ResponseInputFilePromptCacheBreakpointTtl",
    "ResponseInputImage",
    "ResponseInputImageContentParam",
    "ResponseInputImageContentParamDetail",
    "ResponseInputImageDetail",
    "ResponseInputImageParam",
    "ResponseInputImageParamDetail",
    "ResponseInputItemParamAdditionalTools",
    "ResponseInputItemParamImageGenerationCall",
    "ResponseInputItemParamImageGenerationCallAction",
    "ResponseInputItemParamImageGenerationCallBackground",
    "ResponseInputItemParamImageGenerationCallError",
    "ResponseInputItemParamImageGenerationCallOutputFormat",
    "ResponseInputItemParamImageGenerationCallQuality",
    "ResponseInputItemParamImageGenerationCallSize",
    "ResponseInputItemParamImageGenerationCallStatus",
    "ResponseInputItemParamMcpApprovalResponse",
    "ResponseInputItemParamMcpCall",
    "ResponseInputItemParamMcpCallStatus",
    "ResponseInputItemParamMessage",
    "ResponseInputItemParamMessageRole",
    "ResponseInputItemParamMessageStatus",
    "ResponseInputText",
    "ResponseInputTextContentParam",
    "ResponseInputTextParam",
    "ResponseLocalEnvironment",
    "ResponseMcpCallArgumentsDeltaEvent",
    "ResponseMcpCallArgumentsDoneEvent",
    "ResponseMcpCallCompletedEvent",
    "ResponseMcpCallInProgressEvent",
    "ResponseOutputItemAddedEvent",
    "ResponseOutputItemAdditionalTools",
    "ResponseOutputItemAdditionalToolsRole",
    "ResponseOutputItemDoneEvent",
    "ResponseOutputItemImageGenerationCall",
    "ResponseOutputItemImageGenerationCallAction",
    "ResponseOutputItemImageGenerationCallBackground",
    "ResponseOutputItemImageGenerationCallError",
    "ResponseOutputItemImageGenerationCallOutputFormat",
    "ResponseOutputItemImageGenerationCallQuality",
    "ResponseOutputItemImageGenerationCallSize",
    "ResponseOutputItemImageGenerationCallStatus",
    "ResponseOutputItemMcpApprovalResponse",
    "ResponseOutputItemMcpCall",
    "ResponseOutputItemMcpCallStatus",
    "ResponseOutputMessage",
    "ResponseOutputMessageParam",
    "ResponseOutputMessageParamPhase",
    "ResponseOutputMessageParamStatus",
    "ResponseOutputMessagePhase",
    "ResponseOutputMessageStatus",
    "ResponseOutputRefusal",
    "ResponseOutputRefusalParam",
    "ResponseOutputText",
    "ResponseOutputTextAnnotationURLCitation",
    "ResponseOutputTextLogprob",
    "ResponseOutputTextParam",
    "ResponsePrompt",
    "ResponsePromptVariables",
    "ResponseRawMessageAndToken",
    "ResponseReasoningItem",
    "ResponseReasoningItemContent",
    "ResponseReasoningItemParam",
    "ResponseReasoningItemParamStatus",
    "ResponseReasoningItemStatus",
    "ResponseReasoningTextDeltaEvent",
    "ResponseReasoningTextDoneEvent",
    "ResponsesRequest",
    "ResponsesRequestIncludeItem",
    "ResponsesRequestLogitBias",
    "ResponsesRequestMediaIoKwargs",
    "ResponsesRequestMetadata",
    "ResponsesRequestMmPayload",
    "ResponsesRequestPromptCacheRetention",
    "ResponsesRequestServiceTier",
    "ResponsesRequestToolChoice",
    "ResponsesRequestTruncation",
    "ResponsesRequestVllmXargs",
    "ResponsesResponse",
    "ResponsesResponseMetadata",
    "ResponsesResponsePromptCacheRetention",
    "ResponsesResponseServiceTier",
    "ResponsesResponseStatus",
    "ResponsesResponseToolChoice",
    "ResponsesResponseTruncation",
    "ResponsesToolCodeInterpreter",
    "ResponsesToolCodeInterpreterAllowedCallersItem",
    "ResponsesToolCodeInterpreterContainerCodeInterpreterToolAuto",
    "ResponsesToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit",
    "ResponsesToolImageGeneration",
    "ResponsesToolImageGenerationAction",
    "ResponsesToolImageGenerationBackground",
    "ResponsesToolImageGenerationComplexity",
    "ResponsesToolImageGenerationInputFidelity",
    "ResponsesToolImageGenerationInputImageMask",
    "ResponsesToolImageGenerationModel",
    "ResponsesToolImageGenerationModeration",
    "ResponsesToolImageGenerationOutputFormat",
    "ResponsesToolImageGenerationQuality",
    "ResponsesToolImageGenerationSize",
    "ResponsesToolImageGenerationSvg",
    "ResponsesToolImageGenerationSvgReasoning",
    "ResponsesToolImageGenerationSvgReasoningEffort",
    "ResponsesToolMcp",
    "ResponsesToolMcpAllowedCallersItem",
    "ResponsesToolMcpAllowedToolsMcpToolFilter",
    "ResponsesToolMcpConnectorId",
    "ResponsesToolMcpHeaders",
    "ResponsesToolMcpRequireApproval",
    "ResponsesToolMcpRequireApprovalMcpToolApprovalFilter",
    "ResponsesToolMcpRequireApprovalMcpToolApprovalFilterAlways",
    "ResponsesToolMcpRequireApprovalMcpToolApprovalFilterNever",
    "ResponseTextConfig",
    "ResponseTextConfigVerbosity",
    "ResponseToolSearchCall",
    "ResponseToolSearchCallExecution",
    "ResponseToolSearchCallStatus",
    "ResponseToolSearchOutputItem",
    "ResponseToolSearchOutputItemExecution",
    "ResponseToolSearchOutputItemParamParam",
    "ResponseToolSearchOutputItemParamParamExecution",
    "ResponseToolSearchOutputItemParamParamStatus",
    "ResponseToolSearchOutputItemStatus",
    "ResponseUsage",
    "ResponseWebSearchCallCompletedEvent",
    "ResponseWebSearchCallInProgressEvent",
    "ResponseWebSearchCallSearchingEvent",
    "ResumeStatus",
    "Role",
    "ScoreAnswer",
    "ScoreDataRequest",
    "ScoreDataRequestPadding",
    "ScoreDataRequestTruncationSide",
    "ScoreLevel",
    "ScoreMultiModalParam",
    "ScoreProbability",
    "ScoreQueriesDocumentsRequest",
    "ScoreQueriesDocumentsRequestPadding",
    "ScoreQueriesDocumentsRequestTruncationSide",
    "ScoreQueriesItemsRequest",
    "ScoreQueriesItemsRequestPadding",
    "ScoreQueriesItemsRequestTruncationSide",
    "ScoreQuestion",
    "ScoreResponse",
    "ScoreResponseData",
    "ScoreTextRequest",
    "ScoreTextRequestPadding",
    "ScoreTextRequestTruncationSide",
    "Screenshot",
    "Scroll",
    "ServerInfo",
    "ServerLoad",
    "ServerVersion",
    "SessionCreated",
    "SessionUpdate",
    "SharedComparisonFilter",
    "SharedComparisonFilterType",
    "SharedCompoundFilter",
    "SharedCompoundFilterType",
    "SharedParamsComparisonFilter",
    "SharedParamsComparisonFilterType",
    "SharedParamsCompoundFilter",
    "SharedParamsCompoundFilterType",
    "SharedParamsFunctionDefinition",
    "SharedReasoning",
    "SharedReasoningContext",
    "SharedReasoningEffort",
    "SharedReasoningGenerateSummary",
    "SharedReasoningMode",
    "SharedReasoningSummary",
    "ShellCall",
    "ShellCallAction",
    "ShellCallCallerDirect",
    "ShellCallCallerProgram",
    "ShellCallOutput",
    "ShellCallOutputCallerDirect",
    "ShellCallOutputCallerProgram",
    "ShellCallOutputStatus",
    "ShellCallStatus",
    "ShowServerInfoConfigFormat",
    "SkillReference",
    "SkillReferenceParam",
    "SleepMode",
    "SleepState",
    "SleepStatus",
    "SpeculativeDecodingMetrics",
    "StartProfileRequest",
    "StreamOptions",
    "StructuralTagResponseFormat",
    "StructuredDecisionRequest",
    "StructuredDecisionRequestQuestions",
    "StructuredDecisionResponse",
    "StructuredDecisionResponseAnswers",
    "StructuredDecisionResponseDiagnostics",
    "StructuredOutputsParams",
    "Summary",
    "SystemChatMessageV2",
    "TextAssistantMessageResponseContentItem",
    "TextAssistantMessageV2ContentOneItem",
    "TextContent",
    "TextResponseFormatV2",
    "TextSystemMessageV2ContentOneItem",
    "TextToolContent",
    "Thinking",
    "ThinkingAssistantMessageResponseContentItem",
    "ThinkingAssistantMessageV2ContentOneItem",
    "ThinkingType",
    "TokenEmbeddingRequest",
    "TokenEmbeddingRequestEmbedDtype",
    "TokenEmbeddingRequestEndianness",
    "TokenEmbeddingRequestPadding",
    "TokenEmbeddingRequestTruncationSide",
    "TokenEmbeddingResponse",
    "TokenEmbeddingResponseData",
    "TokenizeChatRequest",
    "TokenizeChatRequestMediaIoKwargs",
    "TokenizeCompletionRequest",
    "TokenizeResponse",
    "TokenizerInfoResponse",
    "ToolCall",
    "ToolCallDeltaEvent",
    "ToolCallEndEvent",
    "ToolCallStartEvent",
    "ToolCallV2",
    "ToolCallV2Function",
    "ToolChatMessageV2",
    "ToolChoiceAllowed",
    "ToolChoiceAllowedMode",
    "ToolChoiceApplyPatch",
    "ToolChoiceCustom",
    "ToolChoiceFunction",
    "ToolChoiceMcp",
    "ToolChoiceShell",
    "ToolChoiceSpecificProgrammaticToolCallingParam",
    "ToolChoiceTypes",
    "ToolChoiceTypesType",
    "ToolCodeInterpreter",
    "ToolCodeInterpreterAllowedCallersItem",
    "ToolCodeInterpreterContainerCodeInterpreterToolAuto",
    "ToolCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit",
    "ToolImageGeneration",
    "ToolImageGenerationAction",
    "ToolImageGenerationBackground",
    "ToolImageGenerationComplexity",
    "ToolImageGenerationInputFidelity",
    "ToolImageGenerationInputImageMask",
    "ToolImageGenerationModel",
    "ToolImageGenerationModeration",
    "ToolImageGenerationOutputFormat",
    "ToolImageGenerationQuality",
    "ToolImageGenerationSize",
    "ToolImageGenerationSvg",
    "ToolImageGenerationSvgReasoning",
    "ToolImageGenerationSvgReasoningEffort",
    "ToolLocalShell",
    "ToolMcp",
    "ToolMcpAllowedCallersItem",
    "ToolMcpAllowedToolsMcpToolFilter",
    "ToolMcpConnectorId",
    "ToolMcpHeaders",
    "ToolMcpRequireApproval",
    "ToolMcpRequireApprovalMcpToolApprovalFilter",
    "ToolMcpRequireApprovalMcpToolApprovalFilterAlways",
    "ToolMcpRequireApprovalMcpToolApprovalFilterNever",
    "ToolParamCodeInterpreter",
    "ToolParamCodeInterpreterAllowedCallersItem",
    "ToolParamCodeInterpreterContainerCodeInterpreterToolAuto",
    "ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit",
    "ToolParamImageGeneration",
    "ToolParamImageGenerationAction",
    "ToolParamImageGenerationBackground",
    "ToolParamImageGenerationComplexity",
    "ToolParamImageGenerationInputFidelity",
    "ToolParamImageGenerationInputImageMask",
    "ToolParamImageGenerationModel",
    "ToolParamImageGenerationModeration",
    "ToolParamImageGenerationOutputFormat",
    "ToolParamImageGenerationQuality",
    "ToolParamImageGenerationSize",
    "ToolParamImageGenerationSvg",
    "ToolParamImageGenerationSvgReasoning",
    "ToolParamImageGenerationSvgReasoningEffort",
    "ToolParamMcp",
    "ToolParamMcpAllowedCallersItem",
    "ToolParamMcpAllowedToolsMcpToolFilter",
    "ToolParamMcpConnectorId",
    "ToolParamMcpHeaders",
    "ToolParamMcpRequireApproval",
    "ToolParamMcpRequireApprovalMcpToolApprovalFilter",
    "ToolParamMcpRequireApprovalMcpToolApprovalFilterAlways",
    "ToolParamMcpRequireApprovalMcpToolApprovalFilterNever",
    "ToolPlanDeltaEvent",
    "ToolProgrammaticToolCalling",
    "ToolSearchCall",
    "ToolSearchCallExecution",
    "ToolSearchCallStatus",
    "ToolSearchOutputNamespaceToolParam",
    "ToolSearchTool",
    "ToolSearchToolExecution",
    "ToolSearchToolParam",
    "ToolSearchToolParamExecution",
    "ToolSource",
    "ToolV2",
    "ToolV2Function",
    "TranscriptionDelta",
    "TranscriptionDiarizedSegment",
    "TranscriptionDone",
    "TranscriptionRequest",
    "TranscriptionRequestResponseFormat",
    "TranscriptionRequestTimestampGranularitiesItem",
    "TranscriptionRequestVllmXargs",
    "TranscriptionResponse",
    "TranscriptionResponseDiarized",
    "TranscriptionResponseStreamChoice",
    "TranscriptionResponseVerbose",
    "TranscriptionSegment",
    "TranscriptionStreamResponse",
    "TranscriptionUsageAudio",
    "TranscriptionWord",
    "TranslationRequest",
    "TranslationRequestResponseFormat",
    "TranslationRequestVllmXargs",
    "TranslationResponse",
    "TranslationResponseStreamChoice",
    "TranslationResponseVerbose",
    "TranslationSegment",
    "TranslationStreamResponse",
    "TranslationWord",
    "TypeSchema",
    "UnloadLoRAAdapterRequest",
    "UpdateWeightsBody",
    "UpdateWeightVersionBody",
    "Usage",
    "UsageBilledUnits",
    "UsageInfo",
    "UsageTokens",
    "UserChatMessageV2",
    "VideoURL",
    "Wait",
    "WakeUpStatus",
    "WakeUpStatusStatus",
    "WebSearchPreviewTool",
    "WebSearchPreviewToolParam",
    "WebSearchPreviewToolParamSearchContentTypesItem",
    "WebSearchPreviewToolParamSearchContextSize",
    "WebSearchPreviewToolParamType",
    "WebSearchPreviewToolSearchContentTypesItem",
    "WebSearchPreviewToolSearchContextSize",
    "WebSearchPreviewToolType",
    "WebSearchPreviewToolUserLocation",
    "WebSearchTool",
    "WebSearchToolParam",
    "WebSearchToolParamSearchContextSize",
    "WebSearchToolParamType",
    "WebSearchToolParamUserLocation",
    "WebSearchToolSearchContextSize",
    "WebSearchToolType",
    "WebSearchToolUserLocation",
    "WeightCheckerBody",
    "WeightCheckerBodyAction",
    "WeightCheckerBodyBaseline",
    "WeightChecksums",
    "WeightChecksumsChecksums",
    "WeightComparison",
    "WeightInfo",
    "WeightMessage",
    "WeightsReset",
    "WeightVersionSpan",
    "WeightVersionUpdate",
    "WorldSize",
)
