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

from ..models.prompt_cache_options_param_mode import (
    PromptCacheOptionsParamMode,
    check_prompt_cache_options_param_mode,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="PromptCacheOptionsParam")


@_attrs_define
class PromptCacheOptionsParam:
    """Request-side variant; prewarm is request-only in OpenAI's schema.

    Attributes:
        comparison_response_id (None | str | Unset):
        mode (PromptCacheOptionsParamMode | Unset):
        prewarm (bool | None | Unset):
        ttl (Literal['30m'] | Unset):
    """

    comparison_response_id: None | str | Unset = UNSET
    mode: PromptCacheOptionsParamMode | Unset = UNSET
    prewarm: bool | None | Unset = UNSET
    ttl: Literal["30m"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        comparison_response_id: None | str | Unset
        if isinstance(self.comparison_response_id, Unset):
            comparison_response_id = UNSET
        else:
            comparison_response_id = self.comparison_response_id

        mode: str | Unset = UNSET
        if not isinstance(self.mode, Unset):
            mode = self.mode

        prewarm: bool | None | Unset
        if isinstance(self.prewarm, Unset):
            prewarm = UNSET
        else:
            prewarm = self.prewarm

        ttl = self.ttl

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if comparison_response_id is not UNSET:
            field_dict["comparison_response_id"] = comparison_response_id
        if mode is not UNSET:
            field_dict["mode"] = mode
        if prewarm is not UNSET:
            field_dict["prewarm"] = prewarm
        if ttl is not UNSET:
            field_dict["ttl"] = ttl

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_comparison_response_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        comparison_response_id = _parse_comparison_response_id(
            d.pop("comparison_response_id", UNSET)
        )

        _mode = d.pop("mode", UNSET)
        mode: PromptCacheOptionsParamMode | Unset
        if isinstance(_mode, Unset):
            mode = UNSET
        else:
            mode = check_prompt_cache_options_param_mode(_mode)

        def _parse_prewarm(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        prewarm = _parse_prewarm(d.pop("prewarm", UNSET))

        ttl = cast(Literal["30m"] | Unset, d.pop("ttl", UNSET))
        if ttl != "30m" and not isinstance(ttl, Unset):
            raise ValueError(f"ttl must match const '30m', got '{ttl}'")

        prompt_cache_options_param = cls(
            comparison_response_id=comparison_response_id,
            mode=mode,
            prewarm=prewarm,
            ttl=ttl,
        )

        prompt_cache_options_param.additional_properties = d
        return prompt_cache_options_param

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
