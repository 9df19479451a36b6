from typing import Literal

FunctionShellToolAllowedCallersItem = Literal["direct", "programmatic"]

FUNCTION_SHELL_TOOL_ALLOWED_CALLERS_ITEM_VALUES: set[
    FunctionShellToolAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_function_shell_tool_allowed_callers_item(
    value: str,
) -> FunctionShellToolAllowedCallersItem:
    if value in FUNCTION_SHELL_TOOL_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FUNCTION_SHELL_TOOL_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
