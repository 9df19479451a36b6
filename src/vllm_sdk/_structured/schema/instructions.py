"""The instruction that shows a type to the model: a constraint only masks tokens."""

from __future__ import annotations

import json
from typing import Any

from vllm_sdk._structured import choices_of, schema_of
from vllm_sdk._structured.schema.outlines import write_outline


def build_instruction(type: Any) -> str:
    """Build the instruction that tells the model the form of its answer.

    Args:
        type: a type or schema, as `schema_of` takes it.

    Returns:
        What to do, followed by the type in the manner of TypeScript, or by the choices, one per
        line. A raw schema that has no such form is followed as compact JSON.
    """
    if (choices := choices_of(type)) is not None:
        return "\n".join(["Answer with one of these, and nothing else:", *choices])
    schema = schema_of(type)
    if (outline := write_outline(schema)) is not None:
        return f"Answer with JSON of this type, and nothing else:\n{outline}"
    compact = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    return f"Answer with JSON of this schema, and nothing else:\n{compact}"
