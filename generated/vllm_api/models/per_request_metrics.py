from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.speculative_decoding_metrics import SpeculativeDecodingMetrics


_PENDING: dict[str, str] = {
    "SpeculativeDecodingMetrics": "speculative_decoding_metrics",
}

T = TypeVar("T", bound="PerRequestMetrics")


@_attrs_define
class PerRequestMetrics:
    """
    Attributes:
        generation_time_ms (float | None | Unset):
        mean_itl_ms (float | None | Unset):
        queue_time_ms (float | None | Unset):
        speculative_decoding (None | SpeculativeDecodingMetrics | Unset):
        time_to_first_token_ms (float | None | Unset):
        tokens_per_second (float | None | Unset):
    """

    generation_time_ms: float | None | Unset = UNSET
    mean_itl_ms: float | None | Unset = UNSET
    queue_time_ms: float | None | Unset = UNSET
    speculative_decoding: None | SpeculativeDecodingMetrics | Unset = UNSET
    time_to_first_token_ms: float | None | Unset = UNSET
    tokens_per_second: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        generation_time_ms: float | None | Unset
        if isinstance(self.generation_time_ms, Unset):
            generation_time_ms = UNSET
        else:
            generation_time_ms = self.generation_time_ms

        mean_itl_ms: float | None | Unset
        if isinstance(self.mean_itl_ms, Unset):
            mean_itl_ms = UNSET
        else:
            mean_itl_ms = self.mean_itl_ms

        queue_time_ms: float | None | Unset
        if isinstance(self.queue_time_ms, Unset):
            queue_time_ms = UNSET
        else:
            queue_time_ms = self.queue_time_ms

        speculative_decoding: dict[str, Any] | None | Unset
        if isinstance(self.speculative_decoding, Unset):
            speculative_decoding = UNSET
        elif isinstance(self.speculative_decoding, SpeculativeDecodingMetrics):
            speculative_decoding = self.speculative_decoding.to_dict()
        else:
            speculative_decoding = self.speculative_decoding

        time_to_first_token_ms: float | None | Unset
        if isinstance(self.time_to_first_token_ms, Unset):
            time_to_first_token_ms = UNSET
        else:
            time_to_first_token_ms = self.time_to_first_token_ms

        tokens_per_second: float | None | Unset
        if isinstance(self.tokens_per_second, Unset):
            tokens_per_second = UNSET
        else:
            tokens_per_second = self.tokens_per_second

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if generation_time_ms is not UNSET:
            field_dict["generation_time_ms"] = generation_time_ms
        if mean_itl_ms is not UNSET:
            field_dict["mean_itl_ms"] = mean_itl_ms
        if queue_time_ms is not UNSET:
            field_dict["queue_time_ms"] = queue_time_ms
        if speculative_decoding is not UNSET:
            field_dict["speculative_decoding"] = speculative_decoding
        if time_to_first_token_ms is not UNSET:
            field_dict["time_to_first_token_ms"] = time_to_first_token_ms
        if tokens_per_second is not UNSET:
            field_dict["tokens_per_second"] = tokens_per_second

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_generation_time_ms(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        generation_time_ms = _parse_generation_time_ms(
            d.pop("generation_time_ms", UNSET)
        )

        def _parse_mean_itl_ms(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        mean_itl_ms = _parse_mean_itl_ms(d.pop("mean_itl_ms", UNSET))

        def _parse_queue_time_ms(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        queue_time_ms = _parse_queue_time_ms(d.pop("queue_time_ms", UNSET))

        def _parse_speculative_decoding(
            data: object,
        ) -> None | SpeculativeDecodingMetrics | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                speculative_decoding_type_0 = SpeculativeDecodingMetrics.from_dict(data)

                return speculative_decoding_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SpeculativeDecodingMetrics | Unset, data)

        speculative_decoding = _parse_speculative_decoding(
            d.pop("speculative_decoding", UNSET)
        )

        def _parse_time_to_first_token_ms(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        time_to_first_token_ms = _parse_time_to_first_token_ms(
            d.pop("time_to_first_token_ms", UNSET)
        )

        def _parse_tokens_per_second(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        tokens_per_second = _parse_tokens_per_second(d.pop("tokens_per_second", UNSET))

        per_request_metrics = cls(
            generation_time_ms=generation_time_ms,
            mean_itl_ms=mean_itl_ms,
            queue_time_ms=queue_time_ms,
            speculative_decoding=speculative_decoding,
            time_to_first_token_ms=time_to_first_token_ms,
            tokens_per_second=tokens_per_second,
        )

        per_request_metrics.additional_properties = d
        return per_request_metrics

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
