from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .._late import resolve

if TYPE_CHECKING:
    from ..models.json_object import JsonObject


_PENDING: dict[str, str] = {
    "JsonObject": "json_object",
}

T = TypeVar("T", bound="ServerInfo")


@_attrs_define
class ServerInfo:
    """GET /server_info; `vllm_config` is a text or an object, as `config_format` asks.

    Attributes:
        system_env (JsonObject): Any JSON object.
        vllm_config (JsonObject | str):
        vllm_env (JsonObject): Any JSON object.
    """

    system_env: JsonObject
    vllm_config: JsonObject | str
    vllm_env: JsonObject
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        system_env = self.system_env.to_dict()

        vllm_config: dict[str, Any] | str
        if isinstance(self.vllm_config, JsonObject):
            vllm_config = self.vllm_config.to_dict()
        else:
            vllm_config = self.vllm_config

        vllm_env = self.vllm_env.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "system_env": system_env,
                "vllm_config": vllm_config,
                "vllm_env": vllm_env,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        system_env = JsonObject.from_dict(d.pop("system_env"))

        def _parse_vllm_config(data: object) -> JsonObject | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                vllm_config_type_1 = JsonObject.from_dict(data)

                return vllm_config_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JsonObject | str, data)

        vllm_config = _parse_vllm_config(d.pop("vllm_config"))

        vllm_env = JsonObject.from_dict(d.pop("vllm_env"))

        server_info = cls(
            system_env=system_env,
            vllm_config=vllm_config,
            vllm_env=vllm_env,
        )

        server_info.additional_properties = d
        return server_info

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
