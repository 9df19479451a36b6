"""How a type is put before the model: a constraint only masks tokens, it tells nothing."""

from __future__ import annotations

import json
from typing import Any

from vllm_sdk._structured import choices_of, schema_of


def build_instruction(type: Any) -> str:
    """What tells the model which form its answer has.

    Args:
        type: what `schema_of` takes.

    Returns:
        What to do, and below it the schema, compact, or the choices, one in a line.
    """
    if (choices := choices_of(type)) is not None:
        return "\n".join(["Answer with one of these, and nothing else:", *choices])
    schema = json.dumps(schema_of(type), ensure_ascii=False, separators=(",", ":"))
    return f"Answer with JSON of this schema, and nothing else:\n{schema}"
