from typing import Literal

ApplyPatchToolAllowedCallersItem = Literal["direct", "programmatic"]

APPLY_PATCH_TOOL_ALLOWED_CALLERS_ITEM_VALUES: set[ApplyPatchToolAllowedCallersItem] = {
    "direct",
    "programmatic",
}


def check_apply_patch_tool_allowed_callers_item(
    value: str,
) -> ApplyPatchToolAllowedCallersItem:
    if value in APPLY_PATCH_TOOL_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {APPLY_PATCH_TOOL_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
