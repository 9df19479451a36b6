"""The names that classes and operations have in the bindings, kept from version to version.

`names.json` contains every name ever given: of a class by its module, of an operation by its route.
A name in it is never given to another class or operation while vLLM has the first. New classes
therefore do not rename old ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from . import naming
from .document import Document, get_components, iter_operations, rename_references
from .join import MESSAGES
from .pairing import get_base_name

_OWN = "vllm__"
_BODY = re.compile(r"(?:^|__)(Body_.+)$")


@dataclass(frozen=True)
class Names:
    """Names given so far.

    Attributes:
        classes: The names by module and class, as the export writes them:
            `vllm__a__protocol__Name`.
        operations: The names by route: `POST /v1/models`.
    """

    classes: Mapping[str, str] = field(default_factory=dict)
    operations: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_document(cls, document: Document) -> Names:
        """Read `names.json`."""
        return cls(document.get("classes", {}), document.get("operations", {}))

    def to_document(self) -> Document:
        """Return the content of `names.json`."""
        return {"classes": dict(self.classes), "operations": dict(self.operations)}

    def extend(self, document: Document, named: Document) -> Names:
        """Return these names and those given to an exported spec.

        Args:
            document: The spec with the export's names.
            named: The same spec, named by `name_things` and normalised.
        """
        chosen = choose_class_names(get_components(document), self, _name_bodies(document))
        new = {key: name for key, name in chosen.items() if "__" in key}
        found = {route: operation["operationId"] for route, operation in iter_operations(named)}
        return Names(new | dict(self.classes), found | dict(self.operations))


def name_things(document: Document, names: Names) -> Document:
    """Return a copy of a spec with the bindings' names of its classes and known operations."""
    chosen = choose_class_names(get_components(document), names, _name_bodies(document))
    result = rename_references(document, chosen)
    if get_components(result):
        result["components"]["schemas"] = {
            chosen[key]: schema for key, schema in get_components(result).items()
        }
    if MESSAGES in result:
        result[MESSAGES] = sorted(chosen[key] for key in result[MESSAGES])
    for route, operation in iter_operations(result):
        if route in names.operations:
            operation["operationId"] = names.operations[route]
    return result


def choose_class_names(
    keys: Iterable[str], names: Names, bodies: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Choose the class name of each schema.

    A class that has a name keeps it. Of the new classes, vLLM's own gets the bare name if that is
    free. The names of the others contain as much of their module as is necessary to distinguish
    them.

    Args:
        keys: The names of the schemas.
        names: The names given so far.
        bodies: The names of the bodies that FastAPI makes of single parameters.
    """
    every = sorted(keys)
    chosen: dict[str, str] = {}
    taken: set[str] = set()

    def choose(key: str, name: str) -> None:
        chosen[key] = name
        taken.add(_get_module(name))

    for key in every:
        given = names.classes.get(key)
        if given and _get_module(given) not in taken:
            choose(key, given)
    # A class of the same short name may take the name over if vLLM moved it to another module.
    reserved = {_get_module(name): get_base_name(key) for key, name in names.classes.items()}
    rest = [key for key in every if key not in chosen]
    for key in sorted(rest, key=lambda each: (not each.startswith(_OWN), each)):
        for option in _iter_options(key, bodies or {}):
            holder = reserved.get(_get_module(option))
            is_free = holder is None or ("__" in key and holder == get_base_name(key))
            if _get_module(option) not in taken and is_free:
                choose(key, option)
                break
    return chosen


def _iter_options(key: str, bodies: Mapping[str, str]) -> Iterator[str]:
    """Yield the possible names of a class, the best first."""
    if body := _BODY.search(key):
        if name := bodies.get(body[1]):
            yield name
        yield body[1]
    elif "__" not in key:
        yield key
    yield get_base_name(key)
    yield from naming.iter_longer_names(key)


def _name_bodies(document: Document) -> dict[str, str]:
    given = {
        route: str(operation.get("operationId") or "")
        for route, operation in iter_operations(document)
    }
    return naming.choose_body_names(given)


def _get_module(name: str) -> str:
    """Return the name of the module of a class, which no two classes may share."""
    return name.lower().replace("_", "")
