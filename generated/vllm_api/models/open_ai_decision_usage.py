from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from .._late import resolve

if TYPE_CHECKING:
    from ..models.decisions_input_tokens_details import DecisionsInputTokensDetails
    from ..models.decisions_output_tokens_details import DecisionsOutputTokensDetails


_PENDING: dict[str, str] = {
    "DecisionsInputTokensDetails": "decisions_input_tokens_details",
    "DecisionsOutputTokensDetails": "decisions_output_tokens_details",
}

T = TypeVar("T", bound="OpenAIDecisionUsage")


@_attrs_define
class OpenAIDecisionUsage:
    """
    Attributes:
        input_tokens (int):
        input_tokens_details (DecisionsInputTokensDetails):
        output_tokens (int):
        output_tokens_details (DecisionsOutputTokensDetails):
        total_tokens (int):
    """

    input_tokens: int
    input_tokens_details: DecisionsInputTokensDetails
    output_tokens: int
    output_tokens_details: DecisionsOutputTokensDetails
    total_tokens: int

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        input_tokens = self.input_tokens

        input_tokens_details = self.input_tokens_details.to_dict()

        output_tokens = self.output_tokens

        output_tokens_details = self.output_tokens_details.to_dict()

        total_tokens = self.total_tokens

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "input_tokens": input_tokens,
                "input_tokens_details": input_tokens_details,
                "output_tokens": output_tokens,
                "output_tokens_details": output_tokens_details,
                "total_tokens": total_tokens,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        input_tokens = d.pop("input_tokens")

        input_tokens_details = DecisionsInputTokensDetails.from_dict(
            d.pop("input_tokens_details")
        )

        output_tokens = d.pop("output_tokens")

        output_tokens_details = DecisionsOutputTokensDetails.from_dict(
            d.pop("output_tokens_details")
        )

        total_tokens = d.pop("total_tokens")

        open_ai_decision_usage = cls(
            input_tokens=input_tokens,
            input_tokens_details=input_tokens_details,
            output_tokens=output_tokens,
            output_tokens_details=output_tokens_details,
            total_tokens=total_tokens,
        )

        return open_ai_decision_usage
