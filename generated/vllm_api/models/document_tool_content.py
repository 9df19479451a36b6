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
    from ..models.document import Document


_PENDING: dict[str, str] = {
    "Document": "document",
}

T = TypeVar("T", bound="DocumentToolContent")


@_attrs_define
class DocumentToolContent:
    """A content block which contains information about the content of a tool result

    Attributes:
        document (Document): Relevant information that could be used by the model to generate a more accurate reply.
            The content of each document are generally short (should be under 300 words). Metadata should be used to provide
            additional information, both the key name and the value will be
            passed to the model.
        type_ (Literal['document'] | Unset):
    """

    document: Document
    type_: Literal["document"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        document = self.document.to_dict()

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "document": document,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        document = Document.from_dict(d.pop("document"))

        type_ = cast(Literal["document"] | Unset, d.pop("type", UNSET))
        if type_ != "document" and not isinstance(type_, Unset):
            raise ValueError(f"type must match const 'document', got '{type_}'")

        document_tool_content = cls(
            document=document,
            type_=type_,
        )

        document_tool_content.additional_properties = d
        return document_tool_content

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
