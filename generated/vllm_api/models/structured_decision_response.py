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
    from ..models.decision_usage import DecisionUsage
    from ..models.joint_diagnostics import JointDiagnostics
    from ..models.structured_decision_response_answers import (
        StructuredDecisionResponseAnswers,
    )
    from ..models.structured_decision_response_diagnostics import (
        StructuredDecisionResponseDiagnostics,
    )


_PENDING: dict[str, str] = {
    "DecisionUsage": "decision_usage",
    "JointDiagnostics": "joint_diagnostics",
    "StructuredDecisionResponseAnswers": "structured_decision_response_answers",
    "StructuredDecisionResponseDiagnostics": "structured_decision_response_diagnostics",
}

T = TypeVar("T", bound="StructuredDecisionResponse")


@_attrs_define
class StructuredDecisionResponse:
    """
    Attributes:
        answers (StructuredDecisionResponseAnswers):
        diagnostics (StructuredDecisionResponseDiagnostics):
        id (str):
        model (str):
        usage (DecisionUsage):
        created (int | Unset):
        joint (JointDiagnostics | None | Unset):
        object_ (Literal['structured_decision'] | Unset):
    """

    answers: StructuredDecisionResponseAnswers
    diagnostics: StructuredDecisionResponseDiagnostics
    id: str
    model: str
    usage: DecisionUsage
    created: int | Unset = UNSET
    joint: JointDiagnostics | None | Unset = UNSET
    object_: Literal["structured_decision"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        answers = self.answers.to_dict()

        diagnostics = self.diagnostics.to_dict()

        id = self.id

        model = self.model

        usage = self.usage.to_dict()

        created = self.created

        joint: dict[str, Any] | None | Unset
        if isinstance(self.joint, Unset):
            joint = UNSET
        elif isinstance(self.joint, JointDiagnostics):
            joint = self.joint.to_dict()
        else:
            joint = self.joint

        object_ = self.object_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answers": answers,
                "diagnostics": diagnostics,
                "id": id,
                "model": model,
                "usage": usage,
            }
        )
        if created is not UNSET:
            field_dict["created"] = created
        if joint is not UNSET:
            field_dict["joint"] = joint
        if object_ is not UNSET:
            field_dict["object"] = object_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        answers = StructuredDecisionResponseAnswers.from_dict(d.pop("answers"))

        diagnostics = StructuredDecisionResponseDiagnostics.from_dict(
            d.pop("diagnostics")
        )

        id = d.pop("id")

        model = d.pop("model")

        usage = DecisionUsage.from_dict(d.pop("usage"))

        created = d.pop("created", UNSET)

        def _parse_joint(data: object) -> JointDiagnostics | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                joint_type_0 = JointDiagnostics.from_dict(data)

                return joint_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JointDiagnostics | None | Unset, data)

        joint = _parse_joint(d.pop("joint", UNSET))

        object_ = cast(Literal["structured_decision"] | Unset, d.pop("object", UNSET))
        if object_ != "structured_decision" and not isinstance(object_, Unset):
            raise ValueError(
                f"object must match const 'structured_decision', got '{object_}'"
            )

        structured_decision_response = cls(
            answers=answers,
            diagnostics=diagnostics,
            id=id,
            model=model,
            usage=usage,
            created=created,
            joint=joint,
            object_=object_,
        )

        structured_decision_response.additional_properties = d
        return structured_decision_response

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
