"""The options of a generation, as one immutable value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import attrs

from vllm_sdk.options import checks, combinations
from vllm_sdk.options.fields import ReasoningEffort
from vllm_sdk.options.rules import CHECKS, check_options
from vllm_sdk.options.structured import RepetitionDetection, StructuredOutputs

if TYPE_CHECKING:
    from typing import Unpack

    from vllm_sdk.options.fields import OptionsDict

MERGED_BY_NAME = frozenset({"chat_template_kwargs", "vllm_xargs", "extra"})
"""Options that hold independent settings: `|` merges them by name."""


class _OptionsState:
    """Where an `Options` keeps what is set, and what it has written so far."""

    __slots__ = ("_chat", "_completion", "_set")

    _set: dict[str, Any]
    _chat: dict[str, Any] | None
    _completion: dict[str, Any] | None


@attrs.frozen(init=False, eq=False, repr=False)
class Options(_OptionsState):
    """How to generate: any of the options that `OptionsDict` describes.

    What is not set does not reach the server; `None` is the same as not set. `a | b` merges two
    values, `b` winning; `chat_template_kwargs`, `vllm_xargs` and `extra` are merged by name. Lists
    are kept as tuples and dicts as deep copies, which nobody should change.

    Each option is checked here, as vLLM would check it; options that contradict each other are
    refused where the value is used, since only the merged value counts.

    Raises:
        RequestInvalid: a value that vLLM would refuse.
        TypeError: an unknown name or a wrong type.
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

    def __init__(self, **options: Unpack[OptionsDict]) -> None:
        """Check and keep the options; each is described in `OptionsDict`."""
        _store(self, check_options(options))

    if not TYPE_CHECKING:  # pragma: no branch, a checker would take any name for an option

        def __getattr__(self, name: str) -> Any:
            """The option as it is kept, or None; the slots of the fields stay empty."""
            if name in CHECKS:
                return self._set.get(name)
            raise AttributeError(f"Options has no {name!r}", name=name, obj=self)

    def __or__(self, other: Options) -> Options:
        """Both merged; `other` wins."""
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
        """The fields of `/v1/chat/completions` that these options set.

        Args:
            stream: whether the answer is streamed, which some options do not go with.

        Returns:
            A dict of the caller's own, whose values are not to be changed.

        Raises:
            RequestInvalid: options contradict each other, or chats do not have one of them.
        """
        if (fields := self._chat) is None:
            fields = combinations.build_chat_fields(self._set)
            object.__setattr__(self, "_chat", fields)
        combinations.check_streaming(self._set, stream=stream, completions=False)
        return fields.copy()

    def completion_fields(self, *, stream: bool = False) -> dict[str, Any]:
        """The fields of `/v1/completions` that these options set.

        Args:
            stream: whether the answer is streamed, which some options do not go with.

        Returns:
            A dict of the caller's own, whose values are not to be changed.

        Raises:
            RequestInvalid: options contradict each other, or completions do not have one of them.
        """
        if (fields := self._completion) is None:
            fields = combinations.build_completion_fields(self._set)
            object.__setattr__(self, "_completion", fields)
        combinations.check_streaming(self._set, stream=stream, completions=True)
        return fields.copy()

    def check_tool_choice(self, tools: Collection[str]) -> None:
        """Refuse a `tool_choice` that does not fit the tools of the call.

        Args:
            tools: the names of the tools that the call gives the model.

        Raises:
            RequestInvalid: there are no tools to call, or not the named one.
        """
        combinations.check_tool_choice(self._set, tools)

    def __eq__(self, other: object) -> bool:
        """Whether both set the same options to the same values."""
        if not isinstance(other, Options):
            return NotImplemented
        # For Python 1 is True, but `logprobs=1` is not `logprobs=True`.
        here, there = self._set.get("logprobs"), other._set.get("logprobs")
        alike = isinstance(here, bool) is isinstance(there, bool)
        return alike and self._set == other._set

    def __hash__(self) -> int:
        """Equal options hash alike."""
        return hash(frozenset((name, checks.freeze(value)) for name, value in self._set.items()))

    def __repr__(self) -> str:
        """Show what is set, as it would be written."""
        return f"Options({', '.join(f'{name}={value!r}' for name, value in self._set.items())})"

    def __reduce__(self) -> tuple[Callable[..., Options], tuple[dict[str, Any]]]:
        """Pickle and copy what is set."""
        return _build_options, (self._set,)


def merge(*parts: Options | None, overrides: Mapping[str, Any]) -> Options:
    """Client defaults, `options=` and keyword options as one value; what comes later wins.

    Args:
        parts: options, or None where there are none.
        overrides: keyword options, checked here.

    Raises:
        RequestInvalid: a value that vLLM would refuse.
        TypeError: an unknown name, a wrong type, or a part that is no `Options`.
    """
    merged = NO_OPTIONS
    for part in parts:
        if part is not None:
            if not isinstance(part, Options):
                raise checks.build_type_error(
                    "options", part, "an Options, Options(temperature=0.7)"
                )
            merged |= part
    return merged | Options(**overrides) if overrides else merged


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
