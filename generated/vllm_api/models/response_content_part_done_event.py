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
    from ..models.part_reasoning_text import PartReasoningText
    from ..models.response_output_refusal import ResponseOutputRefusal
    from ..models.response_output_text import ResponseOutputText


_PENDING: dict[str, str] = {
    "PartReasoningText": "part_reasoning_text",
    "ResponseOutputRefusal": "response_output_refusal",
    "ResponseOutputText": "response_output_text",
}

T = TypeVar("T", bound="ResponseContentPartDoneEvent")


@_attrs_define
class ResponseContentPartDoneEvent:
    """Emitted when a content part is done.

    Attributes:
        content_index (int):
        item_id (str):
        output_index (int):
        part (PartReasoningText | ResponseOutputRefusal | ResponseOutputText):
        sequence_number (int):
        type_ (Literal['response.content_part.done']):
    """

    content_index: int
    item_id: str
    output_index: int
    part: PartReasoningText | ResponseOutputRefusal | ResponseOutputText
    sequence_number: int
    type_: Literal["response.content_part.done"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        content_index = self.content_index

        item_id = self.item_id

        output_index = self.output_index

        part: dict[str, Any]
        if isinstance(self.part, ResponseOutputText):
            part = self.part.to_dict()
        elif isinstance(self.part, ResponseOutputRefusal):
            part = self.part.to_dict()
        else:
            part = self.part.to_dict()

        sequence_number = self.sequence_number

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content_index": content_index,
                "item_id": item_id,
                "output_index": output_index,
                "part": part,
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
        content_index = d.pop("content_index")

        item_id = d.pop("item_id")

        output_index = d.pop("output_index")

        def _parse_part(
            data: object,
        ) -> PartReasoningText | ResponseOutputRefusal | ResponseOutputText:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                part_type_0 = ResponseOutputText.from_dict(data)

                return part_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                part_type_1 = ResponseOutputRefusal.from_dict(data)

                return part_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            part_type_2 = PartReasoningText.from_dict(data)

            return part_type_2

        part = _parse_part(d.pop("part"))

        sequence_number = d.pop("sequence_number")

        type_ = cast(Literal["response.content_part.done"], d.pop("type"))
        if type_ != "response.content_part.done":
            raise ValueError(
                f"type must match const 'response.content_part.done', got '{type_}'"
            )

        response_content_part_done_event = cls(
            content_index=content_index,
            item_id=item_id,
            output_index=output_index,
            part=part,
            sequence_number=sequence_number,
            type_=type_,
        )

        response_content_part_done_event.additional_properties = d
        return response_content_part_done_event

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
