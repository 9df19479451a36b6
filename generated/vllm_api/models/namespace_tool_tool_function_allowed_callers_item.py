from typing import Literal

NamespaceToolToolFunctionAllowedCallersItem = Literal["direct", "programmatic"]

NAMESPACE_TOOL_TOOL_FUNCTION_ALLOWED_CALLERS_ITEM_VALUES: set[
    NamespaceToolToolFunctionAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_namespace_tool_tool_function_allowed_callers_item(
    value: str,
) -> NamespaceToolToolFunctionAllowedCallersItem:
    if value in NAMESPACE_TOOL_TOOL_FUNCTION_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NAMESPACE_TOOL_TOOL_FUNCTION_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
