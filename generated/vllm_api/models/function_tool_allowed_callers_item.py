from typing import Literal

FunctionToolAllowedCallersItem = Literal["direct", "programmatic"]

FUNCTION_TOOL_ALLOWED_CALLERS_ITEM_VALUES: set[FunctionToolAllowedCallersItem] = {
    "direct",
    "programmatic",
}


def check_function_tool_allowed_callers_item(
    value: str,
) -> FunctionToolAllowedCallersItem:
    if value in FUNCTION_TOOL_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FUNCTION_TOOL_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
