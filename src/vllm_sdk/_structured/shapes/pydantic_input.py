"""The JSON that pydantic gets for a JSON value: the same, with what pydantic would lose.

pydantic keeps the last of two members with one name, ignores unknown names, and converts a number
to a `Decimal` through a float. Here the schema of the value is followed: duplicates and unknown
names are refused, and a number that becomes a `Decimal` is passed on as a text. A null in a field
whose default None widens its type is left out.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from ipaddress import IPv6Address
from itertools import chain
from typing import Any

import attrs

from vllm_sdk._structured.json_text.parsing import (
    Mismatch,
    Number,
    abbreviate,
    is_array,
    is_object,
    name_kind,
)
from vllm_sdk._structured.shapes.base import StrShape, require_unique_names
from vllm_sdk._structured.shapes.choices import build_key
from vllm_sdk._structured.shapes.containers import INTEGER_NAMES
from vllm_sdk._structured.shapes.formats import BY_TYPE, ZONE_VARIANTS
from vllm_sdk._structured.shapes.pydantic_schemas import (
    DECIMAL,
    EXTRA,
    NAMES,
    WIDENED,
    get_definition_name,
)
from vllm_sdk.types import Schema

_UNIONS = ("anyOf", "oneOf")
_ANY: Schema = {}


@attrs.frozen
class InputWriter:
    """A writer of the JSON that pydantic gets.

    Attributes:
        schema: the schema that pydantic generates, with marks.
        refuses_unknown: True if unknown names are refused here, not by pydantic.
    """

    schema: Schema
    refuses_unknown: bool

    def write(self, value: Any) -> str:
        """Return the JSON text of a parsed value, or raise `Mismatch`."""
        return self._write(value, self.schema)

    def _write(self, value: Any, schema: Schema) -> str:
        schema = self._resolve(schema)
        if is_object(value):
            return self._write_object(require_unique_names(value), self._choose(value, schema))
        if is_array(value):
            return self._write_array(value, self._choose(value, schema))
        if type(value) is Number:
            return self._write_number(value, schema)
        return json.dumps(_STR.read(value)) if type(value) is str else json.dumps(value)

    def _write_number(self, value: Number, schema: Schema) -> str:
        kinds = [self._resolve(each) for each in self._iter_members(schema)]
        kinds = [each for each in kinds if not each.keys() & {"enum", "const"}]
        others = [each.get("type", "number") for each in kinds if DECIMAL not in each]
        if len(others) < len(kinds) and not {"number", "string"} & {*others}:
            return json.dumps(str(value))
        if math.isinf(float(value)):
            raise Mismatch(f"{abbreviate(value)} is too large for a float; use int or Decimal")
        return str(value)

    def _write_array(self, value: list[Any], schema: Schema) -> str:
        places: list[Schema] = schema.get("prefixItems", [])
        rest = _as_schema(schema.get("items"))
        written: list[str] = []
        for index, item in enumerate(value):
            try:
                written.append(self._write(item, places[index] if index < len(places) else rest))
            except Mismatch as mismatch:
                mismatch.steps.append(index)
                raise
        return f"[{','.join(written)}]"

    def _write_object(self, value: dict[str, Any], schema: Schema) -> str:
        known: Mapping[str, Schema] = schema.get("properties", {})
        rest = next(iter(schema.get("patternProperties", {}).values()), None)
        rest = _as_schema(schema.get("additionalProperties") if rest is None else rest)
        if self.refuses_unknown and not _is_open(schema):
            _refuse_unknown(value, schema)
        written: list[str] = []
        read_key = _find_reader(schema)
        keys: dict[Any, str] = {}
        for name, item in value.items():
            part = known.get(name, rest)
            if item is None and WIDENED in part:
                continue
            _STR.read(name)
            try:
                _check_key(name, schema)
                if read_key is not None:
                    _refuse_same_key(keys, name, read_key)
                written.append(f"{json.dumps(name)}:{self._write(item, part)}")
            except Mismatch as mismatch:
                mismatch.steps.append(name)
                raise
        return f"{{{','.join(written)}}}"

    def _choose(self, value: Any, schema: Schema) -> Schema:
        """Return the member of a union that a value fits; any schema if none is sure to."""
        members = [self._resolve(each) for each in self._iter_members(schema)]
        if len(members) == 1:
            return members[0]
        objects = [each for each in members if each.get("type") == "object"]
        if fitting := [each for each in members if self._fits(value, each)]:
            if self.refuses_unknown and is_object(value):
                self._refuse_rivals(value, fitting[0], objects)
            return fitting[0]
        tagged = [each for each in members if self._has_tags(value, each)]
        if len(tagged) == 1:
            return tagged[0]
        if self.refuses_unknown and is_object(value) and objects:
            unknown = [[*_iter_unknown(value, each)] for each in objects]
            if all(unknown):
                raise Mismatch(f"no class of the union has the field {abbreviate(unknown[0][0])}")
        return _ANY

    def _refuse_rivals(self, value: dict[str, Any], chosen: Schema, members: list[Schema]) -> None:
        """Refuse an object that pydantic may read as a class which does not have all its names.

        pydantic prefers the class that has more of the names.
        """
        most = len(value.keys() & chosen.get("properties", {}).keys())
        for rival in members:
            unknown = [*_iter_unknown(value, rival)]
            known = {name: item for name, item in value.items() if name not in unknown}
            if unknown and len(known) >= most and self._fits(known, rival):
                raise Mismatch(
                    f"the field {abbreviate(unknown[0])} does not say which class of the union "
                    "it belongs to"
                )

    def _fits(self, value: Any, schema: Schema) -> bool:
        """Return whether a value has the form of a schema: its kinds, names and constants."""
        schema = self._resolve(schema)
        if members := [each for key in _UNIONS for each in schema.get(key, ())]:
            return any(self._fits(value, each) for each in members)
        if "enum" in schema or "const" in schema:
            allowed = schema.get("enum", [schema.get("const")])
            return build_key(value) in map(build_key, allowed)
        kind = schema.get("type")
        if kind is not None and kind != (actual := name_kind(value)):
            return kind == "number" and actual == "integer"
        if is_object(value):
            known: Mapping[str, Schema] = schema.get("properties", {})
            return (
                not any(_iter_unknown(value, schema))
                and all(name in value for name in schema.get("required", ()))
                and all(self._fits(value[name], known[name]) for name in value if name in known)
            )
        if is_array(value):
            places = [*schema.get("prefixItems", ())]
            places += [_as_schema(schema.get("items"))] * (len(value) - len(places))
            return all(map(self._fits, value, places))
        return True

    def _has_tags(self, value: Any, schema: Schema) -> bool:
        """Return whether an object has the constants that a class requires, one at least."""
        known: Mapping[str, Schema] = schema.get("properties", {})
        tags = {name: each for name, each in known.items() if each.keys() & {"const", "enum"}}
        return (
            is_object(value)
            and bool(tags)
            and all(name in value and self._fits(value[name], tag) for name, tag in tags.items())
        )

    def _iter_members(self, schema: Schema) -> Iterator[Schema]:
        """Iterate over the members of a union, of nested ones too; otherwise the schema itself."""
        members = [each for key in _UNIONS for each in schema.get(key, ())]
        if not members:
            yield schema
        for each in members:
            yield from self._iter_members(self._resolve(each))

    def _resolve(self, schema: Any) -> Schema:
        """Return the target of a reference.

        A boolean in the place of a schema says nothing here: pydantic checks the value.
        """
        while True:
            if not is_object(schema):
                return _ANY
            if reference := schema.get("$ref"):
                schema = self.schema["$defs"][get_definition_name(reference)]
            else:
                return schema


def _as_schema(schema: Any) -> Schema:
    return schema if is_object(schema) else _ANY


def _is_open(schema: Schema) -> bool:
    return "properties" not in schema or EXTRA in schema or NAMES not in schema


def _iter_unknown(value: dict[str, Any], schema: Schema) -> Iterator[str]:
    """Iterate over the names in an object that its class does not have."""
    if not _is_open(schema):
        names = {*schema[NAMES]}
        yield from (name for name in value if name not in names)


def _refuse_unknown(value: dict[str, Any], schema: Schema) -> None:
    for name in _iter_unknown(value, schema):
        known = ", ".join(schema["properties"]) or "no field"
        mismatch = Mismatch(f"there is no field {abbreviate(name)}; there is {known}")
        mismatch.steps.append(name)
        raise mismatch


def _check_key(name: str, schema: Schema) -> None:
    """Refuse another name of a key than its own: pydantic reads 01 as 1, and yes as true."""
    names: Sequence[str] = schema.get("propertyNames", _ANY).get("enum", ())
    if names and name not in names:
        raise Mismatch(f"expected one of {', '.join(names)} as the key, got {abbreviate(name)}")
    if INTEGER_NAMES in schema.get("patternProperties", _ANY) and not _INTEGER.fullmatch(name):
        raise Mismatch(f"expected an integer as the key, got {abbreviate(name)}")


_INTEGER = re.compile(INTEGER_NAMES)
_STR = StrShape()


def _find_reader(schema: Schema) -> Callable[[str], Any] | None:
    """Return what reads names as pydantic's keys, or None if each name is a key of its own."""
    keys: Schema = schema.get("propertyNames", _ANY)
    if DECIMAL in keys:
        return Decimal
    if keys.get("type") == "number":
        return float
    kind: str = keys.get("format") or keys.get("description", "")
    return _READERS.get(kind)


def _refuse_same_key(keys: dict[Any, str], name: str, read: Callable[[str], Any]) -> None:
    """Refuse another name of a key: pydantic would keep the last one."""
    try:
        key = read(name)
    except (ValueError, ArithmeticError):  # pydantic refuses the name
        return
    if (known := keys.setdefault(key, name)) != name:
        raise Mismatch(f"{abbreviate(known)} and {abbreviate(name)} are one key")


_READERS: Mapping[str, Callable[[str], Any]] = {
    "ipv6": IPv6Address,
    **{shape.name: shape.from_text for shape in chain(BY_TYPE.values(), *ZONE_VARIANTS.values())},
}
"""What reads names, by the format of the schema or its description."""
