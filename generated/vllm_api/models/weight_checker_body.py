from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.weight_checker_body_action import (
    WeightCheckerBodyAction,
    check_weight_checker_body_action,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.weight_checker_body_baseline import WeightCheckerBodyBaseline


_PENDING: dict[str, str] = {
    "WeightCheckerBodyBaseline": "weight_checker_body_baseline",
}

T = TypeVar("T", bound="WeightCheckerBody")


@_attrs_define
class WeightCheckerBody:
    """
    Attributes:
        action (WeightCheckerBodyAction):
        baseline (None | Unset | WeightCheckerBodyBaseline):
    """

    action: WeightCheckerBodyAction
    baseline: None | Unset | WeightCheckerBodyBaseline = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        action: str = self.action

        baseline: dict[str, Any] | None | Unset
        if isinstance(self.baseline, Unset):
            baseline = UNSET
        elif isinstance(self.baseline, WeightCheckerBodyBaseline):
            baseline = self.baseline.to_dict()
        else:
            baseline = self.baseline

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
            }
        )
        if baseline is not UNSET:
            field_dict["baseline"] = baseline

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        action = check_weight_checker_body_action(d.pop("action"))

        def _parse_baseline(data: object) -> None | Unset | WeightCheckerBodyBaseline:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                baseline_type_0 = WeightCheckerBodyBaseline.from_dict(data)

                return baseline_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WeightCheckerBodyBaseline, data)

        baseline = _parse_baseline(d.pop("baseline", UNSET))

        weight_checker_body = cls(
            action=action,
            baseline=baseline,
        )

        weight_checker_body.additional_properties = d
        return weight_checker_body

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
