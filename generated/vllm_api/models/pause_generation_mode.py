from typing import Literal

PauseGenerationMode = Literal["abort", "keep", "wait"]

PAUSE_GENERATION_MODE_VALUES: set[PauseGenerationMode] = {
    "abort",
    "keep",
    "wait",
}


def check_pause_generation_mode(value: str) -> PauseGenerationMode:
    if value in PAUSE_GENERATION_MODE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {PAUSE_GENERATION_MODE_VALUES!r}"
    )
