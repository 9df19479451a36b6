from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chat_completion_request import ChatCompletionRequest
    from ..models.generate_tokens_response import GenerateTokensResponse


_PENDING: dict[str, str] = {
    "ChatCompletionRequest": "chat_completion_request",
    "GenerateTokensResponse": "generate_tokens_response",
}

T = TypeVar("T", bound="DerenderChatRequest")


@_attrs_define
class DerenderChatRequest:
    """Request for the /v1/chat/completions/derender endpoint (non-streaming).

    Wraps a complete GenerateResponse and caller supplied metadata needed to
    produce a fully formed ChatCompletionResponse without a GPU.

        Attributes:
            generate_response (GenerateTokensResponse):
            chat_request (ChatCompletionRequest | None | Unset):
            model (None | str | Unset):
            prompt_token_ids (list[int] | None | Unset):
            prompt_tokens (int | None | Unset):
            stream (bool | Unset):
    """

    generate_response: GenerateTokensResponse
    chat_request: ChatCompletionRequest | None | Unset = UNSET
    model: None | str | Unset = UNSET
    prompt_token_ids: list[int] | None | Unset = UNSET
    prompt_tokens: int | None | Unset = UNSET
    stream: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        generate_response = self.generate_response.to_dict()

        chat_request: dict[str, Any] | None | Unset
        if isinstance(self.chat_request, Unset):
            chat_request = UNSET
        elif isinstance(self.chat_request, ChatCompletionRequest):
            chat_request = self.chat_request.to_dict()
        else:
            chat_request = self.chat_request

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        prompt_token_ids: list[int] | None | Unset
        if isinstance(self.prompt_token_ids, Unset):
            prompt_token_ids = UNSET
        elif isinstance(self.prompt_token_ids, list):
            prompt_token_ids = self.prompt_token_ids

        else:
            prompt_token_ids = self.prompt_token_ids

        prompt_tokens: int | None | Unset
        if isinstance(self.prompt_tokens, Unset):
            prompt_tokens = UNSET
        else:
            prompt_tokens = self.prompt_tokens

        stream = self.stream

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "generate_response": generate_response,
            }
        )
        if chat_request is not UNSET:
            field_dict["chat_request"] = chat_request
        if model is not UNSET:
            field_dict["model"] = model
        if prompt_token_ids is not UNSET:
            field_dict["prompt_token_ids"] = prompt_token_ids
        if prompt_tokens is not UNSET:
            field_dict["prompt_tokens"] = prompt_tokens
        if stream is not UNSET:
            field_dict["stream"] = stream

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        generate_response = GenerateTokensResponse.from_dict(d.pop("generate_response"))

        def _parse_chat_request(data: object) -> ChatCompletionRequest | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                chat_request_type_0 = ChatCompletionRequest.from_dict(data)

                return chat_request_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChatCompletionRequest | None | Unset, data)

        chat_request = _parse_chat_request(d.pop("chat_request", UNSET))

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

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

        def _parse_prompt_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        prompt_tokens = _parse_prompt_tokens(d.pop("prompt_tokens", UNSET))

        stream = d.pop("stream", UNSET)

        derender_chat_request = cls(
            generate_response=generate_response,
            chat_request=chat_request,
            model=model,
            prompt_token_ids=prompt_token_ids,
            prompt_tokens=prompt_tokens,
            stream=stream,
        )

        derender_chat_request.additional_properties = d
        return derender_chat_request

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
