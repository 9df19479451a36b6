from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_completion_log_prob import ChatCompletionLogProb


_PENDING: dict[str, str] = {
    "ChatCompletionLogProb": "chat_completion_log_prob",
}

T = TypeVar("T", bound="ChatCompletionLogProbsContent")


@_attrs_define
class ChatCompletionLogProbsContent:
    """
    Attributes:
        token (str):
        bytes_ (list[int] | None | Unset):
        logprob (float | Unset):
        top_logprobs (list[ChatCompletionLogProb] | Unset):
    """

    token: str
    bytes_: list[int] | None | Unset = UNSET
    logprob: float | Unset = UNSET
    top_logprobs: list[ChatCompletionLogProb] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        token = self.token

        bytes_: list[int] | None | Unset
        if isinstance(self.bytes_, Unset):
            bytes_ = UNSET
        elif isinstance(self.bytes_, list):
            bytes_ = self.bytes_

        else:
            bytes_ = self.bytes_

        logprob = self.logprob

        top_logprobs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.top_logprobs, Unset):
            top_logprobs = []
            for top_logprobs_item_data in self.top_logprobs:
                top_logprobs_item = top_logprobs_item_data.to_dict()
                top_logprobs.append(top_logprobs_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "token": token,
            }
        )
        if bytes_ is not UNSET:
            field_dict["bytes"] = bytes_
        if logprob is not UNSET:
            field_dict["logprob"] = logprob
        if top_logprobs is not UNSET:
            field_dict["top_logprobs"] = top_logprobs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        token = d.pop("token")

        def _parse_bytes_(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                bytes_type_0 = cast(list[int], data)

                return bytes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        bytes_ = _parse_bytes_(d.pop("bytes", UNSET))

        logprob = d.pop("logprob", UNSET)

        _top_logprobs = d.pop("top_logprobs", UNSET)
        top_logprobs: list[ChatCompletionLogProb] | Unset = UNSET
        if _top_logprobs is not UNSET:
            top_logprobs = []
            for top_logprobs_item_data in _top_logprobs:
                top_logprobs_item = ChatCompletionLogProb.from_dict(
                    top_logprobs_item_data
                )

                top_logprobs.append(top_logprobs_item)

        chat_completion_log_probs_content = cls(
            token=token,
            bytes_=bytes_,
            logprob=logprob,
            top_logprobs=top_logprobs,
        )

        chat_completion_log_probs_content.additional_properties = d
        return chat_completion_log_probs_content

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
