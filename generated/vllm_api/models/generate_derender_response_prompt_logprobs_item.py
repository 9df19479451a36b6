from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.logprob import Logprob


_PENDING: dict[str, str] = {
    "Logprob": "logprob",
}

T = TypeVar("T", bound="GenerateDerenderResponsePromptLogprobsItem")


@_attrs_define
class GenerateDerenderResponsePromptLogprobsItem:
    additional_properties: dict[str, Logprob] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop.to_dict()

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        generate_derender_response_prompt_logprobs_item = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = Logprob.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        generate_derender_response_prompt_logprobs_item.additional_properties = (
            additional_properties
        )
        return generate_derender_response_prompt_logprobs_item

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Logprob:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Logprob) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
