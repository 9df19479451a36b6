from typing import Literal

IOProcessorRequestTask = Literal[
    "classify",
    "embed",
    "embed&token_classify",
    "plugin",
    "token_classify",
    "token_embed",
]

IO_PROCESSOR_REQUEST_TASK_VALUES: set[IOProcessorRequestTask] = {
    "classify",
    "embed",
    "embed&token_classify",
    "plugin",
    "token_classify",
    "token_embed",
}


def check_io_processor_request_task(value: str) -> IOProcessorRequestTask:
    if value in IO_PROCESSOR_REQUEST_TASK_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {IO_PROCESSOR_REQUEST_TASK_VALUES!r}"
    )
