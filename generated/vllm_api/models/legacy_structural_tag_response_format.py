from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.legacy_structural_tag import LegacyStructuralTag


_PENDING: dict[str, str] = {
    "LegacyStructuralTag": "legacy_structural_tag",
}

T = TypeVar("T", bound="LegacyStructuralTagResponseFormat")


@_attrs_define
class LegacyStructuralTagResponseFormat:
    """
    Attributes:
        structures (list[LegacyStructuralTag]):
        triggers (list[str]):
        type_ (Literal['structural_tag']):
    """

    structures: list[LegacyStructuralTag]
    triggers: list[str]
    type_: Literal["structural_tag"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        structures = []
        for structures_item_data in self.structures:
            structures_item = structures_item_data.to_dict()
            structures.append(structures_item)

        triggers = self.triggers

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "structures": structures,
                "triggers": triggers,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        structures = []
        _structures = d.pop("structures")
        for structures_item_data in _structures:
            structures_item = LegacyStructuralTag.from_dict(structures_item_data)

            structures.append(structures_item)

        triggers = cast(list[str], d.pop("triggers"))

        type_ = cast(Literal["structural_tag"], d.pop("type"))
        if type_ != "structural_tag":
            raise ValueError(f"type must match const 'structural_tag', got '{type_}'")

        legacy_structural_tag_response_format = cls(
            structures=structures,
            triggers=triggers,
            type_=type_,
        )

        legacy_structural_tag_response_format.additional_properties = d
        return legacy_structural_tag_response_format

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
