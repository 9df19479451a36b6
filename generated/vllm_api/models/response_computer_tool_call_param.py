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
from ..models.response_computer_tool_call_param_status import (
    ResponseComputerToolCallParamStatus,
    check_response_computer_tool_call_param_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.action_click import ActionClick
    from ..models.action_drag import ActionDrag
    from ..models.action_keypress import ActionKeypress
    from ..models.action_move import ActionMove
    from ..models.action_screenshot import ActionScreenshot
    from ..models.action_scroll import ActionScroll
    from ..models.action_type import ActionType
    from ..models.action_wait import ActionWait
    from ..models.click import Click
    from ..models.computer_action_list_param_double_click import (
        ComputerActionListParamDoubleClick,
    )
    from ..models.drag import Drag
    from ..models.keypress import Keypress
    from ..models.move import Move
    from ..models.pending_safety_check import PendingSafetyCheck
    from ..models.response_computer_tool_call_param_action_double_click import (
        ResponseComputerToolCallParamActionDoubleClick,
    )
    from ..models.screenshot import Screenshot
    from ..models.scroll import Scroll
    from ..models.type_schema import TypeSchema
    from ..models.wait import Wait


_PENDING: dict[str, str] = {
    "ActionClick": "action_click",
    "ActionDrag": "action_drag",
    "ActionKeypress": "action_keypress",
    "ActionMove": "action_move",
    "ActionScreenshot": "action_screenshot",
    "ActionScroll": "action_scroll",
    "ActionType": "action_type",
    "ActionWait": "action_wait",
    "Click": "click",
    "ComputerActionListParamDoubleClick": "computer_action_list_param_double_click",
    "Drag": "drag",
    "Keypress": "keypress",
    "Move": "move",
    "PendingSafetyCheck": "pending_safety_check",
    "ResponseComputerToolCallParamActionDoubleClick": "response_computer_tool_call_param_action_double_click",
    "Screenshot": "screenshot",
    "Scroll": "scroll",
    "TypeSchema": "type_schema",
    "Wait": "wait",
}

T = TypeVar("T", bound="ResponseComputerToolCallParam")


@_attrs_define
class ResponseComputerToolCallParam:
    """A tool call to a computer use tool.

    See the
    [computer use guide](https://developers.openai.com/api/docs/guides/tools-computer-use) for more information.

        Attributes:
            call_id (str):
            id (str):
            pending_safety_checks (list[PendingSafetyCheck]):
            status (ResponseComputerToolCallParamStatus):
            type_ (Literal['computer_call']):
            action (ActionClick | ActionDrag | ActionKeypress | ActionMove | ActionScreenshot | ActionScroll | ActionType |
                ActionWait | ResponseComputerToolCallParamActionDoubleClick | Unset):
            actions (list[Click | ComputerActionListParamDoubleClick | Drag | Keypress | Move | Screenshot | Scroll |
                TypeSchema | Wait] | Unset):
    """

    call_id: str
    id: str
    pending_safety_checks: list[PendingSafetyCheck]
    status: ResponseComputerToolCallParamStatus
    type_: Literal["computer_call"]
    action: (
        ActionClick
        | ActionDrag
        | ActionKeypress
        | ActionMove
        | ActionScreenshot
        | ActionScroll
        | ActionType
        | ActionWait
        | ResponseComputerToolCallParamActionDoubleClick
        | Unset
    ) = UNSET
    actions: (
        list[
            Click
            | ComputerActionListParamDoubleClick
            | Drag
            | Keypress
            | Move
            | Screenshot
            | Scroll
            | TypeSchema
            | Wait
        ]
        | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        if _PENDING:
            resolve(globals(), _PENDING)
        call_id = self.call_id

        id = self.id

        pending_safety_checks = []
        for pending_safety_checks_item_data in self.pending_safety_checks:
            pending_safety_checks_item = pending_safety_checks_item_data.to_dict()
            pending_safety_checks.append(pending_safety_checks_item)

        status: str = self.status

        type_ = self.type_

        action: dict[str, Any] | Unset
        if isinstance(self.action, Unset):
            action = UNSET
        elif isinstance(self.action, ActionClick):
            action = self.action.to_dict()
        elif isinstance(self.action, ResponseComputerToolCallParamActionDoubleClick):
            action = self.action.to_dict()
        elif isinstance(self.action, ActionDrag):
            action = self.action.to_dict()
        elif isinstance(self.action, ActionKeypress):
            action = self.action.to_dict()
        elif isinstance(self.action, ActionMove):
            action = self.action.to_dict()
        elif isinstance(self.action, ActionScreenshot):
            action = self.action.to_dict()
        elif isinstance(self.action, ActionScroll):
            action = self.action.to_dict()
        elif isinstance(self.action, ActionType):
            action = self.action.to_dict()
        else:
            action = self.action.to_dict()

        actions: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.actions, Unset):
            actions = []
            for actions_item_data in self.actions:
                actions_item: dict[str, Any]
                if isinstance(actions_item_data, Click):
                    actions_item = actions_item_data.to_dict()
                elif isinstance(actions_item_data, ComputerActionListParamDoubleClick):
                    actions_item = actions_item_data.to_dict()
                elif isinstance(actions_item_data, Drag):
                    actions_item = actions_item_data.to_dict()
                elif isinstance(actions_item_data, Keypress):
                    actions_item = actions_item_data.to_dict()
                elif isinstance(actions_item_data, Move):
                    actions_item = actions_item_data.to_dict()
                elif isinstance(actions_item_data, Screenshot):
                    actions_item = actions_item_data.to_dict()
                elif isinstance(actions_item_data, Scroll):
                    actions_item = actions_item_data.to_dict()
                elif isinstance(actions_item_data, TypeSchema):
                    actions_item = actions_item_data.to_dict()
                else:
                    actions_item = actions_item_data.to_dict()

                actions.append(actions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "call_id": call_id,
                "id": id,
                "pending_safety_checks": pending_safety_checks,
                "status": status,
                "type": type_,
            }
        )
        if action is not UNSET:
            field_dict["action"] = action
        if actions is not UNSET:
            field_dict["actions"] = actions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if _PENDING:
            resolve(globals(), _PENDING)
        d = dict(src_dict)
        call_id = d.pop("call_id")

        id = d.pop("id")

        pending_safety_checks = []
        _pending_safety_checks = d.pop("pending_safety_checks")
        for pending_safety_checks_item_data in _pending_safety_checks:
            pending_safety_checks_item = PendingSafetyCheck.from_dict(
                pending_safety_checks_item_data
            )

            pending_safety_checks.append(pending_safety_checks_item)

        status = check_response_computer_tool_call_param_status(d.pop("status"))

        type_ = cast(Literal["computer_call"], d.pop("type"))
        if type_ != "computer_call":
            raise ValueError(f"type must match const 'computer_call', got '{type_}'")

        def _parse_action(
            data: object,
        ) -> (
            ActionClick
            | ActionDrag
            | ActionKeypress
            | ActionMove
            | ActionScreenshot
            | ActionScroll
            | ActionType
            | ActionWait
            | ResponseComputerToolCallParamActionDoubleClick
            | Unset
        ):
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_0 = ActionClick.from_dict(data)

                return action_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_1 = (
                    ResponseComputerToolCallParamActionDoubleClick.from_dict(data)
                )

                return action_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_2 = ActionDrag.from_dict(data)

                return action_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_3 = ActionKeypress.from_dict(data)

                return action_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_4 = ActionMove.from_dict(data)

                return action_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_5 = ActionScreenshot.from_dict(data)

                return action_type_5
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_6 = ActionScroll.from_dict(data)

                return action_type_6
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                action_type_7 = ActionType.from_dict(data)

                return action_type_7
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            action_type_8 = ActionWait.from_dict(data)

            return action_type_8

        action = _parse_action(d.pop("action", UNSET))

        _actions = d.pop("actions", UNSET)
        actions: (
            list[
                Click
                | ComputerActionListParamDoubleClick
                | Drag
                | Keypress
                | Move
                | Screenshot
                | Scroll
                | TypeSchema
                | Wait
            ]
            | Unset
        ) = UNSET
        if _actions is not UNSET:
            actions = []
            for actions_item_data in _actions:

                def _parse_actions_item(
                    data: object,
                ) -> (
                    Click
                    | ComputerActionListParamDoubleClick
                    | Drag
                    | Keypress
                    | Move
                    | Screenshot
                    | Scroll
                    | TypeSchema
                    | Wait
                ):
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        actions_item_type_0 = Click.from_dict(data)

                        return actions_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        actions_item_type_1 = (
                            ComputerActionListParamDoubleClick.from_dict(data)
                        )

                        return actions_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        actions_item_type_2 = Drag.from_dict(data)

                        return actions_item_type_2
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        actions_item_type_3 = Keypress.from_dict(data)

                        return actions_item_type_3
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        actions_item_type_4 = Move.from_dict(data)

                        return actions_item_type_4
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        actions_item_type_5 = Screenshot.from_dict(data)

                        return actions_item_type_5
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        actions_item_type_6 = Scroll.from_dict(data)

                        return actions_item_type_6
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        actions_item_type_7 = TypeSchema.from_dict(data)

                        return actions_item_type_7
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    actions_item_type_8 = Wait.from_dict(data)

                    return actions_item_type_8

                actions_item = _parse_actions_item(actions_item_data)

                actions.append(actions_item)

        response_computer_tool_call_param = cls(
            call_id=call_id,
            id=id,
            pending_safety_checks=pending_safety_checks,
            status=status,
            type_=type_,
            action=action,
            actions=actions,
        )

        response_computer_tool_call_param.additional_properties = d
        return response_computer_tool_call_param

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
