from typing import Literal

EmbeddingBatchChatInputRequestPadding = Literal["do_not_pad", "max_length"]

EMBEDDING_BATCH_CHAT_INPUT_REQUEST_PADDING_VALUES: set[
    EmbeddingBatchChatInputRequestPadding
] = {
    "do_not_pad",
    "max_length",
}


def check_embedding_batch_chat_input_request_padding(
    value: str,
) -> EmbeddingBatchChatInputRequestPadding:
    if value in EMBEDDING_BATCH_CHAT_INPUT_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_BATCH_CHAT_INPUT_REQUEST_PADDING_VALUES!r}"
    )
