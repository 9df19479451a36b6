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
from ..models.function_shell_tool_allowed_callers_item import (
    FunctionShellToolAllowedCallersItem,
    check_function_shell_tool_allowed_callers_item,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.container_auto import ContainerAuto
    from ..models.container_reference import ContainerReference
    from ..models.local_environment import LocalEnvironment


_PENDING: dict[str, str] = {
    "ContainerAuto": "container_auto",
    "ContainerReference": "container_reference",
    "LocalEnvironment": "local_environment",
}

T = TypeVar("T", bound="FunctionShellTool")


@_attrs_define
class FunctionShellTool:
    """A tool that allows the model to execute shell commands.

    Attributes:
        type_ (Literal['shell']):
        allowed_callers (list[FunctionShellToolAllowedCallersItem] | None | Unset):
        environment (ContainerAuto | ContainerReference | LocalEnvironment | None | Unset):
    """

    type_: Literal["shell"]
    allowed_callers: list[FunctionShellToolAllowedCallersItem] | None | Unset = UNSET
    environment: (
        ContainerAuto | ContainerReference | LocalEnvironment | None | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        type_ = self.type_

        allowed_callers: list[str] | None | Unset
        if isinstance(self.allowed_callers, Unset):
            allowed_callers = UNSET
        elif isinstance(self.allowed_callers, list):
            allowed_callers = []
            for allowed_callers_type_0_item_data in self.allowed_callers:
                allowed_callers_type_0_item: str = allowed_callers_type_0_item_data
                allowed_callers.append(allowed_callers_type_0_item)

        else:
            allowed_callers = self.allowed_callers

        environment: dict[str, Any] | None | Unset
        if isinstance(self.environment, Unset):
            environment = UNSET
        elif isinstance(self.environment, ContainerAuto):
            environment = self.environment.to_dict()
        elif isinstance(self.environment, LocalEnvironment):
            environment = self.environment.to_dict()
        elif isinstance(self.environment, ContainerReference):
            environment = self.environment.to_dict()
        else:
            environment = self.environment

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
            }
        )
        if allowed_callers is not UNSET:
            field_dict["allowed_callers"] = allowed_callers
        if environment is not UNSET:
            field_dict["environment"] = environment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        type_ = cast(Literal["shell"], d.pop("type"))
        if type_ != "shell":
            raise ValueError(f"type must match const 'shell', got '{type_}'")

        def _parse_allowed_callers(
            data: object,
        ) -> list[FunctionShellToolAllowedCallersItem] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                allowed_callers_type_0 = []
                _allowed_callers_type_0 = data
                for allowed_callers_type_0_item_data in _allowed_callers_type_0:
                    allowed_callers_type_0_item = (
                        check_function_shell_tool_allowed_callers_item(
                            allowed_callers_type_0_item_data
                        )
                    )

                    allowed_callers_type_0.append(allowed_callers_type_0_item)

                return allowed_callers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[FunctionShellToolAllowedCallersItem] | None | Unset, data)

        allowed_callers = _parse_allowed_callers(d.pop("allowed_callers", UNSET))

        def _parse_environment(
            data: object,
        ) -> ContainerAuto | ContainerReference | LocalEnvironment | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                environment_type_0 = ContainerAuto.from_dict(data)

                return environment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                environment_type_1 = LocalEnvironment.from_dict(data)

                return environment_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                environment_type_2 = ContainerReference.from_dict(data)

                return environment_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(
                ContainerAuto | ContainerReference | LocalEnvironment | None | Unset,
                data,
            )

        environment = _parse_environment(d.pop("environment", UNSET))

        function_shell_tool = cls(
            type_=type_,
            allowed_callers=allowed_callers,
            environment=environment,
        )

        function_shell_tool.additional_properties = d
        return function_shell_tool

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
