from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.file_search_tool_param_ranking_options_ranker import (
    FileSearchToolParamRankingOptionsRanker,
    check_file_search_tool_param_ranking_options_ranker,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ranking_options_hybrid_search import RankingOptionsHybridSearch


_PENDING: dict[str, str] = {
    "RankingOptionsHybridSearch": "ranking_options_hybrid_search",
}

T = TypeVar("T", bound="FileSearchToolParamRankingOptions")


@_attrs_define
class FileSearchToolParamRankingOptions:
    """Ranking options for search.

    Attributes:
        hybrid_search (RankingOptionsHybridSearch | Unset): Weights that control how reciprocal rank fusion balances
            semantic embedding matches versus sparse keyword matches when hybrid search is enabled.
        ranker (FileSearchToolParamRankingOptionsRanker | Unset):
        score_threshold (float | Unset):
    """

    hybrid_search: RankingOptionsHybridSearch | Unset = UNSET
    ranker: FileSearchToolParamRankingOptionsRanker | Unset = UNSET
    score_threshold: float | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        hybrid_search: dict[str, Any] | Unset = UNSET
        if not isinstance(self.hybrid_search, Unset):
            hybrid_search = self.hybrid_search.to_dict()

        ranker: str | Unset = UNSET
        if not isinstance(self.ranker, Unset):
            ranker = self.ranker

        score_threshold = self.score_threshold

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if hybrid_search is not UNSET:
            field_dict["hybrid_search"] = hybrid_search
        if ranker is not UNSET:
            field_dict["ranker"] = ranker
        if score_threshold is not UNSET:
            field_dict["score_threshold"] = score_threshold

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        _hybrid_search = d.pop("hybrid_search", UNSET)
        hybrid_search: RankingOptionsHybridSearch | Unset
        if isinstance(_hybrid_search, Unset):
            hybrid_search = UNSET
        else:
            hybrid_search = RankingOptionsHybridSearch.from_dict(_hybrid_search)

        _ranker = d.pop("ranker", UNSET)
        ranker: FileSearchToolParamRankingOptionsRanker | Unset
        if isinstance(_ranker, Unset):
            ranker = UNSET
        else:
            ranker = check_file_search_tool_param_ranking_options_ranker(_ranker)

        score_threshold = d.pop("score_threshold", UNSET)

        file_search_tool_param_ranking_options = cls(
            hybrid_search=hybrid_search,
            ranker=ranker,
            score_threshold=score_threshold,
        )

        file_search_tool_param_ranking_options.additional_properties = d
        return file_search_tool_param_ranking_options

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
