from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SpeculativeDecodingMetrics")


@_attrs_define
class SpeculativeDecodingMetrics:
    """Per-request speculative-decoding acceptance metrics.

    Experimental, subject to change. Only populated for single-sequence requests
    (`n == 1`); `null` for `n > 1`, mirroring the timing metrics.

        Attributes:
            acceptance_histogram (list[int]):
            draft_acceptance_rate (float):
            mean_acceptance_length (float):
            num_accepted_draft_tokens (int):
            num_draft_tokens (int):
            num_spec_steps (int):
            num_spec_tokens (int):
            per_step_accepted (list[int] | None | Unset):
            per_step_drafted (list[int] | None | Unset):
    """

    acceptance_histogram: list[int]
    draft_acceptance_rate: float
    mean_acceptance_length: float
    num_accepted_draft_tokens: int
    num_draft_tokens: int
    num_spec_steps: int
    num_spec_tokens: int
    per_step_accepted: list[int] | None | Unset = UNSET
    per_step_drafted: list[int] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        acceptance_histogram = self.acceptance_histogram

        draft_acceptance_rate = self.draft_acceptance_rate

        mean_acceptance_length = self.mean_acceptance_length

        num_accepted_draft_tokens = self.num_accepted_draft_tokens

        num_draft_tokens = self.num_draft_tokens

        num_spec_steps = self.num_spec_steps

        num_spec_tokens = self.num_spec_tokens

        per_step_accepted: list[int] | None | Unset
        if isinstance(self.per_step_accepted, Unset):
            per_step_accepted = UNSET
        elif isinstance(self.per_step_accepted, list):
            per_step_accepted = self.per_step_accepted

        else:
            per_step_accepted = self.per_step_accepted

        per_step_drafted: list[int] | None | Unset
        if isinstance(self.per_step_drafted, Unset):
            per_step_drafted = UNSET
        elif isinstance(self.per_step_drafted, list):
            per_step_drafted = self.per_step_drafted

        else:
            per_step_drafted = self.per_step_drafted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acceptance_histogram": acceptance_histogram,
                "draft_acceptance_rate": draft_acceptance_rate,
                "mean_acceptance_length": mean_acceptance_length,
                "num_accepted_draft_tokens": num_accepted_draft_tokens,
                "num_draft_tokens": num_draft_tokens,
                "num_spec_steps": num_spec_steps,
                "num_spec_tokens": num_spec_tokens,
            }
        )
        if per_step_accepted is not UNSET:
            field_dict["per_step_accepted"] = per_step_accepted
        if per_step_drafted is not UNSET:
            field_dict["per_step_drafted"] = per_step_drafted

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        acceptance_histogram = cast(list[int], d.pop("acceptance_histogram"))

        draft_acceptance_rate = d.pop("draft_acceptance_rate")

        mean_acceptance_length = d.pop("mean_acceptance_length")

        num_accepted_draft_tokens = d.pop("num_accepted_draft_tokens")

        num_draft_tokens = d.pop("num_draft_tokens")

        num_spec_steps = d.pop("num_spec_steps")

        num_spec_tokens = d.pop("num_spec_tokens")

        def _parse_per_step_accepted(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                per_step_accepted_type_0 = cast(list[int], data)

                return per_step_accepted_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        per_step_accepted = _parse_per_step_accepted(d.pop("per_step_accepted", UNSET))

        def _parse_per_step_drafted(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                per_step_drafted_type_0 = cast(list[int], data)

                return per_step_drafted_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        per_step_drafted = _parse_per_step_drafted(d.pop("per_step_drafted", UNSET))

        speculative_decoding_metrics = cls(
            acceptance_histogram=acceptance_histogram,
            draft_acceptance_rate=draft_acceptance_rate,
            mean_acceptance_length=mean_acceptance_length,
            num_accepted_draft_tokens=num_accepted_draft_tokens,
            num_draft_tokens=num_draft_tokens,
            num_spec_steps=num_spec_steps,
            num_spec_tokens=num_spec_tokens,
            per_step_accepted=per_step_accepted,
            per_step_drafted=per_step_drafted,
        )

        speculative_decoding_metrics.additional_properties = d
        return speculative_decoding_metrics

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
