from typing import Literal

LocalShellCallStatus = Literal["completed", "in_progress", "incomplete"]

LOCAL_SHELL_CALL_STATUS_VALUES: set[LocalShellCallStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_local_shell_call_status(value: str) -> LocalShellCallStatus:
    if value in LOCAL_SHELL_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LOCAL_SHELL_CALL_STATUS_VALUES!r}"
    )
