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
from ..models.chat_completion_response_service_tier import (
    ChatCompletionResponseServiceTier,
    check_chat_completion_response_service_tier,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_completion_response_choice import ChatCompletionResponseChoice
    from ..models.chat_completion_response_prompt_logprobs_item import (
        ChatCompletionResponsePromptLogprobsItem,
    )
    from ..models.json_object import JsonObject
    from ..models.per_request_metrics import PerRequestMetrics
    from ..models.usage_info import UsageInfo


_PENDING: dict[str, str] = {
    "ChatCompletionResponseChoice": "chat_completion_response_choice",
    "ChatCompletionResponsePromptLogprobsItem": "chat_completion_response_prompt_logprobs_item",
    "JsonObject": "json_object",
    "PerRequestMetrics": "per_request_metrics",
    "UsageInfo": "usage_info",
}

T = TypeVar("T", bound="ChatCompletionResponse")


@_attrs_define
class ChatCompletionResponse:
    """
    Attributes:
        choices (list[ChatCompletionResponseChoice]):
        model (str):
        usage (UsageInfo):
        created (int | Unset):
        ec_transfer_params (JsonObject | None | Unset): ECTransfer parameters.
        id (str | Unset):
        kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters.
        metrics (None | PerRequestMetrics | Unset):
        object_ (Literal['chat.completion'] | Unset):
        prompt_logprobs (list[ChatCompletionResponsePromptLogprobsItem | None] | None | Unset):
        prompt_text (None | str | Unset):
        prompt_token_ids (list[int] | None | Unset):
        service_tier (ChatCompletionResponseServiceTier | None | Unset):
        system_fingerprint (None | str | Unset):
    """

    choices: list[ChatCompletionResponseChoice]
    model: str
    usage: UsageInfo
    created: int | Unset = UNSET
    ec_transfer_params: JsonObject | None | Unset = UNSET
    id: str | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    metrics: None | PerRequestMetrics | Unset = UNSET
    object_: Literal["chat.completion"] | Unset = UNSET
    prompt_logprobs: (
        list[ChatCompletionResponsePromptLogprobsItem | None] | None | Unset
    ) = UNSET
    prompt_text: None | str | Unset = UNSET
    prompt_token_ids: list[int] | None | Unset = UNSET
    service_tier: ChatCompletionResponseServiceTier | None | Unset = UNSET
    system_fingerprint: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        model = self.model

        usage = self.usage.to_dict()

        created = self.created

        ec_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.ec_transfer_params, Unset):
            ec_transfer_params = UNSET
        elif isinstance(self.ec_transfer_params, JsonObject):
            ec_transfer_params = self.ec_transfer_params.to_dict()
        else:
            ec_transfer_params = self.ec_transfer_params

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

        prompt_logprobs: list[dict[str, Any] | None] | None | Unset
        if isinstance(self.prompt_logprobs, Unset):
            prompt_logprobs = UNSET
        elif isinstance(self.prompt_logprobs, list):
            prompt_logprobs = []
            for prompt_logprobs_type_0_item_data in self.prompt_logprobs:
                prompt_logprobs_type_0_item: dict[str, Any] | None
                if isinstance(
                    prompt_logprobs_type_0_item_data,
                    ChatCompletionResponsePromptLogprobsItem,
                ):
                    prompt_logprobs_type_0_item = (
                        prompt_logprobs_type_0_item_data.to_dict()
                    )
                else:
                    prompt_logprobs_type_0_item = prompt_logprobs_type_0_item_data
                prompt_logprobs.append(prompt_logprobs_type_0_item)

        else:
            prompt_logprobs = self.prompt_logprobs

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

        service_tier: None | str | Unset
        if isinstance(self.service_tier, Unset):
            service_tier = UNSET
        elif isinstance(self.service_tier, str):
            service_tier = self.service_tier
        else:
            service_tier = self.service_tier

        system_fingerprint: None | str | Unset
        if isinstance(self.system_fingerprint, Unset):
            system_fingerprint = UNSET
        else:
            system_fingerprint = self.system_fingerprint

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "choices": choices,
                "model": model,
                "usage": usage,
            }
        )
        if created is not UNSET:
            field_dict["created"] = created
        if ec_transfer_params is not UNSET:
            field_dict["ec_transfer_params"] = ec_transfer_params
        if id is not UNSET:
            field_dict["id"] = id
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if metrics is not UNSET:
            field_dict["metrics"] = metrics
        if object_ is not UNSET:
            field_dict["object"] = object_
        if prompt_logprobs is not UNSET:
            field_dict["prompt_logprobs"] = prompt_logprobs
        if prompt_text is not UNSET:
            field_dict["prompt_text"] = prompt_text
        if prompt_token_ids is not UNSET:
            field_dict["prompt_token_ids"] = prompt_token_ids
        if service_tier is not UNSET:
            field_dict["service_tier"] = service_tier
        if system_fingerprint is not UNSET:
            field_dict["system_fingerprint"] = system_fingerprint

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = ChatCompletionResponseChoice.from_dict(choices_item_data)

            choices.append(choices_item)

        model = d.pop("model")

        usage = UsageInfo.from_dict(d.pop("usage"))

        created = d.pop("created", UNSET)

        def _parse_ec_transfer_params(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ec_transfer_params_type_0 = JsonObject.from_dict(data)

                return ec_transfer_params_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        ec_transfer_params = _parse_ec_transfer_params(
            d.pop("ec_transfer_params", UNSET)
        )

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

        object_ = cast(Literal["chat.completion"] | Unset, d.pop("object", UNSET))
        if object_ != "chat.completion" and not isinstance(object_, Unset):
            raise ValueError(
                f"object must match const 'chat.completion', got '{object_}'"
            )

        def _parse_prompt_logprobs(
            data: object,
        ) -> list[ChatCompletionResponsePromptLogprobsItem | None] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                prompt_logprobs_type_0 = []
                _prompt_logprobs_type_0 = data
                for prompt_logprobs_type_0_item_data in _prompt_logprobs_type_0:

                    def _parse_prompt_logprobs_type_0_item(
                        data: object,
                    ) -> ChatCompletionResponsePromptLogprobsItem | None:
                        if data is None:
                            return data
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            prompt_logprobs_type_0_item_type_0 = (
                                ChatCompletionResponsePromptLogprobsItem.from_dict(data)
                            )

                            return prompt_logprobs_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return cast(
                            ChatCompletionResponsePromptLogprobsItem | None, data
                        )

                    prompt_logprobs_type_0_item = _parse_prompt_logprobs_type_0_item(
                        prompt_logprobs_type_0_item_data
                    )

                    prompt_logprobs_type_0.append(prompt_logprobs_type_0_item)

                return prompt_logprobs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                list[ChatCompletionResponsePromptLogprobsItem | None] | None | Unset,
                data,
            )

        prompt_logprobs = _parse_prompt_logprobs(d.pop("prompt_logprobs", UNSET))

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

        def _parse_service_tier(
            data: object,
        ) -> ChatCompletionResponseServiceTier | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                service_tier_type_0 = check_chat_completion_response_service_tier(data)

                return service_tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatCompletionResponseServiceTier | None | Unset, data)

        service_tier = _parse_service_tier(d.pop("service_tier", UNSET))

        def _parse_system_fingerprint(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        system_fingerprint = _parse_system_fingerprint(
            d.pop("system_fingerprint", UNSET)
        )

        chat_completion_response = cls(
            choices=choices,
            model=model,
            usage=usage,
            created=created,
            ec_transfer_params=ec_transfer_params,
            id=id,
            kv_transfer_params=kv_transfer_params,
            metrics=metrics,
            object_=object_,
            prompt_logprobs=prompt_logprobs,
            prompt_text=prompt_text,
            prompt_token_ids=prompt_token_ids,
            service_tier=service_tier,
            system_fingerprint=system_fingerprint,
        )

        chat_completion_response.additional_properties = d
        return chat_completion_response

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
