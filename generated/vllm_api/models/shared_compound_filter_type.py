from typing import Literal

SharedCompoundFilterType = Literal["and", "or"]

SHARED_COMPOUND_FILTER_TYPE_VALUES: set[SharedCompoundFilterType] = {
    "and",
    "or",
}


def check_shared_compound_filter_type(value: str) -> SharedCompoundFilterType:
    if value in SHARED_COMPOUND_FILTER_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHARED_COMPOUND_FILTER_TYPE_VALUES!r}"
    )
