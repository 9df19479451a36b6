"""Pair the classes of two specs by walking both in parallel, and tell which pairs are equal.

A short name says little: one server has two classes called `FunctionCall`, another names one class
`Logprob-Input` and `Logprob-Output`. What a class is follows from where it is used. So both specs
are walked from the same route, request by request and answer by answer, and the classes that stand
at the same place are a pair.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from .document import SCHEMAS, Document, Json, operations

Role: TypeAlias = Literal["request", "answer"]
Pair: TypeAlias = tuple[str, str]

_MODE = re.compile(r"-(Input|Output)$")
_SKIPPED = frozenset({"title"})  # FastAPI derives titles from names
_LITERAL = frozenset({"default", "const", "enum", "example", "examples"})
_BY_NAME = frozenset({"properties", "patternProperties", "$defs", "dependentSchemas"})


def base(name: str) -> str:
    """Drop from a schema's name what pydantic adds to tell classes apart.

    `a__b__Name` and `Name-Input` are both `Name`.
    """
    return _MODE.sub("", name).rpartition("__")[2]


@dataclass
class Pairing:
    """The pairs of classes that stand at the same places of two specs.

    Attributes:
        left: The named schemas of one spec.
        right: Those of the other.
        roles: Where each pair was found: in requests, in answers, or both.
    """

    left: Mapping[str, Document]
    right: Mapping[str, Document]
    roles: dict[Pair, set[Role]] = field(default_factory=dict)

    def walk(self, left: Json, right: Json, role: Role) -> None:
        """Pair what two schemas refer to, directly and through others."""
        todo = [(left, right)]
        while todo:
            one, two = todo.pop()
            if not isinstance(one, dict) or not isinstance(two, dict):
                continue
            first, second = target(one), target(two)
            if first and second:
                roles = self.roles.setdefault((first, second), set())
                if role in roles:
                    continue
                roles.add(role)
            if bool(first) != bool(second) and (_options(one) or _options(two)):
                todo.extend(_match(_options(one) or [one], _options(two) or [two]))
                continue
            if first or second:
                todo.append(
                    (
                        self.left.get(first, {}) if first else one,
                        self.right.get(second, {}) if second else two,
                    )
                )
                continue
            todo.extend(_parts(one, two))

    def partners(self) -> dict[str, list[str]]:
        """Return for each left class the right classes that it was paired with, sorted."""
        found: dict[str, set[str]] = defaultdict(set)
        for one, two in self.roles:
            found[one].add(two)
        return {name: sorted(others) for name, others in found.items()}

    def roles_of(self, name: str) -> set[Role]:
        """Return where a left class was found."""
        return {role for pair, roles in self.roles.items() if pair[0] == name for role in roles}

    def equal(self, pairs: Iterable[Pair], *, lenient: bool) -> set[Pair]:
        """Return those of the pairs that say the same, with all that they refer to.

        Args:
            pairs: To look at.
            lenient: Whether the left is an answer as a server documents it. It requires every
                field that has a default, and lacks those that are never sent.
        """
        children: dict[Pair, list[Pair] | None] = {}
        todo = list(pairs)
        wanted = set(todo)
        while todo:
            pair = todo.pop()
            if pair not in children:
                found = self._children(pair, lenient=lenient)
                children[pair] = found
                todo.extend(found or ())
        parents: dict[Pair, list[Pair]] = defaultdict(list)
        for pair, found in children.items():
            for child in found or ():
                parents[child].append(pair)
        bad = [pair for pair, found in children.items() if found is None]
        unequal = set(bad)
        while bad:
            for parent in parents[bad.pop()]:
                if parent not in unequal:
                    unequal.add(parent)
                    bad.append(parent)
        return wanted - unequal

    def same(self, left: Json, right: Json, *, lenient: bool) -> bool:
        """Tell whether two schemas say the same, with all that they refer to."""
        found = _aligned(left, right, lenient=lenient)
        return found is not None and len(self.equal(found, lenient=lenient)) == len(set(found))

    def _children(self, pair: Pair, *, lenient: bool) -> list[Pair] | None:
        left, right = self.left.get(pair[0]), self.right.get(pair[1])
        if left is None or right is None:
            return None
        return _aligned(left, right, lenient=lenient)


def pair_documents(left: Document, right: Document, matches: Mapping[str, str]) -> Pairing:
    """Walk two specs from each route of `matches`, which has the right route by the left one."""
    pairing = Pairing(
        left.get("components", {}).get("schemas", {}),
        right.get("components", {}).get("schemas", {}),
    )
    ours, theirs = dict(operations(left)), dict(operations(right))
    for route, other in matches.items():
        one, two = ours[route], theirs[other]
        for first, second in request_pairs(one, two):
            pairing.walk(first, second, "request")
        for first, second in answer_pairs(one, two):
            pairing.walk(first, second, "answer")
    return pairing


def request_pairs(left: Document, right: Document) -> Iterator[tuple[Json, Json]]:
    """Yield the schemas of two operations' parameters and bodies that belong together."""
    ours = {_place(parameter): parameter for parameter in left.get("parameters", [])}
    for parameter in right.get("parameters", []):
        if _place(parameter) in ours:
            yield ours[_place(parameter)].get("schema"), parameter.get("schema")
    yield from _media_pairs(left.get("requestBody", {}), right.get("requestBody", {}))


def answer_pairs(left: Document, right: Document) -> Iterator[tuple[Json, Json]]:
    """Yield the schemas of two operations' answers that belong together."""
    ours, theirs = left.get("responses", {}), right.get("responses", {})
    for status in ours.keys() & theirs.keys():
        yield from _media_pairs(ours[status], theirs[status])


def target(schema: Json) -> str | None:
    """Return the name of the class that a schema is nothing but a reference to."""
    if not isinstance(schema, dict):
        return None
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith(SCHEMAS):
        return reference.removeprefix(SCHEMAS)
    return None


def events(schema: Json) -> Json:
    """Return the schema of a stream's events.

    vLLM documents a stream as an object whose `data` holds one of several JSON texts.
    """
    if isinstance(schema, dict):
        data = schema.get("properties", {}).get("data")
        if isinstance(data, dict):
            found = [
                option["contentSchema"]
                for option in data.get("anyOf", [data])
                if isinstance(option, dict) and "contentSchema" in option
            ]
            if found:
                return {"anyOf": found}
    return schema


def _place(parameter: Document) -> tuple[str, str]:
    return str(parameter.get("in")), str(parameter.get("name"))


def _media_pairs(left: Document, right: Document) -> Iterator[tuple[Json, Json]]:
    ours, theirs = left.get("content", {}), right.get("content", {})
    for kind in ours.keys() & theirs.keys():
        one, two = ours[kind].get("schema"), theirs[kind].get("schema")
        if one and two:
            yield events(one), events(two)


def _parts(left: Document, right: Document) -> Iterator[tuple[Json, Json]]:
    """Yield the pieces of two schemas that stand at the same place."""
    ours, theirs = _options(left), _options(right)
    if ours is not None or theirs is not None:
        yield from _match(ours or [left], theirs or [right])
    for key in ("items", "additionalProperties", "contentSchema", "not", "contains"):
        if key in left and key in right:
            yield left[key], right[key]
    for key in sorted(_BY_NAME):
        one, two = left.get(key), right.get(key)
        if isinstance(one, dict) and isinstance(two, dict):
            yield from ((one[name], two[name]) for name in one.keys() & two.keys())
    for key in ("allOf", "prefixItems"):
        if isinstance(left.get(key), list) and isinstance(right.get(key), list):
            yield from zip(left[key], right[key], strict=False)


def _options(schema: Document) -> list[Json] | None:
    for key in ("anyOf", "oneOf"):
        if isinstance(schema.get(key), list):
            return list(schema[key])
    return None


def _match(left: list[Json], right: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Pair the alternatives of two unions: those of one kind and name first, then the rest."""
    rest = list(right)
    unmatched = []
    for option in left:
        kind = _kind(option)
        partner = next((other for other in rest if _kind(other) == kind), None)
        if partner is None:
            unmatched.append(option)
        else:
            rest.remove(partner)
            yield option, partner
    classes = [option for option in unmatched if target(option)]
    others = [option for option in rest if target(option)]
    if len(classes) == len(others):
        yield from zip(classes, others, strict=True)


def _kind(option: Json) -> str:
    """Describe an alternative so that two that belong together have the same text."""
    if not isinstance(option, dict):
        return str(option)
    if name := target(option):
        return f"class {base(name)}"
    if isinstance(option.get("items"), dict):
        return f"list of {_kind(option['items'])}"
    inner = _options(option) or option.get("allOf")
    if inner:
        return f"one of {sorted(_kind(each) for each in inner)}"
    return str(option.get("type"))


def _aligned(left: Json, right: Json, *, lenient: bool) -> list[Pair] | None:
    """Return the pairs of classes at the same places of two schemas, or None if they differ."""
    pairs: list[Pair] = []
    return pairs if _align(left, right, pairs, lenient=lenient) else None


def _align(left: Json, right: Json, pairs: list[Pair], *, lenient: bool) -> bool:
    """Tell whether two schemas are alike but for the names of their classes, and pair those."""
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(
            _align(one, two, pairs, lenient=lenient) for one, two in zip(left, right, strict=True)
        )
    if not isinstance(left, dict) or not isinstance(right, dict):
        return json.dumps(left) == json.dumps(right)
    one, two = target(left), target(right)
    if one and two:
        pairs.append((one, two))
    elif one or two:
        return False
    keys = (left.keys() | right.keys()) - _SKIPPED - ({"$ref"} if one else set())
    return all(_align_key(key, left, right, pairs, lenient=lenient) for key in sorted(keys))


def _align_key(
    key: str, left: Document, right: Document, pairs: list[Pair], *, lenient: bool
) -> bool:
    one, two = left.get(key), right.get(key)
    if key == "required":
        required, others = set(one or ()), set(two or ())
        return others <= required if lenient else others == required
    if key == "additionalProperties" and lenient and "properties" in left:
        one, two = (True if each is None else each for each in (one, two))
    elif key not in left or key not in right:
        return False
    if key in _LITERAL:
        return json.dumps(one, sort_keys=True) == json.dumps(two, sort_keys=True)
    if key == "mapping" and isinstance(one, dict) and isinstance(two, dict):
        names = [
            tuple(str(mapping[each]).removeprefix(SCHEMAS) for mapping in (one, two))
            for each in one.keys() & two.keys()
        ]
        pairs.extend((first, second) for first, second in names)
        return one.keys() == two.keys()
    if key in _BY_NAME and isinstance(one, dict) and isinstance(two, dict):
        # What an answer leaves out although it may be there, its reader does not miss.
        known = one.keys() <= two.keys() if lenient else one.keys() == two.keys()
        return known and all(
            _align(one[name], two[name], pairs, lenient=lenient) for name in sorted(one)
        )
    return _align(one, two, pairs, lenient=lenient)
