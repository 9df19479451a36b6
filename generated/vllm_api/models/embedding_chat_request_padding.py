from typing import Literal

EmbeddingChatRequestPadding = Literal["do_not_pad", "max_length"]

EMBEDDING_CHAT_REQUEST_PADDING_VALUES: set[EmbeddingChatRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_embedding_chat_request_padding(value: str) -> EmbeddingChatRequestPadding:
    if value in EMBEDDING_CHAT_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_REQUEST_PADDING_VALUES!r}"
    )
