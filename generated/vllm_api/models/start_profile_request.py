from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.json_object import JsonObject


_PENDING: dict[str, str] = {
    "JsonObject": "json_object",
}

T = TypeVar("T", bound="StartProfileRequest")


@_attrs_define
class StartProfileRequest:
    """Optional overrides for one profiling session.

    Values are validated by the engine client.

        Attributes:
            delay_iterations (int | None | Unset):
            max_iterations (int | None | Unset):
            profile_prefix (None | str | Unset):
            profiler_kwargs (JsonObject | None | Unset):
    """

    delay_iterations: int | None | Unset = UNSET
    max_iterations: int | None | Unset = UNSET
    profile_prefix: None | str | Unset = UNSET
    profiler_kwargs: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        delay_iterations: int | None | Unset
        if isinstance(self.delay_iterations, Unset):
            delay_iterations = UNSET
        else:
            delay_iterations = self.delay_iterations

        max_iterations: int | None | Unset
        if isinstance(self.max_iterations, Unset):
            max_iterations = UNSET
        else:
            max_iterations = self.max_iterations

        profile_prefix: None | str | Unset
        if isinstance(self.profile_prefix, Unset):
            profile_prefix = UNSET
        else:
            profile_prefix = self.profile_prefix

        profiler_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.profiler_kwargs, Unset):
            profiler_kwargs = UNSET
        elif isinstance(self.profiler_kwargs, JsonObject):
            profiler_kwargs = self.profiler_kwargs.to_dict()
        else:
            profiler_kwargs = self.profiler_kwargs

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if delay_iterations is not UNSET:
            field_dict["delay_iterations"] = delay_iterations
        if max_iterations is not UNSET:
            field_dict["max_iterations"] = max_iterations
        if profile_prefix is not UNSET:
            field_dict["profile_prefix"] = profile_prefix
        if profiler_kwargs is not UNSET:
            field_dict["profiler_kwargs"] = profiler_kwargs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_delay_iterations(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        delay_iterations = _parse_delay_iterations(d.pop("delay_iterations", UNSET))

        def _parse_max_iterations(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_iterations = _parse_max_iterations(d.pop("max_iterations", UNSET))

        def _parse_profile_prefix(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        profile_prefix = _parse_profile_prefix(d.pop("profile_prefix", UNSET))

        def _parse_profiler_kwargs(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                profiler_kwargs_type_0 = JsonObject.from_dict(data)

                return profiler_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        profiler_kwargs = _parse_profiler_kwargs(d.pop("profiler_kwargs", UNSET))

        start_profile_request = cls(
            delay_iterations=delay_iterations,
            max_iterations=max_iterations,
            profile_prefix=profile_prefix,
            profiler_kwargs=profiler_kwargs,
        )

        start_profile_request.additional_properties = d
        return start_profile_request

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
