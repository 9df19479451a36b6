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
    from ..models.caller_direct import CallerDirect
    from ..models.caller_program import CallerProgram


_PENDING: dict[str, str] = {
    "CallerDirect": "caller_direct",
    "CallerProgram": "caller_program",
}

T = TypeVar("T", bound="ResponseCustomToolCallParam")


@_attrs_define
class ResponseCustomToolCallParam:
    """A call to a custom tool created by the model.

    Attributes:
        call_id (str):
        input_ (str):
        name (str):
        type_ (Literal['custom_tool_call']):
        async_ (bool | Unset):
        caller (CallerDirect | CallerProgram | None | Unset):
        id (str | Unset):
        namespace (str | Unset):
    """

    call_id: str
    input_: str
    name: str
    type_: Literal["custom_tool_call"]
    async_: bool | Unset = UNSET
    caller: CallerDirect | CallerProgram | None | Unset = UNSET
    id: str | Unset = UNSET
    namespace: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        call_id = self.call_id

        input_ = self.input_

        name = self.name

        type_ = self.type_

        async_ = self.async_

        caller: dict[str, Any] | None | Unset
        if isinstance(self.caller, Unset):
            caller = UNSET
        elif isinstance(self.caller, CallerDirect):
            caller = self.caller.to_dict()
        elif isinstance(self.caller, CallerProgram):
            caller = self.caller.to_dict()
        else:
            caller = self.caller

        id = self.id

        namespace = self.namespace

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "call_id": call_id,
                "input": input_,
                "name": name,
                "type": type_,
            }
        )
        if async_ is not UNSET:
            field_dict["async"] = async_
        if caller is not UNSET:
            field_dict["caller"] = caller
        if id is not UNSET:
            field_dict["id"] = id
        if namespace is not UNSET:
            field_dict["namespace"] = namespace

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        call_id = d.pop("call_id")

        input_ = d.pop("input")

        name = d.pop("name")

        type_ = cast(Literal["custom_tool_call"], d.pop("type"))
        if type_ != "custom_tool_call":
            raise ValueError(f"type must match const 'custom_tool_call', got '{type_}'")

        async_ = d.pop("async", UNSET)

        def _parse_caller(data: object) -> CallerDirect | CallerProgram | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                caller_type_0 = CallerDirect.from_dict(data)

                return caller_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                caller_type_1 = CallerProgram.from_dict(data)

                return caller_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CallerDirect | CallerProgram | None | Unset, data)

        caller = _parse_caller(d.pop("caller", UNSET))

        id = d.pop("id", UNSET)

        namespace = d.pop("namespace", UNSET)

        response_custom_tool_call_param = cls(
            call_id=call_id,
            input_=input_,
            name=name,
            type_=type_,
            async_=async_,
            caller=caller,
            id=id,
            namespace=namespace,
        )

        response_custom_tool_call_param.additional_properties = d
        return response_custom_tool_call_param

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
