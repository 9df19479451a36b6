"""Rules for the parameters and responses of operations, applied before the rules for schemas."""

from __future__ import annotations

import copy
import re

from .document import Document, Json, iter_operations

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SHARED = "#/components/"
_KINDS = ("parameters", "requestBodies", "responses", "headers")
_DEPTH = 8


def inline_shared_parts(document: Document) -> Document:
    """Copy shared parameters, bodies and responses into the operations that refer to them.

    Every later rule reads operations only, and FastAPI shares only schemas.
    """
    shared = document.get("components", {})
    for item in document.get("paths", {}).values():
        common = item.pop("parameters", [])
        for _, operation in iter_operations({"paths": {"": item}}):
            own = [_resolve(each, shared) for each in operation.get("parameters", [])]
            named = {(each.get("name"), each.get("in")) for each in own if isinstance(each, dict)}
            for each in copy.deepcopy(common):
                parameter = _resolve(each, shared)
                if (parameter.get("name"), parameter.get("in")) not in named:
                    own.append(parameter)
            if own:
                operation["parameters"] = [_give_schema(parameter) for parameter in own]
            if "requestBody" in operation:
                operation["requestBody"] = _resolve(operation["requestBody"], shared)
            operation["responses"] = {
                str(code): _resolve(response, shared)
                for code, response in operation.get("responses", {}).items()
            }
            operation.pop("callbacks", None)
    document.pop("webhooks", None)
    for kind in _KINDS:
        shared.pop(kind, None)
    return document


def _resolve(part: Json, shared: Document) -> Json:
    for _ in range(_DEPTH):
        pointer = part.get("$ref") if isinstance(part, dict) else None
        if not isinstance(pointer, str) or not pointer.startswith(_SHARED):
            break
        kind, _, name = pointer.removeprefix(_SHARED).partition("/")
        if name not in shared.get(kind, {}):
            break
        part = copy.deepcopy(shared[kind][name])
    return part


def _give_schema(parameter: Json) -> Json:
    """Move the schema of a parameter that is written as JSON out of its `content`."""
    if isinstance(parameter, dict) and "schema" not in parameter:
        for media in parameter.get("content", {}).values():
            return parameter | {"schema": media.get("schema", {})}
    return parameter


def declare_path_parameters(document: Document) -> Document:
    """Declare every name in braces of a path as a required string.

    The generator leaves out an operation if a name in its path has no parameter.
    """
    for route, operation in iter_operations(document):
        known = operation.get("parameters", [])
        places = [each for each in known if each.get("in") == "path"]
        for parameter in places:
            parameter["required"] = True
        names = {parameter.get("name") for parameter in places}
        missing = [name for name in PLACEHOLDER.findall(route) if name not in names]
        if missing:
            operation["parameters"] = known + [
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                for name in dict.fromkeys(missing)
            ]
    return document
