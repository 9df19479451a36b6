from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.completion_request import CompletionRequest
    from ..models.generate_tokens_response import GenerateTokensResponse


_PENDING: dict[str, str] = {
    "CompletionRequest": "completion_request",
    "GenerateTokensResponse": "generate_tokens_response",
}

T = TypeVar("T", bound="DerenderCompletionRequest")


@_attrs_define
class DerenderCompletionRequest:
    """Request for the /v1/completions/derender endpoint (non-streaming).

    Parallel to DerenderChatRequest but handles the multi-prompt completions
    case: one GenerateResponse per prompt, mirroring the list[GenerateRequest]
    returned by /v1/completions/render.

        Attributes:
            generate_responses (list[GenerateTokensResponse]):
            completion_request (CompletionRequest | None | Unset):
            model (None | str | Unset):
            prompt_token_ids (list[list[int] | None] | None | Unset):
            prompt_tokens (list[int] | None | Unset):
            stream (bool | Unset):
    """

    generate_responses: list[GenerateTokensResponse]
    completion_request: CompletionRequest | None | Unset = UNSET
    model: None | str | Unset = UNSET
    prompt_token_ids: list[list[int] | None] | None | Unset = UNSET
    prompt_tokens: list[int] | None | Unset = UNSET
    stream: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        generate_responses = []
        for generate_responses_item_data in self.generate_responses:
            generate_responses_item = generate_responses_item_data.to_dict()
            generate_responses.append(generate_responses_item)

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

        prompt_token_ids: list[list[int] | None] | None | Unset
        if isinstance(self.prompt_token_ids, Unset):
            prompt_token_ids = UNSET
        elif isinstance(self.prompt_token_ids, list):
            prompt_token_ids = []
            for prompt_token_ids_type_0_item_data in self.prompt_token_ids:
                prompt_token_ids_type_0_item: list[int] | None
                if isinstance(prompt_token_ids_type_0_item_data, list):
                    prompt_token_ids_type_0_item = prompt_token_ids_type_0_item_data

                else:
                    prompt_token_ids_type_0_item = prompt_token_ids_type_0_item_data
                prompt_token_ids.append(prompt_token_ids_type_0_item)

        else:
            prompt_token_ids = self.prompt_token_ids

        prompt_tokens: list[int] | None | Unset
        if isinstance(self.prompt_tokens, Unset):
            prompt_tokens = UNSET
        elif isinstance(self.prompt_tokens, list):
            prompt_tokens = self.prompt_tokens

        else:
            prompt_tokens = self.prompt_tokens

        stream = self.stream

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "generate_responses": generate_responses,
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
        if stream is not UNSET:
            field_dict["stream"] = stream

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        generate_responses = []
        _generate_responses = d.pop("generate_responses")
        for generate_responses_item_data in _generate_responses:
            generate_responses_item = GenerateTokensResponse.from_dict(
                generate_responses_item_data
            )

            generate_responses.append(generate_responses_item)

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

        def _parse_prompt_token_ids(
            data: object,
        ) -> list[list[int] | None] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                prompt_token_ids_type_0 = []
                _prompt_token_ids_type_0 = data
                for prompt_token_ids_type_0_item_data in _prompt_token_ids_type_0:

                    def _parse_prompt_token_ids_type_0_item(
                        data: object,
                    ) -> list[int] | None:
                        if data is None:
                            return data
                        try:
                            if not isinstance(data, list):
                                raise TypeError()
                            prompt_token_ids_type_0_item_type_0 = cast(list[int], data)

                            return prompt_token_ids_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return cast(list[int] | None, data)

                    prompt_token_ids_type_0_item = _parse_prompt_token_ids_type_0_item(
                        prompt_token_ids_type_0_item_data
                    )

                    prompt_token_ids_type_0.append(prompt_token_ids_type_0_item)

                return prompt_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[list[int] | None] | None | Unset, data)

        prompt_token_ids = _parse_prompt_token_ids(d.pop("prompt_token_ids", UNSET))

        def _parse_prompt_tokens(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                prompt_tokens_type_0 = cast(list[int], data)

                return prompt_tokens_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        prompt_tokens = _parse_prompt_tokens(d.pop("prompt_tokens", UNSET))

        stream = d.pop("stream", UNSET)

        derender_completion_request = cls(
            generate_responses=generate_responses,
            completion_request=completion_request,
            model=model,
            prompt_token_ids=prompt_token_ids,
            prompt_tokens=prompt_tokens,
            stream=stream,
        )

        derender_completion_request.additional_properties = d
        return derender_completion_request

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
