from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="EngineStatus")


@_attrs_define
class EngineStatus:
    """The health of one engine.

    Attributes:
        id (int):
        status (str):
        ft_error (None | str | Unset):
        last_ft_request_id (None | str | Unset):
    """

    id: int
    status: str
    ft_error: None | str | Unset = UNSET
    last_ft_request_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        status = self.status

        ft_error: None | str | Unset
        if isinstance(self.ft_error, Unset):
            ft_error = UNSET
        else:
            ft_error = self.ft_error

        last_ft_request_id: None | str | Unset
        if isinstance(self.last_ft_request_id, Unset):
            last_ft_request_id = UNSET
        else:
            last_ft_request_id = self.last_ft_request_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "status": status,
            }
        )
        if ft_error is not UNSET:
            field_dict["ft_error"] = ft_error
        if last_ft_request_id is not UNSET:
            field_dict["last_ft_request_id"] = last_ft_request_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        status = d.pop("status")

        def _parse_ft_error(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        ft_error = _parse_ft_error(d.pop("ft_error", UNSET))

        def _parse_last_ft_request_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        last_ft_request_id = _parse_last_ft_request_id(
            d.pop("last_ft_request_id", UNSET)
        )

        engine_status = cls(
            id=id,
            status=status,
            ft_error=ft_error,
            last_ft_request_id=last_ft_request_id,
        )

        engine_status.additional_properties = d
        return engine_status

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
