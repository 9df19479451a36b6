from typing import Literal

WeightCheckerBodyAction = Literal["checksum", "compare", "reset"]

WEIGHT_CHECKER_BODY_ACTION_VALUES: set[WeightCheckerBodyAction] = {
    "checksum",
    "compare",
    "reset",
}


def check_weight_checker_body_action(value: str) -> WeightCheckerBodyAction:
    if value in WEIGHT_CHECKER_BODY_ACTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEIGHT_CHECKER_BODY_ACTION_VALUES!r}"
    )
