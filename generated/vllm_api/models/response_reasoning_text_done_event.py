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

T = TypeVar("T", bound="ResponseReasoningTextDoneEvent")


@_attrs_define
class ResponseReasoningTextDoneEvent:
    """Emitted when a reasoning text is completed.

    Attributes:
        content_index (int):
        item_id (str):
        output_index (int):
        sequence_number (int):
        text (str):
        type_ (Literal['response.reasoning_text.done']):
    """

    content_index: int
    item_id: str
    output_index: int
    sequence_number: int
    text: str
    type_: Literal["response.reasoning_text.done"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        content_index = self.content_index

        item_id = self.item_id

        output_index = self.output_index

        sequence_number = self.sequence_number

        text = self.text

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content_index": content_index,
                "item_id": item_id,
                "output_index": output_index,
                "sequence_number": sequence_number,
                "text": text,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        content_index = d.pop("content_index")

        item_id = d.pop("item_id")

        output_index = d.pop("output_index")

        sequence_number = d.pop("sequence_number")

        text = d.pop("text")

        type_ = cast(Literal["response.reasoning_text.done"], d.pop("type"))
        if type_ != "response.reasoning_text.done":
            raise ValueError(
                f"type must match const 'response.reasoning_text.done', got '{type_}'"
            )

        response_reasoning_text_done_event = cls(
            content_index=content_index,
            item_id=item_id,
            output_index=output_index,
            sequence_number=sequence_number,
            text=text,
            type_=type_,
        )

        response_reasoning_text_done_event.additional_properties = d
        return response_reasoning_text_done_event

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
