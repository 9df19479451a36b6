"""Small OpenAPI documents, as the pipeline's tests write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from openapi.pipeline.names import Names
from openapi.pipeline.source import EXPORT, Spec

FOLDER = Path(__file__).parents[2] / "openapi"
REF = "#/components/schemas/"


def ref(name: str) -> dict[str, str]:
    """Build a reference to a class."""
    return {"$ref": REF + name}


def text(**fields: Any) -> dict[str, Any]:
    """Build an object with a field `x` and further fields."""
    return {"type": "object", "properties": {"x": {"type": "string"}} | fields}


def content(schema: Any, kind: str = "application/json") -> dict[str, Any]:
    """Build a body of one media type."""
    return {"content": {kind: {"schema": schema}}}


def answer(schema: Any) -> dict[str, Any]:
    """Build a response with a JSON body."""
    return {"description": "ok"} | content(schema)


def document(
    paths: dict[str, dict[str, Any]], schemas: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    """Build a document from operations by route, `"POST /v1/a"`."""
    items: dict[str, dict[str, Any]] = {}
    for route, operation in paths.items():
        method, _, path = route.partition(" ")
        items.setdefault(path, {})[method.lower()] = {
            "operationId": "x",
            "responses": {},
        } | operation
    return {"openapi": "3.1.0", "paths": items, "components": {"schemas": schemas or {}}, **more}


def spec_of(exported: dict[str, Any], version: str = "0.33.0", **names: Any) -> Spec:
    """Build a spec that came from an export."""
    versions = {"vllm": version, "openai": version}
    return Spec(
        served=exported,
        exported=exported,
        versions={"origin": EXPORT, "served": versions, "exported": versions},
        names=Names(**names),
    )


def copied(value: Any) -> Any:
    """Return a deep copy of JSON."""
    return json.loads(json.dumps(value))
