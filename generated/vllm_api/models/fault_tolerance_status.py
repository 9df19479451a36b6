from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.engine_status import EngineStatus


_PENDING: dict[str, str] = {
    "EngineStatus": "engine_status",
}

T = TypeVar("T", bound="FaultToleranceStatus")


@_attrs_define
class FaultToleranceStatus:
    """GET /fault_tolerance/status.

    Attributes:
        engines (list[EngineStatus]):
        schema_version (int):
        total_engines (int):
    """

    engines: list[EngineStatus]
    schema_version: int
    total_engines: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        engines = []
        for engines_item_data in self.engines:
            engines_item = engines_item_data.to_dict()
            engines.append(engines_item)

        schema_version = self.schema_version

        total_engines = self.total_engines

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "engines": engines,
                "schema_version": schema_version,
                "total_engines": total_engines,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        engines = []
        _engines = d.pop("engines")
        for engines_item_data in _engines:
            engines_item = EngineStatus.from_dict(engines_item_data)

            engines.append(engines_item)

        schema_version = d.pop("schema_version")

        total_engines = d.pop("total_engines")

        fault_tolerance_status = cls(
            engines=engines,
            schema_version=schema_version,
            total_engines=total_engines,
        )

        fault_tolerance_status.additional_properties = d
        return fault_tolerance_status

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
