"""What surrounds a question in a prompt: instructions, schemas, other tools, any text."""

# pyright: basic

from __future__ import annotations

import json
import random
import string
from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]

SYSTEM_KEPT, SYSTEM_OTHER = 0.3, 0.4
"""How often a chat keeps its system message, or gets another; otherwise it has none."""

QUESTION_EXTENDED = 0.12
"""How often text follows the question in the user's message."""

SCHEMA_SHOWN = 0.7
"""How often the text around a question with a schema shows it."""

TOOLS_ADDED = 0.35
"""How often further tools are offered where there is one."""

MOST_DEPTH = 2
"""How deep schemas nest."""

_TEXT = """
type object properties required string integer number boolean array items enum description title
anyOf additionalProperties false true null name city country profession minimum maximum pattern
format default const $ref $defs You are a helpful assistant who answers with JSON that matches this
schema and nothing else Answer the user in one short sentence The person's full name Their primary
occupation A brief biography Companies they've worked for Country where company is headquartered
Brief description of the company function parameters arguments call tool calls result weather
temperature unit celsius fahrenheit
"""
WORDS = tuple(_TEXT.split())


class Noise:
    """A source of random prompts, the same ones for the same seed."""

    def __init__(self, seed: int, known: Sequence[Json] = ()) -> None:
        """Begin; `known` are schemas that often appear."""
        self.known = known
        self.random = random.Random(seed)  # noqa: S311  nothing here is a secret

    def happens(self, share: float) -> bool:
        """Return True in this share of the cases."""
        return self.random.random() < share

    def word(self) -> str:
        """Return a word, real or not."""
        if self.happens(0.6):
            return self.random.choice(WORDS)
        letters = string.ascii_letters if self.happens(0.2) else string.ascii_lowercase
        return "".join(self.random.choices(letters, k=self.random.randint(1, 9)))

    def prose(self, length: int) -> str:
        """Return so many words."""
        joints = [" ", " ", " ", " ", ", ", ". ", "\n", ": ", " (", ") ", '"', "-", "_", " 7 "]
        words = [self.word() + self.random.choice(joints) for _ in range(length)]
        return "".join(words).strip() or "."

    def schema(self, depth: int = 0) -> Json:
        """Return a JSON schema."""
        if depth == MOST_DEPTH or self.happens(0.4):
            leaf: Json = {"type": self.random.choice(["string", "integer", "number", "boolean"])}
            if self.happens(0.5):
                leaf["description"] = self.prose(self.random.randint(1, 8))
            return leaf
        if self.happens(0.25):
            return {"type": "array", "items": self.schema(depth + 1)}
        names = [self.word() for _ in range(self.random.randint(1, 3))]
        return {
            "type": "object",
            "properties": {name: self.schema(depth + 1) for name in names},
            "required": names,
            "additionalProperties": False,
        }

    def retold(self, schema: Json) -> str:
        """Return a schema as text, with more or fewer words and spaces."""
        left_out = {
            key for key in ("description", "additionalProperties", "required") if self.happens(0.25)
        }

        def kept(value: Any) -> Any:
            if isinstance(value, list):
                return [kept(each) for each in value]
            if not isinstance(value, dict):
                return value
            # A property may be called as a keyword is.
            return {
                key: kept(each)
                for key, each in value.items()
                if key not in left_out or isinstance(each, dict)
            }

        return json.dumps(
            kept(schema),
            indent=2 if self.happens(0.2) else None,
            separators=(",", ":") if self.happens(0.2) else None,
        )

    def text(self, schema: Json | None = None) -> str:
        """Return prose, a schema, or both; with the given schema where there is one."""
        length = self.random.choice([3, 8, 8, 8, 20, 20, 50])
        if schema is None and self.happens(0.5):
            return self.prose(length)
        if schema is None:
            often = self.known and self.happens(0.2)
            schema = self.random.choice(self.known) if often else self.schema()
        before = "" if self.happens(0.2) else self.prose(length // 2) + "\n"
        after = "\n" + self.prose(length // 2) if self.happens(0.2) else ""
        return before + self.retold(schema) + after

    def tool(self) -> Json:
        """Return the description of a tool that no conversation uses."""
        function = {"name": self.word(), "description": self.prose(6), "parameters": self.schema()}
        return {"type": "function", "function": function}

    def vary(
        self, messages: Sequence[Json], tools: Sequence[Json], schema: Json | None
    ) -> tuple[list[Json], list[Json]]:
        """Return messages and tools in other company, to which the answer is the same.

        Args:
            messages: Up to the question.
            tools: Those offered.
            schema: What may stand before or after the question, if the answer is JSON.
        """
        schema = schema if self.happens(SCHEMA_SHOWN) else None
        kept = [dict(message) for message in messages if message["role"] == "system"]
        varied = [dict(message) for message in messages if message["role"] != "system"]
        if self.happens(SYSTEM_KEPT):
            varied = kept + varied
        elif self.happens(SYSTEM_OTHER / (1 - SYSTEM_KEPT)):
            varied.insert(0, {"role": "system", "content": self.text(schema)})
        if self.happens(QUESTION_EXTENDED):
            question = max(n for n, message in enumerate(varied) if message["role"] == "user")
            varied[question]["content"] += "\n\n" + self.text(schema)
        offered = list(tools)
        if offered and self.happens(TOOLS_ADDED):
            offered += [self.tool() for _ in range(self.random.randint(1, 2))]
            self.random.shuffle(offered)
        return varied, offered
