from typing import Literal

SharedParamsCompoundFilterType = Literal["and", "or"]

SHARED_PARAMS_COMPOUND_FILTER_TYPE_VALUES: set[SharedParamsCompoundFilterType] = {
    "and",
    "or",
}


def check_shared_params_compound_filter_type(
    value: str,
) -> SharedParamsCompoundFilterType:
    if value in SHARED_PARAMS_COMPOUND_FILTER_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SHARED_PARAMS_COMPOUND_FILTER_TYPE_VALUES!r}"
    )
