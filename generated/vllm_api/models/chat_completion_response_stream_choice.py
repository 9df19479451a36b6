from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_completion_log_probs import ChatCompletionLogProbs
    from ..models.delta_message import DeltaMessage
    from ..models.weight_version_span import WeightVersionSpan


_PENDING: dict[str, str] = {
    "ChatCompletionLogProbs": "chat_completion_log_probs",
    "DeltaMessage": "delta_message",
    "WeightVersionSpan": "weight_version_span",
}

T = TypeVar("T", bound="ChatCompletionResponseStreamChoice")


@_attrs_define
class ChatCompletionResponseStreamChoice:
    """
    Attributes:
        delta (DeltaMessage):
        index (int):
        finish_reason (None | str | Unset):
        logprobs (ChatCompletionLogProbs | None | Unset):
        stop_reason (int | None | str | Unset):
        token_ids (list[int] | None | Unset):
        weight_versions (list[WeightVersionSpan] | None | Unset):
    """

    delta: DeltaMessage
    index: int
    finish_reason: None | str | Unset = UNSET
    logprobs: ChatCompletionLogProbs | None | Unset = UNSET
    stop_reason: int | None | str | Unset = UNSET
    token_ids: list[int] | None | Unset = UNSET
    weight_versions: list[WeightVersionSpan] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        delta = self.delta.to_dict()

        index = self.index

        finish_reason: None | str | Unset
        if isinstance(self.finish_reason, Unset):
            finish_reason = UNSET
        else:
            finish_reason = self.finish_reason

        logprobs: dict[str, Any] | None | Unset
        if isinstance(self.logprobs, Unset):
            logprobs = UNSET
        elif isinstance(self.logprobs, ChatCompletionLogProbs):
            logprobs = self.logprobs.to_dict()
        else:
            logprobs = self.logprobs

        stop_reason: int | None | str | Unset
        if isinstance(self.stop_reason, Unset):
            stop_reason = UNSET
        else:
            stop_reason = self.stop_reason

        token_ids: list[int] | None | Unset
        if isinstance(self.token_ids, Unset):
            token_ids = UNSET
        elif isinstance(self.token_ids, list):
            token_ids = self.token_ids

        else:
            token_ids = self.token_ids

        weight_versions: list[dict[str, Any]] | None | Unset
        if isinstance(self.weight_versions, Unset):
            weight_versions = UNSET
        elif isinstance(self.weight_versions, list):
            weight_versions = []
            for weight_versions_type_0_item_data in self.weight_versions:
                weight_versions_type_0_item = weight_versions_type_0_item_data.to_dict()
                weight_versions.append(weight_versions_type_0_item)

        else:
            weight_versions = self.weight_versions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "delta": delta,
                "index": index,
            }
        )
        if finish_reason is not UNSET:
            field_dict["finish_reason"] = finish_reason
        if logprobs is not UNSET:
            field_dict["logprobs"] = logprobs
        if stop_reason is not UNSET:
            field_dict["stop_reason"] = stop_reason
        if token_ids is not UNSET:
            field_dict["token_ids"] = token_ids
        if weight_versions is not UNSET:
            field_dict["weight_versions"] = weight_versions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        delta = DeltaMessage.from_dict(d.pop("delta"))

        index = d.pop("index")

        def _parse_finish_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        finish_reason = _parse_finish_reason(d.pop("finish_reason", UNSET))

        def _parse_logprobs(data: object) -> ChatCompletionLogProbs | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                logprobs_type_0 = ChatCompletionLogProbs.from_dict(data)

                return logprobs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatCompletionLogProbs | None | Unset, data)

        logprobs = _parse_logprobs(d.pop("logprobs", UNSET))

        def _parse_stop_reason(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | str | Unset, data)

        stop_reason = _parse_stop_reason(d.pop("stop_reason", UNSET))

        def _parse_token_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                token_ids_type_0 = cast(list[int], data)

                return token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        token_ids = _parse_token_ids(d.pop("token_ids", UNSET))

        def _parse_weight_versions(
            data: object,
        ) -> list[WeightVersionSpan] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                weight_versions_type_0 = []
                _weight_versions_type_0 = data
                for weight_versions_type_0_item_data in _weight_versions_type_0:
                    weight_versions_type_0_item = WeightVersionSpan.from_dict(
                        weight_versions_type_0_item_data
                    )

                    weight_versions_type_0.append(weight_versions_type_0_item)

                return weight_versions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[WeightVersionSpan] | None | Unset, data)

        weight_versions = _parse_weight_versions(d.pop("weight_versions", UNSET))

        chat_completion_response_stream_choice = cls(
            delta=delta,
            index=index,
            finish_reason=finish_reason,
            logprobs=logprobs,
            stop_reason=stop_reason,
            token_ids=token_ids,
            weight_versions=weight_versions,
        )

        chat_completion_response_stream_choice.additional_properties = d
        return chat_completion_response_stream_choice

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
