from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ClassificationData")


@_attrs_define
class ClassificationData:
    """
    Attributes:
        index (int):
        label (None | str):
        num_classes (int):
        probs (list[float]):
    """

    index: int
    label: None | str
    num_classes: int
    probs: list[float]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        index = self.index

        label: None | str
        label = self.label

        num_classes = self.num_classes

        probs = self.probs

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "index": index,
                "label": label,
                "num_classes": num_classes,
                "probs": probs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        index = d.pop("index")

        def _parse_label(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        label = _parse_label(d.pop("label"))

        num_classes = d.pop("num_classes")

        probs = cast(list[float], d.pop("probs"))

        classification_data = cls(
            index=index,
            label=label,
            num_classes=num_classes,
            probs=probs,
        )

        classification_data.additional_properties = d
        return classification_data

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
