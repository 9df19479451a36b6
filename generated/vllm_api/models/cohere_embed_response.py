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
    from ..models.cohere_embed_by_type_embeddings import CohereEmbedByTypeEmbeddings
    from ..models.cohere_meta import CohereMeta


_PENDING: dict[str, str] = {
    "CohereEmbedByTypeEmbeddings": "cohere_embed_by_type_embeddings",
    "CohereMeta": "cohere_meta",
}

T = TypeVar("T", bound="CohereEmbedResponse")


@_attrs_define
class CohereEmbedResponse:
    """
    Attributes:
        embeddings (CohereEmbedByTypeEmbeddings):
        id (str | Unset):
        meta (CohereMeta | None | Unset):
        response_type (Literal['embeddings_by_type'] | Unset):
        texts (list[str] | None | Unset):
    """

    embeddings: CohereEmbedByTypeEmbeddings
    id: str | Unset = UNSET
    meta: CohereMeta | None | Unset = UNSET
    response_type: Literal["embeddings_by_type"] | Unset = UNSET
    texts: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        embeddings = self.embeddings.to_dict()

        id = self.id

        meta: dict[str, Any] | None | Unset
        if isinstance(self.meta, Unset):
            meta = UNSET
        elif isinstance(self.meta, CohereMeta):
            meta = self.meta.to_dict()
        else:
            meta = self.meta

        response_type = self.response_type

        texts: list[str] | None | Unset
        if isinstance(self.texts, Unset):
            texts = UNSET
        elif isinstance(self.texts, list):
            texts = self.texts

        else:
            texts = self.texts

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "embeddings": embeddings,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id
        if meta is not UNSET:
            field_dict["meta"] = meta
        if response_type is not UNSET:
            field_dict["response_type"] = response_type
        if texts is not UNSET:
            field_dict["texts"] = texts

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        embeddings = CohereEmbedByTypeEmbeddings.from_dict(d.pop("embeddings"))

        id = d.pop("id", UNSET)

        def _parse_meta(data: object) -> CohereMeta | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                meta_type_0 = CohereMeta.from_dict(data)

                return meta_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CohereMeta | None | Unset, data)

        meta = _parse_meta(d.pop("meta", UNSET))

        response_type = cast(
            Literal["embeddings_by_type"] | Unset, d.pop("response_type", UNSET)
        )
        if response_type != "embeddings_by_type" and not isinstance(
            response_type, Unset
        ):
            raise ValueError(
                f"response_type must match const 'embeddings_by_type', got '{response_type}'"
            )

        def _parse_texts(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                texts_type_0 = cast(list[str], data)

                return texts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        texts = _parse_texts(d.pop("texts", UNSET))

        cohere_embed_response = cls(
            embeddings=embeddings,
            id=id,
            meta=meta,
            response_type=response_type,
            texts=texts,
        )

        cohere_embed_response.additional_properties = d
        return cohere_embed_response

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
