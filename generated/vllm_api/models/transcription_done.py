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
    from ..models.usage_info import UsageInfo


_PENDING: dict[str, str] = {
    "UsageInfo": "usage_info",
}

T = TypeVar("T", bound="TranscriptionDone")


@_attrs_define
class TranscriptionDone:
    """Final transcription with usage stats.

    Attributes:
        text (str):
        type_ (Literal['transcription.done'] | Unset):
        usage (None | Unset | UsageInfo):
    """

    text: str
    type_: Literal["transcription.done"] | Unset = UNSET
    usage: None | Unset | UsageInfo = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        text = self.text

        type_ = self.type_

        usage: dict[str, Any] | None | Unset
        if isinstance(self.usage, Unset):
            usage = UNSET
        elif isinstance(self.usage, UsageInfo):
            usage = self.usage.to_dict()
        else:
            usage = self.usage

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
            }
        )
        if type_ is not UNSET:
            field_dict["type"] = type_
        if usage is not UNSET:
            field_dict["usage"] = usage

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        text = d.pop("text")

        type_ = cast(Literal["transcription.done"] | Unset, d.pop("type", UNSET))
        if type_ != "transcription.done" and not isinstance(type_, Unset):
            raise ValueError(
                f"type must match const 'transcription.done', got '{type_}'"
            )

        def _parse_usage(data: object) -> None | Unset | UsageInfo:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                usage_type_0 = UsageInfo.from_dict(data)

                return usage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UsageInfo, data)

        usage = _parse_usage(d.pop("usage", UNSET))

        transcription_done = cls(
            text=text,
            type_=type_,
            usage=usage,
        )

        transcription_done.additional_properties = d
        return transcription_done

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
