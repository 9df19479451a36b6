from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.cohere_chat_v2_response_finish_reason import (
    CohereChatV2ResponseFinishReason,
    check_cohere_chat_v2_response_finish_reason,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.assistant_message_response import AssistantMessageResponse
    from ..models.cohere_logprob_item import CohereLogprobItem
    from ..models.cohere_usage import CohereUsage
    from ..models.json_object import JsonObject


_PENDING: dict[str, str] = {
    "AssistantMessageResponse": "assistant_message_response",
    "CohereLogprobItem": "cohere_logprob_item",
    "CohereUsage": "cohere_usage",
    "JsonObject": "json_object",
}

T = TypeVar("T", bound="CohereChatV2Response")


@_attrs_define
class CohereChatV2Response:
    """Cohere Chat v2 non-streaming response body.

    Wraps the SDK :class:`AssistantMessageResponse` (the message shape) in
    the documented v2 response envelope (``id``, ``finish_reason``,
    ``usage``, ``logprobs``). The single constructor in
    :class:`CohereServingChatV2._chat_completion_to_v2` is responsible for
    supplying a non-empty ``id`` (falling back to a synthesized one if
    the upstream response is missing it) to this model.

        Attributes:
            finish_reason (CohereChatV2ResponseFinishReason):
            id (str):
            message (AssistantMessageResponse): A message from the assistant role can contain text and tool call
                information.
            kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters.
            logprobs (list[CohereLogprobItem] | None | Unset):
            usage (CohereUsage | None | Unset):
    """

    finish_reason: CohereChatV2ResponseFinishReason
    id: str
    message: AssistantMessageResponse
    kv_transfer_params: JsonObject | None | Unset = UNSET
    logprobs: list[CohereLogprobItem] | None | Unset = UNSET
    usage: CohereUsage | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        finish_reason: str = self.finish_reason

        id = self.id

        message = self.message.to_dict()

        kv_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.kv_transfer_params, Unset):
            kv_transfer_params = UNSET
        elif isinstance(self.kv_transfer_params, JsonObject):
            kv_transfer_params = self.kv_transfer_params.to_dict()
        else:
            kv_transfer_params = self.kv_transfer_params

        logprobs: list[dict[str, Any]] | None | Unset
        if isinstance(self.logprobs, Unset):
            logprobs = UNSET
        elif isinstance(self.logprobs, list):
            logprobs = []
            for logprobs_type_0_item_data in self.logprobs:
                logprobs_type_0_item = logprobs_type_0_item_data.to_dict()
                logprobs.append(logprobs_type_0_item)

        else:
            logprobs = self.logprobs

        usage: dict[str, Any] | None | Unset
        if isinstance(self.usage, Unset):
            usage = UNSET
        elif isinstance(self.usage, CohereUsage):
            usage = self.usage.to_dict()
        else:
            usage = self.usage

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "finish_reason": finish_reason,
                "id": id,
                "message": message,
            }
        )
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if logprobs is not UNSET:
            field_dict["logprobs"] = logprobs
        if usage is not UNSET:
            field_dict["usage"] = usage

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        finish_reason = check_cohere_chat_v2_response_finish_reason(
            d.pop("finish_reason")
        )

        id = d.pop("id")

        message = AssistantMessageResponse.from_dict(d.pop("message"))

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

        def _parse_logprobs(data: object) -> list[CohereLogprobItem] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                logprobs_type_0 = []
                _logprobs_type_0 = data
                for logprobs_type_0_item_data in _logprobs_type_0:
                    logprobs_type_0_item = CohereLogprobItem.from_dict(
                        logprobs_type_0_item_data
                    )

                    logprobs_type_0.append(logprobs_type_0_item)

                return logprobs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[CohereLogprobItem] | None | Unset, data)

        logprobs = _parse_logprobs(d.pop("logprobs", UNSET))

        def _parse_usage(data: object) -> CohereUsage | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                usage_type_0 = CohereUsage.from_dict(data)

                return usage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CohereUsage | None | Unset, data)

        usage = _parse_usage(d.pop("usage", UNSET))

        cohere_chat_v2_response = cls(
            finish_reason=finish_reason,
            id=id,
            message=message,
            kv_transfer_params=kv_transfer_params,
            logprobs=logprobs,
            usage=usage,
        )

        cohere_chat_v2_response.additional_properties = d
        return cohere_chat_v2_response

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
