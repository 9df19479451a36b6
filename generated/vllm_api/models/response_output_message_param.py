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
from ..models.response_output_message_param_phase import (
    ResponseOutputMessageParamPhase,
    check_response_output_message_param_phase,
)
from ..models.response_output_message_param_status import (
    ResponseOutputMessageParamStatus,
    check_response_output_message_param_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.response_output_refusal_param import ResponseOutputRefusalParam
    from ..models.response_output_text_param import ResponseOutputTextParam


_PENDING: dict[str, str] = {
    "ResponseOutputRefusalParam": "response_output_refusal_param",
    "ResponseOutputTextParam": "response_output_text_param",
}

T = TypeVar("T", bound="ResponseOutputMessageParam")


@_attrs_define
class ResponseOutputMessageParam:
    """An output message from the model.

    Attributes:
        content (list[ResponseOutputRefusalParam | ResponseOutputTextParam]):
        id (str):
        role (Literal['assistant']):
        status (ResponseOutputMessageParamStatus):
        type_ (Literal['message']):
        phase (None | ResponseOutputMessageParamPhase | Unset):
    """

    content: list[ResponseOutputRefusalParam | ResponseOutputTextParam]
    id: str
    role: Literal["assistant"]
    status: ResponseOutputMessageParamStatus
    type_: Literal["message"]
    phase: None | ResponseOutputMessageParamPhase | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        content = []
        for content_item_data in self.content:
            content_item: dict[str, Any]
            if isinstance(content_item_data, ResponseOutputTextParam):
                content_item = content_item_data.to_dict()
            else:
                content_item = content_item_data.to_dict()

            content.append(content_item)

        id = self.id

        role = self.role

        status: str = self.status

        type_ = self.type_

        phase: None | str | Unset
        if isinstance(self.phase, Unset):
            phase = UNSET
        elif isinstance(self.phase, str):
            phase = self.phase
        else:
            phase = self.phase

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "content": content,
                "id": id,
                "role": role,
                "status": status,
                "type": type_,
            }
        )
        if phase is not UNSET:
            field_dict["phase"] = phase

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        content = []
        _content = d.pop("content")
        for content_item_data in _content:

            def _parse_content_item(
                data: object,
            ) -> ResponseOutputRefusalParam | ResponseOutputTextParam:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    content_item_type_0 = ResponseOutputTextParam.from_dict(data)

                    return content_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                content_item_type_1 = ResponseOutputRefusalParam.from_dict(data)

                return content_item_type_1

            content_item = _parse_content_item(content_item_data)

            content.append(content_item)

        id = d.pop("id")

        role = cast(Literal["assistant"], d.pop("role"))
        if role != "assistant":
            raise ValueError(f"role must match const 'assistant', got '{role}'")

        status = check_response_output_message_param_status(d.pop("status"))

        type_ = cast(Literal["message"], d.pop("type"))
        if type_ != "message":
            raise ValueError(f"type must match const 'message', got '{type_}'")

        def _parse_phase(
            data: object,
        ) -> None | ResponseOutputMessageParamPhase | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                phase_type_0 = check_response_output_message_param_phase(data)

                return phase_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResponseOutputMessageParamPhase | Unset, data)

        phase = _parse_phase(d.pop("phase", UNSET))

        response_output_message_param = cls(
            content=content,
            id=id,
            role=role,
            status=status,
            type_=type_,
            phase=phase,
        )

        response_output_message_param.additional_properties = d
        return response_output_message_param

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
