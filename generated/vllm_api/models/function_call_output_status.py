from typing import Literal

FunctionCallOutputStatus = Literal["completed", "in_progress", "incomplete"]

FUNCTION_CALL_OUTPUT_STATUS_VALUES: set[FunctionCallOutputStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_function_call_output_status(value: str) -> FunctionCallOutputStatus:
    if value in FUNCTION_CALL_OUTPUT_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {FUNCTION_CALL_OUTPUT_STATUS_VALUES!r}"
    )
