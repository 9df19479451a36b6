from typing import Literal

IOProcessorRequestEndianness = Literal["big", "little", "native"]

IO_PROCESSOR_REQUEST_ENDIANNESS_VALUES: set[IOProcessorRequestEndianness] = {
    "big",
    "little",
    "native",
}


def check_io_processor_request_endianness(value: str) -> IOProcessorRequestEndianness:
    if value in IO_PROCESSOR_REQUEST_ENDIANNESS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {IO_PROCESSOR_REQUEST_ENDIANNESS_VALUES!r}"
    )
