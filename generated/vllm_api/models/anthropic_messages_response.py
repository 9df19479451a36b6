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
from ..models.anthropic_messages_response_stop_reason import (
    AnthropicMessagesResponseStopReason,
    check_anthropic_messages_response_stop_reason,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.anthropic_content_block import AnthropicContentBlock
    from ..models.anthropic_usage import AnthropicUsage
    from ..models.json_object import JsonObject


_PENDING: dict[str, str] = {
    "AnthropicContentBlock": "anthropic_content_block",
    "AnthropicUsage": "anthropic_usage",
    "JsonObject": "json_object",
}

T = TypeVar("T", bound="AnthropicMessagesResponse")


@_attrs_define
class AnthropicMessagesResponse:
    """Anthropic Messages API response.

    Attributes:
        content (list[AnthropicContentBlock]):
        id (str):
        model (str):
        ec_transfer_params (JsonObject | None | Unset): ECTransfer parameters.
        kv_transfer_params (JsonObject | None | Unset): KVTransfer parameters.
        role (Literal['assistant'] | Unset):
        stop_reason (AnthropicMessagesResponseStopReason | None | Unset):
        stop_sequence (None | str | Unset):
        type_ (Literal['message'] | Unset):
        usage (AnthropicUsage | None | Unset):
    """

    content: list[AnthropicContentBlock]
    id: str
    model: str
    ec_transfer_params: JsonObject | None | Unset = UNSET
    kv_transfer_params: JsonObject | None | Unset = UNSET
    role: Literal["assistant"] | Unset = UNSET
    stop_reason: AnthropicMessagesResponseStopReason | None | Unset = UNSET
    stop_sequence: None | str | Unset = UNSET
    type_: Literal["message"] | Unset = UNSET
    usage: AnthropicUsage | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        content = []
        for content_item_data in self.content:
            content_item = content_item_data.to_dict()
            content.append(content_item)

        id = self.id

        model = self.model

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

        role = self.role

        stop_reason: None | str | Unset
        if isinstance(self.stop_reason, Unset):
            stop_reason = UNSET
        elif isinstance(self.stop_reason, str):
            stop_reason = self.stop_reason
        else:
            stop_reason = self.stop_reason

        stop_sequence: None | str | Unset
        if isinstance(self.stop_sequence, Unset):
            stop_sequence = UNSET
        else:
            stop_sequence = self.stop_sequence

        type_ = self.type_

        usage: dict[str, Any] | None | Unset
        if isinstance(self.usage, Unset):
            usage = UNSET
        elif isinstance(self.usage, AnthropicUsage):
            usage = self.usage.to_dict()
        else:
            usage = self.usage

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content": content,
                "id": id,
                "model": model,
            }
        )
        if ec_transfer_params is not UNSET:
            field_dict["ec_transfer_params"] = ec_transfer_params
        if kv_transfer_params is not UNSET:
            field_dict["kv_transfer_params"] = kv_transfer_params
        if role is not UNSET:
            field_dict["role"] = role
        if stop_reason is not UNSET:
            field_dict["stop_reason"] = stop_reason
        if stop_sequence is not UNSET:
            field_dict["stop_sequence"] = stop_sequence
        if type_ is not UNSET:
            field_dict["type"] = type_
        if usage is not UNSET:
            field_dict["usage"] = usage

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        content = []
        _content = d.pop("content")
        for content_item_data in _content:
            content_item = AnthropicContentBlock.from_dict(content_item_data)

            content.append(content_item)

        id = d.pop("id")

        model = d.pop("model")

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

        role = cast(Literal["assistant"] | Unset, d.pop("role", UNSET))
        if role != "assistant" and not isinstance(role, Unset):
            raise ValueError(f"role must match const 'assistant', got '{role}'")

        def _parse_stop_reason(
            data: object,
        ) -> AnthropicMessagesResponseStopReason | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stop_reason_type_0 = check_anthropic_messages_response_stop_reason(data)

                return stop_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicMessagesResponseStopReason | None | Unset, data)

        stop_reason = _parse_stop_reason(d.pop("stop_reason", UNSET))

        def _parse_stop_sequence(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        stop_sequence = _parse_stop_sequence(d.pop("stop_sequence", UNSET))

        type_ = cast(Literal["message"] | Unset, d.pop("type", UNSET))
        if type_ != "message" and not isinstance(type_, Unset):
            raise ValueError(f"type must match const 'message', got '{type_}'")

        def _parse_usage(data: object) -> AnthropicUsage | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                usage_type_0 = AnthropicUsage.from_dict(data)

                return usage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnthropicUsage | None | Unset, data)

        usage = _parse_usage(d.pop("usage", UNSET))

        anthropic_messages_response = cls(
            content=content,
            id=id,
            model=model,
            ec_transfer_params=ec_transfer_params,
            kv_transfer_params=kv_transfer_params,
            role=role,
            stop_reason=stop_reason,
            stop_sequence=stop_sequence,
            type_=type_,
            usage=usage,
        )

        anthropic_messages_response.additional_properties = d
        return anthropic_messages_response

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
