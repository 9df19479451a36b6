"""Add to a spec from any server the responses and the class names of the exported spec.

A server documents hardly any success body, and its class names depend on the other classes that it
serves. The export knows every response and the identity of each class. Therefore the classes of the
served spec are paired with those of the export, and each operation that the export knows gets the
responses of the export.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .document import (
    Document,
    Json,
    find_reachable,
    get_components,
    iter_operations,
    rename_references,
)
from .pairing import (
    Pairing,
    find_events,
    find_target,
    get_base_name,
    pair_answers,
    pair_documents,
    pair_requests,
)

MESSAGES = "x-messages"
"""The export's list of the classes that no operation refers to: messages of a WebSocket."""

HANDLERS = "x-handlers"
"""The export's fingerprints of the handlers whose responses are models of `bodies.py`."""

_OWN = "vllm__"


@dataclass(frozen=True)
class JoinedSpec:
    """A served spec with typed responses.

    Attributes:
        document: The spec; classes that the export knows have the export's names.
        remarks: The differences between the server's documentation and the export, a line each.
    """

    document: Document
    remarks: list[str] = field(default_factory=list)


def join(served: Document, exported: Document) -> JoinedSpec:
    """Type the responses of a served spec; neither argument is changed.

    A class that the server and the export describe equally is taken from the export. If the
    descriptions differ, the server's description is used, because it is what that server does. A
    field that only the export requires is then not required, so that the responses of both can be
    read. A route that the export does not know stays as served.
    """
    matches = match_routes(served, exported)
    pairing = pair_documents(served, exported, matches)
    _pair_streams(served, exported, matches, pairing)
    _pair_by_name(served, pairing)
    renaming = _choose_names(served, exported, pairing)
    known, theirs = dict(iter_operations(served)), dict(iter_operations(exported))
    document = rename_references(
        {key: value for key, value in served.items() if key != "components"}, renaming.names
    )
    document["paths"] = {}
    remarks: list[str] = []
    for route, operation in known.items():
        method, _, path = route.partition(" ")
        other = matches.get(route)
        mine = rename_references(operation, renaming.names)
        if other is not None:
            path = other.partition(" ")[2]
            remarks.extend(_find_disagreements(route, operation, theirs[other], pairing, renaming))
            mine = _add_types(mine, theirs[other])
        document["paths"].setdefault(path, {})[method.lower()] = mine
    schemas = renaming.schemas
    if messages := exported.get(MESSAGES):
        document[MESSAGES] = list(messages)
    kept = find_reachable(document["paths"], schemas) | set(document.get(MESSAGES, ()))
    kept |= find_reachable([schemas[name] for name in kept if name in schemas], schemas)
    document["components"] = {
        **{key: value for key, value in served.get("components", {}).items() if key != "schemas"},
        "schemas": {name: copy.deepcopy(schemas[name]) for name in sorted(kept & schemas.keys())},
    }
    return JoinedSpec(document, remarks)


def match_routes(served: Document, exported: Document) -> dict[str, str]:
    """Find the exported route of each served route; of several variants, the served one."""
    theirs = dict(iter_operations(exported))
    found = {}
    for route, operation in iter_operations(served):
        variants = [other for other in theirs if other.partition("#")[0] == route]
        if variants:
            found[route] = max(
                sorted(variants, key=len, reverse=True),
                key=lambda other: _measure_likeness(operation, theirs[other]),
            )
    return found


def merge_twins(document: Document) -> Document:
    """Merge classes with the same short name and the same content into one class.

    Such a class is written twice, for requests and for responses, or by two modules. If one of them
    is vLLM's own, it remains.
    """
    schemas = get_components(document)
    prints = _compute_fingerprints(schemas)
    first: dict[str, str] = {}
    ordered = sorted(schemas, key=lambda name: (not name.startswith(_OWN), name))
    names = {name: first.setdefault(prints[name], name) for name in ordered}
    result = rename_references(document, names)
    if schemas:
        result["components"]["schemas"] = {
            name: schema for name, schema in get_components(result).items() if names[name] == name
        }
    if MESSAGES in result:
        result[MESSAGES] = sorted({names.get(name, name) for name in result[MESSAGES]})
    return result


def drop_variants(document: Document) -> Document:
    """Return a spec without the variants of its routes, as one server can serve it."""
    paths = {path: item for path, item in document.get("paths", {}).items() if "#" not in path}
    kept = find_reachable(paths, get_components(document)) | set(document.get(MESSAGES, ()))
    schemas = get_components(document)
    kept |= find_reachable([schemas[name] for name in kept], schemas)
    rest = {key: value for key, value in document.items() if key != HANDLERS}
    return rest | {
        "paths": paths,
        "components": document.get("components", {})
        | {"schemas": {name: schemas[name] for name in sorted(kept)}},
    }


@dataclass
class _Renaming:
    """The new names of the served classes, and the schema of each name."""

    names: dict[str, str]
    schemas: dict[str, Document]
    changed: dict[str, str]
    """The classes of the export that the server describes differently, with the served name."""


def _choose_names(served: Document, exported: Document, pairing: Pairing) -> _Renaming:
    ours, theirs = get_components(served), get_components(exported)
    partners = pairing.list_partners()
    answers = {name for name in ours if pairing.find_roles(name) == {"answer"}}
    pairs = [(name, other) for name in partners for other in partners[name]]
    equal = pairing.find_equal((pair for pair in pairs if pair[0] not in answers), lenient=False)
    equal |= pairing.find_equal((pair for pair in pairs if pair[0] in answers), lenient=True)
    names: dict[str, str] = {}
    for name, other in sorted(equal, key=lambda pair: (not pair[1].startswith(_OWN), pair)):
        names.setdefault(name, other)
    schemas = dict(theirs)
    changed: dict[str, str] = {}
    taken = set(names.values())
    # The class of a request is named first. If two classes differ, the other gets its own name.
    for name in sorted(ours.keys() - names.keys(), key=lambda each: (each in answers, each)):
        free = [other for other in partners.get(name, ()) if other not in taken]
        if free:
            names[name] = free[0]
            changed[free[0]] = name
        else:
            names[name] = _choose_own_name(name, {*taken, *theirs})
        taken.add(names[name])
    for name, chosen in names.items():
        if chosen in theirs and changed.get(chosen) != name:
            continue
        schema: Document = rename_references(ours[name], names)
        if chosen in theirs and name in answers:
            schema = _require_less(schema, theirs[chosen])
        schemas[chosen] = schema
    return _Renaming(names, schemas, changed)


def _choose_own_name(name: str, taken: set[str]) -> str:
    """Choose a name for a class that is not in the export, or that differs from the export's."""
    options = [get_base_name(name), name.replace("-Input", "Input").replace("-Output", "Output")]
    options += [f"{options[1]}{number}" for number in range(2, len(taken) + 3)]
    return next(option for option in options if option not in taken)


def _require_less(schema: Document, known: Document) -> Document:
    """Require of a response only the fields that the export requires too."""
    if "required" not in schema:
        return schema
    return schema | {
        "required": [name for name in schema["required"] if name in known.get("required", ())]
    }


def _add_types(operation: Document, known: Document) -> Document:
    """Add to an operation what the export knows of it, besides the fields of the request."""
    result = dict(operation)
    if "requestBody" not in operation and "requestBody" in known:
        result["requestBody"] = known["requestBody"]
    if not operation.get("parameters") and known.get("parameters"):
        result["parameters"] = known["parameters"]
    failures = {
        status: response
        for status, response in operation.get("responses", {}).items()
        if not status.startswith("2")
    }
    result["responses"] = failures | {
        status: response
        for status, response in known.get("responses", {}).items()
        if status.startswith("2")
    }
    return copy.deepcopy(result)


def _find_disagreements(
    route: str, operation: Document, known: Document, pairing: Pairing, renaming: _Renaming
) -> Iterator[str]:
    """Yield a line for each response that a server documents differently from the export."""
    for one, two in _pair_documented_answers(operation, known):
        if pairing.is_same(one, two, lenient=True):
            continue
        classes = find_reachable(two, pairing.right) & renaming.changed.keys()
        if classes:
            differing = ", ".join(sorted(map(get_base_name, classes)))
            yield f"{route}: the server documents {differing} otherwise than the export does"
        else:
            yield f"{route}: the server documents another answer than the export, which is used"


def _pair_documented_answers(operation: Document, known: Document) -> Iterator[tuple[Json, Json]]:
    """Yield the pairs of success bodies that both operations document as JSON."""
    for status, response in operation.get("responses", {}).items():
        theirs = known.get("responses", {}).get(status, {}).get("content", {})
        kind = "application/json"
        one = response.get("content", {}).get(kind, {}).get("schema")
        if status.startswith("2") and one and not _is_free(one):
            yield one, theirs.get(kind, {}).get("schema")


def _is_free(schema: Document) -> bool:
    """Return whether a schema admits any object."""
    return schema.get("type") == "object" and not schema.get("properties")


def _pair_streams(
    served: Document, exported: Document, matches: Mapping[str, str], pairing: Pairing
) -> None:
    """Pair the events of streams, which servers document as error bodies."""
    ours, theirs = dict(iter_operations(served)), dict(iter_operations(exported))
    for route, other in matches.items():
        for one, two in pair_answers(ours[route], theirs[other]):
            known = {get_base_name(name): name for name in _list_direct(two)}
            for name in _list_direct(find_events(one)):
                if get_base_name(name) in known:
                    pairing.walk(_refer_to(name), _refer_to(known[get_base_name(name)]), "answer")


def _pair_by_name(served: Document, pairing: Pairing) -> None:
    """Pair the classes without a pair with equal classes of the same short name."""
    missing = get_components(served).keys() - pairing.list_partners().keys()
    by_name: dict[str, list[str]] = {}
    for name in pairing.right:
        by_name.setdefault(get_base_name(name), []).append(name)
    candidates = [
        (name, other) for name in missing for other in by_name.get(get_base_name(name), ())
    ]
    for name, other in sorted(pairing.find_equal(candidates, lenient=True)):
        pairing.walk(_refer_to(name), _refer_to(other), "answer")


def _list_direct(schema: Json) -> list[str]:
    """Return the classes that a schema, or an option of its union, refers to."""
    found = schema.get("anyOf", schema.get("oneOf")) if isinstance(schema, dict) else []
    options = [schema] if found is None else found
    return [name for option in options if (name := find_target(option))]


def _refer_to(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


def _measure_likeness(operation: Document, known: Document) -> tuple[int, bool]:
    """Measure the likeness of two operations by the class names that their requests share."""
    ours, theirs = (
        {
            get_base_name(name)
            for schema in _list_request_schemas(each)
            for name in _list_direct(schema)
        }
        for each in (operation, known)
    )
    same_handler = operation.get("operationId") == known.get("operationId")
    return len(ours & theirs), same_handler


def _list_request_schemas(operation: Document) -> list[Json]:
    return [one for one, _ in pair_requests(operation, operation)]


def _compute_fingerprints(schemas: Mapping[str, Document]) -> dict[str, str]:
    """Compute for each schema a hash of its content that does not depend on the names of classes.

    Each round follows one reference further, until a round distinguishes no more schemas.
    """
    prints = {name: get_base_name(name) for name in schemas}
    count = len(set(prints.values()))
    while True:
        renamed = {name: rename_references(schema, prints) for name, schema in schemas.items()}
        prints = {
            name: _hash_text(f"{get_base_name(name)} {json.dumps(schema, sort_keys=True)}")
            for name, schema in renamed.items()
        }
        apart = len(set(prints.values()))
        if apart == count:
            return prints
        count = apart


def _hash_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def find_first_differences(left: Document, right: Document, *, limit: int = 5) -> list[str]:
    """Return the first places in which two specs differ, by route or by schema and field."""
    places: Iterable[str] = _find_differences(
        {"paths": left.get("paths", {}), "schemas": get_components(left)},
        {"paths": right.get("paths", {}), "schemas": get_components(right)},
        (),
    )
    return [place for place, _ in zip(places, range(limit), strict=False)]


def _find_differences(left: Json, right: Json, path: tuple[str, ...]) -> Iterator[str]:
    if isinstance(left, dict) and isinstance(right, dict):
        for key in sorted(left.keys() | right.keys()):
            place = (*path, key)
            if key not in left or key not in right:
                yield f"{' > '.join(place)}: only in {'the export' if key in right else 'the join'}"
            else:
                yield from _find_differences(left[key], right[key], place)
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for index, (one, two) in enumerate(zip(left, right, strict=True)):
            yield from _find_differences(one, two, (*path, str(index)))
    elif left != right:
        yield f"{' > '.join(path)}: {json.dumps(left)[:80]}, exported {json.dumps(right)[:80]}"
