"""A model that answers the requests of a tool loop from a script, without any server."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from vllm_sdk._operations.core import Request, Response
from vllm_sdk._operations.tool_loop.template_check import TOKENIZE
from vllm_sdk.errors import NotFound, VLLMError
from wire import turn_body

Turn = dict[str, Any] | VLLMError
"""What the model says, as a chat message, or the error that the server answers with."""


def says(text: str, **more: Any) -> dict[str, Any]:
    """A turn of text."""
    return {"role": "assistant", "content": text, **more}


def calls(*named: tuple[str, str] | tuple[str, str, str], **more: Any) -> dict[str, Any]:
    """A native turn that calls tools, each by name, JSON text of the arguments, and id."""
    made = [
        {
            "id": (*rest, f"id-{number}")[0],
            "type": "function",
            "function": {"name": name, "arguments": arguments},
        }
        for number, (name, arguments, *rest) in enumerate(named)
    ]
    return {"role": "assistant", "content": None, "tool_calls": made, **more}


def describes(*named: tuple[str, str]) -> dict[str, Any]:
    """A described turn that calls tools, each by name and JSON text of the arguments."""
    written = [f'{{"tool": {json.dumps(name)}, "arguments": {text}}}' for name, text in named]
    return says(f'{{"calls": [{", ".join(written)}]}}')


def concludes(answer: Any) -> dict[str, Any]:
    """A described turn that answers."""
    return says(json.dumps({"answer": answer}))


def cut(turn: dict[str, Any]) -> dict[str, Any]:
    """A turn that the token budget cut."""
    return {**turn, "finish_reason": "length"}


class ScriptedModel:
    """A model that gives these turns, one for each request.

    Args of the constructor:
        turns: the turns.
        counts: the responses to requests for counts of tokens; a server without that route, if
            left out.

    Attributes:
        bodies: the bodies of the requests for turns, in order.
        paths: the routes that they went to.
        counted: the bodies of the requests for counts of tokens.
    """

    def __init__(self, *turns: Turn, counts: Iterable[bytes | VLLMError] | None = None) -> None:
        self._turns = list(turns)
        self._counts = None if counts is None else list(counts)
        self.counted: list[dict[str, Any]] = []
        self.bodies: list[dict[str, Any]] = []
        self.paths: list[str] = []

    def __call__(self, call: Request) -> Response:
        """Answer a request with the next turn, or the next count."""
        if call.path == TOKENIZE:
            self.counted.append(json.loads(call.body or b"null"))
            return self._count()
        self.bodies.append(json.loads(call.body or b"null"))
        self.paths.append(call.path)
        turn = self._turns.pop(0)
        if isinstance(turn, VLLMError):
            raise turn
        return respond(turn, completion=call.path == "/v1/completions")

    def _count(self) -> Response:
        if self._counts is None:
            raise NotFound("there is no such route", status=404)
        count = self._counts.pop(0)
        if isinstance(count, VLLMError):
            raise count
        return Response("http://vllm/tokenize", 200, {"content-type": "application/json"}, count)

    @property
    def unused(self) -> int:
        """How many turns were never asked for."""
        return len(self._turns)


def respond(turn: dict[str, Any], *, completion: bool = False) -> Response:
    """Build the server's response with a turn."""
    body = turn_body(turn, completion=completion)
    return Response("http://vllm", 200, "application/json", msgspec.json.encode(body))


def count_of(tokens: int) -> bytes:
    """Build the body with a count of tokens, as vLLM sends it."""
    body = {"count": tokens, "max_model_len": 4096, "tokens": [*range(tokens)], "token_strs": None}
    return json.dumps(body).encode()


def unpaired(transcript: Iterable[Any]) -> list[str]:
    """What is wrong with the calls and results of a history, in vLLM's own form; nothing if well.

    Every call has an id of its own, an object as its arguments, and exactly one result, in the
    turns right after it and in the order of the calls; there is no result without a call.
    """
    wrong: list[str] = []
    seen: set[str] = set()
    due: list[str] = []
    for place, message in enumerate(transcript):
        if message["role"] == "tool":
            if not due or message["tool_call_id"] != due.pop(0):
                wrong.append(f"messages[{place}] answers no call that is due")
            continue
        wrong += [f"the call {each} has no result before messages[{place}]" for each in due]
        due = []
        for call in message.get("tool_calls", ()):
            if not call["id"] or call["id"] in seen:
                wrong.append(f"messages[{place}]: the id {call['id']!r} is missing or doubled")
            if not isinstance(json.loads(call["function"]["arguments"]), dict):
                wrong.append(f"messages[{place}]: the arguments are no object")
            seen.add(call["id"])
            due.append(call["id"])
    return wrong + [f"the call {each} has no result" for each in due]
