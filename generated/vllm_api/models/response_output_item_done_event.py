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

if TYPE_CHECKING:
    from ..models.local_shell_call import LocalShellCall
    from ..models.local_shell_call_output import LocalShellCallOutput
    from ..models.mcp_approval_request import McpApprovalRequest
    from ..models.mcp_list_tools import McpListTools
    from ..models.program import Program
    from ..models.program_output import ProgramOutput
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
    from ..models.response_reasoning_item import ResponseReasoningItem
    from ..models.response_tool_search_call import ResponseToolSearchCall
    from ..models.response_tool_search_output_item import ResponseToolSearchOutputItem


_PENDING: dict[str, str] = {
    "LocalShellCall": "local_shell_call",
    "LocalShellCallOutput": "local_shell_call_output",
    "McpApprovalRequest": "mcp_approval_request",
    "McpListTools": "mcp_list_tools",
    "Program": "program",
    "ProgramOutput": "program_output",
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
    "ResponseReasoningItem": "response_reasoning_item",
    "ResponseToolSearchCall": "response_tool_search_call",
    "ResponseToolSearchOutputItem": "response_tool_search_output_item",
}

T = TypeVar("T", bound="ResponseOutputItemDoneEvent")


@_attrs_define
class ResponseOutputItemDoneEvent:
    """Emitted when an output item is marked done.

    Attributes:
        item (LocalShellCall | LocalShellCallOutput | McpApprovalRequest | McpListTools | Program | ProgramOutput |
            ResponseApplyPatchToolCall | ResponseApplyPatchToolCallOutput | ResponseCodeInterpreterToolCall |
            ResponseCompactionItem | ResponseComputerToolCall | ResponseComputerToolCallOutputItem | ResponseCustomToolCall
            | ResponseCustomToolCallOutputItem | ResponseFileSearchToolCall | ResponseFunctionShellToolCall |
            ResponseFunctionShellToolCallOutput | ResponseFunctionToolCall | ResponseFunctionToolCallOutputItem |
            ResponseFunctionWebSearch | ResponseOutputItemAdditionalTools | ResponseOutputItemImageGenerationCall |
            ResponseOutputItemMcpApprovalResponse | ResponseOutputItemMcpCall | ResponseOutputMessage |
            ResponseReasoningItem | ResponseToolSearchCall | ResponseToolSearchOutputItem):
        output_index (int):
        sequence_number (int):
        type_ (Literal['response.output_item.done']):
    """

    item: (
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
    )
    output_index: int
    sequence_number: int
    type_: Literal["response.output_item.done"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        item: dict[str, Any]
        if isinstance(self.item, ResponseOutputMessage):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseFileSearchToolCall):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseFunctionToolCall):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseFunctionToolCallOutputItem):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseFunctionWebSearch):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseComputerToolCall):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseComputerToolCallOutputItem):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseReasoningItem):
            item = self.item.to_dict()
        elif isinstance(self.item, Program):
            item = self.item.to_dict()
        elif isinstance(self.item, ProgramOutput):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseToolSearchCall):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseToolSearchOutputItem):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseOutputItemAdditionalTools):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseCompactionItem):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseOutputItemImageGenerationCall):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseCodeInterpreterToolCall):
            item = self.item.to_dict()
        elif isinstance(self.item, LocalShellCall):
            item = self.item.to_dict()
        elif isinstance(self.item, LocalShellCallOutput):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseFunctionShellToolCall):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseFunctionShellToolCallOutput):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseApplyPatchToolCall):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseApplyPatchToolCallOutput):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseOutputItemMcpCall):
            item = self.item.to_dict()
        elif isinstance(self.item, McpListTools):
            item = self.item.to_dict()
        elif isinstance(self.item, McpApprovalRequest):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseOutputItemMcpApprovalResponse):
            item = self.item.to_dict()
        elif isinstance(self.item, ResponseCustomToolCall):
            item = self.item.to_dict()
        else:
            item = self.item.to_dict()

        output_index = self.output_index

        sequence_number = self.sequence_number

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "item": item,
                "output_index": output_index,
                "sequence_number": sequence_number,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_item(
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
                item_type_0 = ResponseOutputMessage.from_dict(data)

                return item_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_1 = ResponseFileSearchToolCall.from_dict(data)

                return item_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_2 = ResponseFunctionToolCall.from_dict(data)

                return item_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_3 = ResponseFunctionToolCallOutputItem.from_dict(data)

                return item_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_4 = ResponseFunctionWebSearch.from_dict(data)

                return item_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_5 = ResponseComputerToolCall.from_dict(data)

                return item_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_6 = ResponseComputerToolCallOutputItem.from_dict(data)

                return item_type_6
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_7 = ResponseReasoningItem.from_dict(data)

                return item_type_7
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_8 = Program.from_dict(data)

                return item_type_8
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_9 = ProgramOutput.from_dict(data)

                return item_type_9
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_10 = ResponseToolSearchCall.from_dict(data)

                return item_type_10
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_11 = ResponseToolSearchOutputItem.from_dict(data)

                return item_type_11
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_12 = ResponseOutputItemAdditionalTools.from_dict(data)

                return item_type_12
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_13 = ResponseCompactionItem.from_dict(data)

                return item_type_13
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_14 = ResponseOutputItemImageGenerationCall.from_dict(data)

                return item_type_14
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_15 = ResponseCodeInterpreterToolCall.from_dict(data)

                return item_type_15
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_16 = LocalShellCall.from_dict(data)

                return item_type_16
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_17 = LocalShellCallOutput.from_dict(data)

                return item_type_17
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_18 = ResponseFunctionShellToolCall.from_dict(data)

                return item_type_18
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_19 = ResponseFunctionShellToolCallOutput.from_dict(data)

                return item_type_19
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_20 = ResponseApplyPatchToolCall.from_dict(data)

                return item_type_20
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_21 = ResponseApplyPatchToolCallOutput.from_dict(data)

                return item_type_21
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_22 = ResponseOutputItemMcpCall.from_dict(data)

                return item_type_22
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_23 = McpListTools.from_dict(data)

                return item_type_23
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_24 = McpApprovalRequest.from_dict(data)

                return item_type_24
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_25 = ResponseOutputItemMcpApprovalResponse.from_dict(data)

                return item_type_25
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                item_type_26 = ResponseCustomToolCall.from_dict(data)

                return item_type_26
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            item_type_27 = ResponseCustomToolCallOutputItem.from_dict(data)

            return item_type_27

        item = _parse_item(d.pop("item"))

        output_index = d.pop("output_index")

        sequence_number = d.pop("sequence_number")

        type_ = cast(Literal["response.output_item.done"], d.pop("type"))
        if type_ != "response.output_item.done":
            raise ValueError(
                f"type must match const 'response.output_item.done', got '{type_}'"
            )

        response_output_item_done_event = cls(
            item=item,
            output_index=output_index,
            sequence_number=sequence_number,
            type_=type_,
        )

        response_output_item_done_event.additional_properties = d
        return response_output_item_done_event

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
