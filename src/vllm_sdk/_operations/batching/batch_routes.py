"""The routes that a line of a batch file may ask.

A test compares them with the bindings.
"""

from __future__ import annotations

from vllm_sdk._operations.generation.chat import CHAT
from vllm_sdk._operations.generation.completion import COMPLETIONS

BATCH_ROUTES = frozenset({
    CHAT,
    COMPLETIONS,
    "/classify",
    "/cohere/v2/chat",
    "/cohere/v2/chat/render",
    "/detokenize",
    "/generative_scoring",
    "/inference/v1/generate",
    "/invocations",
    "/pooling",
    "/rerank",
    "/score",
    "/tokenize",
    "/v1/chat/completions/batch",
    "/v1/chat/completions/derender",
    "/v1/chat/completions/render",
    "/v1/completions/derender",
    "/v1/completions/render",
    "/v1/decisions",
    "/v1/embeddings",
    "/v1/messages",
    "/v1/messages/count_tokens",
    "/v1/messages/render",
    "/v1/rerank",
    "/v1/responses",
    "/v1/responses/render",
    "/v1/score",
    "/v1/systemone",
    "/v2/embed",
    "/v2/rerank",
})  # fmt: skip
"""The routes that take JSON and ask the model."""

AUDIO_ROUTES = frozenset({"/v1/audio/transcriptions", "/v1/audio/translations"})
"""The routes that take a file beside their fields."""

SERVER_ROUTES = frozenset({
    "/abort_requests",
    "/adapters",
    "/collective_rpc",
    "/fault_tolerance/apply",
    "/finish_weight_update",
    "/inference/v1/abort_requests",
    "/init_weight_transfer_engine",
    "/is_scaling_elastic_ep",
    "/pause",
    "/ping",
    "/release_kv_cache_memory",
    "/reset_encoder_cache",
    "/reset_mm_cache",
    "/reset_prefix_cache",
    "/resume",
    "/scale_elastic_ep",
    "/shutdown_weight_transfer_engine",
    "/sleep",
    "/start_draft_weight_update",
    "/start_profile",
    "/start_weight_update",
    "/stop_profile",
    "/update_weight_version",
    "/update_weights",
    "/v1/load_lora_adapter",
    "/v1/unload_lora_adapter",
    "/wake_up",
    "/weight_checker",
})  # fmt: skip
"""The routes that change the server or ask for its state: never those of a data file."""


def find_route_problem(url: str) -> str | None:
    """Return why a line can't ask a route, or None."""
    if url in BATCH_ROUTES:
        return None
    if url in AUDIO_ROUTES:
        return f"{url} takes a file, also as `file_url`: run_batch sends JSON alone"
    if url in SERVER_ROUTES:
        return f"{url} changes the server or asks for its state, and not the model"
    return f"vLLM has no route {url!r} that asks the model: write one such as {CHAT}"
