from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.cohere_api_version import CohereApiVersion
    from ..models.cohere_billed_units import CohereBilledUnits


_PENDING: dict[str, str] = {
    "CohereApiVersion": "cohere_api_version",
    "CohereBilledUnits": "cohere_billed_units",
}

T = TypeVar("T", bound="CohereMeta")


@_attrs_define
class CohereMeta:
    """
    Attributes:
        api_version (CohereApiVersion | Unset):
        billed_units (CohereBilledUnits | None | Unset):
    """

    api_version: CohereApiVersion | Unset = UNSET
    billed_units: CohereBilledUnits | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        api_version: dict[str, Any] | Unset = UNSET
        if not isinstance(self.api_version, Unset):
            api_version = self.api_version.to_dict()

        billed_units: dict[str, Any] | None | Unset
        if isinstance(self.billed_units, Unset):
            billed_units = UNSET
        elif isinstance(self.billed_units, CohereBilledUnits):
            billed_units = self.billed_units.to_dict()
        else:
            billed_units = self.billed_units

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if api_version is not UNSET:
            field_dict["api_version"] = api_version
        if billed_units is not UNSET:
            field_dict["billed_units"] = billed_units

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        _api_version = d.pop("api_version", UNSET)
        api_version: CohereApiVersion | Unset
        if isinstance(_api_version, Unset):
            api_version = UNSET
        else:
            api_version = CohereApiVersion.from_dict(_api_version)

        def _parse_billed_units(data: object) -> CohereBilledUnits | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                billed_units_type_0 = CohereBilledUnits.from_dict(data)

                return billed_units_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CohereBilledUnits | None | Unset, data)

        billed_units = _parse_billed_units(d.pop("billed_units", UNSET))

        cohere_meta = cls(
            api_version=api_version,
            billed_units=billed_units,
        )

        cohere_meta.additional_properties = d
        return cohere_meta

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
