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
    from ..models.score_level import ScoreLevel


_PENDING: dict[str, str] = {
    "ScoreLevel": "score_level",
}

T = TypeVar("T", bound="ScoreQuestion")


@_attrs_define
class ScoreQuestion:
    """
    Attributes:
        instructions (str):
        levels (list[ScoreLevel]):
        type_ (Literal['score']):
        name (None | str | Unset):
    """

    instructions: str
    levels: list[ScoreLevel]
    type_: Literal["score"]
    name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        instructions = self.instructions

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        type_ = self.type_

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "instructions": instructions,
                "levels": levels,
                "type": type_,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        instructions = d.pop("instructions")

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = ScoreLevel.from_dict(levels_item_data)

            levels.append(levels_item)

        type_ = cast(Literal["score"], d.pop("type"))
        if type_ != "score":
            raise ValueError(f"type must match const 'score', got '{type_}'")

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        score_question = cls(
            instructions=instructions,
            levels=levels,
            type_=type_,
            name=name,
        )

        score_question.additional_properties = d
        return score_question

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
