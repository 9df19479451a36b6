from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="TokenizeResponse")


@_attrs_define
class TokenizeResponse:
    """
    Attributes:
        count (int):
        max_model_len (int):
        tokens (list[int]):
        token_strs (list[str] | None | Unset):
    """

    count: int
    max_model_len: int
    tokens: list[int]
    token_strs: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        count = self.count

        max_model_len = self.max_model_len

        tokens = self.tokens

        token_strs: list[str] | None | Unset
        if isinstance(self.token_strs, Unset):
            token_strs = UNSET
        elif isinstance(self.token_strs, list):
            token_strs = self.token_strs

        else:
            token_strs = self.token_strs

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "count": count,
                "max_model_len": max_model_len,
                "tokens": tokens,
            }
        )
        if token_strs is not UNSET:
            field_dict["token_strs"] = token_strs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        count = d.pop("count")

        max_model_len = d.pop("max_model_len")

        tokens = cast(list[int], d.pop("tokens"))

        def _parse_token_strs(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                token_strs_type_0 = cast(list[str], data)

                return token_strs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        token_strs = _parse_token_strs(d.pop("token_strs", UNSET))

        tokenize_response = cls(
            count=count,
            max_model_len=max_model_len,
            tokens=tokens,
            token_strs=token_strs,
        )

        tokenize_response.additional_properties = d
        return tokenize_response

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
