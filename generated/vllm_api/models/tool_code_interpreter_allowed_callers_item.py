from typing import Literal

ToolCodeInterpreterAllowedCallersItem = Literal["direct", "programmatic"]

TOOL_CODE_INTERPRETER_ALLOWED_CALLERS_ITEM_VALUES: set[
    ToolCodeInterpreterAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_tool_code_interpreter_allowed_callers_item(
    value: str,
) -> ToolCodeInterpreterAllowedCallersItem:
    if value in TOOL_CODE_INTERPRETER_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_CODE_INTERPRETER_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
