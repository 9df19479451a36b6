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

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.decision_input_text import DecisionInputText


_PENDING: dict[str, str] = {
    "DecisionInputText": "decision_input_text",
}

T = TypeVar("T", bound="DecisionInputMessage")


@_attrs_define
class DecisionInputMessage:
    """
    Attributes:
        content (list[DecisionInputText] | str):
        role (Literal['user']):
        type_ (Literal['message'] | Unset):
    """

    content: list[DecisionInputText] | str
    role: Literal["user"]
    type_: Literal["message"] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        content: list[dict[str, Any]] | str
        if isinstance(self.content, list):
            content = []
            for content_type_1_item_data in self.content:
                content_type_1_item = content_type_1_item_data.to_dict()
                content.append(content_type_1_item)

        else:
            content = self.content

        role = self.role

        type_ = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "content": content,
                "role": role,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_content(data: object) -> list[DecisionInputText] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                content_type_1 = []
                _content_type_1 = data
                for content_type_1_item_data in _content_type_1:
                    content_type_1_item = DecisionInputText.from_dict(
                        content_type_1_item_data
                    )

                    content_type_1.append(content_type_1_item)

                return content_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[DecisionInputText] | str, data)

        content = _parse_content(d.pop("content"))

        role = cast(Literal["user"], d.pop("role"))
        if role != "user":
            raise ValueError(f"role must match const 'user', got '{role}'")

        type_ = cast(Literal["message"] | Unset, d.pop("type", UNSET))
        if type_ != "message" and not isinstance(type_, Unset):
            raise ValueError(f"type must match const 'message', got '{type_}'")

        decision_input_message = cls(
            content=content,
            role=role,
            type_=type_,
        )

        return decision_input_message
