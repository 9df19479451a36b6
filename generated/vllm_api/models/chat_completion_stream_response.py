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
    from ..models.chat_completion_response_stream_choice import (
        ChatCompletionResponseStreamChoice,
    )
    from ..models.json_object import JsonObject
    from ..models.per_request_metrics import PerRequestMetrics
    from ..models.usage_info import UsageInfo


_PENDING: dict[str, str] = {
    "ChatCompletionResponseStreamChoice": "chat_completion_response_stream_choice",
    "JsonObject": "json_object",
    "PerRequestMetrics": "per_request_metrics",
    "UsageInfo": "usage_info",
}

T = TypeVar("T", bound="ChatCompletionStreamResponse")


@_attrs_define
class ChatCompletionStreamResponse:
    """
    Attributes:
        choices (list[ChatCompletionResponseStreamChoice]):
        model (str):
        created (int | Unset):
        id (str | Unset):
        kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters.
        metrics (None | PerRequestMetrics | Unset):
        object_ (Literal['chat.completion.chunk'] | Unset):
        prompt_text (None | str | Unset):
        prompt_token_ids (list[int] | None | Unset):
        system_fingerprint (None | str | Unset):
        usage (None | Unset | UsageInfo):
    """

    choices: list[ChatCompletionResponseStreamChoice]
    model: str
    created: int | Unset = UNSET
    id: str | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    metrics: None | PerRequestMetrics | Unset = UNSET
    object_: Literal["chat.completion.chunk"] | Unset = UNSET
    prompt_text: None | str | Unset = UNSET
    prompt_token_ids: list[int] | None | Unset = UNSET
    system_fingerprint: None | str | Unset = UNSET
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

        kv_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.kv_transfer_params, Unset):
            kv_transfer_params = UNSET
        elif isinstance(self.kv_transfer_params, JsonObject):
            kv_transfer_params = self.kv_transfer_params.to_dict()
        else:
            kv_transfer_params = self.kv_transfer_params

        metrics: dict[str, Any] | None | Unset
        if isinstance(self.metrics, Unset):
            metrics = UNSET
        elif isinstance(self.metrics, PerRequestMetrics):
            metrics = self.metrics.to_dict()
        else:
            metrics = self.metrics

        object_ = self.object_

        prompt_text: None | str | Unset
        if isinstance(self.prompt_text, Unset):
            prompt_text = UNSET
        else:
            prompt_text = self.prompt_text

        prompt_token_ids: list[int] | None | Unset
        if isinstance(self.prompt_token_ids, Unset):
            prompt_token_ids = UNSET
        elif isinstance(self.prompt_token_ids, list):
            prompt_token_ids = self.prompt_token_ids

        else:
            prompt_token_ids = self.prompt_token_ids

        system_fingerprint: None | str | Unset
        if isinstance(self.system_fingerprint, Unset):
            system_fingerprint = UNSET
        else:
            system_fingerprint = self.system_fingerprint

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
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if metrics is not UNSET:
            field_dict["metrics"] = metrics
        if object_ is not UNSET:
            field_dict["object"] = object_
        if prompt_text is not UNSET:
            field_dict["prompt_text"] = prompt_text
        if prompt_token_ids is not UNSET:
            field_dict["prompt_token_ids"] = prompt_token_ids
        if system_fingerprint is not UNSET:
            field_dict["system_fingerprint"] = system_fingerprint
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
            choices_item = ChatCompletionResponseStreamChoice.from_dict(
                choices_item_data
            )

            choices.append(choices_item)

        model = d.pop("model")

        created = d.pop("created", UNSET)

        id = d.pop("id", UNSET)

        def _parse_kv_transfer_params(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                kv_transfer_params_type_0 = JsonObject.from_dict(data)

                return kv_transfer_params_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        kv_transfer_params = _parse_kv_transfer_params(
            d.pop("kv_transfer_params", UNSET)
        )

        def _parse_metrics(data: object) -> None | PerRequestMetrics | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metrics_type_0 = PerRequestMetrics.from_dict(data)

                return metrics_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PerRequestMetrics | Unset, data)

        metrics = _parse_metrics(d.pop("metrics", UNSET))

        object_ = cast(Literal["chat.completion.chunk"] | Unset, d.pop("object", UNSET))
        if object_ != "chat.completion.chunk" and not isinstance(object_, Unset):
            raise ValueError(
                f"object must match const 'chat.completion.chunk', got '{object_}'"
            )

        def _parse_prompt_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        prompt_text = _parse_prompt_text(d.pop("prompt_text", UNSET))

        def _parse_prompt_token_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                prompt_token_ids_type_0 = cast(list[int], data)

                return prompt_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        prompt_token_ids = _parse_prompt_token_ids(d.pop("prompt_token_ids", UNSET))

        def _parse_system_fingerprint(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        system_fingerprint = _parse_system_fingerprint(
            d.pop("system_fingerprint", UNSET)
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

        chat_completion_stream_response = cls(
            choices=choices,
            model=model,
            created=created,
            id=id,
            kv_transfer_params=kv_transfer_params,
            metrics=metrics,
            object_=object_,
            prompt_text=prompt_text,
            prompt_token_ids=prompt_token_ids,
            system_fingerprint=system_fingerprint,
            usage=usage,
        )

        chat_completion_stream_response.additional_properties = d
        return chat_completion_stream_response

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
