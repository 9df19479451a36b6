from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ElasticScalingState")


@_attrs_define
class ElasticScalingState:
    """POST /is_scaling_elastic_ep; all but the first field since vLLM 0.33.

    Attributes:
        is_scaling_elastic_ep (bool):
        epoch (int | None | Unset):
        error (None | str | Unset):
        phase (None | str | Unset):
        requested_data_parallel_size (int | None | Unset):
    """

    is_scaling_elastic_ep: bool
    epoch: int | None | Unset = UNSET
    error: None | str | Unset = UNSET
    phase: None | str | Unset = UNSET
    requested_data_parallel_size: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_scaling_elastic_ep = self.is_scaling_elastic_ep

        epoch: int | None | Unset
        if isinstance(self.epoch, Unset):
            epoch = UNSET
        else:
            epoch = self.epoch

        error: None | str | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        else:
            error = self.error

        phase: None | str | Unset
        if isinstance(self.phase, Unset):
            phase = UNSET
        else:
            phase = self.phase

        requested_data_parallel_size: int | None | Unset
        if isinstance(self.requested_data_parallel_size, Unset):
            requested_data_parallel_size = UNSET
        else:
            requested_data_parallel_size = self.requested_data_parallel_size

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_scaling_elastic_ep": is_scaling_elastic_ep,
            }
        )
        if epoch is not UNSET:
            field_dict["epoch"] = epoch
        if error is not UNSET:
            field_dict["error"] = error
        if phase is not UNSET:
            field_dict["phase"] = phase
        if requested_data_parallel_size is not UNSET:
            field_dict["requested_data_parallel_size"] = requested_data_parallel_size

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_scaling_elastic_ep = d.pop("is_scaling_elastic_ep")

        def _parse_epoch(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        epoch = _parse_epoch(d.pop("epoch", UNSET))

        def _parse_error(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        error = _parse_error(d.pop("error", UNSET))

        def _parse_phase(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phase = _parse_phase(d.pop("phase", UNSET))

        def _parse_requested_data_parallel_size(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        requested_data_parallel_size = _parse_requested_data_parallel_size(
            d.pop("requested_data_parallel_size", UNSET)
        )

        elastic_scaling_state = cls(
            is_scaling_elastic_ep=is_scaling_elastic_ep,
            epoch=epoch,
            error=error,
            phase=phase,
            requested_data_parallel_size=requested_data_parallel_size,
        )

        elastic_scaling_state.additional_properties = d
        return elastic_scaling_state

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
