from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.weight_checksums_checksums import WeightChecksumsChecksums


_PENDING: dict[str, str] = {
    "WeightChecksumsChecksums": "weight_checksums_checksums",
}

T = TypeVar("T", bound="WeightChecksums")


@_attrs_define
class WeightChecksums:
    """POST /weight_checker with action `checksum`.

    Attributes:
        checksums (WeightChecksumsChecksums):
    """

    checksums: WeightChecksumsChecksums
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        checksums = self.checksums.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "checksums": checksums,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        checksums = WeightChecksumsChecksums.from_dict(d.pop("checksums"))

        weight_checksums = cls(
            checksums=checksums,
        )

        weight_checksums.additional_properties = d
        return weight_checksums

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
