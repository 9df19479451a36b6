from typing import Literal

CohereEmbedRequestTruncate = Literal["END", "NONE", "START"]

COHERE_EMBED_REQUEST_TRUNCATE_VALUES: set[CohereEmbedRequestTruncate] = {
    "END",
    "NONE",
    "START",
}


def check_cohere_embed_request_truncate(value: str) -> CohereEmbedRequestTruncate:
    if value in COHERE_EMBED_REQUEST_TRUNCATE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COHERE_EMBED_REQUEST_TRUNCATE_VALUES!r}"
    )
