from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.kv_event_source import KVEventSource


_PENDING: dict[str, str] = {
    "KVEventSource": "kv_event_source",
}

T = TypeVar("T", bound="KVEventSources")


@_attrs_define
class KVEventSources:
    """GET /kv_event_sources: by data-parallel rank; empty if the server has no engine."""

    additional_properties: dict[str, KVEventSource] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop.to_dict()

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        kv_event_sources = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = KVEventSource.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        kv_event_sources.additional_properties = additional_properties
        return kv_event_sources

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> KVEventSource:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: KVEventSource) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
