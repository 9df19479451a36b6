"""Attach the exported response models to a served spec, and take them out of an exported one.

A server documents hardly any success body. The export knows them, so a spec from anywhere, also
from a server of another version or with fewer routes, gets them by route and by name.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Mapping

from .document import Document, components, operation_at, operations, reachable, renamed

# What an exported operation adds to a served one.
_PARTS = ("parameters", "requestBody")
_DEPTH = 8


def extract(served: Document, typed: Document, messages: list[str]) -> Document:
    """Keep of the typed spec what the served one lacks: `join` is its inverse.

    Args:
        served: The spec as served.
        typed: The same spec with response models.
        messages: Names of schemas that no operation refers to, to keep all the same.

    Returns:
        `operations` (what to put in, by route), `messages`, and `schemas`: those that the
        operations reach, and those whose name the typed spec qualifies where the served one has
        no need to, because they tell which class the short name means.
    """
    found: Document = {}
    for route, operation in operations(typed):
        plain = operation_at(served, route) or {}
        added = {part: operation[part] for part in _PARTS if operation.get(part) != plain.get(part)}
        found[route] = added | {"responses": _successes(operation)}
    schemas = components(typed)
    kept = reachable(found, schemas) | set(messages)
    kept |= reachable({name: schemas[name] for name in messages}, schemas)
    kept |= schemas.keys() - components(served).keys()
    kept |= reachable([schemas[name] for name in kept], schemas)
    return {
        "operations": found,
        "messages": sorted(messages),
        "schemas": {name: schemas[name] for name in kept},
    }


def join(served: Document, responses: Document) -> Document:
    """Give a served spec its response models; neither argument is changed.

    Where both know a schema of the same name, the server's own definition stands: it is what that
    server does. Where a route is unknown to the export, its answer stays as it was served.
    """
    document = merge_twins(_one_class_per_model(served))
    known: Mapping[str, Document] = responses["schemas"]
    names = _names_of_the_export(components(document), known)
    document = renamed(document, names)
    schemas = {names.get(name, name): schema for name, schema in components(document).items()}
    document.setdefault("components", {})["schemas"] = schemas
    attached = []
    for route, answer in responses["operations"].items():
        operation = operation_at(document, route)
        if operation is not None:
            addition = copy.deepcopy(answer)
            failures = {
                status: response
                for status, response in operation.get("responses", {}).items()
                if not status.startswith("2")
            }
            operation.update(addition)
            operation["responses"] = failures | addition["responses"]
            attached.append(answer)
    messages = {name: known[name] for name in responses["messages"]}
    for name in reachable(attached, known) | reachable(messages, known) | messages.keys():
        schemas.setdefault(name, copy.deepcopy(known[name]))
    return document


def merge_twins(typed: Document) -> Document:
    """Make one of schemas that share a class name and say the same.

    Pydantic does so itself until a third class of that name, with other content, makes it qualify
    them all; so the same two classes are one in one spec and two in another.
    """
    schemas = components(typed)
    first: dict[str, str] = {}
    prints = _fingerprints(schemas)
    names = {name: first.setdefault(prints[name], name) for name in sorted(schemas)}
    document = renamed(typed, names)
    if schemas:
        document["components"]["schemas"] = {
            name: schema for name, schema in components(document).items() if names[name] == name
        }
    return document


def base(name: str) -> str:
    """Drop the module from a name that pydantic qualified: `a__b__Name` is `Name`."""
    return name.rpartition("__")[2]


def _successes(operation: Document) -> Document:
    return {
        status: response
        for status, response in operation.get("responses", {}).items()
        if status.startswith("2")
    }


def _one_class_per_model(served: Document) -> Document:
    """Copy a spec with `Name-Input` and `Name-Output` made one, as the export makes them.

    The two differ in which fields are required: a reply carries every field that has a default. A
    client that reads replies of several versions is better off with the lenient one, the input.
    """
    document = copy.deepcopy(served)
    schemas = components(document)
    names = {
        name: short
        for name in schemas
        if (short := name.removesuffix("-Input").removesuffix("-Output")) != name
        and short not in schemas
    }
    document = renamed(document, names)
    merged: dict[str, Document] = {}
    for name, schema in sorted(components(document).items()):
        merged.setdefault(names.get(name, name), schema)
    if "components" in document:
        document["components"]["schemas"] = merged
    return document


def _names_of_the_export(
    served: Mapping[str, Document], known: Mapping[str, Document]
) -> dict[str, str]:
    """Find the served schemas that the export calls by another name.

    Pydantic qualifies a name only where two different classes share it, so with the response models
    added a served `FunctionCall` is one of two. Which one, its content tells.
    """
    here = _fingerprints(served)
    there = {fingerprint: name for name, fingerprint in _fingerprints(known).items()}
    return {
        name: there[here[name]]
        for name in served.keys() - known.keys()
        if here[name] in there and there[here[name]] not in served
    }


def _fingerprints(schemas: Mapping[str, Document]) -> dict[str, str]:
    """Give each schema a text that is equal for equal content, whatever its references are called.

    Each round looks one reference further; no two classes of vLLM differ only deeper than this.
    """
    prints = {name: base(name) for name in schemas}
    for _ in range(_DEPTH):
        prints = {
            name: hashlib.sha256(
                f"{base(name)} {json.dumps(renamed(schema, prints), sort_keys=True)}".encode()
            ).hexdigest()
            for name, schema in schemas.items()
        }
    return prints
