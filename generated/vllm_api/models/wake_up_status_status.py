from typing import Literal

WakeUpStatusStatus = Literal["awake", "sleeping"]

WAKE_UP_STATUS_STATUS_VALUES: set[WakeUpStatusStatus] = {
    "awake",
    "sleeping",
}


def check_wake_up_status_status(value: str) -> WakeUpStatusStatus:
    if value in WAKE_UP_STATUS_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WAKE_UP_STATUS_STATUS_VALUES!r}"
    )
