from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.anthropic_thinking_config_enabled_display import (
    AnthropicThinkingConfigEnabledDisplay,
    check_anthropic_thinking_config_enabled_display,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="AnthropicThinkingConfigEnabled")


@_attrs_define
class AnthropicThinkingConfigEnabled:
    """Extended thinking with a fixed token budget.

    ``display`` is accepted but ignored: reasoning is always returned.

        Attributes:
            budget_tokens (int):
            type_ (Literal['enabled']):
            display (AnthropicThinkingConfigEnabledDisplay | None | Unset):
    """

    budget_tokens: int
    type_: Literal["enabled"]
    display: AnthropicThinkingConfigEnabledDisplay | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        budget_tokens = self.budget_tokens

        type_ = self.type_

        display: None | str | Unset
        if isinstance(self.display, Unset):
            display = UNSET
        elif isinstance(self.display, str):
            display = self.display
        else:
            display = self.display

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "budget_tokens": budget_tokens,
                "type": type_,
            }
        )
        if display is not UNSET:
            field_dict["display"] = display

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        budget_tokens = d.pop("budget_tokens")

        type_ = cast(Literal["enabled"], d.pop("type"))
        if type_ != "enabled":
            raise ValueError(f"type must match const 'enabled', got '{type_}'")

        def _parse_display(
            data: object,
        ) -> AnthropicThinkingConfigEnabledDisplay | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                display_type_0 = check_anthropic_thinking_config_enabled_display(data)

                return display_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicThinkingConfigEnabledDisplay | None | Unset, data)

        display = _parse_display(d.pop("display", UNSET))

        anthropic_thinking_config_enabled = cls(
            budget_tokens=budget_tokens,
            type_=type_,
            display=display,
        )

        anthropic_thinking_config_enabled.additional_properties = d
        return anthropic_thinking_config_enabled

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
