from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.anthropic_context_management import AnthropicContextManagement


_PENDING: dict[str, str] = {
    "AnthropicContextManagement": "anthropic_context_management",
}

T = TypeVar("T", bound="AnthropicCountTokensResponse")


@_attrs_define
class AnthropicCountTokensResponse:
    """Anthropic messages.count_tokens response.

    Attributes:
        input_tokens (int):
        context_management (AnthropicContextManagement | None | Unset):
    """

    input_tokens: int
    context_management: AnthropicContextManagement | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        input_tokens = self.input_tokens

        context_management: dict[str, Any] | None | Unset
        if isinstance(self.context_management, Unset):
            context_management = UNSET
        elif isinstance(self.context_management, AnthropicContextManagement):
            context_management = self.context_management.to_dict()
        else:
            context_management = self.context_management

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "input_tokens": input_tokens,
            }
        )
        if context_management is not UNSET:
            field_dict["context_management"] = context_management

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        input_tokens = d.pop("input_tokens")

        def _parse_context_management(
            data: object,
        ) -> AnthropicContextManagement | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                context_management_type_0 = AnthropicContextManagement.from_dict(data)

                return context_management_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicContextManagement | None | Unset, data)

        context_management = _parse_context_management(
            d.pop("context_management", UNSET)
        )

        anthropic_count_tokens_response = cls(
            input_tokens=input_tokens,
            context_management=context_management,
        )

        anthropic_count_tokens_response.additional_properties = d
        return anthropic_count_tokens_response

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
