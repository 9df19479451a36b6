"""The response of each route of vLLM, which vLLM's own spec does not document.

vLLM builds its responses by hand, so FastAPI documents `{}` for nearly every success. The models
exist nevertheless, and this table names the model of each route. A model is named `module:Class`,
with a module of `vllm.entrypoints`; a bare `Class` is one of `bodies.py`. If vLLM uses another
handler for another pooling task, the route of that handler has the task after a `#`.

The export reports a route of a new vLLM that is not listed: read its handler and add a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from .document import iter_operations


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The success response of one route, and what its handler reads beyond its spec.

    Several names are a union, the most specific first: a reader takes the first that fits.
    """

    json: tuple[str, ...] = ()
    stream: tuple[str, ...] = ()
    """One event of the `text/event-stream` response."""
    text: bool = False
    binary: bool = False
    """True if the request can ask for raw bytes instead."""
    status: str = "200"
    body: tuple[str, ...] = ()
    """The request body, if the handler reads it without FastAPI."""
    parameters: tuple[Mapping[str, Any], ...] = field(default=())
    """Parameters that the handler reads without FastAPI."""


_CHAT = "openai.chat_completion.protocol:"
_COMPLETION = "openai.completion.protocol:"
_RESPONSES = "openai.responses.protocol:"
_ANTHROPIC = "anthropic.protocol:"
_COHERE = "cohere.protocol:"
_TOKENS = "scale_out.token_in_token_out.protocol:"
_EMBED = "pooling.embed.protocol:"
_POOLING = "pooling.pooling.protocol:"
_CLASSIFY = "pooling.classify.protocol:"
_SCORING = "pooling.scoring.protocol:"
_TRANSCRIPTION = "speech_to_text.transcription.protocol:"
_TRANSLATION = "speech_to_text.translation.protocol:"
_TOKENIZE = "serve.tokenize.protocol:"

_NOTHING = Answer()
_TEXT = Answer(text=True)
_SCORE = Answer(json=(_SCORING + "ScoreResponse",))
_RERANK = Answer(json=(_SCORING + "RerankResponse",))
_WEIGHTS = Answer(json=("WeightMessage",))
_ADAPTER_NAME = MappingProxyType(
    {"name": "adapter_name", "in": "path", "required": True, "schema": {"type": "string"}}
)
_TAGS = MappingProxyType(
    {
        "name": "tags",
        "in": "query",
        "required": False,
        "description": "What to wake up (weights, kv_cache); everything where not given.",
        "schema": {"type": "array", "items": {"type": "string"}},
    }
)
_CHAT_RESPONSE = _CHAT + "ChatCompletionResponse"
_CHAT_CHUNK = _CHAT + "ChatCompletionStreamResponse"
_COMPLETION_RESPONSE = _COMPLETION + "CompletionResponse"
_COMPLETION_CHUNK = _COMPLETION + "CompletionStreamResponse"
_RESPONSE = Answer(
    json=(_RESPONSES + "ResponsesResponse",),
    stream=(_RESPONSES + "StreamingResponsesResponse",),
)

ANSWERS: Mapping[str, Answer] = MappingProxyType(
    {
        # Generation
        "POST /v1/chat/completions": Answer(json=(_CHAT_RESPONSE,), stream=(_CHAT_CHUNK,)),
        "POST /v1/chat/completions/batch": Answer(json=(_CHAT_RESPONSE,)),
        "POST /v1/completions": Answer(json=(_COMPLETION_RESPONSE,), stream=(_COMPLETION_CHUNK,)),
        "POST /v1/responses": _RESPONSE,
        "GET /v1/responses/{response_id}": _RESPONSE,
        "POST /v1/responses/{response_id}/cancel": Answer(json=_RESPONSE.json),
        "POST /v1/messages": Answer(
            json=(_ANTHROPIC + "AnthropicMessagesResponse",),
            stream=(_ANTHROPIC + "AnthropicStreamEvent",),
        ),
        "POST /v1/messages/count_tokens": Answer(
            json=(_ANTHROPIC + "AnthropicCountTokensResponse",)
        ),
        "POST /cohere/v2/chat": Answer(
            json=(_COHERE + "CohereChatV2Response",),
            stream=tuple(
                _COHERE + name
                for name in (
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
                )
            ),
        ),
        "POST /generative_scoring": Answer(
            json=("generate.generative_scoring.serving:GenerativeScoringResponse",)
        ),
        "POST /v1/systemone": Answer(
            json=("generate.structured_decisions.protocol:StructuredDecisionResponse",)
        ),
        "POST /inference/v1/generate": Answer(
            json=(_TOKENS + "GenerateResponse",), stream=(_TOKENS + "GenerateStreamResponse",)
        ),
        "POST /v1/chat/completions/derender": Answer(
            json=(_TOKENS + "DerenderChatStreamResponse", _CHAT_RESPONSE)
        ),
        "POST /v1/completions/derender": Answer(
            json=(_TOKENS + "DerenderCompletionStreamResponse", _COMPLETION_RESPONSE)
        ),
        "POST /invocations": Answer(
            body=(
                _CHAT + "ChatCompletionRequest",
                _COMPLETION + "CompletionRequest",
                _EMBED + "EmbeddingRequest",
                _CLASSIFY + "ClassificationRequest",
                _SCORING + "RerankRequest",
                _SCORING + "ScoreRequest",
                _POOLING + "PoolingRequest",
            ),
            json=(
                _CHAT_RESPONSE,
                _COMPLETION_RESPONSE,
                _EMBED + "EmbeddingResponse",
                _CLASSIFY + "ClassificationResponse",
                _SCORING + "RerankResponse",
                _SCORING + "ScoreResponse",
                _POOLING + "PoolingResponse",
            ),
            stream=(_CHAT_CHUNK, _COMPLETION_CHUNK),
        ),
        # Pooling
        "POST /v1/embeddings": Answer(json=(_EMBED + "EmbeddingResponse",), binary=True),
        "POST /v1/embeddings#token_embed": Answer(
            json=("pooling.token_embed.protocol:TokenEmbeddingResponse",)
        ),
        "POST /v2/embed": Answer(json=(_EMBED + "CohereEmbedResponse",)),
        "POST /pooling": Answer(
            json=(_POOLING + "PoolingResponse", _POOLING + "IOProcessorResponse"), binary=True
        ),
        "POST /classify": Answer(json=(_CLASSIFY + "ClassificationResponse",)),
        "POST /score": _SCORE,
        "POST /v1/score": _SCORE,
        "POST /rerank": _RERANK,
        "POST /v1/rerank": _RERANK,
        "POST /v2/rerank": _RERANK,
        # Audio
        "POST /v1/audio/transcriptions": Answer(
            json=(
                _TRANSCRIPTION + "TranscriptionResponseDiarized",
                _TRANSCRIPTION + "TranscriptionResponseVerbose",
                _TRANSCRIPTION + "TranscriptionResponse",
            ),
            stream=(_TRANSCRIPTION + "TranscriptionStreamResponse",),
        ),
        "POST /v1/audio/translations": Answer(
            json=(
                _TRANSLATION + "TranslationResponseVerbose",
                _TRANSLATION + "TranslationResponse",
            ),
            stream=(_TRANSLATION + "TranslationStreamResponse",),
        ),
        # Models, adapters, tokens
        "GET /v1/models": Answer(json=("serve.engine.protocol:ModelList",)),
        "POST /v1/load_lora_adapter": _TEXT,
        "POST /v1/unload_lora_adapter": _TEXT,
        "POST /adapters": Answer(text=True, body=("AdapterRegistration",)),
        "DELETE /adapters/{adapter_name}": Answer(text=True, parameters=(_ADAPTER_NAME,)),
        "POST /tokenize": Answer(json=(_TOKENIZE + "TokenizeResponse",)),
        "POST /detokenize": Answer(json=(_TOKENIZE + "DetokenizeResponse",)),
        "GET /tokenizer_info": Answer(json=(_TOKENIZE + "TokenizerInfoResponse",)),
        # The server
        "GET /health": _NOTHING,
        "GET /ping": _NOTHING,
        "POST /ping": _NOTHING,
        "GET /version": Answer(json=("ServerVersion",)),
        "GET /load": Answer(json=("ServerLoad",)),
        "GET /metrics": _TEXT,
        "GET /server_info": Answer(json=("ServerInfo",)),
        "GET /kv_event_sources": Answer(json=("KVEventSources",)),
        "POST /start_profile": _NOTHING,
        "POST /stop_profile": _NOTHING,
        "POST /reset_prefix_cache": Answer(json=("CacheReset",)),
        "POST /reset_mm_cache": _NOTHING,
        "POST /reset_encoder_cache": _NOTHING,
        "POST /collective_rpc": Answer(json=("CollectiveRpcResults",), body=("CollectiveRpcCall",)),
        "POST /sleep": Answer(json=("SleepStatus",)),
        "POST /wake_up": Answer(json=("WakeUpStatus",), parameters=(_TAGS,)),
        "GET /is_sleeping": Answer(json=("SleepState",)),
        "POST /release_kv_cache_memory": Answer(json=("KVCacheReleased",)),
        "POST /pause": Answer(json=("PauseStatus",)),
        "POST /resume": Answer(json=("ResumeStatus",)),
        "GET /is_paused": Answer(json=("PauseState",)),
        "POST /abort_requests": Answer(json=("AbortStatus",), body=("RequestsToAbort",)),
        "POST /inference/v1/abort_requests": Answer(body=("RequestsToAbort",)),
        # Weights and scaling
        "POST /init_weight_transfer_engine": _WEIGHTS,
        "POST /shutdown_weight_transfer_engine": _WEIGHTS,
        "POST /start_weight_update": _WEIGHTS,
        "POST /start_draft_weight_update": _WEIGHTS,
        "POST /update_weights": _WEIGHTS,
        "POST /finish_weight_update": _WEIGHTS,
        "POST /update_weight_version": Answer(json=("WeightVersionUpdate",)),
        "GET /weight_info": Answer(json=("WeightInfo",)),
        "POST /weight_checker": Answer(
            json=("WeightsReset", "WeightChecksums", "WeightComparison")
        ),
        "GET /get_world_size": Answer(json=("WorldSize",)),
        "POST /scale_elastic_ep": Answer(json=("ElasticScalingDone",), body=("ElasticScaling",)),
        "POST /is_scaling_elastic_ep": Answer(json=("ElasticScalingState",)),
        "POST /fault_tolerance/apply": Answer(
            status="202", json=("FaultInstructionAccepted",), body=("FaultInstruction",)
        ),
        "GET /fault_tolerance/status": Answer(json=("FaultToleranceStatus",)),
    }
)

# Messages of the WebSocket at /v1/realtime, which OpenAPI has no place for.
REALTIME = tuple(
    "speech_to_text.realtime.protocol:" + name
    for name in (
        "SessionUpdate",
        "InputAudioBufferAppend",
        "InputAudioBufferCommit",
        "SessionCreated",
        "TranscriptionDelta",
        "TranscriptionDone",
        "ErrorEvent",
    )
)


def list_untyped(document: dict[str, Any]) -> list[str]:
    """List the routes of a served spec that have neither a documented nor a listed response."""
    return [
        route
        for route, operation in iter_operations(document)
        if route not in ANSWERS and not _documents_its_answer(operation)
    ]


def _documents_its_answer(operation: dict[str, Any]) -> bool:
    return any(
        status.startswith("2")
        and any(media.get("schema") for media in answer.get("content", {}).values())
        for status, answer in operation.get("responses", {}).items()
    )
