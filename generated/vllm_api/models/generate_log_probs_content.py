from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.generate_log_prob import GenerateLogProb


_PENDING: dict[str, str] = {
    "GenerateLogProb": "generate_log_prob",
}

T = TypeVar("T", bound="GenerateLogProbsContent")


@_attrs_define
class GenerateLogProbsContent:
    """The sampled token at one position, plus its top-k candidates.

    ``top_logprobs`` is a list, not a dict: JSON turns dict keys into strings
    and the order would be implicit. It is in the engine's order: the sampled
    token first, then the remaining candidates in rank order.

        Attributes:
            logprob (float):
            token_id (int):
            rank (int | None | Unset):
            top_logprobs (list[GenerateLogProb] | Unset):
    """

    logprob: float
    token_id: int
    rank: int | None | Unset = UNSET
    top_logprobs: list[GenerateLogProb] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        logprob = self.logprob

        token_id = self.token_id

        rank: int | None | Unset
        if isinstance(self.rank, Unset):
            rank = UNSET
        else:
            rank = self.rank

        top_logprobs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.top_logprobs, Unset):
            top_logprobs = []
            for top_logprobs_item_data in self.top_logprobs:
                top_logprobs_item = top_logprobs_item_data.to_dict()
                top_logprobs.append(top_logprobs_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "logprob": logprob,
                "token_id": token_id,
            }
        )
        if rank is not UNSET:
            field_dict["rank"] = rank
        if top_logprobs is not UNSET:
            field_dict["top_logprobs"] = top_logprobs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        logprob = d.pop("logprob")

        token_id = d.pop("token_id")

        def _parse_rank(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        rank = _parse_rank(d.pop("rank", UNSET))

        _top_logprobs = d.pop("top_logprobs", UNSET)
        top_logprobs: list[GenerateLogProb] | Unset = UNSET
        if _top_logprobs is not UNSET:
            top_logprobs = []
            for top_logprobs_item_data in _top_logprobs:
                top_logprobs_item = GenerateLogProb.from_dict(top_logprobs_item_data)

                top_logprobs.append(top_logprobs_item)

        generate_log_probs_content = cls(
            logprob=logprob,
            token_id=token_id,
            rank=rank,
            top_logprobs=top_logprobs,
        )

        generate_log_probs_content.additional_properties = d
        return generate_log_probs_content

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
