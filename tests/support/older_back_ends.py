"""The parts of a schema that grammar back ends of older vLLM versions refuse."""

from __future__ import annotations

import json
from typing import Any

from server_versions import ServerVersion
from vllm_sdk.errors import SchemaUnsupported

PATTERNED_NAMES = "0.30.0"
"""The first vLLM whose xgrammar accepts `patternProperties`, which integer keys need."""


def refuses_patterned_names(version: ServerVersion, back_end: str) -> bool:
    """Return whether a server's back end answers 400 to objects whose names have a pattern."""
    return back_end == "xgrammar" and version.is_before(PATTERNED_NAMES)


OUTLINES = "0.31.0"
"""The first vLLM whose outlines accepts the tokens that it allowed itself."""


def rejects_its_own_tokens(version: ServerVersion, back_end: str) -> bool:
    """Return whether a server ends requests with HTTP 500 and logs "grammar rejected tokens"."""
    return back_end == "outlines" and version.is_before(OUTLINES)


def is_refusal(error: object, schema: Any) -> bool:
    """Return whether an error is that refusal, of a schema with such an object."""
    return isinstance(error, SchemaUnsupported) and "patternProperties" in json.dumps(schema)
