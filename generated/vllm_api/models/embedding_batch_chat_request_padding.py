from typing import Literal

EmbeddingBatchChatRequestPadding = Literal["do_not_pad", "max_length"]

EMBEDDING_BATCH_CHAT_REQUEST_PADDING_VALUES: set[EmbeddingBatchChatRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_embedding_batch_chat_request_padding(
    value: str,
) -> EmbeddingBatchChatRequestPadding:
    if value in EMBEDDING_BATCH_CHAT_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_BATCH_CHAT_REQUEST_PADDING_VALUES!r}"
    )
