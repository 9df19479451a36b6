from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from .._late import resolve
from ..models.transcription_request_response_format import (
    TranscriptionRequestResponseFormat,
    check_transcription_request_response_format,
)
from ..models.transcription_request_timestamp_granularities_item import (
    TranscriptionRequestTimestampGranularitiesItem,
    check_transcription_request_timestamp_granularities_item,
)
from ..types import UNSET, File, Unset

if TYPE_CHECKING:
    from ..models.transcription_request_vllm_xargs import TranscriptionRequestVllmXargs


_PENDING: dict[str, str] = {
    "TranscriptionRequestVllmXargs": "transcription_request_vllm_xargs",
}

T = TypeVar("T", bound="TranscriptionRequest")


@_attrs_define
class TranscriptionRequest:
    """
    Attributes:
        file (File):
        frequency_penalty (float | None | Unset):
        hotwords (None | str | Unset):
        include_stop_str_in_output (bool | Unset):
        language (None | str | Unset):
        length_penalty (float | Unset):
        max_completion_tokens (int | None | Unset):
        min_p (float | None | Unset):
        model (None | str | Unset):
        n (int | Unset):
        presence_penalty (float | None | Unset):
        prompt (str | Unset):
        repetition_penalty (float | None | Unset):
        response_format (TranscriptionRequestResponseFormat | Unset):
        seed (int | None | Unset):
        stream (bool | None | Unset):
        stream_continuous_usage_stats (bool | None | Unset):
        stream_include_usage (bool | None | Unset):
        temperature (float | Unset):
        timestamp_granularities (list[TranscriptionRequestTimestampGranularitiesItem] | Unset):
        to_language (None | str | Unset):
        top_k (int | None | Unset):
        top_p (float | None | Unset):
        use_beam_search (bool | Unset):
        vllm_xargs (None | TranscriptionRequestVllmXargs | Unset): Additional request parameters with (list of) string
            or numeric values, used by custom extensions.
        watermarking (bool | None | Unset):
    """

    file: File
    frequency_penalty: float | None | Unset = UNSET
    hotwords: None | str | Unset = UNSET
    include_stop_str_in_output: bool | Unset = UNSET
    language: None | str | Unset = UNSET
    length_penalty: float | Unset = UNSET
    max_completion_tokens: int | None | Unset = UNSET
    min_p: float | None | Unset = UNSET
    model: None | str | Unset = UNSET
    n: int | Unset = UNSET
    presence_penalty: float | None | Unset = UNSET
    prompt: str | Unset = UNSET
    repetition_penalty: float | None | Unset = UNSET
    response_format: TranscriptionRequestResponseFormat | Unset = UNSET
    seed: int | None | Unset = UNSET
    stream: bool | None | Unset = UNSET
    stream_continuous_usage_stats: bool | None | Unset = UNSET
    stream_include_usage: bool | None | Unset = UNSET
    temperature: float | Unset = UNSET
    timestamp_granularities: (
        list[TranscriptionRequestTimestampGranularitiesItem] | Unset
    ) = UNSET
    to_language: None | str | Unset = UNSET
    top_k: int | None | Unset = UNSET
    top_p: float | None | Unset = UNSET
    use_beam_search: bool | Unset = UNSET
    vllm_xargs: None | TranscriptionRequestVllmXargs | Unset = UNSET
    watermarking: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        file = self.file.to_tuple()

        frequency_penalty: float | None | Unset
        if isinstance(self.frequency_penalty, Unset):
            frequency_penalty = UNSET
        else:
            frequency_penalty = self.frequency_penalty

        hotwords: None | str | Unset
        if isinstance(self.hotwords, Unset):
            hotwords = UNSET
        else:
            hotwords = self.hotwords

        include_stop_str_in_output = self.include_stop_str_in_output

        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        else:
            language = self.language

        length_penalty = self.length_penalty

        max_completion_tokens: int | None | Unset
        if isinstance(self.max_completion_tokens, Unset):
            max_completion_tokens = UNSET
        else:
            max_completion_tokens = self.max_completion_tokens

        min_p: float | None | Unset
        if isinstance(self.min_p, Unset):
            min_p = UNSET
        else:
            min_p = self.min_p

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        n = self.n

        presence_penalty: float | None | Unset
        if isinstance(self.presence_penalty, Unset):
            presence_penalty = UNSET
        else:
            presence_penalty = self.presence_penalty

        prompt = self.prompt

        repetition_penalty: float | None | Unset
        if isinstance(self.repetition_penalty, Unset):
            repetition_penalty = UNSET
        else:
            repetition_penalty = self.repetition_penalty

        response_format: str | Unset = UNSET
        if not isinstance(self.response_format, Unset):
            response_format = self.response_format

        seed: int | None | Unset
        if isinstance(self.seed, Unset):
            seed = UNSET
        else:
            seed = self.seed

        stream: bool | None | Unset
        if isinstance(self.stream, Unset):
            stream = UNSET
        else:
            stream = self.stream

        stream_continuous_usage_stats: bool | None | Unset
        if isinstance(self.stream_continuous_usage_stats, Unset):
            stream_continuous_usage_stats = UNSET
        else:
            stream_continuous_usage_stats = self.stream_continuous_usage_stats

        stream_include_usage: bool | None | Unset
        if isinstance(self.stream_include_usage, Unset):
            stream_include_usage = UNSET
        else:
            stream_include_usage = self.stream_include_usage

        temperature = self.temperature

        timestamp_granularities: list[str] | Unset = UNSET
        if not isinstance(self.timestamp_granularities, Unset):
            timestamp_granularities = []
            for timestamp_granularities_item_data in self.timestamp_granularities:
                timestamp_granularities_item: str = timestamp_granularities_item_data
                timestamp_granularities.append(timestamp_granularities_item)

        to_language: None | str | Unset
        if isinstance(self.to_language, Unset):
            to_language = UNSET
        else:
            to_language = self.to_language

        top_k: int | None | Unset
        if isinstance(self.top_k, Unset):
            top_k = UNSET
        else:
            top_k = self.top_k

        top_p: float | None | Unset
        if isinstance(self.top_p, Unset):
            top_p = UNSET
        else:
            top_p = self.top_p

        use_beam_search = self.use_beam_search

        vllm_xargs: dict[str, Any] | None | Unset
        if isinstance(self.vllm_xargs, Unset):
            vllm_xargs = UNSET
        elif isinstance(self.vllm_xargs, TranscriptionRequestVllmXargs):
            vllm_xargs = self.vllm_xargs.to_dict()
        else:
            vllm_xargs = self.vllm_xargs

        watermarking: bool | None | Unset
        if isinstance(self.watermarking, Unset):
            watermarking = UNSET
        else:
            watermarking = self.watermarking

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file": file,
            }
        )
        if frequency_penalty is not UNSET:
            field_dict["frequency_penalty"] = frequency_penalty
        if hotwords is not UNSET:
            field_dict["hotwords"] = hotwords
        if include_stop_str_in_output is not UNSET:
            field_dict["include_stop_str_in_output"] = include_stop_str_in_output
        if language is not UNSET:
            field_dict["language"] = language
        if length_penalty is not UNSET:
            field_dict["length_penalty"] = length_penalty
        if max_completion_tokens is not UNSET:
            field_dict["max_completion_tokens"] = max_completion_tokens
        if min_p is not UNSET:
            field_dict["min_p"] = min_p
        if model is not UNSET:
            field_dict["model"] = model
        if n is not UNSET:
            field_dict["n"] = n
        if presence_penalty is not UNSET:
            field_dict["presence_penalty"] = presence_penalty
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if repetition_penalty is not UNSET:
            field_dict["repetition_penalty"] = repetition_penalty
        if response_format is not UNSET:
            field_dict["response_format"] = response_format
        if seed is not UNSET:
            field_dict["seed"] = seed
        if stream is not UNSET:
            field_dict["stream"] = stream
        if stream_continuous_usage_stats is not UNSET:
            field_dict["stream_continuous_usage_stats"] = stream_continuous_usage_stats
        if stream_include_usage is not UNSET:
            field_dict["stream_include_usage"] = stream_include_usage
        if temperature is not UNSET:
            field_dict["temperature"] = temperature
        if timestamp_granularities is not UNSET:
            field_dict["timestamp_granularities[]"] = timestamp_granularities
        if to_language is not UNSET:
            field_dict["to_language"] = to_language
        if top_k is not UNSET:
            field_dict["top_k"] = top_k
        if top_p is not UNSET:
            field_dict["top_p"] = top_p
        if use_beam_search is not UNSET:
            field_dict["use_beam_search"] = use_beam_search
        if vllm_xargs is not UNSET:
            field_dict["vllm_xargs"] = vllm_xargs
        if watermarking is not UNSET:
            field_dict["watermarking"] = watermarking

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        if _PENDING:
            resolve(globals(), _PENDING)
        files: types.RequestFiles = []

        files.append(("file", self.file.to_tuple()))

        if not isinstance(self.frequency_penalty, Unset):
            if isinstance(self.frequency_penalty, float):
                files.append(
                    (
                        "frequency_penalty",
                        (None, str(self.frequency_penalty).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "frequency_penalty",
                        (None, str(self.frequency_penalty).encode(), "text/plain"),
                    )
                )

        if not isinstance(self.hotwords, Unset):
            if isinstance(self.hotwords, str):
                files.append(
                    ("hotwords", (None, str(self.hotwords).encode(), "text/plain"))
                )
            else:
                files.append(
                    ("hotwords", (None, str(self.hotwords).encode(), "text/plain"))
                )

        if not isinstance(self.include_stop_str_in_output, Unset):
            files.append(
                (
                    "include_stop_str_in_output",
                    (None, str(self.include_stop_str_in_output).encode(), "text/plain"),
                )
            )

        if not isinstance(self.language, Unset):
            if isinstance(self.language, str):
                files.append(
                    ("language", (None, str(self.language).encode(), "text/plain"))
                )
            else:
                files.append(
                    ("language", (None, str(self.language).encode(), "text/plain"))
                )

        if not isinstance(self.length_penalty, Unset):
            files.append(
                (
                    "length_penalty",
                    (None, str(self.length_penalty).encode(), "text/plain"),
                )
            )

        if not isinstance(self.max_completion_tokens, Unset):
            if isinstance(self.max_completion_tokens, int):
                files.append(
                    (
                        "max_completion_tokens",
                        (None, str(self.max_completion_tokens).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "max_completion_tokens",
                        (None, str(self.max_completion_tokens).encode(), "text/plain"),
                    )
                )

        if not isinstance(self.min_p, Unset):
            if isinstance(self.min_p, float):
                files.append(("min_p", (None, str(self.min_p).encode(), "text/plain")))
            else:
                files.append(("min_p", (None, str(self.min_p).encode(), "text/plain")))

        if not isinstance(self.model, Unset):
            if isinstance(self.model, str):
                files.append(("model", (None, str(self.model).encode(), "text/plain")))
            else:
                files.append(("model", (None, str(self.model).encode(), "text/plain")))

        if not isinstance(self.n, Unset):
            files.append(("n", (None, str(self.n).encode(), "text/plain")))

        if not isinstance(self.presence_penalty, Unset):
            if isinstance(self.presence_penalty, float):
                files.append(
                    (
                        "presence_penalty",
                        (None, str(self.presence_penalty).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "presence_penalty",
                        (None, str(self.presence_penalty).encode(), "text/plain"),
                    )
                )

        if not isinstance(self.prompt, Unset):
            files.append(("prompt", (None, str(self.prompt).encode(), "text/plain")))

        if not isinstance(self.repetition_penalty, Unset):
            if isinstance(self.repetition_penalty, float):
                files.append(
                    (
                        "repetition_penalty",
                        (None, str(self.repetition_penalty).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "repetition_penalty",
                        (None, str(self.repetition_penalty).encode(), "text/plain"),
                    )
                )

        if not isinstance(self.response_format, Unset):
            files.append(
                (
                    "response_format",
                    (None, str(self.response_format).encode(), "text/plain"),
                )
            )

        if not isinstance(self.seed, Unset):
            if isinstance(self.seed, int):
                files.append(("seed", (None, str(self.seed).encode(), "text/plain")))
            else:
                files.append(("seed", (None, str(self.seed).encode(), "text/plain")))

        if not isinstance(self.stream, Unset):
            if isinstance(self.stream, bool):
                files.append(
                    ("stream", (None, str(self.stream).encode(), "text/plain"))
                )
            else:
                files.append(
                    ("stream", (None, str(self.stream).encode(), "text/plain"))
                )

        if not isinstance(self.stream_continuous_usage_stats, Unset):
            if isinstance(self.stream_continuous_usage_stats, bool):
                files.append(
                    (
                        "stream_continuous_usage_stats",
                        (
                            None,
                            str(self.stream_continuous_usage_stats).encode(),
                            "text/plain",
                        ),
                    )
                )
            else:
                files.append(
                    (
                        "stream_continuous_usage_stats",
                        (
                            None,
                            str(self.stream_continuous_usage_stats).encode(),
                            "text/plain",
                        ),
                    )
                )

        if not isinstance(self.stream_include_usage, Unset):
            if isinstance(self.stream_include_usage, bool):
                files.append(
                    (
                        "stream_include_usage",
                        (None, str(self.stream_include_usage).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "stream_include_usage",
                        (None, str(self.stream_include_usage).encode(), "text/plain"),
                    )
                )

        if not isinstance(self.temperature, Unset):
            files.append(
                ("temperature", (None, str(self.temperature).encode(), "text/plain"))
            )

        if not isinstance(self.timestamp_granularities, Unset):
            for timestamp_granularities_item_element in self.timestamp_granularities:
                files.append(
                    (
                        "timestamp_granularities[]",
                        (
                            None,
                            str(timestamp_granularities_item_element).encode(),
                            "text/plain",
                        ),
                    )
                )

        if not isinstance(self.to_language, Unset):
            if isinstance(self.to_language, str):
                files.append(
                    (
                        "to_language",
                        (None, str(self.to_language).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "to_language",
                        (None, str(self.to_language).encode(), "text/plain"),
                    )
                )

        if not isinstance(self.top_k, Unset):
            if isinstance(self.top_k, int):
                files.append(("top_k", (None, str(self.top_k).encode(), "text/plain")))
            else:
                files.append(("top_k", (None, str(self.top_k).encode(), "text/plain")))

        if not isinstance(self.top_p, Unset):
            if isinstance(self.top_p, float):
                files.append(("top_p", (None, str(self.top_p).encode(), "text/plain")))
            else:
                files.append(("top_p", (None, str(self.top_p).encode(), "text/plain")))

        if not isinstance(self.use_beam_search, Unset):
            files.append(
                (
                    "use_beam_search",
                    (None, str(self.use_beam_search).encode(), "text/plain"),
                )
            )

        if not isinstance(self.vllm_xargs, Unset):
            if isinstance(self.vllm_xargs, TranscriptionRequestVllmXargs):
                files.append(
                    (
                        "vllm_xargs",
                        (
                            None,
                            json.dumps(self.vllm_xargs.to_dict()).encode(),
                            "application/json",
                        ),
                    )
                )
            else:
                files.append(
                    ("vllm_xargs", (None, str(self.vllm_xargs).encode(), "text/plain"))
                )

        if not isinstance(self.watermarking, Unset):
            if isinstance(self.watermarking, bool):
                files.append(
                    (
                        "watermarking",
                        (None, str(self.watermarking).encode(), "text/plain"),
                    )
                )
            else:
                files.append(
                    (
                        "watermarking",
                        (None, str(self.watermarking).encode(), "text/plain"),
                    )
                )

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        file = File(payload=BytesIO(d.pop("file")))

        def _parse_frequency_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        frequency_penalty = _parse_frequency_penalty(d.pop("frequency_penalty", UNSET))

        def _parse_hotwords(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        hotwords = _parse_hotwords(d.pop("hotwords", UNSET))

        include_stop_str_in_output = d.pop("include_stop_str_in_output", UNSET)

        def _parse_language(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        length_penalty = d.pop("length_penalty", UNSET)

        def _parse_max_completion_tokens(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_completion_tokens = _parse_max_completion_tokens(
            d.pop("max_completion_tokens", UNSET)
        )

        def _parse_min_p(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        min_p = _parse_min_p(d.pop("min_p", UNSET))

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        n = d.pop("n", UNSET)

        def _parse_presence_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        presence_penalty = _parse_presence_penalty(d.pop("presence_penalty", UNSET))

        prompt = d.pop("prompt", UNSET)

        def _parse_repetition_penalty(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        repetition_penalty = _parse_repetition_penalty(
            d.pop("repetition_penalty", UNSET)
        )

        _response_format = d.pop("response_format", UNSET)
        response_format: TranscriptionRequestResponseFormat | Unset
        if isinstance(_response_format, Unset):
            response_format = UNSET
        else:
            response_format = check_transcription_request_response_format(
                _response_format
            )

        def _parse_seed(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seed = _parse_seed(d.pop("seed", UNSET))

        def _parse_stream(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        stream = _parse_stream(d.pop("stream", UNSET))

        def _parse_stream_continuous_usage_stats(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        stream_continuous_usage_stats = _parse_stream_continuous_usage_stats(
            d.pop("stream_continuous_usage_stats", UNSET)
        )

        def _parse_stream_include_usage(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        stream_include_usage = _parse_stream_include_usage(
            d.pop("stream_include_usage", UNSET)
        )

        temperature = d.pop("temperature", UNSET)

        _timestamp_granularities = d.pop("timestamp_granularities[]", UNSET)
        timestamp_granularities: (
            list[TranscriptionRequestTimestampGranularitiesItem] | Unset
        ) = UNSET
        if _timestamp_granularities is not UNSET:
            timestamp_granularities = []
            for timestamp_granularities_item_data in _timestamp_granularities:
                timestamp_granularities_item = (
                    check_transcription_request_timestamp_granularities_item(
                        timestamp_granularities_item_data
                    )
                )

                timestamp_granularities.append(timestamp_granularities_item)

        def _parse_to_language(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        to_language = _parse_to_language(d.pop("to_language", UNSET))

        def _parse_top_k(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        top_k = _parse_top_k(d.pop("top_k", UNSET))

        def _parse_top_p(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        top_p = _parse_top_p(d.pop("top_p", UNSET))

        use_beam_search = d.pop("use_beam_search", UNSET)

        def _parse_vllm_xargs(
            data: object,
        ) -> None | TranscriptionRequestVllmXargs | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                vllm_xargs_type_0 = TranscriptionRequestVllmXargs.from_dict(data)

                return vllm_xargs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TranscriptionRequestVllmXargs | Unset, data)

        vllm_xargs = _parse_vllm_xargs(d.pop("vllm_xargs", UNSET))

        def _parse_watermarking(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        watermarking = _parse_watermarking(d.pop("watermarking", UNSET))

        transcription_request = cls(
            file=file,
            frequency_penalty=frequency_penalty,
            hotwords=hotwords,
            include_stop_str_in_output=include_stop_str_in_output,
            language=language,
            length_penalty=length_penalty,
            max_completion_tokens=max_completion_tokens,
            min_p=min_p,
            model=model,
            n=n,
            presence_penalty=presence_penalty,
            prompt=prompt,
            repetition_penalty=repetition_penalty,
            response_format=response_format,
            seed=seed,
            stream=stream,
            stream_continuous_usage_stats=stream_continuous_usage_stats,
            stream_include_usage=stream_include_usage,
            temperature=temperature,
            timestamp_granularities=timestamp_granularities,
            to_language=to_language,
            top_k=top_k,
            top_p=top_p,
            use_beam_search=use_beam_search,
            vllm_xargs=vllm_xargs,
            watermarking=watermarking,
        )

        transcription_request.additional_properties = d
        return transcription_request

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
