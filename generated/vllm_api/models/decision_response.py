from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from .._late import resolve

if TYPE_CHECKING:
    from ..models.choice_answer import ChoiceAnswer
    from ..models.open_ai_decision_usage import OpenAIDecisionUsage
    from ..models.predicate_answer import PredicateAnswer
    from ..models.score_answer import ScoreAnswer


_PENDING: dict[str, str] = {
    "ChoiceAnswer": "choice_answer",
    "OpenAIDecisionUsage": "open_ai_decision_usage",
    "PredicateAnswer": "predicate_answer",
    "ScoreAnswer": "score_answer",
}

T = TypeVar("T", bound="DecisionResponse")


@_attrs_define
class DecisionResponse:
    """
    Attributes:
        answers (list[ChoiceAnswer | PredicateAnswer | ScoreAnswer]):
        model (str):
        usage (OpenAIDecisionUsage):
    """

    answers: list[ChoiceAnswer | PredicateAnswer | ScoreAnswer]
    model: str
    usage: OpenAIDecisionUsage

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        answers = []
        for answers_item_data in self.answers:
            answers_item: dict[str, Any]
            if isinstance(answers_item_data, PredicateAnswer):
                answers_item = answers_item_data.to_dict()
            elif isinstance(answers_item_data, ChoiceAnswer):
                answers_item = answers_item_data.to_dict()
            else:
                answers_item = answers_item_data.to_dict()

            answers.append(answers_item)

        model = self.model

        usage = self.usage.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "answers": answers,
                "model": model,
                "usage": usage,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        answers = []
        _answers = d.pop("answers")
        for answers_item_data in _answers:

            def _parse_answers_item(
                data: object,
            ) -> ChoiceAnswer | PredicateAnswer | ScoreAnswer:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    answers_item_type_0 = PredicateAnswer.from_dict(data)

                    return answers_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    answers_item_type_1 = ChoiceAnswer.from_dict(data)

                    return answers_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                answers_item_type_2 = ScoreAnswer.from_dict(data)

                return answers_item_type_2

            answers_item = _parse_answers_item(answers_item_data)

            answers.append(answers_item)

        model = d.pop("model")

        usage = OpenAIDecisionUsage.from_dict(d.pop("usage"))

        decision_response = cls(
            answers=answers,
            model=model,
            usage=usage,
        )

        return decision_response
