from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ElasticScalingState")


@_attrs_define
class ElasticScalingState:
    """POST /is_scaling_elastic_ep.

    Attributes:
        is_scaling_elastic_ep (bool):
    """

    is_scaling_elastic_ep: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_scaling_elastic_ep = self.is_scaling_elastic_ep

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_scaling_elastic_ep": is_scaling_elastic_ep,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_scaling_elastic_ep = d.pop("is_scaling_elastic_ep")

        elastic_scaling_state = cls(
            is_scaling_elastic_ep=is_scaling_elastic_ep,
        )

        elastic_scaling_state.additional_properties = d
        return elastic_scaling_state

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
