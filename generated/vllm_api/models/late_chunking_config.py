from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LateChunkingConfig")


@_attrs_define
class LateChunkingConfig:
    """
    Attributes:
        chunk_size (int):
    """

    chunk_size: int

    def to_dict(self) -> dict[str, Any]:
        chunk_size = self.chunk_size

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "chunk_size": chunk_size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chunk_size = d.pop("chunk_size")

        late_chunking_config = cls(
            chunk_size=chunk_size,
        )

        return late_chunking_config
