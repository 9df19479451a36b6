from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.choice_question import ChoiceQuestion
    from ..models.decision_input_message import DecisionInputMessage
    from ..models.predicate_question import PredicateQuestion
    from ..models.score_question import ScoreQuestion


_PENDING: dict[str, str] = {
    "ChoiceQuestion": "choice_question",
    "DecisionInputMessage": "decision_input_message",
    "PredicateQuestion": "predicate_question",
    "ScoreQuestion": "score_question",
}

T = TypeVar("T", bound="DecisionRequest")


@_attrs_define
class DecisionRequest:
    """
    Attributes:
        input_ (list[DecisionInputMessage] | str):
        model (str):
        questions (list[ChoiceQuestion | PredicateQuestion | ScoreQuestion]):
        cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
            prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
            access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
            256 bit).
        joint (bool | Unset): vLLM extension: joint reads, diffusion models only.
        safety_identifier (None | str | Unset):
    """

    input_: list[DecisionInputMessage] | str
    model: str
    questions: list[ChoiceQuestion | PredicateQuestion | ScoreQuestion]
    cache_salt: None | str | Unset = UNSET
    joint: bool | Unset = UNSET
    safety_identifier: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        input_: list[dict[str, Any]] | str
        if isinstance(self.input_, list):
            input_ = []
            for input_type_1_item_data in self.input_:
                input_type_1_item = input_type_1_item_data.to_dict()
                input_.append(input_type_1_item)

        else:
            input_ = self.input_

        model = self.model

        questions = []
        for questions_item_data in self.questions:
            questions_item: dict[str, Any]
            if isinstance(questions_item_data, PredicateQuestion):
                questions_item = questions_item_data.to_dict()
            elif isinstance(questions_item_data, ChoiceQuestion):
                questions_item = questions_item_data.to_dict()
            else:
                questions_item = questions_item_data.to_dict()

            questions.append(questions_item)

        cache_salt: None | str | Unset
        if isinstance(self.cache_salt, Unset):
            cache_salt = UNSET
        else:
            cache_salt = self.cache_salt

        joint = self.joint

        safety_identifier: None | str | Unset
        if isinstance(self.safety_identifier, Unset):
            safety_identifier = UNSET
        else:
            safety_identifier = self.safety_identifier

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "input": input_,
                "model": model,
                "questions": questions,
            }
        )
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if joint is not UNSET:
            field_dict["joint"] = joint
        if safety_identifier is not UNSET:
            field_dict["safety_identifier"] = safety_identifier

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_input_(data: object) -> list[DecisionInputMessage] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                input_type_1 = []
                _input_type_1 = data
                for input_type_1_item_data in _input_type_1:
                    input_type_1_item = DecisionInputMessage.from_dict(
                        input_type_1_item_data
                    )

                    input_type_1.append(input_type_1_item)

                return input_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[DecisionInputMessage] | str, data)

        input_ = _parse_input_(d.pop("input"))

        model = d.pop("model")

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:

            def _parse_questions_item(
                data: object,
            ) -> ChoiceQuestion | PredicateQuestion | ScoreQuestion:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    questions_item_type_0 = PredicateQuestion.from_dict(data)

                    return questions_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    questions_item_type_1 = ChoiceQuestion.from_dict(data)

                    return questions_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                questions_item_type_2 = ScoreQuestion.from_dict(data)

                return questions_item_type_2

            questions_item = _parse_questions_item(questions_item_data)

            questions.append(questions_item)

        def _parse_cache_salt(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cache_salt = _parse_cache_salt(d.pop("cache_salt", UNSET))

        joint = d.pop("joint", UNSET)

        def _parse_safety_identifier(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        safety_identifier = _parse_safety_identifier(d.pop("safety_identifier", UNSET))

        decision_request = cls(
            input_=input_,
            model=model,
            questions=questions,
            cache_salt=cache_salt,
            joint=joint,
            safety_identifier=safety_identifier,
        )

        return decision_request
