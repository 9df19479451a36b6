from typing import Literal

EmbeddingChatInputRequestPadding = Literal["do_not_pad", "max_length"]

EMBEDDING_CHAT_INPUT_REQUEST_PADDING_VALUES: set[EmbeddingChatInputRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_embedding_chat_input_request_padding(
    value: str,
) -> EmbeddingChatInputRequestPadding:
    if value in EMBEDDING_CHAT_INPUT_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_INPUT_REQUEST_PADDING_VALUES!r}"
    )
