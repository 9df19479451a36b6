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
    from ..models.generative_scoring_item_result import GenerativeScoringItemResult
    from ..models.usage_info import UsageInfo


_PENDING: dict[str, str] = {
    "GenerativeScoringItemResult": "generative_scoring_item_result",
    "UsageInfo": "usage_info",
}

T = TypeVar("T", bound="GenerativeScoringResponse")


@_attrs_define
class GenerativeScoringResponse:
    """Response from the generative scoring computation.

    Attributes:
        id: Unique identifier for this response.
        object: Type of object, always "list".
        created: Unix timestamp of when the response was created.
        model: The model used for scoring.
        data: List of scoring results, one per input item.
        usage: Token usage information.

        Attributes:
            data (list[GenerativeScoringItemResult]):
            model (str):
            usage (UsageInfo):
            created (int | Unset):
            id (str | Unset):
            object_ (Literal['list'] | Unset):
    """

    data: list[GenerativeScoringItemResult]
    model: str
    usage: UsageInfo
    created: int | Unset = UNSET
    id: str | Unset = UNSET
    object_: Literal["list"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        data = []
        for data_item_data in self.data:
            data_item = data_item_data.to_dict()
            data.append(data_item)

        model = self.model

        usage = self.usage.to_dict()

        created = self.created

        id = self.id

        object_ = self.object_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "model": model,
                "usage": usage,
            }
        )
        if created is not UNSET:
            field_dict["created"] = created
        if id is not UNSET:
            field_dict["id"] = id
        if object_ is not UNSET:
            field_dict["object"] = object_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        data = []
        _data = d.pop("data")
        for data_item_data in _data:
            data_item = GenerativeScoringItemResult.from_dict(data_item_data)

            data.append(data_item)

        model = d.pop("model")

        usage = UsageInfo.from_dict(d.pop("usage"))

        created = d.pop("created", UNSET)

        id = d.pop("id", UNSET)

        object_ = cast(Literal["list"] | Unset, d.pop("object", UNSET))
        if object_ != "list" and not isinstance(object_, Unset):
            raise ValueError(f"object must match const 'list', got '{object_}'")

        generative_scoring_response = cls(
            data=data,
            model=model,
            usage=usage,
            created=created,
            id=id,
            object_=object_,
        )

        generative_scoring_response.additional_properties = d
        return generative_scoring_response

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
