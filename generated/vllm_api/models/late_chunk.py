from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LateChunk")


@_attrs_define
class LateChunk:
    """
    Attributes:
        char_range (list[int] | None):
        token_range (list[int]): In this order: integer, integer.
    """

    char_range: list[int] | None
    token_range: list[int]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        char_range: list[int] | None
        if isinstance(self.char_range, list):
            char_range = []
            for char_range_type_0_item_data in self.char_range:
                char_range_type_0_item: int
                char_range_type_0_item = char_range_type_0_item_data
                char_range.append(char_range_type_0_item)

        else:
            char_range = self.char_range

        token_range = []
        for token_range_item_data in self.token_range:
            token_range_item: int
            token_range_item = token_range_item_data
            token_range.append(token_range_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "char_range": char_range,
                "token_range": token_range,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_char_range(data: object) -> list[int] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                char_range_type_0 = []
                _char_range_type_0 = data
                for char_range_type_0_item_data in _char_range_type_0:

                    def _parse_char_range_type_0_item(data: object) -> int:
                        return cast(int, data)

                    char_range_type_0_item = _parse_char_range_type_0_item(
                        char_range_type_0_item_data
                    )

                    char_range_type_0.append(char_range_type_0_item)

                return char_range_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None, data)

        char_range = _parse_char_range(d.pop("char_range"))

        token_range = []
        _token_range = d.pop("token_range")
        for token_range_item_data in _token_range:

            def _parse_token_range_item(data: object) -> int:
                return cast(int, data)

            token_range_item = _parse_token_range_item(token_range_item_data)

            token_range.append(token_range_item)

        late_chunk = cls(
            char_range=char_range,
            token_range=token_range,
        )

        late_chunk.additional_properties = d
        return late_chunk

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
