from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.token_embedding_response_data import TokenEmbeddingResponseData
    from ..models.usage_info import UsageInfo


_PENDING: dict[str, str] = {
    "TokenEmbeddingResponseData": "token_embedding_response_data",
    "UsageInfo": "usage_info",
}

T = TypeVar("T", bound="TokenEmbeddingResponse")


@_attrs_define
class TokenEmbeddingResponse:
    """vLLM extension returning one matrix of token or chunk vectors per input.

    Attributes:
        data (list[TokenEmbeddingResponseData]):
        usage (UsageInfo):
        created (int | Unset):
        id (str | Unset):
        model (None | str | Unset):
        object_ (str | Unset):
    """

    data: list[TokenEmbeddingResponseData]
    usage: UsageInfo
    created: int | Unset = UNSET
    id: str | Unset = UNSET
    model: None | str | Unset = UNSET
    object_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        data = []
        for data_item_data in self.data:
            data_item = data_item_data.to_dict()
            data.append(data_item)

        usage = self.usage.to_dict()

        created = self.created

        id = self.id

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        object_ = self.object_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "usage": usage,
            }
        )
        if created is not UNSET:
            field_dict["created"] = created
        if id is not UNSET:
            field_dict["id"] = id
        if model is not UNSET:
            field_dict["model"] = model
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
            data_item = TokenEmbeddingResponseData.from_dict(data_item_data)

            data.append(data_item)

        usage = UsageInfo.from_dict(d.pop("usage"))

        created = d.pop("created", UNSET)

        id = d.pop("id", UNSET)

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        object_ = d.pop("object", UNSET)

        token_embedding_response = cls(
            data=data,
            usage=usage,
            created=created,
            id=id,
            model=model,
            object_=object_,
        )

        token_embedding_response.additional_properties = d
        return token_embedding_response

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
