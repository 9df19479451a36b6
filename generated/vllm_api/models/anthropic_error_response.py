from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.anthropic_error import AnthropicError


_PENDING: dict[str, str] = {
    "AnthropicError": "anthropic_error",
}

T = TypeVar("T", bound="AnthropicErrorResponse")


@_attrs_define
class AnthropicErrorResponse:
    """Error response structure for Anthropic API.

    Attributes:
        error (AnthropicError): Error structure for Anthropic API.
        type_ (Literal['error'] | Unset):
    """

    error: AnthropicError
    type_: Literal["error"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        error = self.error.to_dict()

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "error": error,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        error = AnthropicError.from_dict(d.pop("error"))

        type_ = cast(Literal["error"] | Unset, d.pop("type", UNSET))
        if type_ != "error" and not isinstance(type_, Unset):
            raise ValueError(f"type must match const 'error', got '{type_}'")

        anthropic_error_response = cls(
            error=error,
            type_=type_,
        )

        anthropic_error_response.additional_properties = d
        return anthropic_error_response

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
