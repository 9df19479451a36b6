"""Values that the server's responses are decoded into.

| module | defines |
|---|---|
| `values` | usage, tool calls, models, log probabilities of tokens, and the type variables |
| `logprobs` | `logprobs` of a choice, in the form of each endpoint |
| `chunks` | the chunks of a stream |
| `metrics` | a reading of the server's metrics |
"""

from vllm_sdk.types.chunks import (
    ChatChoiceDelta,
    ChatChunk,
    Chunk,
    CompletionChoiceDelta,
    CompletionChunk,
    FunctionDelta,
    MessageDelta,
    ToolCallDelta,
)
from vllm_sdk.types.logprobs import ChatLogprobs, CompletionLogprobs
from vllm_sdk.types.metrics import Histogram, Metrics
from vllm_sdk.types.values import (
    JSON,
    AlternativeToken,
    AnyFunction,
    CompletionTokensDetails,
    FunctionCall,
    Model,
    PromptLogprob,
    PromptTokensDetails,
    Role,
    Schema,
    T,
    T_co,
    TokenLogprob,
    ToolCall,
    Usage,
    WeightVersionSpan,
)

__all__ = [
    "JSON",
    "AlternativeToken",
    "AnyFunction",
    "ChatChoiceDelta",
    "ChatChunk",
    "ChatLogprobs",
    "Chunk",
    "CompletionChoiceDelta",
    "CompletionChunk",
    "CompletionLogprobs",
    "CompletionTokensDetails",
    "FunctionCall",
    "FunctionDelta",
    "Histogram",
    "MessageDelta",
    "Metrics",
    "Model",
    "PromptLogprob",
    "PromptTokensDetails",
    "Role",
    "Schema",
    "T",
    "T_co",
    "TokenLogprob",
    "ToolCall",
    "ToolCallDelta",
    "Usage",
    "WeightVersionSpan",
]
