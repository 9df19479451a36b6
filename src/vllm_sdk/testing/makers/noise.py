"""Random surroundings of a question in a prompt: instructions, schemas, other tools, any text."""

# pyright: basic

from __future__ import annotations

import json
import random
import string
from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]

SYSTEM_KEPT, SYSTEM_OTHER = 0.3, 0.4
"""Shares of the chats that keep their system message or get another; the others have none."""

QUESTION_EXTENDED = 0.12
"""Share of the chats with text after the question in the user's message."""

SCHEMA_SHOWN = 0.7
"""Share of the questions with a schema whose surroundings may show the schema."""

TOOLS_ADDED = 0.35
"""Share of the chats with a tool that get further tools."""

MOST_DEPTH = 2
"""Maximum nesting of schemas."""

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
        """Set the seed, and the schemas that often appear."""
        self.known = known
        self.random = random.Random(seed)  # noqa: S311  nothing here is a secret

    def happens(self, share: float) -> bool:
        """Return True in a share of the cases."""
        return self.random.random() < share

    def make_word(self) -> str:
        """Return a real or a random word."""
        if self.happens(0.6):
            return self.random.choice(WORDS)
        letters = string.ascii_letters if self.happens(0.2) else string.ascii_lowercase
        return "".join(self.random.choices(letters, k=self.random.randint(1, 9)))

    def make_prose(self, length: int) -> str:
        """Return text of a number of words."""
        joints = [" ", " ", " ", " ", ", ", ". ", "\n", ": ", " (", ") ", '"', "-", "_", " 7 "]
        words = [self.make_word() + self.random.choice(joints) for _ in range(length)]
        return "".join(words).strip() or "."

    def make_schema(self, depth: int = 0) -> Json:
        """Return a random JSON schema."""
        if depth == MOST_DEPTH or self.happens(0.4):
            leaf: Json = {"type": self.random.choice(["string", "integer", "number", "boolean"])}
            if self.happens(0.5):
                leaf["description"] = self.make_prose(self.random.randint(1, 8))
            return leaf
        if self.happens(0.25):
            return {"type": "array", "items": self.make_schema(depth + 1)}
        names = [self.make_word() for _ in range(self.random.randint(1, 3))]
        return {
            "type": "object",
            "properties": {name: self.make_schema(depth + 1) for name in names},
            "required": names,
            "additionalProperties": False,
        }

    def rewrite_schema(self, schema: Json) -> str:
        """Return a schema as text, with varying keywords and spaces."""
        left_out = {
            key for key in ("description", "additionalProperties", "required") if self.happens(0.25)
        }

        def prune(value: Any) -> Any:
            if isinstance(value, list):
                return [prune(each) for each in value]
            if not isinstance(value, dict):
                return value
            # A property may have the name of a keyword.
            return {
                key: prune(each)
                for key, each in value.items()
                if key not in left_out or isinstance(each, dict)
            }

        return json.dumps(
            prune(schema),
            indent=2 if self.happens(0.2) else None,
            separators=(",", ":") if self.happens(0.2) else None,
        )

    def make_text(self, schema: Json | None = None) -> str:
        """Return prose, a schema, or both; the schema is the given one, if any."""
        length = self.random.choice([3, 8, 8, 8, 20, 20, 50])
        if schema is None and self.happens(0.5):
            return self.make_prose(length)
        if schema is None:
            often = self.known and self.happens(0.2)
            schema = self.random.choice(self.known) if often else self.make_schema()
        before = "" if self.happens(0.2) else self.make_prose(length // 2) + "\n"
        after = "\n" + self.make_prose(length // 2) if self.happens(0.2) else ""
        return before + self.rewrite_schema(schema) + after

    def make_tool(self) -> Json:
        """Return the description of a tool that no conversation uses."""
        function = {
            "name": self.make_word(),
            "description": self.make_prose(6),
            "parameters": self.make_schema(),
        }
        return {"type": "function", "function": function}

    def vary(
        self, messages: Sequence[Json], tools: Sequence[Json], schema: Json | None
    ) -> tuple[list[Json], list[Json]]:
        """Return messages and tools with other surroundings but the same answer.

        Args:
            messages: The messages up to the question.
            tools: The offered tools.
            schema: A schema that may be shown before or after the question, if the answer is JSON.
        """
        schema = schema if self.happens(SCHEMA_SHOWN) else None
        kept = [dict(message) for message in messages if message["role"] == "system"]
        varied = [dict(message) for message in messages if message["role"] != "system"]
        if self.happens(SYSTEM_KEPT):
            varied = kept + varied
        elif self.happens(SYSTEM_OTHER / (1 - SYSTEM_KEPT)):
            varied.insert(0, {"role": "system", "content": self.make_text(schema)})
        if self.happens(QUESTION_EXTENDED):
            question = max(n for n, message in enumerate(varied) if message["role"] == "user")
            varied[question]["content"] += "\n\n" + self.make_text(schema)
        offered = list(tools)
        if offered and self.happens(TOOLS_ADDED):
            offered += [self.make_tool() for _ in range(self.random.randint(1, 2))]
            self.random.shuffle(offered)
        return varied, offered
