"""What changed between two specs, told to the person who upgrades vLLM."""

from __future__ import annotations

import json
import shutil
import subprocess
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .document import Document, Json, components, operations, reachable
from .join import join
from .normalise import drop_defaults, normalise

_WIDTH = 100


@dataclass(frozen=True)
class Spec:
    """A spec with its response models, and what it was made with."""

    document: Document
    versions: Document

    def readable(self) -> Document:
        """Give the spec with the bindings' names; defaults stay, a changed one is news."""
        return normalise(self.document, without=[drop_defaults])


def committed(root: Path, commit: str) -> Spec | None:
    """Read the spec of a commit, or None where there is no such thing."""
    parts = [_show(root, commit, name) for name in ("served", "responses", "versions")]
    served, responses, versions = parts
    if served is None or responses is None or versions is None:
        return None
    return Spec(join(served, responses), versions)


def render(before: Spec, now: Spec) -> str:
    """Write the report."""
    old, new = before.readable(), now.readable()
    sections = [
        ("Routes", list(_routes(old, new))),
        ("Requests", list(_classes(old, new, _requests(old) | _requests(new)))),
        ("Replies", list(_classes(old, new, _replies(old, new)))),
        ("New classes", _wrapped(components(new).keys() - components(old).keys())),
        ("Removed classes", _wrapped(components(old).keys() - components(new).keys())),
    ]
    told = [
        f"{title}\n" + "\n".join(f"  {line}" for line in lines)
        for title, lines in sections
        if lines
    ]
    return "\n\n".join([_headline(before.versions, now.versions), *(told or ["No difference."])])


def type_name(schema: Json) -> str:
    """Write a schema as a reader of Python would: `list[int] | None`."""
    if not isinstance(schema, dict) or not schema:
        return "any"
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    for key, sign in (("anyOf", " | "), ("oneOf", " | "), ("allOf", " & ")):
        if key in schema:
            return sign.join(map(type_name, schema[key]))
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return " | ".join(map(json.dumps, values)) or _plain_type(schema)


def _plain_type(schema: Document) -> str:
    kind = schema.get("type", "any")
    if kind == "array":
        return f"list[{type_name(schema.get('items'))}]"
    if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"dict[str, {type_name(schema['additionalProperties'])}]"
    return _PLAIN.get(kind, str(kind)) + _bounds(schema)


_PLAIN = {
    "array": "list",
    "boolean": "bool",
    "integer": "int",
    "null": "None",
    "number": "float",
    "object": "dict",
    "string": "str",
}
_BOUNDS = {
    "minimum": ">=",
    "exclusiveMinimum": ">",
    "maximum": "<=",
    "exclusiveMaximum": "<",
    "minLength": "length >=",
    "maxLength": "length <=",
}


def _bounds(schema: Document) -> str:
    found = [f"{sign} {schema[key]:g}" for key, sign in _BOUNDS.items() if key in schema]
    return f" ({', '.join(found)})" if found else ""


def _show(root: Path, commit: str, name: str) -> Document | None:
    git = shutil.which("git")
    if git is None:
        return None
    done = subprocess.run(  # noqa: S603 - the commit is the caller's
        [git, "show", f"{commit}:openapi/{name}.json"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return None
    document: Document = json.loads(done.stdout)
    return document


def _headline(before: Document, now: Document) -> str:
    old, new = before["served"], now["served"]
    others = [
        f"{name} {old[name]} -> {new[name]}"
        for name in sorted(old.keys() & new.keys() - {"vllm"})
        if old[name] != new[name]
    ]
    line = f"vLLM {old['vllm']} -> {new['vllm']}"
    return f"{line} ({', '.join(others)})" if others else line


def _routes(old: Document, new: Document) -> Iterator[str]:
    before, now = dict(operations(old)), dict(operations(new))
    for route in sorted(before.keys() | now.keys(), key=lambda route: route.split()[::-1]):
        if route not in before:
            yield f"+ {route}  (api.{_place(now[route])})"
        elif route not in now:
            yield f"- {route}  (api.{_place(before[route])})"
        else:
            changes = list(_differences(_facts(before[route]), _facts(now[route])))
            if _place(before[route]) != _place(now[route]):
                changes.append(f"~ moved: api.{_place(before[route])} -> api.{_place(now[route])}")
            if changes:
                yield route
                yield from (f"  {change}" for change in changes)


def _place(operation: Document) -> str:
    return f"{operation['tags'][0]}.{operation['operationId']}"


def _facts(operation: Document) -> dict[str, str]:
    """Say in one line each what an operation takes and answers."""
    facts = {
        f"parameter {parameter['name']}": _field(parameter.get("schema"), parameter.get("required"))
        for parameter in operation.get("parameters", [])
    }
    for kind, media in operation.get("requestBody", {}).get("content", {}).items():
        facts[f"body {kind}"] = type_name(media.get("schema"))
    for status, response in operation.get("responses", {}).items():
        for kind, media in response.get("content", {}).items():
            facts[f"{status} {kind}"] = type_name(media.get("schema"))
    return facts


def _classes(old: Document, new: Document, names: Iterable[str]) -> Iterator[str]:
    before, now = components(old), components(new)
    for name in sorted(set(names) & before.keys() & now.keys()):
        changes = list(_differences(_fields(before[name]), _fields(now[name])))
        if changes:
            yield name
            yield from (f"  {change}" for change in changes)


def _fields(schema: Document) -> dict[str, str]:
    if "properties" not in schema:
        return {"is": type_name(schema)}
    required = schema.get("required", [])
    return {name: _field(field, name in required) for name, field in schema["properties"].items()}


def _field(schema: Json, required: object) -> str:
    text = type_name(schema)
    if required:
        text += ", required"
    if isinstance(schema, dict) and schema.get("default") is not None:
        text += f", default {json.dumps(schema['default'])}"
    return text


def _differences(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(before.keys() | now.keys()):
        if name not in before:
            yield f"+ {name}: {now[name]}"
        elif name not in now:
            yield f"- {name}: {before[name]}"
        elif before[name] != now[name]:
            yield f"~ {name}: {_change(before[name], now[name])}"


def _change(before: str, now: str) -> str:
    """Say what a type was and is; of a long union, only what came and what went."""
    whole = f"{before} -> {now}"
    old_type, _, old_rest = before.partition(", ")
    new_type, _, new_rest = now.partition(", ")
    if len(whole) <= _WIDTH or "[" in whole or old_rest != new_rest:
        return whole
    old, new = old_type.split(" | "), new_type.split(" | ")
    came = ["+ " + part for part in new if part not in old]
    went = ["- " + part for part in old if part not in new]
    return ", ".join([*came, *went]) or "in another order"


def _requests(document: Document) -> set[str]:
    return _used(document, lambda operation: operation.get("requestBody"))


def _replies(old: Document, new: Document) -> set[str]:
    """Name the classes of replies, but those of requests, which have a section of their own."""
    both = [
        _used(document, lambda operation: operation.get("responses")) for document in (old, new)
    ]
    return (both[0] | both[1]) - _requests(old) - _requests(new)


def _used(document: Document, part: Callable[[Document], Json]) -> set[str]:
    parts = [part(operation) for _, operation in operations(document)]
    return reachable(parts, components(document))


def _wrapped(names: Iterable[str]) -> list[str]:
    return textwrap.wrap(", ".join(sorted(names)), _WIDTH, break_long_words=False)
