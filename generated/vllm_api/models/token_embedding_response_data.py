from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.late_chunking_metadata import LateChunkingMetadata


_PENDING: dict[str, str] = {
    "LateChunkingMetadata": "late_chunking_metadata",
}

T = TypeVar("T", bound="TokenEmbeddingResponseData")


@_attrs_define
class TokenEmbeddingResponseData:
    """
    Attributes:
        embedding (list[list[float]]):
        index (int):
        late_chunking (LateChunkingMetadata | None | Unset):
        object_ (str | Unset):
    """

    embedding: list[list[float]]
    index: int
    late_chunking: LateChunkingMetadata | None | Unset = UNSET
    object_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        embedding = []
        for embedding_item_data in self.embedding:
            embedding_item = embedding_item_data

            embedding.append(embedding_item)

        index = self.index

        late_chunking: dict[str, Any] | None | Unset
        if isinstance(self.late_chunking, Unset):
            late_chunking = UNSET
        elif isinstance(self.late_chunking, LateChunkingMetadata):
            late_chunking = self.late_chunking.to_dict()
        else:
            late_chunking = self.late_chunking

        object_ = self.object_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "embedding": embedding,
                "index": index,
            }
        )
        if late_chunking is not UNSET:
            field_dict["late_chunking"] = late_chunking
        if object_ is not UNSET:
            field_dict["object"] = object_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        embedding = []
        _embedding = d.pop("embedding")
        for embedding_item_data in _embedding:
            embedding_item = cast(list[float], embedding_item_data)

            embedding.append(embedding_item)

        index = d.pop("index")

        def _parse_late_chunking(data: object) -> LateChunkingMetadata | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                late_chunking_type_0 = LateChunkingMetadata.from_dict(data)

                return late_chunking_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LateChunkingMetadata | None | Unset, data)

        late_chunking = _parse_late_chunking(d.pop("late_chunking", UNSET))

        object_ = d.pop("object", UNSET)

        token_embedding_response_data = cls(
            embedding=embedding,
            index=index,
            late_chunking=late_chunking,
            object_=object_,
        )

        token_embedding_response_data.additional_properties = d
        return token_embedding_response_data

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
