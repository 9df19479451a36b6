"""The names that classes and operations have in the bindings, kept from version to version.

`names.json` holds every name that was ever given, by what vLLM calls the thing: a class by its
module, an operation by its route. A name in it is never given to something else that vLLM still
has, so new classes do not rename old ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from . import naming
from .document import Document, components, operations, renamed
from .join import MESSAGES
from .pairing import base

_OWN = "vllm__"
_BODY = re.compile(r"(?:^|__)(Body_.+)$")


@dataclass(frozen=True)
class Names:
    """Names given so far.

    Attributes:
        classes: By module and class, as the export writes them: `vllm__a__protocol__Name`.
        operations: By route: `POST /v1/models`.
    """

    classes: Mapping[str, str] = field(default_factory=dict)
    operations: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_document(cls, document: Document) -> Names:
        """Read `names.json`."""
        return cls(document.get("classes", {}), document.get("operations", {}))

    def to_document(self) -> Document:
        """Return what `names.json` holds."""
        return {"classes": dict(self.classes), "operations": dict(self.operations)}

    def extended(self, document: Document, named: Document) -> Names:
        """Add the names that a spec of an export got.

        Args:
            document: The spec with the export's names.
            named: The same spec as `name_things` returned it, normalised.
        """
        chosen = choose_class_names(components(document), self, _bodies(document))
        new = {key: name for key, name in chosen.items() if "__" in key}
        found = {route: operation["operationId"] for route, operation in operations(named)}
        return Names(new | dict(self.classes), found | dict(self.operations))


def name_things(document: Document, names: Names) -> Document:
    """Copy a spec with the bindings' class names, and the names of the operations known so far."""
    chosen = choose_class_names(components(document), names, _bodies(document))
    result = renamed(document, chosen)
    if components(result):
        result["components"]["schemas"] = {
            chosen[key]: schema for key, schema in components(result).items()
        }
    if MESSAGES in result:
        result[MESSAGES] = sorted(chosen[key] for key in result[MESSAGES])
    for route, operation in operations(result):
        if route in names.operations:
            operation["operationId"] = names.operations[route]
    return result


def choose_class_names(
    keys: Iterable[str], names: Names, bodies: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Choose the class name of each schema.

    A class that has a name keeps it. Of new ones, vLLM's own gets the bare name where that is free;
    the others take as much of their module as tells them apart.

    Args:
        keys: Names of schemas.
        names: Given so far.
        bodies: Names for the bodies that FastAPI makes of single parameters.
    """
    every = sorted(keys)
    chosen: dict[str, str] = {}
    taken: set[str] = set()

    def choose(key: str, name: str) -> None:
        chosen[key] = name
        taken.add(_module(name))

    for key in every:
        given = names.classes.get(key)
        if given and _module(given) not in taken:
            choose(key, given)
    # A name may pass on to a class of the same short name: vLLM moved it to another module.
    reserved = {_module(name): base(key) for key, name in names.classes.items()}
    rest = [key for key in every if key not in chosen]
    for key in sorted(rest, key=lambda each: (not each.startswith(_OWN), each)):
        for option in _options(key, bodies or {}):
            holder = reserved.get(_module(option))
            is_free = holder is None or ("__" in key and holder == base(key))
            if _module(option) not in taken and is_free:
                choose(key, option)
                break
    return chosen


def _options(key: str, bodies: Mapping[str, str]) -> Iterator[str]:
    """Yield the names that a class may have, the best first."""
    if body := _BODY.search(key):
        if name := bodies.get(body[1]):
            yield name
        yield body[1]
    elif "__" not in key:
        yield key
    yield base(key)
    yield from naming.longer_names(key)


def _bodies(document: Document) -> dict[str, str]:
    given = {
        route: str(operation.get("operationId") or "") for route, operation in operations(document)
    }
    return naming.body_names(given)


def _module(name: str) -> str:
    """Return what two classes must not share: the name of the module that each is written to."""
    return name.lower().replace("_", "")
