from typing import Literal

IOProcessorRequestTruncationSide = Literal["left", "right"]

IO_PROCESSOR_REQUEST_TRUNCATION_SIDE_VALUES: set[IOProcessorRequestTruncationSide] = {
    "left",
    "right",
}


def check_io_processor_request_truncation_side(
    value: str,
) -> IOProcessorRequestTruncationSide:
    if value in IO_PROCESSOR_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {IO_PROCESSOR_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
