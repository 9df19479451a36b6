from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AdapterRegistration")


@_attrs_define
class AdapterRegistration:
    """POST /adapters, SageMaker's spelling of /v1/load_lora_adapter.

    Attributes:
        name (str):
        src (str):
        is_3d_lora_weight (bool | None | Unset):
        load_inplace (bool | None | Unset):
        pin (bool | None | Unset):
        preload (bool | None | Unset):
    """

    name: str
    src: str
    is_3d_lora_weight: bool | None | Unset = UNSET
    load_inplace: bool | None | Unset = UNSET
    pin: bool | None | Unset = UNSET
    preload: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        src = self.src

        is_3d_lora_weight: bool | None | Unset
        if isinstance(self.is_3d_lora_weight, Unset):
            is_3d_lora_weight = UNSET
        else:
            is_3d_lora_weight = self.is_3d_lora_weight

        load_inplace: bool | None | Unset
        if isinstance(self.load_inplace, Unset):
            load_inplace = UNSET
        else:
            load_inplace = self.load_inplace

        pin: bool | None | Unset
        if isinstance(self.pin, Unset):
            pin = UNSET
        else:
            pin = self.pin

        preload: bool | None | Unset
        if isinstance(self.preload, Unset):
            preload = UNSET
        else:
            preload = self.preload

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "src": src,
            }
        )
        if is_3d_lora_weight is not UNSET:
            field_dict["is_3d_lora_weight"] = is_3d_lora_weight
        if load_inplace is not UNSET:
            field_dict["load_inplace"] = load_inplace
        if pin is not UNSET:
            field_dict["pin"] = pin
        if preload is not UNSET:
            field_dict["preload"] = preload

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        src = d.pop("src")

        def _parse_is_3d_lora_weight(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        is_3d_lora_weight = _parse_is_3d_lora_weight(d.pop("is_3d_lora_weight", UNSET))

        def _parse_load_inplace(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        load_inplace = _parse_load_inplace(d.pop("load_inplace", UNSET))

        def _parse_pin(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        pin = _parse_pin(d.pop("pin", UNSET))

        def _parse_preload(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        preload = _parse_preload(d.pop("preload", UNSET))

        adapter_registration = cls(
            name=name,
            src=src,
            is_3d_lora_weight=is_3d_lora_weight,
            load_inplace=load_inplace,
            pin=pin,
            preload=preload,
        )

        adapter_registration.additional_properties = d
        return adapter_registration

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
