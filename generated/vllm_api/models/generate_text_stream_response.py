from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.generate_text_stream_choice import GenerateTextStreamChoice
    from ..models.generate_text_stream_response_mm_placeholders import (
        GenerateTextStreamResponseMmPlaceholders,
    )
    from ..models.per_request_metrics import PerRequestMetrics
    from ..models.usage_info import UsageInfo


_PENDING: dict[str, str] = {
    "GenerateTextStreamChoice": "generate_text_stream_choice",
    "GenerateTextStreamResponseMmPlaceholders": "generate_text_stream_response_mm_placeholders",
    "PerRequestMetrics": "per_request_metrics",
    "UsageInfo": "usage_info",
}

T = TypeVar("T", bound="GenerateTextStreamResponse")


@_attrs_define
class GenerateTextStreamResponse:
    """
    Attributes:
        choices (list[GenerateTextStreamChoice]):
        metrics (None | PerRequestMetrics | Unset):
        mm_placeholders (GenerateTextStreamResponseMmPlaceholders | None | Unset):
        output_mode (Literal['text'] | Unset):
        prompt_token_ids (list[int] | None | Unset):
        request_id (str | Unset): The request_id related to this request. If the caller does not set it, a random_uuid
            will be generated. This id is used through out the inference process and return in response.
        usage (None | Unset | UsageInfo):
    """

    choices: list[GenerateTextStreamChoice]
    metrics: None | PerRequestMetrics | Unset = UNSET
    mm_placeholders: GenerateTextStreamResponseMmPlaceholders | None | Unset = UNSET
    output_mode: Literal["text"] | Unset = UNSET
    prompt_token_ids: list[int] | None | Unset = UNSET
    request_id: str | Unset = UNSET
    usage: None | Unset | UsageInfo = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        metrics: dict[str, Any] | None | Unset
        if isinstance(self.metrics, Unset):
            metrics = UNSET
        elif isinstance(self.metrics, PerRequestMetrics):
            metrics = self.metrics.to_dict()
        else:
            metrics = self.metrics

        mm_placeholders: dict[str, Any] | None | Unset
        if isinstance(self.mm_placeholders, Unset):
            mm_placeholders = UNSET
        elif isinstance(self.mm_placeholders, GenerateTextStreamResponseMmPlaceholders):
            mm_placeholders = self.mm_placeholders.to_dict()
        else:
            mm_placeholders = self.mm_placeholders

        output_mode = self.output_mode

        prompt_token_ids: list[int] | None | Unset
        if isinstance(self.prompt_token_ids, Unset):
            prompt_token_ids = UNSET
        elif isinstance(self.prompt_token_ids, list):
            prompt_token_ids = self.prompt_token_ids

        else:
            prompt_token_ids = self.prompt_token_ids

        request_id = self.request_id

        usage: dict[str, Any] | None | Unset
        if isinstance(self.usage, Unset):
            usage = UNSET
        elif isinstance(self.usage, UsageInfo):
            usage = self.usage.to_dict()
        else:
            usage = self.usage

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "choices": choices,
            }
        )
        if metrics is not UNSET:
            field_dict["metrics"] = metrics
        if mm_placeholders is not UNSET:
            field_dict["mm_placeholders"] = mm_placeholders
        if output_mode is not UNSET:
            field_dict["output_mode"] = output_mode
        if prompt_token_ids is not UNSET:
            field_dict["prompt_token_ids"] = prompt_token_ids
        if request_id is not UNSET:
            field_dict["request_id"] = request_id
        if usage is not UNSET:
            field_dict["usage"] = usage

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = GenerateTextStreamChoice.from_dict(choices_item_data)

            choices.append(choices_item)

        def _parse_metrics(data: object) -> None | PerRequestMetrics | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                metrics_type_0 = PerRequestMetrics.from_dict(data)

                return metrics_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PerRequestMetrics | Unset, data)

        metrics = _parse_metrics(d.pop("metrics", UNSET))

        def _parse_mm_placeholders(
            data: object,
        ) -> GenerateTextStreamResponseMmPlaceholders | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mm_placeholders_type_0 = (
                    GenerateTextStreamResponseMmPlaceholders.from_dict(data)
                )

                return mm_placeholders_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GenerateTextStreamResponseMmPlaceholders | None | Unset, data)

        mm_placeholders = _parse_mm_placeholders(d.pop("mm_placeholders", UNSET))

        output_mode = cast(Literal["text"] | Unset, d.pop("output_mode", UNSET))
        if output_mode != "text" and not isinstance(output_mode, Unset):
            raise ValueError(
                f"output_mode must match const 'text', got '{output_mode}'"
            )

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

        request_id = d.pop("request_id", UNSET)

        def _parse_usage(data: object) -> None | Unset | UsageInfo:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                usage_type_0 = UsageInfo.from_dict(data)

                return usage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UsageInfo, data)

        usage = _parse_usage(d.pop("usage", UNSET))

        generate_text_stream_response = cls(
            choices=choices,
            metrics=metrics,
            mm_placeholders=mm_placeholders,
            output_mode=output_mode,
            prompt_token_ids=prompt_token_ids,
            request_id=request_id,
            usage=usage,
        )

        generate_text_stream_response.additional_properties = d
        return generate_text_stream_response

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
