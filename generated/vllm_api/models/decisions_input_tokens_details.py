from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="DecisionsInputTokensDetails")


@_attrs_define
class DecisionsInputTokensDetails:
    """
    Attributes:
        cache_write_tokens (int | Unset):
        cached_tokens (int | Unset):
    """

    cache_write_tokens: int | Unset = UNSET
    cached_tokens: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        cache_write_tokens = self.cache_write_tokens

        cached_tokens = self.cached_tokens

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if cache_write_tokens is not UNSET:
            field_dict["cache_write_tokens"] = cache_write_tokens
        if cached_tokens is not UNSET:
            field_dict["cached_tokens"] = cached_tokens

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cache_write_tokens = d.pop("cache_write_tokens", UNSET)

        cached_tokens = d.pop("cached_tokens", UNSET)

        decisions_input_tokens_details = cls(
            cache_write_tokens=cache_write_tokens,
            cached_tokens=cached_tokens,
        )

        return decisions_input_tokens_details
