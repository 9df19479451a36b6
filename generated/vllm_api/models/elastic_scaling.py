from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ElasticScaling")


@_attrs_define
class ElasticScaling:
    """POST /scale_elastic_ep: the new number of data-parallel engines.

    Attributes:
        new_data_parallel_size (int):
        drain_timeout (int | None | Unset):
    """

    new_data_parallel_size: int
    drain_timeout: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        new_data_parallel_size = self.new_data_parallel_size

        drain_timeout: int | None | Unset
        if isinstance(self.drain_timeout, Unset):
            drain_timeout = UNSET
        else:
            drain_timeout = self.drain_timeout

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "new_data_parallel_size": new_data_parallel_size,
            }
        )
        if drain_timeout is not UNSET:
            field_dict["drain_timeout"] = drain_timeout

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        new_data_parallel_size = d.pop("new_data_parallel_size")

        def _parse_drain_timeout(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        drain_timeout = _parse_drain_timeout(d.pop("drain_timeout", UNSET))

        elastic_scaling = cls(
            new_data_parallel_size=new_data_parallel_size,
            drain_timeout=drain_timeout,
        )

        elastic_scaling.additional_properties = d
        return elastic_scaling

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
