from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.usage_billed_units import UsageBilledUnits
    from ..models.usage_tokens import UsageTokens


_PENDING: dict[str, str] = {
    "UsageBilledUnits": "usage_billed_units",
    "UsageTokens": "usage_tokens",
}

T = TypeVar("T", bound="Usage")


@_attrs_define
class Usage:
    """
    Attributes:
        billed_units (None | Unset | UsageBilledUnits):
        cached_tokens (float | None | Unset):
        tokens (None | Unset | UsageTokens):
    """

    billed_units: None | Unset | UsageBilledUnits = UNSET
    cached_tokens: float | None | Unset = UNSET
    tokens: None | Unset | UsageTokens = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        billed_units: dict[str, Any] | None | Unset
        if isinstance(self.billed_units, Unset):
            billed_units = UNSET
        elif isinstance(self.billed_units, UsageBilledUnits):
            billed_units = self.billed_units.to_dict()
        else:
            billed_units = self.billed_units

        cached_tokens: float | None | Unset
        if isinstance(self.cached_tokens, Unset):
            cached_tokens = UNSET
        else:
            cached_tokens = self.cached_tokens

        tokens: dict[str, Any] | None | Unset
        if isinstance(self.tokens, Unset):
            tokens = UNSET
        elif isinstance(self.tokens, UsageTokens):
            tokens = self.tokens.to_dict()
        else:
            tokens = self.tokens

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if billed_units is not UNSET:
            field_dict["billed_units"] = billed_units
        if cached_tokens is not UNSET:
            field_dict["cached_tokens"] = cached_tokens
        if tokens is not UNSET:
            field_dict["tokens"] = tokens

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_billed_units(data: object) -> None | Unset | UsageBilledUnits:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                billed_units_type_0 = UsageBilledUnits.from_dict(data)

                return billed_units_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UsageBilledUnits, data)

        billed_units = _parse_billed_units(d.pop("billed_units", UNSET))

        def _parse_cached_tokens(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        cached_tokens = _parse_cached_tokens(d.pop("cached_tokens", UNSET))

        def _parse_tokens(data: object) -> None | Unset | UsageTokens:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tokens_type_0 = UsageTokens.from_dict(data)

                return tokens_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UsageTokens, data)

        tokens = _parse_tokens(d.pop("tokens", UNSET))

        usage = cls(
            billed_units=billed_units,
            cached_tokens=cached_tokens,
            tokens=tokens,
        )

        usage.additional_properties = d
        return usage

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
