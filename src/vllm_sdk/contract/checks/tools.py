"""The group `tools`: calls of functions."""

from __future__ import annotations

from typing import Any

from vllm_sdk import AsyncVLLM, RetryPolicy, ToolPrompt, ToolReply, tool
from vllm_sdk.contract import asking
from vllm_sdk.contract.asking import Body, build, get
from vllm_sdk.contract.exchanges import Answer, decode_json, is_object
from vllm_sdk.contract.facts import CHAT, OK, Facts
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check
from vllm_sdk.errors import OutputTruncated, VLLMError

MEANING = "Tools are not called."
PARSER = "--enable-auto-tool-choice --tool-call-parser"
NEEDS = ("model", "chat")
TOKENS = 64
DESCRIBED = 96

SCHEMA: Body = {
    "type": "object",
    "properties": {"on": {"type": "boolean"}},
    "required": ["on"],
    "additionalProperties": False,
}
SWITCH: Body = {
    "type": "function",
    "function": {
        "name": "switch",
        "description": "Switch the light on or off.",
        "parameters": SCHEMA,
        "strict": True,
    },
}
NAMED: Body = {"type": "function", "function": {"name": "switch"}}


async def force_call(probe: Probe, facts: Facts, choice: Any, **fields: Any) -> Answer:
    """Send a chat whose answer must be a call, again without white space if it was cut off."""
    answer = await ask_tools(probe, facts, choice, **fields)
    if b'"finish_reason":"length"' in answer.body.replace(b": ", b":"):
        without = await asking.forbid_blanks(probe, facts)
        answer = await ask_tools(probe, facts, choice, **fields, **without)
    return answer


async def ask_tools(probe: Probe, facts: Facts, choice: Any, **fields: Any) -> Answer:
    """Send a chat with a tool.

    Raises:
        NotApplicable: The server has no tool parser.
        Failed: Another status than 200.
    """
    thinking = asking.without_thinking(facts, CHAT)
    body = build(facts, CHAT, TOKENS, tools=[SWITCH], tool_choice=choice, **thinking, **fields)
    answer = await probe.post(CHAT, body, tokens=TOKENS)
    text = answer.body.decode("utf-8", "replace")
    if answer.status == 400 and "tool-call-parser" in text:  # noqa: PLR2004
        raise NotApplicable("no --tool-call-parser", PARSER)
    answer.require(OK)
    return answer


def read_call(call: Any) -> Body:
    """Return the arguments of a call of the tool.

    Raises:
        Failed: It calls something else, or its arguments are not valid.
    """
    name = get(call, "function", "name", kind=str)
    text = get(call, "function", "arguments", kind=str)
    get(call, "id", kind=str)
    try:
        arguments = decode_json(text)
    except ValueError:
        arguments = None
    if name != "switch" or not is_object(arguments):
        raise Failed("a call of switch with a JSON object", f"{name}({text})")
    return arguments


def read_calls(answer: Answer) -> list[Any]:
    """Return the calls of a reply."""
    choice = get(answer.read_object(), "choices", 0, kind=dict)
    return list(get(choice, "message", kind=dict).get("tool_calls") or [])


def require_calls(calls: list[Any], finish: str) -> None:
    """Check that there is a call, and that it has the right argument.

    Raises:
        Failed: There is none, or it has another argument.
        NotApplicable: The answer was cut off.
    """
    if finish == "length":
        raise NotApplicable(f"the model did not complete the call within {TOKENS} tokens")
    if not calls:
        raise Failed("at least one call", "none")
    for call in calls:
        if type(read_call(call).get("on")) is not bool:
            raise Failed("arguments that are valid for the tool's schema", f"{call}")


@check("tools.auto", MEANING, *NEEDS, tokens=TOKENS)
async def auto(probe: Probe, facts: Facts) -> str:
    """Check that tools with tool_choice auto are accepted, and calls have the documented form."""
    calls = read_calls(await ask_tools(probe, facts, "auto"))
    for call in calls:
        get(call, "function", "name", kind=str)
        get(call, "function", "arguments", kind=str)
    return f"{len(calls)} calls"


@check("tools.none", "Tools are called that must not be.", *NEEDS, tokens=TOKENS)
async def none(probe: Probe, facts: Facts) -> None:
    """Check that with tool_choice none, no tool is called."""
    if calls := read_calls(await ask_tools(probe, facts, "none")):
        raise Failed("no call", f"{calls}")


@check("tools.required", MEANING, *NEEDS, tokens=TOKENS)
async def required(probe: Probe, facts: Facts) -> None:
    """Check that with tool_choice required, a tool is called with valid arguments."""
    answer = await force_call(probe, facts, "required")
    finish = get(answer.read_object(), "choices", 0, "finish_reason", kind=str)
    require_calls(read_calls(answer), finish)


@check("tools.named", MEANING, *NEEDS, tokens=TOKENS)
async def named(probe: Probe, facts: Facts) -> None:
    """Check that with a named tool_choice, that tool is called with valid arguments."""
    answer = await force_call(probe, facts, NAMED)
    finish = get(answer.read_object(), "choices", 0, "finish_reason", kind=str)
    require_calls(read_calls(answer), finish)


@check("tools.parallel", "Calls that exclude each other run together.", *NEEDS, tokens=TOKENS)
async def parallel(probe: Probe, facts: Facts) -> None:
    """Check that with parallel_tool_calls false, at most one tool is called."""
    calls = read_calls(await ask_tools(probe, facts, "auto", parallel_tool_calls=False))
    if len(calls) > 1:
        raise Failed("at most one call", f"{len(calls)}")


@check("tools.stream", "Streamed calls cannot be put together.", *NEEDS, tokens=TOKENS)
async def stream(probe: Probe, facts: Facts) -> None:
    """Check that the pieces of a streamed call are together a call with valid arguments."""
    answer = await force_call(probe, facts, NAMED, stream=True)
    calls: dict[int, Body] = {}
    finish = ""
    for chunk in answer.read_chunks():
        for choice in get(chunk, "choices", kind=list):
            finish = choice.get("finish_reason") or finish
            pieces: list[Any] = get(choice, "delta", kind=dict).get("tool_calls") or []
            for piece in pieces:
                _add_piece(calls, piece)
    require_calls([*calls.values()], finish)


def _add_piece(calls: dict[int, Body], piece: Body) -> None:
    index = get(piece, "index", kind=int)
    call = calls.setdefault(index, {"id": "", "function": {"name": "", "arguments": ""}})
    call["id"] = call["id"] or piece.get("id")
    function: Body = piece.get("function") or {}
    call["function"]["name"] = call["function"]["name"] or function.get("name") or ""
    call["function"]["arguments"] += function.get("arguments") or ""


@check("tools.result", "Results of tools cannot be sent back.", *NEEDS, tokens=4)
async def result(probe: Probe, facts: Facts) -> None:
    """Check that a chat with a call and its result is accepted."""
    call = {
        "id": "call_1",
        "type": "function",
        "function": {"name": "switch", "arguments": '{"on": true}'},
    }
    messages = [
        {"role": "user", "content": "Switch the light on."},
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_1", "content": "done"},
    ]
    answer = await probe.post(CHAT, build(facts, CHAT, 4, messages=messages), tokens=4)
    answer.require(OK)
    asking.read_first(answer)


@check("tools.descriptive", "Tools do not work without a parser.", *NEEDS, "vllm", tokens=DESCRIBED)
async def descriptive(probe: Probe, facts: Facts) -> str:
    """Check that the SDK's descriptive mode gets a valid call, without a tool parser."""
    try:
        reply = await ask_described(probe, facts)
    except OutputTruncated:
        without = await asking.forbid_blanks(probe, facts)
        try:
            reply = await ask_described(probe, facts, **without)
        except OutputTruncated:
            raise NotApplicable(
                f"the model did not complete the call within {DESCRIBED} tokens"
            ) from None
    if not reply.calls or reply.calls[0].status != "planned":
        raise Failed("a valid call of switch", f"{[call.arguments_json for call in reply.calls]}")
    return f"{len(reply.calls)} calls"


async def ask_described(probe: Probe, facts: Facts, **fields: Any) -> ToolReply[str]:
    """Ask for a call with the SDK's own client, in descriptive mode.

    Raises:
        OutputTruncated: The answer was cut off.
        Failed: Any other error of the SDK.
    """

    def switch(*, on: bool) -> None:
        """Switch the light on or off."""

    connection = probe.connection
    connection.budget.reserve(DESCRIBED)
    probe.tokens += DESCRIBED
    client = AsyncVLLM(
        facts.url,
        model=facts.model,
        api_key=connection.api_key,
        retry=RetryPolicy(attempts=5, wait_initial=0.2, wait_jitter=0.2),
        deadline=connection.budget.request_seconds(),
    )
    try:
        async with client, connection.gate:
            return await client.generate_with_tools(
                "Switch the light on.",
                [tool(switch)],
                mode="descriptive",
                execute=False,
                tool_prompt=ToolPrompt(max_calls=1),
                tool_choice="required",
                temperature=0,
                max_tokens=DESCRIBED,
                **fields,
            )
    except OutputTruncated:
        raise
    except VLLMError as error:
        raise Failed("a reply with a call", f"{type(error).__name__}: {error.message}") from None
