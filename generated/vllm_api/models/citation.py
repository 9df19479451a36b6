from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.citation_type import CitationType, check_citation_type
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.document_source import DocumentSource
    from ..models.tool_source import ToolSource


_PENDING: dict[str, str] = {
    "DocumentSource": "document_source",
    "ToolSource": "tool_source",
}

T = TypeVar("T", bound="Citation")


@_attrs_define
class Citation:
    """Citation information containing sources and the text cited.

    Attributes:
        content_index (int | None | Unset):
        end (int | None | Unset):
        sources (list[DocumentSource | ToolSource] | None | Unset):
        start (int | None | Unset):
        text (None | str | Unset):
        type_ (Any | CitationType | None | Unset):
    """

    content_index: int | None | Unset = UNSET
    end: int | None | Unset = UNSET
    sources: list[DocumentSource | ToolSource] | None | Unset = UNSET
    start: int | None | Unset = UNSET
    text: None | str | Unset = UNSET
    type_: Any | CitationType | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        content_index: int | None | Unset
        if isinstance(self.content_index, Unset):
            content_index = UNSET
        else:
            content_index = self.content_index

        end: int | None | Unset
        if isinstance(self.end, Unset):
            end = UNSET
        else:
            end = self.end

        sources: list[dict[str, Any]] | None | Unset
        if isinstance(self.sources, Unset):
            sources = UNSET
        elif isinstance(self.sources, list):
            sources = []
            for sources_type_0_item_data in self.sources:
                sources_type_0_item: dict[str, Any]
                if isinstance(sources_type_0_item_data, ToolSource):
                    sources_type_0_item = sources_type_0_item_data.to_dict()
                else:
                    sources_type_0_item = sources_type_0_item_data.to_dict()

                sources.append(sources_type_0_item)

        else:
            sources = self.sources

        start: int | None | Unset
        if isinstance(self.start, Unset):
            start = UNSET
        else:
            start = self.start

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        type_: Any | None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        elif isinstance(self.type_, str):
            type_ = self.type_
        else:
            type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if content_index is not UNSET:
            field_dict["content_index"] = content_index
        if end is not UNSET:
            field_dict["end"] = end
        if sources is not UNSET:
            field_dict["sources"] = sources
        if start is not UNSET:
            field_dict["start"] = start
        if text is not UNSET:
            field_dict["text"] = text
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_content_index(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        content_index = _parse_content_index(d.pop("content_index", UNSET))

        def _parse_end(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        end = _parse_end(d.pop("end", UNSET))

        def _parse_sources(
            data: object,
        ) -> list[DocumentSource | ToolSource] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                sources_type_0 = []
                _sources_type_0 = data
                for sources_type_0_item_data in _sources_type_0:

                    def _parse_sources_type_0_item(
                        data: object,
                    ) -> DocumentSource | ToolSource:
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            sources_type_0_item_type_0 = ToolSource.from_dict(data)

                            return sources_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        if not isinstance(data, dict):
                            raise TypeError()
                        sources_type_0_item_type_1 = DocumentSource.from_dict(data)

                        return sources_type_0_item_type_1

                    sources_type_0_item = _parse_sources_type_0_item(
                        sources_type_0_item_data
                    )

                    sources_type_0.append(sources_type_0_item)

                return sources_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[DocumentSource | ToolSource] | None | Unset, data)

        sources = _parse_sources(d.pop("sources", UNSET))

        def _parse_start(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        start = _parse_start(d.pop("start", UNSET))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_type_(data: object) -> Any | CitationType | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = check_citation_type(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Any | CitationType | None | Unset, data)

        type_ = _parse_type_(d.pop("type", UNSET))

        citation = cls(
            content_index=content_index,
            end=end,
            sources=sources,
            start=start,
            text=text,
            type_=type_,
        )

        citation.additional_properties = d
        return citation

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
