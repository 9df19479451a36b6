"""Random types on every grammar back end that runs on the CPU.

Whatever the type: the server takes its schema, and what a model with random weights then writes
decodes, or is cut off at the token limit. So do the arguments of tools that are described in the
prompt. Three things no grammar keeps to; they are checked when decoding, and the model here is not
biased against them:

- what the schema says in words, because some back end would refuse or pass over the keyword
  (`multipleOf`, a look-ahead, a set's items that differ);
- that no name occurs twice in an object;
- that a number fits into a float or a `Decimal`: `1e4986` is a JSON number, and so is an integer
  of more digits than a float has.

What is known of each back end beyond that is in `EXCEPTIONS`, with the back end's answer. A test
holds each of them, so that an upgrade of vLLM shows which of them is gone.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypedDict

import annotated_types as at
import pytest
from jsonschema import Draft202012Validator

from older_back_ends import is_refusal, refuses_patterned_names, rejects_its_own_tokens
from random_weights import bias_of, drawn
from server_versions import ServerVersion, ask_version
from strategies.arbitrary_types import arbitrary_types
from strategies.tools import signed_tools
from vllm_sdk import AsyncVLLM, RetryPolicy, StepPrompt, ToolPrompt
from vllm_sdk._structured import choices_of, from_json, schema_of
from vllm_sdk.errors import (
    BadRequest,
    OutputInvalid,
    OutputTruncated,
    SchemaUnsupported,
    ServerFailure,
)
from vllm_sdk.options import Options, choice
from vllm_sdk.options import json as json_schema
from vllm_sdk.testing import Server, prepare

CONCURRENCY = 16
TOKENS = 200

MOST = 2 / 3
"""At least so many answers end in time and decode; it is nine out of ten where all is quiet."""

IN_WORDS = re.compile(
    r"a multiple of|no item twice|text that matches|length at (?:least|most)|at least|at most"
    r"|more than|less than|format: "
)
"""What a schema's descriptions say where they say more than its keywords."""


@dataclass(frozen=True)
class BackEnd:
    """A server with one grammar back end.

    Attributes:
        name: the back end.
        server: its server.
        bias: which tokens the model is to write more often, and which never.
    """

    name: str
    server: Server
    bias: dict[str, float]

    async def answers(self, constraints: list[Options]) -> list[Any]:
        """The reply under each constraint, or the error in its place."""
        gate = asyncio.Semaphore(CONCURRENCY)
        retry = RetryPolicy(attempts=1)
        async with AsyncVLLM(self.server.url, model=self.server.model, retry=retry) as client:

            async def answer(seed: int, constraint: Options) -> Any:
                async with gate:
                    return await client.generate(
                        "Answer.",
                        options=constraint,
                        temperature=1.0,
                        seed=seed,
                        max_tokens=TOKENS,
                        logit_bias=self.bias,
                    )

            return await asyncio.gather(
                *(answer(seed, each) for seed, each in enumerate(constraints)),
                return_exceptions=True,
            )


@pytest.fixture(scope="module", params=["xgrammar", "guidance"])
def strict(
    request: pytest.FixtureRequest, serve_model: Callable[..., AbstractContextManager[Server]]
) -> Iterator[BackEnd]:
    """A back end that takes every type."""
    config = {"backend": request.param, "disable_any_whitespace": True}
    # A seeded request whose prompt is read in two steps kills vLLM's engine on the CPU: all the
    # prompts under way fit into one.
    flags = ["--structured-outputs-config", json.dumps(config), "--max-num-batched-tokens", "32768"]
    with serve_model("random", flags=flags) as server:
        yield BackEnd(request.param, server, bias_of(server, spaces=True))


@pytest.fixture(scope="module")
def outlines(serve_model: Callable[..., AbstractContextManager[Server]]) -> Iterator[BackEnd]:
    """The back end that makes a regular expression of a schema."""
    flags = ["--structured-outputs-config", '{"backend": "outlines"}']
    with serve_model("random", flags=flags) as server:
        yield BackEnd("outlines", server, bias_of(server, spaces=False))


def outcome(type: Any, constraint: Options, reply: Any) -> str:
    """`decoded`, `truncated`, `said` (in words only), `refused`, or else what went wrong."""
    if isinstance(reply, Exception):
        return "refused" if is_refusal(reply, schema_of(type)) else f"{type}: {reply!r}"
    if reply.finish_reason == "length":
        return "truncated"
    try:
        from_json(type, reply.text)
    except OutputInvalid as error:
        constrained = constraint.structured_outputs
        schema = constrained.json if constrained else None
        if schema and _only_in_words(schema, reply.text):
            return "said"
        return f"{type} as {schema}: {error}"
    return "decoded"


def _only_in_words(schema: Any, text: str) -> bool:
    """Whether a text keeps to all keywords of a schema, and breaks what is said or no grammar's."""
    beyond: list[bool] = []

    def an_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members: dict[str, Any] = {}
        for name, value in pairs:
            while name in members:  # counted by `minProperties` all the same
                beyond.append(True)
                name = f"1{name.lstrip('-')}"  # noqa: PLW2901
            members[name] = value
        return members

    def a_fraction(number: str) -> float:
        beyond.append(bool(re.search(r"[eE][+-]?[0-9]{3}", number)))
        return float(number)

    def a_whole(number: str) -> int:
        beyond.append(abs(int(number)) > 2**53)
        return int(number)

    try:
        value = json.loads(
            text,
            strict=False,
            object_pairs_hook=an_object,
            parse_float=a_fraction,
            parse_int=a_whole,
        )
    except ValueError:
        return False
    said = bool(IN_WORDS.search(" ".join(_descriptions(schema))))
    return (said or any(beyond)) and Draft202012Validator(schema).is_valid(value)


def _descriptions(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(said := schema.get("description"), str):
            yield said
        schema = list(schema.values())
    if isinstance(schema, list):
        for each in schema:
            yield from _descriptions(each)


async def outcomes(back: BackEnd, types: list[Any]) -> Counter[str]:
    """How often what happens, under each type's schema and, where it has choices, under those."""
    asked = [(each, json_schema(schema_of(each))) for each in types]
    asked += [(each, choice(few)) for each in types if (few := choices_of(each))]
    replies = await back.answers([constraint for _, constraint in asked])
    return Counter(
        outcome(each, constraint, reply)
        for (each, constraint), reply in zip(asked, replies, strict=True)
    )


async def test_whatever_the_type_the_answer_decodes_or_is_cut_off(
    strict: BackEnd, launched_version: ServerVersion, differs: Callable[[str], None]
) -> None:
    counts = await outcomes(strict, drawn(arbitrary_types, 300))
    older = refuses_patterned_names(launched_version, strict.name)
    if older:
        differs("xgrammar refuses objects with integer keys with 400: `SchemaUnsupported`")
        assert counts["refused"]
    assert counts.keys() <= {"decoded", "truncated", "said"} | ({"refused"} if older else set())
    assert counts["decoded"] > counts.total() * MOST


async def test_a_server_without_flags_takes_every_type(scripted: Server) -> None:
    counts = await outcomes(
        BackEnd("auto", scripted, bias_of(scripted, spaces=False)), drawn(arbitrary_types, 60)
    )
    assert counts.keys() <= {"decoded", "truncated", "said"}
    assert counts["decoded"] > counts.total() * MOST


@dataclass
class Branch:
    """Part of itself, in a list that may not lack."""

    value: bool
    branches: list[Branch]


Quoted = TypedDict("Quoted", {'say "yes"': int})
BeyondOutlines = Annotated[Any, "any JSON"]


@dataclass(frozen=True)
class Known:
    """What a back end makes of a type.

    Attributes:
        type: the type.
        error: what is raised, at least now and then.
        says: what the error's message holds.
        since: the first version of vLLM with this error.
        before: the first version without it; empty if there is none.
    """

    type: Any
    error: type[Exception]
    says: str
    since: str = "0.28.0"
    before: str = ""


EXCEPTIONS: dict[str, list[Known]] = {
    "xgrammar": [],
    # A text that the tokenizer has a special token for, where nothing else can be written.
    "guidance": [Known(Literal["<|im_start|>"], ServerFailure, "HTTP 500")],
    "outlines": [
        # The schema is refused.
        Known(dict[int, bool], SchemaUnsupported, "Unsupported JSON Schema structure"),
        Known(BeyondOutlines, SchemaUnsupported, "Unsupported JSON Schema structure"),
        # The regular expression takes too long to compile: five seconds, then it gives up.
        Known(Annotated[str, at.MinLen(64)], ServerFailure, "HTTP 500", before="0.33.0"),
        Known(Annotated[str, at.MinLen(64)], BadRequest, "compilation timed out", since="0.33.0"),
        # The keyword is passed over; decoding finds it.
        Known(Annotated[int, at.Lt(-1000)], OutputInvalid, "less than -1000"),
        Known(Annotated[float, at.Lt(-1000)], OutputInvalid, "less than -1000"),
        Known(Annotated[dict[str, bool], at.MinLen(3)], OutputInvalid, "at least 3"),
        # What is not JSON is allowed, and decoding finds it: quotes in names and texts are
        # written as they are, and where recursion is cut off a comma remains.
        Known(Quoted, OutputInvalid, "not JSON"),
        Known(Annotated[str, re.compile("[^a]{8}")], OutputInvalid, "not JSON"),
        Known(Branch, OutputInvalid, "not JSON"),
    ],
}
"""All that is known not to work, by back end."""


async def known_are_as_they_were(back: BackEnd) -> None:
    version = ask_version(back.server.url)
    for known in EXCEPTIONS[back.name]:
        is_past = known.before and not version.is_before(known.before)
        if is_past or version.is_before(known.since):
            continue
        asked = 1 if known.error in {ServerFailure, BadRequest} else 24
        replies = await back.answers([json_schema(schema_of(known.type))] * asked)
        met = [error for reply in replies if (error := raised(known.type, reply)) is not None]
        assert met, f"{back.name} now keeps to {known.type}: take it out of EXCEPTIONS"
        older = rejects_its_own_tokens(version, back.name)
        allowed = (known.error, ServerFailure) if older else known.error
        others = [error for error in met if not isinstance(error, allowed)]
        assert not others, f"{back.name} fails otherwise with {known.type}: {others[0]!r}"
        assert older or any(known.says in str(error) for error in met), (
            f"{back.name} says {met[0]!r} of {known.type}, not {known.says!r}"
        )


def raised(type: Any, reply: Any) -> Exception | None:
    """The error that the reply is, or that decoding it raises."""
    if isinstance(reply, Exception):
        return reply
    if reply.finish_reason == "length":
        return None
    try:
        from_json(type, reply.text)
    except OutputInvalid as error:
        return error
    return None


async def test_the_exceptions_of_a_strict_back_end_are_known(strict: BackEnd) -> None:
    await known_are_as_they_were(strict)


BEYOND_GRAMMARS = ("occurs twice", "too large for a float")
"""No grammar forbids to repeat a name, or to write a number of any size."""


@pytest.mark.parametrize("strict", ["xgrammar"], indirect=True)
@pytest.mark.parametrize("prompt", [ToolPrompt(max_calls=2), StepPrompt()], ids=["one", "steps"])
async def test_whatever_the_signature_a_described_call_decodes_or_is_cut_off(
    strict: BackEnd,
    launched_version: ServerVersion,
    differs: Callable[[str], None],
    prompt: ToolPrompt | StepPrompt,
) -> None:
    older = refuses_patterned_names(launched_version, "xgrammar")
    if older:
        differs("xgrammar refuses tools that take objects with integer keys with 400")
    signed = drawn(signed_tools().filter(lambda each: each.stated), 60)
    gate = asyncio.Semaphore(16)
    async with AsyncVLLM(strict.server.url, model=strict.server.model) as client:

        async def planned(seed: int, asked: Any) -> str:
            async with gate:
                try:
                    reply = await client.generate_with_tools(
                        "Act.",
                        [asked.tool],
                        mode="descriptive",
                        execute=False,
                        tool_prompt=prompt,
                        tool_choice="required",
                        temperature=1.0,
                        seed=seed,
                        max_tokens=300,
                        logit_bias=strict.bias,
                    )
                except OutputTruncated:
                    return "truncated"
                except OutputInvalid as error:
                    if any(beyond in error.message for beyond in BEYOND_GRAMMARS):
                        return "beyond"
                    raise
                except SchemaUnsupported as error:
                    if older and is_refusal(error, asked.tool.parameters):
                        return "refused"
                    raise
            assert reply.calls
            if any(beyond in str(call.error) for call in reply.calls for beyond in BEYOND_GRAMMARS):
                return "beyond"
            said = {f"{call.name} {call.status} {call.error or ''}" for call in reply.calls}
            return " ".join(said).rstrip()

        ends = Counter(await asyncio.gather(*(planned(*each) for each in enumerate(signed))))
    known = {"act planned", "truncated", "beyond"} | ({"refused"} if older else set())
    assert ends.keys() <= known, ends
    assert ends["act planned"] > ends.total() / 2


async def test_the_exceptions_of_outlines_are_known(
    outlines: BackEnd, launched_version: ServerVersion, differs: Callable[[str], None]
) -> None:
    if rejects_its_own_tokens(launched_version, "outlines"):
        differs(REJECTED)
    await known_are_as_they_were(outlines)


REJECTED = "outlines rejects tokens that it allowed, which ends most requests with HTTP 500"


async def test_whatever_else_outlines_takes_decodes(
    outlines: BackEnd, launched_version: ServerVersion, differs: Callable[[str], None]
) -> None:
    types = [each for each in drawn(arbitrary_types, 300) if not beyond_outlines(schema_of(each))]
    assert len(types) > 100
    counts = await outcomes(outlines, types)
    if rejects_its_own_tokens(launched_version, "outlines"):
        differs(REJECTED)
        failed = Counter({each: count for each, count in counts.items() if "HTTP 500" in each})
        assert failed.total() > counts.total() / 2, "outlines works there: state another version"
        counts -= failed
    else:
        assert counts["decoded"] > counts.total() * MOST
    assert counts.keys() <= {"decoded", "truncated", "said"}


def beyond_outlines(schema: Any) -> bool:
    """Whether a schema has what the exceptions of outlines are about."""
    if isinstance(schema, list):
        return any(map(beyond_outlines, schema))
    if not isinstance(schema, dict):
        return False
    bounds = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
    passed_over = bounds | {"minProperties", "maxProperties", "patternProperties", "$ref"}
    named = schema.get("properties", {})
    return (
        bool(passed_over & schema.keys())
        or max(schema.get("minLength", 0), schema.get("maxLength", 0)) > SHORT
        or bool(re.search(r'["\\]', "".join(named)))
        or takes_quotes(schema.get("pattern", ""))
        or any(
            beyond_outlines(part)
            for keyword, part in schema.items()
            if keyword in {"items", "prefixItems", "anyOf", "additionalProperties"}
        )
        or any(map(beyond_outlines, named.values()))
    )


SHORT = 10
"""Longer texts take outlines seconds to compile."""


def takes_quotes(pattern: str) -> bool:
    """Whether a pattern has a dot or a negated class, which a quote can stand for."""
    return bool(re.search(r"\[\^|\.", re.sub(r"\\.|\[[^]^][^]]*\]", "", pattern)))


def test_lm_format_enforcer_does_not_start() -> None:
    """Its module for vLLM imports what this vLLM no longer has: HTTP 500 for every constraint."""
    program = "import lmformatenforcer.integrations.vllm"
    ran = subprocess.run(  # noqa: S603 -- the server's own interpreter
        [prepare(), "-c", program], capture_output=True, text=True, check=False
    )
    assert "No module named 'vllm.transformers_utils.tokenizer'" in ran.stderr
