from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.thinking_type import ThinkingType, check_thinking_type
from ..types import UNSET, Unset

T = TypeVar("T", bound="Thinking")


@_attrs_define
class Thinking:
    """Configuration for [reasoning features](https://docs.cohere.com/docs/reasoning).

    Attributes:
        type_ (Any | ThinkingType):
        token_budget (int | None | Unset):
    """

    type_: Any | ThinkingType
    token_budget: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        type_: Any | str
        if isinstance(self.type_, str):
            type_ = self.type_
        else:
            type_ = self.type_

        token_budget: int | None | Unset
        if isinstance(self.token_budget, Unset):
            token_budget = UNSET
        else:
            token_budget = self.token_budget

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if token_budget is not UNSET:
            field_dict["token_budget"] = token_budget

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_type_(data: object) -> Any | ThinkingType:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = check_thinking_type(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Any | ThinkingType, data)

        type_ = _parse_type_(d.pop("type"))

        def _parse_token_budget(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        token_budget = _parse_token_budget(d.pop("token_budget", UNSET))

        thinking = cls(
            type_=type_,
            token_budget=token_budget,
        )

        thinking.additional_properties = d
        return thinking

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
