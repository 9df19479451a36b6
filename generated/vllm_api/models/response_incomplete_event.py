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

if TYPE_CHECKING:
    from ..models.responses_response import ResponsesResponse


_PENDING: dict[str, str] = {
    "ResponsesResponse": "responses_response",
}

T = TypeVar("T", bound="ResponseIncompleteEvent")


@_attrs_define
class ResponseIncompleteEvent:
    """
    Attributes:
        response (ResponsesResponse):
        sequence_number (int):
        type_ (Literal['response.incomplete']):
    """

    response: ResponsesResponse
    sequence_number: int
    type_: Literal["response.incomplete"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        response = self.response.to_dict()

        sequence_number = self.sequence_number

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "response": response,
                "sequence_number": sequence_number,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        response = ResponsesResponse.from_dict(d.pop("response"))

        sequence_number = d.pop("sequence_number")

        type_ = cast(Literal["response.incomplete"], d.pop("type"))
        if type_ != "response.incomplete":
            raise ValueError(
                f"type must match const 'response.incomplete', got '{type_}'"
            )

        response_incomplete_event = cls(
            response=response,
            sequence_number=sequence_number,
            type_=type_,
        )

        response_incomplete_event.additional_properties = d
        return response_incomplete_event

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
