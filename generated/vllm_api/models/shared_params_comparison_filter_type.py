from typing import Literal

SharedParamsComparisonFilterType = Literal[
    "eq", "gt", "gte", "in", "lt", "lte", "ne", "nin"
]

SHARED_PARAMS_COMPARISON_FILTER_TYPE_VALUES: set[SharedParamsComparisonFilterType] = {
    "eq",
    "gt",
    "gte",
    "in",
    "lt",
    "lte",
    "ne",
    "nin",
}


def check_shared_params_comparison_filter_type(
    value: str,
) -> SharedParamsComparisonFilterType:
    if value in SHARED_PARAMS_COMPARISON_FILTER_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHARED_PARAMS_COMPARISON_FILTER_TYPE_VALUES!r}"
    )
