from typing import Literal

EmbeddingCompletionRequestPadding = Literal["do_not_pad", "max_length"]

EMBEDDING_COMPLETION_REQUEST_PADDING_VALUES: set[EmbeddingCompletionRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_embedding_completion_request_padding(
    value: str,
) -> EmbeddingCompletionRequestPadding:
    if value in EMBEDDING_COMPLETION_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_COMPLETION_REQUEST_PADDING_VALUES!r}"
    )
