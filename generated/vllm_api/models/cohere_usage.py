from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.cohere_usage_billed_units import CohereUsageBilledUnits
    from ..models.cohere_usage_tokens import CohereUsageTokens


_PENDING: dict[str, str] = {
    "CohereUsageBilledUnits": "cohere_usage_billed_units",
    "CohereUsageTokens": "cohere_usage_tokens",
}

T = TypeVar("T", bound="CohereUsage")


@_attrs_define
class CohereUsage:
    """
    Attributes:
        billed_units (CohereUsageBilledUnits | None | Unset):
        cached_tokens (float | None | Unset):
        tokens (CohereUsageTokens | None | Unset):
    """

    billed_units: CohereUsageBilledUnits | None | Unset = UNSET
    cached_tokens: float | None | Unset = UNSET
    tokens: CohereUsageTokens | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        billed_units: dict[str, Any] | None | Unset
        if isinstance(self.billed_units, Unset):
            billed_units = UNSET
        elif isinstance(self.billed_units, CohereUsageBilledUnits):
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
        elif isinstance(self.tokens, CohereUsageTokens):
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

        def _parse_billed_units(data: object) -> CohereUsageBilledUnits | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                billed_units_type_0 = CohereUsageBilledUnits.from_dict(data)

                return billed_units_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CohereUsageBilledUnits | None | Unset, data)

        billed_units = _parse_billed_units(d.pop("billed_units", UNSET))

        def _parse_cached_tokens(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        cached_tokens = _parse_cached_tokens(d.pop("cached_tokens", UNSET))

        def _parse_tokens(data: object) -> CohereUsageTokens | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tokens_type_0 = CohereUsageTokens.from_dict(data)

                return tokens_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CohereUsageTokens | None | Unset, data)

        tokens = _parse_tokens(d.pop("tokens", UNSET))

        cohere_usage = cls(
            billed_units=billed_units,
            cached_tokens=cached_tokens,
            tokens=tokens,
        )

        cohere_usage.additional_properties = d
        return cohere_usage

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
