from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.shared_reasoning_context import (
    SharedReasoningContext,
    check_shared_reasoning_context,
)
from ..models.shared_reasoning_effort import (
    SharedReasoningEffort,
    check_shared_reasoning_effort,
)
from ..models.shared_reasoning_generate_summary import (
    SharedReasoningGenerateSummary,
    check_shared_reasoning_generate_summary,
)
from ..models.shared_reasoning_mode import (
    SharedReasoningMode,
    check_shared_reasoning_mode,
)
from ..models.shared_reasoning_summary import (
    SharedReasoningSummary,
    check_shared_reasoning_summary,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="SharedReasoning")


@_attrs_define
class SharedReasoning:
    """Configuration options for
    [reasoning models](https://developers.openai.com/api/docs/guides/reasoning).

        Attributes:
            context (None | SharedReasoningContext | Unset):
            effort (None | SharedReasoningEffort | Unset):
            generate_summary (None | SharedReasoningGenerateSummary | Unset):
            mode (None | SharedReasoningMode | str | Unset):
            summary (None | SharedReasoningSummary | Unset):
    """

    context: None | SharedReasoningContext | Unset = UNSET
    effort: None | SharedReasoningEffort | Unset = UNSET
    generate_summary: None | SharedReasoningGenerateSummary | Unset = UNSET
    mode: None | SharedReasoningMode | str | Unset = UNSET
    summary: None | SharedReasoningSummary | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        context: None | str | Unset
        if isinstance(self.context, Unset):
            context = UNSET
        elif isinstance(self.context, str):
            context = self.context
        else:
            context = self.context

        effort: None | str | Unset
        if isinstance(self.effort, Unset):
            effort = UNSET
        elif isinstance(self.effort, str):
            effort = self.effort
        else:
            effort = self.effort

        generate_summary: None | str | Unset
        if isinstance(self.generate_summary, Unset):
            generate_summary = UNSET
        elif isinstance(self.generate_summary, str):
            generate_summary = self.generate_summary
        else:
            generate_summary = self.generate_summary

        mode: None | str | Unset
        if isinstance(self.mode, Unset):
            mode = UNSET
        elif isinstance(self.mode, str):
            mode = self.mode
        else:
            mode = self.mode

        summary: None | str | Unset
        if isinstance(self.summary, Unset):
            summary = UNSET
        elif isinstance(self.summary, str):
            summary = self.summary
        else:
            summary = self.summary

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if context is not UNSET:
            field_dict["context"] = context
        if effort is not UNSET:
            field_dict["effort"] = effort
        if generate_summary is not UNSET:
            field_dict["generate_summary"] = generate_summary
        if mode is not UNSET:
            field_dict["mode"] = mode
        if summary is not UNSET:
            field_dict["summary"] = summary

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_context(data: object) -> None | SharedReasoningContext | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                context_type_0 = check_shared_reasoning_context(data)

                return context_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SharedReasoningContext | Unset, data)

        context = _parse_context(d.pop("context", UNSET))

        def _parse_effort(data: object) -> None | SharedReasoningEffort | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                effort_type_0 = check_shared_reasoning_effort(data)

                return effort_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SharedReasoningEffort | Unset, data)

        effort = _parse_effort(d.pop("effort", UNSET))

        def _parse_generate_summary(
            data: object,
        ) -> None | SharedReasoningGenerateSummary | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                generate_summary_type_0 = check_shared_reasoning_generate_summary(data)

                return generate_summary_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SharedReasoningGenerateSummary | Unset, data)

        generate_summary = _parse_generate_summary(d.pop("generate_summary", UNSET))

        def _parse_mode(data: object) -> None | SharedReasoningMode | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mode_type_1 = check_shared_reasoning_mode(data)

                return mode_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SharedReasoningMode | str | Unset, data)

        mode = _parse_mode(d.pop("mode", UNSET))

        def _parse_summary(data: object) -> None | SharedReasoningSummary | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                summary_type_0 = check_shared_reasoning_summary(data)

                return summary_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SharedReasoningSummary | Unset, data)

        summary = _parse_summary(d.pop("summary", UNSET))

        shared_reasoning = cls(
            context=context,
            effort=effort,
            generate_summary=generate_summary,
            mode=mode,
            summary=summary,
        )

        shared_reasoning.additional_properties = d
        return shared_reasoning

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
