from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.cohere_embed_request_embedding_types_item import (
    CohereEmbedRequestEmbeddingTypesItem,
    check_cohere_embed_request_embedding_types_item,
)
from ..models.cohere_embed_request_truncate import (
    CohereEmbedRequestTruncate,
    check_cohere_embed_request_truncate,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.cohere_embed_input import CohereEmbedInput


_PENDING: dict[str, str] = {
    "CohereEmbedInput": "cohere_embed_input",
}

T = TypeVar("T", bound="CohereEmbedRequest")


@_attrs_define
class CohereEmbedRequest:
    """
    Attributes:
        embedding_types (list[CohereEmbedRequestEmbeddingTypesItem] | None | Unset):
        images (list[str] | None | Unset):
        input_type (None | str | Unset):
        inputs (list[CohereEmbedInput] | None | Unset):
        max_tokens (int | None | Unset):
        model (None | str | Unset):
        output_dimension (int | None | Unset):
        priority (int | Unset):
        texts (list[str] | None | Unset):
        truncate (CohereEmbedRequestTruncate | Unset):
    """

    embedding_types: list[CohereEmbedRequestEmbeddingTypesItem] | None | Unset = UNSET
    images: list[str] | None | Unset = UNSET
    input_type: None | str | Unset = UNSET
    inputs: list[CohereEmbedInput] | None | Unset = UNSET
    max_tokens: int | None | Unset = UNSET
    model: None | str | Unset = UNSET
    output_dimension: int | None | Unset = UNSET
    priority: int | Unset = UNSET
    texts: list[str] | None | Unset = UNSET
    truncate: CohereEmbedRequestTruncate | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        embedding_types: list[str] | None | Unset
        if isinstance(self.embedding_types, Unset):
            embedding_types = UNSET
        elif isinstance(self.embedding_types, list):
            embedding_types = []
            for embedding_types_type_0_item_data in self.embedding_types:
                embedding_types_type_0_item: str = embedding_types_type_0_item_data
                embedding_types.append(embedding_types_type_0_item)

        else:
            embedding_types = self.embedding_types

        images: list[str] | None | Unset
        if isinstance(self.images, Unset):
            images = UNSET
        elif isinstance(self.images, list):
            images = self.images

        else:
            images = self.images

        input_type: None | str | Unset
        if isinstance(self.input_type, Unset):
            input_type = UNSET
        else:
            input_type = self.input_type

        inputs: list[dict[str, Any]] | None | Unset
        if isinstance(self.inputs, Unset):
            inputs = UNSET
        elif isinstance(self.inputs, list):
            inputs = []
            for inputs_type_0_item_data in self.inputs:
                inputs_type_0_item = inputs_type_0_item_data.to_dict()
                inputs.append(inputs_type_0_item)

        else:
            inputs = self.inputs

        max_tokens: int | None | Unset
        if isinstance(self.max_tokens, Unset):
            max_tokens = UNSET
        else:
            max_tokens = self.max_tokens

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        output_dimension: int | None | Unset
        if isinstance(self.output_dimension, Unset):
            output_dimension = UNSET
        else:
            output_dimension = self.output_dimension

        priority = self.priority

        texts: list[str] | None | Unset
        if isinstance(self.texts, Unset):
            texts = UNSET
        elif isinstance(self.texts, list):
            texts = self.texts

        else:
            texts = self.texts

        truncate: str | Unset = UNSET
        if not isinstance(self.truncate, Unset):
            truncate = self.truncate

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if embedding_types is not UNSET:
            field_dict["embedding_types"] = embedding_types
        if images is not UNSET:
            field_dict["images"] = images
        if input_type is not UNSET:
            field_dict["input_type"] = input_type
        if inputs is not UNSET:
            field_dict["inputs"] = inputs
        if max_tokens is not UNSET:
            field_dict["max_tokens"] = max_tokens
        if model is not UNSET:
            field_dict["model"] = model
        if output_dimension is not UNSET:
            field_dict["output_dimension"] = output_dimension
        if priority is not UNSET:
            field_dict["priority"] = priority
        if texts is not UNSET:
            field_dict["texts"] = texts
        if truncate is not UNSET:
            field_dict["truncate"] = truncate

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_embedding_types(
            data: object,
        ) -> list[CohereEmbedRequestEmbeddingTypesItem] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                embedding_types_type_0 = []
                _embedding_types_type_0 = data
                for embedding_types_type_0_item_data in _embedding_types_type_0:
                    embedding_types_type_0_item = (
                        check_cohere_embed_request_embedding_types_item(
                            embedding_types_type_0_item_data
                        )
                    )

                    embedding_types_type_0.append(embedding_types_type_0_item)

                return embedding_types_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[CohereEmbedRequestEmbeddingTypesItem] | None | Unset, data)

        embedding_types = _parse_embedding_types(d.pop("embedding_types", UNSET))

        def _parse_images(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                images_type_0 = cast(list[str], data)

                return images_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        images = _parse_images(d.pop("images", UNSET))

        def _parse_input_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        input_type = _parse_input_type(d.pop("input_type", UNSET))

        def _parse_inputs(data: object) -> list[CohereEmbedInput] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                inputs_type_0 = []
                _inputs_type_0 = data
                for inputs_type_0_item_data in _inputs_type_0:
                    inputs_type_0_item = CohereEmbedInput.from_dict(
                        inputs_type_0_item_data
                    )

                    inputs_type_0.append(inputs_type_0_item)

                return inputs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[CohereEmbedInput] | None | Unset, data)

        inputs = _parse_inputs(d.pop("inputs", UNSET))

        def _parse_max_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_tokens = _parse_max_tokens(d.pop("max_tokens", UNSET))

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        def _parse_output_dimension(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        output_dimension = _parse_output_dimension(d.pop("output_dimension", UNSET))

        priority = d.pop("priority", UNSET)

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

        _truncate = d.pop("truncate", UNSET)
        truncate: CohereEmbedRequestTruncate | Unset
        if isinstance(_truncate, Unset):
            truncate = UNSET
        else:
            truncate = check_cohere_embed_request_truncate(_truncate)

        cohere_embed_request = cls(
            embedding_types=embedding_types,
            images=images,
            input_type=input_type,
            inputs=inputs,
            max_tokens=max_tokens,
            model=model,
            output_dimension=output_dimension,
            priority=priority,
            texts=texts,
            truncate=truncate,
        )

        cohere_embed_request.additional_properties = d
        return cohere_embed_request

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
