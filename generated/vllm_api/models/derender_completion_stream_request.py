from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.completion_request import CompletionRequest
    from ..models.derender_stream_state import DerenderStreamState
    from ..models.generate_tokens_stream_response import GenerateTokensStreamResponse


_PENDING: dict[str, str] = {
    "CompletionRequest": "completion_request",
    "DerenderStreamState": "derender_stream_state",
    "GenerateTokensStreamResponse": "generate_tokens_stream_response",
}

T = TypeVar("T", bound="DerenderCompletionStreamRequest")


@_attrs_define
class DerenderCompletionStreamRequest:
    """One chunk streaming derender request for /v1/completions/derender.

    Parallel to `DerenderChatStreamRequest` for the completions endpoint.
    Each call processes one SSE chunk (one output sequence's delta) and
    returns the derendered chunk plus updated state.

        Attributes:
            generate_chunk (GenerateTokensStreamResponse):
            stream (bool):
            completion_request (CompletionRequest | None | Unset):
            model (None | str | Unset):
            prompt_token_ids (list[int] | None | Unset):
            prompt_tokens (int | None | Unset):
            stream_state (DerenderStreamState | None | Unset):
    """

    generate_chunk: GenerateTokensStreamResponse
    stream: bool
    completion_request: CompletionRequest | None | Unset = UNSET
    model: None | str | Unset = UNSET
    prompt_token_ids: list[int] | None | Unset = UNSET
    prompt_tokens: int | None | Unset = UNSET
    stream_state: DerenderStreamState | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        generate_chunk = self.generate_chunk.to_dict()

        stream = self.stream

        completion_request: dict[str, Any] | None | Unset
        if isinstance(self.completion_request, Unset):
            completion_request = UNSET
        elif isinstance(self.completion_request, CompletionRequest):
            completion_request = self.completion_request.to_dict()
        else:
            completion_request = self.completion_request

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

        stream_state: dict[str, Any] | None | Unset
        if isinstance(self.stream_state, Unset):
            stream_state = UNSET
        elif isinstance(self.stream_state, DerenderStreamState):
            stream_state = self.stream_state.to_dict()
        else:
            stream_state = self.stream_state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "generate_chunk": generate_chunk,
                "stream": stream,
            }
        )
        if completion_request is not UNSET:
            field_dict["completion_request"] = completion_request
        if model is not UNSET:
            field_dict["model"] = model
        if prompt_token_ids is not UNSET:
            field_dict["prompt_token_ids"] = prompt_token_ids
        if prompt_tokens is not UNSET:
            field_dict["prompt_tokens"] = prompt_tokens
        if stream_state is not UNSET:
            field_dict["stream_state"] = stream_state

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        generate_chunk = GenerateTokensStreamResponse.from_dict(d.pop("generate_chunk"))

        stream = d.pop("stream")

        def _parse_completion_request(data: object) -> CompletionRequest | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                completion_request_type_0 = CompletionRequest.from_dict(data)

                return completion_request_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CompletionRequest | None | Unset, data)

        completion_request = _parse_completion_request(
            d.pop("completion_request", UNSET)
        )

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

        def _parse_stream_state(data: object) -> DerenderStreamState | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                stream_state_type_0 = DerenderStreamState.from_dict(data)

                return stream_state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DerenderStreamState | None | Unset, data)

        stream_state = _parse_stream_state(d.pop("stream_state", UNSET))

        derender_completion_stream_request = cls(
            generate_chunk=generate_chunk,
            stream=stream,
            completion_request=completion_request,
            model=model,
            prompt_token_ids=prompt_token_ids,
            prompt_tokens=prompt_tokens,
            stream_state=stream_state,
        )

        derender_completion_stream_request.additional_properties = d
        return derender_completion_stream_request

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
