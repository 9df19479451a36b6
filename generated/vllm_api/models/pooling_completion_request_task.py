from typing import Literal

PoolingCompletionRequestTask = Literal[
    "classify",
    "embed",
    "embed&token_classify",
    "plugin",
    "token_classify",
    "token_embed",
]

POOLING_COMPLETION_REQUEST_TASK_VALUES: set[PoolingCompletionRequestTask] = {
    "classify",
    "embed",
    "embed&token_classify",
    "plugin",
    "token_classify",
    "token_embed",
}


def check_pooling_completion_request_task(value: str) -> PoolingCompletionRequestTask:
    if value in POOLING_COMPLETION_REQUEST_TASK_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_COMPLETION_REQUEST_TASK_VALUES!r}"
    )
