"""Descriptive mode in steps: the model chooses a tool by its name, then writes the arguments.

Each step is a request of its own, which a small model can follow: a choice among the names, JSON
of one schema, and an answer in plain text. The examples of the choice are made from the
descriptions of the tools.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, zip_longest
from string import Template
from typing import Any, Literal, cast

import attrs

from vllm_sdk._exports import export
from vllm_sdk._structured.json_text.parsing import is_array, is_object
from vllm_sdk._tools.prompt import (
    MEDIA,
    RESULTS,
    check_role,
    list_media,
    require_names,
    write_result_lines,
)
from vllm_sdk._tools.results import ToolMessage
from vllm_sdk._tools.tool import Tool
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import Schema

CHOICE = """\
These are the tools:
$tools

Write the name of the tool that the user's message needs, or $none if it needs none."""

ARGUMENTS = """\
$description
Write the arguments of $name from the user's message as JSON:
$parameters"""

EXAMPLES = ("Hello!", "Who wrote Hamlet?", "Tell me a story.")

NONE = "none"

WireMessage = dict[str, Any]
"""A message in vLLM's own form."""


@export
@attrs.frozen(kw_only=True)
class StepPrompt:
    """The wording of descriptive mode in steps, as templates of `string.Template`.

    A turn of the model takes two requests: the choice of one tool or none, and then the arguments
    or the answer. A constraint enforces both, so a turn has one call at most.

    Attributes:
        choice: The instructions of a choice. `$tools`: the list of tools; `$none`: the word for no
            tool, which is not the name of a tool.
        examples: The examples of a choice: messages that need no tool, and pairs of a message and
            the name of the tool that it needs. A tool without a pair has its description as its
            example. If it is empty, a choice has no examples.
        arguments: The instructions for the arguments of a tool. `$parameters`: the list of its
            parameters; `$name`, `$description`; `$schema`: the JSON Schema of the arguments.
        results: The message with the result of a call: `$results`, a line of JSON for each call.
        media: The line before the media of a result: `$number`, `$name`.
        role: The place of the instructions, as in `ToolPrompt`.

    Raises:
        RequestInvalid: A template lacks its first name or has an unknown one, or the role is
            unknown.
    """

    choice: str = attrs.field(default=CHOICE, validator=require_names("tools", "none"))
    examples: tuple[str | tuple[str, str], ...] = EXAMPLES
    arguments: str = attrs.field(
        default=ARGUMENTS,
        validator=require_names("name", "description", "parameters", "schema"),
    )
    results: str = attrs.field(default=RESULTS, validator=require_names("results"))
    media: str = attrs.field(default=MEDIA, validator=require_names("number", "name"))
    role: Literal["auto", "system", "user"] = "auto"

    def __attrs_post_init__(self) -> None:
        """Refuse an unknown role, a text in the place of texts, and empty texts."""
        check_role(self.role)
        examples: object = self.examples
        if not isinstance(examples, list | tuple) or not all(
            map(_is_example, cast("Sequence[object]", examples))
        ):
            raise RequestInvalid(
                f"examples={examples!r}: it is a tuple of messages that need no tool, and of pairs "
                "such as ('Is it raining in Rome?', 'get_weather')."
            )

    def check_names(self, names: Collection[str]) -> None:
        """Refuse an example of a tool that does not exist.

        Raises:
            RequestInvalid: The name is not among the names.
        """
        for each in self.examples:
            if not isinstance(each, str) and each[1] not in names:
                raise RequestInvalid(
                    f"examples of StepPrompt: {each[1]!r} is not a tool; there are "
                    f"{', '.join(names)}."
                )

    def describe(self, tools: Collection[Tool[..., Any]]) -> str:
        """Write the instructions of a choice among tools, or none of them."""
        listed = "\n".join(
            f"- {each.name}({', '.join(_get_parameters(each.parameters))}): {_summarize(each)}"
            for each in tools
        )
        return Template(self.choice).substitute(tools=listed, none=name_none(tools))

    def describe_arguments(self, tool: Tool[..., Any]) -> str:
        """Write the instructions for the arguments of a tool."""
        return Template(self.arguments).substitute(
            name=tool.name,
            description=_summarize(tool),
            parameters="\n".join(
                f"- {name}: {_describe_parameter(schema)}".rstrip(": ")
                for name, schema in _get_parameters(tool.parameters).items()
            ),
            schema=json.dumps(tool.parameters, ensure_ascii=False),
        )

    def build_examples(self, tools: Collection[Tool[..., Any]]) -> list[WireMessage]:
        """Build the example turns of a choice, tools and none by turns."""
        if not self.examples:
            return []
        none = name_none(tools)
        texts = [(each, none) for each in self.examples if isinstance(each, str)]
        given = [each for each in self.examples if not isinstance(each, str)]
        asked = [
            pair
            for tool in tools
            for pair in [each for each in given if each[1] == tool.name]
            or [(_summarize(tool), tool.name)]
        ]
        pairs = chain.from_iterable(zip_longest(asked, texts))
        return [
            {"role": role, "content": content}
            for pair in pairs
            if pair is not None
            for role, content in zip(("user", "assistant"), pair, strict=True)
        ]

    def write_calls(self, calls: Iterable[tuple[str, str]]) -> str:
        """Write calls as the turn of a conversation, each from a name and JSON of arguments."""
        return "\n".join(f"{name} {arguments}" for name, arguments in calls)

    def write_results(self, told: Sequence[tuple[str, ToolMessage, bool]]) -> str:
        """Write the message with the results of a turn, as `ToolPrompt` does."""
        return Template(self.results).substitute(results=write_result_lines(told))

    def list_media(self, told: Sequence[tuple[str, ToolMessage, bool]]) -> list[Any]:
        """Return the media of a turn's results, as `ToolPrompt` does."""
        return list_media(self.media, told)


def _is_example(value: object) -> bool:
    """Tell whether a value is a text, or a pair of texts."""
    if isinstance(value, str):
        return bool(value.strip())
    texts = cast("Sequence[object]", value if isinstance(value, list | tuple) else ())
    return len(texts) == 2 and all(  # noqa: PLR2004 -- a pair
        isinstance(each, str) and each.strip() for each in texts
    )


def name_none(tools: Iterable[Tool[..., Any]]) -> str:
    """Return the word for no tool, which is not the name of a tool."""
    names, word = {each.name for each in tools}, NONE
    while word in names:
        word += "_"
    return word


def _summarize(tool: Tool[..., Any]) -> str:
    """Return the first paragraph of a tool's description, or the words of its name."""
    paragraph = tool.description.strip().partition("\n\n")[0]
    return " ".join(paragraph.split()) or f"{tool.name.replace('_', ' ').capitalize()}."


def _get_parameters(schema: Schema) -> dict[str, Any]:
    """Return the schemas of the parameters by name."""
    properties: dict[str, Any] = schema.get("properties", {})
    return properties


def _describe_parameter(schema: Any) -> str:
    """Return the description of a parameter, with the values of an enum."""
    if not is_object(schema):
        return ""
    said = str(schema.get("description", ""))
    values: Any = schema.get("enum")
    if not is_array(values):
        return said
    return f"{said} ({', '.join(map(str, values))})".strip()
