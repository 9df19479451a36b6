from typing import Literal

ToolParamCodeInterpreterAllowedCallersItem = Literal["direct", "programmatic"]

TOOL_PARAM_CODE_INTERPRETER_ALLOWED_CALLERS_ITEM_VALUES: set[
    ToolParamCodeInterpreterAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_tool_param_code_interpreter_allowed_callers_item(
    value: str,
) -> ToolParamCodeInterpreterAllowedCallersItem:
    if value in TOOL_PARAM_CODE_INTERPRETER_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_CODE_INTERPRETER_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
