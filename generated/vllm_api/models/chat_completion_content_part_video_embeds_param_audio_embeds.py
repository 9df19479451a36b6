from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ChatCompletionContentPartVideoEmbedsParamAudioEmbeds")


@_attrs_define
class ChatCompletionContentPartVideoEmbedsParamAudioEmbeds:
    additional_properties: dict[str, list[float | int] | str] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, list):
                field_dict[prop_name] = []
                for additional_property_type_1_item_data in prop:
                    additional_property_type_1_item: float | int
                    additional_property_type_1_item = (
                        additional_property_type_1_item_data
                    )
                    field_dict[prop_name].append(additional_property_type_1_item)

            else:
                field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        chat_completion_content_part_video_embeds_param_audio_embeds = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():

            def _parse_additional_property(data: object) -> list[float | int] | str:
                try:
                    if not isinstance(data, list):
                        raise TypeError()
                    additional_property_type_1 = []
                    _additional_property_type_1 = data
                    for (
                        additional_property_type_1_item_data
                    ) in _additional_property_type_1:

                        def _parse_additional_property_type_1_item(
                            data: object,
                        ) -> float | int:
                            return cast(float | int, data)

                        additional_property_type_1_item = (
                            _parse_additional_property_type_1_item(
                                additional_property_type_1_item_data
                            )
                        )

                        additional_property_type_1.append(
                            additional_property_type_1_item
                        )

                    return additional_property_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(list[float | int] | str, data)

            additional_property = _parse_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        chat_completion_content_part_video_embeds_param_audio_embeds.additional_properties = additional_properties
        return chat_completion_content_part_video_embeds_param_audio_embeds

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> list[float | int] | str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: list[float | int] | str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
