"""The plain values that replies are made of.

They are decoded straight from the server's JSON (msgspec structs: a chunk of a stream takes half a
microsecond). Fields that vLLM adds later are ignored here and reachable through `Reply.raw`.

`gc=False`: decoded JSON holds no cycle, and the collector need not look through thousands of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeVar

import msgspec

if TYPE_CHECKING:
    from typing_extensions import TypeVar as TypeVarWithDefault

    T = TypeVarWithDefault("T", default=str)
    T_co = TypeVarWithDefault("T_co", covariant=True, default=str)
else:  # typing's own takes a default from Python 3.13 on
    T = TypeVar("T")
    T_co = TypeVar("T_co", covariant=True)

JSON: TypeAlias = "dict[str, JSON] | list[JSON] | str | int | float | bool | None"
"""Any value that JSON can carry."""

Role: TypeAlias = Literal["system", "developer", "user", "assistant", "tool"]
"""The roles that vLLM gives a meaning; others it would pass to the template unread."""

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema."""


class AnyFunction(Protocol):
    """A function; what mypy makes of functions of different signatures in one list."""

    @property
    def __code__(self) -> Any:
        """Every function has it."""
        ...


class PromptTokensDetails(msgspec.Struct, frozen=True, gc=False):
    """Where prompt tokens came from.

    Attributes:
        cached_tokens: how many were found in the prefix cache.
        created_cache_tokens: how many were written into it.
        multimodal_tokens: tokens by modality, or None.
    """

    cached_tokens: int | None = None
    created_cache_tokens: int | None = None
    multimodal_tokens: dict[str, int] | None = None


class CompletionTokensDetails(msgspec.Struct, frozen=True, gc=False):
    """What completion tokens were spent on.

    Attributes:
        reasoning_tokens: how many were reasoning.
    """

    reasoning_tokens: int | None = None


class Usage(msgspec.Struct, frozen=True, gc=False):
    """How many tokens a request took (`usage` of the response).

    Attributes:
        prompt_tokens: tokens of the prompt, after the chat template.
        completion_tokens: tokens generated, over all choices.
        total_tokens: the sum.
        prompt_tokens_details: the prefix cache's share; vLLM sends it where
            `--enable-prompt-tokens-details` is on.
        completion_tokens_details: reasoning's share, where the server counts it.
    """

    prompt_tokens: int = 0
    completion_tokens: int | None = 0
    total_tokens: int = 0
    prompt_tokens_details: PromptTokensDetails | None = None
    completion_tokens_details: CompletionTokensDetails | None = None

    @property
    def cached_tokens(self) -> int | None:
        """Prompt tokens found in the prefix cache, or None where the server does not say."""
        details = self.prompt_tokens_details
        return None if details is None else details.cached_tokens


class AlternativeToken(msgspec.Struct, frozen=True, gc=False):
    """One of the likeliest tokens at a position.

    Attributes:
        token: the token as text (`token_id:N` with `return_tokens_as_token_ids`).
        logprob: its natural-log probability; -9999.0 where vLLM has none.
        bytes: its UTF-8 bytes, or None.
    """

    token: str
    logprob: float | None = -9999.0
    bytes: list[int] | None = None


class TokenLogprob(msgspec.Struct, frozen=True, gc=False):
    """One generated token and how likely it was.

    Attributes:
        token: the token as text (`token_id:N` with `return_tokens_as_token_ids`).
        logprob: its natural-log probability; None for the first token of an echoed prompt.
        bytes: its UTF-8 bytes, or None; completions do not send them.
        top_logprobs: the likeliest tokens at this position, likeliest first.
    """

    token: str
    logprob: float | None = -9999.0
    bytes: list[int] | None = None
    top_logprobs: list[AlternativeToken] = []


class PromptLogprob(msgspec.Struct, frozen=True, gc=False):
    """How likely a token was at a position of the prompt.

    Attributes:
        logprob: its natural-log probability.
        rank: its rank among all tokens, 1 the likeliest, or None.
        decoded_token: the token as text, or None.
    """

    logprob: float
    rank: int | None = None
    decoded_token: str | None = None


class WeightVersionSpan(msgspec.Struct, frozen=True, gc=False):
    """A range of generated tokens that the same weights sampled, with `return_weight_versions`.

    The weights of a server can change while it answers, as they do in reinforcement learning.

    Attributes:
        version: the label of the weights, as `POST /update_weight_version` set it.
        start: the index of the first token among the generated ones.
        end: the index after the last token.
    """

    version: str
    start: int
    end: int


class FunctionCall(msgspec.Struct, frozen=True, gc=False):
    """The function that a tool call names.

    Attributes:
        name: the tool's name.
        arguments: its arguments as the model wrote them: JSON text, not yet checked.
    """

    name: str
    arguments: str


class ToolCall(msgspec.Struct, frozen=True, gc=False):
    """A call that the model asks for.

    Attributes:
        id: pairs the call with its result.
        function: what to call, and with what.
        type: always `function`.
    """

    id: str
    function: FunctionCall
    type: str = "function"

    @property
    def name(self) -> str:
        """The tool's name."""
        return self.function.name

    @property
    def arguments(self) -> str:
        """The arguments as the model wrote them: JSON text, not yet checked."""
        return self.function.arguments


class Model(msgspec.Struct, frozen=True, gc=False):
    """A model or LoRA adapter that the server serves (`GET /v1/models`).

    Attributes:
        id: the name to ask for it by.
        root: the model's path or hub name.
        parent: the base model's name if this is a LoRA adapter, else None.
        max_model_len: the context length in tokens, or None for an adapter.
        created: when the server registered it, in seconds since the epoch.
        owned_by: always `vllm`.
    """

    id: str
    root: str | None = None
    parent: str | None = None
    max_model_len: int | None = None
    created: int = 0
    owned_by: str = "vllm"

    @property
    def is_adapter(self) -> bool:
        """Whether this is a LoRA adapter of another model."""
        return self.parent is not None
