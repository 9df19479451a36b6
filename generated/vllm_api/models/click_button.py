from typing import Literal

ClickButton = Literal["back", "forward", "left", "right", "wheel"]

CLICK_BUTTON_VALUES: set[ClickButton] = {
    "back",
    "forward",
    "left",
    "right",
    "wheel",
}


def check_click_button(value: str) -> ClickButton:
    if value in CLICK_BUTTON_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CLICK_BUTTON_VALUES!r}"
    )
