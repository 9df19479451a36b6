"""The group `options`: each option is read by the server, and not dropped on the way.

vLLM answers 200 to a field that it does not know, and gateways drop fields. A valid value proves
nothing. So each option is sent twice: a valid value must be accepted, and an invalid one refused.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from vllm_sdk.contract.asking import build, choose_route
from vllm_sdk.contract.facts import CHAT, COMPLETIONS, OK, Facts
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import Check, add
from vllm_sdk.options.versions import read_version

WRONG: dict[str, str] = {"not": "of this type"}
"""A value that no field of a simple type takes."""

MEANING = "The option has no effect, and nothing says so."


class Option(NamedTuple):
    """An option to check.

    Attributes:
        name: The name of the field.
        valid: A value that vLLM accepts on every server.
        invalid: A value that vLLM refuses with 400.
        route: The only route with the field; empty for both.
        standard: Whether the field is part of OpenAI's API, so that other servers have it, too.
    """

    name: str
    valid: Any
    invalid: Any
    route: str = ""
    standard: bool = False


OPTIONS = (
    Option("temperature", 0.5, -1, standard=True),
    Option("top_p", 0.9, 2, standard=True),
    Option("presence_penalty", 0.5, 3, standard=True),
    Option("frequency_penalty", 0.5, 3, standard=True),
    Option("seed", 7, 2**63, standard=True),
    Option("n", 1, 0, standard=True),
    Option("max_tokens", 1, "many", standard=True),
    Option("stop", ["\n\n\n"], [1], standard=True),
    Option("logit_bias", {"1": 1}, {"x": 1}, standard=True),
    Option("top_k", 5, -2),
    Option("min_p", 0.1, 2),
    Option("repetition_penalty", 1.1, 0),
    Option("min_tokens", 1, -1),
    Option("allowed_token_ids", [1, 2, 3], []),
    Option("bad_words", ["xyzzy"], [1]),
    Option("stop_token_ids", [1], ["x"]),
    Option("include_stop_str_in_output", valid=True, invalid=WRONG),
    Option("ignore_eos", valid=True, invalid=WRONG),
    Option("watermarking", valid=False, invalid=WRONG),
    Option("repetition_detection", {"max_pattern_size": 2, "min_count": 2}, {"min_count": "x"}),
    Option("use_beam_search", valid=False, invalid=WRONG),
    Option("length_penalty", 1.0, WRONG),
    Option("structured_outputs", {"choice": ["a", "b"]}, {"choice": ["a"], "regex": "a"}),
    Option("response_format", {"type": "text"}, {"type": "xml"}, standard=True),
    Option("prompt_logprobs", 1, -2),
    Option("return_tokens_as_token_ids", valid=False, invalid=WRONG),
    Option("return_token_ids", valid=True, invalid=WRONG),
    Option("return_weight_versions", valid=False, invalid=WRONG),
    Option("skip_special_tokens", valid=True, invalid=WRONG),
    Option("spaces_between_special_tokens", valid=True, invalid=WRONG),
    Option("echo", valid=False, invalid=WRONG),
    Option("add_special_tokens", valid=True, invalid=WRONG),
    Option("truncate_prompt_tokens", 4, -2),
    Option("truncation_side", "left", "up"),
    Option("priority", 0, "high"),
    Option("cache_salt", "salt", ""),
    Option("request_id", "contract", WRONG),
    Option("vllm_xargs", {"a": 1}, "x"),
    Option("kv_transfer_params", {}, "x"),
    Option("top_logprobs", 1, -2, route=CHAT, standard=True),
    Option("add_generation_prompt", valid=True, invalid=WRONG, route=CHAT),
    Option("continue_final_message", valid=False, invalid=WRONG, route=CHAT),
    Option("chat_template_kwargs", {"enable_thinking": False}, "x", route=CHAT),
    Option("documents", [{"text": "a"}], "x", route=CHAT),
    Option("mm_processor_kwargs", {}, "x", route=CHAT),
    Option("media_io_kwargs", {}, "x", route=CHAT),
    Option("reasoning_effort", "low", "extreme", route=CHAT),
    Option("include_reasoning", valid=True, invalid=WRONG, route=CHAT),
    Option("parallel_tool_calls", valid=True, invalid=WRONG, route=CHAT),
    Option("tool_choice", "none", "sometimes", route=CHAT, standard=True),
    Option("return_prompt_text", valid=False, invalid=WRONG, route=CHAT),
    Option("logprobs", 1, -2, route=COMPLETIONS, standard=True),
)
"""The options that every vLLM server takes without a flag."""

COMPANIONS: dict[str, dict[str, Any]] = {
    "top_logprobs": {"logprobs": True},
}
"""Further fields without which an option has no meaning."""


def add_options() -> None:
    """Add a check for each option."""
    for option in OPTIONS:
        about = f"{option.name} is accepted, and a wrong value of it refused with 400."
        needs = ("model", "text") if option.standard else ("model", "text", "vllm")
        if option.route:
            needs = (*needs, "chat" if option.route == CHAT else "completions")
        run = _make(option)
        add(Check(f"options.{option.name}", about, MEANING, needs, 1, False, run))  # noqa: FBT003


def _make(option: Option) -> Callable[[Probe, Facts], Awaitable[None]]:
    async def run(probe: Probe, facts: Facts) -> None:
        route = option.route or choose_route(facts)
        _require_known(option.name, route, facts)
        more = COMPANIONS.get(option.name, {})
        valid = build(facts, route, 1, **{**more, option.name: option.valid})
        accepted = await probe.post(route, valid, tokens=1)
        if accepted.status != OK:
            raise Failed(f"HTTP 200 to {option.name}={option.valid!r}", accepted.describe())
        invalid = build(facts, route, 1, **{**more, option.name: option.invalid})
        refused = await probe.post(route, invalid, tokens=1)
        if refused.status == OK:
            raise Failed(
                f"HTTP 400 to {option.name}={option.invalid!r}, which is invalid",
                "HTTP 200: the field is ignored, by the server or by a gateway in front of it",
            )
        if refused.status not in {400, 422}:
            raise Failed(f"HTTP 400 to {option.name}={option.invalid!r}", refused.describe())

    return run


def _require_known(name: str, route: str, facts: Facts) -> None:
    """Check that the server's version knows the field, as far as the tables of the SDK say.

    Raises:
        NotApplicable: It does not.
    """
    known = read_version(facts.version)
    if known is None:
        return
    for names, reason in known.gaps["chat" if route == CHAT else "completions"].items():
        if names == (name,):
            raise NotApplicable(f"vLLM {facts.version} ignores {name}: {reason}")


add_options()
