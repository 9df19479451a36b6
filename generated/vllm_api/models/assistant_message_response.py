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
    from ..models.citation import Citation
    from ..models.text_assistant_message_response_content_item import (
        TextAssistantMessageResponseContentItem,
    )
    from ..models.thinking_assistant_message_response_content_item import (
        ThinkingAssistantMessageResponseContentItem,
    )
    from ..models.tool_call_v2 import ToolCallV2


_PENDING: dict[str, str] = {
    "Citation": "citation",
    "TextAssistantMessageResponseContentItem": "text_assistant_message_response_content_item",
    "ThinkingAssistantMessageResponseContentItem": "thinking_assistant_message_response_content_item",
    "ToolCallV2": "tool_call_v2",
}

T = TypeVar("T", bound="AssistantMessageResponse")


@_attrs_define
class AssistantMessageResponse:
    """A message from the assistant role can contain text and tool call information.

    Attributes:
        citations (list[Citation] | None | Unset):
        content (list[TextAssistantMessageResponseContentItem | ThinkingAssistantMessageResponseContentItem] | None |
            Unset):
        role (Literal['assistant'] | Unset):
        tool_calls (list[ToolCallV2] | None | Unset):
        tool_plan (None | str | Unset):
    """

    citations: list[Citation] | None | Unset = UNSET
    content: (
        list[
            TextAssistantMessageResponseContentItem
            | ThinkingAssistantMessageResponseContentItem
        ]
        | None
        | Unset
    ) = UNSET
    role: Literal["assistant"] | Unset = UNSET
    tool_calls: list[ToolCallV2] | None | Unset = UNSET
    tool_plan: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        citations: list[dict[str, Any]] | None | Unset
        if isinstance(self.citations, Unset):
            citations = UNSET
        elif isinstance(self.citations, list):
            citations = []
            for citations_type_0_item_data in self.citations:
                citations_type_0_item = citations_type_0_item_data.to_dict()
                citations.append(citations_type_0_item)

        else:
            citations = self.citations

        content: list[dict[str, Any]] | None | Unset
        if isinstance(self.content, Unset):
            content = UNSET
        elif isinstance(self.content, list):
            content = []
            for content_type_0_item_data in self.content:
                content_type_0_item: dict[str, Any]
                if isinstance(
                    content_type_0_item_data, TextAssistantMessageResponseContentItem
                ):
                    content_type_0_item = content_type_0_item_data.to_dict()
                else:
                    content_type_0_item = content_type_0_item_data.to_dict()

                content.append(content_type_0_item)

        else:
            content = self.content

        role = self.role

        tool_calls: list[dict[str, Any]] | None | Unset
        if isinstance(self.tool_calls, Unset):
            tool_calls = UNSET
        elif isinstance(self.tool_calls, list):
            tool_calls = []
            for tool_calls_type_0_item_data in self.tool_calls:
                tool_calls_type_0_item = tool_calls_type_0_item_data.to_dict()
                tool_calls.append(tool_calls_type_0_item)

        else:
            tool_calls = self.tool_calls

        tool_plan: None | str | Unset
        if isinstance(self.tool_plan, Unset):
            tool_plan = UNSET
        else:
            tool_plan = self.tool_plan

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if citations is not UNSET:
            field_dict["citations"] = citations
        if content is not UNSET:
            field_dict["content"] = content
        if role is not UNSET:
            field_dict["role"] = role
        if tool_calls is not UNSET:
            field_dict["tool_calls"] = tool_calls
        if tool_plan is not UNSET:
            field_dict["tool_plan"] = tool_plan

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_citations(data: object) -> list[Citation] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                citations_type_0 = []
                _citations_type_0 = data
                for citations_type_0_item_data in _citations_type_0:
                    citations_type_0_item = Citation.from_dict(
                        citations_type_0_item_data
                    )

                    citations_type_0.append(citations_type_0_item)

                return citations_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Citation] | None | Unset, data)

        citations = _parse_citations(d.pop("citations", UNSET))

        def _parse_content(
            data: object,
        ) -> (
            list[
                TextAssistantMessageResponseContentItem
                | ThinkingAssistantMessageResponseContentItem
            ]
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
                content_type_0 = []
                _content_type_0 = data
                for content_type_0_item_data in _content_type_0:

                    def _parse_content_type_0_item(
                        data: object,
                    ) -> (
                        TextAssistantMessageResponseContentItem
                        | ThinkingAssistantMessageResponseContentItem
                    ):
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            content_type_0_item_type_0 = (
                                TextAssistantMessageResponseContentItem.from_dict(data)
                            )

                            return content_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        if not isinstance(data, dict):
                            raise TypeError()
                        content_type_0_item_type_1 = (
                            ThinkingAssistantMessageResponseContentItem.from_dict(data)
                        )

                        return content_type_0_item_type_1

                    content_type_0_item = _parse_content_type_0_item(
                        content_type_0_item_data
                    )

                    content_type_0.append(content_type_0_item)

                return content_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                list[
                    TextAssistantMessageResponseContentItem
                    | ThinkingAssistantMessageResponseContentItem
                ]
                | None
                | Unset,
                data,
            )

        content = _parse_content(d.pop("content", UNSET))

        role = cast(Literal["assistant"] | Unset, d.pop("role", UNSET))
        if role != "assistant" and not isinstance(role, Unset):
            raise ValueError(f"role must match const 'assistant', got '{role}'")

        def _parse_tool_calls(data: object) -> list[ToolCallV2] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tool_calls_type_0 = []
                _tool_calls_type_0 = data
                for tool_calls_type_0_item_data in _tool_calls_type_0:
                    tool_calls_type_0_item = ToolCallV2.from_dict(
                        tool_calls_type_0_item_data
                    )

                    tool_calls_type_0.append(tool_calls_type_0_item)

                return tool_calls_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ToolCallV2] | None | Unset, data)

        tool_calls = _parse_tool_calls(d.pop("tool_calls", UNSET))

        def _parse_tool_plan(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tool_plan = _parse_tool_plan(d.pop("tool_plan", UNSET))

        assistant_message_response = cls(
            citations=citations,
            content=content,
            role=role,
            tool_calls=tool_calls,
            tool_plan=tool_plan,
        )

        assistant_message_response.additional_properties = d
        return assistant_message_response

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
