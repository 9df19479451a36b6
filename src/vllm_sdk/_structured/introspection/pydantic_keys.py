"""The names that stand for the keys of pydantic's dicts.

pydantic reads a name in strict mode as some keys that are not texts, and says nothing about them in
its schema: 1 as a member of an `IntEnum`, true as a `bool`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

from vllm_sdk._structured.shapes.base import ARRAY, BOOLEAN, NULL, OBJECT, STRING
from vllm_sdk._structured.shapes.containers import INTEGER_NAMES
from vllm_sdk.types import Schema


class UnsupportedKeys(Exception):
    """Keys that pydantic reads from no name."""


def constrain_names(
    found: Schema, core: Any, keys: Schema, follow: Callable[..., Schema]
) -> Schema:
    """Return the schema of a dict with the names of its keys.

    Args:
        found: pydantic's JSON Schema of the dict.
        core: pydantic's core schema of the keys.
        keys: the JSON Schema of the keys.
        follow: return the definition that a schema refers to, or the schema itself.

    Raises:
        UnsupportedKeys: pydantic reads no name as one of the keys.
    """
    if core["type"] == "int":
        given = found.pop("additionalProperties", {})
        values: Schema | bool = {} if given is True else given
        return found | {"patternProperties": {INTEGER_NAMES: values}}
    if (members := _list_members(keys, follow)) is not None:
        _refuse_unread(core, members)
        return found | {"propertyNames": {"enum": list(members)}}
    kind = follow(keys).get("type")
    if kind in {NULL, ARRAY, OBJECT}:
        raise UnsupportedKeys(
            f"pydantic reads no name as a key that is of the kind {kind!r}: {_HINT}"
        )
    is_said = kind in {None, STRING} or "patternProperties" in found
    return found if is_said else found | {"propertyNames": keys}


def _list_members(keys: Schema, follow: Callable[..., Schema]) -> dict[str, Any] | None:
    """Return the keys by their names if all are listed, in unions too, otherwise None."""
    keys = follow(keys)
    if "const" in keys or "enum" in keys:
        return {_name(each): each for each in keys.get("enum", [keys.get("const")])}
    if keys.get("type") == BOOLEAN:
        return {_name(each): each for each in (True, False)}
    members: dict[str, Any] = {}
    for each in keys.get("anyOf", [_ANY]):
        part = None if each is _ANY else _list_members(each, follow)
        if part is None:
            return None
        members |= part
    return members


def _name(key: Any) -> str:
    return key if isinstance(key, str) else json.dumps(key)


def _refuse_unread(core: Any, members: dict[str, Any]) -> None:
    pydantic_core: Any = import_module("pydantic_core")
    try:
        validator = pydantic_core.SchemaValidator(pydantic_core.core_schema.dict_schema(core))
    except pydantic_core.SchemaError:  # an alias, which is defined elsewhere
        return
    for name, member in members.items():
        try:
            validator.validate_json(json.dumps({name: None}), strict=True)
            is_read = member is not None  # pydantic before 2.12 reads any name as None
        except pydantic_core.ValidationError:
            is_read = False
        if not is_read:
            raise UnsupportedKeys(f"pydantic reads no name as the key {member!r}: {_HINT}")


_ANY: Schema = {}
_HINT = "write an IntEnum, texts as the values, or a list of pairs"
