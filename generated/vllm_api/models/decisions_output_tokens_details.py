from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="DecisionsOutputTokensDetails")


@_attrs_define
class DecisionsOutputTokensDetails:
    """
    Attributes:
        reasoning_tokens (int | Unset):
    """

    reasoning_tokens: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reasoning_tokens = self.reasoning_tokens

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if reasoning_tokens is not UNSET:
            field_dict["reasoning_tokens"] = reasoning_tokens

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reasoning_tokens = d.pop("reasoning_tokens", UNSET)

        decisions_output_tokens_details = cls(
            reasoning_tokens=reasoning_tokens,
        )

        return decisions_output_tokens_details
