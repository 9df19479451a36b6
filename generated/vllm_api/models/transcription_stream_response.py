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
    from ..models.transcription_response_stream_choice import (
        TranscriptionResponseStreamChoice,
    )
    from ..models.usage_info import UsageInfo


_PENDING: dict[str, str] = {
    "TranscriptionResponseStreamChoice": "transcription_response_stream_choice",
    "UsageInfo": "usage_info",
}

T = TypeVar("T", bound="TranscriptionStreamResponse")


@_attrs_define
class TranscriptionStreamResponse:
    """
    Attributes:
        choices (list[TranscriptionResponseStreamChoice]):
        model (str):
        created (int | Unset):
        id (str | Unset):
        object_ (Literal['transcription.chunk'] | Unset):
        usage (None | Unset | UsageInfo):
    """

    choices: list[TranscriptionResponseStreamChoice]
    model: str
    created: int | Unset = UNSET
    id: str | Unset = UNSET
    object_: Literal["transcription.chunk"] | Unset = UNSET
    usage: None | Unset | UsageInfo = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        model = self.model

        created = self.created

        id = self.id

        object_ = self.object_

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
                "choices": choices,
                "model": model,
            }
        )
        if created is not UNSET:
            field_dict["created"] = created
        if id is not UNSET:
            field_dict["id"] = id
        if object_ is not UNSET:
            field_dict["object"] = object_
        if usage is not UNSET:
            field_dict["usage"] = usage

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = TranscriptionResponseStreamChoice.from_dict(
                choices_item_data
            )

            choices.append(choices_item)

        model = d.pop("model")

        created = d.pop("created", UNSET)

        id = d.pop("id", UNSET)

        object_ = cast(Literal["transcription.chunk"] | Unset, d.pop("object", UNSET))
        if object_ != "transcription.chunk" and not isinstance(object_, Unset):
            raise ValueError(
                f"object must match const 'transcription.chunk', got '{object_}'"
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

        transcription_stream_response = cls(
            choices=choices,
            model=model,
            created=created,
            id=id,
            object_=object_,
            usage=usage,
        )

        transcription_stream_response.additional_properties = d
        return transcription_stream_response

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
