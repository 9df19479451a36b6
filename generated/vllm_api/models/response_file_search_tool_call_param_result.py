from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.response_file_search_tool_call_param_result_attributes import (
        ResponseFileSearchToolCallParamResultAttributes,
    )


_PENDING: dict[str, str] = {
    "ResponseFileSearchToolCallParamResultAttributes": "response_file_search_tool_call_param_result_attributes",
}

T = TypeVar("T", bound="ResponseFileSearchToolCallParamResult")


@_attrs_define
class ResponseFileSearchToolCallParamResult:
    """
    Attributes:
        attributes (None | ResponseFileSearchToolCallParamResultAttributes | Unset):
        file_id (str | Unset):
        filename (str | Unset):
        score (float | Unset):
        text (str | Unset):
    """

    attributes: None | ResponseFileSearchToolCallParamResultAttributes | Unset = UNSET
    file_id: str | Unset = UNSET
    filename: str | Unset = UNSET
    score: float | Unset = UNSET
    text: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        attributes: dict[str, Any] | None | Unset
        if isinstance(self.attributes, Unset):
            attributes = UNSET
        elif isinstance(
            self.attributes, ResponseFileSearchToolCallParamResultAttributes
        ):
            attributes = self.attributes.to_dict()
        else:
            attributes = self.attributes

        file_id = self.file_id

        filename = self.filename

        score = self.score

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if attributes is not UNSET:
            field_dict["attributes"] = attributes
        if file_id is not UNSET:
            field_dict["file_id"] = file_id
        if filename is not UNSET:
            field_dict["filename"] = filename
        if score is not UNSET:
            field_dict["score"] = score
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_attributes(
            data: object,
        ) -> None | ResponseFileSearchToolCallParamResultAttributes | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attributes_type_0 = (
                    ResponseFileSearchToolCallParamResultAttributes.from_dict(data)
                )

                return attributes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                None | ResponseFileSearchToolCallParamResultAttributes | Unset, data
            )

        attributes = _parse_attributes(d.pop("attributes", UNSET))

        file_id = d.pop("file_id", UNSET)

        filename = d.pop("filename", UNSET)

        score = d.pop("score", UNSET)

        text = d.pop("text", UNSET)

        response_file_search_tool_call_param_result = cls(
            attributes=attributes,
            file_id=file_id,
            filename=filename,
            score=score,
            text=text,
        )

        response_file_search_tool_call_param_result.additional_properties = d
        return response_file_search_tool_call_param_result

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
