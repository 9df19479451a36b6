from typing import Literal

SharedComparisonFilterType = Literal["eq", "gt", "gte", "in", "lt", "lte", "ne", "nin"]

SHARED_COMPARISON_FILTER_TYPE_VALUES: set[SharedComparisonFilterType] = {
    "eq",
    "gt",
    "gte",
    "in",
    "lt",
    "lte",
    "ne",
    "nin",
}


def check_shared_comparison_filter_type(value: str) -> SharedComparisonFilterType:
    if value in SHARED_COMPARISON_FILTER_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHARED_COMPARISON_FILTER_TYPE_VALUES!r}"
    )
