from typing import Literal

IOProcessorRequestEmbedDtype = Literal[
    "bfloat16", "float16", "float32", "fp8_e4m3", "fp8_e5m2"
]

IO_PROCESSOR_REQUEST_EMBED_DTYPE_VALUES: set[IOProcessorRequestEmbedDtype] = {
    "bfloat16",
    "float16",
    "float32",
    "fp8_e4m3",
    "fp8_e5m2",
}


def check_io_processor_request_embed_dtype(value: str) -> IOProcessorRequestEmbedDtype:
    if value in IO_PROCESSOR_REQUEST_EMBED_DTYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {IO_PROCESSOR_REQUEST_EMBED_DTYPE_VALUES!r}"
    )
