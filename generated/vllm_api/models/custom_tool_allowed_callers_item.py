from typing import Literal

CustomToolAllowedCallersItem = Literal["direct", "programmatic"]

CUSTOM_TOOL_ALLOWED_CALLERS_ITEM_VALUES: set[CustomToolAllowedCallersItem] = {
    "direct",
    "programmatic",
}


def check_custom_tool_allowed_callers_item(value: str) -> CustomToolAllowedCallersItem:
    if value in CUSTOM_TOOL_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CUSTOM_TOOL_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
