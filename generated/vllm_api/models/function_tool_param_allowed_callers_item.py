from typing import Literal

FunctionToolParamAllowedCallersItem = Literal["direct", "programmatic"]

FUNCTION_TOOL_PARAM_ALLOWED_CALLERS_ITEM_VALUES: set[
    FunctionToolParamAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_function_tool_param_allowed_callers_item(
    value: str,
) -> FunctionToolParamAllowedCallersItem:
    if value in FUNCTION_TOOL_PARAM_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FUNCTION_TOOL_PARAM_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
