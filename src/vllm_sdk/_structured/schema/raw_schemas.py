"""A JSON Schema in place of a type: checked when it is given, and applied to every output.

`jsonschema` reads it with the dialect that it names. Its references must stay inside it: nothing
is fetched, neither when the request is built nor when the output is read.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

import attrs

from vllm_sdk._structured.json_text.parsing import (
    Mismatch,
    abbreviate,
    format_path,
    is_array,
    is_object,
    parse,
)
from vllm_sdk._structured.schema.ecma_patterns import UnsupportedPattern, translate
from vllm_sdk._structured.schema.text_formats import CHECKS
from vllm_sdk._structured.shapes.base import EVERY_KIND, AnyShape, Definitions, Shape
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import Schema

if TYPE_CHECKING:
    from referencing import Resource, Specification
    from referencing._core import Resolved, Resolver

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
_SAME_VALUE = (
    "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas",
    "dependencies",
)  # fmt: skip
"""Keywords whose schemas apply to the value itself, not to a part of it."""

MAX_REASON_CHARS = 200
"""Limit on the characters of the reason in an error: it may quote a part of the schema."""


@attrs.frozen(eq=False)
class JsonSchemaShape(Shape):
    """Plain JSON that a schema accepts.

    Attributes:
        text: the schema, as JSON.
        validator: the validator of jsonschema, for the schema's dialect.
        patterns: by pattern of Python, the pattern of the schema that it stands for.
    """

    text: str
    validator: Any
    patterns: Mapping[str, str] = attrs.field(factory=dict[str, str])
    _kinds = EVERY_KIND
    _expected = "JSON of the schema"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return the schema as it was given."""
        schema: Schema = json.loads(self.text)
        return schema

    def read(self, value: Any) -> Any:
        """Return plain JSON with numbers as `int` and `float`, if the schema accepts it."""
        plain = _ANY.read(value)
        try:
            error = _import_jsonschema().exceptions.best_match(self.validator.iter_errors(plain))
        except OverflowError as failure:
            raise Mismatch(f"the schema can't be checked: {failure}") from None
        if error is None:
            return plain
        mismatch = Mismatch(_shorten_reason(self._restore_patterns(error), error.instance))
        mismatch.steps += reversed(error.absolute_path)
        raise mismatch

    def _restore_patterns(self, error: Any) -> str:
        """Return the reason with the patterns as they are in the schema."""
        message = str(error.message)
        for translated, pattern in self.patterns.items():
            message = message.replace(repr(translated), repr(pattern))
        return message

    def accepts(self, value: Any) -> bool:
        """Accept a value that JSON has, judged by its outermost layer."""
        return _ANY.accepts(value)

    def write(self, value: Any) -> str:
        """Return the JSON text, if the schema accepts it."""
        text = _ANY.write(value)
        try:
            self.read(parse(text))
        except Mismatch as mismatch:
            where = format_path(mismatch.steps[::-1])
            raise TypeError(f"expected {self.expected}: {where}: {mismatch.reason}") from None
        return text


def _import_jsonschema() -> Any:
    """Import jsonschema when a schema is first given; the package has no type stubs."""
    return importlib.import_module("jsonschema")


def _shorten_reason(message: str, instance: Any) -> str:
    """Return the validator's message with its value as JSON, truncated if it is long."""
    written = repr(instance)
    if message.startswith(written):
        message = f"{abbreviate(instance)}{message.removeprefix(written)}"
    return message if len(message) <= MAX_REASON_CHARS else f"{message[:MAX_REASON_CHARS]}…"


def build_json_schema_shape(schema: Mapping[str, Any] | bool) -> JsonSchemaShape:
    """Build the shape of a schema; true is one that accepts everything.

    Raises:
        RequestInvalid: the schema is not JSON, is invalid, accepts nothing, has a reference that
            leads outside of it, or a pattern that cannot be checked.
    """
    if schema is False:
        raise RequestInvalid("The schema is false, which no value satisfies: write another one.")
    if schema is True:
        schema = {}
    try:
        return _build_cached(_dump_schema(schema))
    except RecursionError:
        raise RequestInvalid("The schema is nested too deeply to be read.") from None


def _dump_schema(schema: Mapping[str, Any]) -> str:
    try:
        return json.dumps({**schema}, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise RequestInvalid(f"The schema is not JSON: {error}.") from None


@lru_cache(maxsize=128)
def _build_cached(text: str) -> JsonSchemaShape:
    from referencing import Registry
    from referencing.jsonschema import specification_with

    schema = json.loads(text)
    dialect = schema.get("$schema", _DIALECT)
    if not isinstance(dialect, str) or not (
        cls := _import_jsonschema().validators.validator_for({"$schema": dialect}, None)
    ):
        raise RequestInvalid(
            f"The schema's dialect, {abbreviate(dialect)}, is not known: "
            "leave $schema out for 2020-12."
        )
    _refuse_invalid(schema, cls, "$")
    specification = specification_with(dialect)
    root = specification.create_resource(schema)
    registry: Registry[Any] = Registry()
    references = _ReferenceChecker(schema, specification, cls)
    references.follow(root, registry.resolver_with_root(root))
    references.refuse_endless()
    patterns = references.translate_patterns()
    return JsonSchemaShape(
        text, cls(schema, registry=registry, format_checker=_build_format_checker()), patterns
    )


@cache
def _build_format_checker() -> Any:
    checker = _import_jsonschema().FormatChecker(formats=())
    for name, check in CHECKS.items():
        checker.checks(name)(_ignore_other_kinds(check))
    return checker


def _ignore_other_kinds(check: Callable[[str], bool]) -> Callable[[Any], bool]:
    return lambda value: not isinstance(value, str) or check(value)


def _refuse_invalid(schema: Any, cls: Any, place: str) -> None:
    # Patterns are those of ECMA-262: `translate_patterns` finds those that are invalid.
    names = cls.FORMAT_CHECKER.checkers.keys() - {"regex"}
    checker = _import_jsonschema().FormatChecker(formats=names)
    metaschema = cls(cls.META_SCHEMA, format_checker=checker)
    if error := _import_jsonschema().exceptions.best_match(metaschema.iter_errors(schema)):
        where = f"{place}{format_path(list(error.absolute_path)).removeprefix('$')}"
        reason = _shorten_reason(error.message, error.instance)
        raise RequestInvalid(f"The schema is invalid at {where}: {reason}.")


class _ReferenceChecker:
    """The references of a schema, each followed before the schema is used."""

    def __init__(self, schema: Any, specification: Specification[Any], cls: Any) -> None:
        """Record the places of the schema's parts, for errors."""
        self.places = dict(_iter_places(schema, []))
        self.specification = specification
        self.cls = cls
        self.same: dict[int, set[int]] = {}
        self.parts: list[Schema] = []

    def follow(self, resource: Resource[Any], resolver: Resolver[Any]) -> None:
        """Follow the references in a part of the schema, and those in their targets."""
        schema = resource.contents
        if id(schema) in self.same or not is_object(schema):
            return
        self.parts.append(schema)
        self.same[id(schema)] = {id(part) for part in _iter_same_value_parts(schema)}
        for keyword in _REFERENCES:
            if keyword in schema:
                target = self._resolve(schema, keyword, resolver)
                self.same[id(schema)].add(id(target.contents))
                part = self.specification.create_resource(target.contents)
                self.follow(part, target.resolver)
        for part in resource.subresources():
            self.follow(part, resolver.in_subresource(part))

    def _resolve(self, schema: Schema, keyword: str, resolver: Resolver[Any]) -> Resolved[Any]:
        """Return the target of a reference: a schema inside this one."""
        from referencing.exceptions import Unresolvable

        target: Resolved[Any] | None = None
        with suppress(Unresolvable, TypeError, ValueError, LookupError):
            target = resolver.lookup(schema[keyword])
        contents = target.contents if target else None
        if target is None or not (is_object(contents) or isinstance(contents, bool)):
            raise RequestInvalid(
                f"The schema's {keyword} at {self.places[id(schema)]} leads to "
                f"{abbreviate(schema[keyword])}, where it holds no schema: put one under $defs."
            )
        _refuse_invalid(contents, self.cls, self.places.get(id(contents), ""))
        return target

    def translate_patterns(self) -> dict[str, str]:
        """Replace the patterns of each part by those of Python, and return them by these.

        Two patterns of one object may be the same in Python; the empty group tells them apart.
        """
        found: dict[str, str] = {}
        for part in self.parts:
            if isinstance(pattern := part.get("pattern"), str):
                part["pattern"] = self._translate(pattern, part, "pattern")
                found[part["pattern"]] = pattern
            if is_object(named := part.get("patternProperties")):
                translated: Schema = {}
                for pattern, each in named.items():
                    key = self._translate(pattern, part, "patternProperties")
                    while key in translated:
                        key += "(?:)"
                    translated[key] = each
                    found[key] = pattern
                part["patternProperties"] = translated
        return found

    def _translate(self, pattern: str, part: Schema, keyword: str) -> str:
        try:
            return translate(pattern)
        except UnsupportedPattern as error:
            raise RequestInvalid(
                f"The schema is invalid at {self.places[id(part)]}.{keyword}: the pattern "
                f"{abbreviate(pattern)} is not one of ECMA-262 that can be checked: {error}."
            ) from None

    def refuse_endless(self) -> None:
        """Refuse a schema that only leads back to itself: no value can be checked against it."""
        try:
            TopologicalSorter(self.same).prepare()
        except CycleError as error:
            place = self.places[error.args[1][0]]
            raise RequestInvalid(
                f"The schema at {place} leads back to itself without end: refer to it inside "
                "properties or items."
            ) from None


def _iter_places(schema: Any, steps: list[str | int]) -> Iterator[tuple[int, str]]:
    if is_object(schema):
        yield id(schema), format_path(steps)
        for name, part in schema.items():
            yield from _iter_places(part, [*steps, name])
    if is_array(schema):
        for index, part in enumerate(schema):
            yield from _iter_places(part, [*steps, index])


def _iter_same_value_parts(schema: Schema) -> Iterator[Any]:
    for keyword in _SAME_VALUE:
        match schema.get(keyword):
            case [*parts]:
                yield from parts
            case {**parts} if keyword.startswith("depend"):
                yield from parts.values()
            case part:
                yield part


_ANY = AnyShape()
