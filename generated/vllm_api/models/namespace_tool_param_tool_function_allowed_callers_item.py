from typing import Literal

NamespaceToolParamToolFunctionAllowedCallersItem = Literal["direct", "programmatic"]

NAMESPACE_TOOL_PARAM_TOOL_FUNCTION_ALLOWED_CALLERS_ITEM_VALUES: set[
    NamespaceToolParamToolFunctionAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_namespace_tool_param_tool_function_allowed_callers_item(
    value: str,
) -> NamespaceToolParamToolFunctionAllowedCallersItem:
    if value in NAMESPACE_TOOL_PARAM_TOOL_FUNCTION_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NAMESPACE_TOOL_PARAM_TOOL_FUNCTION_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
