from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RepetitionDetectionParams")


@_attrs_define
class RepetitionDetectionParams:
    """Parameters for detecting repetitive N-gram patterns in output tokens.

    Attributes:
        max_pattern_size (int | Unset):
        min_count (int | Unset):
        min_pattern_size (int | Unset):
    """

    max_pattern_size: int | Unset = UNSET
    min_count: int | Unset = UNSET
    min_pattern_size: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        max_pattern_size = self.max_pattern_size

        min_count = self.min_count

        min_pattern_size = self.min_pattern_size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if max_pattern_size is not UNSET:
            field_dict["max_pattern_size"] = max_pattern_size
        if min_count is not UNSET:
            field_dict["min_count"] = min_count
        if min_pattern_size is not UNSET:
            field_dict["min_pattern_size"] = min_pattern_size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        max_pattern_size = d.pop("max_pattern_size", UNSET)

        min_count = d.pop("min_count", UNSET)

        min_pattern_size = d.pop("min_pattern_size", UNSET)

        repetition_detection_params = cls(
            max_pattern_size=max_pattern_size,
            min_count=min_count,
            min_pattern_size=min_pattern_size,
        )

        repetition_detection_params.additional_properties = d
        return repetition_detection_params

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
