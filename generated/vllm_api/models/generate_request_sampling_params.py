from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..models.request_output_kind import RequestOutputKind, check_request_output_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.generate_request_sampling_params_logit_bias import (
        GenerateRequestSamplingParamsLogitBias,
    )
    from ..models.json_object import JsonObject
    from ..models.repetition_detection_params import RepetitionDetectionParams
    from ..models.structured_outputs_params import StructuredOutputsParams


_PENDING: dict[str, str] = {
    "GenerateRequestSamplingParamsLogitBias": "generate_request_sampling_params_logit_bias",
    "JsonObject": "json_object",
    "RepetitionDetectionParams": "repetition_detection_params",
    "StructuredOutputsParams": "structured_outputs_params",
}

T = TypeVar("T", bound="GenerateRequestSamplingParams")


@_attrs_define
class GenerateRequestSamplingParams:
    """
    Attributes:
        allowed_token_ids (list[int] | None | Unset):
        bad_words (list[str] | None | Unset):
        detokenize (bool | Unset):
        extra_args (JsonObject | None | Unset):
        flat_logprobs (bool | Unset):
        frequency_penalty (float | Unset):
        ignore_eos (bool | Unset):
        include_stop_str_in_output (bool | Unset):
        logit_bias (GenerateRequestSamplingParamsLogitBias | None | Unset):
        logprob_token_ids (list[int] | None | Unset):
        logprobs (int | None | Unset):
        max_tokens (int | None | Unset):
        min_p (float | Unset):
        min_tokens (int | Unset):
        n (int | Unset):
        output_kind (RequestOutputKind | Unset):
        output_text_buffer_length (int | Unset):
        presence_penalty (float | Unset):
        prompt_logprob_start (int | None | Unset):
        prompt_logprob_token_ids (list[list[int]] | None | Unset):
        prompt_logprobs (int | None | Unset):
        repetition_detection (None | RepetitionDetectionParams | Unset):
        repetition_penalty (float | Unset):
        routed_experts_prompt_start (int | Unset):
        seed (int | None | Unset):
        skip_clone (bool | Unset):
        skip_reading_prefix_cache (bool | None | Unset):
        skip_special_tokens (bool | Unset):
        spaces_between_special_tokens (bool | Unset):
        stop (list[str] | None | str | Unset):
        stop_token_ids (list[int] | None | Unset):
        stream_interval (int | None | Unset):
        structured_outputs (None | StructuredOutputsParams | Unset):
        temperature (float | Unset):
        thinking_token_budget (int | None | Unset):
        top_k (int | Unset):
        top_p (float | Unset):
        trace_decode_token_ids (list[int] | None | Unset):
        watermarking (bool | None | Unset):
    """

    allowed_token_ids: list[int] | None | Unset = UNSET
    bad_words: list[str] | None | Unset = UNSET
    detokenize: bool | Unset = UNSET
    extra_args: JsonObject | None | Unset = UNSET
    flat_logprobs: bool | Unset = UNSET
    frequency_penalty: float | Unset = UNSET
    ignore_eos: bool | Unset = UNSET
    include_stop_str_in_output: bool | Unset = UNSET
    logit_bias: GenerateRequestSamplingParamsLogitBias | None | Unset = UNSET
    logprob_token_ids: list[int] | None | Unset = UNSET
    logprobs: int | None | Unset = UNSET
    max_tokens: int | None | Unset = UNSET
    min_p: float | Unset = UNSET
    min_tokens: int | Unset = UNSET
    n: int | Unset = UNSET
    output_kind: RequestOutputKind | Unset = UNSET
    output_text_buffer_length: int | Unset = UNSET
    presence_penalty: float | Unset = UNSET
    prompt_logprob_start: int | None | Unset = UNSET
    prompt_logprob_token_ids: list[list[int]] | None | Unset = UNSET
    prompt_logprobs: int | None | Unset = UNSET
    repetition_detection: None | RepetitionDetectionParams | Unset = UNSET
    repetition_penalty: float | Unset = UNSET
    routed_experts_prompt_start: int | Unset = UNSET
    seed: int | None | Unset = UNSET
    skip_clone: bool | Unset = UNSET
    skip_reading_prefix_cache: bool | None | Unset = UNSET
    skip_special_tokens: bool | Unset = UNSET
    spaces_between_special_tokens: bool | Unset = UNSET
    stop: list[str] | None | str | Unset = UNSET
    stop_token_ids: list[int] | None | Unset = UNSET
    stream_interval: int | None | Unset = UNSET
    structured_outputs: None | StructuredOutputsParams | Unset = UNSET
    temperature: float | Unset = UNSET
    thinking_token_budget: int | None | Unset = UNSET
    top_k: int | Unset = UNSET
    top_p: float | Unset = UNSET
    trace_decode_token_ids: list[int] | None | Unset = UNSET
    watermarking: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        allowed_token_ids: list[int] | None | Unset
        if isinstance(self.allowed_token_ids, Unset):
            allowed_token_ids = UNSET
        elif isinstance(self.allowed_token_ids, list):
            allowed_token_ids = self.allowed_token_ids

        else:
            allowed_token_ids = self.allowed_token_ids

        bad_words: list[str] | None | Unset
        if isinstance(self.bad_words, Unset):
            bad_words = UNSET
        elif isinstance(self.bad_words, list):
            bad_words = self.bad_words

        else:
            bad_words = self.bad_words

        detokenize = self.detokenize

        extra_args: dict[str, Any] | None | Unset
        if isinstance(self.extra_args, Unset):
            extra_args = UNSET
        elif isinstance(self.extra_args, JsonObject):
            extra_args = self.extra_args.to_dict()
        else:
            extra_args = self.extra_args

        flat_logprobs = self.flat_logprobs

        frequency_penalty = self.frequency_penalty

        ignore_eos = self.ignore_eos

        include_stop_str_in_output = self.include_stop_str_in_output

        logit_bias: dict[str, Any] | None | Unset
        if isinstance(self.logit_bias, Unset):
            logit_bias = UNSET
        elif isinstance(self.logit_bias, GenerateRequestSamplingParamsLogitBias):
            logit_bias = self.logit_bias.to_dict()
        else:
            logit_bias = self.logit_bias

        logprob_token_ids: list[int] | None | Unset
        if isinstance(self.logprob_token_ids, Unset):
            logprob_token_ids = UNSET
        elif isinstance(self.logprob_token_ids, list):
            logprob_token_ids = self.logprob_token_ids

        else:
            logprob_token_ids = self.logprob_token_ids

        logprobs: int | None | Unset
        if isinstance(self.logprobs, Unset):
            logprobs = UNSET
        else:
            logprobs = self.logprobs

        max_tokens: int | None | Unset
        if isinstance(self.max_tokens, Unset):
            max_tokens = UNSET
        else:
            max_tokens = self.max_tokens

        min_p = self.min_p

        min_tokens = self.min_tokens

        n = self.n

        output_kind: int | Unset = UNSET
        if not isinstance(self.output_kind, Unset):
            output_kind = self.output_kind

        output_text_buffer_length = self.output_text_buffer_length

        presence_penalty = self.presence_penalty

        prompt_logprob_start: int | None | Unset
        if isinstance(self.prompt_logprob_start, Unset):
            prompt_logprob_start = UNSET
        else:
            prompt_logprob_start = self.prompt_logprob_start

        prompt_logprob_token_ids: list[list[int]] | None | Unset
        if isinstance(self.prompt_logprob_token_ids, Unset):
            prompt_logprob_token_ids = UNSET
        elif isinstance(self.prompt_logprob_token_ids, list):
            prompt_logprob_token_ids = []
            for (
                prompt_logprob_token_ids_type_0_item_data
            ) in self.prompt_logprob_token_ids:
                prompt_logprob_token_ids_type_0_item = (
                    prompt_logprob_token_ids_type_0_item_data
                )

                prompt_logprob_token_ids.append(prompt_logprob_token_ids_type_0_item)

        else:
            prompt_logprob_token_ids = self.prompt_logprob_token_ids

        prompt_logprobs: int | None | Unset
        if isinstance(self.prompt_logprobs, Unset):
            prompt_logprobs = UNSET
        else:
            prompt_logprobs = self.prompt_logprobs

        repetition_detection: dict[str, Any] | None | Unset
        if isinstance(self.repetition_detection, Unset):
            repetition_detection = UNSET
        elif isinstance(self.repetition_detection, RepetitionDetectionParams):
            repetition_detection = self.repetition_detection.to_dict()
        else:
            repetition_detection = self.repetition_detection

        repetition_penalty = self.repetition_penalty

        routed_experts_prompt_start = self.routed_experts_prompt_start

        seed: int | None | Unset
        if isinstance(self.seed, Unset):
            seed = UNSET
        else:
            seed = self.seed

        skip_clone = self.skip_clone

        skip_reading_prefix_cache: bool | None | Unset
        if isinstance(self.skip_reading_prefix_cache, Unset):
            skip_reading_prefix_cache = UNSET
        else:
            skip_reading_prefix_cache = self.skip_reading_prefix_cache

        skip_special_tokens = self.skip_special_tokens

        spaces_between_special_tokens = self.spaces_between_special_tokens

        stop: list[str] | None | str | Unset
        if isinstance(self.stop, Unset):
            stop = UNSET
        elif isinstance(self.stop, list):
            stop = self.stop

        else:
            stop = self.stop

        stop_token_ids: list[int] | None | Unset
        if isinstance(self.stop_token_ids, Unset):
            stop_token_ids = UNSET
        elif isinstance(self.stop_token_ids, list):
            stop_token_ids = self.stop_token_ids

        else:
            stop_token_ids = self.stop_token_ids

        stream_interval: int | None | Unset
        if isinstance(self.stream_interval, Unset):
            stream_interval = UNSET
        else:
            stream_interval = self.stream_interval

        structured_outputs: dict[str, Any] | None | Unset
        if isinstance(self.structured_outputs, Unset):
            structured_outputs = UNSET
        elif isinstance(self.structured_outputs, StructuredOutputsParams):
            structured_outputs = self.structured_outputs.to_dict()
        else:
            structured_outputs = self.structured_outputs

        temperature = self.temperature

        thinking_token_budget: int | None | Unset
        if isinstance(self.thinking_token_budget, Unset):
            thinking_token_budget = UNSET
        else:
            thinking_token_budget = self.thinking_token_budget

        top_k = self.top_k

        top_p = self.top_p

        trace_decode_token_ids: list[int] | None | Unset
        if isinstance(self.trace_decode_token_ids, Unset):
            trace_decode_token_ids = UNSET
        elif isinstance(self.trace_decode_token_ids, list):
            trace_decode_token_ids = self.trace_decode_token_ids

        else:
            trace_decode_token_ids = self.trace_decode_token_ids

        watermarking: bool | None | Unset
        if isinstance(self.watermarking, Unset):
            watermarking = UNSET
        else:
            watermarking = self.watermarking

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if allowed_token_ids is not UNSET:
            field_dict["allowed_token_ids"] = allowed_token_ids
        if bad_words is not UNSET:
            field_dict["bad_words"] = bad_words
        if detokenize is not UNSET:
            field_dict["detokenize"] = detokenize
        if extra_args is not UNSET:
            field_dict["extra_args"] = extra_args
        if flat_logprobs is not UNSET:
            field_dict["flat_logprobs"] = flat_logprobs
        if frequency_penalty is not UNSET:
            field_dict["frequency_penalty"] = frequency_penalty
        if ignore_eos is not UNSET:
            field_dict["ignore_eos"] = ignore_eos
        if include_stop_str_in_output is not UNSET:
            field_dict["include_stop_str_in_output"] = include_stop_str_in_output
        if logit_bias is not UNSET:
            field_dict["logit_bias"] = logit_bias
        if logprob_token_ids is not UNSET:
            field_dict["logprob_token_ids"] = logprob_token_ids
        if logprobs is not UNSET:
            field_dict["logprobs"] = logprobs
        if max_tokens is not UNSET:
            field_dict["max_tokens"] = max_tokens
        if min_p is not UNSET:
            field_dict["min_p"] = min_p
        if min_tokens is not UNSET:
            field_dict["min_tokens"] = min_tokens
        if n is not UNSET:
            field_dict["n"] = n
        if output_kind is not UNSET:
            field_dict["output_kind"] = output_kind
        if output_text_buffer_length is not UNSET:
            field_dict["output_text_buffer_length"] = output_text_buffer_length
        if presence_penalty is not UNSET:
            field_dict["presence_penalty"] = presence_penalty
        if prompt_logprob_start is not UNSET:
            field_dict["prompt_logprob_start"] = prompt_logprob_start
        if prompt_logprob_token_ids is not UNSET:
            field_dict["prompt_logprob_token_ids"] = prompt_logprob_token_ids
        if prompt_logprobs is not UNSET:
            field_dict["prompt_logprobs"] = prompt_logprobs
        if repetition_detection is not UNSET:
            field_dict["repetition_detection"] = repetition_detection
        if repetition_penalty is not UNSET:
            field_dict["repetition_penalty"] = repetition_penalty
        if routed_experts_prompt_start is not UNSET:
            field_dict["routed_experts_prompt_start"] = routed_experts_prompt_start
        if seed is not UNSET:
            field_dict["seed"] = seed
        if skip_clone is not UNSET:
            field_dict["skip_clone"] = skip_clone
        if skip_reading_prefix_cache is not UNSET:
            field_dict["skip_reading_prefix_cache"] = skip_reading_prefix_cache
        if skip_special_tokens is not UNSET:
            field_dict["skip_special_tokens"] = skip_special_tokens
        if spaces_between_special_tokens is not UNSET:
            field_dict["spaces_between_special_tokens"] = spaces_between_special_tokens
        if stop is not UNSET:
            field_dict["stop"] = stop
        if stop_token_ids is not UNSET:
            field_dict["stop_token_ids"] = stop_token_ids
        if stream_interval is not UNSET:
            field_dict["stream_interval"] = stream_interval
        if structured_outputs is not UNSET:
            field_dict["structured_outputs"] = structured_outputs
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if thinking_token_budget is not UNSET:
            field_dict["thinking_token_budget"] = thinking_token_budget
        if top_k is not UNSET:
            field_dict["top_k"] = top_k
        if top_p is not UNSET:
            field_dict["top_p"] = top_p
        if trace_decode_token_ids is not UNSET:
            field_dict["trace_decode_token_ids"] = trace_decode_token_ids
        if watermarking is not UNSET:
            field_dict["watermarking"] = watermarking

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_allowed_token_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                allowed_token_ids_type_0 = cast(list[int], data)

                return allowed_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        allowed_token_ids = _parse_allowed_token_ids(d.pop("allowed_token_ids", UNSET))

        def _parse_bad_words(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                bad_words_type_0 = cast(list[str], data)

                return bad_words_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        bad_words = _parse_bad_words(d.pop("bad_words", UNSET))

        detokenize = d.pop("detokenize", UNSET)

        def _parse_extra_args(data: object) -> JsonObject | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                extra_args_type_0 = JsonObject.from_dict(data)

                return extra_args_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | None | Unset, data)

        extra_args = _parse_extra_args(d.pop("extra_args", UNSET))

        flat_logprobs = d.pop("flat_logprobs", UNSET)

        frequency_penalty = d.pop("frequency_penalty", UNSET)

        ignore_eos = d.pop("ignore_eos", UNSET)

        include_stop_str_in_output = d.pop("include_stop_str_in_output", UNSET)

        def _parse_logit_bias(
            data: object,
        ) -> GenerateRequestSamplingParamsLogitBias | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                logit_bias_type_0 = GenerateRequestSamplingParamsLogitBias.from_dict(
                    data
                )

                return logit_bias_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GenerateRequestSamplingParamsLogitBias | None | Unset, data)

        logit_bias = _parse_logit_bias(d.pop("logit_bias", UNSET))

        def _parse_logprob_token_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                logprob_token_ids_type_0 = cast(list[int], data)

                return logprob_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        logprob_token_ids = _parse_logprob_token_ids(d.pop("logprob_token_ids", UNSET))

        def _parse_logprobs(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        logprobs = _parse_logprobs(d.pop("logprobs", UNSET))

        def _parse_max_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_tokens = _parse_max_tokens(d.pop("max_tokens", UNSET))

        min_p = d.pop("min_p", UNSET)

        min_tokens = d.pop("min_tokens", UNSET)

        n = d.pop("n", UNSET)

        _output_kind = d.pop("output_kind", UNSET)
        output_kind: RequestOutputKind | Unset
        if isinstance(_output_kind, Unset):
            output_kind = UNSET
        else:
            output_kind = check_request_output_kind(_output_kind)

        output_text_buffer_length = d.pop("output_text_buffer_length", UNSET)

        presence_penalty = d.pop("presence_penalty", UNSET)

        def _parse_prompt_logprob_start(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        prompt_logprob_start = _parse_prompt_logprob_start(
            d.pop("prompt_logprob_start", UNSET)
        )

        def _parse_prompt_logprob_token_ids(
            data: object,
        ) -> list[list[int]] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                prompt_logprob_token_ids_type_0 = []
                _prompt_logprob_token_ids_type_0 = data
                for (
                    prompt_logprob_token_ids_type_0_item_data
                ) in _prompt_logprob_token_ids_type_0:
                    prompt_logprob_token_ids_type_0_item = cast(
                        list[int], prompt_logprob_token_ids_type_0_item_data
                    )

                    prompt_logprob_token_ids_type_0.append(
                        prompt_logprob_token_ids_type_0_item
                    )

                return prompt_logprob_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[list[int]] | None | Unset, data)

        prompt_logprob_token_ids = _parse_prompt_logprob_token_ids(
            d.pop("prompt_logprob_token_ids", UNSET)
        )

        def _parse_prompt_logprobs(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        prompt_logprobs = _parse_prompt_logprobs(d.pop("prompt_logprobs", UNSET))

        def _parse_repetition_detection(
            data: object,
        ) -> None | RepetitionDetectionParams | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                repetition_detection_type_0 = RepetitionDetectionParams.from_dict(data)

                return repetition_detection_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RepetitionDetectionParams | Unset, data)

        repetition_detection = _parse_repetition_detection(
            d.pop("repetition_detection", UNSET)
        )

        repetition_penalty = d.pop("repetition_penalty", UNSET)

        routed_experts_prompt_start = d.pop("routed_experts_prompt_start", UNSET)

        def _parse_seed(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seed = _parse_seed(d.pop("seed", UNSET))

        skip_clone = d.pop("skip_clone", UNSET)

        def _parse_skip_reading_prefix_cache(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        skip_reading_prefix_cache = _parse_skip_reading_prefix_cache(
            d.pop("skip_reading_prefix_cache", UNSET)
        )

        skip_special_tokens = d.pop("skip_special_tokens", UNSET)

        spaces_between_special_tokens = d.pop("spaces_between_special_tokens", UNSET)

        def _parse_stop(data: object) -> list[str] | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                stop_type_1 = cast(list[str], data)

                return stop_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | str | Unset, data)

        stop = _parse_stop(d.pop("stop", UNSET))

        def _parse_stop_token_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                stop_token_ids_type_0 = cast(list[int], data)

                return stop_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        stop_token_ids = _parse_stop_token_ids(d.pop("stop_token_ids", UNSET))

        def _parse_stream_interval(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        stream_interval = _parse_stream_interval(d.pop("stream_interval", UNSET))

        def _parse_structured_outputs(
            data: object,
        ) -> None | StructuredOutputsParams | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                structured_outputs_type_0 = StructuredOutputsParams.from_dict(data)

                return structured_outputs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StructuredOutputsParams | Unset, data)

        structured_outputs = _parse_structured_outputs(
            d.pop("structured_outputs", UNSET)
        )

        temperature = d.pop("temperature", UNSET)

        def _parse_thinking_token_budget(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        thinking_token_budget = _parse_thinking_token_budget(
            d.pop("thinking_token_budget", UNSET)
        )

        top_k = d.pop("top_k", UNSET)

        top_p = d.pop("top_p", UNSET)

        def _parse_trace_decode_token_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                trace_decode_token_ids_type_0 = cast(list[int], data)

                return trace_decode_token_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        trace_decode_token_ids = _parse_trace_decode_token_ids(
            d.pop("trace_decode_token_ids", UNSET)
        )

        def _parse_watermarking(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        watermarking = _parse_watermarking(d.pop("watermarking", UNSET))

        generate_request_sampling_params = cls(
            allowed_token_ids=allowed_token_ids,
            bad_words=bad_words,
            detokenize=detokenize,
            extra_args=extra_args,
            flat_logprobs=flat_logprobs,
            frequency_penalty=frequency_penalty,
            ignore_eos=ignore_eos,
            include_stop_str_in_output=include_stop_str_in_output,
            logit_bias=logit_bias,
            logprob_token_ids=logprob_token_ids,
            logprobs=logprobs,
            max_tokens=max_tokens,
            min_p=min_p,
            min_tokens=min_tokens,
            n=n,
            output_kind=output_kind,
            output_text_buffer_length=output_text_buffer_length,
            presence_penalty=presence_penalty,
            prompt_logprob_start=prompt_logprob_start,
            prompt_logprob_token_ids=prompt_logprob_token_ids,
            prompt_logprobs=prompt_logprobs,
            repetition_detection=repetition_detection,
            repetition_penalty=repetition_penalty,
            routed_experts_prompt_start=routed_experts_prompt_start,
            seed=seed,
            skip_clone=skip_clone,
            skip_reading_prefix_cache=skip_reading_prefix_cache,
            skip_special_tokens=skip_special_tokens,
            spaces_between_special_tokens=spaces_between_special_tokens,
            stop=stop,
            stop_token_ids=stop_token_ids,
            stream_interval=stream_interval,
            structured_outputs=structured_outputs,
            temperature=temperature,
            thinking_token_budget=thinking_token_budget,
            top_k=top_k,
            top_p=top_p,
            trace_decode_token_ids=trace_decode_token_ids,
            watermarking=watermarking,
        )

        generate_request_sampling_params.additional_properties = d
        return generate_request_sampling_params

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
