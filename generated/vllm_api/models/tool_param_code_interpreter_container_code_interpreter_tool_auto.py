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
from ..models.tool_param_code_interpreter_container_code_interpreter_tool_auto_memory_limit import (
    ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit,
    check_tool_param_code_interpreter_container_code_interpreter_tool_auto_memory_limit,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.container_network_policy_allowlist_param import (
        ContainerNetworkPolicyAllowlistParam,
    )
    from ..models.container_network_policy_disabled_param import (
        ContainerNetworkPolicyDisabledParam,
    )


_PENDING: dict[str, str] = {
    "ContainerNetworkPolicyAllowlistParam": "container_network_policy_allowlist_param",
    "ContainerNetworkPolicyDisabledParam": "container_network_policy_disabled_param",
}

T = TypeVar("T", bound="ToolParamCodeInterpreterContainerCodeInterpreterToolAuto")


@_attrs_define
class ToolParamCodeInterpreterContainerCodeInterpreterToolAuto:
    """Configuration for a code interpreter container.

    Optionally specify the IDs of the files to run the code on.

        Attributes:
            type_ (Literal['auto']):
            file_ids (list[str] | Unset):
            memory_limit (None | ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit | Unset):
            network_policy (ContainerNetworkPolicyAllowlistParam | ContainerNetworkPolicyDisabledParam | Unset):
    """

    type_: Literal["auto"]
    file_ids: list[str] | Unset = UNSET
    memory_limit: (
        None
        | ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit
        | Unset
    ) = UNSET
    network_policy: (
        ContainerNetworkPolicyAllowlistParam
        | ContainerNetworkPolicyDisabledParam
        | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_ = self.type_

        file_ids: list[str] | Unset = UNSET
        if not isinstance(self.file_ids, Unset):
            file_ids = self.file_ids

        memory_limit: None | str | Unset
        if isinstance(self.memory_limit, Unset):
            memory_limit = UNSET
        elif isinstance(self.memory_limit, str):
            memory_limit = self.memory_limit
        else:
            memory_limit = self.memory_limit

        network_policy: dict[str, Any] | Unset
        if isinstance(self.network_policy, Unset):
            network_policy = UNSET
        elif isinstance(self.network_policy, ContainerNetworkPolicyDisabledParam):
            network_policy = self.network_policy.to_dict()
        else:
            network_policy = self.network_policy.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if file_ids is not UNSET:
            field_dict["file_ids"] = file_ids
        if memory_limit is not UNSET:
            field_dict["memory_limit"] = memory_limit
        if network_policy is not UNSET:
            field_dict["network_policy"] = network_policy

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = cast(Literal["auto"], d.pop("type"))
        if type_ != "auto":
            raise ValueError(f"type must match const 'auto', got '{type_}'")

        file_ids = cast(list[str], d.pop("file_ids", UNSET))

        def _parse_memory_limit(
            data: object,
        ) -> (
            None
            | ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit
            | Unset
        ):
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                memory_limit_type_0 = check_tool_param_code_interpreter_container_code_interpreter_tool_auto_memory_limit(
                    data
                )

                return memory_limit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                None
                | ToolParamCodeInterpreterContainerCodeInterpreterToolAutoMemoryLimit
                | Unset,
                data,
            )

        memory_limit = _parse_memory_limit(d.pop("memory_limit", UNSET))

        def _parse_network_policy(
            data: object,
        ) -> (
            ContainerNetworkPolicyAllowlistParam
            | ContainerNetworkPolicyDisabledParam
            | Unset
        ):
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                network_policy_type_0 = ContainerNetworkPolicyDisabledParam.from_dict(
                    data
                )

                return network_policy_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            network_policy_type_1 = ContainerNetworkPolicyAllowlistParam.from_dict(data)

            return network_policy_type_1

        network_policy = _parse_network_policy(d.pop("network_policy", UNSET))

        tool_param_code_interpreter_container_code_interpreter_tool_auto = cls(
            type_=type_,
            file_ids=file_ids,
            memory_limit=memory_limit,
            network_policy=network_policy,
        )

        tool_param_code_interpreter_container_code_interpreter_tool_auto.additional_properties = d
        return tool_param_code_interpreter_container_code_interpreter_tool_auto

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
