from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.json_object import JsonObject


_PENDING: dict[str, str] = {
    "JsonObject": "json_object",
}

T = TypeVar("T", bound="ReasoningParserKwargs")


@_attrs_define
class ReasoningParserKwargs:
    """Kwargs for the engine-side reasoning parser that gates structured
    outputs. Typed so clients cannot pass arbitrary constructor kwargs.

        Attributes:
            chat_template_kwargs (JsonObject | Unset): Any JSON object.
    """

    chat_template_kwargs: JsonObject | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        chat_template_kwargs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.chat_template_kwargs, Unset):
            chat_template_kwargs = self.chat_template_kwargs.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if chat_template_kwargs is not UNSET:
            field_dict["chat_template_kwargs"] = chat_template_kwargs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        _chat_template_kwargs = d.pop("chat_template_kwargs", UNSET)
        chat_template_kwargs: JsonObject | Unset
        if isinstance(_chat_template_kwargs, Unset):
            chat_template_kwargs = UNSET
        else:
            chat_template_kwargs = JsonObject.from_dict(_chat_template_kwargs)

        reasoning_parser_kwargs = cls(
            chat_template_kwargs=chat_template_kwargs,
        )

        return reasoning_parser_kwargs
