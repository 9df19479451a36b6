"""The generated models as a check of what a server sends, or of what a test has recorded."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

MODELS: Mapping[tuple[str, bool], str] = {
    ("/v1/chat/completions", False): "ChatCompletionResponse",
    ("/v1/chat/completions", True): "ChatCompletionStreamResponse",
    ("/v1/completions", False): "CompletionResponse",
    ("/v1/completions", True): "CompletionStreamResponse",
    ("/v1/embeddings", False): "EmbeddingResponse",
    ("/v1/models", False): "ModelList",
    ("/classify", False): "ClassificationResponse",
    ("/score", False): "ScoreResponse",
    ("/rerank", False): "RerankResponse",
    ("/tokenize", False): "TokenizeResponse",
    ("/detokenize", False): "DetokenizeResponse",
}
"""The classes in `vllm_api.models` of replies (False) and of chunks of streams (True)."""


class WireChanged(ValueError):
    """JSON that is not of the form of the generated model."""


def check_model(name: str, body: Mapping[str, Any]) -> None:
    """Check that a generated model can be built from JSON.

    Args:
        name: The name of the class in `vllm_api.models`.
        body: The JSON.

    Raises:
        WireChanged: It cannot; a field is missing, or has another form.
    """
    model = getattr(import_module("vllm_api.models"), name)
    try:
        model.from_dict(body)
    except KeyError as error:
        raise WireChanged(f"{name} without the field {error}") from None
    except (TypeError, ValueError, AttributeError) as error:
        raise WireChanged(f"{name} of another form: {type(error).__name__}: {error}") from None
