from typing import Literal

FunctionShellToolParamAllowedCallersItem = Literal["direct", "programmatic"]

FUNCTION_SHELL_TOOL_PARAM_ALLOWED_CALLERS_ITEM_VALUES: set[
    FunctionShellToolParamAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_function_shell_tool_param_allowed_callers_item(
    value: str,
) -> FunctionShellToolParamAllowedCallersItem:
    if value in FUNCTION_SHELL_TOOL_PARAM_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FUNCTION_SHELL_TOOL_PARAM_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
