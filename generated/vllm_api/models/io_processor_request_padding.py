from typing import Literal

IOProcessorRequestPadding = Literal["do_not_pad", "max_length"]

IO_PROCESSOR_REQUEST_PADDING_VALUES: set[IOProcessorRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_io_processor_request_padding(value: str) -> IOProcessorRequestPadding:
    if value in IO_PROCESSOR_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {IO_PROCESSOR_REQUEST_PADDING_VALUES!r}"
    )
