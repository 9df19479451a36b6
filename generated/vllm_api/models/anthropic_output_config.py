from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.anthropic_output_config_effort import (
    AnthropicOutputConfigEffort,
    check_anthropic_output_config_effort,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.anthropic_json_output_format import AnthropicJsonOutputFormat


_PENDING: dict[str, str] = {
    "AnthropicJsonOutputFormat": "anthropic_json_output_format",
}

T = TypeVar("T", bound="AnthropicOutputConfig")


@_attrs_define
class AnthropicOutputConfig:
    """Configuration options for the model's output, such as the output format.

    Attributes:
        effort (AnthropicOutputConfigEffort | None | Unset):
        format_ (AnthropicJsonOutputFormat | None | Unset):
    """

    effort: AnthropicOutputConfigEffort | None | Unset = UNSET
    format_: AnthropicJsonOutputFormat | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        effort: None | str | Unset
        if isinstance(self.effort, Unset):
            effort = UNSET
        elif isinstance(self.effort, str):
            effort = self.effort
        else:
            effort = self.effort

        format_: dict[str, Any] | None | Unset
        if isinstance(self.format_, Unset):
            format_ = UNSET
        elif isinstance(self.format_, AnthropicJsonOutputFormat):
            format_ = self.format_.to_dict()
        else:
            format_ = self.format_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if effort is not UNSET:
            field_dict["effort"] = effort
        if format_ is not UNSET:
            field_dict["format"] = format_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_effort(data: object) -> AnthropicOutputConfigEffort | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                effort_type_0 = check_anthropic_output_config_effort(data)

                return effort_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicOutputConfigEffort | None | Unset, data)

        effort = _parse_effort(d.pop("effort", UNSET))

        def _parse_format_(data: object) -> AnthropicJsonOutputFormat | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                format_type_0 = AnthropicJsonOutputFormat.from_dict(data)

                return format_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicJsonOutputFormat | None | Unset, data)

        format_ = _parse_format_(d.pop("format", UNSET))

        anthropic_output_config = cls(
            effort=effort,
            format_=format_,
        )

        anthropic_output_config.additional_properties = d
        return anthropic_output_config

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
