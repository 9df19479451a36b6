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
from ..models.responses_response_prompt_cache_retention import (
    ResponsesResponsePromptCacheRetention,
    check_responses_response_prompt_cache_retention,
)
from ..models.responses_response_service_tier import (
    ResponsesResponseServiceTier,
    check_responses_response_service_tier,
)
from ..models.responses_response_status import (
    ResponsesResponseStatus,
    check_responses_response_status,
)
from ..models.responses_response_tool_choice import (
    ResponsesResponseToolChoice,
    check_responses_response_tool_choice,
)
from ..models.responses_response_truncation import (
    ResponsesResponseTruncation,
    check_responses_response_truncation,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.apply_patch_tool import ApplyPatchTool
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
    from ..models.computer_tool import ComputerTool
    from ..models.computer_use_preview_tool import ComputerUsePreviewTool
    from ..models.custom_chat_completion_message_param import (
        CustomChatCompletionMessageParam,
    )
    from ..models.custom_tool import CustomTool
    from ..models.file_search_tool import FileSearchTool
    from ..models.function_shell_tool import FunctionShellTool
    from ..models.function_tool import FunctionTool
    from ..models.incomplete_details import IncompleteDetails
    from ..models.json_object import JsonObject
    from ..models.local_shell import LocalShell
    from ..models.local_shell_call import LocalShellCall
    from ..models.local_shell_call_output import LocalShellCallOutput
    from ..models.mcp_approval_request import McpApprovalRequest
    from ..models.mcp_list_tools import McpListTools
    from ..models.namespace_tool import NamespaceTool
    from ..models.openai_harmony_message import OpenaiHarmonyMessage
    from ..models.per_request_metrics import PerRequestMetrics
    from ..models.program import Program
    from ..models.program_output import ProgramOutput
    from ..models.programmatic_tool_calling import ProgrammaticToolCalling
    from ..models.prompt_cache_options import PromptCacheOptions
    from ..models.response_apply_patch_tool_call import ResponseApplyPatchToolCall
    from ..models.response_apply_patch_tool_call_output import (
        ResponseApplyPatchToolCallOutput,
    )
    from ..models.response_code_interpreter_tool_call import (
        ResponseCodeInterpreterToolCall,
    )
    from ..models.response_compaction_item import ResponseCompactionItem
    from ..models.response_computer_tool_call import ResponseComputerToolCall
    from ..models.response_computer_tool_call_output_item import (
        ResponseComputerToolCallOutputItem,
    )
    from ..models.response_custom_tool_call import ResponseCustomToolCall
    from ..models.response_custom_tool_call_output_item import (
        ResponseCustomToolCallOutputItem,
    )
    from ..models.response_file_search_tool_call import ResponseFileSearchToolCall
    from ..models.response_function_shell_tool_call import ResponseFunctionShellToolCall
    from ..models.response_function_shell_tool_call_output import (
        ResponseFunctionShellToolCallOutput,
    )
    from ..models.response_function_tool_call import ResponseFunctionToolCall
    from ..models.response_function_tool_call_output_item import (
        ResponseFunctionToolCallOutputItem,
    )
    from ..models.response_function_web_search import ResponseFunctionWebSearch
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
    from ..models.response_prompt import ResponsePrompt
    from ..models.response_raw_message_and_token import ResponseRawMessageAndToken
    from ..models.response_reasoning_item import ResponseReasoningItem
    from ..models.response_text_config import ResponseTextConfig
    from ..models.response_tool_search_call import ResponseToolSearchCall
    from ..models.response_tool_search_output_item import ResponseToolSearchOutputItem
    from ..models.response_usage import ResponseUsage
    from ..models.responses_response_metadata import ResponsesResponseMetadata
    from ..models.responses_tool_code_interpreter import ResponsesToolCodeInterpreter
    from ..models.responses_tool_image_generation import ResponsesToolImageGeneration
    from ..models.responses_tool_mcp import ResponsesToolMcp
    from ..models.shared_reasoning import SharedReasoning
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
    from ..models.tool_search_tool import ToolSearchTool
    from ..models.web_search_preview_tool import WebSearchPreviewTool
    from ..models.web_search_tool import WebSearchTool


_PENDING: dict[str, str] = {
    "ApplyPatchTool": "apply_patch_tool",
    "ChatCompletionAssistantMessageParam": "chat_completion_assistant_message_param",
    "ChatCompletionDeveloperMessageParam": "chat_completion_developer_message_param",
    "ChatCompletionFunctionMessageParam": "chat_completion_function_message_param",
    "ChatCompletionSystemMessageParam": "chat_completion_system_message_param",
    "ChatCompletionToolMessageParam": "chat_completion_tool_message_param",
    "ChatCompletionUserMessageParam": "chat_completion_user_message_param",
    "ComputerTool": "computer_tool",
    "ComputerUsePreviewTool": "computer_use_preview_tool",
    "CustomChatCompletionMessageParam": "custom_chat_completion_message_param",
    "CustomTool": "custom_tool",
    "FileSearchTool": "file_search_tool",
    "FunctionShellTool": "function_shell_tool",
    "FunctionTool": "function_tool",
    "IncompleteDetails": "incomplete_details",
    "JsonObject": "json_object",
    "LocalShell": "local_shell",
    "LocalShellCall": "local_shell_call",
    "LocalShellCallOutput": "local_shell_call_output",
    "McpApprovalRequest": "mcp_approval_request",
    "McpListTools": "mcp_list_tools",
    "NamespaceTool": "namespace_tool",
    "OpenaiHarmonyMessage": "openai_harmony_message",
    "PerRequestMetrics": "per_request_metrics",
    "Program": "program",
    "ProgramOutput": "program_output",
    "ProgrammaticToolCalling": "programmatic_tool_calling",
    "PromptCacheOptions": "prompt_cache_options",
    "ResponseApplyPatchToolCall": "response_apply_patch_tool_call",
    "ResponseApplyPatchToolCallOutput": "response_apply_patch_tool_call_output",
    "ResponseCodeInterpreterToolCall": "response_code_interpreter_tool_call",
    "ResponseCompactionItem": "response_compaction_item",
    "ResponseComputerToolCall": "response_computer_tool_call",
    "ResponseComputerToolCallOutputItem": "response_computer_tool_call_output_item",
    "ResponseCustomToolCall": "response_custom_tool_call",
    "ResponseCustomToolCallOutputItem": "response_custom_tool_call_output_item",
    "ResponseFileSearchToolCall": "response_file_search_tool_call",
    "ResponseFunctionShellToolCall": "response_function_shell_tool_call",
    "ResponseFunctionShellToolCallOutput": "response_function_shell_tool_call_output",
    "ResponseFunctionToolCall": "response_function_tool_call",
    "ResponseFunctionToolCallOutputItem": "response_function_tool_call_output_item",
    "ResponseFunctionWebSearch": "response_function_web_search",
    "ResponseOutputItemAdditionalTools": "response_output_item_additional_tools",
    "ResponseOutputItemImageGenerationCall": "response_output_item_image_generation_call",
    "ResponseOutputItemMcpApprovalResponse": "response_output_item_mcp_approval_response",
    "ResponseOutputItemMcpCall": "response_output_item_mcp_call",
    "ResponseOutputMessage": "response_output_message",
    "ResponsePrompt": "response_prompt",
    "ResponseRawMessageAndToken": "response_raw_message_and_token",
    "ResponseReasoningItem": "response_reasoning_item",
    "ResponseTextConfig": "response_text_config",
    "ResponseToolSearchCall": "response_tool_search_call",
    "ResponseToolSearchOutputItem": "response_tool_search_output_item",
    "ResponseUsage": "response_usage",
    "ResponsesResponseMetadata": "responses_response_metadata",
    "ResponsesToolCodeInterpreter": "responses_tool_code_interpreter",
    "ResponsesToolImageGeneration": "responses_tool_image_generation",
    "ResponsesToolMcp": "responses_tool_mcp",
    "SharedReasoning": "shared_reasoning",
    "ToolChoiceAllowed": "tool_choice_allowed",
    "ToolChoiceApplyPatch": "tool_choice_apply_patch",
    "ToolChoiceCustom": "tool_choice_custom",
    "ToolChoiceFunction": "tool_choice_function",
    "ToolChoiceMcp": "tool_choice_mcp",
    "ToolChoiceShell": "tool_choice_shell",
    "ToolChoiceSpecificProgrammaticToolCallingParam": "tool_choice_specific_programmatic_tool_calling_param",
    "ToolChoiceTypes": "tool_choice_types",
    "ToolSearchTool": "tool_search_tool",
    "WebSearchPreviewTool": "web_search_preview_tool",
    "WebSearchTool": "web_search_tool",
}

T = TypeVar("T", bound="ResponsesResponse")


@_attrs_define
class ResponsesResponse:
    """
    Attributes:
        background (bool):
        max_output_tokens (int):
        model (str):
        output (list[LocalShellCall | LocalShellCallOutput | McpApprovalRequest | McpListTools | Program | ProgramOutput
            | ResponseApplyPatchToolCall | ResponseApplyPatchToolCallOutput | ResponseCodeInterpreterToolCall |
            ResponseCompactionItem | ResponseComputerToolCall | ResponseComputerToolCallOutputItem | ResponseCustomToolCall
            | ResponseCustomToolCallOutputItem | ResponseFileSearchToolCall | ResponseFunctionShellToolCall |
            ResponseFunctionShellToolCallOutput | ResponseFunctionToolCall | ResponseFunctionToolCallOutputItem |
            ResponseFunctionWebSearch | ResponseOutputItemAdditionalTools | ResponseOutputItemImageGenerationCall |
            ResponseOutputItemMcpApprovalResponse | ResponseOutputItemMcpCall | ResponseOutputMessage |
            ResponseReasoningItem | ResponseToolSearchCall | ResponseToolSearchOutputItem]):
        parallel_tool_calls (bool):
        service_tier (ResponsesResponseServiceTier):
        status (ResponsesResponseStatus):
        temperature (float):
        tool_choice (ResponsesResponseToolChoice | ToolChoiceAllowed | ToolChoiceApplyPatch | ToolChoiceCustom |
            ToolChoiceFunction | ToolChoiceMcp | ToolChoiceShell | ToolChoiceSpecificProgrammaticToolCallingParam |
            ToolChoiceTypes):
        tools (list[ApplyPatchTool | ComputerTool | ComputerUsePreviewTool | CustomTool | FileSearchTool |
            FunctionShellTool | FunctionTool | LocalShell | NamespaceTool | ProgrammaticToolCalling |
            ResponsesToolCodeInterpreter | ResponsesToolImageGeneration | ResponsesToolMcp | ToolSearchTool |
            WebSearchPreviewTool | WebSearchTool]):
        top_p (float):
        truncation (ResponsesResponseTruncation):
        created_at (int | Unset):
        ec_transfer_params (JsonObject | None | Unset): ECTransfer parameters.
        frequency_penalty (float | None | Unset): The frequency penalty that was used to penalize new tokens based on
            their frequency in the text so far.
        id (str | Unset):
        incomplete_details (IncompleteDetails | None | Unset):
        input_messages (list[ChatCompletionAssistantMessageParam | ChatCompletionDeveloperMessageParam |
            ChatCompletionFunctionMessageParam | ChatCompletionSystemMessageParam | ChatCompletionToolMessageParam |
            ChatCompletionUserMessageParam | CustomChatCompletionMessageParam | OpenaiHarmonyMessage] |
            list[ResponseRawMessageAndToken] | None | Unset): If enable_response_messages, we can show raw token input to
            model.
        instructions (None | str | Unset):
        kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters.
        max_tool_calls (int | None | Unset):
        metadata (None | ResponsesResponseMetadata | Unset):
        metrics (None | PerRequestMetrics | Unset):
        object_ (Literal['response'] | Unset):
        output_messages (list[ChatCompletionAssistantMessageParam | ChatCompletionDeveloperMessageParam |
            ChatCompletionFunctionMessageParam | ChatCompletionSystemMessageParam | ChatCompletionToolMessageParam |
            ChatCompletionUserMessageParam | CustomChatCompletionMessageParam | OpenaiHarmonyMessage] |
            list[ResponseRawMessageAndToken] | None | Unset): If enable_response_messages, we can show raw token output of
            model.
        presence_penalty (float | None | Unset): The presence penalty that was used to penalize new tokens based on
            whether they appear in the text so far.
        previous_response_id (None | str | Unset):
        prompt (None | ResponsePrompt | Unset):
        prompt_cache_key (None | str | Unset):
        prompt_cache_options (None | PromptCacheOptions | Unset):
        prompt_cache_retention (None | ResponsesResponsePromptCacheRetention | Unset):
        reasoning (None | SharedReasoning | Unset):
        safety_identifier (None | str | Unset):
        text (None | ResponseTextConfig | Unset):
        top_logprobs (int | None | Unset):
        usage (None | ResponseUsage | Unset):
        user (None | str | Unset):
    """

    background: bool
    max_output_tokens: int
    model: str
    output: list[
        LocalShellCall
        | LocalShellCallOutput
        | McpApprovalRequest
        | McpListTools
        | Program
        | ProgramOutput
        | ResponseApplyPatchToolCall
        | ResponseApplyPatchToolCallOutput
        | ResponseCodeInterpreterToolCall
        | ResponseCompactionItem
        | ResponseComputerToolCall
        | ResponseComputerToolCallOutputItem
        | ResponseCustomToolCall
        | ResponseCustomToolCallOutputItem
        | ResponseFileSearchToolCall
        | ResponseFunctionShellToolCall
        | ResponseFunctionShellToolCallOutput
        | ResponseFunctionToolCall
        | ResponseFunctionToolCallOutputItem
        | ResponseFunctionWebSearch
        | ResponseOutputItemAdditionalTools
        | ResponseOutputItemImageGenerationCall
        | ResponseOutputItemMcpApprovalResponse
        | ResponseOutputItemMcpCall
        | ResponseOutputMessage
        | ResponseReasoningItem
        | ResponseToolSearchCall
        | ResponseToolSearchOutputItem
    ]
    parallel_tool_calls: bool
    service_tier: ResponsesResponseServiceTier
    status: ResponsesResponseStatus
    temperature: float
    tool_choice: (
        ResponsesResponseToolChoice
        | ToolChoiceAllowed
        | ToolChoiceApplyPatch
        | ToolChoiceCustom
        | ToolChoiceFunction
        | ToolChoiceMcp
        | ToolChoiceShell
        | ToolChoiceSpecificProgrammaticToolCallingParam
        | ToolChoiceTypes
    )
    tools: list[
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
    top_p: float
    truncation: ResponsesResponseTruncation
    created_at: int | Unset = UNSET
    ec_transfer_params: JsonObject | None | Unset = UNSET
    frequency_penalty: float | None | Unset = UNSET
    id: str | Unset = UNSET
    incomplete_details: IncompleteDetails | None | Unset = UNSET
    input_messages: (
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
        | list[ResponseRawMessageAndToken]
        | None
        | Unset
    ) = UNSET
    instructions: None | str | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    max_tool_calls: int | None | Unset = UNSET
    metadata: None | ResponsesResponseMetadata | Unset = UNSET
    metrics: None | PerRequestMetrics | Unset = UNSET
    object_: Literal["response"] | Unset = UNSET
    output_messages: (
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
        | list[ResponseRawMessageAndToken]
        | None
        | Unset
    ) = UNSET
    presence_penalty: float | None | Unset = UNSET
    previous_response_id: None | str | Unset = UNSET
    prompt: None | ResponsePrompt | Unset = UNSET
    prompt_cache_key: None | str | Unset = UNSET
    prompt_cache_options: None | PromptCacheOptions | Unset = UNSET
    prompt_cache_retention: None | ResponsesResponsePromptCacheRetention | Unset = UNSET
    reasoning: None | SharedReasoning | Unset = UNSET
    safety_identifier: None | str | Unset = UNSET
    text: None | ResponseTextConfig | Unset = UNSET
    top_logprobs: int | None | Unset = UNSET
    usage: None | ResponseUsage | Unset = UNSET
    user: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        background = self.background

        max_output_tokens = self.max_output_tokens

        model = self.model

        output = []
        for output_item_data in self.output:
            output_item: dict[str, Any]
            if isinstance(output_item_data, ResponseOutputMessage):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseFileSearchToolCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseFunctionToolCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseFunctionToolCallOutputItem):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseFunctionWebSearch):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseComputerToolCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseComputerToolCallOutputItem):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseReasoningItem):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, Program):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ProgramOutput):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseToolSearchCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseToolSearchOutputItem):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseOutputItemAdditionalTools):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseCompactionItem):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseOutputItemImageGenerationCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseCodeInterpreterToolCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, LocalShellCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, LocalShellCallOutput):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseFunctionShellToolCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseFunctionShellToolCallOutput):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseApplyPatchToolCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseApplyPatchToolCallOutput):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseOutputItemMcpCall):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, McpListTools):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, McpApprovalRequest):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseOutputItemMcpApprovalResponse):
                output_item = output_item_data.to_dict()
            elif isinstance(output_item_data, ResponseCustomToolCall):
                output_item = output_item_data.to_dict()
            else:
                output_item = output_item_data.to_dict()

            output.append(output_item)

        parallel_tool_calls = self.parallel_tool_calls

        service_tier: str = self.service_tier

        status: str = self.status

        temperature = self.temperature

        tool_choice: dict[str, Any] | str
        if isinstance(self.tool_choice, str):
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

        top_p = self.top_p

        truncation: str = self.truncation

        created_at = self.created_at

        ec_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.ec_transfer_params, Unset):
            ec_transfer_params = UNSET
        elif isinstance(self.ec_transfer_params, JsonObject):
            ec_transfer_params = self.ec_transfer_params.to_dict()
        else:
            ec_transfer_params = self.ec_transfer_params

        frequency_penalty: float | None | Unset
        if isinstance(self.frequency_penalty, Unset):
            frequency_penalty = UNSET
        else:
            frequency_penalty = self.frequency_penalty

        id = self.id

        incomplete_details: dict[str, Any] | None | Unset
        if isinstance(self.incomplete_details, Unset):
            incomplete_details = UNSET
        elif isinstance(self.incomplete_details, IncompleteDetails):
            incomplete_details = self.incomplete_details.to_dict()
        else:
            incomplete_details = self.incomplete_details

        input_messages: list[dict[str, Any]] | None | Unset
        if isinstance(self.input_messages, Unset):
            input_messages = UNSET
        elif isinstance(self.input_messages, list):
            input_messages = []
            for input_messages_type_0_item_data in self.input_messages:
                input_messages_type_0_item: dict[str, Any]
                if isinstance(
                    input_messages_type_0_item_data, ChatCompletionDeveloperMessageParam
                ):
                    input_messages_type_0_item = (
                        input_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    input_messages_type_0_item_data, ChatCompletionSystemMessageParam
                ):
                    input_messages_type_0_item = (
                        input_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    input_messages_type_0_item_data, ChatCompletionUserMessageParam
                ):
                    input_messages_type_0_item = (
                        input_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    input_messages_type_0_item_data, ChatCompletionAssistantMessageParam
                ):
                    input_messages_type_0_item = (
                        input_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    input_messages_type_0_item_data, ChatCompletionToolMessageParam
                ):
                    input_messages_type_0_item = (
                        input_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    input_messages_type_0_item_data, ChatCompletionFunctionMessageParam
                ):
                    input_messages_type_0_item = (
                        input_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    input_messages_type_0_item_data, CustomChatCompletionMessageParam
                ):
                    input_messages_type_0_item = (
                        input_messages_type_0_item_data.to_dict()
                    )
                else:
                    input_messages_type_0_item = (
                        input_messages_type_0_item_data.to_dict()
                    )

                input_messages.append(input_messages_type_0_item)

        elif isinstance(self.input_messages, list):
            input_messages = []
            for input_messages_type_1_item_data in self.input_messages:
                input_messages_type_1_item = input_messages_type_1_item_data.to_dict()
                input_messages.append(input_messages_type_1_item)

        else:
            input_messages = self.input_messages

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

        max_tool_calls: int | None | Unset
        if isinstance(self.max_tool_calls, Unset):
            max_tool_calls = UNSET
        else:
            max_tool_calls = self.max_tool_calls

        metadata: dict[str, Any] | None | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        elif isinstance(self.metadata, ResponsesResponseMetadata):
            metadata = self.metadata.to_dict()
        else:
            metadata = self.metadata

        metrics: dict[str, Any] | None | Unset
        if isinstance(self.metrics, Unset):
            metrics = UNSET
        elif isinstance(self.metrics, PerRequestMetrics):
            metrics = self.metrics.to_dict()
        else:
            metrics = self.metrics

        object_ = self.object_

        output_messages: list[dict[str, Any]] | None | Unset
        if isinstance(self.output_messages, Unset):
            output_messages = UNSET
        elif isinstance(self.output_messages, list):
            output_messages = []
            for output_messages_type_0_item_data in self.output_messages:
                output_messages_type_0_item: dict[str, Any]
                if isinstance(
                    output_messages_type_0_item_data,
                    ChatCompletionDeveloperMessageParam,
                ):
                    output_messages_type_0_item = (
                        output_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    output_messages_type_0_item_data, ChatCompletionSystemMessageParam
                ):
                    output_messages_type_0_item = (
                        output_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    output_messages_type_0_item_data, ChatCompletionUserMessageParam
                ):
                    output_messages_type_0_item = (
                        output_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    output_messages_type_0_item_data,
                    ChatCompletionAssistantMessageParam,
                ):
                    output_messages_type_0_item = (
                        output_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    output_messages_type_0_item_data, ChatCompletionToolMessageParam
                ):
                    output_messages_type_0_item = (
                        output_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    output_messages_type_0_item_data, ChatCompletionFunctionMessageParam
                ):
                    output_messages_type_0_item = (
                        output_messages_type_0_item_data.to_dict()
                    )
                elif isinstance(
                    output_messages_type_0_item_data, CustomChatCompletionMessageParam
                ):
                    output_messages_type_0_item = (
                        output_messages_type_0_item_data.to_dict()
                    )
                else:
                    output_messages_type_0_item = (
                        output_messages_type_0_item_data.to_dict()
                    )

                output_messages.append(output_messages_type_0_item)

        elif isinstance(self.output_messages, list):
            output_messages = []
            for output_messages_type_1_item_data in self.output_messages:
                output_messages_type_1_item = output_messages_type_1_item_data.to_dict()
                output_messages.append(output_messages_type_1_item)

        else:
            output_messages = self.output_messages

        presence_penalty: float | None | Unset
        if isinstance(self.presence_penalty, Unset):
            presence_penalty = UNSET
        else:
            presence_penalty = self.presence_penalty

        previous_response_id: None | str | Unset
        if isinstance(self.previous_response_id, Unset):
            previous_response_id = UNSET
        else:
            previous_response_id = self.previous_response_id

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
        elif isinstance(self.prompt_cache_options, PromptCacheOptions):
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

        safety_identifier: None | str | Unset
        if isinstance(self.safety_identifier, Unset):
            safety_identifier = UNSET
        else:
            safety_identifier = self.safety_identifier

        text: dict[str, Any] | None | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        elif isinstance(self.text, ResponseTextConfig):
            text = self.text.to_dict()
        else:
            text = self.text

        top_logprobs: int | None | Unset
        if isinstance(self.top_logprobs, Unset):
            top_logprobs = UNSET
        else:
            top_logprobs = self.top_logprobs

        usage: dict[str, Any] | None | Unset
        if isinstance(self.usage, Unset):
            usage = UNSET
        elif isinstance(self.usage, ResponseUsage):
            usage = self.usage.to_dict()
        else:
            usage = self.usage

        user: None | str | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        else:
            user = self.user

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "background": background,
                "max_output_tokens": max_output_tokens,
                "model": model,
                "output": output,
                "parallel_tool_calls": parallel_tool_calls,
                "service_tier": service_tier,
                "status": status,
                "temperature": temperature,
                "tool_choice": tool_choice,
                "tools": tools,
                "top_p": top_p,
                "truncation": truncation,
            }
        )
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if ec_transfer_params is not UNSET:
            field_dict["ec_transfer_params"] = ec_transfer_params
        if frequency_penalty is not UNSET:
            field_dict["frequency_penalty"] = frequency_penalty
        if id is not UNSET:
            field_dict["id"] = id
        if incomplete_details is not UNSET:
            field_dict["incomplete_details"] = incomplete_details
        if input_messages is not UNSET:
            field_dict["input_messages"] = input_messages
        if instructions is not UNSET:
            field_dict["instructions"] = instructions
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if max_tool_calls is not UNSET:
            field_dict["max_tool_calls"] = max_tool_calls
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if metrics is not UNSET:
            field_dict["metrics"] = metrics
        if object_ is not UNSET:
            field_dict["object"] = object_
        if output_messages is not UNSET:
            field_dict["output_messages"] = output_messages
        if presence_penalty is not UNSET:
            field_dict["presence_penalty"] = presence_penalty
        if previous_response_id is not UNSET:
            field_dict["previous_response_id"] = previous_response_id
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
        if safety_identifier is not UNSET:
            field_dict["safety_identifier"] = safety_identifier
        if text is not UNSET:
            field_dict["text"] = text
        if top_logprobs is not UNSET:
            field_dict["top_logprobs"] = top_logprobs
        if usage is not UNSET:
            field_dict["usage"] = usage
        if user is not UNSET:
            field_dict["user"] = user

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        background = d.pop("background")

        max_output_tokens = d.pop("max_output_tokens")

        model = d.pop("model")

        output = []
        _output = d.pop("output")
        for output_item_data in _output:

            def _parse_output_item(
                data: object,
            ) -> (
                LocalShellCall
                | LocalShellCallOutput
                | McpApprovalRequest
                | McpListTools
                | Program
                | ProgramOutput
                | ResponseApplyPatchToolCall
                | ResponseApplyPatchToolCallOutput
                | ResponseCodeInterpreterToolCall
                | ResponseCompactionItem
                | ResponseComputerToolCall
                | ResponseComputerToolCallOutputItem
                | ResponseCustomToolCall
                | ResponseCustomToolCallOutputItem
                | ResponseFileSearchToolCall
                | ResponseFunctionShellToolCall
                | ResponseFunctionShellToolCallOutput
                | ResponseFunctionToolCall
                | ResponseFunctionToolCallOutputItem
                | ResponseFunctionWebSearch
                | ResponseOutputItemAdditionalTools
                | ResponseOutputItemImageGenerationCall
                | ResponseOutputItemMcpApprovalResponse
                | ResponseOutputItemMcpCall
                | ResponseOutputMessage
                | ResponseReasoningItem
                | ResponseToolSearchCall
                | ResponseToolSearchOutputItem
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_0 = ResponseOutputMessage.from_dict(data)

                    return output_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_1 = ResponseFileSearchToolCall.from_dict(data)

                    return output_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_2 = ResponseFunctionToolCall.from_dict(data)

                    return output_item_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_3 = ResponseFunctionToolCallOutputItem.from_dict(
                        data
                    )

                    return output_item_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_4 = ResponseFunctionWebSearch.from_dict(data)

                    return output_item_type_4
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_5 = ResponseComputerToolCall.from_dict(data)

                    return output_item_type_5
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_6 = ResponseComputerToolCallOutputItem.from_dict(
                        data
                    )

                    return output_item_type_6
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_7 = ResponseReasoningItem.from_dict(data)

                    return output_item_type_7
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_8 = Program.from_dict(data)

                    return output_item_type_8
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_9 = ProgramOutput.from_dict(data)

                    return output_item_type_9
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_10 = ResponseToolSearchCall.from_dict(data)

                    return output_item_type_10
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_11 = ResponseToolSearchOutputItem.from_dict(data)

                    return output_item_type_11
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_12 = ResponseOutputItemAdditionalTools.from_dict(
                        data
                    )

                    return output_item_type_12
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_13 = ResponseCompactionItem.from_dict(data)

                    return output_item_type_13
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_14 = (
                        ResponseOutputItemImageGenerationCall.from_dict(data)
                    )

                    return output_item_type_14
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_15 = ResponseCodeInterpreterToolCall.from_dict(
                        data
                    )

                    return output_item_type_15
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_16 = LocalShellCall.from_dict(data)

                    return output_item_type_16
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_17 = LocalShellCallOutput.from_dict(data)

                    return output_item_type_17
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_18 = ResponseFunctionShellToolCall.from_dict(data)

                    return output_item_type_18
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_19 = ResponseFunctionShellToolCallOutput.from_dict(
                        data
                    )

                    return output_item_type_19
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_20 = ResponseApplyPatchToolCall.from_dict(data)

                    return output_item_type_20
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_21 = ResponseApplyPatchToolCallOutput.from_dict(
                        data
                    )

                    return output_item_type_21
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_22 = ResponseOutputItemMcpCall.from_dict(data)

                    return output_item_type_22
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_23 = McpListTools.from_dict(data)

                    return output_item_type_23
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_24 = McpApprovalRequest.from_dict(data)

                    return output_item_type_24
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_25 = (
                        ResponseOutputItemMcpApprovalResponse.from_dict(data)
                    )

                    return output_item_type_25
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    output_item_type_26 = ResponseCustomToolCall.from_dict(data)

                    return output_item_type_26
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                output_item_type_27 = ResponseCustomToolCallOutputItem.from_dict(data)

                return output_item_type_27

            output_item = _parse_output_item(output_item_data)

            output.append(output_item)

        parallel_tool_calls = d.pop("parallel_tool_calls")

        service_tier = check_responses_response_service_tier(d.pop("service_tier"))

        status = check_responses_response_status(d.pop("status"))

        temperature = d.pop("temperature")

        def _parse_tool_choice(
            data: object,
        ) -> (
            ResponsesResponseToolChoice
            | ToolChoiceAllowed
            | ToolChoiceApplyPatch
            | ToolChoiceCustom
            | ToolChoiceFunction
            | ToolChoiceMcp
            | ToolChoiceShell
            | ToolChoiceSpecificProgrammaticToolCallingParam
            | ToolChoiceTypes
        ):
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tool_choice_type_0 = check_responses_response_tool_choice(data)

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

        tool_choice = _parse_tool_choice(d.pop("tool_choice"))

        tools = []
        _tools = d.pop("tools")
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

        top_p = d.pop("top_p")

        truncation = check_responses_response_truncation(d.pop("truncation"))

        created_at = d.pop("created_at", UNSET)

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

        def _parse_frequency_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        frequency_penalty = _parse_frequency_penalty(d.pop("frequency_penalty", UNSET))

        id = d.pop("id", UNSET)

        def _parse_incomplete_details(data: object) -> IncompleteDetails | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                incomplete_details_type_0 = IncompleteDetails.from_dict(data)

                return incomplete_details_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(IncompleteDetails | None | Unset, data)

        incomplete_details = _parse_incomplete_details(
            d.pop("incomplete_details", UNSET)
        )

        def _parse_input_messages(
            data: object,
        ) -> (
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
            | list[ResponseRawMessageAndToken]
            | None
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                input_messages_type_0 = []
                _input_messages_type_0 = data
                for input_messages_type_0_item_data in _input_messages_type_0:

                    def _parse_input_messages_type_0_item(
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
                            input_messages_type_0_item_type_0 = (
                                ChatCompletionDeveloperMessageParam.from_dict(data)
                            )

                            return input_messages_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_messages_type_0_item_type_1 = (
                                ChatCompletionSystemMessageParam.from_dict(data)
                            )

                            return input_messages_type_0_item_type_1
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_messages_type_0_item_type_2 = (
                                ChatCompletionUserMessageParam.from_dict(data)
                            )

                            return input_messages_type_0_item_type_2
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_messages_type_0_item_type_3 = (
                                ChatCompletionAssistantMessageParam.from_dict(data)
                            )

                            return input_messages_type_0_item_type_3
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_messages_type_0_item_type_4 = (
                                ChatCompletionToolMessageParam.from_dict(data)
                            )

                            return input_messages_type_0_item_type_4
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_messages_type_0_item_type_5 = (
                                ChatCompletionFunctionMessageParam.from_dict(data)
                            )

                            return input_messages_type_0_item_type_5
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            input_messages_type_0_item_type_6 = (
                                CustomChatCompletionMessageParam.from_dict(data)
                            )

                            return input_messages_type_0_item_type_6
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        if not isinstance(data, dict):
                            raise TypeError()
                        input_messages_type_0_item_type_7 = (
                            OpenaiHarmonyMessage.from_dict(data)
                        )

                        return input_messages_type_0_item_type_7

                    input_messages_type_0_item = _parse_input_messages_type_0_item(
                        input_messages_type_0_item_data
                    )

                    input_messages_type_0.append(input_messages_type_0_item)

                return input_messages_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                input_messages_type_1 = []
                _input_messages_type_1 = data
                for input_messages_type_1_item_data in _input_messages_type_1:
                    input_messages_type_1_item = ResponseRawMessageAndToken.from_dict(
                        input_messages_type_1_item_data
                    )

                    input_messages_type_1.append(input_messages_type_1_item)

                return input_messages_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
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
                | list[ResponseRawMessageAndToken]
                | None
                | Unset,
                data,
            )

        input_messages = _parse_input_messages(d.pop("input_messages", UNSET))

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

        def _parse_max_tool_calls(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_tool_calls = _parse_max_tool_calls(d.pop("max_tool_calls", UNSET))

        def _parse_metadata(data: object) -> None | ResponsesResponseMetadata | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metadata_type_0 = ResponsesResponseMetadata.from_dict(data)

                return metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesResponseMetadata | Unset, data)

        metadata = _parse_metadata(d.pop("metadata", UNSET))

        def _parse_metrics(data: object) -> None | PerRequestMetrics | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metrics_type_0 = PerRequestMetrics.from_dict(data)

                return metrics_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PerRequestMetrics | Unset, data)

        metrics = _parse_metrics(d.pop("metrics", UNSET))

        object_ = cast(Literal["response"] | Unset, d.pop("object", UNSET))
        if object_ != "response" and not isinstance(object_, Unset):
            raise ValueError(f"object must match const 'response', got '{object_}'")

        def _parse_output_messages(
            data: object,
        ) -> (
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
            | list[ResponseRawMessageAndToken]
            | None
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                output_messages_type_0 = []
                _output_messages_type_0 = data
                for output_messages_type_0_item_data in _output_messages_type_0:

                    def _parse_output_messages_type_0_item(
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
                            output_messages_type_0_item_type_0 = (
                                ChatCompletionDeveloperMessageParam.from_dict(data)
                            )

                            return output_messages_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            output_messages_type_0_item_type_1 = (
                                ChatCompletionSystemMessageParam.from_dict(data)
                            )

                            return output_messages_type_0_item_type_1
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            output_messages_type_0_item_type_2 = (
                                ChatCompletionUserMessageParam.from_dict(data)
                            )

                            return output_messages_type_0_item_type_2
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            output_messages_type_0_item_type_3 = (
                                ChatCompletionAssistantMessageParam.from_dict(data)
                            )

                            return output_messages_type_0_item_type_3
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            output_messages_type_0_item_type_4 = (
                                ChatCompletionToolMessageParam.from_dict(data)
                            )

                            return output_messages_type_0_item_type_4
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            output_messages_type_0_item_type_5 = (
                                ChatCompletionFunctionMessageParam.from_dict(data)
                            )

                            return output_messages_type_0_item_type_5
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            output_messages_type_0_item_type_6 = (
                                CustomChatCompletionMessageParam.from_dict(data)
                            )

                            return output_messages_type_0_item_type_6
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        if not isinstance(data, dict):
                            raise TypeError()
                        output_messages_type_0_item_type_7 = (
                            OpenaiHarmonyMessage.from_dict(data)
                        )

                        return output_messages_type_0_item_type_7

                    output_messages_type_0_item = _parse_output_messages_type_0_item(
                        output_messages_type_0_item_data
                    )

                    output_messages_type_0.append(output_messages_type_0_item)

                return output_messages_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                output_messages_type_1 = []
                _output_messages_type_1 = data
                for output_messages_type_1_item_data in _output_messages_type_1:
                    output_messages_type_1_item = ResponseRawMessageAndToken.from_dict(
                        output_messages_type_1_item_data
                    )

                    output_messages_type_1.append(output_messages_type_1_item)

                return output_messages_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
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
                | list[ResponseRawMessageAndToken]
                | None
                | Unset,
                data,
            )

        output_messages = _parse_output_messages(d.pop("output_messages", UNSET))

        def _parse_presence_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        presence_penalty = _parse_presence_penalty(d.pop("presence_penalty", UNSET))

        def _parse_previous_response_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        previous_response_id = _parse_previous_response_id(
            d.pop("previous_response_id", UNSET)
        )

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
        ) -> None | PromptCacheOptions | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                prompt_cache_options_type_0 = PromptCacheOptions.from_dict(data)

                return prompt_cache_options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PromptCacheOptions | Unset, data)

        prompt_cache_options = _parse_prompt_cache_options(
            d.pop("prompt_cache_options", UNSET)
        )

        def _parse_prompt_cache_retention(
            data: object,
        ) -> None | ResponsesResponsePromptCacheRetention | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                prompt_cache_retention_type_0 = (
                    check_responses_response_prompt_cache_retention(data)
                )

                return prompt_cache_retention_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponsesResponsePromptCacheRetention | Unset, data)

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

        def _parse_safety_identifier(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        safety_identifier = _parse_safety_identifier(d.pop("safety_identifier", UNSET))

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

        def _parse_top_logprobs(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        top_logprobs = _parse_top_logprobs(d.pop("top_logprobs", UNSET))

        def _parse_usage(data: object) -> None | ResponseUsage | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                usage_type_0 = ResponseUsage.from_dict(data)

                return usage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponseUsage | Unset, data)

        usage = _parse_usage(d.pop("usage", UNSET))

        def _parse_user(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        user = _parse_user(d.pop("user", UNSET))

        responses_response = cls(
            background=background,
            max_output_tokens=max_output_tokens,
            model=model,
            output=output,
            parallel_tool_calls=parallel_tool_calls,
            service_tier=service_tier,
            status=status,
            temperature=temperature,
            tool_choice=tool_choice,
            tools=tools,
            top_p=top_p,
            truncation=truncation,
            created_at=created_at,
            ec_transfer_params=ec_transfer_params,
            frequency_penalty=frequency_penalty,
            id=id,
            incomplete_details=incomplete_details,
            input_messages=input_messages,
            instructions=instructions,
            kv_transfer_params=kv_transfer_params,
            max_tool_calls=max_tool_calls,
            metadata=metadata,
            metrics=metrics,
            object_=object_,
            output_messages=output_messages,
            presence_penalty=presence_penalty,
            previous_response_id=previous_response_id,
            prompt=prompt,
            prompt_cache_key=prompt_cache_key,
            prompt_cache_options=prompt_cache_options,
            prompt_cache_retention=prompt_cache_retention,
            reasoning=reasoning,
            safety_identifier=safety_identifier,
            text=text,
            top_logprobs=top_logprobs,
            usage=usage,
            user=user,
        )

        responses_response.additional_properties = d
        return responses_response

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
