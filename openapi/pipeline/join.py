"""Give a spec from any server the answers and the class names of the exported one.

A server documents hardly any success body, and names its classes by what else it happens to serve.
The export knows every answer and what each class is. So the classes of the served spec are paired
with those of the export, and each operation that the export knows gets the export's answers.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .document import Document, Json, components, operations, reachable, renamed
from .pairing import (
    Pairing,
    answer_pairs,
    base,
    events,
    pair_documents,
    request_pairs,
    target,
)

MESSAGES = "x-messages"
"""Where the export lists the classes that no operation refers to: messages of a WebSocket."""

HANDLERS = "x-handlers"
"""Where the export keeps a fingerprint of each handler whose answer is written down by hand."""

_OWN = "vllm__"


@dataclass(frozen=True)
class Joined:
    """A served spec with typed answers.

    Attributes:
        document: The spec; classes that the export knows have the export's names.
        remarks: What the server documents otherwise than the export, a line each.
    """

    document: Document
    remarks: list[str] = field(default_factory=list)


def join(served: Document, exported: Document) -> Joined:
    """Type the answers of a served spec; neither argument is changed.

    A class that the server and the export describe alike is the export's. Where they differ, the
    server's description stands: it is what that server does. A field that only the export requires
    is then not required, so that a reply of either is read. A route that the export does not know
    stays as it was served.
    """
    matches = match_routes(served, exported)
    pairing = pair_documents(served, exported, matches)
    _pair_streams(served, exported, matches, pairing)
    _pair_by_name(served, pairing)
    renaming = _choose_names(served, exported, pairing)
    known, theirs = dict(operations(served)), dict(operations(exported))
    document = renamed(
        {key: value for key, value in served.items() if key != "components"}, renaming.names
    )
    document["paths"] = {}
    remarks: list[str] = []
    for route, operation in known.items():
        method, _, path = route.partition(" ")
        other = matches.get(route)
        mine = renamed(operation, renaming.names)
        if other is not None:
            path = other.partition(" ")[2]
            remarks.extend(_disagreements(route, operation, theirs[other], pairing, renaming))
            mine = _typed(mine, theirs[other])
        document["paths"].setdefault(path, {})[method.lower()] = mine
    schemas = renaming.schemas
    if messages := exported.get(MESSAGES):
        document[MESSAGES] = list(messages)
    kept = reachable(document["paths"], schemas) | set(document.get(MESSAGES, ()))
    kept |= reachable([schemas[name] for name in kept if name in schemas], schemas)
    document["components"] = {
        **{key: value for key, value in served.get("components", {}).items() if key != "schemas"},
        "schemas": {name: copy.deepcopy(schemas[name]) for name in sorted(kept & schemas.keys())},
    }
    return Joined(document, remarks)


def match_routes(served: Document, exported: Document) -> dict[str, str]:
    """Find for each served route the exported one: of several variants, the one served here."""
    theirs = dict(operations(exported))
    found = {}
    for route, operation in operations(served):
        variants = [other for other in theirs if other.partition("#")[0] == route]
        if variants:
            found[route] = max(
                sorted(variants, key=len, reverse=True),
                key=lambda other: _likeness(operation, theirs[other]),
            )
    return found


def merge_twins(document: Document) -> Document:
    """Make one class of those that share a short name and say the same.

    Such a class was written down twice, for requests and for answers, or by two modules. vLLM's own
    remains where it is one of them.
    """
    schemas = components(document)
    prints = _fingerprints(schemas)
    first: dict[str, str] = {}
    ordered = sorted(schemas, key=lambda name: (not name.startswith(_OWN), name))
    names = {name: first.setdefault(prints[name], name) for name in ordered}
    result = renamed(document, names)
    if schemas:
        result["components"]["schemas"] = {
            name: schema for name, schema in components(result).items() if names[name] == name
        }
    if MESSAGES in result:
        result[MESSAGES] = sorted({names.get(name, name) for name in result[MESSAGES]})
    return result


def without_variants(document: Document) -> Document:
    """Return what one server can serve: the spec without the variants of its routes."""
    paths = {path: item for path, item in document.get("paths", {}).items() if "#" not in path}
    kept = reachable(paths, components(document)) | set(document.get(MESSAGES, ()))
    schemas = components(document)
    kept |= reachable([schemas[name] for name in kept], schemas)
    rest = {key: value for key, value in document.items() if key != HANDLERS}
    return rest | {
        "paths": paths,
        "components": document.get("components", {})
        | {"schemas": {name: schemas[name] for name in sorted(kept)}},
    }


@dataclass
class _Renaming:
    """What the served classes are called from now on, and what the names stand for."""

    names: dict[str, str]
    schemas: dict[str, Document]
    changed: dict[str, str]
    """The classes of the export that the server describes otherwise, with the served name."""


def _choose_names(served: Document, exported: Document, pairing: Pairing) -> _Renaming:
    ours, theirs = components(served), components(exported)
    partners = pairing.partners()
    answers = {name for name in ours if pairing.roles_of(name) == {"answer"}}
    pairs = [(name, other) for name in partners for other in partners[name]]
    equal = pairing.equal((pair for pair in pairs if pair[0] not in answers), lenient=False)
    equal |= pairing.equal((pair for pair in pairs if pair[0] in answers), lenient=True)
    names: dict[str, str] = {}
    for name, other in sorted(equal, key=lambda pair: (not pair[1].startswith(_OWN), pair)):
        names.setdefault(name, other)
    schemas = dict(theirs)
    changed: dict[str, str] = {}
    taken = set(names.values())
    # A class of requests comes first: where two differ, the other one gets a name of its own.
    for name in sorted(ours.keys() - names.keys(), key=lambda each: (each in answers, each)):
        free = [other for other in partners.get(name, ()) if other not in taken]
        if free:
            names[name] = free[0]
            changed[free[0]] = name
        else:
            names[name] = _own_name(name, {*taken, *theirs})
        taken.add(names[name])
    for name, chosen in names.items():
        if chosen in theirs and changed.get(chosen) != name:
            continue
        schema: Document = renamed(ours[name], names)
        if chosen in theirs and name in answers:
            schema = _require_less(schema, theirs[chosen])
        schemas[chosen] = schema
    return _Renaming(names, schemas, changed)


def _own_name(name: str, taken: set[str]) -> str:
    """Name a class that the export does not know, or that differs from the one it knows."""
    options = [base(name), name.replace("-Input", "Input").replace("-Output", "Output")]
    options += [f"{options[1]}{number}" for number in range(2, len(taken) + 3)]
    return next(option for option in options if option not in taken)


def _require_less(schema: Document, known: Document) -> Document:
    """Require of an answer only what the export requires too."""
    if "required" not in schema:
        return schema
    return schema | {
        "required": [name for name in schema["required"] if name in known.get("required", ())]
    }


def _typed(operation: Document, known: Document) -> Document:
    """Give an operation what the export knows of it besides its request's fields."""
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


def _disagreements(
    route: str, operation: Document, known: Document, pairing: Pairing, renaming: _Renaming
) -> Iterator[str]:
    """Say where a server documents an answer that is not the export's."""
    for one, two in _documented_answers(operation, known):
        if pairing.same(one, two, lenient=True):
            continue
        classes = reachable(two, pairing.right) & renaming.changed.keys()
        if classes:
            differing = ", ".join(sorted(map(base, classes)))
            yield f"{route}: the server documents {differing} otherwise than the export does"
        else:
            yield f"{route}: the server documents another answer than the export, which is used"


def _documented_answers(operation: Document, known: Document) -> Iterator[tuple[Json, Json]]:
    """Yield the success bodies that both document as JSON."""
    for status, response in operation.get("responses", {}).items():
        theirs = known.get("responses", {}).get(status, {}).get("content", {})
        kind = "application/json"
        one = response.get("content", {}).get(kind, {}).get("schema")
        if status.startswith("2") and one and not _says_nothing(one):
            yield one, theirs.get(kind, {}).get("schema")


def _says_nothing(schema: Document) -> bool:
    """Tell whether a schema admits any object."""
    return schema.get("type") == "object" and not schema.get("properties")


def _pair_streams(
    served: Document, exported: Document, matches: Mapping[str, str], pairing: Pairing
) -> None:
    """Pair the events of streams, which servers document among error bodies."""
    ours, theirs = dict(operations(served)), dict(operations(exported))
    for route, other in matches.items():
        for one, two in answer_pairs(ours[route], theirs[other]):
            known = {base(name): name for name in _direct(two)}
            for name in _direct(events(one)):
                if base(name) in known:
                    pairing.walk(_reference(name), _reference(known[base(name)]), "answer")


def _pair_by_name(served: Document, pairing: Pairing) -> None:
    """Pair what no route paired with equal classes of the same short name."""
    missing = components(served).keys() - pairing.partners().keys()
    by_name: dict[str, list[str]] = {}
    for name in pairing.right:
        by_name.setdefault(base(name), []).append(name)
    candidates = [(name, other) for name in missing for other in by_name.get(base(name), ())]
    for name, other in sorted(pairing.equal(candidates, lenient=True)):
        pairing.walk(_reference(name), _reference(other), "answer")


def _direct(schema: Json) -> list[str]:
    """Return the classes of a schema or of the union that it is."""
    found = schema.get("anyOf", schema.get("oneOf")) if isinstance(schema, dict) else []
    options = [schema] if found is None else found
    return [name for option in options if (name := target(option))]


def _reference(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


def _likeness(operation: Document, known: Document) -> tuple[int, bool]:
    """Measure how much of a request two operations share: the names of its classes."""
    ours, theirs = (
        {base(name) for schema in _request_schemas(each) for name in _direct(schema)}
        for each in (operation, known)
    )
    same_handler = operation.get("operationId") == known.get("operationId")
    return len(ours & theirs), same_handler


def _request_schemas(operation: Document) -> list[Json]:
    return [one for one, _ in request_pairs(operation, operation)]


def _fingerprints(schemas: Mapping[str, Document]) -> dict[str, str]:
    """Give each schema a text that is equal for equal content, whatever its references are called.

    Each round looks one reference further, until a round tells no more schemas apart.
    """
    prints = {name: base(name) for name in schemas}
    count = len(set(prints.values()))
    while True:
        prints = {
            name: _digest(f"{base(name)} {json.dumps(renamed(schema, prints), sort_keys=True)}")
            for name, schema in schemas.items()
        }
        apart = len(set(prints.values()))
        if apart == count:
            return prints
        count = apart


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def first_differences(left: Document, right: Document, *, limit: int = 5) -> list[str]:
    """Name the first places in which two specs differ, by route or by schema and field."""
    places: Iterable[str] = _differences(
        {"paths": left.get("paths", {}), "schemas": components(left)},
        {"paths": right.get("paths", {}), "schemas": components(right)},
        (),
    )
    return [place for place, _ in zip(places, range(limit), strict=False)]


def _differences(left: Json, right: Json, path: tuple[str, ...]) -> Iterator[str]:
    if isinstance(left, dict) and isinstance(right, dict):
        for key in sorted(left.keys() | right.keys()):
            place = (*path, key)
            if key not in left or key not in right:
                yield f"{' > '.join(place)}: only in {'the export' if key in right else 'the join'}"
            else:
                yield from _differences(left[key], right[key], place)
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for index, (one, two) in enumerate(zip(left, right, strict=True)):
            yield from _differences(one, two, (*path, str(index)))
    elif left != right:
        yield f"{' > '.join(path)}: {json.dumps(left)[:80]}, exported {json.dumps(right)[:80]}"
