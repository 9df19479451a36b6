"""Tools for any model: described in the prompt, called by a JSON reply.

A server without a tool parser, or a model that was never trained on tools, is told in words which
tools there are and how to reply; a structured-output constraint lets it write nothing else. The
model's turns and the results stay plain messages, which every chat template takes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from string import Template
from typing import Annotated, Any, Literal, TypedDict

import attrs

from vllm_sdk._structured import from_json
from vllm_sdk._structured.json_text.partial_json import Growing
from vllm_sdk._structured.json_text.text import is_object, parsed, text_at
from vllm_sdk._structured.shapes.base import quoted
from vllm_sdk._tools.results import ToolMessage
from vllm_sdk._tools.schemas import SchemaComposer
from vllm_sdk._tools.tool import Tool
from vllm_sdk.errors import OutputInvalid, RequestInvalid
from vllm_sdk.types import FunctionCall, Schema

TEXT_ANSWER: Schema = {"type": "string"}

INSTRUCTIONS = """\
You can call tools. These are the tools, each with the JSON Schema of its arguments:

$tools

Reply with one JSON object and nothing else. To call tools, up to $most at once:
{"calls": [{"tool": "name", "arguments": {}}]}
You are then told the results, in the order of the calls. When you know enough, reply with:
$answer"""

TOOL = """\
- $name: $description
  arguments: $schema"""

RESULTS = """\
Results of your calls, in their order:
$results"""

CORRECTION = """\
$error
Reply with one JSON object, {"calls": [{"tool": "name", "arguments": {}}]} or $answer"""


class DescribedCall(TypedDict):
    """A call as the protocol writes it."""

    tool: str
    arguments: Annotated[Any, "the arguments"]


class CallsReply(TypedDict):
    """A turn that calls tools."""

    calls: list[DescribedCall]


class AnswerReply(TypedDict):
    """A turn that answers."""

    answer: Annotated[Any, "the answer"]


@attrs.frozen
class DescribedReply:
    """What a described reply means: calls, or an answer.

    Attributes:
        calls: what to call, with the arguments' JSON text as the model wrote it.
        answer: the answer's JSON text, or None where there are calls.
    """

    calls: tuple[FunctionCall, ...] = ()
    answer: str | None = None


def _require_names(*names: str) -> Any:
    """A text that names these, and nothing else, after `$`."""

    def check(_: ToolPrompt, attribute: attrs.Attribute[str], value: str) -> None:
        template = Template(value)
        if not template.is_valid():
            raise RequestInvalid(f"{attribute.name}: a $ stands for itself only as $$.")
        found = set(template.get_identifiers())
        if missing := [name for name in names[:1] if name not in found]:
            raise RequestInvalid(f"{attribute.name} lacks ${missing[0]}.")
        if unknown := sorted(found - set(names)):
            known = ", ".join(f"${name}" for name in names)
            raise RequestInvalid(f"{attribute.name} names ${unknown[0]}; it has {known}.")

    return check


@attrs.frozen(kw_only=True)
class ToolPrompt:
    """The words of descriptive mode; each may be replaced, by `attrs.evolve` or in the call.

    The reply protocol itself is fixed, since the constraint enforces it: an object with `calls`, a
    list of `tool` and `arguments`, or an object with `answer`.

    Attributes:
        instructions: what the model is told before the conversation. `$tools`: the list of tools;
            `$most`: how many calls a turn may have; `$answer`: how an answer is written, with its
            JSON Schema where it is no text.
        tool: how one tool is listed: `$name`, `$description`, `$schema` (compact JSON).
        results: how results are told back: `$results`, one line of JSON for each call.
        correction: what is said to a reply that is not of the protocol: `$error`, `$answer`.
        role: where instructions go: `system`, into the system message; `user`, in front of the
            first user message; `auto`, into the system message, or the user's where the model's
            template refuses one. In native mode, those for a structured answer too.
        max_calls: how many calls one turn may have, 1 or more. It keeps a weak model from
            repeating itself until its tokens run out.

    Raises:
        RequestInvalid: a template lacks its first name, or has an unknown one; or a setting is
            out of range.
    """

    instructions: str = attrs.field(
        default=INSTRUCTIONS, validator=_require_names("tools", "most", "answer")
    )
    tool: str = attrs.field(default=TOOL, validator=_require_names("name", "description", "schema"))
    results: str = attrs.field(default=RESULTS, validator=_require_names("results"))
    correction: str = attrs.field(default=CORRECTION, validator=_require_names("error", "answer"))
    role: Literal["auto", "system", "user"] = "auto"
    max_calls: int = 8

    def __attrs_post_init__(self) -> None:
        """Refuse a place that is none, and a turn without calls."""
        if self.role not in {"auto", "system", "user"}:
            raise RequestInvalid(f"role={self.role!r}: it is 'auto', 'system' or 'user'.")
        if self.max_calls < 1:
            raise RequestInvalid(f"max_calls={self.max_calls}: a turn may have 1 or more.")

    def describe(
        self, tools: Iterable[Tool[..., Any]], answer: Schema = TEXT_ANSWER, *, most: int = 0
    ) -> str:
        """What the model is told before the conversation.

        Args:
            tools: what it may call.
            answer: the JSON Schema of a final answer.
            most: how many calls a turn may have; 0 for `max_calls`.
        """
        listed = [
            Template(self.tool).substitute(
                name=each.name,
                description=each.description or "(no description)",
                schema=json.dumps(each.parameters, ensure_ascii=False),
            )
            for each in tools
        ]
        return Template(self.instructions).substitute(
            tools="\n".join(listed), most=most or self.max_calls, answer=_write_example(answer)
        )

    def build_constraint(
        self,
        tools: Iterable[Tool[..., Any]],
        answer: Schema | None = TEXT_ANSWER,
        *,
        most: int = 0,
    ) -> Schema:
        """The JSON Schema of the replies that the model may write.

        It stays within what vLLM's grammar back ends take, as far as the schemas in it do.

        Args:
            tools: what may be called; none for an answer alone.
            answer: the JSON Schema of a final answer, or None where a call is required.
            most: how many calls a turn may have; 0 for `max_calls`.
        """
        composer = SchemaComposer()
        calls = [
            _build_object_schema(
                tool={"const": each.name},
                arguments=composer.add(each.name, each.parameters),
            )
            for each in tools
        ]
        replies: list[Schema] = []
        if calls:
            listed = {"type": "array", "items": _build_union_schema(calls), "minItems": 1}
            replies.append(
                _build_object_schema(calls={**listed, "maxItems": most or self.max_calls})
            )
        if answer is not None:
            replies.append(_build_object_schema(answer=composer.add("answer", answer)))
        return composer.compose(_build_union_schema(replies))

    def read(self, text: str) -> DescribedReply:
        """What a reply means, without guessing.

        Raises:
            OutputInvalid: it is not of the protocol.
        """
        if isinstance(value := parsed(text), dict) and "answer" in value:
            from_json(AnswerReply, text)
            return DescribedReply(answer=text_at(text, ["answer"]))
        calls: list[DescribedCall] = from_json(CallsReply, text)["calls"]
        if not calls:
            raise OutputInvalid("$.calls: expected at least one call", path="$.calls", text=text)
        return DescribedReply(
            tuple(
                FunctionCall(call["tool"], text_at(text, ["calls", index, "arguments"]))
                for index, call in enumerate(calls)
            )
        )

    def write_results(self, told: Sequence[tuple[str, ToolMessage, bool]]) -> str:
        """How the results of a turn are told back.

        Args:
            told: the tool's name, what the model is told, and whether it is an error, by call.
        """
        lines = [
            f'{{"tool": {quoted(name)}, "{"error" if failed else "result"}": '
            f"{result.text if result.is_json else quoted(result.text)}}}"
            for name, result, failed in told
        ]
        return Template(self.results).substitute(results="\n".join(lines))

    def write_correction(self, error: str, answer: Schema = TEXT_ANSWER) -> str:
        """What is said to a reply that is not of the protocol."""
        return Template(self.correction).substitute(error=error, answer=_write_example(answer))


class AnswerText:
    """The text of `{"answer": "…"}` as it grows; nothing of calls, or of other answers."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._growing: Growing[Any] = Growing()
        self._said = ""

    def feed(self, text: str) -> str:
        """Take more of the reply.

        Returns:
            What more there is of the answer; empty where there is none.
        """
        partial = self._growing.feed(text)
        if partial is None or not is_object(partial.json):
            return ""
        answer = partial.json.get("answer")
        if not isinstance(answer, str):
            return ""
        more = answer[len(self._said) :]
        self._said = answer
        return more


def write_calls(calls: Collection[tuple[str, str]]) -> str:
    """Calls as the protocol writes them, each by name and JSON text of its arguments."""
    written = [f'{{"tool": {quoted(name)}, "arguments": {text}}}' for name, text in calls]
    return f'{{"calls": [{", ".join(written)}]}}'


def _write_example(answer: Schema) -> str:
    """How an answer is written."""
    if answer == TEXT_ANSWER:
        return '{"answer": "…"}'
    stated = json.dumps(answer, ensure_ascii=False)
    return f'{{"answer": …}}, where … is JSON of this schema: {stated}'


def _build_object_schema(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _build_union_schema(schemas: list[Schema]) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
