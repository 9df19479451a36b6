"""Pair the classes of two specs by walking both in parallel, and find the equal pairs.

A short name does not identify a class: one server has two classes called `FunctionCall`, another
names one class `Logprob-Input` and `Logprob-Output`. A class is identified by its uses. Therefore
both specs are walked from the same route, requests and responses separately, and the classes at the
same place are a pair.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from .document import SCHEMAS, Document, Json, iter_operations

Role: TypeAlias = Literal["request", "answer"]
Pair: TypeAlias = tuple[str, str]

_MODE = re.compile(r"-(Input|Output)$")
_SKIPPED = frozenset({"title"})  # FastAPI derives titles from names
_LITERAL = frozenset({"default", "const", "enum", "example", "examples"})
_BY_NAME = frozenset({"properties", "patternProperties", "$defs", "dependentSchemas"})


def get_base_name(name: str) -> str:
    """Return a schema's name without the parts that pydantic adds to distinguish classes.

    `a__b__Name` and `Name-Input` are both `Name`.
    """
    return _MODE.sub("", name).rpartition("__")[2]


@dataclass
class Pairing:
    """The pairs of classes at the same places of two specs.

    Attributes:
        left: The named schemas of one spec.
        right: The named schemas of the other spec.
        roles: The roles in which each pair was found: requests, responses, or both.
    """

    left: Mapping[str, Document]
    right: Mapping[str, Document]
    roles: dict[Pair, set[Role]] = field(default_factory=dict)

    def walk(self, left: Json, right: Json, role: Role) -> None:
        """Pair the references of two schemas, direct ones and those through others."""
        todo = [(left, right)]
        while todo:
            one, two = todo.pop()
            if not isinstance(one, dict) or not isinstance(two, dict):
                continue
            first, second = find_target(one), find_target(two)
            if first and second:
                roles = self.roles.setdefault((first, second), set())
                if role in roles:
                    continue
                roles.add(role)
            if bool(first) != bool(second) and (_list_options(one) or _list_options(two)):
                todo.extend(_pair_options(_list_options(one) or [one], _list_options(two) or [two]))
                continue
            if first or second:
                todo.append(
                    (
                        self.left.get(first, {}) if first else one,
                        self.right.get(second, {}) if second else two,
                    )
                )
                continue
            todo.extend(_pair_parts(one, two))

    def list_partners(self) -> dict[str, list[str]]:
        """Return the sorted right classes of each left class."""
        found: dict[str, set[str]] = defaultdict(set)
        for one, two in self.roles:
            found[one].add(two)
        return {name: sorted(others) for name, others in found.items()}

    def find_roles(self, name: str) -> set[Role]:
        """Return the roles in which a left class was found."""
        return {role for pair, roles in self.roles.items() if pair[0] == name for role in roles}

    def find_equal(self, pairs: Iterable[Pair], *, lenient: bool) -> set[Pair]:
        """Return the pairs whose two classes are equal, including everything they refer to.

        Args:
            pairs: The pairs to compare.
            lenient: Whether the left is a response as a server documents it. Such a schema requires
                every field with a default, and lacks the fields that are never sent.
        """
        children: dict[Pair, list[Pair] | None] = {}
        todo = list(pairs)
        wanted = set(todo)
        while todo:
            pair = todo.pop()
            if pair not in children:
                found = self._list_children(pair, lenient=lenient)
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

    def is_same(self, left: Json, right: Json, *, lenient: bool) -> bool:
        """Return whether two schemas are equal, including everything they refer to."""
        found = _pair_aligned(left, right, lenient=lenient)
        return found is not None and len(self.find_equal(found, lenient=lenient)) == len(set(found))

    def _list_children(self, pair: Pair, *, lenient: bool) -> list[Pair] | None:
        left, right = self.left.get(pair[0]), self.right.get(pair[1])
        if left is None or right is None:
            return None
        return _pair_aligned(left, right, lenient=lenient)


def pair_documents(left: Document, right: Document, matches: Mapping[str, str]) -> Pairing:
    """Walk two specs from each pair of routes in `matches`, which maps left to right."""
    pairing = Pairing(
        left.get("components", {}).get("schemas", {}),
        right.get("components", {}).get("schemas", {}),
    )
    ours, theirs = dict(iter_operations(left)), dict(iter_operations(right))
    for route, other in matches.items():
        one, two = ours[route], theirs[other]
        for first, second in pair_requests(one, two):
            pairing.walk(first, second, "request")
        for first, second in pair_answers(one, two):
            pairing.walk(first, second, "answer")
    return pairing


def pair_requests(left: Document, right: Document) -> Iterator[tuple[Json, Json]]:
    """Yield the pairs of schemas of the parameters and bodies of two operations."""
    ours = {_get_place(parameter): parameter for parameter in left.get("parameters", [])}
    for parameter in right.get("parameters", []):
        if _get_place(parameter) in ours:
            yield ours[_get_place(parameter)].get("schema"), parameter.get("schema")
    yield from _pair_media(left.get("requestBody", {}), right.get("requestBody", {}))


def pair_answers(left: Document, right: Document) -> Iterator[tuple[Json, Json]]:
    """Yield the pairs of schemas of the responses of two operations."""
    ours, theirs = left.get("responses", {}), right.get("responses", {})
    for status in ours.keys() & theirs.keys():
        yield from _pair_media(ours[status], theirs[status])


def find_target(schema: Json) -> str | None:
    """Return the class that a schema refers to, if it is only a reference, or None."""
    if not isinstance(schema, dict):
        return None
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith(SCHEMAS):
        return reference.removeprefix(SCHEMAS)
    return None


def find_events(schema: Json) -> Json:
    """Return the schema of a stream's events.

    vLLM documents a stream as an object whose `data` is one of several JSON texts.
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


def _get_place(parameter: Document) -> tuple[str, str]:
    return str(parameter.get("in")), str(parameter.get("name"))


def _pair_media(left: Document, right: Document) -> Iterator[tuple[Json, Json]]:
    ours, theirs = left.get("content", {}), right.get("content", {})
    for kind in ours.keys() & theirs.keys():
        one, two = ours[kind].get("schema"), theirs[kind].get("schema")
        if one and two:
            yield find_events(one), find_events(two)


def _pair_parts(left: Document, right: Document) -> Iterator[tuple[Json, Json]]:
    """Yield the pairs of parts at the same place of two schemas."""
    ours, theirs = _list_options(left), _list_options(right)
    if ours is not None or theirs is not None:
        yield from _pair_options(ours or [left], theirs or [right])
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


def _list_options(schema: Document) -> list[Json] | None:
    for key in ("anyOf", "oneOf"):
        if isinstance(schema.get(key), list):
            return list(schema[key])
    return None


def _pair_options(left: list[Json], right: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Pair the alternatives of two unions, first those of the same kind and name, then the rest."""
    rest = list(right)
    unmatched = []
    for option in left:
        kind = _describe_kind(option)
        partner = next((other for other in rest if _describe_kind(other) == kind), None)
        if partner is None:
            unmatched.append(option)
        else:
            rest.remove(partner)
            yield option, partner
    classes = [option for option in unmatched if find_target(option)]
    others = [option for option in rest if find_target(option)]
    if len(classes) == len(others):
        yield from zip(classes, others, strict=True)


def _describe_kind(option: Json) -> str:
    """Return a description of an alternative that is equal for two that form a pair."""
    if not isinstance(option, dict):
        return str(option)
    if name := find_target(option):
        return f"class {get_base_name(name)}"
    if isinstance(option.get("items"), dict):
        return f"list of {_describe_kind(option['items'])}"
    inner = _list_options(option) or option.get("allOf")
    if inner:
        return f"one of {sorted(_describe_kind(each) for each in inner)}"
    return str(option.get("type"))


def _pair_aligned(left: Json, right: Json, *, lenient: bool) -> list[Pair] | None:
    """Return the pairs of classes at the same places of two schemas; None if the schemas differ."""
    pairs: list[Pair] = []
    return pairs if _align(left, right, pairs, lenient=lenient) else None


def _align(left: Json, right: Json, pairs: list[Pair], *, lenient: bool) -> bool:
    """Return whether two schemas are equal except for class names, and pair those classes."""
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(
            _align(one, two, pairs, lenient=lenient) for one, two in zip(left, right, strict=True)
        )
    if not isinstance(left, dict) or not isinstance(right, dict):
        return json.dumps(left) == json.dumps(right)
    one, two = find_target(left), find_target(right)
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
        # A reader of a response does not need an optional field that the response lacks.
        known = one.keys() <= two.keys() if lenient else one.keys() == two.keys()
        return known and all(
            _align(one[name], two[name], pairs, lenient=lenient) for name in sorted(one)
        )
    return _align(one, two, pairs, lenient=lenient)
