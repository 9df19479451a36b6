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
    from ..models.citation_start_event_delta import CitationStartEventDelta


_PENDING: dict[str, str] = {
    "CitationStartEventDelta": "citation_start_event_delta",
}

T = TypeVar("T", bound="CitationStartEvent")


@_attrs_define
class CitationStartEvent:
    """
    Attributes:
        delta (CitationStartEventDelta | None | Unset):
        index (int | None | Unset):
        type_ (Literal['citation-start'] | Unset):
    """

    delta: CitationStartEventDelta | None | Unset = UNSET
    index: int | None | Unset = UNSET
    type_: Literal["citation-start"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        delta: dict[str, Any] | None | Unset
        if isinstance(self.delta, Unset):
            delta = UNSET
        elif isinstance(self.delta, CitationStartEventDelta):
            delta = self.delta.to_dict()
        else:
            delta = self.delta

        index: int | None | Unset
        if isinstance(self.index, Unset):
            index = UNSET
        else:
            index = self.index

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if delta is not UNSET:
            field_dict["delta"] = delta
        if index is not UNSET:
            field_dict["index"] = index
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_delta(data: object) -> CitationStartEventDelta | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                delta_type_0 = CitationStartEventDelta.from_dict(data)

                return delta_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CitationStartEventDelta | None | Unset, data)

        delta = _parse_delta(d.pop("delta", UNSET))

        def _parse_index(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        index = _parse_index(d.pop("index", UNSET))

        type_ = cast(Literal["citation-start"] | Unset, d.pop("type", UNSET))
        if type_ != "citation-start" and not isinstance(type_, Unset):
            raise ValueError(f"type must match const 'citation-start', got '{type_}'")

        citation_start_event = cls(
            delta=delta,
            index=index,
            type_=type_,
        )

        citation_start_event.additional_properties = d
        return citation_start_event

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
