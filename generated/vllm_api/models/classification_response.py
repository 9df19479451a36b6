from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.classification_data import ClassificationData
    from ..models.usage_info import UsageInfo


_PENDING: dict[str, str] = {
    "ClassificationData": "classification_data",
    "UsageInfo": "usage_info",
}

T = TypeVar("T", bound="ClassificationResponse")


@_attrs_define
class ClassificationResponse:
    """
    Attributes:
        data (list[ClassificationData]):
        model (str):
        usage (UsageInfo):
        created (int | Unset):
        id (str | Unset):
        object_ (str | Unset):
    """

    data: list[ClassificationData]
    model: str
    usage: UsageInfo
    created: int | Unset = UNSET
    id: str | Unset = UNSET
    object_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        data = []
        for data_item_data in self.data:
            data_item = data_item_data.to_dict()
            data.append(data_item)

        model = self.model

        usage = self.usage.to_dict()

        created = self.created

        id = self.id

        object_ = self.object_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "model": model,
                "usage": usage,
            }
        )
        if created is not UNSET:
            field_dict["created"] = created
        if id is not UNSET:
            field_dict["id"] = id
        if object_ is not UNSET:
            field_dict["object"] = object_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        data = []
        _data = d.pop("data")
        for data_item_data in _data:
            data_item = ClassificationData.from_dict(data_item_data)

            data.append(data_item)

        model = d.pop("model")

        usage = UsageInfo.from_dict(d.pop("usage"))

        created = d.pop("created", UNSET)

        id = d.pop("id", UNSET)

        object_ = d.pop("object", UNSET)

        classification_response = cls(
            data=data,
            model=model,
            usage=usage,
            created=created,
            id=id,
            object_=object_,
        )

        classification_response.additional_properties = d
        return classification_response

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
