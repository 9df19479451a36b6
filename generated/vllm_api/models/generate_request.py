from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.generate_request_output_mode import (
    GenerateRequestOutputMode,
    check_generate_request_output_mode,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.generate_request_sampling_params import GenerateRequestSamplingParams
    from ..models.json_object import JsonObject
    from ..models.multi_modal_features import MultiModalFeatures
    from ..models.parse_context import ParseContext
    from ..models.reasoning_parser_kwargs import ReasoningParserKwargs
    from ..models.stream_options import StreamOptions


_PENDING: dict[str, str] = {
    "GenerateRequestSamplingParams": "generate_request_sampling_params",
    "JsonObject": "json_object",
    "MultiModalFeatures": "multi_modal_features",
    "ParseContext": "parse_context",
    "ReasoningParserKwargs": "reasoning_parser_kwargs",
    "StreamOptions": "stream_options",
}

T = TypeVar("T", bound="GenerateRequest")


@_attrs_define
class GenerateRequest:
    """
    Attributes:
        sampling_params (GenerateRequestSamplingParams):
        token_ids (list[int]):
        cache_salt (None | str | Unset): If specified, the prefix cache will be salted with the provided string to
            prevent an attacker to guess prompts in multi-user environments. The salt should be random, protected from
            access by 3rd parties, and long enough to be unpredictable (e.g., 43 characters base64-encoded, corresponding to
            256 bit).
        content_parts (list[JsonObject] | None | Unset):
        ec_transfer_params (JsonObject | None | Unset): ECTransfer parameters used for encoder-cache disaggregated
            serving.
        features (MultiModalFeatures | None | Unset):
        kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters used for disaggregated serving.
        model (None | str | Unset):
        output_mode (GenerateRequestOutputMode | Unset): Response level. 'tokens' returns token IDs only. 'text' also
            returns the detokenized text and logprobs with decoded token strings. 'derender' returns the parsed assistant
            message and needs `parse_context` when the server has a parser. 'text' and 'derender' need a server that loads a
            tokenizer and sampling_params.detokenize to be true. 'derender' does not support `stream`.
        parse_context (None | ParseContext | Unset): Chat context from `/render`. Read only when output_mode='derender'
            and ignored at other levels, so a rendered request can be sent to a prefill leg unchanged.
        priority (int | Unset): The priority of the request (lower means earlier handling; default: 0). Any priority
            other than 0 will raise an error if the served model does not use priority scheduling.
        reasoning_ended (bool | None | Unset):
        reasoning_parser_kwargs (None | ReasoningParserKwargs | Unset):
        request_id (str | Unset): The request_id related to this request. If the caller does not set it, a random_uuid
            will be generated. This id is used through out the inference process and return in response.
        return_token_ids (bool | None | Unset): If true, return the final prompt token IDs after multimodal placeholder
            expansion, together with multimodal placeholder ranges. In streaming mode, this metadata is included only in the
            first chunk.
        stream (bool | None | Unset):
        stream_options (None | StreamOptions | Unset):
        token_offsets (list[list[int]] | None | Unset):
    """

    sampling_params: GenerateRequestSamplingParams
    token_ids: list[int]
    cache_salt: None | str | Unset = UNSET
    content_parts: list[JsonObject] | None | Unset = UNSET
    ec_transfer_params: JsonObject | None | Unset = UNSET
    features: MultiModalFeatures | None | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    model: None | str | Unset = UNSET
    output_mode: GenerateRequestOutputMode | Unset = UNSET
    parse_context: None | ParseContext | Unset = UNSET
    priority: int | Unset = UNSET
    reasoning_ended: bool | None | Unset = UNSET
    reasoning_parser_kwargs: None | ReasoningParserKwargs | Unset = UNSET
    request_id: str | Unset = UNSET
    return_token_ids: bool | None | Unset = UNSET
    stream: bool | None | Unset = UNSET
    stream_options: None | StreamOptions | Unset = UNSET
    token_offsets: list[list[int]] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        sampling_params = self.sampling_params.to_dict()

        token_ids = self.token_ids

        cache_salt: None | str | Unset
        if isinstance(self.cache_salt, Unset):
            cache_salt = UNSET
        else:
            cache_salt = self.cache_salt

        content_parts: list[dict[str, Any]] | None | Unset
        if isinstance(self.content_parts, Unset):
            content_parts = UNSET
        elif isinstance(self.content_parts, list):
            content_parts = []
            for content_parts_type_0_item_data in self.content_parts:
                content_parts_type_0_item = content_parts_type_0_item_data.to_dict()
                content_parts.append(content_parts_type_0_item)

        else:
            content_parts = self.content_parts

        ec_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.ec_transfer_params, Unset):
            ec_transfer_params = UNSET
        elif isinstance(self.ec_transfer_params, JsonObject):
            ec_transfer_params = self.ec_transfer_params.to_dict()
        else:
            ec_transfer_params = self.ec_transfer_params

        features: dict[str, Any] | None | Unset
        if isinstance(self.features, Unset):
            features = UNSET
        elif isinstance(self.features, MultiModalFeatures):
            features = self.features.to_dict()
        else:
            features = self.features

        kv_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.kv_transfer_params, Unset):
            kv_transfer_params = UNSET
        elif isinstance(self.kv_transfer_params, JsonObject):
            kv_transfer_params = self.kv_transfer_params.to_dict()
        else:
            kv_transfer_params = self.kv_transfer_params

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        output_mode: str | Unset = UNSET
        if not isinstance(self.output_mode, Unset):
            output_mode = self.output_mode

        parse_context: dict[str, Any] | None | Unset
        if isinstance(self.parse_context, Unset):
            parse_context = UNSET
        elif isinstance(self.parse_context, ParseContext):
            parse_context = self.parse_context.to_dict()
        else:
            parse_context = self.parse_context

        priority = self.priority

        reasoning_ended: bool | None | Unset
        if isinstance(self.reasoning_ended, Unset):
            reasoning_ended = UNSET
        else:
            reasoning_ended = self.reasoning_ended

        reasoning_parser_kwargs: dict[str, Any] | None | Unset
        if isinstance(self.reasoning_parser_kwargs, Unset):
            reasoning_parser_kwargs = UNSET
        elif isinstance(self.reasoning_parser_kwargs, ReasoningParserKwargs):
            reasoning_parser_kwargs = self.reasoning_parser_kwargs.to_dict()
        else:
            reasoning_parser_kwargs = self.reasoning_parser_kwargs

        request_id = self.request_id

        return_token_ids: bool | None | Unset
        if isinstance(self.return_token_ids, Unset):
            return_token_ids = UNSET
        else:
            return_token_ids = self.return_token_ids

        stream: bool | None | Unset
        if isinstance(self.stream, Unset):
            stream = UNSET
        else:
            stream = self.stream

        stream_options: dict[str, Any] | None | Unset
        if isinstance(self.stream_options, Unset):
            stream_options = UNSET
        elif isinstance(self.stream_options, StreamOptions):
            stream_options = self.stream_options.to_dict()
        else:
            stream_options = self.stream_options

        token_offsets: list[list[int]] | None | Unset
        if isinstance(self.token_offsets, Unset):
            token_offsets = UNSET
        elif isinstance(self.token_offsets, list):
            token_offsets = []
            for token_offsets_type_0_item_data in self.token_offsets:
                token_offsets_type_0_item = []
                for (
                    token_offsets_type_0_item_item_data
                ) in token_offsets_type_0_item_data:
                    token_offsets_type_0_item_item: int
                    token_offsets_type_0_item_item = token_offsets_type_0_item_item_data
                    token_offsets_type_0_item.append(token_offsets_type_0_item_item)

                token_offsets.append(token_offsets_type_0_item)

        else:
            token_offsets = self.token_offsets

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sampling_params": sampling_params,
                "token_ids": token_ids,
            }
        )
        if cache_salt is not UNSET:
            field_dict["cache_salt"] = cache_salt
        if content_parts is not UNSET:
            field_dict["content_parts"] = content_parts
        if ec_transfer_params is not UNSET:
            field_dict["ec_transfer_params"] = ec_transfer_params
        if features is not UNSET:
            field_dict["features"] = features
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if model is not UNSET:
            field_dict["model"] = model
        if output_mode is not UNSET:
            field_dict["output_mode"] = output_mode
        if parse_context is not UNSET:
            field_dict["parse_context"] = parse_context
        if priority is not UNSET:
            field_dict["priority"] = priority
        if reasoning_ended is not UNSET:
            field_dict["reasoning_ended"] = reasoning_ended
        if reasoning_parser_kwargs is not UNSET:
            field_dict["reasoning_parser_kwargs"] = reasoning_parser_kwargs
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if return_token_ids is not UNSET:
            field_dict["return_token_ids"] = return_token_ids
        if stream is not UNSET:
            field_dict["stream"] = stream
        if stream_options is not UNSET:
            field_dict["stream_options"] = stream_options
        if token_offsets is not UNSET:
            field_dict["token_offsets"] = token_offsets

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        sampling_params = GenerateRequestSamplingParams.from_dict(
            d.pop("sampling_params")
        )

        token_ids = cast(list[int], d.pop("token_ids"))

        def _parse_cache_salt(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cache_salt = _parse_cache_salt(d.pop("cache_salt", UNSET))

        def _parse_content_parts(data: object) -> list[JsonObject] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                content_parts_type_0 = []
                _content_parts_type_0 = data
                for content_parts_type_0_item_data in _content_parts_type_0:
                    content_parts_type_0_item = JsonObject.from_dict(
                        content_parts_type_0_item_data
                    )

                    content_parts_type_0.append(content_parts_type_0_item)

                return content_parts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[JsonObject] | None | Unset, data)

        content_parts = _parse_content_parts(d.pop("content_parts", UNSET))

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

        def _parse_features(data: object) -> MultiModalFeatures | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                features_type_0 = MultiModalFeatures.from_dict(data)

                return features_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MultiModalFeatures | None | Unset, data)

        features = _parse_features(d.pop("features", UNSET))

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

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        _output_mode = d.pop("output_mode", UNSET)
        output_mode: GenerateRequestOutputMode | Unset
        if isinstance(_output_mode, Unset):
            output_mode = UNSET
        else:
            output_mode = check_generate_request_output_mode(_output_mode)

        def _parse_parse_context(data: object) -> None | ParseContext | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                parse_context_type_0 = ParseContext.from_dict(data)

                return parse_context_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ParseContext | Unset, data)

        parse_context = _parse_parse_context(d.pop("parse_context", UNSET))

        priority = d.pop("priority", UNSET)

        def _parse_reasoning_ended(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        reasoning_ended = _parse_reasoning_ended(d.pop("reasoning_ended", UNSET))

        def _parse_reasoning_parser_kwargs(
            data: object,
        ) -> None | ReasoningParserKwargs | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reasoning_parser_kwargs_type_0 = ReasoningParserKwargs.from_dict(data)

                return reasoning_parser_kwargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReasoningParserKwargs | Unset, data)

        reasoning_parser_kwargs = _parse_reasoning_parser_kwargs(
            d.pop("reasoning_parser_kwargs", UNSET)
        )

        request_id = d.pop("request_id", UNSET)

        def _parse_return_token_ids(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        return_token_ids = _parse_return_token_ids(d.pop("return_token_ids", UNSET))

        def _parse_stream(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        stream = _parse_stream(d.pop("stream", UNSET))

        def _parse_stream_options(data: object) -> None | StreamOptions | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                stream_options_type_0 = StreamOptions.from_dict(data)

                return stream_options_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StreamOptions | Unset, data)

        stream_options = _parse_stream_options(d.pop("stream_options", UNSET))

        def _parse_token_offsets(data: object) -> list[list[int]] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                token_offsets_type_0 = []
                _token_offsets_type_0 = data
                for token_offsets_type_0_item_data in _token_offsets_type_0:
                    token_offsets_type_0_item = []
                    _token_offsets_type_0_item = token_offsets_type_0_item_data
                    for (
                        token_offsets_type_0_item_item_data
                    ) in _token_offsets_type_0_item:

                        def _parse_token_offsets_type_0_item_item(data: object) -> int:
                            return cast(int, data)

                        token_offsets_type_0_item_item = (
                            _parse_token_offsets_type_0_item_item(
                                token_offsets_type_0_item_item_data
                            )
                        )

                        token_offsets_type_0_item.append(token_offsets_type_0_item_item)

                    token_offsets_type_0.append(token_offsets_type_0_item)

                return token_offsets_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[list[int]] | None | Unset, data)

        token_offsets = _parse_token_offsets(d.pop("token_offsets", UNSET))

        generate_request = cls(
            sampling_params=sampling_params,
            token_ids=token_ids,
            cache_salt=cache_salt,
            content_parts=content_parts,
            ec_transfer_params=ec_transfer_params,
            features=features,
            kv_transfer_params=kv_transfer_params,
            model=model,
            output_mode=output_mode,
            parse_context=parse_context,
            priority=priority,
            reasoning_ended=reasoning_ended,
            reasoning_parser_kwargs=reasoning_parser_kwargs,
            request_id=request_id,
            return_token_ids=return_token_ids,
            stream=stream,
            stream_options=stream_options,
            token_offsets=token_offsets,
        )

        generate_request.additional_properties = d
        return generate_request

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
