from typing import Literal

RequestOutputKind = Literal[0, 1, 2]

REQUEST_OUTPUT_KIND_VALUES: set[RequestOutputKind] = {
    0,
    1,
    2,
}


def check_request_output_kind(value: int) -> RequestOutputKind:
    if value in REQUEST_OUTPUT_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {REQUEST_OUTPUT_KIND_VALUES!r}"
    )
