from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.placeholder_range_info import PlaceholderRangeInfo


_PENDING: dict[str, str] = {
    "PlaceholderRangeInfo": "placeholder_range_info",
}

T = TypeVar("T", bound="GenerateDerenderResponseMmPlaceholders")


@_attrs_define
class GenerateDerenderResponseMmPlaceholders:
    additional_properties: dict[str, list[PlaceholderRangeInfo]] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = []
            for additional_property_item_data in prop:
                additional_property_item = additional_property_item_data.to_dict()
                field_dict[prop_name].append(additional_property_item)

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        generate_derender_response_mm_placeholders = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = []
            _additional_property = prop_dict
            for additional_property_item_data in _additional_property:
                additional_property_item = PlaceholderRangeInfo.from_dict(
                    additional_property_item_data
                )

                additional_property.append(additional_property_item)

            additional_properties[prop_name] = additional_property

        generate_derender_response_mm_placeholders.additional_properties = (
            additional_properties
        )
        return generate_derender_response_mm_placeholders

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> list[PlaceholderRangeInfo]:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: list[PlaceholderRangeInfo]) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
