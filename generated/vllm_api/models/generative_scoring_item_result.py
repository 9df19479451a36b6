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

T = TypeVar("T", bound="GenerativeScoringItemResult")


@_attrs_define
class GenerativeScoringItemResult:
    """Result for a single item in the generative scoring response.

    Attributes:
        index: The index of this item in the input items list.
        object: Type of object, always "score".
        score: The probability score for the first label token.

        Attributes:
            index (int):
            score (float):
            object_ (Literal['score'] | Unset):
    """

    index: int
    score: float
    object_: Literal["score"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        index = self.index

        score = self.score

        object_ = self.object_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "index": index,
                "score": score,
            }
        )
        if object_ is not UNSET:
            field_dict["object"] = object_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        index = d.pop("index")

        score = d.pop("score")

        object_ = cast(Literal["score"] | Unset, d.pop("object", UNSET))
        if object_ != "score" and not isinstance(object_, Unset):
            raise ValueError(f"object must match const 'score', got '{object_}'")

        generative_scoring_item_result = cls(
            index=index,
            score=score,
            object_=object_,
        )

        generative_scoring_item_result.additional_properties = d
        return generative_scoring_item_result

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
