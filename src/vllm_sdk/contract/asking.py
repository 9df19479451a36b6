"""Requests that many checks share, and what they read from the answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from vllm_sdk.contract.exchanges import Answer, is_object
from vllm_sdk.contract.facts import CHAT, COMPLETIONS, OK, QUESTION, TOKENIZE, Facts
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe

Body = dict[str, Any]

FINISH_REASONS = frozenset({"stop", "length", "tool_calls", "abort", "repetition", "error"})


@attrs.frozen
class Text:
    """The text of a reply.

    Attributes:
        content: The answer, without reasoning.
        finish_reason: The reason for the end of the answer.
        reasoning: The text of the model's thinking.
    """

    content: str
    finish_reason: str
    reasoning: str = ""


def choose_route(facts: Facts) -> str:
    """Return the route of text: chat if the model has it, else completions."""
    return COMPLETIONS if facts.chat else CHAT


def build(facts: Facts, route: str, tokens: int, **fields: Any) -> Body:
    """Build the body of a request at temperature 0.

    Args:
        facts: The facts.
        route: `CHAT` or `COMPLETIONS`.
        tokens: The value of `max_tokens`.
        **fields: Further fields; None removes one.
    """
    prompt: Body = (
        {"messages": [{"role": "user", "content": QUESTION}]}
        if route == CHAT
        else {"prompt": QUESTION}
    )
    body = {"model": facts.model, **prompt, "max_tokens": tokens, "temperature": 0, **fields}
    return {name: value for name, value in body.items() if value is not None}


def without_thinking(facts: Facts, route: str) -> Body:
    """Return the fields that keep a reasoning model from thinking, as far as its template knows."""
    if not facts.reasons or route != CHAT:
        return {}
    return {"chat_template_kwargs": {"enable_thinking": False, "thinking": False}}


async def ask(probe: Probe, facts: Facts, tokens: int, *, route: str = "", **fields: Any) -> Answer:
    """Send a request for text, and check that it is answered with 200.

    Args:
        probe: Sends it.
        facts: The facts.
        tokens: The value of `max_tokens`.
        route: `CHAT` or `COMPLETIONS`; empty for the one that the model has.
        **fields: Further fields of the body.

    Raises:
        Failed: Another status.
    """
    route = route or choose_route(facts)
    count = fields.get("n", 1)
    answer = await probe.post(route, build(facts, route, tokens, **fields), tokens=tokens * count)
    answer.require(200)
    return answer


def get(value: Any, *path: str | int, kind: type | tuple[type, ...] = object) -> Any:
    """Return a value inside JSON.

    Args:
        value: The JSON.
        *path: Names and indexes.
        kind: The type that it must have.

    Raises:
        Failed: The value is missing, or has another type.
    """
    place = "$"
    for step in path:
        place += f"[{step}]" if isinstance(step, int) else f".{step}"
        try:
            value = value[step]
        except (LookupError, TypeError):
            raise Failed(f"a value at {place}", "none") from None
    names = kind.__name__ if isinstance(kind, type) else " or ".join(k.__name__ for k in kind)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind in (int, (int, float))):
        raise Failed(f"{names} at {place}", repr(value)[:100])
    return value


def read_text(choice: Any) -> Text:
    """Return the text of a choice of a chat or of a completion.

    Raises:
        Failed: It has none, or no known finish reason.
    """
    finish = get(choice, "finish_reason", kind=str)
    if finish not in FINISH_REASONS:
        raise Failed(f"a finish_reason of {', '.join(sorted(FINISH_REASONS))}", repr(finish))
    if "message" not in choice:
        return Text(get(choice, "text", kind=str), finish)
    message = get(choice, "message", kind=dict)
    content = message.get("content")
    if content is not None and not isinstance(content, str):
        raise Failed("text or null as the content", repr(content)[:100])
    reasoning = message.get("reasoning") or message.get("reasoning_content") or ""
    return Text(content or "", finish, str(reasoning))


def read_first(answer: Answer) -> Text:
    """Return the text of the first choice of a reply."""
    return read_text(get(answer.read_object(), "choices", 0, kind=dict))


def read_usage(body: Mapping[str, Any]) -> tuple[int, int]:
    """Return the prompt tokens and the completion tokens of a reply.

    Raises:
        Failed: The usage is missing, or does not add up.
    """
    prompt = get(body, "usage", "prompt_tokens", kind=int)
    completion = body["usage"].get("completion_tokens") or 0
    total = get(body, "usage", "total_tokens", kind=int)
    if total != prompt + completion:
        raise Failed(f"total_tokens of {prompt} + {completion}", str(total))
    return int(prompt), int(completion)


def require_refusal(answer: Answer, *statuses: int) -> Body:
    """Check that an answer is an error with a message, and return the error.

    Raises:
        Failed: Another status, or a body without a message.
    """
    answer.require(*statuses)
    body = answer.read_object()
    error = body.get("error")
    if not is_object(error) or not isinstance(error.get("message"), str) or not error["message"]:
        raise Failed('a body of the form {"error": {"message": …}}', answer.describe())
    return error


def require_thought(text: Text) -> None:
    """Check that a model that thinks has reached its answer.

    Raises:
        NotApplicable: It has not.
    """
    if text.reasoning and not text.content:
        raise NotApplicable(
            "the model thinks for longer than the tokens of the check, and does not let "
            "enable_thinking=false turn it off"
        )


async def read_metric(probe: Probe, name: str) -> float | None:
    """Return the sum of a metric's values; None if the server does not have it."""
    curl = probe.curl
    answer = await probe.get("/metrics")
    probe.curl = curl or probe.curl
    pattern = rf"^{re.escape(name)}(?:\{{.*\}})? (\S+)$"
    values = re.findall(pattern, answer.body.decode("utf-8", "replace"), re.MULTILINE)
    return sum(map(float, values)) if answer.status == OK and values else None


BLANK = frozenset(" \n\t\r\u0120\u010a\u0109\u010d\u2581")
"""The characters of tokens that are white space, as vocabularies write them, too."""

BLANKS = "".join(f"a{line}{' ' * count}" for line in ("", "\n", "\n\n") for count in range(24))
"""A text with white space of many lengths, each with its own token in some vocabulary."""


async def forbid_blanks(probe: Probe, facts: Facts) -> Body:
    """Return the option that keeps a model from padding its JSON with white space.

    Models that are not trained to write JSON do so up to the limit of their tokens.

    Raises:
        NotApplicable: The server has no route that tells the ids of white space.
    """
    if not facts.has_route(TOKENIZE):
        raise NotApplicable("the model pads its JSON with white space up to the limit of tokens")
    asked = {"prompt": f"{BLANKS}\t\r", "add_special_tokens": False, "return_token_strs": True}
    answer = await probe.post(TOKENIZE, {"model": facts.model, **asked})
    answer.require(200)
    body = answer.read_object()
    written = zip(get(body, "tokens", kind=list), get(body, "token_strs", kind=list), strict=True)
    return {"logit_bias": {str(each): -100.0 for each, text in written if BLANK.issuperset(text)}}
