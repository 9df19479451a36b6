from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UnloadLoRAAdapterRequest")


@_attrs_define
class UnloadLoRAAdapterRequest:
    """
    Attributes:
        lora_name (str):
        lora_int_id (int | None | Unset):
    """

    lora_name: str
    lora_int_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        lora_name = self.lora_name

        lora_int_id: int | None | Unset
        if isinstance(self.lora_int_id, Unset):
            lora_int_id = UNSET
        else:
            lora_int_id = self.lora_int_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "lora_name": lora_name,
            }
        )
        if lora_int_id is not UNSET:
            field_dict["lora_int_id"] = lora_int_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lora_name = d.pop("lora_name")

        def _parse_lora_int_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        lora_int_id = _parse_lora_int_id(d.pop("lora_int_id", UNSET))

        unload_lo_ra_adapter_request = cls(
            lora_name=lora_name,
            lora_int_id=lora_int_id,
        )

        unload_lo_ra_adapter_request.additional_properties = d
        return unload_lo_ra_adapter_request

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
