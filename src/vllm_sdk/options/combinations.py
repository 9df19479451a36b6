"""The rules of vLLM for several options together, and the request fields of the options."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options.checks import is_dict
from vllm_sdk.options.names import CHAT_ONLY, COMPLETIONS_ONLY
from vllm_sdk.options.structured import RepetitionDetection, StructuredOutputs

Set: TypeAlias = Mapping[str, Any]
"""The options that are set, in their stored form."""

COMPLETIONS_MAX_TOKENS = 16
"""The `max_tokens` of a completion that sets none."""

IGNORED_BY_BEAM_SEARCH: Mapping[str, tuple[Any, ...]] = {
    "structured_outputs": (),
    "response_format": ({"type": "text"},),
    "stop": (),
    "stop_token_ids": (),
    "bad_words": (),
    "logit_bias": (),
    "min_tokens": (),
    "top_p": (1.0,),
    "top_k": (0, -1),
    "min_p": (0.0,),
    "presence_penalty": (0.0,),
    "frequency_penalty": (0.0,),
    "repetition_penalty": (1.0,),
    "seed": (-1,),
    "repetition_detection": (),
    "thinking_token_budget": (-1,),
    "prompt_logprobs": (),
    "return_weight_versions": (),
    "spaces_between_special_tokens": (True,),
    "routed_experts_prompt_start": (0,),
    "kv_transfer_params": (),
    "ec_transfer_params": (),
    "vllm_xargs": (),
}
"""Options that vLLM's beam search does not read, although the reply would have to differ.

Each has the values that change nothing, which are accepted: with them a call can undo the client's
default.
"""


def build_chat_fields(options: Set) -> dict[str, Any]:
    """Build the fields of `/v1/chat/completions`."""
    if not COMPLETIONS_ONLY.isdisjoint(options):
        raise _build_endpoint_error(options, COMPLETIONS_ONLY, "complete()", "/v1/completions")
    for name in options:
        for rule in _CHAT_RULES.get(name, ()):
            rule(options)
    fields = _write_fields(options)
    count = options.get("logprobs")
    if count is not None and not isinstance(count, bool):
        fields["logprobs"] = True
        fields["top_logprobs"] = count
    return fields


def build_completion_fields(options: Set) -> dict[str, Any]:
    """Build the fields of `/v1/completions`."""
    if not CHAT_ONLY.isdisjoint(options):
        raise _build_endpoint_error(
            options, CHAT_ONLY, "chat() and generate()", "/v1/chat/completions"
        )
    for name in options:
        for rule in _COMPLETION_RULES.get(name, ()):
            rule(options)
    fields = _write_fields(options)
    top = fields.pop("top_logprobs", 0)
    if isinstance(fields.get("logprobs"), bool) and fields.pop("logprobs"):
        fields["logprobs"] = top
    return fields


def check_streaming(options: Set, *, stream: bool, completions: bool) -> None:
    """Refuse what vLLM does not stream, and what has no effect without streaming.

    Raises:
        RequestInvalid: vLLM would refuse or ignore one of the options.
    """
    if not stream:
        if "stream_interval" in options:
            raise RequestInvalid(
                "vLLM ignores stream_interval in a reply that is not streamed: leave it out here, "
                "call stream(…), or set it per call rather than as the client's default."
            )
        return
    if options.get("prompt_logprobs"):
        raise RequestInvalid(
            "prompt_logprobs does not come with streams: leave it out, or do not stream."
        )
    if completions and options.get("use_beam_search"):
        raise RequestInvalid("Completions do not stream beam search: do not stream, or use a chat.")


def check_tool_choice(options: Set, tools: Collection[str]) -> None:
    """Refuse a choice of tools that the call does not have."""
    choice = options.get("tool_choice", "none")
    if choice == "none":
        return
    if not tools:
        raise RequestInvalid(f"tool_choice={choice!r} needs tools=[…] beside it.")
    if is_dict(choice) and (named := choice["function"]["name"]) not in tools:
        raise RequestInvalid(f"tool_choice names {named!r}; the tools are {', '.join(tools)}.")


def _write_fields(options: Set) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in options.items():
        if isinstance(value, tuple):
            fields[name] = [*value]
        elif isinstance(value, (StructuredOutputs, RepetitionDetection)):
            fields[name] = value.to_dict()
        else:
            fields[name] = value
    if "extra" in fields:
        fields |= fields.pop("extra")
    return fields


def _build_endpoint_error(
    options: Set, only: frozenset[str], calls: str, path: str
) -> RequestInvalid:
    found = ", ".join(name for name in options if name in only)
    return RequestInvalid(
        f"{found}: only {calls} takes this ({path}). Leave it out here, or set it per call "
        "rather than as the client's default."
    )


def _check_chat_max_tokens(options: Set) -> None:
    if options["max_tokens"] == 0:
        raise RequestInvalid("max_tokens=0: vLLM takes an integer of 1 or more.")


def _check_completion_max_tokens(options: Set) -> None:
    if options["max_tokens"] == 0 and not options.get("echo"):
        raise RequestInvalid(
            "max_tokens=0 generates nothing: it is 1 or more, unless echo=True scores the prompt."
        )


def _check_min_tokens(options: Set) -> None:
    _check_not_above(options["min_tokens"], options.get("max_tokens"))


def _check_completion_min_tokens(options: Set) -> None:
    most = options.get("max_tokens", COMPLETIONS_MAX_TOKENS)
    _check_not_above(options["min_tokens"], most or 1)  # scoring a prompt generates one token


def _check_not_above(least: int, most: int | None) -> None:
    if most is not None and least > most:
        raise RequestInvalid(f"min_tokens={least} is more than max_tokens={most}.")


def _check_n(options: Set) -> None:
    if options["n"] > 1 and options.get("temperature") == 0 and not options.get("use_beam_search"):
        raise RequestInvalid(
            f"n={options['n']} at temperature 0 would be the same answer {options['n']} times, "
            "which vLLM refuses: raise the temperature, or use beam_search(width=…)."
        )


def _check_top_logprobs(options: Set) -> None:
    top, count = options["top_logprobs"], options.get("logprobs")
    if not isinstance(count, bool) and count is not None:
        if count != top:
            raise RequestInvalid(
                f"logprobs={count} and top_logprobs={top} contradict each other: give one."
            )
    elif top and not count:
        raise RequestInvalid(f"top_logprobs={top} needs logprobs: write logprobs={top}.")


def _check_logprob_token_ids(options: Set) -> None:
    if not options["logprob_token_ids"]:
        return
    if options.get("use_beam_search"):
        raise RequestInvalid("logprob_token_ids does not go with beam search.")
    if options.get("logprobs", False) is False:
        raise RequestInvalid("logprob_token_ids needs logprobs: write logprobs=True too.")


def _check_scored_token_ids(options: Set) -> None:
    if options["logprob_token_ids"] and options.get("max_tokens") == 0:
        raise RequestInvalid("logprob_token_ids needs generated tokens: max_tokens=0 makes none.")


def _check_use_beam_search(options: Set) -> None:
    if options["use_beam_search"]:
        for name, neutral in IGNORED_BY_BEAM_SEARCH.items():
            if name in options and options[name] not in neutral:
                raise RequestInvalid(
                    f"vLLM's beam search ignores {name}, without a word: leave it out, or sample."
                )
        if options.get("tool_choice", "none") not in ("none", "auto"):
            raise RequestInvalid(
                "vLLM's beam search ignores the constraint by which tool_choice forces a call: "
                "leave it out, or sample."
            )


def _check_beam_search_echo(options: Set) -> None:
    wants_logprobs = options.get("logprobs", False) is not False
    if options["use_beam_search"] and options.get("echo") and wants_logprobs:
        raise RequestInvalid("Beam search has no logprobs of an echoed prompt: leave one out.")


def _check_continue_final_message(options: Set) -> None:
    if options["continue_final_message"] and options.get("add_generation_prompt", True):
        raise RequestInvalid(
            "continue_final_message needs add_generation_prompt=False: the answer either goes on "
            "with the last message or opens a new one."
        )


def _check_structured_outputs(options: Set) -> None:
    if options.get("response_format", _TEXT)["type"] != "text":
        raise RequestInvalid(
            "structured_outputs and response_format both constrain the answer: give one of them."
        )


def _check_named_tool(options: Set) -> None:
    constraint = options["structured_outputs"]
    if is_dict(options.get("tool_choice")) and (
        constraint.json is not None or constraint.regex is not None or constraint.choice is not None
    ):
        raise RequestInvalid(
            "structured_outputs and the named tool of tool_choice both constrain the answer: "
            "give one of them."
        )


def _check_suffix(options: Set) -> None:
    for name in ("echo", "truncate_prompt_tokens"):
        if options.get(name):
            raise RequestInvalid(f"vLLM refuses suffix with {name}: leave one of them out.")


_TEXT = {"type": "text"}

Rule: TypeAlias = Callable[[Set], None]

_EVERYWHERE: dict[str, tuple[Rule, ...]] = {
    "n": (_check_n,),
    "top_logprobs": (_check_top_logprobs,),
    "logprob_token_ids": (_check_logprob_token_ids,),
    "use_beam_search": (_check_use_beam_search,),
    "structured_outputs": (_check_structured_outputs,),
}
_CHAT_RULES = _EVERYWHERE | {
    "max_tokens": (_check_chat_max_tokens,),
    "min_tokens": (_check_min_tokens,),
    "continue_final_message": (_check_continue_final_message,),
    "structured_outputs": (_check_structured_outputs, _check_named_tool),
}
_COMPLETION_RULES = _EVERYWHERE | {
    "max_tokens": (_check_completion_max_tokens,),
    "min_tokens": (_check_completion_min_tokens,),
    "logprob_token_ids": (_check_logprob_token_ids, _check_scored_token_ids),
    "use_beam_search": (_check_use_beam_search, _check_beam_search_echo),
    "suffix": (_check_suffix,),
}
