from typing import Literal

LocalShellCallOutputStatus = Literal["completed", "in_progress", "incomplete"]

LOCAL_SHELL_CALL_OUTPUT_STATUS_VALUES: set[LocalShellCallOutputStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_local_shell_call_output_status(value: str) -> LocalShellCallOutputStatus:
    if value in LOCAL_SHELL_CALL_OUTPUT_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LOCAL_SHELL_CALL_OUTPUT_STATUS_VALUES!r}"
    )
