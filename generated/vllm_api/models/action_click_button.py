from typing import Literal

ActionClickButton = Literal["back", "forward", "left", "right", "wheel"]

ACTION_CLICK_BUTTON_VALUES: set[ActionClickButton] = {
    "back",
    "forward",
    "left",
    "right",
    "wheel",
}


def check_action_click_button(value: str) -> ActionClickButton:
    if value in ACTION_CLICK_BUTTON_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ACTION_CLICK_BUTTON_VALUES!r}"
    )
