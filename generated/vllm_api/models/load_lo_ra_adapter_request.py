from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="LoadLoRAAdapterRequest")


@_attrs_define
class LoadLoRAAdapterRequest:
    """
    Attributes:
        lora_name (str):
        lora_path (str):
        is_3d_lora_weight (bool | Unset):
        load_inplace (bool | Unset):
    """

    lora_name: str
    lora_path: str
    is_3d_lora_weight: bool | Unset = UNSET
    load_inplace: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        lora_name = self.lora_name

        lora_path = self.lora_path

        is_3d_lora_weight = self.is_3d_lora_weight

        load_inplace = self.load_inplace

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "lora_name": lora_name,
                "lora_path": lora_path,
            }
        )
        if is_3d_lora_weight is not UNSET:
            field_dict["is_3d_lora_weight"] = is_3d_lora_weight
        if load_inplace is not UNSET:
            field_dict["load_inplace"] = load_inplace

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lora_name = d.pop("lora_name")

        lora_path = d.pop("lora_path")

        is_3d_lora_weight = d.pop("is_3d_lora_weight", UNSET)

        load_inplace = d.pop("load_inplace", UNSET)

        load_lo_ra_adapter_request = cls(
            lora_name=lora_name,
            lora_path=lora_path,
            is_3d_lora_weight=is_3d_lora_weight,
            load_inplace=load_inplace,
        )

        load_lo_ra_adapter_request.additional_properties = d
        return load_lo_ra_adapter_request

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
