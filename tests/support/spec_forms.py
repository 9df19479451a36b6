"""Compare the requests and responses of the facade with vLLM's spec, field by field.

A type is written as text, its form: `integer | null`, `array<string>`, `object<number>`,
`"left" | "right"`, or the class that the bindings make of a schema. A difference is a sentence that
names the field and the next step.
"""

from __future__ import annotations

import json
import math
import types
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

import attrs
import msgspec

from vllm_sdk.options.checks import Check

Schema: TypeAlias = dict[str, Any]

OPENAPI = Path(__file__).parents[2] / "openapi"
REF = "#/components/schemas/"
ANY, NULL = "any", "null"

SCALARS: dict[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    type(None): NULL,
    Any: ANY,
}
SEQUENCES = (list, tuple, Sequence, Collection)
MAPPINGS = (dict, Mapping)

INT64 = 9.223372036854776e18
"""The bound of 64-bit integers as JSON writes it, rounded up by one."""

KEYWORDS = {
    *("type", "anyOf", "oneOf", "allOf", "$ref", "const", "enum", "items", "properties"),
    *("additionalProperties", "required", "default", "deprecated"),
    *("title", "description", "examples"),
    *("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"),
    *("minLength", "maxLength", "minItems", "maxItems"),
}
"""The keywords of JSON Schema that are compared, or that do not restrict a value."""


@attrs.frozen
class Spec:
    """The typed spec, with the class names of the bindings."""

    schemas: dict[str, Schema]
    names: dict[str, str]
    paths: dict[str, Any] = attrs.field(factory=dict)

    @classmethod
    def read(cls) -> Spec:
        """Read the spec that the bindings are made from."""
        document = json.loads((OPENAPI / "exported.json").read_text("utf-8"))
        names = json.loads((OPENAPI / "names.json").read_text("utf-8"))["classes"]
        return cls(document["components"]["schemas"], names, document["paths"])

    def schema(self, name: str) -> Schema:
        """Return the schema of a class of the bindings."""
        found = [key for key in self.schemas if self.names.get(key) == name]
        assert len(found) == 1, f"the spec has {len(found)} schemas that are called {name}"
        return self.schemas[found[0]]

    def request(self, path: str) -> Schema:
        """Return the schema of a route's request body."""
        content = self.paths[path]["post"]["requestBody"]["content"]
        return self.schemas[content["application/json"]["schema"]["$ref"].removeprefix(REF)]

    def answers(self, path: str, kind: str, method: str = "post") -> str:
        """Return the form of a route's response in a content type."""
        return self.form(self.paths[path][method]["responses"]["200"]["content"][kind]["schema"])

    def form(self, schema: Schema) -> str:
        """Return a schema's form."""
        return _joined(self.alternatives(schema))

    def alternatives(self, schema: Schema) -> set[str]:
        """Return the forms of a schema's alternatives."""
        if "$ref" in schema:
            key = schema["$ref"].removeprefix(REF)
            return {self.names.get(key, key)}
        for union in ("anyOf", "oneOf", "allOf"):
            if union in schema:
                return {one for each in schema[union] for one in self.alternatives(each)}
        if "const" in schema:
            return {json.dumps(schema["const"])}
        if "enum" in schema:
            return {json.dumps(value) for value in schema["enum"]}
        kinds = schema.get("type", ANY)
        return {self._kind(kind, schema) for kind in ([kinds] if isinstance(kinds, str) else kinds)}

    def _kind(self, kind: str, schema: Schema) -> str:
        if kind == "array":
            return f"array<{self.form(schema.get('items', {}))}>"
        if kind != "object":
            return kind
        if "properties" in schema:
            inner = {name: self.form(field) for name, field in schema["properties"].items()}
            return f"object{{{', '.join(f'{name}: {form}' for name, form in inner.items())}}}"
        values = schema.get("additionalProperties", {})
        return f"object<{self.form(values if isinstance(values, dict) else {})}>"


def form_of(annotation: Any, classes: Mapping[Any, str]) -> str:
    """Return the form of an annotation; `classes` maps the SDK's classes to names in the spec."""
    return _joined(alternatives_of(annotation, classes))


def alternatives_of(annotation: Any, classes: Mapping[Any, str]) -> set[str]:
    """Return the forms of an annotation's alternatives."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return {one for each in arguments for one in alternatives_of(each, classes)}
    if origin is Literal:
        return {json.dumps(value) for value in arguments}
    if origin in SEQUENCES:
        return {f"array<{form_of(arguments[0], classes)}>"}
    if origin in MAPPINGS:
        return {f"object<{form_of(arguments[1], classes)}>"}
    known = SCALARS | classes
    assert annotation in known, f"{annotation} has no class of the bindings beside it"
    return {known[annotation]}


def _joined(alternatives: set[str]) -> str:
    return " | ".join(sorted(alternatives))


@attrs.frozen
class Pinned:
    """An intended difference from the spec.

    Attributes:
        spec: The form in the spec; the difference is accepted as long as the spec has it.
        why: The reason for the difference.
    """

    spec: Any
    why: str


def reply_differences(
    view: type[msgspec.Struct],
    schema: Schema,
    spec: Spec,
    *,
    classes: Mapping[Any, str],
    unread: Mapping[str, str],
    pinned: Mapping[str, Pinned],
) -> Iterator[str]:
    """Compare a struct with the schema that it is decoded from.

    Args:
        view: The struct.
        schema: The schema.
        spec: The spec of the schema.
        classes: The names of the structs in the spec.
        unread: Fields that the struct leaves out, each with the reason.
        pinned: Fields of another type, or that only older servers send.
    """
    name = view.__name__
    fields = {field.encode_name: field for field in msgspec.structs.fields(view)}
    sent = schema["properties"]
    for field in sorted(sent.keys() - fields.keys() - unread.keys()):
        yield (
            f"{name} does not read {field!r} ({spec.form(sent[field])}), which vLLM sends: "
            "read it, or say in UNREAD why not"
        )
    for field in sorted(unread.keys() - (sent.keys() - fields.keys())):
        yield f"UNREAD says why {name} leaves out {field!r}: it is read, or vLLM no longer sends it"
    for field, ours in fields.items():
        form = form_of(ours.type, classes)
        theirs = spec.form(sent[field]) if field in sent else None
        if field in pinned:
            if theirs != pinned[field].spec:
                yield (
                    f"{name}.{field} is pinned to {pinned[field].spec!r}, but vLLM's spec says "
                    f"{theirs!r}: see whether the struct still fits ({pinned[field].why})"
                )
        elif theirs is None:
            yield f"{name} reads {field!r}, which vLLM's spec does not have: remove it, or pin it"
        elif not _holds(ours.type, sent[field], spec, classes):
            yield (
                f"{name}.{field} is {form!r}, but vLLM's spec says {theirs!r}: change the struct, "
                "or say in PINNED why it differs"
            )
        elif ours.required and field not in schema.get("required", ()):
            yield f"{name}.{field} may be missing: give it a default"


def _holds(annotation: Any, schema: Schema, spec: Spec, classes: Mapping[Any, str]) -> bool:
    """Return whether an annotation has a schema's form; null may be added for a missing value."""
    ours, theirs = alternatives_of(annotation, classes), spec.alternatives(schema)
    return theirs in (ours, ours - {NULL})


def option_differences(
    name: str,
    annotation: Any,
    schema: Schema,
    spec: Spec,
    *,
    classes: Mapping[Any, str],
    pinned: Pinned | None = None,
) -> Iterator[str]:
    """Compare an option's type with its field of the request, which is left out if `None`."""
    unknown = sorted({keyword for keyword in _keywords(schema) if keyword not in KEYWORDS})
    if unknown:
        yield f"the field {name!r} has {', '.join(unknown)}: teach tests/support/spec_forms.py this"
    form = _joined(alternatives_of(annotation, classes) - {NULL})
    theirs = _joined(spec.alternatives(schema) - {NULL})
    if pinned is not None:
        if theirs != pinned.spec:
            yield (
                f"the option {name!r} is pinned to the type {pinned.spec!r}, but vLLM's spec says "
                f"{theirs!r}: see whether its check still fits ({pinned.why})"
            )
    elif theirs != form:
        yield (
            f"the option {name!r} is {form!r}, but vLLM's spec says {theirs!r}: change it in "
            "options/fields.py, value.py and rules.py, or say in PINNED why it differs"
        )


def bound_differences(
    name: str, check: Check, schema: Schema, *, pinned: Pinned | None = None
) -> Iterator[str]:
    """Compare an option's check with the bounds and values of its field in the spec."""
    bounds = bounds_of(schema)
    if pinned is not None:
        if bounds != pinned.spec:
            yield (
                f"the option {name!r} is pinned to the bounds {pinned.spec}, but vLLM's spec has "
                f"{bounds}: see whether its check still fits ({pinned.why})"
            )
        return
    for value, accepted, bound in _probes(schema):
        try:
            check(name, value)
        except (TypeError, ValueError) as error:
            if accepted:
                yield (
                    f"the option {name!r} refuses {_shown(value)}, which vLLM's spec takes "
                    f"({bound}): {error}"
                )
        else:
            if not accepted:
                yield (
                    f"the option {name!r} takes {_shown(value)}, which vLLM's spec refuses "
                    f"({bound}): mend its check in options/rules.py"
                )


def bounds_of(schema: Schema) -> dict[str, Any]:
    """Return the bounds of a field, over all its alternatives."""
    found: dict[str, Any] = {}
    for each in _parts(schema):
        found |= {word: each[word] for word in each if word.startswith(("min", "max", "exclusive"))}
    return found


def _parts(schema: Schema) -> Iterator[Schema]:
    for union in ("anyOf", "oneOf", "allOf"):
        for each in schema.get(union, ()):
            yield from _parts(each)
    yield schema


def _keywords(schema: Schema) -> Iterator[str]:
    for part in _parts(schema):
        yield from part
        for inner in ("items", "additionalProperties"):
            if isinstance(part.get(inner), dict):
                yield from _keywords(part[inner])


def _probes(schema: Schema) -> Iterator[tuple[Any, bool, str]]:
    """Yield values at each bound and just beyond it, with whether each must be accepted."""
    allowed = [value for part in _parts(schema) for value in _listed(part)]
    for value in allowed:
        yield value, True, "one of its values"
    if allowed and all(isinstance(value, str) for value in allowed):
        yield "no-such-value", False, f"one of {', '.join(allowed)}"
    for part in _parts(schema):
        for word, outwards in (("minimum", -1), ("maximum", 1)):
            if word in part:
                limit = _limit(part[word])
                yield limit, True, f"{word} {limit}"
                yield _beside(limit, outwards, part), False, f"{word} {limit}"
        for word, inwards in (("exclusiveMinimum", 1), ("exclusiveMaximum", -1)):
            if word in part:
                limit = _limit(part[word])
                yield limit, False, f"{word} {limit}"
                yield _beside(limit, inwards, part), True, f"{word} {limit}"
        yield from _lengths(part)


def _lengths(part: Schema) -> Iterator[tuple[Any, bool, str]]:
    for unit, one in (("Length", "a"), ("Items", [_item(part)])):
        for word, outwards in ((f"min{unit}", -1), (f"max{unit}", 1)):
            if word in part:
                yield one * part[word], True, f"{word} {part[word]}"
                if part[word] + outwards >= 0:
                    yield one * (part[word] + outwards), False, f"{word} {part[word]}"


def _beside(limit: float, step: int, part: Schema) -> float:
    whole = part.get("type") == "integer"
    return limit + step if whole else math.nextafter(limit, step * math.inf)


def _listed(part: Schema) -> list[Any]:
    return [part["const"]] if "const" in part else list(part.get("enum", ()))


def _limit(bound: float) -> float:
    if abs(bound) == INT64:
        return 2**63 - 1 if bound > 0 else -(2**63)
    return int(bound) if float(bound).is_integer() else bound


def _item(part: Schema) -> Any:
    return {"string": "a", "integer": 1, "number": 1.0}.get(part.get("items", {}).get("type"))


def _shown(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) < 60 else f"{shown[:60]}…"
