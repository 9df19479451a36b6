from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.responses_request_include_item import (
    ResponsesRequestIncludeItem,
    check_responses_request_include_item,
)
from ..models.responses_request_mm_payload import (
    ResponsesRequestMmPayload,
    check_responses_request_mm_payload,
)
from ..models.responses_request_prompt_cache_retention import (
    ResponsesRequestPromptCacheRetention,
    check_responses_request_prompt_cache_retention,
)
from ..models.responses_request_service_tier import (
    ResponsesRequestServiceTier,
    check_responses_request_service_tier,
)
from ..models.responses_request_tool_choice import (
    ResponsesRequestToolChoice,
    check_responses_request_tool_choice,
)
from ..models.responses_request_truncation import (
    ResponsesRequestTruncation,
    check_responses_request_truncation,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.apply_patch_call import ApplyPatchCall
    from ..models.apply_patch_call_output import ApplyPatchCallOutput
    from ..models.apply_patch_tool import ApplyPatchTool
    from ..models.compaction_trigger import CompactionTrigger
    from ..models.computer_call_output import ComputerCallOutput
    from ..models.computer_tool import ComputerTool
    from ..models.computer_use_preview_tool import ComputerUsePreviewTool
    from ..models.custom_tool import CustomTool
    from ..models.easy_input_message_param import EasyInputMessageParam
    from ..models.file_search_tool import FileSearchTool
    from ..models.function_call_output import FunctionCallOutput
    from ..models.function_shell_tool import FunctionShellTool
    from ..models.function_tool import FunctionTool
    from ..models.item_reference import ItemReference
    from ..models.json_object import JsonObject
    from ..models.local_shell import LocalShell
    from ..models.local_shell_call import LocalShellCall
    from ..models.local_shell_call_output import LocalShellCallOutput
    from ..models.mcp_approval_request import McpApprovalRequest
    from ..models.mcp_list_tools import McpListTools
    from ..models.namespace_tool import NamespaceTool
    from ..models.openai_harmony_message import OpenaiHarmonyMessage
    from ..models.program import Program
    from ..models.program_output import ProgramOutput
    from ..models.programmatic_tool_calling import ProgrammaticToolCalling
    from ..models.prompt_cache_options_param import PromptCacheOptionsParam
    from ..models.response_apply_patch_tool_call import ResponseApplyPatchToolCall
    from ..models.response_apply_patch_tool_call_output import (
        ResponseApplyPatchToolCallOutput,
    )
    from ..models.response_code_interpreter_tool_call import (
        ResponseCodeInterpreterToolCall,
    )
    from ..models.response_code_interpreter_tool_call_param import (
        ResponseCodeInterpreterToolCallParam,
    )
    from ..models.response_compaction_item import ResponseCompactionItem
    from ..models.response_compaction_item_param_param import (
        ResponseCompactionItemParamParam,
    )
    from ..models.response_computer_tool_call import ResponseComputerToolCall
    from ..models.response_computer_tool_call_output_item import (
        ResponseComputerToolCallOutputItem,
    )
    from ..models.response_computer_tool_call_param import ResponseComputerToolCallParam
    from ..models.response_configuration_update_item_param_param import (
        ResponseConfigurationUpdateItemParamParam,
    )
    from ..models.response_custom_tool_call import ResponseCustomToolCall
    from ..models.response_custom_tool_call_output_item import (
        ResponseCustomToolCallOutputItem,
    )
    from ..models.response_custom_tool_call_output_param import (
        ResponseCustomToolCallOutputParam,
    )
    from ..models.response_custom_tool_call_param import ResponseCustomToolCallParam
    from ..models.response_file_search_tool_call import ResponseFileSearchToolCall
    from ..models.response_file_search_tool_call_param import (
        ResponseFileSearchToolCallParam,
    )
    from ..models.response_function_shell_tool_call import ResponseFunctionShellToolCall
    from ..models.response_function_shell_tool_call_output import (
        ResponseFunctionShellToolCallOutput,
    )
    from ..models.response_function_tool_call import ResponseFunctionToolCall
    from ..models.response_function_tool_call_output_item import (
        ResponseFunctionToolCallOutputItem,
    )
    from ..models.response_function_tool_call_param import ResponseFunctionToolCallParam
    from ..models.response_function_web_search import ResponseFunctionWebSearch
    from ..models.response_function_web_search_param import (
        ResponseFunctionWebSearchParam,
    )
    from ..models.response_input_item_param_additional_tools import (
        ResponseInputItemParamAdditionalTools,
    )
    from ..models.response_input_item_param_image_generation_call import (
        ResponseInputItemParamImageGenerationCall,
    )
    from ..models.response_input_item_param_mcp_approval_response import (
        ResponseInputItemParamMcpApprovalResponse,
    )
    from ..models.response_input_item_param_mcp_call import (
        ResponseInputItemParamMcpCall,
    )
    from ..models.response_input_item_param_message import ResponseInputItemParamMessage
    from ..models.response_output_item_additional_tools import (
        ResponseOutputItemAdditionalTools,
    )
    from ..models.response_output_item_image_generation_call import (
        ResponseOutputItemImageGenerationCall,
    )
    from ..models.response_output_item_mcp_approval_response import (
        ResponseOutputItemMcpApprovalResponse,
    )
    from ..models.response_output_item_mcp_call import ResponseOutputItemMcpCall
    from ..models.response_output_message import ResponseOutputMessage
    from ..models.response_output_message_param import ResponseOutputMessageParam
    from ..models.response_prompt import ResponsePrompt
    from ..models.response_reasoning_item import ResponseReasoningItem
    from ..models.response_reasoning_item_param import ResponseReasoningItemParam
    from ..models.response_text_config import ResponseTextConfig
    from ..models.response_tool_search_call import ResponseToolSearchCall
    from ..models.response_tool_search_output_item import ResponseToolSearchOutputItem
    from ..models.response_tool_search_output_item_param_param import (
        ResponseToolSearchOutputItemParamParam,
    )
    from ..models.responses_request_logit_bias import ResponsesRequestLogitBias
    from ..models.responses_request_media_io_kwargs import ResponsesRequestMediaIoKwargs
    from ..models.responses_request_metadata import ResponsesRequestMetadata
    from ..models.responses_request_vllm_xargs import ResponsesRequestVllmXargs
    from ..models.responses_tool_code_interpreter import ResponsesToolCodeInterpreter
    from ..models.responses_tool_image_generation import ResponsesToolImageGeneration
    from ..models.responses_tool_mcp import ResponsesToolMcp
    from ..models.shared_reasoning import SharedReasoning
    from ..models.shell_call import ShellCall
    from ..models.shell_call_output import ShellCallOutput
    from ..models.structured_outputs_params import StructuredOutputsParams
    from ..models.tool_choice_allowed import ToolChoiceAllowed
    from ..models.tool_choice_apply_patch import ToolChoiceApplyPatch
    from ..models.tool_choice_custom import ToolChoiceCustom
    from ..models.tool_choice_function import ToolChoiceFunction
    from ..models.tool_choice_mcp import ToolChoiceMcp
    from ..models.tool_choice_shell import ToolChoiceShell
    from ..models.tool_choice_specific_programmatic_tool_calling_param import (
        ToolChoiceSpecificProgrammaticToolCallingParam,
    )
    from ..models.tool_choice_types import ToolChoiceTypes
    from ..models.tool_search_call import ToolSearchCall
    from ..models.tool_search_tool import ToolSearchTool
    from ..models.web_search_preview_tool import WebSearchPreviewTool
    from ..models.web_search_tool import WebSearchTool


_PENDING: dict[str, str] = {
    "ApplyPatchCall": "apply_patch_call",
    "ApplyPatchCallOutput": "apply_patch_call_output",
    "ApplyPatchTool": "apply_patch_tool",
    "CompactionTrigger": "compaction_trigger",
    "ComputerCallOutput": "computer_call_output",
    "ComputerTool": "computer_tool",
    "ComputerUsePreviewTool": "computer_use_preview_tool",
    "CustomTool": "custom_tool",
    "EasyInputMessageParam": "easy_input_message_param",
    "FileSearchTool": "file_search_tool",
    "FunctionCallOutput": "function_call_output",
    "FunctionShellTool": "function_shell_tool",
    "FunctionTool": "function_tool",
    "ItemReference": "item_reference",
    "JsonObject": "json_object",
    "LocalShell": "local_shell",
    "LocalShellCall": "local_shell_call",
    "LocalShellCallOutput": "local_shell_call_output",
    "McpApprovalRequest": "mcp_approval_request",
    "McpListTools": "mcp_list_tools",
    "NamespaceTool": "namespace_tool",
    "OpenaiHarmonyMessage": "openai_harmony_message",
    "Program": "program",
    "ProgramOutput": "program_output",
    "ProgrammaticToolCalling": "programmatic_tool_calling",
    "PromptCacheOptionsParam": "prompt_cache_options_param",
    "ResponseApplyPatchToolCall": "response_apply_patch_tool_call",
    "ResponseApplyPatchToolCallOutput": "response_apply_patch_tool_call_output",
    "ResponseCodeInterpreterToolCall": "response_code_interpreter_tool_call",
    "ResponseCodeInterpreterToolCallParam": "response_code_interpreter_tool_call_param",
    "ResponseCompactionItem": "response_compaction_item",
    "ResponseCompactionItemParamParam": "response_compaction_item_param_param",
    "ResponseComputerToolCall": "response_computer_tool_call",
    "ResponseComputerToolCallOutputItem": "response_computer_tool_call_output_item",
    "ResponseComputerToolCallParam": "response_computer_tool_call_param",
    "ResponseConfigurationUpdateItemParamParam": "response_configuration_update_item_param_param",
    "ResponseCustomToolCall": "response_custom_tool_call",
    "ResponseCustomToolCallOutputItem": "response_custom_tool_call_output_item",
    "ResponseCustomToolCallOutputParam": "response_custom_tool_call_output_param",
    "ResponseCustomToolCallParam": "response_custom_tool_call_param",
    "ResponseFileSearchToolCall": "response_file_search_tool_call",
    "ResponseFileSearchToolCallParam": "response_file_search_tool_call_param",
    "ResponseFunctionShellToolCall": "response_function_shell_tool_call",
    "ResponseFunctionShellToolCallOutput": "response_function_shell_tool_call_output",
    "ResponseFunctionToolCall": "response_function_tool_call",
    "ResponseFunctionToolCallOutputItem": "response_function_tool_call_output_item",
    "ResponseFunctionToolCallParam": "response_function_tool_call_param",
    "ResponseFunctionWebSearch": "response_function_web_search",
    "ResponseFunctionWebSearchParam": "response_function_web_search_param",
    "ResponseInputItemParamAdditionalTools": "response_input_item_param_additional_tools",
    "ResponseInputItemParamImageGenerationCall": "response_input_item_param_image_generation_call",
    "ResponseInputItemParamMcpApprovalResponse": "response_input_item_param_mcp_approval_response",
    "ResponseInputItemParamMcpCall": "response_input_item_param_mcp_call",
    "ResponseInputItemParamMessage": "response_input_item_param_message",
    "ResponseOutputItemAdditionalTools": "response_output_item_additional_tools",
    "ResponseOutputItemImageGenerationCall": "response_output_item_image_generation_call",
    "ResponseOutputItemMcpApprovalResponse": "response_output_item_mcp_approval_response",
    "ResponseOutputItemMcpCall": "response_output_item_mcp_call",
    "ResponseOutputMessage": "response_output_message",
    "ResponseOutputMessageParam": "response_output_message_param",
    "ResponsePrompt": "response_prompt",
    "ResponseReasoningItem": "response_reasoning_item",
    "ResponseReasoningItemParam": "response_reasoning_item_param",
    "ResponseTextConfig": "response_text_config",
    "ResponseToolSearchCall": "response_tool_search_call",
    "ResponseToolSearchOutputItem": "response_tool_search_output_item",
    "ResponseToolSearchOutputItemParamParam": "response_tool_search_output_item_param_param",
    "ResponsesRequestLogitBias": "responses_request_logit_bias",
    "ResponsesRequestMediaIoKwargs": "responses_request_media_io_kwargs",
    "ResponsesRequestMetadata": "responses_request_metadata",
    "ResponsesRequestVllmXargs": "responses_request_vllm_xargs",
    "ResponsesToolCodeInterpreter": "responses_tool_code_interpreter",
    "ResponsesToolImageGeneration": "responses_tool_image_generation",
    "ResponsesToolMcp": "responses_tool_mcp",
    "SharedReasoning": "shared_reasoning",
    "ShellCall": "shell_call",
    "ShellCallOutput": "shell_call_output",
    "StructuredOutputsParams": "structured_outputs_params",
    "ToolChoiceAllowed": "tool_choice_allowed",
    "ToolChoiceApplyPatch": "tool_choice_apply_patch",
    "ToolChoiceCustom": "tool_choice_custom",
    "ToolChoiceFunction": "tool_choice_function",
    "ToolChoiceMcp": "tool_choice_mcp",
    "ToolChoiceShell": "tool_choice_shell",
    "ToolChoiceSpecificProgrammaticToolCallingParam": "tool_choice_specific_programmatic_tool_calling_param",
    "ToolChoiceTypes": "tool_choice_types",
    "ToolSearchCall": "tool_search_call",
    "ToolSearchTool": "tool_search_tool",
    "WebSearchPreviewTool": "web_search_preview_tool",
    "WebSearchTool": "web_search_tool",
}

T = TypeVar("T", bound="ResponsesRequest")


@_attrs_define
class ResponsesRequest:
    """
    Attributes:
        input_ (list[ApplyPatchCall | ApplyPatchCallOutput | CompactionTrigger | ComputerCallOutput |
            EasyInputMessageParam | FunctionCallOutput | ItemReference | LocalShellCall | LocalShellCallOutput |
            McpApprovalRequest | McpListTools | Program | ProgramOutput | ResponseApplyPatchToolCall |
            ResponseApplyPatchToolCallOutput | ResponseCodeInterpreterToolCall | ResponseCodeInterpreterToolCallParam |
            ResponseCompactionItem | ResponseCompactionItemParamParam | ResponseComputerToolCall |
            ResponseComputerToolCallOutputItem | ResponseComputerToolCallParam | ResponseConfigurationUpdateItemParamParam |
            ResponseCustomToolCall | ResponseCustomToolCallOutputItem | ResponseCustomToolCallOutputParam |
            ResponseCustomToolCallParam | ResponseFileSearchToolCall | ResponseFileSearchToolCallParam |
            ResponseFunctionShellToolCall | ResponseFunctionShellToolCallOutput | ResponseFunctionToolCall |
            ResponseFunctionToolCallOutputItem | ResponseFunctionToolCallParam | ResponseFunctionWebSearch |
            ResponseFunctionWebSearchParam | ResponseInputItemParamAdditionalTools |
            ResponseInputItemParamImageGenerationCall | ResponseInputItemParamMcpApprovalResponse |
            ResponseInputItemParamMcpCall | ResponseInputItemParamMessage | ResponseOutputItemAdditionalTools |
            ResponseOutputItemImageGenerationCall | ResponseOutputItemMcpApprovalResponse | ResponseOutputItemMcpCall |
            ResponseOutputMessage | ResponseOutputMessageParam | ResponseReasoningItem | ResponseReasoningItemParam |
            ResponseToolSearchCall | ResponseToolSearchOutputItem | ResponseToolSearchOutputItemParamParam | ShellCall |
            ShellCallOutput | ToolSearchCall] | str):
        background (bool | None | Unset):
        cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
            prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
            access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
            256 bit).
        chat_template_kwargs (JsonObject | None | Unset): Additional keyword args to pass to the chat template renderer.
            Will be accessible by the template.
        ec_transfer_params (JsonObject | None | Unset): ECTransfer parameters used for encoder-cache disaggregated
            serving.
        enable_response_messages (bool | Unset): Dictates whether or not to return messages as part of the response
            object. Currently only supported for non-background.
        frequency_penalty (float | None | Unset): The frequency penalty that was used to penalize new tokens based on
            their frequency in the text so far.
        ignore_eos (bool | Unset):
        include (list[ResponsesRequestIncludeItem] | None | Unset):
        include_reasoning (bool | Unset): Whether to include reasoning content in the response. When false, reasoning
            tokens are still generated but excluded from the output. This reduces network traffic without affecting model
            inference.
        include_stop_str_in_output (bool | Unset):
        instructions (None | str | Unset):
        kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters used for disaggregated serving.
        logit_bias (None | ResponsesRequestLogitBias | Unset):
        max_output_tokens (int | None | Unset):
        max_tool_calls (int | None | Unset):
        media_io_kwargs (None | ResponsesRequestMediaIoKwargs | Unset): Additional kwargs to pass to the media IO
            connectors, keyed by modality. Merged with engine-level media_io_kwargs.
        metadata (None | ResponsesRequestMetadata | Unset):
        min_p (float | None | Unset):
        mm_payload (ResponsesRequestMmPayload | Unset): What the render response's `features` carry for multimodal
            items. 'tensors' serializes the processed tensors into `kwargs_data` and `mm_metadata`. 'none' sets both to null
            for callers that need only the token layout and item hashes, such as cache-aware routers. Do not send a 'none'
            response to `/inference/v1/generate` which reads a null `kwargs_data` as every item being cached. Only supported
            on the render endpoints. Ignored on regular generation endpoints.
        mm_processor_kwargs (JsonObject | None | Unset): Additional kwargs to pass to the HF processor.
        model (None | str | Unset):
        parallel_tool_calls (bool | None | Unset):
        presence_penalty (float | None | Unset): The presence penalty that was used to penalize new tokens based on
            whether they appear in the text so far.
        previous_input_messages (list[JsonObject | OpenaiHarmonyMessage] | None | Unset):
        previous_response_id (None | str | Unset):
        priority (int | Unset): The priority of the request (lower means earlier handling; default: 0). Any priority
            other than 0 will raise an error if the served model does not use priority scheduling.
        prompt (None | ResponsePrompt | Unset):
        prompt_cache_key (None | str | Unset): A key that was used to read from or write to the prompt cache.Note: This
            field has not been implemented yet and vLLM will ignore it.
        prompt_cache_options (None | PromptCacheOptionsParam | Unset): Prompt-caching options. Accepted and echoed in
            the response; vLLM does not act on them.
        prompt_cache_retention (None | ResponsesRequestPromptCacheRetention | Unset): Prompt cache retention policy.
            Accepted and echoed in the response; vLLM does not act on it.
        reasoning (None | SharedReasoning | Unset):
        repetition_penalty (float | None | Unset):
        request_id (str | Unset): The request_id related to this request. If the caller does not set it, a random_uuid
            will be generated. This id is used through out the inference process and return in response.
        return_mm_kwargs (bool | None | Unset): Deprecated alias: false is the same as `mm_payload='none'`. Ignored when
            `mm_payload` is set.
        safety_identifier (None | str | Unset): Stable identifier for the end user. Accepted and echoed in the response;
            vLLM does not act on it.
        seed (int | None | Unset):
        service_tier (ResponsesRequestServiceTier | Unset):
        session_id (None | str | Unset): Stable session identity shared by related requests. Unlike request_id, this
            value is expected to remain stable across multiple requests in the same conversation or agent session.
        skip_special_tokens (bool | None | Unset):
        spaces_between_special_tokens (bool | Unset):
        stop (list[str] | None | str | Unset):
        stop_token_ids (list[int] | None | Unset):
        store (bool | None | Unset):
        stream (bool | None | Unset):
        structured_outputs (None | StructuredOutputsParams | Unset): Additional kwargs for structured outputs
        temperature (float | None | Unset):
        text (None | ResponseTextConfig | Unset):
        tool_choice (ResponsesRequestToolChoice | ToolChoiceAllowed | ToolChoiceApplyPatch | ToolChoiceCustom |
            ToolChoiceFunction | ToolChoiceMcp | ToolChoiceShell | ToolChoiceSpecificProgrammaticToolCallingParam |
            ToolChoiceTypes | Unset):
        tools (list[ApplyPatchTool | ComputerTool | ComputerUsePreviewTool | CustomTool | FileSearchTool |
            FunctionShellTool | FunctionTool | LocalShell | NamespaceTool | ProgrammaticToolCalling |
            ResponsesToolCodeInterpreter | ResponsesToolImageGeneration | ResponsesToolMcp | ToolSearchTool |
            WebSearchPreviewTool | WebSearchTool] | Unset):
        top_k (int | None | Unset):
        top_logprobs (int | None | Unset):
        top_p (float | None | Unset):
        truncation (None | ResponsesRequestTruncation | Unset):
        user (None | str | Unset):
        vllm_xargs (None | ResponsesRequestVllmXargs | Unset): Additional request parameters with (list of) string or
            numeric values, used by custom extensions.
        watermarking (bool | None | Unset):
    """

    input_: (
        list[
            ApplyPatchCall
            | ApplyPatchCallOutput
            | CompactionTrigger
            | ComputerCallOutput
            | EasyInputMessageParam
            | FunctionCallOutput
            | ItemReference
            | LocalShellCall
            | LocalShellCallOutput
            | McpApprovalRequest
            | McpListTools
            | Program
            | ProgramOutput
            | ResponseApplyPatchToolCall
            | ResponseApplyPatchToolCallOutput
            | ResponseCodeInterpreterToolCall
            | ResponseCodeInterpreterToolCallParam
            | ResponseCompactionItem
            | ResponseCompactionItemParamParam
            | ResponseComputerToolCall
            | ResponseComputerToolCallOutputItem
            | ResponseComputerToolCallParam
            | ResponseConfigurationUpdateItemParamParam
            | ResponseCustomToolCall
            | ResponseCustomToolCallOutputItem
            | ResponseCustomToolCallOutputParam
            | ResponseCustomToolCallParam
            | ResponseFileSearchToolCall
            | ResponseFileSearchToolCallParam
            | ResponseFunctionShellToolCall
            | ResponseFunctionShellToolCallOutput
            | ResponseFunctionToolCall
            | ResponseFunctionToolCallOutputItem
            | ResponseFunctionToolCallParam
            | ResponseFunctionWebSearch
            | ResponseFunctionWebSearchParam
            | ResponseInputItemParamAdditionalTools
            | ResponseInputItemParamImageGenerationCall
            | ResponseInputItemParamMcpApprovalResponse
            | ResponseInputItemParamMcpCall
            | ResponseInputItemParamMessage
            | ResponseOutputItemAdditionalTools
            | ResponseOutputItemImageGenerationCall
            | ResponseOutputItemMcpApprovalResponse
            | ResponseOutputItemMcpCall
            | ResponseOutputMessage
            | ResponseOutputMessageParam
            | ResponseReasoningItem
            | ResponseReasoningItemParam
            | ResponseToolSearchCall
            | ResponseToolSearchOutputItem
            | ResponseToolSearchOutputItemParamParam
            | ShellCall
            | ShellCallOutput
            | ToolSearchCall
        ]
        | str
    )
    background: bool | None | Unset = UNSET
    cache_salt: None | str | Unset = UNSET
    chat_template_kwargs: JsonObject | None | Unset = UNSET
    ec_transfer_params: JsonObject | None | Unset = UNSET
    enable_response_messages: bool | Unset = UNSET
    frequency_penalty: float | None | Unset = UNSET
    ignore_eos: bool | Unset = UNSET
    include: list[ResponsesRequestIncludeItem] | None | Unset = UNSET
    include_reasoning: bool | Unset = UNSET
    include_stop_str_in_output: bool | Unset = UNSET
    instructions: None | str | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    logit_bias: None | ResponsesRequestLogitBias | Unset = UNSET
    max_output_tokens: int | None | Unset = UNSET
    max_tool_calls: int | None | Unset = UNSET
    media_io_kwargs: None | ResponsesRequestMediaIoKwargs | Unset = UNSET
    metadata: None | ResponsesRequestMetadata | Unset = UNSET
    min_p: float | None | Unset = UNSET
    mm_payload: ResponsesRequestMmPayload | Unset = UNSET
    mm_processor_kwargs: JsonObject | None | Unset = UNSET
    model: None | str | Unset = UNSET
    parallel_tool_calls: bool | None | Unset = UNSET
    presence_penalty: float | None | Unset = UNSET
    previous_input_messages: list[JsonObject | OpenaiHarmonyMessage] | None | Unset = (
        UNSET
    )
    previous_response_id: None | str | Unset = UNSET
    priority: int | Unset = UNSET
    prompt: None | ResponsePrompt | Unset = UNSET
    prompt_cache_key: None | str | Unset = UNSET
    prompt_cache_options: None | PromptCacheOptionsParam | Unset = UNSET
    prompt_cache_retention: None | ResponsesRequestPromptCacheRetention | Unset = UNSET
    reasoning: None | SharedReasoning | Unset = UNSET
    repetition_penalty: float | None | Unset = UNSET
    request_id: str | Unset = UNSET
    return_mm_kwargs: bool | None | Unset = UNSET
    safety_identifier: None | str | Unset = UNSET
    seed: int | None | Unset = UNSET
    service_tier: ResponsesRequestServiceTier | Unset = UNSET
    session_id: None | str | Unset = UNSET
    skip_special_tokens: bool | None | Unset = UNSET
    spaces_between_special_tokens: bool | Unset = UNSET
    stop: list[str] | None | str | Unset = UNSET
    stop_token_ids: list[int] | None | Unset = UNSET
    store: bool | None | Unset = UNSET
    stream: bool | None | Unset = UNSET
    structured_outputs: None | StructuredOutputsParams | Unset = UNSET
    temperature: float | None | Unset = UNSET
    text: None | ResponseTextConfig | Unset = UNSET
    tool_choice: (
        ResponsesRequestToolChoice
        | ToolChoiceAllowed
        | ToolChoiceApplyPatch
        | ToolChoiceCustom
        | ToolChoiceFunction
        | ToolChoiceMcp
        | ToolChoiceShell
        | ToolChoiceSpecificProgrammaticToolCallingParam
        | ToolChoiceTypes
        | Unset
    ) = UNSET
    tools: (
        list[
            ApplyPatchTool
            | ComputerTool
            | ComputerUsePreviewTool
            | CustomTool
            | FileSearchTool
            | FunctionShellTool
            | FunctionTool
            | LocalShell
            | NamespaceTool
            | ProgrammaticToolCalling
            | ResponsesToolCodeInterpreter
            | ResponsesToolImageGeneration
            | ResponsesToolMcp
            | ToolSearchTool
            | WebSearchPreviewTool
            | WebSearchTool
        ]
        | Unset
    ) = UNSET
    top_k: int | None | Unset = UNSET
    top_logprobs: int | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    truncation: None | ResponsesRequestTruncation | Unset = UNSET
    user: None | str | Unset = UNSET
    vllm_xargs: None | ResponsesRequestVllmXargs | Unset = UNSET
    watermarking: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        input_: list[dict[str, Any]] | str
        if isinstance(self.input_, list):
            input_ = []
            for input_type_1_item_data in self.input_:
                input_type_1_item: dict[str, Any]
                if isinstance(input_type_1_item_data, EasyInputMessageParam):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseInputItemParamMessage):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseOutputMessageParam):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseFileSearchToolCallParam
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseComputerToolCallParam):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ComputerCallOutput):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseFunctionWebSearchParam):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseFunctionToolCallParam):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, FunctionCallOutput):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ToolSearchCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseToolSearchOutputItemParamParam
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseInputItemParamAdditionalTools
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseConfigurationUpdateItemParamParam
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseReasoningItemParam):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseCompactionItemParamParam
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseInputItemParamImageGenerationCall
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseCodeInterpreterToolCallParam
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, LocalShellCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, LocalShellCallOutput):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ShellCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ShellCallOutput):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ApplyPatchCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ApplyPatchCallOutput):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, McpListTools):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, McpApprovalRequest):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseInputItemParamMcpApprovalResponse
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseInputItemParamMcpCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseCustomToolCallOutputParam
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseCustomToolCallParam):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, CompactionTrigger):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ItemReference):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, Program):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ProgramOutput):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseOutputMessage):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseFileSearchToolCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseFunctionToolCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseFunctionToolCallOutputItem
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseFunctionWebSearch):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseComputerToolCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseComputerToolCallOutputItem
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseReasoningItem):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseToolSearchCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseToolSearchOutputItem):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseOutputItemAdditionalTools
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseCompactionItem):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseOutputItemImageGenerationCall
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseCodeInterpreterToolCall
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseFunctionShellToolCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseFunctionShellToolCallOutput
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseApplyPatchToolCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseApplyPatchToolCallOutput
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseOutputItemMcpCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(
                    input_type_1_item_data, ResponseOutputItemMcpApprovalResponse
                ):
                    input_type_1_item = input_type_1_item_data.to_dict()
                elif isinstance(input_type_1_item_data, ResponseCustomToolCall):
                    input_type_1_item = input_type_1_item_data.to_dict()
                else:
                    input_type_1_item = input_type_1_item_data.to_dict()

                input_.append(input_type_1_item)

        else:
            input_ = self.input_

        background: bool | None | Unset
        if isinstance(self.background, Unset):
            background = UNSET
        else:
            background = self.background

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

        enable_response_messages = self.enable_response_messages

        frequency_penalty: float | None | Unset
        if isinstance(self.frequency_penalty, Unset):
            frequency_penalty = UNSET
        else:
            frequency_penalty = self.frequency_penalty

        ignore_eos = self.ignore_eos

        include: list[str] | None | Unset
        if isinstance(self.include, Unset):
            include = UNSET
        elif isinstance(self.include, list):
            include = []
            for include_type_0_item_data in self.include:
                include_type_0_item: str = include_type_0_item_data
                include.append(include_type_0_item)

        else:
            include = self.include

        include_reasoning = self.include_reasoning

        include_stop_str_in_output = self.include_stop_str_in_output

        instructions: None | str | Unset
        if isinstance(self.instructions, Unset):
            instructions = UNSET
        else:
            instructions = self.instructions

        kv_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.kv_transfer_params, Unset):
            kv_transfer_params = UNSET
        elif isinstance(self.kv_transfer_params, JsonObject):
            kv_transfer_params = self.kv_transfer_params.to_dict()
        else:
            kv_transfer_params = self.kv_transfer_params

        logit_bias: dict[str, Any] | None | Unset
        if isinstance(self.logit_bias, Unset):
            logit_bias = UNSET
        elif isinstance(self.logit_bias, ResponsesRequestLogitBias):
            logit_bias = self.logit_bias.to_dict()
        else:
            logit_bias = self.logit_bias

        max_output_tokens: int | None | Unset
        if isinstance(self.max_output_tokens, Unset):
            max_output_tokens = UNSET
        else:
            max_output_tokens = self.max_output_tokens

        max_tool_calls: int | None | Unset
        if isinstance(self.max_tool_calls, Unset):
            max_tool_calls = UNSET
        else:
            max_tool_calls = self.max_tool_calls

        media_io_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.media_io_kwargs, Unset):
            media_io_kwargs = UNSET
        elif isinstance(self.media_io_kwargs, ResponsesRequestMediaIoKwargs):
            media_io_kwargs = self.media_io_kwargs.to_dict()
        else:
            media_io_kwargs = self.media_io_kwargs

        metadata: dict[str, Any] | None | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        elif isinstance(self.metadata, ResponsesRequestMetadata):
            metadata = self.metadata.to_dict()
        else:
            metadata = self.metadata

        min_p: float | None | Unset
        if isinstance(self.min_p, Unset):
            min_p = UNSET
        else:
            min_p = self.min_p

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

        previous_input_messages: list[dict[str, Any]] | None | Unset
        if isinstance(self.previous_input_messages, Unset):
            previous_input_messages = UNSET
        elif isinstance(self.previous_input_messages, list):
            previous_input_messages = []
            for (
                previous_input_messages_type_0_item_data
            ) in self.previous_input_messages:
                previous_input_messages_type_0_item: dict[str, Any]
                if isinstance(
                    previous_input_messages_type_0_item_data, OpenaiHarmonyMessage
                ):
                    previous_input_messages_type_0_item = (
                        previous_input_messages_type_0_item_data.to_dict()
                    )
                else:
                    previous_input_messages_type_0_item = (
                        previous_input_messages_type_0_item_data.to_dict()
                    )

                previous_input_messages.append(previous_input_messages_type_0_item)

        else:
            previous_input_messages = self.previous_input_messages

        previous_response_id: None | str | Unset
        if isinstance(self.previous_response_id, Unset):
            previous_response_id = UNSET
        else:
            previous_response_id = self.previous_response_id

        priority = self.priority

        prompt: dict[str, Any] | None | Unset
        if isinstance(self.prompt, Unset):
            prompt = UNSET
        elif isinstance(self.prompt, ResponsePrompt):
            prompt = self.prompt.to_dict()
        else:
            prompt = self.prompt

        prompt_cache_key: None | str | Unset
        if isinstance(self.prompt_cache_key, Unset):
            prompt_cache_key = UNSET
        else:
            prompt_cache_key = self.prompt_cache_key

        prompt_cache_options: dict[str, Any] | None | Unset
        if isinstance(self.prompt_cache_options, Unset):
            prompt_cache_options = UNSET
        elif isinstance(self.prompt_cache_options, PromptCacheOptionsParam):
            prompt_cache_options = self.prompt_cache_options.to_dict()
        else:
            prompt_cache_options = self.prompt_cache_options

        prompt_cache_retention: None | str | Unset
        if isinstance(self.prompt_cache_retention, Unset):
            prompt_cache_retention = UNSET
        elif isinstance(self.prompt_cache_retention, str):
            prompt_cache_retention = self.prompt_cache_retention
        else:
            prompt_cache_retention = self.prompt_cache_retention

        reasoning: dict[str, Any] | None | Unset
        if isinstance(self.reasoning, Unset):
            reasoning = UNSET
        elif isinstance(self.reasoning, SharedReasoning):
            reasoning = self.reasoning.to_dict()
        else:
            reasoning = self.reasoning

        repetition_penalty: float | None | Unset
        if isinstance(self.repetition_penalty, Unset):
            repetition_penalty = UNSET
        else:
            repetition_penalty = self.repetition_penalty

        request_id = self.request_id

        return_mm_kwargs: bool | None | Unset
        if isinstance(self.return_mm_kwargs, Unset):
            return_mm_kwargs = UNSET
        else:
            return_mm_kwargs = self.return_mm_kwargs

        safety_identifier: None | str | Unset
        if isinstance(self.safety_identifier, Unset):
            safety_identifier = UNSET
        else:
            safety_identifier = self.safety_identifier

        seed: int | None | Unset
        if isinstance(self.seed, Unset):
            seed = UNSET
        else:
            seed = self.seed

        service_tier: str | Unset = UNSET
        if not isinstance(self.service_tier, Unset):
            service_tier = self.service_tier

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

        store: bool | None | Unset
        if isinstance(self.store, Unset):
            store = UNSET
        else:
            store = self.store

        stream: bool | None | Unset
        if isinstance(self.stream, Unset):
            stream = UNSET
        else:
            stream = self.stream

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

        text: dict[str, Any] | None | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        elif isinstance(self.text, ResponseTextConfig):
            text = self.text.to_dict()
        else:
            text = self.text

        tool_choice: dict[str, Any] | str | Unset
        if isinstance(self.tool_choice, Unset):
            tool_choice = UNSET
        elif isinstance(self.tool_choice, str):
            tool_choice = self.tool_choice
        elif isinstance(self.tool_choice, ToolChoiceAllowed):
            tool_choice = self.tool_choice.to_dict()
        elif isinstance(self.tool_choice, ToolChoiceTypes):
            tool_choice = self.tool_choice.to_dict()
        elif isinstance(self.tool_choice, ToolChoiceFunction):
            tool_choice = self.tool_choice.to_dict()
        elif isinstance(self.tool_choice, ToolChoiceMcp):
            tool_choice = self.tool_choice.to_dict()
        elif isinstance(self.tool_choice, ToolChoiceCustom):
            tool_choice = self.tool_choice.to_dict()
        elif isinstance(
            self.tool_choice, ToolChoiceSpecificProgrammaticToolCallingParam
        ):
            tool_choice = self.tool_choice.to_dict()
        elif isinstance(self.tool_choice, ToolChoiceApplyPatch):
            tool_choice = self.tool_choice.to_dict()
        else:
            tool_choice = self.tool_choice.to_dict()

        tools: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.tools, Unset):
            tools = []
            for tools_item_data in self.tools:
                tools_item: dict[str, Any]
                if isinstance(tools_item_data, FunctionTool):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, FileSearchTool):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, ComputerTool):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, ComputerUsePreviewTool):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, WebSearchTool):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, ResponsesToolMcp):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, ResponsesToolCodeInterpreter):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, ProgrammaticToolCalling):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, ResponsesToolImageGeneration):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, LocalShell):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, FunctionShellTool):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, CustomTool):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, NamespaceTool):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, ToolSearchTool):
                    tools_item = tools_item_data.to_dict()
                elif isinstance(tools_item_data, WebSearchPreviewTool):
                    tools_item = tools_item_data.to_dict()
                else:
                    tools_item = tools_item_data.to_dict()

                tools.append(tools_item)

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

        truncation: None | str | Unset
        if isinstance(self.truncation, Unset):
            truncation = UNSET
        elif isinstance(self.truncation, str):
            truncation = self.truncation
        else:
            truncation = self.truncation

        user: None | str | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        else:
            user = self.user

        vllm_xargs: dict[str, Any] | None | Unset
        if isinstance(self.vllm_xargs, Unset):
            vllm_xargs = UNSET
        elif isinstance(self.vllm_xargs, ResponsesRequestVllmXargs):
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
                "input": input_,
            }
        )
        if background is not UNSET:
            field_dict["background"] = background
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs
        if ec_transfer_params is not UNSET:
            field_dict["ec_transfer_params"] = ec_transfer_params
        if enable_response_messages is not UNSET:
            field_dict["enable_response_messages"] = enable_response_messages
        if frequency_penalty is not UNSET:
            field_dict["frequency_penalty"] = frequency_penalty
        if ignore_eos is not UNSET:
            field_dict["ignore_eos"] = ignore_eos
        if include is not UNSET:
            field_dict["include"] = include
        if include_reasoning is not UNSET:
            field_dict["include_reasoning"] = include_reasoning
        if include_stop_str_in_output is not UNSET:
            field_dict["include_stop_str_in_output"] = include_stop_str_in_output
        if instructions is not UNSET:
            field_dict["instructions"] = instructions
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if logit_bias is not UNSET:
            field_dict["logit_bias"] = logit_bias
        if max_output_tokens is not UNSET:
            field_dict["max_output_tokens"] = max_output_tokens
        if max_tool_calls is not UNSET:
            field_dict["max_tool_calls"] = max_tool_calls
        if media_io_kwargs is not UNSET:
            field_dict["media_io_kwargs"] = media_io_kwargs
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if min_p is not UNSET:
            field_dict["min_p"] = min_p
        if mm_payload is not UNSET:
            field_dict["mm_payload"] = mm_payload
        if mm_processor_kwargs is not UNSET:
            field_dict["mm_processor_kwargs"] = mm_processor_kwargs
        if model is not UNSET:
            field_dict["model"] = model
        if parallel_tool_calls is not UNSET:
            field_dict["parallel_tool_calls"] = parallel_tool_calls
        if presence_penalty is not UNSET:
            field_dict["presence_penalty"] = presence_penalty
        if previous_input_messages is not UNSET:
            field_dict["previous_input_messages"] = previous_input_messages
        if previous_response_id is not UNSET:
            field_dict["previous_response_id"] = previous_response_id
        if priority is not UNSET:
            field_dict["priority"] = priority
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if prompt_cache_key is not UNSET:
            field_dict["prompt_cache_key"] = prompt_cache_key
        if prompt_cache_options is not UNSET:
            field_dict["prompt_cache_options"] = prompt_cache_options
        if prompt_cache_retention is not UNSET:
            field_dict["prompt_cache_retention"] = prompt_cache_retention
        if reasoning is not UNSET:
            field_dict["reasoning"] = reasoning
        if repetition_penalty is not UNSET:
            field_dict["repetition_penalty"] = repetition_penalty
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if return_mm_kwargs is not UNSET:
            field_dict["return_mm_kwargs"] = return_mm_kwargs
        if safety_identifier is not UNSET:
            field_dict["safety_identifier"] = safety_identifier
        if seed is not UNSET:
            field_dict["seed"] = seed
        if service_tier is not UNSET:
            field_dict["service_tier"] = service_tier
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
        if store is not UNSET:
            field_dict["store"] = store
        if stream is not UNSET:
            field_dict["stream"] = stream
        if structured_outputs is not UNSET:
            field_dict["structured_outputs"] = structured_outputs
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if text is not UNSET:
            field_dict["text"] = text
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
        if truncation is not UNSET:
            field_dict["truncation"] = truncation
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

        def _parse_input_(
            data: object,
        ) -> (
            list[
                ApplyPatchCall
                | ApplyPatchCallOutput
                | CompactionTrigger
                | ComputerCallOutput
                | EasyInputMessageParam
                | FunctionCallOutput
                | ItemReference
                | LocalShellCall
                | LocalShellCallOutput
                | McpApprovalRequest
                | McpListTools
                | Program
                | ProgramOutput
                | ResponseApplyPatchToolCall
                | ResponseApplyPatchToolCallOutput
                | ResponseCodeInterpreterToolCall
                | ResponseCodeInterpreterToolCallParam
                | ResponseCompactionItem
                | ResponseCompactionItemParamParam
                | ResponseComputerToolCall
                | ResponseComputerToolCallOutputItem
                | ResponseComputerToolCallParam
                | ResponseConfigurationUpdateItemParamParam
                | ResponseCustomToolCall
                | ResponseCustomToolCallOutputItem
                | ResponseCustomToolCallOutputParam
                | ResponseCustomToolCallParam
                | ResponseFileSearchToolCall
                | ResponseFileSearchToolCallParam
                | ResponseFunctionShellToolCall
                | ResponseFunctionShellToolCallOutput
                | ResponseFunctionToolCall
                | ResponseFunctionToolCallOutputItem
                | ResponseFunctionToolCallParam
                | ResponseFunctionWebSearch
                | ResponseFunctionWebSearchParam
                | ResponseInputItemParamAdditionalTools
                | ResponseInputItemParamImageGenerationCall
                | ResponseInputItemParamMcpApprovalResponse
                | ResponseInputItemParamMcpCall
                | ResponseInputItemParamMessage
                | ResponseOutputItemAdditionalTools
                | ResponseOutputItemImageGenerationCall
                | ResponseOutputItemMcpApprovalResponse
                | ResponseOutputItemMcpCall
                | ResponseOutputMessage
                | ResponseOutputMessageParam
                | ResponseReasoningItem
                | ResponseReasoningItemParam
                | ResponseToolSearchCall
                | ResponseToolSearchOutputItem
                | ResponseToolSearchOutputItemParamParam
                | ShellCall
                | ShellCallOutput
                | ToolSearchCall
            ]
            | str
        ):
            try:
                if not isinstance(data, list):
                    raise TypeError()
                input_type_1 = []
                _input_type_1 = data
                for input_type_1_item_data in _input_type_1:

                    def _parse_input_type_1_item(
                        data: object,
                    ) -> (
                        ApplyPatchCall
                        | ApplyPatchCallOutput
                        | CompactionTrigger
                        | ComputerCallOutput
                        | EasyInputMessageParam
                        | FunctionCallOutput
                        | ItemReference
                        | LocalShellCall
                        | LocalShellCallOutput
                        | McpApprovalRequest
                        | McpListTools
                        | Program
                        | ProgramOutput
                        | ResponseApplyPatchToolCall
                        | ResponseApplyPatchToolCallOutput
                        | ResponseCodeInterpreterToolCall
                        | ResponseCodeInterpreterToolCallParam
                        | ResponseCompactionItem
                        | ResponseCompactionItemParamParam
                        | ResponseComputerToolCall
                        | ResponseComputerToolCallOutputItem
                        | ResponseComputerToolCallParam
                        | ResponseConfigurationUpdateItemParamParam
                        | ResponseCustomToolCall
                        | ResponseCustomToolCallOutputItem
                        | ResponseCustomToolCallOutputParam
                        | ResponseCustomToolCallParam
                        | ResponseFileSearchToolCall
                        | ResponseFileSearchToolCallParam
                        | ResponseFunctionShellToolCall
                        | ResponseFunctionShellToolCallOutput
                        | ResponseFunctionToolCall
                        | ResponseFunctionToolCallOutputItem
                        | ResponseFunctionToolCallParam
                        | ResponseFunctionWebSearch
                        | ResponseFunctionWebSearchParam
                        | ResponseInputItemParamAdditionalTools
                        | ResponseInputItemParamImageGenerationCall
                        | ResponseInputItemParamMcpApprovalResponse
                        | ResponseInputItemParamMcpCall
                        | ResponseInputItemParamMessage
                        | ResponseOutputItemAdditionalTools
                        | ResponseOutputItemImageGenerationCall
                        | ResponseOutputItemMcpApprovalResponse
                        | ResponseOutputItemMcpCall
                        | ResponseOutputMessage
                        | ResponseOutputMessageParam
                        | ResponseReasoningItem
                        | ResponseReasoningItemParam
                        | ResponseToolSearchCall
                        | ResponseToolSearchOutputItem
                        | ResponseToolSearchOutputItemParamParam
                        | ShellCall
                        | ShellCallOutput
                        | ToolSearchCall
                    ):
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_0 = EasyInputMessageParam.from_dict(
                                data
                            )

                            return input_type_1_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_1 = (
                                ResponseInputItemParamMessage.from_dict(data)
                            )

                            return input_type_1_item_type_1
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_2 = (
                                ResponseOutputMessageParam.from_dict(data)
                            )

                            return input_type_1_item_type_2
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_3 = (
                                ResponseFileSearchToolCallParam.from_dict(data)
                            )

                            return input_type_1_item_type_3
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_4 = (
                                ResponseComputerToolCallParam.from_dict(data)
                            )

                            return input_type_1_item_type_4
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_5 = ComputerCallOutput.from_dict(
                                data
                            )

                            return input_type_1_item_type_5
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_6 = (
                                ResponseFunctionWebSearchParam.from_dict(data)
                            )

                            return input_type_1_item_type_6
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_7 = (
                                ResponseFunctionToolCallParam.from_dict(data)
                            )

                            return input_type_1_item_type_7
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_8 = FunctionCallOutput.from_dict(
                                data
                            )

                            return input_type_1_item_type_8
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_9 = ToolSearchCall.from_dict(data)

                            return input_type_1_item_type_9
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_10 = (
                                ResponseToolSearchOutputItemParamParam.from_dict(data)
                            )

                            return input_type_1_item_type_10
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_11 = (
                                ResponseInputItemParamAdditionalTools.from_dict(data)
                            )

                            return input_type_1_item_type_11
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_12 = (
                                ResponseConfigurationUpdateItemParamParam.from_dict(
                                    data
                                )
                            )

                            return input_type_1_item_type_12
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_13 = (
                                ResponseReasoningItemParam.from_dict(data)
                            )

                            return input_type_1_item_type_13
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_14 = (
                                ResponseCompactionItemParamParam.from_dict(data)
                            )

                            return input_type_1_item_type_14
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_15 = (
                                ResponseInputItemParamImageGenerationCall.from_dict(
                                    data
                                )
                            )

                            return input_type_1_item_type_15
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_16 = (
                                ResponseCodeInterpreterToolCallParam.from_dict(data)
                            )

                            return input_type_1_item_type_16
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_17 = LocalShellCall.from_dict(data)

                            return input_type_1_item_type_17
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_18 = LocalShellCallOutput.from_dict(
                                data
                            )

                            return input_type_1_item_type_18
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_19 = ShellCall.from_dict(data)

                            return input_type_1_item_type_19
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_20 = ShellCallOutput.from_dict(data)

                            return input_type_1_item_type_20
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_21 = ApplyPatchCall.from_dict(data)

                            return input_type_1_item_type_21
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_22 = ApplyPatchCallOutput.from_dict(
                                data
                            )

                            return input_type_1_item_type_22
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_23 = McpListTools.from_dict(data)

                            return input_type_1_item_type_23
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_24 = McpApprovalRequest.from_dict(
                                data
                            )

                            return input_type_1_item_type_24
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_25 = (
                                ResponseInputItemParamMcpApprovalResponse.from_dict(
                                    data
                                )
                            )

                            return input_type_1_item_type_25
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_26 = (
                                ResponseInputItemParamMcpCall.from_dict(data)
                            )

                            return input_type_1_item_type_26
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_27 = (
                                ResponseCustomToolCallOutputParam.from_dict(data)
                            )

                            return input_type_1_item_type_27
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_28 = (
                                ResponseCustomToolCallParam.from_dict(data)
                            )

                            return input_type_1_item_type_28
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_29 = CompactionTrigger.from_dict(
                                data
                            )

                            return input_type_1_item_type_29
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_30 = ItemReference.from_dict(data)

                            return input_type_1_item_type_30
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_31 = Program.from_dict(data)

                            return input_type_1_item_type_31
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_32 = ProgramOutput.from_dict(data)

                            return input_type_1_item_type_32
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_33 = ResponseOutputMessage.from_dict(
                                data
                            )

                            return input_type_1_item_type_33
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_34 = (
                                ResponseFileSearchToolCall.from_dict(data)
                            )

                            return input_type_1_item_type_34
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_35 = (
                                ResponseFunctionToolCall.from_dict(data)
                            )

                            return input_type_1_item_type_35
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_36 = (
                                ResponseFunctionToolCallOutputItem.from_dict(data)
                            )

                            return input_type_1_item_type_36
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_37 = (
                                ResponseFunctionWebSearch.from_dict(data)
                            )

                            return input_type_1_item_type_37
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_38 = (
                                ResponseComputerToolCall.from_dict(data)
                            )

                            return input_type_1_item_type_38
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_39 = (
                                ResponseComputerToolCallOutputItem.from_dict(data)
                            )

                            return input_type_1_item_type_39
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_40 = ResponseReasoningItem.from_dict(
                                data
                            )

                            return input_type_1_item_type_40
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_43 = (
                                ResponseToolSearchCall.from_dict(data)
                            )

                            return input_type_1_item_type_43
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_44 = (
                                ResponseToolSearchOutputItem.from_dict(data)
                            )

                            return input_type_1_item_type_44
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_45 = (
                                ResponseOutputItemAdditionalTools.from_dict(data)
                            )

                            return input_type_1_item_type_45
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_46 = (
                                ResponseCompactionItem.from_dict(data)
                            )

                            return input_type_1_item_type_46
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_47 = (
                                ResponseOutputItemImageGenerationCall.from_dict(data)
                            )

                            return input_type_1_item_type_47
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_48 = (
                                ResponseCodeInterpreterToolCall.from_dict(data)
                            )

                            return input_type_1_item_type_48
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_51 = (
                                ResponseFunctionShellToolCall.from_dict(data)
                            )

                            return input_type_1_item_type_51
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_52 = (
                                ResponseFunctionShellToolCallOutput.from_dict(data)
                            )

                            return input_type_1_item_type_52
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_53 = (
                                ResponseApplyPatchToolCall.from_dict(data)
                            )

                            return input_type_1_item_type_53
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_54 = (
                                ResponseApplyPatchToolCallOutput.from_dict(data)
                            )

                            return input_type_1_item_type_54
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_55 = (
                                ResponseOutputItemMcpCall.from_dict(data)
                            )

                            return input_type_1_item_type_55
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_58 = (
                                ResponseOutputItemMcpApprovalResponse.from_dict(data)
                            )

                            return input_type_1_item_type_58
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_type_1_item_type_59 = (
                                ResponseCustomToolCall.from_dict(data)
                            )

                            return input_type_1_item_type_59
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        if not isinstance(data, dict):
                            raise TypeError()
                        input_type_1_item_type_60 = (
                            ResponseCustomToolCallOutputItem.from_dict(data)
                        )

                        return input_type_1_item_type_60

                    input_type_1_item = _parse_input_type_1_item(input_type_1_item_data)

                    input_type_1.append(input_type_1_item)

                return input_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                list[
                    ApplyPatchCall
                    | ApplyPatchCallOutput
                    | CompactionTrigger
                    | ComputerCallOutput
                    | EasyInputMessageParam
                    | FunctionCallOutput
                    | ItemReference
                    | LocalShellCall
                    | LocalShellCallOutput
                    | McpApprovalRequest
                    | McpListTools
                    | Program
                    | ProgramOutput
                    | ResponseApplyPatchToolCall
                    | ResponseApplyPatchToolCallOutput
                    | ResponseCodeInterpreterToolCall
                    | ResponseCodeInterpreterToolCallParam
                    | ResponseCompactionItem
                    | ResponseCompactionItemParamParam
                    | ResponseComputerToolCall
                    | ResponseComputerToolCallOutputItem
                    | ResponseComputerToolCallParam
                    | ResponseConfigurationUpdateItemParamParam
                    | ResponseCustomToolCall
                    | ResponseCustomToolCallOutputItem
                    | ResponseCustomToolCallOutputParam
                    | ResponseCustomToolCallParam
                    | ResponseFileSearchToolCall
                    | ResponseFileSearchToolCallParam
                    | ResponseFunctionShellToolCall
                    | ResponseFunctionShellToolCallOutput
                    | ResponseFunctionToolCall
                    | ResponseFunctionToolCallOutputItem
                    | ResponseFunctionToolCallParam
                    | ResponseFunctionWebSearch
                    | ResponseFunctionWebSearchParam
                    | ResponseInputItemParamAdditionalTools
                    | ResponseInputItemParamImageGenerationCall
                    | ResponseInputItemParamMcpApprovalResponse
                    | ResponseInputItemParamMcpCall
                    | ResponseInputItemParamMessage
                    | ResponseOutputItemAdditionalTools
                    | ResponseOutputItemImageGenerationCall
                    | ResponseOutputItemMcpApprovalResponse
                    | ResponseOutputItemMcpCall
                    | ResponseOutputMessage
                    | ResponseOutputMessageParam
                    | ResponseReasoningItem
                    | ResponseReasoningItemParam
                    | ResponseToolSearchCall
                    | ResponseToolSearchOutputItem
                    | ResponseToolSearchOutputItemParamParam
                    | ShellCall
                    | ShellCallOutput
                    | ToolSearchCall
                ]
                | str,
                data,
            )

        input_ = _parse_input_(d.pop("input"))

        def _parse_background(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        background = _parse_background(d.pop("background", UNSET))

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

        enable_response_messages = d.pop("enable_response_messages", UNSET)

        def _parse_frequency_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        frequency_penalty = _parse_frequency_penalty(d.pop("frequency_penalty", UNSET))

        ignore_eos = d.pop("ignore_eos", UNSET)

        def _parse_include(
            data: object,
        ) -> list[ResponsesRequestIncludeItem] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                include_type_0 = []
                _include_type_0 = data
                for include_type_0_item_data in _include_type_0:
                    include_type_0_item = check_responses_request_include_item(
                        include_type_0_item_data
                    )

                    include_type_0.append(include_type_0_item)

                return include_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ResponsesRequestIncludeItem] | None | Unset, data)

        include = _parse_include(d.pop("include", UNSET))

        include_reasoning = d.pop("include_reasoning", UNSET)

        include_stop_str_in_output = d.pop("include_stop_str_in_output", UNSET)

        def _parse_instructions(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        instructions = _parse_instructions(d.pop("instructions", UNSET))

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

        def _parse_logit_bias(data: object) -> None | ResponsesRequestLogitBias | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                logit_bias_type_0 = ResponsesRequestLogitBias.from_dict(data)

                return logit_bias_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesRequestLogitBias | Unset, data)

        logit_bias = _parse_logit_bias(d.pop("logit_bias", UNSET))

        def _parse_max_output_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_output_tokens = _parse_max_output_tokens(d.pop("max_output_tokens", UNSET))

        def _parse_max_tool_calls(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_tool_calls = _parse_max_tool_calls(d.pop("max_tool_calls", UNSET))

        def _parse_media_io_kwargs(
            data: object,
        ) -> None | ResponsesRequestMediaIoKwargs | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                media_io_kwargs_type_0 = ResponsesRequestMediaIoKwargs.from_dict(data)

                return media_io_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesRequestMediaIoKwargs | Unset, data)

        media_io_kwargs = _parse_media_io_kwargs(d.pop("media_io_kwargs", UNSET))

        def _parse_metadata(data: object) -> None | ResponsesRequestMetadata | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metadata_type_0 = ResponsesRequestMetadata.from_dict(data)

                return metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesRequestMetadata | Unset, data)

        metadata = _parse_metadata(d.pop("metadata", UNSET))

        def _parse_min_p(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        min_p = _parse_min_p(d.pop("min_p", UNSET))

        _mm_payload = d.pop("mm_payload", UNSET)
        mm_payload: ResponsesRequestMmPayload | Unset
        if isinstance(_mm_payload, Unset):
            mm_payload = UNSET
        else:
            mm_payload = check_responses_request_mm_payload(_mm_payload)

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

        def _parse_previous_input_messages(
            data: object,
        ) -> list[JsonObject | OpenaiHarmonyMessage] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                previous_input_messages_type_0 = []
                _previous_input_messages_type_0 = data
                for (
                    previous_input_messages_type_0_item_data
                ) in _previous_input_messages_type_0:

                    def _parse_previous_input_messages_type_0_item(
                        data: object,
                    ) -> JsonObject | OpenaiHarmonyMessage:
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            previous_input_messages_type_0_item_type_0 = (
                                OpenaiHarmonyMessage.from_dict(data)
                            )

                            return previous_input_messages_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        if not isinstance(data, dict):
                            raise TypeError()
                        previous_input_messages_type_0_item_type_1 = (
                            JsonObject.from_dict(data)
                        )

                        return previous_input_messages_type_0_item_type_1

                    previous_input_messages_type_0_item = (
                        _parse_previous_input_messages_type_0_item(
                            previous_input_messages_type_0_item_data
                        )
                    )

                    previous_input_messages_type_0.append(
                        previous_input_messages_type_0_item
                    )

                return previous_input_messages_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[JsonObject | OpenaiHarmonyMessage] | None | Unset, data)

        previous_input_messages = _parse_previous_input_messages(
            d.pop("previous_input_messages", UNSET)
        )

        def _parse_previous_response_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        previous_response_id = _parse_previous_response_id(
            d.pop("previous_response_id", UNSET)
        )

        priority = d.pop("priority", UNSET)

        def _parse_prompt(data: object) -> None | ResponsePrompt | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                prompt_type_0 = ResponsePrompt.from_dict(data)

                return prompt_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsePrompt | Unset, data)

        prompt = _parse_prompt(d.pop("prompt", UNSET))

        def _parse_prompt_cache_key(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        prompt_cache_key = _parse_prompt_cache_key(d.pop("prompt_cache_key", UNSET))

        def _parse_prompt_cache_options(
            data: object,
        ) -> None | PromptCacheOptionsParam | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                prompt_cache_options_type_0 = PromptCacheOptionsParam.from_dict(data)

                return prompt_cache_options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PromptCacheOptionsParam | Unset, data)

        prompt_cache_options = _parse_prompt_cache_options(
            d.pop("prompt_cache_options", UNSET)
        )

        def _parse_prompt_cache_retention(
            data: object,
        ) -> None | ResponsesRequestPromptCacheRetention | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                prompt_cache_retention_type_0 = (
                    check_responses_request_prompt_cache_retention(data)
                )

                return prompt_cache_retention_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesRequestPromptCacheRetention | Unset, data)

        prompt_cache_retention = _parse_prompt_cache_retention(
            d.pop("prompt_cache_retention", UNSET)
        )

        def _parse_reasoning(data: object) -> None | SharedReasoning | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reasoning_type_0 = SharedReasoning.from_dict(data)

                return reasoning_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SharedReasoning | Unset, data)

        reasoning = _parse_reasoning(d.pop("reasoning", UNSET))

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

        def _parse_return_mm_kwargs(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_mm_kwargs = _parse_return_mm_kwargs(d.pop("return_mm_kwargs", UNSET))

        def _parse_safety_identifier(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        safety_identifier = _parse_safety_identifier(d.pop("safety_identifier", UNSET))

        def _parse_seed(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seed = _parse_seed(d.pop("seed", UNSET))

        _service_tier = d.pop("service_tier", UNSET)
        service_tier: ResponsesRequestServiceTier | Unset
        if isinstance(_service_tier, Unset):
            service_tier = UNSET
        else:
            service_tier = check_responses_request_service_tier(_service_tier)

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

        def _parse_store(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        store = _parse_store(d.pop("store", UNSET))

        def _parse_stream(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        stream = _parse_stream(d.pop("stream", UNSET))

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

        def _parse_text(data: object) -> None | ResponseTextConfig | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                text_type_0 = ResponseTextConfig.from_dict(data)

                return text_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponseTextConfig | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_tool_choice(
            data: object,
        ) -> (
            ResponsesRequestToolChoice
            | ToolChoiceAllowed
            | ToolChoiceApplyPatch
            | ToolChoiceCustom
            | ToolChoiceFunction
            | ToolChoiceMcp
            | ToolChoiceShell
            | ToolChoiceSpecificProgrammaticToolCallingParam
            | ToolChoiceTypes
            | Unset
        ):
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tool_choice_type_0 = check_responses_request_tool_choice(data)

                return tool_choice_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_choice_type_1 = ToolChoiceAllowed.from_dict(data)

                return tool_choice_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_choice_type_2 = ToolChoiceTypes.from_dict(data)

                return tool_choice_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_choice_type_3 = ToolChoiceFunction.from_dict(data)

                return tool_choice_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_choice_type_4 = ToolChoiceMcp.from_dict(data)

                return tool_choice_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_choice_type_5 = ToolChoiceCustom.from_dict(data)

                return tool_choice_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_choice_type_6 = (
                    ToolChoiceSpecificProgrammaticToolCallingParam.from_dict(data)
                )

                return tool_choice_type_6
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tool_choice_type_7 = ToolChoiceApplyPatch.from_dict(data)

                return tool_choice_type_7
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            tool_choice_type_8 = ToolChoiceShell.from_dict(data)

            return tool_choice_type_8

        tool_choice = _parse_tool_choice(d.pop("tool_choice", UNSET))

        _tools = d.pop("tools", UNSET)
        tools: (
            list[
                ApplyPatchTool
                | ComputerTool
                | ComputerUsePreviewTool
                | CustomTool
                | FileSearchTool
                | FunctionShellTool
                | FunctionTool
                | LocalShell
                | NamespaceTool
                | ProgrammaticToolCalling
                | ResponsesToolCodeInterpreter
                | ResponsesToolImageGeneration
                | ResponsesToolMcp
                | ToolSearchTool
                | WebSearchPreviewTool
                | WebSearchTool
            ]
            | Unset
        ) = UNSET
        if _tools is not UNSET:
            tools = []
            for tools_item_data in _tools:

                def _parse_tools_item(
                    data: object,
                ) -> (
                    ApplyPatchTool
                    | ComputerTool
                    | ComputerUsePreviewTool
                    | CustomTool
                    | FileSearchTool
                    | FunctionShellTool
                    | FunctionTool
                    | LocalShell
                    | NamespaceTool
                    | ProgrammaticToolCalling
                    | ResponsesToolCodeInterpreter
                    | ResponsesToolImageGeneration
                    | ResponsesToolMcp
                    | ToolSearchTool
                    | WebSearchPreviewTool
                    | WebSearchTool
                ):
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_0 = FunctionTool.from_dict(data)

                        return tools_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_1 = FileSearchTool.from_dict(data)

                        return tools_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_2 = ComputerTool.from_dict(data)

                        return tools_item_type_2
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_3 = ComputerUsePreviewTool.from_dict(data)

                        return tools_item_type_3
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_4 = WebSearchTool.from_dict(data)

                        return tools_item_type_4
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_5 = ResponsesToolMcp.from_dict(data)

                        return tools_item_type_5
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_6 = ResponsesToolCodeInterpreter.from_dict(data)

                        return tools_item_type_6
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_7 = ProgrammaticToolCalling.from_dict(data)

                        return tools_item_type_7
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_8 = ResponsesToolImageGeneration.from_dict(data)

                        return tools_item_type_8
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_9 = LocalShell.from_dict(data)

                        return tools_item_type_9
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_10 = FunctionShellTool.from_dict(data)

                        return tools_item_type_10
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_11 = CustomTool.from_dict(data)

                        return tools_item_type_11
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_12 = NamespaceTool.from_dict(data)

                        return tools_item_type_12
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_13 = ToolSearchTool.from_dict(data)

                        return tools_item_type_13
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        tools_item_type_14 = WebSearchPreviewTool.from_dict(data)

                        return tools_item_type_14
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    tools_item_type_15 = ApplyPatchTool.from_dict(data)

                    return tools_item_type_15

                tools_item = _parse_tools_item(tools_item_data)

                tools.append(tools_item)

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

        def _parse_truncation(
            data: object,
        ) -> None | ResponsesRequestTruncation | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                truncation_type_0 = check_responses_request_truncation(data)

                return truncation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesRequestTruncation | Unset, data)

        truncation = _parse_truncation(d.pop("truncation", UNSET))

        def _parse_user(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        user = _parse_user(d.pop("user", UNSET))

        def _parse_vllm_xargs(data: object) -> None | ResponsesRequestVllmXargs | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                vllm_xargs_type_0 = ResponsesRequestVllmXargs.from_dict(data)

                return vllm_xargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesRequestVllmXargs | Unset, data)

        vllm_xargs = _parse_vllm_xargs(d.pop("vllm_xargs", UNSET))

        def _parse_watermarking(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        watermarking = _parse_watermarking(d.pop("watermarking", UNSET))

        responses_request = cls(
            input_=input_,
            background=background,
            cache_salt=cache_salt,
            chat_template_kwargs=chat_template_kwargs,
            ec_transfer_params=ec_transfer_params,
            enable_response_messages=enable_response_messages,
            frequency_penalty=frequency_penalty,
            ignore_eos=ignore_eos,
            include=include,
            include_reasoning=include_reasoning,
            include_stop_str_in_output=include_stop_str_in_output,
            instructions=instructions,
            kv_transfer_params=kv_transfer_params,
            logit_bias=logit_bias,
            max_output_tokens=max_output_tokens,
            max_tool_calls=max_tool_calls,
            media_io_kwargs=media_io_kwargs,
            metadata=metadata,
            min_p=min_p,
            mm_payload=mm_payload,
            mm_processor_kwargs=mm_processor_kwargs,
            model=model,
            parallel_tool_calls=parallel_tool_calls,
            presence_penalty=presence_penalty,
            previous_input_messages=previous_input_messages,
            previous_response_id=previous_response_id,
            priority=priority,
            prompt=prompt,
            prompt_cache_key=prompt_cache_key,
            prompt_cache_options=prompt_cache_options,
            prompt_cache_retention=prompt_cache_retention,
            reasoning=reasoning,
            repetition_penalty=repetition_penalty,
            request_id=request_id,
            return_mm_kwargs=return_mm_kwargs,
            safety_identifier=safety_identifier,
            seed=seed,
            service_tier=service_tier,
            session_id=session_id,
            skip_special_tokens=skip_special_tokens,
            spaces_between_special_tokens=spaces_between_special_tokens,
            stop=stop,
            stop_token_ids=stop_token_ids,
            store=store,
            stream=stream,
            structured_outputs=structured_outputs,
            temperature=temperature,
            text=text,
            tool_choice=tool_choice,
            tools=tools,
            top_k=top_k,
            top_logprobs=top_logprobs,
            top_p=top_p,
            truncation=truncation,
            user=user,
            vllm_xargs=vllm_xargs,
            watermarking=watermarking,
        )

        responses_request.additional_properties = d
        return responses_request

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
