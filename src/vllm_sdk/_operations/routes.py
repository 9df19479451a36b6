"""The routes of vLLM that no method of the clients uses, each with the reason.

The bindings reach every route: `vllm_api.api`. A test compares this list with the bindings and with
the requests of all methods.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _plan(method: str) -> str:
    return f"no method yet; planned as `{method}`"


_RENDERING = "renders a prompt without generating: for developers of vLLM"
_MESSAGES = "Anthropic's API on the same models: use `chat`"
_RESPONSES = "OpenAI's Responses API on the same models: use `chat`"
_COHERE = "Cohere's API on the same models: use `chat`"
_DISAGGREGATED = "for routers between prefill and decode servers"
_DECISIONS = "no method planned: `returns=` decides among choices on every server"
_SAGEMAKER = "an alias of other routes, for SageMaker"
_ALIAS = "an alias of another route of the same task"

NOT_WRAPPED: Mapping[str, str] = MappingProxyType({
    "DELETE /adapters/{adapter_name}": _SAGEMAKER,
    "GET /fault_tolerance/status": _plan("scaling.status"),
    "GET /get_world_size": _plan("weights.world_size"),
    "GET /is_paused": _plan("engine.is_paused"),
    "GET /is_sleeping": _plan("engine.is_sleeping"),
    "GET /kv_event_sources": _DISAGGREGATED,
    "GET /load": _plan("server.load"),
    "GET /ping": _SAGEMAKER,
    "GET /server_info": _plan("server.info"),
    "GET /tokenizer_info": _plan("tokenize"),
    "GET /v1/responses/{response_id}": _RESPONSES,
    "GET /weight_info": _plan("weights.info"),
    "POST /abort_requests": _plan("engine.abort"),
    "POST /adapters": _SAGEMAKER,
    "POST /classify": _plan("classify"),
    "POST /cohere/v2/chat": _COHERE,
    "POST /cohere/v2/chat/render": _RENDERING,
    "POST /collective_rpc": _plan("engine.collective_rpc"),
    "POST /detokenize": _plan("detokenize"),
    "POST /fault_tolerance/apply": _plan("scaling.apply"),
    "POST /finish_weight_update": _plan("weights.finish_update"),
    "POST /generative_scoring": _plan("score"),
    "POST /inference/v1/abort_requests": _DISAGGREGATED,
    "POST /inference/v1/generate": _DISAGGREGATED,
    "POST /init_weight_transfer_engine": _plan("weights.init_transfer"),
    "POST /invocations": _SAGEMAKER,
    "POST /is_scaling_elastic_ep": _plan("scaling.is_scaling"),
    "POST /pause": _plan("engine.pause"),
    "POST /ping": _SAGEMAKER,
    "POST /pooling": _plan("pool"),
    "POST /release_kv_cache_memory": _plan("cache.release_memory"),
    "POST /rerank": _plan("rerank"),
    "POST /reset_encoder_cache": _plan("cache.reset_encoder"),
    "POST /reset_mm_cache": _plan("cache.reset_multimodal"),
    "POST /reset_prefix_cache": _plan("cache.reset_prefix"),
    "POST /resume": _plan("engine.resume"),
    "POST /scale_elastic_ep": _plan("scaling.scale"),
    "POST /score": _plan("score"),
    "POST /shutdown_weight_transfer_engine": _plan("weights.shutdown_transfer"),
    "POST /sleep": _plan("engine.sleep"),
    "POST /start_draft_weight_update": _plan("weights.start_draft_update"),
    "POST /start_profile": _plan("profiler.start"),
    "POST /start_weight_update": _plan("weights.start_update"),
    "POST /stop_profile": _plan("profiler.stop"),
    "POST /tokenize": _plan("tokenize"),
    "POST /update_weight_version": _plan("weights.update_version"),
    "POST /update_weights": _plan("weights.update"),
    "POST /v1/audio/transcriptions": _plan("transcribe"),
    "POST /v1/audio/translations": _plan("translate"),
    "POST /v1/chat/completions/batch": _plan("batch"),
    "POST /v1/chat/completions/derender": _RENDERING,
    "POST /v1/chat/completions/render": _RENDERING,
    "POST /v1/completions/derender": _RENDERING,
    "POST /v1/completions/render": _RENDERING,
    "POST /v1/decisions": _DECISIONS,
    "POST /v1/embeddings": _plan("embed"),
    "POST /v1/load_lora_adapter": _plan("adapters.load"),
    "POST /v1/messages": _MESSAGES,
    "POST /v1/messages/count_tokens": _MESSAGES,
    "POST /v1/messages/render": _RENDERING,
    "POST /v1/rerank": _ALIAS,
    "POST /v1/responses": _RESPONSES,
    "POST /v1/responses/render": _RENDERING,
    "POST /v1/responses/{response_id}/cancel": _RESPONSES,
    "POST /v1/score": _ALIAS,
    "POST /v1/systemone": _DECISIONS,
    "POST /v1/unload_lora_adapter": _plan("adapters.unload"),
    "POST /v2/embed": _COHERE,
    "POST /v2/rerank": _ALIAS,
    "POST /wake_up": _plan("engine.wake_up"),
    "POST /weight_checker": _plan("weights.check"),
})  # fmt: skip
"""The routes without a method, as `METHOD /path`, each with the reason."""
