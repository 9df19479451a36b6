from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_completion_content_part_image_embeds_param import (
        ChatCompletionContentPartImageEmbedsParam,
    )
    from ..models.chat_completion_content_part_image_param import (
        ChatCompletionContentPartImageParam,
    )
    from ..models.chat_completion_content_part_text_param import (
        ChatCompletionContentPartTextParam,
    )
    from ..models.chat_completion_content_part_video_param import (
        ChatCompletionContentPartVideoParam,
    )


_PENDING: dict[str, str] = {
    "ChatCompletionContentPartImageEmbedsParam": "chat_completion_content_part_image_embeds_param",
    "ChatCompletionContentPartImageParam": "chat_completion_content_part_image_param",
    "ChatCompletionContentPartTextParam": "chat_completion_content_part_text_param",
    "ChatCompletionContentPartVideoParam": "chat_completion_content_part_video_param",
}

T = TypeVar("T", bound="RerankDocument")


@_attrs_define
class RerankDocument:
    """
    Attributes:
        multi_modal (list[ChatCompletionContentPartImageEmbedsParam | ChatCompletionContentPartImageParam |
            ChatCompletionContentPartTextParam | ChatCompletionContentPartVideoParam] | None | Unset):
        text (None | str | Unset):
    """

    multi_modal: (
        list[
            ChatCompletionContentPartImageEmbedsParam
            | ChatCompletionContentPartImageParam
            | ChatCompletionContentPartTextParam
            | ChatCompletionContentPartVideoParam
        ]
        | None
        | Unset
    ) = UNSET
    text: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        multi_modal: list[dict[str, Any]] | None | Unset
        if isinstance(self.multi_modal, Unset):
            multi_modal = UNSET
        elif isinstance(self.multi_modal, list):
            multi_modal = []
            for multi_modal_type_0_item_data in self.multi_modal:
                multi_modal_type_0_item: dict[str, Any]
                if isinstance(
                    multi_modal_type_0_item_data, ChatCompletionContentPartImageParam
                ):
                    multi_modal_type_0_item = multi_modal_type_0_item_data.to_dict()
                elif isinstance(
                    multi_modal_type_0_item_data,
                    ChatCompletionContentPartImageEmbedsParam,
                ):
                    multi_modal_type_0_item = multi_modal_type_0_item_data.to_dict()
                elif isinstance(
                    multi_modal_type_0_item_data, ChatCompletionContentPartTextParam
                ):
                    multi_modal_type_0_item = multi_modal_type_0_item_data.to_dict()
                else:
                    multi_modal_type_0_item = multi_modal_type_0_item_data.to_dict()

                multi_modal.append(multi_modal_type_0_item)

        else:
            multi_modal = self.multi_modal

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if multi_modal is not UNSET:
            field_dict["multi_modal"] = multi_modal
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_multi_modal(
            data: object,
        ) -> (
            list[
                ChatCompletionContentPartImageEmbedsParam
                | ChatCompletionContentPartImageParam
                | ChatCompletionContentPartTextParam
                | ChatCompletionContentPartVideoParam
            ]
            | None
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                multi_modal_type_0 = []
                _multi_modal_type_0 = data
                for multi_modal_type_0_item_data in _multi_modal_type_0:

                    def _parse_multi_modal_type_0_item(
                        data: object,
                    ) -> (
                        ChatCompletionContentPartImageEmbedsParam
                        | ChatCompletionContentPartImageParam
                        | ChatCompletionContentPartTextParam
                        | ChatCompletionContentPartVideoParam
                    ):
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            multi_modal_type_0_item_type_0 = (
                                ChatCompletionContentPartImageParam.from_dict(data)
                            )

                            return multi_modal_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            multi_modal_type_0_item_type_1 = (
                                ChatCompletionContentPartImageEmbedsParam.from_dict(
                                    data
                                )
                            )

                            return multi_modal_type_0_item_type_1
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            multi_modal_type_0_item_type_2 = (
                                ChatCompletionContentPartTextParam.from_dict(data)
                            )

                            return multi_modal_type_0_item_type_2
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        if not isinstance(data, dict):
                            raise TypeError()
                        multi_modal_type_0_item_type_3 = (
                            ChatCompletionContentPartVideoParam.from_dict(data)
                        )

                        return multi_modal_type_0_item_type_3

                    multi_modal_type_0_item = _parse_multi_modal_type_0_item(
                        multi_modal_type_0_item_data
                    )

                    multi_modal_type_0.append(multi_modal_type_0_item)

                return multi_modal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                list[
                    ChatCompletionContentPartImageEmbedsParam
                    | ChatCompletionContentPartImageParam
                    | ChatCompletionContentPartTextParam
                    | ChatCompletionContentPartVideoParam
                ]
                | None
                | Unset,
                data,
            )

        multi_modal = _parse_multi_modal(d.pop("multi_modal", UNSET))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        rerank_document = cls(
            multi_modal=multi_modal,
            text=text,
        )

        rerank_document.additional_properties = d
        return rerank_document

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
