from typing import Literal

ResponseApplyPatchToolCallOutputStatus = Literal["completed", "failed"]

RESPONSE_APPLY_PATCH_TOOL_CALL_OUTPUT_STATUS_VALUES: set[
    ResponseApplyPatchToolCallOutputStatus
] = {
    "completed",
    "failed",
}


def check_response_apply_patch_tool_call_output_status(
    value: str,
) -> ResponseApplyPatchToolCallOutputStatus:
    if value in RESPONSE_APPLY_PATCH_TOOL_CALL_OUTPUT_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_APPLY_PATCH_TOOL_CALL_OUTPUT_STATUS_VALUES!r}"
    )
