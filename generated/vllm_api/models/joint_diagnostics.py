from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.joint_canvas import JointCanvas


_PENDING: dict[str, str] = {
    "JointCanvas": "joint_canvas",
}

T = TypeVar("T", bound="JointDiagnostics")


@_attrs_define
class JointDiagnostics:
    """
    Attributes:
        canvases (list[JointCanvas]):
    """

    canvases: list[JointCanvas]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        canvases = []
        for canvases_item_data in self.canvases:
            canvases_item = canvases_item_data.to_dict()
            canvases.append(canvases_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "canvases": canvases,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        canvases = []
        _canvases = d.pop("canvases")
        for canvases_item_data in _canvases:
            canvases_item = JointCanvas.from_dict(canvases_item_data)

            canvases.append(canvases_item)

        joint_diagnostics = cls(
            canvases=canvases,
        )

        joint_diagnostics.additional_properties = d
        return joint_diagnostics

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
