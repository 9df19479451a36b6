from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AbortStatus")


@_attrs_define
class AbortStatus:
    """POST /abort_requests: how many requests were aborted.

    Attributes:
        aborted (int):
        status (Literal['aborted']):
    """

    aborted: int
    status: Literal["aborted"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        aborted = self.aborted

        status = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "aborted": aborted,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        aborted = d.pop("aborted")

        status = cast(Literal["aborted"], d.pop("status"))
        if status != "aborted":
            raise ValueError(f"status must match const 'aborted', got '{status}'")

        abort_status = cls(
            aborted=aborted,
            status=status,
        )

        abort_status.additional_properties = d
        return abort_status

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
