from typing import Literal

ShellCallOutputStatus = Literal["completed", "in_progress", "incomplete"]

SHELL_CALL_OUTPUT_STATUS_VALUES: set[ShellCallOutputStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_shell_call_output_status(value: str) -> ShellCallOutputStatus:
    if value in SHELL_CALL_OUTPUT_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHELL_CALL_OUTPUT_STATUS_VALUES!r}"
    )
