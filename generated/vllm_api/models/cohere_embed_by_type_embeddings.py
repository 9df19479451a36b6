from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="CohereEmbedByTypeEmbeddings")


@_attrs_define
class CohereEmbedByTypeEmbeddings:
    """
    Attributes:
        base64 (list[str] | None | Unset):
        binary (list[list[int]] | None | Unset):
        float_ (list[list[float]] | None | Unset):
        ubinary (list[list[int]] | None | Unset):
    """

    base64: list[str] | None | Unset = UNSET
    binary: list[list[int]] | None | Unset = UNSET
    float_: list[list[float]] | None | Unset = UNSET
    ubinary: list[list[int]] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        base64: list[str] | None | Unset
        if isinstance(self.base64, Unset):
            base64 = UNSET
        elif isinstance(self.base64, list):
            base64 = self.base64

        else:
            base64 = self.base64

        binary: list[list[int]] | None | Unset
        if isinstance(self.binary, Unset):
            binary = UNSET
        elif isinstance(self.binary, list):
            binary = []
            for binary_type_0_item_data in self.binary:
                binary_type_0_item = binary_type_0_item_data

                binary.append(binary_type_0_item)

        else:
            binary = self.binary

        float_: list[list[float]] | None | Unset
        if isinstance(self.float_, Unset):
            float_ = UNSET
        elif isinstance(self.float_, list):
            float_ = []
            for float_type_0_item_data in self.float_:
                float_type_0_item = float_type_0_item_data

                float_.append(float_type_0_item)

        else:
            float_ = self.float_

        ubinary: list[list[int]] | None | Unset
        if isinstance(self.ubinary, Unset):
            ubinary = UNSET
        elif isinstance(self.ubinary, list):
            ubinary = []
            for ubinary_type_0_item_data in self.ubinary:
                ubinary_type_0_item = ubinary_type_0_item_data

                ubinary.append(ubinary_type_0_item)

        else:
            ubinary = self.ubinary

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if base64 is not UNSET:
            field_dict["base64"] = base64
        if binary is not UNSET:
            field_dict["binary"] = binary
        if float_ is not UNSET:
            field_dict["float"] = float_
        if ubinary is not UNSET:
            field_dict["ubinary"] = ubinary

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_base64(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                base64_type_0 = cast(list[str], data)

                return base64_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        base64 = _parse_base64(d.pop("base64", UNSET))

        def _parse_binary(data: object) -> list[list[int]] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                binary_type_0 = []
                _binary_type_0 = data
                for binary_type_0_item_data in _binary_type_0:
                    binary_type_0_item = cast(list[int], binary_type_0_item_data)

                    binary_type_0.append(binary_type_0_item)

                return binary_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[list[int]] | None | Unset, data)

        binary = _parse_binary(d.pop("binary", UNSET))

        def _parse_float_(data: object) -> list[list[float]] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                float_type_0 = []
                _float_type_0 = data
                for float_type_0_item_data in _float_type_0:
                    float_type_0_item = cast(list[float], float_type_0_item_data)

                    float_type_0.append(float_type_0_item)

                return float_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[list[float]] | None | Unset, data)

        float_ = _parse_float_(d.pop("float", UNSET))

        def _parse_ubinary(data: object) -> list[list[int]] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                ubinary_type_0 = []
                _ubinary_type_0 = data
                for ubinary_type_0_item_data in _ubinary_type_0:
                    ubinary_type_0_item = cast(list[int], ubinary_type_0_item_data)

                    ubinary_type_0.append(ubinary_type_0_item)

                return ubinary_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[list[int]] | None | Unset, data)

        ubinary = _parse_ubinary(d.pop("ubinary", UNSET))

        cohere_embed_by_type_embeddings = cls(
            base64=base64,
            binary=binary,
            float_=float_,
            ubinary=ubinary,
        )

        cohere_embed_by_type_embeddings.additional_properties = d
        return cohere_embed_by_type_embeddings

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
