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

from ..types import UNSET, Unset

T = TypeVar("T", bound="ResponseRawMessageAndToken")


@_attrs_define
class ResponseRawMessageAndToken:
    """Class to show the raw message.
    If message / tokens diverge, tokens is the source of truth

        Attributes:
            message (str):
            tokens (list[int]):
            type_ (Literal['raw_message_tokens'] | Unset):
    """

    message: str
    tokens: list[int]
    type_: Literal["raw_message_tokens"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        tokens = self.tokens

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "message": message,
                "tokens": tokens,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        message = d.pop("message")

        tokens = cast(list[int], d.pop("tokens"))

        type_ = cast(Literal["raw_message_tokens"] | Unset, d.pop("type", UNSET))
        if type_ != "raw_message_tokens" and not isinstance(type_, Unset):
            raise ValueError(
                f"type must match const 'raw_message_tokens', got '{type_}'"
            )

        response_raw_message_and_token = cls(
            message=message,
            tokens=tokens,
            type_=type_,
        )

        response_raw_message_and_token.additional_properties = d
        return response_raw_message_and_token

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
