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
    from ..models.action_search_source import ActionSearchSource


_PENDING: dict[str, str] = {
    "ActionSearchSource": "action_search_source",
}

T = TypeVar("T", bound="ResponseFunctionWebSearchParamActionSearch")


@_attrs_define
class ResponseFunctionWebSearchParamActionSearch:
    """Action type "search" - Performs a web search query.

    Attributes:
        type_ (Literal['search']):
        queries (list[str] | Unset):
        query (str | Unset):
        sources (list[ActionSearchSource] | Unset):
    """

    type_: Literal["search"]
    queries: list[str] | Unset = UNSET
    query: str | Unset = UNSET
    sources: list[ActionSearchSource] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_ = self.type_

        queries: list[str] | Unset = UNSET
        if not isinstance(self.queries, Unset):
            queries = self.queries

        query = self.query

        sources: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.sources, Unset):
            sources = []
            for sources_item_data in self.sources:
                sources_item = sources_item_data.to_dict()
                sources.append(sources_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if queries is not UNSET:
            field_dict["queries"] = queries
        if query is not UNSET:
            field_dict["query"] = query
        if sources is not UNSET:
            field_dict["sources"] = sources

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = cast(Literal["search"], d.pop("type"))
        if type_ != "search":
            raise ValueError(f"type must match const 'search', got '{type_}'")

        queries = cast(list[str], d.pop("queries", UNSET))

        query = d.pop("query", UNSET)

        _sources = d.pop("sources", UNSET)
        sources: list[ActionSearchSource] | Unset = UNSET
        if _sources is not UNSET:
            sources = []
            for sources_item_data in _sources:
                sources_item = ActionSearchSource.from_dict(sources_item_data)

                sources.append(sources_item)

        response_function_web_search_param_action_search = cls(
            type_=type_,
            queries=queries,
            query=query,
            sources=sources,
        )

        response_function_web_search_param_action_search.additional_properties = d
        return response_function_web_search_param_action_search

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
