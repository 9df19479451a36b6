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
    from ..models.generate_derender_choice import GenerateDerenderChoice
    from ..models.generate_derender_response_mm_placeholders import (
        GenerateDerenderResponseMmPlaceholders,
    )
    from ..models.generate_derender_response_prompt_logprobs_item import (
        GenerateDerenderResponsePromptLogprobsItem,
    )
    from ..models.json_object import JsonObject
    from ..models.per_request_metrics import PerRequestMetrics
    from ..models.usage_info import UsageInfo


_PENDING: dict[str, str] = {
    "GenerateDerenderChoice": "generate_derender_choice",
    "GenerateDerenderResponseMmPlaceholders": "generate_derender_response_mm_placeholders",
    "GenerateDerenderResponsePromptLogprobsItem": "generate_derender_response_prompt_logprobs_item",
    "JsonObject": "json_object",
    "PerRequestMetrics": "per_request_metrics",
    "UsageInfo": "usage_info",
}

T = TypeVar("T", bound="GenerateDerenderResponse")


@_attrs_define
class GenerateDerenderResponse:
    """
    Attributes:
        choices (list[GenerateDerenderChoice]):
        created (int | None | Unset):
        ec_transfer_params (JsonObject | None | Unset): ECTransfer parameters used for encoder-cache disaggregated
            serving.
        kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters used for disaggregated serving.
        metrics (None | PerRequestMetrics | Unset):
        mm_placeholders (GenerateDerenderResponseMmPlaceholders | None | Unset):
        model (None | str | Unset):
        output_mode (Literal['derender'] | Unset):
        prompt_logprobs (list[GenerateDerenderResponsePromptLogprobsItem | None] | None | Unset):
        prompt_token_id_logprobs (None | str | Unset):
        prompt_token_ids (list[int] | None | Unset):
        request_id (str | Unset): The request_id related to this request. If the caller does not set it, a random_uuid
            will be generated. This id is used through out the inference process and return in response.
        usage (None | Unset | UsageInfo):
    """

    choices: list[GenerateDerenderChoice]
    created: int | None | Unset = UNSET
    ec_transfer_params: JsonObject | None | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    metrics: None | PerRequestMetrics | Unset = UNSET
    mm_placeholders: GenerateDerenderResponseMmPlaceholders | None | Unset = UNSET
    model: None | str | Unset = UNSET
    output_mode: Literal["derender"] | Unset = UNSET
    prompt_logprobs: (
        list[GenerateDerenderResponsePromptLogprobsItem | None] | None | Unset
    ) = UNSET
    prompt_token_id_logprobs: None | str | Unset = UNSET
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

        created: int | None | Unset
        if isinstance(self.created, Unset):
            created = UNSET
        else:
            created = self.created

        ec_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.ec_transfer_params, Unset):
            ec_transfer_params = UNSET
        elif isinstance(self.ec_transfer_params, JsonObject):
            ec_transfer_params = self.ec_transfer_params.to_dict()
        else:
            ec_transfer_params = self.ec_transfer_params

        kv_transfer_params: dict[str, Any] | None | Unset
        if isinstance(self.kv_transfer_params, Unset):
            kv_transfer_params = UNSET
        elif isinstance(self.kv_transfer_params, JsonObject):
            kv_transfer_params = self.kv_transfer_params.to_dict()
        else:
            kv_transfer_params = self.kv_transfer_params

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
        elif isinstance(self.mm_placeholders, GenerateDerenderResponseMmPlaceholders):
            mm_placeholders = self.mm_placeholders.to_dict()
        else:
            mm_placeholders = self.mm_placeholders

        model: None | str | Unset
        if isinstance(self.model, Unset):
            model = UNSET
        else:
            model = self.model

        output_mode = self.output_mode

        prompt_logprobs: list[dict[str, Any] | None] | None | Unset
        if isinstance(self.prompt_logprobs, Unset):
            prompt_logprobs = UNSET
        elif isinstance(self.prompt_logprobs, list):
            prompt_logprobs = []
            for prompt_logprobs_type_0_item_data in self.prompt_logprobs:
                prompt_logprobs_type_0_item: dict[str, Any] | None
                if isinstance(
                    prompt_logprobs_type_0_item_data,
                    GenerateDerenderResponsePromptLogprobsItem,
                ):
                    prompt_logprobs_type_0_item = (
                        prompt_logprobs_type_0_item_data.to_dict()
                    )
                else:
                    prompt_logprobs_type_0_item = prompt_logprobs_type_0_item_data
                prompt_logprobs.append(prompt_logprobs_type_0_item)

        else:
            prompt_logprobs = self.prompt_logprobs

        prompt_token_id_logprobs: None | str | Unset
        if isinstance(self.prompt_token_id_logprobs, Unset):
            prompt_token_id_logprobs = UNSET
        else:
            prompt_token_id_logprobs = self.prompt_token_id_logprobs

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
        if created is not UNSET:
            field_dict["created"] = created
        if ec_transfer_params is not UNSET:
            field_dict["ec_transfer_params"] = ec_transfer_params
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if metrics is not UNSET:
            field_dict["metrics"] = metrics
        if mm_placeholders is not UNSET:
            field_dict["mm_placeholders"] = mm_placeholders
        if model is not UNSET:
            field_dict["model"] = model
        if output_mode is not UNSET:
            field_dict["output_mode"] = output_mode
        if prompt_logprobs is not UNSET:
            field_dict["prompt_logprobs"] = prompt_logprobs
        if prompt_token_id_logprobs is not UNSET:
            field_dict["prompt_token_id_logprobs"] = prompt_token_id_logprobs
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
            choices_item = GenerateDerenderChoice.from_dict(choices_item_data)

            choices.append(choices_item)

        def _parse_created(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        created = _parse_created(d.pop("created", UNSET))

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
        ) -> GenerateDerenderResponseMmPlaceholders | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mm_placeholders_type_0 = (
                    GenerateDerenderResponseMmPlaceholders.from_dict(data)
                )

                return mm_placeholders_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GenerateDerenderResponseMmPlaceholders | None | Unset, data)

        mm_placeholders = _parse_mm_placeholders(d.pop("mm_placeholders", UNSET))

        def _parse_model(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        model = _parse_model(d.pop("model", UNSET))

        output_mode = cast(Literal["derender"] | Unset, d.pop("output_mode", UNSET))
        if output_mode != "derender" and not isinstance(output_mode, Unset):
            raise ValueError(
                f"output_mode must match const 'derender', got '{output_mode}'"
            )

        def _parse_prompt_logprobs(
            data: object,
        ) -> list[GenerateDerenderResponsePromptLogprobsItem | None] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                prompt_logprobs_type_0 = []
                _prompt_logprobs_type_0 = data
                for prompt_logprobs_type_0_item_data in _prompt_logprobs_type_0:

                    def _parse_prompt_logprobs_type_0_item(
                        data: object,
                    ) -> GenerateDerenderResponsePromptLogprobsItem | None:
                        if data is None:
                            return data
                        try:
                            if not isinstance(data, dict):
                                raise TypeError()
                            prompt_logprobs_type_0_item_type_0 = (
                                GenerateDerenderResponsePromptLogprobsItem.from_dict(
                                    data
                                )
                            )

                            return prompt_logprobs_type_0_item_type_0
                        except (TypeError, ValueError, AttributeError, KeyError):
                            pass
                        return cast(
                            GenerateDerenderResponsePromptLogprobsItem | None, data
                        )

                    prompt_logprobs_type_0_item = _parse_prompt_logprobs_type_0_item(
                        prompt_logprobs_type_0_item_data
                    )

                    prompt_logprobs_type_0.append(prompt_logprobs_type_0_item)

                return prompt_logprobs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                list[GenerateDerenderResponsePromptLogprobsItem | None] | None | Unset,
                data,
            )

        prompt_logprobs = _parse_prompt_logprobs(d.pop("prompt_logprobs", UNSET))

        def _parse_prompt_token_id_logprobs(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        prompt_token_id_logprobs = _parse_prompt_token_id_logprobs(
            d.pop("prompt_token_id_logprobs", UNSET)
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

        generate_derender_response = cls(
            choices=choices,
            created=created,
            ec_transfer_params=ec_transfer_params,
            kv_transfer_params=kv_transfer_params,
            metrics=metrics,
            mm_placeholders=mm_placeholders,
            model=model,
            output_mode=output_mode,
            prompt_logprobs=prompt_logprobs,
            prompt_token_id_logprobs=prompt_token_id_logprobs,
            prompt_token_ids=prompt_token_ids,
            request_id=request_id,
            usage=usage,
        )

        generate_derender_response.additional_properties = d
        return generate_derender_response

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
