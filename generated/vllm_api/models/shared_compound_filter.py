from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.shared_compound_filter_type import (
    SharedCompoundFilterType,
    check_shared_compound_filter_type,
)

if TYPE_CHECKING:
    from ..models.shared_comparison_filter import SharedComparisonFilter


_PENDING: dict[str, str] = {
    "SharedComparisonFilter": "shared_comparison_filter",
}

T = TypeVar("T", bound="SharedCompoundFilter")


@_attrs_define
class SharedCompoundFilter:
    """Combine multiple filters using `and` or `or`.

    Attributes:
        filters (list[Any | SharedComparisonFilter]):
        type_ (SharedCompoundFilterType):
    """

    filters: list[Any | SharedComparisonFilter]
    type_: SharedCompoundFilterType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        filters = []
        for filters_item_data in self.filters:
            filters_item: Any | dict[str, Any]
            if isinstance(filters_item_data, SharedComparisonFilter):
                filters_item = filters_item_data.to_dict()
            else:
                filters_item = filters_item_data
            filters.append(filters_item)

        type_: str = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "filters": filters,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        filters = []
        _filters = d.pop("filters")
        for filters_item_data in _filters:

            def _parse_filters_item(data: object) -> Any | SharedComparisonFilter:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    filters_item_type_0 = SharedComparisonFilter.from_dict(data)

                    return filters_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(Any | SharedComparisonFilter, data)

            filters_item = _parse_filters_item(filters_item_data)

            filters.append(filters_item)

        type_ = check_shared_compound_filter_type(d.pop("type"))

        shared_compound_filter = cls(
            filters=filters,
            type_=type_,
        )

        shared_compound_filter.additional_properties = d
        return shared_compound_filter

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
