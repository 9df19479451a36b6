from typing import Literal

IOProcessorRequestEncodingFormat = Literal["base64", "bytes", "bytes_only", "float"]

IO_PROCESSOR_REQUEST_ENCODING_FORMAT_VALUES: set[IOProcessorRequestEncodingFormat] = {
    "base64",
    "bytes",
    "bytes_only",
    "float",
}


def check_io_processor_request_encoding_format(
    value: str,
) -> IOProcessorRequestEncodingFormat:
    if value in IO_PROCESSOR_REQUEST_ENCODING_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {IO_PROCESSOR_REQUEST_ENCODING_FORMAT_VALUES!r}"
    )
