from typing import Literal

CustomToolParamAllowedCallersItem = Literal["direct", "programmatic"]

CUSTOM_TOOL_PARAM_ALLOWED_CALLERS_ITEM_VALUES: set[
    CustomToolParamAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_custom_tool_param_allowed_callers_item(
    value: str,
) -> CustomToolParamAllowedCallersItem:
    if value in CUSTOM_TOOL_PARAM_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CUSTOM_TOOL_PARAM_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
