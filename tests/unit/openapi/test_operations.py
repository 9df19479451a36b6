"""Every operation of the bindings, and what it answers.

A new vLLM changes this table; a reviewer sees there what users get.
"""

import importlib
import re
from pathlib import Path

import pytest
from openapi.pipeline.document import get_components, iter_operations, iter_references
from openapi.pipeline.normalise import normalise
from openapi.pipeline.source import Spec

ROOT = Path(__file__).parents[3]
API = ROOT / "generated" / "vllm_api" / "api"
SPEC = normalise(Spec.read(ROOT / "openapi").build_document())
FAILURES = {"ErrorResponse", "AnthropicErrorResponse", "CohereError"}

# route, module below vllm_api.api, what a success is parsed into
ANSWERS = [
    (
        "POST /v1/audio/transcriptions",
        "audio.create_transcriptions",
        "TranscriptionResponse | TranscriptionResponseDiarized | TranscriptionResponseVerbose",
    ),
    (
        "POST /v1/audio/translations",
        "audio.create_translations",
        "TranslationResponse | TranslationResponseVerbose",
    ),
    ("POST /reset_encoder_cache", "cache.reset_encoder_cache", "None"),
    ("POST /reset_mm_cache", "cache.reset_mm_cache", "None"),
    ("POST /reset_prefix_cache", "cache.reset_prefix_cache", "CacheReset"),
    (
        "POST /v1/chat/completions/batch",
        "chat.create_batch_chat_completion",
        "ChatCompletionResponse",
    ),
    ("POST /v1/chat/completions", "chat.create_chat_completion", "ChatCompletionResponse"),
    (
        "POST /v1/chat/completions/derender",
        "chat.derender_chat_completion",
        "ChatCompletionResponse | DerenderChatStreamResponse",
    ),
    ("POST /v1/chat/completions/render", "chat.render_chat_completion", "GenerateRequest"),
    ("POST /cohere/v2/chat", "cohere.chat_v2", "CohereChatV2Response"),
    ("POST /cohere/v2/chat/render", "cohere.chat_v2_render", "GenerateRequest"),
    ("POST /v1/completions", "completions.create_completion", "CompletionResponse"),
    (
        "POST /v1/completions/derender",
        "completions.derender_completion",
        "CompletionResponse | DerenderCompletionStreamResponse",
    ),
    ("POST /v1/completions/render", "completions.render_completion", "list[GenerateRequest]"),
    ("POST /v1/decisions", "decisions.create_decision", "DecisionResponse"),
    ("POST /v1/systemone", "decisions.create_structured_decision", "StructuredDecisionResponse"),
    ("POST /v2/embed", "embeddings.create_cohere_embedding", "CohereEmbedResponse"),
    ("POST /v1/embeddings", "embeddings.create_embedding", "EmbeddingResponse"),
    (
        "POST /v1/embeddings#token_embed",
        "embeddings.create_token_embedding",
        "TokenEmbeddingResponse",
    ),
    ("POST /abort_requests", "engine.abort_requests", "AbortStatus"),
    ("POST /collective_rpc", "engine.collective_rpc", "CollectiveRpcResults"),
    ("GET /get_world_size", "engine.get_world_size", "WorldSize"),
    ("GET /is_paused", "engine.is_paused", "PauseState"),
    ("POST /pause", "engine.pause_generation", "PauseStatus"),
    ("POST /resume", "engine.resume_generation", "ResumeStatus"),
    ("GET /fault_tolerance/status", "fault_tolerance.get_status", "FaultToleranceStatus"),
    (
        "POST /fault_tolerance/apply",
        "fault_tolerance.process_fault_tolerance_instruction",
        "FaultInstructionAccepted",
    ),
    ("POST /inference/v1/abort_requests", "inference.abort_requests", "None"),
    (
        "POST /inference/v1/generate",
        "inference.generate",
        "GenerateDerenderResponse | GenerateTextResponse | GenerateTokensResponse",
    ),
    ("POST /v1/load_lora_adapter", "lora.load_lora_adapter", "str"),
    ("POST /v1/unload_lora_adapter", "lora.unload_lora_adapter", "str"),
    ("POST /v1/messages/count_tokens", "messages.count_tokens", "AnthropicCountTokensResponse"),
    ("POST /v1/messages", "messages.create_messages", "AnthropicMessagesResponse"),
    ("POST /v1/messages/render", "messages.render_messages", "GenerateRequest"),
    ("GET /v1/models", "models.show_available_models", "ModelList"),
    ("POST /classify", "pooling.create_classify", "ClassificationResponse"),
    ("POST /pooling", "pooling.create_pooling", "IOProcessorResponse | PoolingResponse"),
    ("POST /start_profile", "profiling.start_profile", "None"),
    ("POST /stop_profile", "profiling.stop_profile", "None"),
    ("POST /v1/responses/{response_id}/cancel", "responses.cancel_responses", "ResponsesResponse"),
    ("POST /v1/responses", "responses.create_responses", "ResponsesResponse"),
    ("POST /v1/responses/render", "responses.render_responses", "GenerateRequest"),
    ("GET /v1/responses/{response_id}", "responses.retrieve_responses", "ResponsesResponse"),
    (
        "POST /invocations",
        "sagemaker.invoke",
        (
            "ChatCompletionResponse | ClassificationResponse | CompletionResponse"
            " | EmbeddingResponse | PoolingResponse | RerankResponse | ScoreResponse"
        ),
    ),
    ("GET /ping", "sagemaker.ping_get", "None"),
    ("POST /ping", "sagemaker.ping_post", "None"),
    ("POST /adapters", "sagemaker.register_adapter", "str"),
    ("DELETE /adapters/{adapter_name}", "sagemaker.unregister_adapter", "str"),
    ("POST /is_scaling_elastic_ep", "scaling.is_scaling_elastic_ep", "ElasticScalingState"),
    ("POST /scale_elastic_ep", "scaling.scale_elastic_ep", "ElasticScalingDone"),
    ("POST /generative_scoring", "scoring.create_generative_scoring", "GenerativeScoringResponse"),
    ("POST /score", "scoring.create_score", "ScoreResponse"),
    ("POST /v1/score", "scoring.create_score_v1", "ScoreResponse"),
    ("POST /rerank", "scoring.do_rerank", "RerankResponse"),
    ("POST /v1/rerank", "scoring.do_rerank_v1", "RerankResponse"),
    ("POST /v2/rerank", "scoring.do_rerank_v2", "RerankResponse"),
    ("GET /load", "server.get_server_load_metrics", "ServerLoad"),
    ("GET /health", "server.health", "None"),
    ("GET /kv_event_sources", "server.kv_event_sources", "KVEventSources"),
    ("GET /metrics", "server.metrics", "str"),
    ("GET /server_info", "server.show_server_info", "ServerInfo"),
    ("GET /version", "server.show_version", "ServerVersion"),
    ("GET /is_sleeping", "sleep.is_sleeping", "SleepState"),
    ("POST /release_kv_cache_memory", "sleep.release_kv_cache_memory", "KVCacheReleased"),
    ("POST /sleep", "sleep.sleep", "SleepStatus"),
    ("POST /wake_up", "sleep.wake_up", "WakeUpStatus"),
    ("POST /detokenize", "tokenization.detokenize", "DetokenizeResponse"),
    ("GET /tokenizer_info", "tokenization.get_tokenizer_info", "TokenizerInfoResponse"),
    ("POST /tokenize", "tokenization.tokenize", "TokenizeResponse"),
    ("POST /finish_weight_update", "weights.finish_weight_update", "WeightMessage"),
    ("POST /init_weight_transfer_engine", "weights.init_weight_transfer_engine", "WeightMessage"),
    (
        "POST /shutdown_weight_transfer_engine",
        "weights.shutdown_weight_transfer_engine",
        "WeightMessage",
    ),
    ("POST /start_draft_weight_update", "weights.start_draft_weight_update", "WeightMessage"),
    ("POST /start_weight_update", "weights.start_weight_update", "WeightMessage"),
    ("POST /update_weight_version", "weights.update_weight_version", "WeightVersionUpdate"),
    ("POST /update_weights", "weights.update_weights", "WeightMessage"),
    (
        "POST /weight_checker",
        "weights.weight_checker",
        "WeightChecksums | WeightComparison | WeightsReset",
    ),
    ("GET /weight_info", "weights.weight_info", "WeightInfo"),
]

NO_BODY = "answers with its status alone"
TEXT = "answers plain text"
# Routes without a model, and why.
EXCEPTIONS = {
    "GET /health": NO_BODY,
    "GET /metrics": "answers Prometheus' text format",
    "GET /ping": NO_BODY,
    "POST /ping": NO_BODY,
    "POST /start_profile": NO_BODY,
    "POST /stop_profile": NO_BODY,
    "POST /reset_mm_cache": NO_BODY,
    "POST /reset_encoder_cache": NO_BODY,
    "POST /inference/v1/abort_requests": NO_BODY,
    "POST /v1/load_lora_adapter": TEXT,
    "POST /v1/unload_lora_adapter": TEXT,
    "POST /adapters": TEXT,
    "DELETE /adapters/{adapter_name}": TEXT,
}
# What one event of a stream is parsed into; the operation itself parses the answer to stream=False.
EVENTS = {
    "POST /v1/chat/completions": {"ChatCompletionStreamResponse"},
    "POST /v1/completions": {"CompletionStreamResponse"},
    "POST /v1/messages": {"AnthropicStreamEvent"},
    "POST /inference/v1/generate": {"GenerateTokensStreamResponse", "GenerateTextStreamResponse"},
    "POST /v1/audio/transcriptions": {"TranscriptionStreamResponse"},
    "POST /v1/audio/translations": {"TranslationStreamResponse"},
    "POST /invocations": {"ChatCompletionStreamResponse", "CompletionStreamResponse"},
    "POST /cohere/v2/chat": {
        "MessageStartEvent",
        "ContentStartEvent",
        "ContentDeltaEvent",
        "ContentEndEvent",
        "ToolPlanDeltaEvent",
        "ToolCallStartEvent",
        "ToolCallDeltaEvent",
        "ToolCallEndEvent",
        "CitationStartEvent",
        "CitationEndEvent",
        "MessageEndEvent",
    },
}


def answer_of(place: str) -> str:
    """Read from an operation's source what it parses a success into."""
    tag, name = place.split(".")
    text = (API / tag / f"{name}.py").read_text()
    signature = re.search(r"def sync_detailed\(.*?\) -> Response\[(.*?)\]:\n", text, re.DOTALL)
    assert signature, f"{place} has no sync_detailed"
    parts = signature[1].replace("\n", " ").strip().split("|")
    return " | ".join(part.strip() for part in parts if part.strip() not in FAILURES)


def test_no_operation_is_missing_and_none_is_unknown() -> None:
    assert {route for route, _, _ in ANSWERS} == {route for route, _ in iter_operations(SPEC)}


@pytest.mark.parametrize(("route", "place", "answer"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_an_operation_answers_with_its_model(route: str, place: str, answer: str) -> None:
    assert answer_of(place) == answer
    assert "Any" not in answer
    assert (answer in {"None", "str"}) == (route in EXCEPTIONS), EXCEPTIONS.get(route)


def test_every_stream_has_a_model_for_its_events() -> None:
    documented = {
        route: set(iter_references(response["content"]["text/event-stream"]))
        for route, operation in iter_operations(SPEC)
        for status, response in operation["responses"].items()
        if status.startswith("2") and "text/event-stream" in response.get("content", {})
    }
    responses = {route for route in documented if "/v1/responses" in route}
    assert responses == {"POST /v1/responses", "GET /v1/responses/{response_id}"}
    for route in responses:
        events = documented.pop(route)
        assert len(events) == 24, sorted(events)
    assert documented == EVENTS


def test_every_class_that_a_route_mentions_can_be_imported() -> None:
    models = importlib.import_module("vllm_api.models")
    schemas = get_components(SPEC)
    mentioned = {
        name for _, operation in iter_operations(SPEC) for name in iter_references(operation)
    }
    classes = {name for name in mentioned if "properties" in schemas[name]}
    assert {name for name in classes if not hasattr(models, name)} == set()
    assert len(classes) > 100


def test_the_realtime_messages_are_there_although_openapi_has_no_place_for_them() -> None:
    models = importlib.import_module("vllm_api.models")
    for name in ("SessionUpdate", "InputAudioBufferAppend", "TranscriptionDelta", "ErrorEvent"):
        assert hasattr(models, name)


def test_bodies_that_handlers_read_past_fastapi_are_typed_too() -> None:
    bare = [
        route
        for route, operation in iter_operations(SPEC)
        if route.startswith("POST") and "requestBody" not in operation
    ]
    assert bare == [
        "POST /is_scaling_elastic_ep",
        "POST /pause",
        "POST /ping",
        "POST /release_kv_cache_memory",
        "POST /reset_encoder_cache",
        "POST /reset_mm_cache",
        "POST /reset_prefix_cache",
        "POST /resume",
        "POST /shutdown_weight_transfer_engine",
        "POST /sleep",
        "POST /start_draft_weight_update",
        "POST /start_weight_update",
        "POST /stop_profile",
        "POST /v1/responses/{response_id}/cancel",
        "POST /wake_up",
    ]
