from typing import Literal

CohereEmbedContentType = Literal["image_url", "text"]

COHERE_EMBED_CONTENT_TYPE_VALUES: set[CohereEmbedContentType] = {
    "image_url",
    "text",
}


def check_cohere_embed_content_type(value: str) -> CohereEmbedContentType:
    if value in COHERE_EMBED_CONTENT_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COHERE_EMBED_CONTENT_TYPE_VALUES!r}"
    )
