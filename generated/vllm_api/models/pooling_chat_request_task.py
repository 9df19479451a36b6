from typing import Literal

PoolingChatRequestTask = Literal[
    "classify",
    "embed",
    "embed&token_classify",
    "plugin",
    "token_classify",
    "token_embed",
]

POOLING_CHAT_REQUEST_TASK_VALUES: set[PoolingChatRequestTask] = {
    "classify",
    "embed",
    "embed&token_classify",
    "plugin",
    "token_classify",
    "token_embed",
}


def check_pooling_chat_request_task(value: str) -> PoolingChatRequestTask:
    if value in POOLING_CHAT_REQUEST_TASK_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_CHAT_REQUEST_TASK_VALUES!r}"
    )
