"""The plain values inside replies.

msgspec decodes them directly from the server's JSON; a chunk of a stream takes half a microsecond.
Fields that vLLM adds later are ignored here; `Reply.raw` has them.

`gc=False`: decoded JSON has no cycles, so the collector need not visit thousands of objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeVar

import msgspec

if TYPE_CHECKING:
    from typing_extensions import TypeVar as TypeVarWithDefault

    T = TypeVarWithDefault("T", default=str)
    T_co = TypeVarWithDefault("T_co", covariant=True, default=str)
else:  # TypeVar of typing takes a default from Python 3.13 on
    T = TypeVar("T")
    T_co = TypeVar("T_co", covariant=True)

JSON: TypeAlias = "dict[str, JSON] | list[JSON] | str | int | float | bool | None"
"""Any value that JSON can carry."""

Role: TypeAlias = Literal["system", "developer", "user", "assistant", "tool"]
"""The roles that have a meaning in vLLM; it passes other roles to the template unread."""

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema."""


class AnyFunction(Protocol):
    """A function; mypy infers this type for a list of functions of different signatures."""

    @property
    def __code__(self) -> Any:
        """The compiled body of the function."""
        ...


def _add(one: int | None, other: int | None) -> int | None:
    """Add two numbers; one that is unknown counts as 0 beside one that is known."""
    return other if one is None else one + (other or 0)


class PromptTokensDetails(msgspec.Struct, frozen=True, gc=False):
    """Numbers of prompt tokens by origin (`usage.prompt_tokens_details`).

    `Usage.cached_tokens` is a number in any case.

    Attributes:
        cached_tokens: Number of tokens found in the prefix cache; None if the server sends none.
        created_cache_tokens: Number of tokens written into the prefix cache; None if the server
            sends none.
        multimodal_tokens: Number of tokens by modality, or None.
    """

    cached_tokens: int | None = None
    created_cache_tokens: int | None = None
    multimodal_tokens: dict[str, int] | None = None

    def __add__(self, other: PromptTokensDetails) -> PromptTokensDetails:
        """Add the numbers of two requests."""
        modalities = dict(self.multimodal_tokens or {})
        for name, count in (other.multimodal_tokens or {}).items():
            modalities[name] = modalities.get(name, 0) + count
        return PromptTokensDetails(
            _add(self.cached_tokens, other.cached_tokens),
            _add(self.created_cache_tokens, other.created_cache_tokens),
            modalities or None,
        )


class CompletionTokensDetails(msgspec.Struct, frozen=True, gc=False):
    """Numbers of generated tokens by purpose (`usage.completion_tokens_details`).

    `Usage.reasoning_tokens` is a number in any case.

    Attributes:
        reasoning_tokens: Number of tokens of reasoning; None if the server sends none.
    """

    reasoning_tokens: int | None = None

    def __add__(self, other: CompletionTokensDetails) -> CompletionTokensDetails:
        """Add the numbers of two requests."""
        return CompletionTokensDetails(_add(self.reasoning_tokens, other.reasoning_tokens))


class Usage(msgspec.Struct, frozen=True, gc=False):
    """Numbers of tokens of a request (`usage` of the response).

    Every number is an `int`, 0 if the server sends none. `one + other` adds all numbers, and
    `sum(usages, Usage())` those of many requests.

    Attributes:
        prompt_tokens: Number of tokens of the prompt, after the chat template.
        completion_tokens: Number of generated tokens, over all choices.
        total_tokens: The sum of both.
        prompt_tokens_details: Prompt tokens by origin; None unless the server runs with
            `--enable-prompt-tokens-details`.
        completion_tokens_details: Generated tokens by purpose; None unless the server counts them.
    """

    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0
    prompt_tokens_details: PromptTokensDetails | None = None
    completion_tokens_details: CompletionTokensDetails | None = None

    @property
    def cached_tokens(self) -> int:
        """Number of prompt tokens found in the prefix cache; 0 if the server sends none."""
        details = self.prompt_tokens_details
        return 0 if details is None else details.cached_tokens or 0

    @property
    def reasoning_tokens(self) -> int:
        """Number of generated tokens of reasoning; 0 if the server sends none."""
        details = self.completion_tokens_details
        return 0 if details is None else details.reasoning_tokens or 0

    def __add__(self, other: Usage) -> Usage:
        """Add the numbers of two requests."""
        prompts = self.prompt_tokens_details, other.prompt_tokens_details
        completions = self.completion_tokens_details, other.completion_tokens_details
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.total_tokens + other.total_tokens,
            prompts[0] + prompts[1] if prompts[0] and prompts[1] else prompts[0] or prompts[1],
            completions[0] + completions[1]
            if completions[0] and completions[1]
            else completions[0] or completions[1],
        )


class AlternativeToken(msgspec.Struct, frozen=True, gc=False):
    """One of the likeliest tokens at a position.

    Attributes:
        token: The token as text (`token_id:N` with `return_tokens_as_token_ids`).
        logprob: The natural logarithm of its probability; -9999.0 if vLLM has none.
        bytes: The UTF-8 bytes of the token, or None.
    """

    token: str
    logprob: float | None = -9999.0
    bytes: list[int] | None = None


class TokenLogprob(msgspec.Struct, frozen=True, gc=False):
    """A generated token and its log probability.

    Attributes:
        token: The token as text (`token_id:N` with `return_tokens_as_token_ids`); empty if the
            server sent null for the token.
        logprob: The natural logarithm of its probability; None for the first token of an echoed
            prompt.
        bytes: The UTF-8 bytes of the token, or None; completions do not send them.
        top_logprobs: The likeliest tokens at this position, likeliest first.
    """

    token: str
    logprob: float | None = -9999.0
    bytes: list[int] | None = None
    top_logprobs: list[AlternativeToken] = []


class PromptLogprob(msgspec.Struct, frozen=True, gc=False):
    """The log probability of a token at a position of the prompt.

    Attributes:
        logprob: The natural logarithm of its probability.
        rank: Its rank among all tokens, 1 for the likeliest, or None.
        decoded_token: The token as text, or None.
    """

    logprob: float
    rank: int | None = None
    decoded_token: str | None = None


class WeightVersionSpan(msgspec.Struct, frozen=True, gc=False):
    """A range of generated tokens that the same weights sampled, with `return_weight_versions`.

    The weights of a server can change while it answers, as they do in reinforcement learning.

    Attributes:
        version: The label of the weights, as `POST /update_weight_version` set it.
        start: The index of the first token among the generated ones.
        end: The index after the last token.
    """

    version: str
    start: int
    end: int


class FunctionCall(msgspec.Struct, frozen=True, gc=False):
    """The function that a tool call names.

    Attributes:
        name: The tool's name.
        arguments: The arguments as the model wrote them: JSON text that is not checked.
    """

    name: str
    arguments: str


class ToolCall(msgspec.Struct, frozen=True, gc=False):
    """A tool call in a turn of the model.

    Attributes:
        id: The id that pairs the call with its result.
        function: The tool and its arguments.
        type: Always `function`.
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
        """The arguments as the model wrote them: JSON text that is not checked."""
        return self.function.arguments


class Model(msgspec.Struct, frozen=True, gc=False):
    """A model or LoRA adapter that the server serves (`GET /v1/models`).

    Attributes:
        id: The name for `model=`.
        root: The model's path or hub name.
        parent: The base model's name if this is a LoRA adapter, else None.
        max_model_len: The context length in tokens, or None for an adapter.
        created: The time of the registration, in seconds since the epoch.
        owned_by: The owner that the server names; `vllm` if it names none, as vLLM always does.
    """

    id: str
    root: str | None = None
    parent: str | None = None
    max_model_len: int | None = None
    created: int = 0
    owned_by: str = "vllm"

    @property
    def is_adapter(self) -> bool:
        """True for a LoRA adapter of another model."""
        return self.parent is not None
