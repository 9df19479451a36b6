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
from ..models.response_function_web_search_status import (
    ResponseFunctionWebSearchStatus,
    check_response_function_web_search_status,
)

if TYPE_CHECKING:
    from ..models.action_find import ActionFind
    from ..models.action_open_page import ActionOpenPage
    from ..models.response_function_web_search_action_search import (
        ResponseFunctionWebSearchActionSearch,
    )


_PENDING: dict[str, str] = {
    "ActionFind": "action_find",
    "ActionOpenPage": "action_open_page",
    "ResponseFunctionWebSearchActionSearch": "response_function_web_search_action_search",
}

T = TypeVar("T", bound="ResponseFunctionWebSearch")


@_attrs_define
class ResponseFunctionWebSearch:
    """The results of a web search tool call.

    See the
    [web search guide](https://developers.openai.com/api/docs/guides/tools-web-search) for more information.

        Attributes:
            action (ActionFind | ActionOpenPage | ResponseFunctionWebSearchActionSearch):
            id (str):
            status (ResponseFunctionWebSearchStatus):
            type_ (Literal['web_search_call']):
    """

    action: ActionFind | ActionOpenPage | ResponseFunctionWebSearchActionSearch
    id: str
    status: ResponseFunctionWebSearchStatus
    type_: Literal["web_search_call"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        action: dict[str, Any]
        if isinstance(self.action, ResponseFunctionWebSearchActionSearch):
            action = self.action.to_dict()
        elif isinstance(self.action, ActionOpenPage):
            action = self.action.to_dict()
        else:
            action = self.action.to_dict()

        id = self.id

        status: str = self.status

        type_ = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "id": id,
                "status": status,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)

        def _parse_action(
            data: object,
        ) -> ActionFind | ActionOpenPage | ResponseFunctionWebSearchActionSearch:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_0 = ResponseFunctionWebSearchActionSearch.from_dict(data)

                return action_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_1 = ActionOpenPage.from_dict(data)

                return action_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            action_type_2 = ActionFind.from_dict(data)

            return action_type_2

        action = _parse_action(d.pop("action"))

        id = d.pop("id")

        status = check_response_function_web_search_status(d.pop("status"))

        type_ = cast(Literal["web_search_call"], d.pop("type"))
        if type_ != "web_search_call":
            raise ValueError(f"type must match const 'web_search_call', got '{type_}'")

        response_function_web_search = cls(
            action=action,
            id=id,
            status=status,
            type_=type_,
        )

        response_function_web_search.additional_properties = d
        return response_function_web_search

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
