from typing import Literal

TokenEmbeddingRequestPadding = Literal["do_not_pad", "max_length"]

TOKEN_EMBEDDING_REQUEST_PADDING_VALUES: set[TokenEmbeddingRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_token_embedding_request_padding(value: str) -> TokenEmbeddingRequestPadding:
    if value in TOKEN_EMBEDDING_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOKEN_EMBEDDING_REQUEST_PADDING_VALUES!r}"
    )
