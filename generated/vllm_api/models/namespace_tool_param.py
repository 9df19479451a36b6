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

if TYPE_CHECKING:
    from ..models.custom_tool_param import CustomToolParam
    from ..models.namespace_tool_param_tool_function import (
        NamespaceToolParamToolFunction,
    )


_PENDING: dict[str, str] = {
    "CustomToolParam": "custom_tool_param",
    "NamespaceToolParamToolFunction": "namespace_tool_param_tool_function",
}

T = TypeVar("T", bound="NamespaceToolParam")


@_attrs_define
class NamespaceToolParam:
    """Groups function/custom tools under a shared namespace.

    Attributes:
        description (str):
        name (str):
        tools (list[CustomToolParam | NamespaceToolParamToolFunction]):
        type_ (Literal['namespace']):
    """

    description: str
    name: str
    tools: list[CustomToolParam | NamespaceToolParamToolFunction]
    type_: Literal["namespace"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        description = self.description

        name = self.name

        tools = []
        for tools_item_data in self.tools:
            tools_item: dict[str, Any]
            if isinstance(tools_item_data, NamespaceToolParamToolFunction):
                tools_item = tools_item_data.to_dict()
            else:
                tools_item = tools_item_data.to_dict()

            tools.append(tools_item)

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "description": description,
                "name": name,
                "tools": tools,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        description = d.pop("description")

        name = d.pop("name")

        tools = []
        _tools = d.pop("tools")
        for tools_item_data in _tools:

            def _parse_tools_item(
                data: object,
            ) -> CustomToolParam | NamespaceToolParamToolFunction:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    tools_item_type_0 = NamespaceToolParamToolFunction.from_dict(data)

                    return tools_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                tools_item_type_1 = CustomToolParam.from_dict(data)

                return tools_item_type_1

            tools_item = _parse_tools_item(tools_item_data)

            tools.append(tools_item)

        type_ = cast(Literal["namespace"], d.pop("type"))
        if type_ != "namespace":
            raise ValueError(f"type must match const 'namespace', got '{type_}'")

        namespace_tool_param = cls(
            description=description,
            name=name,
            tools=tools,
            type_=type_,
        )

        namespace_tool_param.additional_properties = d
        return namespace_tool_param

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
