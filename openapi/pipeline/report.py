"""Report the changes between two specs to the person who upgrades vLLM."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import textwrap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .document import Document, Json, find_reachable, get_components, iter_operations
from .join import HANDLERS
from .names import Names
from .normalise import Rule, drop_defaults, normalise
from .pairing import pair_documents
from .source import SERVER, Spec

_WIDTH = 100


@dataclass(frozen=True)
class Section:
    """One kind of change: a title, and lines that are indented below their subject."""

    title: str
    lines: tuple[str, ...]


def read_committed(root: Path, commit: str) -> Spec | None:
    """Return the spec of a commit, or None if the commit has none."""
    parts = [_show(root, commit, name) for name in ("served", "exported", "versions", "names")]
    served, exported, versions, names = parts
    if served is None or exported is None or versions is None or names is None:
        return None
    return Spec(served, exported, versions, Names.from_document(names))


def render(before: Spec, now: Spec) -> str:
    """Return the report on the changes from one spec to another."""
    sections = compare(before.build_document(), now.build_document())
    told = [
        f"{section.title}\n" + "\n".join(f"  {line}" for line in section.lines)
        for section in sections
    ]
    return "\n\n".join(
        [_write_headline(before.versions, now.versions), *(told or ["No difference."])]
    )


def compare(
    before: Document, now: Document, *, without: Collection[Rule] = (drop_defaults,)
) -> list[Section]:
    """Return the changes between two specs that have the bindings' names.

    Args:
        before: The older spec.
        now: The newer spec.
        without: Rules to leave out. By default the defaults stay in both: the bindings never send
            them, but a changed default is reported.
    """
    return compare_readable(*(normalise(each, without=without) for each in (before, now)))


def compare_readable(old: Document, new: Document) -> list[Section]:
    """Return the changes between two normalised specs."""
    moved = _find_renamed_classes(old, new)
    appeared = get_components(new).keys() - get_components(old).keys() - set(moved.values())
    gone = get_components(old).keys() - get_components(new).keys() - moved.keys()
    sections = [
        ("Routes", _compare_routes(old, new)),
        ("Requests", _compare_classes(old, new, _find_requests(old) | _find_requests(new), moved)),
        ("Replies", _compare_classes(old, new, _find_replies(old, new), moved)),
        ("Renamed classes", [f"{was} -> {name}" for was, name in sorted(moved.items())]),
        ("New classes", _wrap(appeared)),
        ("Removed classes", _wrap(gone)),
        (
            "Handlers whose answers are written by hand and whose code changed",
            _compare_handlers(old, new),
        ),
    ]
    found = [Section(title, tuple(lines)) for title, lines in sections]
    return [section for section in found if section.lines]


def write_type(schema: Json) -> str:
    """Return a schema as a Python type: `list[int] | None`."""
    if not isinstance(schema, dict) or not schema:
        return "any"
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    for key, sign in (("anyOf", " | "), ("oneOf", " | "), ("allOf", " & ")):
        if key in schema:
            return sign.join(map(write_type, schema[key]))
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return " | ".join(map(json.dumps, values)) or _write_plain_type(schema)


def _write_plain_type(schema: Document) -> str:
    kind = schema.get("type", "any")
    if kind == "array":
        return f"list[{write_type(schema.get('items'))}]" + _write_bounds(schema)
    if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"dict[str, {write_type(schema['additionalProperties'])}]"
    return _PLAIN.get(kind, str(kind)) + _write_bounds(schema)


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
    "multipleOf": "multiple of",
    "minimum": ">=",
    "exclusiveMinimum": ">",
    "maximum": "<=",
    "exclusiveMaximum": "<",
    "minLength": "length >=",
    "maxLength": "length <=",
    "minItems": "items >=",
    "maxItems": "items <=",
}


def _write_bounds(schema: Document) -> str:
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


def _write_headline(before: Document, now: Document) -> str:
    old, new = before["served"], now["served"]
    others = [
        f"{name} {old[name]} -> {new[name]}"
        for name in sorted(old.keys() & new.keys() - {"vllm"})
        if old[name] != new[name]
    ]
    line = f"vLLM {old['vllm']} -> {new['vllm']}"
    if now["origin"] == SERVER:
        line += f" (a server; answers from the export of vLLM {now['exported']['vllm']})"
    return f"{line} ({', '.join(others)})" if others else line


def _compare_routes(old: Document, new: Document) -> Iterator[str]:
    before, now = dict(iter_operations(old)), dict(iter_operations(new))
    for route in sorted(before.keys() | now.keys(), key=lambda route: route.split()[::-1]):
        if route not in before:
            yield f"+ {route}  (api.{_get_place(now[route])})"
        elif route not in now:
            yield f"- {route}  (api.{_get_place(before[route])})"
        else:
            changes = list(
                _list_differences(
                    _describe_operation(before[route]), _describe_operation(now[route])
                )
            )
            if _get_place(before[route]) != _get_place(now[route]):
                changes.append(
                    f"~ moved: api.{_get_place(before[route])} -> api.{_get_place(now[route])}"
                )
            if changes:
                yield route
                yield from (f"  {change}" for change in changes)


def _get_place(operation: Document) -> str:
    return f"{operation['tags'][0]}.{operation['operationId']}"


def _describe_operation(operation: Document) -> dict[str, str]:
    """Return a line for each part of an operation's request and response."""
    described = " ".join(str(operation.get("description", "")).split())
    facts = {"docstring": described} if described else {}
    facts |= {
        f"parameter {parameter['name']}": _describe_field(
            parameter.get("schema"), parameter.get("required")
        )
        for parameter in operation.get("parameters", [])
    }
    for kind, media in operation.get("requestBody", {}).get("content", {}).items():
        facts[f"body {kind}"] = write_type(media.get("schema"))
    for status, response in operation.get("responses", {}).items():
        for kind, media in response.get("content", {}).items():
            facts[f"{status} {kind}"] = write_type(media.get("schema"))
    return facts


def _compare_classes(
    old: Document, new: Document, names: Iterable[str], moved: Mapping[str, str]
) -> Iterator[str]:
    before, now = get_components(old), get_components(new)
    pairs = {name: name for name in before.keys() & now.keys()} | dict(moved)
    wanted = set(names)
    for was, name in sorted(pairs.items()):
        if was not in wanted and name not in wanted:
            continue
        changes = list(
            _list_differences(_describe_fields(before[was]), _describe_fields(now[name]))
        )
        if changes:
            yield name if was == name else f"{was} -> {name}"
            yield from (f"  {change}" for change in changes)


def _find_renamed_classes(old: Document, new: Document) -> dict[str, str]:
    """Find the classes that replace an equal class of another name."""
    known = dict(iter_operations(new))
    pairing = pair_documents(
        old, new, {route: route for route, _ in iter_operations(old) if route in known}
    )
    gone = get_components(old).keys() - get_components(new).keys()
    came = get_components(new).keys() - get_components(old).keys()
    pairs = [pair for pair in pairing.roles if pair[0] in gone and pair[1] in came]
    like = {
        pair
        for pair in pairs
        if _describe_fields(get_components(old)[pair[0]]).keys()
        == _describe_fields(get_components(new)[pair[1]]).keys()
    }
    moved: dict[str, str] = {}
    for was, name in sorted(like):
        if name not in moved.values():
            moved.setdefault(was, name)
    return moved


def _compare_handlers(old: Document, new: Document) -> list[str]:
    before, now = old.get(HANDLERS, {}), new.get(HANDLERS, {})
    return [
        f"{route}: compare openapi/pipeline/bodies.py with it"
        for route in sorted(before.keys() & now.keys())
        if before[route] != now[route]
    ]


def _describe_fields(schema: Document) -> dict[str, str]:
    if "properties" not in schema:
        return {"is": write_type(schema)}
    required = schema.get("required", [])
    return {
        name: _describe_field(field, name in required)
        for name, field in schema["properties"].items()
    }


def _describe_field(schema: Json, required: object) -> str:
    text = write_type(schema)
    if required:
        text += ", required"
    if isinstance(schema, dict) and schema.get("default") is not None:
        text += f", default {json.dumps(schema['default'])}"
    return text


def _list_differences(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(before.keys() | now.keys()):
        if name not in before:
            yield f"+ {name}: {now[name]}"
        elif name not in now:
            yield f"- {name}: {before[name]}"
        elif before[name] != now[name]:
            yield f"~ {name}: {_describe_change(before[name], now[name])}"


def _describe_change(before: str, now: str) -> str:
    """Describe the change of a text or a type; of a long one, only what was added and removed."""
    whole = f"{before} -> {now}"
    if len(whole) > _WIDTH and " | " not in whole and "[" not in whole:
        return _describe_changed_words(before.split(), now.split())
    old_type, _, old_rest = before.partition(", ")
    new_type, _, new_rest = now.partition(", ")
    if len(whole) <= _WIDTH or "[" in whole or old_rest != new_rest:
        return whole
    old, new = old_type.split(" | "), new_type.split(" | ")
    came = ["+ " + part for part in new if part not in old]
    went = ["- " + part for part in old if part not in new]
    return ", ".join([*came, *went]) or "in another order"


def _describe_changed_words(before: list[str], now: list[str]) -> str:
    """Quote the parts of two long texts after the words that they share."""
    both = zip(before, now, strict=False)
    shared = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], both))
    was, is_ = (
        textwrap.shorten(" ".join(words[shared:]) or "(ends)", _WIDTH // 2, placeholder=" …")
        for words in (before, now)
    )
    return f"… {was} -> … {is_}" if shared else f"{was} -> {is_}"


def _find_requests(document: Document) -> set[str]:
    return _find_used(document, lambda operation: operation.get("requestBody"))


def _find_replies(old: Document, new: Document) -> set[str]:
    """Return the classes of responses except those of requests, which have their own section."""
    both = [
        _find_used(document, lambda operation: operation.get("responses"))
        for document in (old, new)
    ]
    return (both[0] | both[1]) - _find_requests(old) - _find_requests(new)


def _find_used(document: Document, part: Callable[[Document], Json]) -> set[str]:
    parts = [part(operation) for _, operation in iter_operations(document)]
    return find_reachable(parts, get_components(document))


def _wrap(names: Iterable[str]) -> list[str]:
    return textwrap.wrap(", ".join(sorted(names)), _WIDTH, break_long_words=False)
