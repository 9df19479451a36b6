from typing import Literal

CohereEmbedRequestEmbeddingTypesItem = Literal["base64", "binary", "float", "ubinary"]

COHERE_EMBED_REQUEST_EMBEDDING_TYPES_ITEM_VALUES: set[
    CohereEmbedRequestEmbeddingTypesItem
] = {
    "base64",
    "binary",
    "float",
    "ubinary",
}


def check_cohere_embed_request_embedding_types_item(
    value: str,
) -> CohereEmbedRequestEmbeddingTypesItem:
    if value in COHERE_EMBED_REQUEST_EMBEDDING_TYPES_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COHERE_EMBED_REQUEST_EMBEDDING_TYPES_ITEM_VALUES!r}"
    )
