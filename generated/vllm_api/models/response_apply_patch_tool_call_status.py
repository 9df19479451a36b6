from typing import Literal

ResponseApplyPatchToolCallStatus = Literal["completed", "in_progress"]

RESPONSE_APPLY_PATCH_TOOL_CALL_STATUS_VALUES: set[ResponseApplyPatchToolCallStatus] = {
    "completed",
    "in_progress",
}


def check_response_apply_patch_tool_call_status(
    value: str,
) -> ResponseApplyPatchToolCallStatus:
    if value in RESPONSE_APPLY_PATCH_TOOL_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_APPLY_PATCH_TOOL_CALL_STATUS_VALUES!r}"
    )
