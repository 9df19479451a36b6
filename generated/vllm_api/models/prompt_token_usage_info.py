from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.prompt_token_usage_info_multimodal_tokens import (
        PromptTokenUsageInfoMultimodalTokens,
    )


_PENDING: dict[str, str] = {
    "PromptTokenUsageInfoMultimodalTokens": "prompt_token_usage_info_multimodal_tokens",
}

T = TypeVar("T", bound="PromptTokenUsageInfo")


@_attrs_define
class PromptTokenUsageInfo:
    """
    Attributes:
        cached_tokens (int | None | Unset):
        created_cache_tokens (int | None | Unset):
        multimodal_tokens (None | PromptTokenUsageInfoMultimodalTokens | Unset):
    """

    cached_tokens: int | None | Unset = UNSET
    created_cache_tokens: int | None | Unset = UNSET
    multimodal_tokens: None | PromptTokenUsageInfoMultimodalTokens | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        cached_tokens: int | None | Unset
        if isinstance(self.cached_tokens, Unset):
            cached_tokens = UNSET
        else:
            cached_tokens = self.cached_tokens

        created_cache_tokens: int | None | Unset
        if isinstance(self.created_cache_tokens, Unset):
            created_cache_tokens = UNSET
        else:
            created_cache_tokens = self.created_cache_tokens

        multimodal_tokens: dict[str, Any] | None | Unset
        if isinstance(self.multimodal_tokens, Unset):
            multimodal_tokens = UNSET
        elif isinstance(self.multimodal_tokens, PromptTokenUsageInfoMultimodalTokens):
            multimodal_tokens = self.multimodal_tokens.to_dict()
        else:
            multimodal_tokens = self.multimodal_tokens

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if cached_tokens is not UNSET:
            field_dict["cached_tokens"] = cached_tokens
        if created_cache_tokens is not UNSET:
            field_dict["created_cache_tokens"] = created_cache_tokens
        if multimodal_tokens is not UNSET:
            field_dict["multimodal_tokens"] = multimodal_tokens

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_cached_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        cached_tokens = _parse_cached_tokens(d.pop("cached_tokens", UNSET))

        def _parse_created_cache_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        created_cache_tokens = _parse_created_cache_tokens(
            d.pop("created_cache_tokens", UNSET)
        )

        def _parse_multimodal_tokens(
            data: object,
        ) -> None | PromptTokenUsageInfoMultimodalTokens | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                multimodal_tokens_type_0 = (
                    PromptTokenUsageInfoMultimodalTokens.from_dict(data)
                )

                return multimodal_tokens_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PromptTokenUsageInfoMultimodalTokens | Unset, data)

        multimodal_tokens = _parse_multimodal_tokens(d.pop("multimodal_tokens", UNSET))

        prompt_token_usage_info = cls(
            cached_tokens=cached_tokens,
            created_cache_tokens=created_cache_tokens,
            multimodal_tokens=multimodal_tokens,
        )

        prompt_token_usage_info.additional_properties = d
        return prompt_token_usage_info

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
