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
    from ..models.file_search_tool_param_ranking_options import (
        FileSearchToolParamRankingOptions,
    )
    from ..models.shared_params_comparison_filter import SharedParamsComparisonFilter
    from ..models.shared_params_compound_filter import SharedParamsCompoundFilter


_PENDING: dict[str, str] = {
    "FileSearchToolParamRankingOptions": "file_search_tool_param_ranking_options",
    "SharedParamsComparisonFilter": "shared_params_comparison_filter",
    "SharedParamsCompoundFilter": "shared_params_compound_filter",
}

T = TypeVar("T", bound="FileSearchToolParam")


@_attrs_define
class FileSearchToolParam:
    """A tool that searches for relevant content from uploaded files.

    Learn more about the [file search tool](https://developers.openai.com/api/docs/guides/tools-file-search).

        Attributes:
            type_ (Literal['file_search']):
            vector_store_ids (list[str]):
            filters (None | SharedParamsComparisonFilter | SharedParamsCompoundFilter | Unset):
            max_num_results (int | Unset):
            ranking_options (FileSearchToolParamRankingOptions | Unset): Ranking options for search.
    """

    type_: Literal["file_search"]
    vector_store_ids: list[str]
    filters: (
        None | SharedParamsComparisonFilter | SharedParamsCompoundFilter | Unset
    ) = UNSET
    max_num_results: int | Unset = UNSET
    ranking_options: FileSearchToolParamRankingOptions | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_ = self.type_

        vector_store_ids = self.vector_store_ids

        filters: dict[str, Any] | None | Unset
        if isinstance(self.filters, Unset):
            filters = UNSET
        elif isinstance(self.filters, SharedParamsComparisonFilter):
            filters = self.filters.to_dict()
        elif isinstance(self.filters, SharedParamsCompoundFilter):
            filters = self.filters.to_dict()
        else:
            filters = self.filters

        max_num_results = self.max_num_results

        ranking_options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ranking_options, Unset):
            ranking_options = self.ranking_options.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "vector_store_ids": vector_store_ids,
            }
        )
        if filters is not UNSET:
            field_dict["filters"] = filters
        if max_num_results is not UNSET:
            field_dict["max_num_results"] = max_num_results
        if ranking_options is not UNSET:
            field_dict["ranking_options"] = ranking_options

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = cast(Literal["file_search"], d.pop("type"))
        if type_ != "file_search":
            raise ValueError(f"type must match const 'file_search', got '{type_}'")

        vector_store_ids = cast(list[str], d.pop("vector_store_ids"))

        def _parse_filters(
            data: object,
        ) -> None | SharedParamsComparisonFilter | SharedParamsCompoundFilter | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                filters_type_0 = SharedParamsComparisonFilter.from_dict(data)

                return filters_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                filters_type_1 = SharedParamsCompoundFilter.from_dict(data)

                return filters_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                None
                | SharedParamsComparisonFilter
                | SharedParamsCompoundFilter
                | Unset,
                data,
            )

        filters = _parse_filters(d.pop("filters", UNSET))

        max_num_results = d.pop("max_num_results", UNSET)

        _ranking_options = d.pop("ranking_options", UNSET)
        ranking_options: FileSearchToolParamRankingOptions | Unset
        if isinstance(_ranking_options, Unset):
            ranking_options = UNSET
        else:
            ranking_options = FileSearchToolParamRankingOptions.from_dict(
                _ranking_options
            )

        file_search_tool_param = cls(
            type_=type_,
            vector_store_ids=vector_store_ids,
            filters=filters,
            max_num_results=max_num_results,
            ranking_options=ranking_options,
        )

        file_search_tool_param.additional_properties = d
        return file_search_tool_param

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
