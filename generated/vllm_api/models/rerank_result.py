from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.rerank_document import RerankDocument


_PENDING: dict[str, str] = {
    "RerankDocument": "rerank_document",
}

T = TypeVar("T", bound="RerankResult")


@_attrs_define
class RerankResult:
    """
    Attributes:
        document (RerankDocument):
        index (int):
        relevance_score (float):
    """

    document: RerankDocument
    index: int
    relevance_score: float
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        document = self.document.to_dict()

        index = self.index

        relevance_score = self.relevance_score

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "document": document,
                "index": index,
                "relevance_score": relevance_score,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        document = RerankDocument.from_dict(d.pop("document"))

        index = d.pop("index")

        relevance_score = d.pop("relevance_score")

        rerank_result = cls(
            document=document,
            index=index,
            relevance_score=relevance_score,
        )

        rerank_result.additional_properties = d
        return rerank_result

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
