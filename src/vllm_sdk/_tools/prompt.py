"""Descriptive mode: the prompt describes the tools, and a JSON reply calls them.

It works on a server without a tool parser, and with a model that was never trained on tools. The
prompt lists the tools and the form of a reply; a structured-output constraint enforces that form.
The model's turns and the results are plain messages, which every chat template takes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from string import Template
from typing import Annotated, Any, Literal, TypedDict

import attrs

from vllm_sdk._exports import export
from vllm_sdk._structured import from_json
from vllm_sdk._structured.json_text.parsing import extract_json, is_object, parse
from vllm_sdk._structured.json_text.partial_json import PartialJsonParser
from vllm_sdk._structured.shapes.base import quote
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

NO_TOOLS = """\
Reply with one JSON object and nothing else:
$answer"""

TOOL = """\
- $name: $description
  arguments: $schema"""

RESULTS = """\
Results of your calls, in their order:
$results"""

MEDIA = "Media of result $number ($name):"

CORRECTION = """\
$error
Reply with one JSON object, {"calls": [{"tool": "name", "arguments": {}}]} or $answer"""


class DescribedCall(TypedDict):
    """A call in the form of the reply protocol."""

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
    """The content of a reply in descriptive mode: calls, or an answer.

    Attributes:
        calls: The calls, each with the JSON text of its arguments as the model wrote it.
        answer: The JSON text of the answer, or None if the reply has calls.
    """

    calls: tuple[FunctionCall, ...] = ()
    answer: str | None = None


def require_names(*names: str) -> Any:
    """Return a validator for a template that has the first name, and no others than these."""

    def check(_: object, attribute: attrs.Attribute[str], value: str) -> None:
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


def check_role(role: object) -> None:
    """Refuse an unknown place of the instructions."""
    if role not in {"auto", "system", "user"}:
        raise RequestInvalid(f"role={role!r}: it is 'auto', 'system' or 'user'.")


@export
@attrs.frozen(kw_only=True)
class ToolPrompt:
    """The wording of descriptive mode, as templates of `string.Template`.

    Replace a template by `ToolPrompt(instructions=…)` or `attrs.evolve`. The reply protocol itself
    is fixed, since the constraint enforces it: an object with `calls`, a list of `tool` and
    `arguments`, or an object with `answer`.

    Attributes:
        instructions: The text before the conversation. `$tools`: the list of tools; `$most`: the
            largest number of calls in a turn; `$answer`: the form of an answer, with its JSON
            Schema unless it is text.
        no_tools: The same for a turn that offers no tools: `$answer`.
        tool: The entry of one tool in that list: `$name`, `$description`, `$schema` (compact JSON).
        results: The message with the results: `$results`, one line of JSON for each call.
        media: The line before the media of a result, which follow the results: `$number` is the
            result's place in their order, `$name` the tool.
        correction: The message after a reply that breaks the protocol: `$error`, `$answer`.
        role: The place of the instructions. `system`: in the system message; `user`: in front of
            the first user message; `auto`: in the system message, or in the user's if the model's
            template refuses system messages. In native mode it places the instructions for a
            structured answer.
        max_calls: Largest number of calls in one turn, 1 or more; default 8. The limit keeps a weak
            model from repeating itself until it reaches the token limit.

    Raises:
        RequestInvalid: A template lacks its first name or has an unknown one, or a setting is out
            of range.
    """

    instructions: str = attrs.field(
        default=INSTRUCTIONS, validator=require_names("tools", "most", "answer")
    )
    no_tools: str = attrs.field(default=NO_TOOLS, validator=require_names("answer"))
    tool: str = attrs.field(default=TOOL, validator=require_names("name", "description", "schema"))
    results: str = attrs.field(default=RESULTS, validator=require_names("results"))
    media: str = attrs.field(default=MEDIA, validator=require_names("number", "name"))
    correction: str = attrs.field(default=CORRECTION, validator=require_names("error", "answer"))
    role: Literal["auto", "system", "user"] = "auto"
    max_calls: int = 8

    def __attrs_post_init__(self) -> None:
        """Refuse an unknown role, and a turn without calls."""
        check_role(self.role)
        if self.max_calls < 1:
            raise RequestInvalid(f"max_calls={self.max_calls}: a turn may have 1 or more.")

    def describe(
        self, tools: Iterable[Tool[..., Any]], answer: Schema = TEXT_ANSWER, *, most: int = 0
    ) -> str:
        """Write the instructions that precede the conversation.

        Args:
            tools: The tools that the model may call; none for an answer alone.
            answer: The JSON Schema of a final answer.
            most: Largest number of calls in a turn; 0 for `max_calls`.
        """
        listed = [
            Template(self.tool).substitute(
                name=each.name,
                description=each.description or "(no description)",
                schema=json.dumps(each.parameters, ensure_ascii=False),
            )
            for each in tools
        ]
        if not listed:
            return Template(self.no_tools).substitute(answer=_write_example(answer))
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
        """Build the JSON Schema of the replies that the model may write.

        It uses only keywords that vLLM's grammar back ends take, apart from those in the schemas of
        the tools and the answer.

        Args:
            tools: The tools that the model may call; none for an answer alone.
            answer: The JSON Schema of a final answer, or None if a call is required.
            most: Largest number of calls in a turn; 0 for `max_calls`.
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
        """Decode a reply, without guessing.

        Raises:
            OutputInvalid: The reply breaks the protocol.
        """
        if isinstance(value := parse(text), dict) and "answer" in value:
            from_json(AnswerReply, text)
            return DescribedReply(answer=extract_json(text, ["answer"]))
        calls: list[DescribedCall] = from_json(CallsReply, text)["calls"]
        if not calls:
            raise OutputInvalid("$.calls: expected at least one call", path="$.calls", text=text)
        return DescribedReply(
            tuple(
                FunctionCall(call["tool"], extract_json(text, ["calls", index, "arguments"]))
                for index, call in enumerate(calls)
            )
        )

    def write_results(self, told: Sequence[tuple[str, ToolMessage, bool]]) -> str:
        """Write the message with the results of a turn.

        Args:
            told: For each call the tool's name, the message, and whether it is an error.
        """
        return Template(self.results).substitute(results=write_result_lines(told))

    def list_media(self, told: Sequence[tuple[str, ToolMessage, bool]]) -> list[Any]:
        """Return the media of a turn's results in their order, for the end of their message.

        A line before the media of each result says which result has them.

        Args:
            told: For each call the tool's name, the message, and whether it is an error.
        """
        return list_media(self.media, told)

    def write_calls(self, calls: Iterable[tuple[str, str]]) -> str:
        """Write calls as the turn of a conversation, each from a name and JSON of arguments."""
        return write_calls([*calls])

    def write_correction(self, error: str, answer: Schema = TEXT_ANSWER) -> str:
        """Write the message after a reply that breaks the protocol."""
        return Template(self.correction).substitute(error=error, answer=_write_example(answer))


def write_result_lines(told: Sequence[tuple[str, ToolMessage, bool]]) -> str:
    """Write a line of JSON for each result."""
    lines = [
        f'{{"tool": {quote(name)}, "{"error" if failed else "result"}": '
        f"{result.text if result.is_json else quote(result.text)}}}"
        for name, result, failed in told
    ]
    return "\n".join(lines)


def list_media(template: str, told: Sequence[tuple[str, ToolMessage, bool]]) -> list[Any]:
    """Return the media of results, each after the line that the template makes."""
    listed: list[Any] = []
    for number, (name, result, _) in enumerate(told, 1):
        if result.media:
            listed.append(Template(template).substitute(number=number, name=name))
            listed += result.media
    return listed


class AnswerText:
    """A decoder for the text of a streamed `{"answer": "…"}`; other replies give no text."""

    def __init__(self) -> None:
        """Begin without text."""
        self._growing: PartialJsonParser[Any] = PartialJsonParser()
        self._said = ""

    def feed(self, text: str) -> str:
        """Add a piece of the reply.

        Returns:
            The new piece of the answer; empty if the piece of the reply adds none.
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
    """Write calls in the form of the protocol, each from a name and the JSON of its arguments."""
    written = [f'{{"tool": {quote(name)}, "arguments": {text}}}' for name, text in calls]
    return f'{{"calls": [{", ".join(written)}]}}'


def _write_example(answer: Schema) -> str:
    """Write the form of an answer."""
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
