from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.late_chunk import LateChunk


_PENDING: dict[str, str] = {
    "LateChunk": "late_chunk",
}

T = TypeVar("T", bound="LateChunkingMetadata")


@_attrs_define
class LateChunkingMetadata:
    """
    Attributes:
        chunk_size (int):
        chunks (list[LateChunk]):
        input_tokens (int):
        strategy (str | Unset):
    """

    chunk_size: int
    chunks: list[LateChunk]
    input_tokens: int
    strategy: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        chunk_size = self.chunk_size

        chunks = []
        for chunks_item_data in self.chunks:
            chunks_item = chunks_item_data.to_dict()
            chunks.append(chunks_item)

        input_tokens = self.input_tokens

        strategy = self.strategy

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "chunk_size": chunk_size,
                "chunks": chunks,
                "input_tokens": input_tokens,
            }
        )
        if strategy is not UNSET:
            field_dict["strategy"] = strategy

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        chunk_size = d.pop("chunk_size")

        chunks = []
        _chunks = d.pop("chunks")
        for chunks_item_data in _chunks:
            chunks_item = LateChunk.from_dict(chunks_item_data)

            chunks.append(chunks_item)

        input_tokens = d.pop("input_tokens")

        strategy = d.pop("strategy", UNSET)

        late_chunking_metadata = cls(
            chunk_size=chunk_size,
            chunks=chunks,
            input_tokens=input_tokens,
            strategy=strategy,
        )

        late_chunking_metadata.additional_properties = d
        return late_chunking_metadata

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
