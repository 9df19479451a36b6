"""The options of a generation, as one immutable value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import attrs

from vllm_sdk._exports import export
from vllm_sdk.options import checks, combinations
from vllm_sdk.options.fields import ReasoningEffort
from vllm_sdk.options.rules import CHECKS, check_options
from vllm_sdk.options.signatures import list_options
from vllm_sdk.options.structured import RepetitionDetection, StructuredOutputs

if TYPE_CHECKING:
    from typing import Unpack

    from vllm_sdk.options.fields import OptionsDict

MERGED_BY_NAME = frozenset({"chat_template_kwargs", "vllm_xargs", "extra"})
"""Options that hold independent settings: `|` merges them by name."""


class _OptionsState:
    """The slots of an `Options`: the set options, and the request fields built so far."""

    __slots__ = ("_chat", "_completion", "_set")

    _set: dict[str, Any]
    _chat: dict[str, Any] | None
    _completion: dict[str, Any] | None


@export
@attrs.frozen(init=False, eq=False, repr=False)
class Options(_OptionsState):
    """An immutable set of generation options, which `OptionsDict` describes.

    An option that is not set does not reach the server. `None` is the same as not set, so in a call
    `None` leaves the option as the client's default.

    `a | b` merges two values; `b` wins. `chat_template_kwargs`, `vllm_xargs` and `extra` are merged
    by name. Lists are stored as tuples, and dicts as deep copies, which must not be changed.

    The constructor checks each option as vLLM would. Options that contradict each other are refused
    by the call that uses the value, since only the merged value counts.

    Raises:
        RequestInvalid: vLLM would refuse a value.
        TypeError: A name is unknown, or a value has a wrong type.
    """

    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    min_p: float | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    repetition_penalty: float | None = None
    seed: int | None = None
    n: int | None = None
    logit_bias: Mapping[int, float] | Mapping[str, float] | None = None
    allowed_token_ids: Sequence[int] | None = None
    bad_words: Sequence[str] | None = None
    watermarking: bool | None = None
    max_tokens: int | None = None
    min_tokens: int | None = None
    stop: str | Sequence[str] | None = None
    stop_token_ids: Sequence[int] | None = None
    include_stop_str_in_output: bool | None = None
    ignore_eos: bool | None = None
    repetition_detection: RepetitionDetection | Mapping[str, Any] | None = None
    thinking_token_budget: int | None = None
    use_beam_search: bool | None = None
    length_penalty: float | None = None
    structured_outputs: StructuredOutputs | Mapping[str, Any] | None = None
    response_format: Mapping[str, Any] | None = None
    logprobs: bool | int | None = None
    top_logprobs: int | None = None
    logprob_token_ids: Sequence[int] | None = None
    prompt_logprobs: int | None = None
    return_tokens_as_token_ids: bool | None = None
    return_token_ids: bool | None = None
    return_prompt_text: bool | None = None
    return_weight_versions: bool | None = None
    skip_special_tokens: bool | None = None
    spaces_between_special_tokens: bool | None = None
    echo: bool | None = None
    add_special_tokens: bool | None = None
    truncate_prompt_tokens: int | None = None
    truncation_side: Literal["left", "right"] | None = None
    suffix: str | None = None
    add_generation_prompt: bool | None = None
    continue_final_message: bool | None = None
    chat_template: str | None = None
    chat_template_kwargs: Mapping[str, Any] | None = None
    documents: Sequence[Mapping[str, str]] | None = None
    media_io_kwargs: Mapping[str, Mapping[str, Any]] | None = None
    mm_processor_kwargs: Mapping[str, Any] | None = None
    reasoning_effort: ReasoningEffort | None = None
    include_reasoning: bool | None = None
    tool_choice: Literal["none", "auto", "required"] | Mapping[str, Any] | None = None
    parallel_tool_calls: bool | None = None
    priority: int | None = None
    cache_salt: str | None = None
    request_id: str | None = None
    session_id: str | None = None
    stream_interval: int | None = None
    routed_experts_prompt_start: int | None = None
    kv_transfer_params: Mapping[str, Any] | None = None
    ec_transfer_params: Mapping[str, Any] | None = None
    vllm_xargs: Mapping[str, str | float | Sequence[str | float]] | None = None
    extra: Mapping[str, Any] | None = None

    @list_options
    def __init__(self, **options: Unpack[OptionsDict]) -> None:
        """Check and store the options; `OptionsDict` describes each."""
        _store(self, check_options(options))

    if not TYPE_CHECKING:  # pragma: no branch, a checker would take any name for an option

        def __getattr__(self, name: str) -> Any:
            """Return the stored option, or None; the slots of the fields stay empty."""
            if name in CHECKS:
                return self._set.get(name)
            raise AttributeError(f"Options has no {name!r}", name=name, obj=self)

    def __or__(self, other: Options) -> Options:
        """Merge two values; `other` wins."""
        if not isinstance(other, Options):
            return NotImplemented
        if not other._set:
            return self
        if not self._set:
            return other
        merged = self._set | other._set
        for name in MERGED_BY_NAME & self._set.keys() & other._set.keys():
            merged[name] = self._set[name] | other._set[name]
        return _build_options(merged)

    def chat_fields(self, *, stream: bool = False) -> dict[str, Any]:
        """Build the fields of `/v1/chat/completions` that these options set.

        Args:
            stream: Whether the answer is streamed; some options need that, others exclude it.

        Returns:
            A new dict, whose values must not be changed.

        Raises:
            RequestInvalid: Options contradict each other, or chats do not have one of them.
        """
        if (fields := self._chat) is None:
            fields = combinations.build_chat_fields(self._set)
            object.__setattr__(self, "_chat", fields)
        combinations.check_streaming(self._set, stream=stream, completions=False)
        return fields.copy()

    def completion_fields(self, *, stream: bool = False) -> dict[str, Any]:
        """Build the fields of `/v1/completions` that these options set.

        Args:
            stream: Whether the answer is streamed; some options need that, others exclude it.

        Returns:
            A new dict, whose values must not be changed.

        Raises:
            RequestInvalid: Options contradict each other, or completions do not have one of them.
        """
        if (fields := self._completion) is None:
            fields = combinations.build_completion_fields(self._set)
            object.__setattr__(self, "_completion", fields)
        combinations.check_streaming(self._set, stream=stream, completions=True)
        return fields.copy()

    def check_tool_choice(self, tools: Collection[str]) -> None:
        """Refuse a `tool_choice` that does not fit the tools of the call.

        Args:
            tools: The names of the tools that the call offers to the model.

        Raises:
            RequestInvalid: The call has no tools, or not the named one.
        """
        if "tool_choice" in self._set:
            combinations.check_tool_choice(self._set, tools)

    def __eq__(self, other: object) -> bool:
        """Tell whether both set the same options to the same values."""
        if not isinstance(other, Options):
            return NotImplemented
        # In Python 1 == True, but `logprobs=1` does not mean `logprobs=True`.
        here, there = self._set.get("logprobs"), other._set.get("logprobs")
        alike = isinstance(here, bool) is isinstance(there, bool)
        return alike and self._set == other._set

    def __hash__(self) -> int:
        """Return a hash that equal options share."""
        return hash(frozenset((name, checks.freeze(value)) for name, value in self._set.items()))

    def __repr__(self) -> str:
        """Show the set options as a call of the constructor."""
        return f"Options({', '.join(f'{name}={value!r}' for name, value in self._set.items())})"

    def __reduce__(self) -> tuple[Callable[..., Options], tuple[dict[str, Any]]]:
        """Pickle and copy the set options."""
        return _build_options, (self._set,)


def merge(*parts: Options | None, overrides: Mapping[str, Any]) -> Options:
    """Merge the client's defaults, `options=` and keyword options; a later value wins.

    Args:
        parts: Options, or None for no options.
        overrides: Keyword options, which are checked here. None leaves an option as in `parts`.

    Raises:
        RequestInvalid: vLLM would refuse a value.
        TypeError: A name is unknown, a value has a wrong type, or a part is not an `Options`.
    """
    merged = NO_OPTIONS
    for part in parts:
        if part is not None:
            if not isinstance(part, Options):
                raise checks.build_type_error(
                    "options", part, "an Options, Options(temperature=0.7)"
                )
            merged = part if merged is NO_OPTIONS else merged | part
    if not overrides:
        return merged
    options = Options(**overrides)
    return options if merged is NO_OPTIONS else merged | options


def _build_options(values: dict[str, Any]) -> Options:
    options = object.__new__(Options)
    _store(options, values)
    return options


def _store(options: Options, values: dict[str, Any]) -> None:
    keep = object.__setattr__
    keep(options, "_set", values)
    keep(options, "_chat", None)
    keep(options, "_completion", None)


NO_OPTIONS = Options()
