"""The group `schema`: answers that a grammar constrains."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from vllm_sdk import from_json
from vllm_sdk.contract import asking
from vllm_sdk.contract.asking import ask, build, choose_route
from vllm_sdk.contract.facts import OK, Facts
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import Check, add, check
from vllm_sdk.errors import OutputInvalid

MEANING = "Typed answers fail to decode."
TOKENS = 48
NEEDS = ("model", "text", "vllm")

BACK_ENDS = {
    "failed to transform regex into a grammar": "xgrammar",
    "grammar error": "guidance",
    "error parsing regex": "outlines",
    "lm-format-enforcer": "lm-format-enforcer",
}
"""The back ends, by what each says to a regular expression that is not one."""

NEGATION: asking.Body = {"not": {"type": "string"}}
"""A schema that xgrammar takes, and guidance does not."""

TYPES: dict[str, Any] = {
    "boolean": {"type": "boolean"},
    "null": {"type": "null"},
    "enum": {"enum": ["red", "green"]},
    "const": {"const": "fixed"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "string": {"type": "string", "pattern": "^[ab]{2}$"},
    "array": {"type": "array", "items": {"enum": [1, 2]}, "minItems": 1, "maxItems": 2},
    "object": {
        "type": "object",
        "properties": {"a": {"type": "boolean"}},
        "required": ["a"],
        "additionalProperties": False,
    },
    "union": {"anyOf": [{"type": "boolean"}, {"type": "null"}]},
    "reference": {
        "$defs": {"Flag": {"type": "boolean"}},
        "type": "array",
        "items": {"$ref": "#/$defs/Flag"},
        "minItems": 1,
        "maxItems": 1,
    },
}
"""A JSON schema of each kind of type."""


async def ask_constrained(
    probe: Probe, facts: Facts, tokens: int = TOKENS, **fields: Any
) -> asking.Text:
    """Send a request with a constraint, and return its answer.

    Raises:
        Failed: The server refuses it.
        NotApplicable: The model thinks for too long.
    """
    thinking = asking.without_thinking(facts, choose_route(facts))
    text = asking.read_first(await ask(probe, facts, tokens, **thinking, **fields))
    asking.require_thought(text)
    if text.finish_reason == "length" and not text.content[-8:].strip():
        without = await asking.forbid_blanks(probe, facts)
        text = asking.read_first(await ask(probe, facts, tokens, **thinking, **fields, **without))
    return text


def require_json(text: asking.Text, schema: Any) -> None:
    """Check that an answer is valid for a schema.

    Raises:
        Failed: It is not.
        NotApplicable: It was cut off before it was complete, with no mistake so far.
    """
    try:
        from_json(schema, text.content)
    except OutputInvalid:
        if text.finish_reason == "length" and _may_begin_json(text.content):
            raise NotApplicable(
                f"the model did not complete the value within {TOKENS} tokens"
            ) from None
        raise Failed(f"JSON that is valid for {json.dumps(schema)}", repr(text.content)) from None


def _may_begin_json(text: str) -> bool:
    """Tell whether a text that was cut off may be the beginning of JSON."""
    stripped = text.strip()
    return not stripped or stripped[0] in '{["tfn-0123456789'


@check("schema.json", MEANING, *NEEDS, tokens=TOKENS)
async def json_(probe: Probe, facts: Facts) -> None:
    """Check that structured_outputs.json constrains the answer to a JSON schema."""
    schema = TYPES["object"]
    require_json(await ask_constrained(probe, facts, structured_outputs={"json": schema}), schema)


@check("schema.response_format", MEANING, "model", "text", tokens=TOKENS)
async def response_format(probe: Probe, facts: Facts) -> None:
    """Check that response_format with a json_schema constrains the answer to it."""
    schema = TYPES["object"]
    named = {"name": "answer", "schema": schema, "strict": True}
    asked = {"type": "json_schema", "json_schema": named}
    require_json(await ask_constrained(probe, facts, response_format=asked), schema)


@check("schema.regex", MEANING, *NEEDS, tokens=TOKENS)
async def regex(probe: Probe, facts: Facts) -> None:
    """Check that structured_outputs.regex constrains the answer to a regular expression."""
    pattern = "[ab]{3}"
    text = await ask_constrained(probe, facts, structured_outputs={"regex": pattern})
    if not re.fullmatch(pattern, text.content):
        raise Failed(f"a text that {pattern} matches", repr(text.content))


@check("schema.choice", MEANING, *NEEDS, tokens=TOKENS)
async def choice(probe: Probe, facts: Facts) -> None:
    """Check that structured_outputs.choice constrains the answer to one of the choices."""
    choices = ["left", "right"]
    text = await ask_constrained(probe, facts, structured_outputs={"choice": choices})
    if text.content not in choices:
        raise Failed(f"one of {choices}", repr(text.content))


@check("schema.grammar", MEANING, *NEEDS, tokens=TOKENS)
async def grammar(probe: Probe, facts: Facts) -> None:
    """Check that structured_outputs.grammar constrains the answer to a grammar in EBNF."""
    asked = {"grammar": 'root ::= "yes" | "no"'}
    text = await ask_constrained(probe, facts, structured_outputs=asked)
    if text.content not in {"yes", "no"}:
        raise Failed("'yes' or 'no'", repr(text.content))


@check("schema.refused", "A broken schema is ignored, or fails the server.", *NEEDS)
async def refused(probe: Probe, facts: Facts) -> None:
    """Check that a regular expression that is not one is refused with 400."""
    route = choose_route(facts)
    body = build(facts, route, 1, structured_outputs={"regex": "[a-"})
    asking.require_refusal(await probe.post(route, body, tokens=1), 400)


@check("schema.backend", "It is unknown which schemas the server takes.", *NEEDS, tokens=1)
async def backend(probe: Probe, facts: Facts) -> str:
    """Check that the back end of constraints is known by what it refuses."""
    route = choose_route(facts)
    broken = build(facts, route, 1, structured_outputs={"regex": "[a-"})
    error = asking.require_refusal(await probe.post(route, broken, tokens=1), 400)
    message = str(error["message"]).casefold()
    names = [name for begin, name in BACK_ENDS.items() if begin in message]
    if not names:
        raise NotApplicable(f"its refusals are not known: {message[:100]}")
    if names[0] == "guidance":  # which also refuses for a server that chooses by request
        asked = build(facts, route, 1, structured_outputs={"json": NEGATION})
        if (await probe.post(route, asked, tokens=1)).status == OK:
            return "auto: xgrammar, else guidance or outlines"
    return names[0]


@check("schema.stream", "Typed streams fail to decode.", *NEEDS, tokens=TOKENS)
async def stream(probe: Probe, facts: Facts) -> None:
    """Check that a constraint holds for a stream, too."""
    from vllm_sdk.contract.checks.stream import ask_stream, fold

    thinking = asking.without_thinking(facts, choose_route(facts))
    asked = {"structured_outputs": {"choice": ["left", "right"]}, **thinking}
    text = fold((await ask_stream(probe, facts, TOKENS, **asked)).read_chunks())
    asking.require_thought(text)
    if text.content not in {"left", "right"}:
        raise Failed("'left' or 'right'", repr(text.content))


def _make(schema: Any) -> Callable[[Probe, Facts], Awaitable[None]]:
    async def run(probe: Probe, facts: Facts) -> None:
        asked = {"json": schema}
        require_json(await ask_constrained(probe, facts, structured_outputs=asked), schema)

    return run


def add_types() -> None:
    """Add a check for each kind of type."""
    for name, schema in TYPES.items():
        about = f"A schema of the kind {name} constrains the answer."
        run = _make(schema)
        add(Check(f"schema.type.{name}", about, MEANING, NEEDS, TOKENS, False, run))  # noqa: FBT003


add_types()
