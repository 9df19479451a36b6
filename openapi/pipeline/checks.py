"""Name and refuse what the bindings cannot express, before the generator reads it."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from openapi_python_client import strings
from openapi_python_client.schema import OpenAPI
from pydantic import ValidationError

from .combinations import find_circles, find_target, is_class
from .constructs import UNIONS
from .document import (
    SCHEMAS,
    Document,
    Json,
    PipelineError,
    get_components,
    iter_operations,
)
from .places import Path, iter_places, name_place
from .routes import PLACEHOLDER

# The names that the generator accepts between the braces of a path.
_PATH_NAME = re.compile(r"[a-zA-Z_-][a-zA-Z0-9_-]*")
ADVICE = (
    "Mend the server's spec, or add a rule to openapi/pipeline/normalise.py; "
    "`git checkout openapi` goes back."
)
# Names that the generated methods of a class use themselves.
TAKEN = frozenset(
    {"additional_keys", "additional_properties", "additional_property", "cast", "cls", "d"}
    | {"field_dict", "from_dict", "isoparse", "prop", "prop_dict", "prop_name", "resolve"}
    | {"to_dict", "to_multipart"}
)


def expect_openapi(document: Document) -> None:
    """Refuse a document that the generator's own model of OpenAPI refuses.

    Args:
        document: A document whose constructs are spelt out.

    Raises:
        PipelineError: The message names the first invalid place and the error.
    """
    try:
        OpenAPI.model_validate(copy.deepcopy(document))
    except ValidationError as error:
        # Of the alternatives of a place, the one with the deepest error is the intended one.
        first = max(error.errors(), key=lambda each: len(_drop_class_names(each["loc"], document)))
        raise PipelineError(f"{_name_invalid(first['loc'], document)}: {first['msg']}") from None


def _drop_class_names(place: tuple[Any, ...], document: Document) -> Path:
    """Drop from a place the names of the generator's classes, which pydantic adds."""
    node: Json = document
    found: list[str | int] = []
    for index, step in enumerate(place):
        is_key = isinstance(node, dict) and step in node
        is_index = isinstance(node, list) and isinstance(step, int) and step < len(node)
        if is_key or is_index:
            node = node[step]
        elif index + 1 < len(place) or not isinstance(node, dict) or step in _CLASSES:
            continue
        found.append(step)
    return tuple(found)


_CLASSES = {"Schema", "Reference"}


def _name_invalid(place: tuple[Any, ...], document: Document) -> str:
    path = _drop_class_names(place, document)
    name = name_place(path, document)
    missing = str(path[-1]) if path else ""
    if not name:
        return ".".join(map(str, path))
    return name if missing in name else f"{name}, {missing}"


def list_circles(document: Document) -> list[str]:
    """Return a line for each component that is only an alias of itself."""
    circles = find_circles(get_components(document))
    return [f"schema {name}: is an alias of itself ($ref), so it has no type" for name in circles]


def list_problems(document: Document) -> list[str]:
    """Return a line for each schema and route for which the bindings would be wrong.

    Args:
        document: A document whose constructs are spelt out. The constructs that remain cannot be
            typed correctly.
    """
    found = [
        f"{name_place(path, document)}: {problem}"
        for path, schema in iter_places(document)
        for problem in _find_problems(schema, document)
    ]
    found += [
        line for route, _ in iter_operations(document) for line in _check_route(route, document)
    ]
    return list(dict.fromkeys(found))


def _find_problems(schema: Json, document: Document) -> Iterator[str]:
    schemas = get_components(document)
    if not isinstance(schema, dict):
        return
    if schema.get("not") == {}:
        yield "false as a schema allows no value at all, so there is no type for it"
        return
    pointer = schema.get("$ref")
    if isinstance(pointer, str):
        if not pointer.startswith(SCHEMAS):
            yield f"$ref {pointer} does not lead to {SCHEMAS}…, and is not looked up elsewhere"
        elif pointer.removeprefix(SCHEMAS) not in schemas:
            yield f"$ref {pointer} leads nowhere: the spec has no such schema"
        if schema.keys() & {*UNIONS, "allOf"}:
            yield "a $ref beside a union or allOf has no type in Python"
    for key in ("not", "if", "then", "else"):
        if key in schema:
            yield f"{key} without a type beside it leaves open which values there are"
            break
    if len(schema.keys() & {*UNIONS, "allOf"}) > 1:
        both = " and ".join(key for key in (*UNIONS, "allOf") if key in schema)
        yield f"{both} in one schema have no type in Python"
    yield from _find_unjoined(schema, schemas)
    yield from _find_clashing(schema.get("properties", {}))


def _find_clashing(fields: Document) -> Iterator[str]:
    """Find fields whose names in Python are equal, or are names that methods use."""
    names = {name: str(strings.PythonIdentifier(name, "field_")) for name in fields}
    counts = Counter(names.values())
    for name, short in names.items():
        if short in TAKEN:
            yield f"a field called {name} is not possible, the generated class uses {short} itself"
        elif counts[short] > 1:  # then the generator uses the name as it is written
            names[name] = str(strings.PythonIdentifier(name, "field_", skip_snake_case=True))
    counts = Counter(names.values())
    for short in (each for each, count in counts.items() if count > 1):
        alike = ", ".join(name for name, other in names.items() if other == short)
        yield f"the fields {alike} would all be called {short} in Python"


def _find_unjoined(schema: Document, schemas: dict[str, Document]) -> Iterator[str]:
    parts = schema.get("allOf")
    if not isinstance(parts, list) or find_target(schema) is not None:
        return
    objects = [part for part in parts if "$ref" in part]
    inline = [part for part in parts if "$ref" not in part]
    if len(inline) > 1 or any(not _is_object(part) for part in inline):
        yield "allOf joins parts that contradict each other or are no objects"
    for part in objects:
        name = find_target(part)
        while name in schemas and (further := find_target(schemas[name])) not in {None, name}:
            name = further
        if name in schemas and not is_class(schemas[name]):
            yield f"allOf joins {name}, which is no object with fields, with something else"


def _is_object(part: Document) -> bool:
    return part.get("type", "object") == "object" and not part.keys() & {*UNIONS, "enum", "const"}


def _check_route(route: str, document: Document) -> Iterator[str]:
    path = route.partition(" ")[2]
    operation = dict(iter_operations(document))[route]
    names = PLACEHOLDER.findall(path)
    for name in names:
        if not _PATH_NAME.fullmatch(name):
            yield f"{route}: the path parameter {{{name}}} is not a name of plain letters"
        elif names.count(name) > 1:
            yield f"{route}: the path has the parameter {{{name}}} twice"
    if re.search(r"[{}]", PLACEHOLDER.sub("", path)):
        yield f"{route}: a brace of the path has no counterpart"
    for parameter in operation.get("parameters", []):
        yield from _check_parameter(route, parameter, operation)
    for name, part in (("body", operation.get("requestBody", {})), *_iter_answers(operation)):
        if "$ref" in part:
            yield f"{route}, {name}: $ref {part['$ref']} leads nowhere"


def _check_parameter(route: str, parameter: Document, operation: Document) -> Iterator[str]:
    name = parameter.get("name", "?")
    used = {"cookies", "headers", "params", "quote"}
    if "requestBody" in operation:
        used.add("body")
    if "$ref" in parameter:
        yield f"{route}: the parameter $ref {parameter['$ref']} leads nowhere"
    elif str(strings.PythonIdentifier(name, "field_")) in used:
        yield f"{route}, parameter {name}: the generated function uses this name itself"
    elif parameter.get("in") == "path" and name not in PLACEHOLDER.findall(route):
        yield f"{route}, parameter {name}: declared to be in the path, which has no {{{name}}}"


def _iter_answers(operation: Document) -> Iterator[tuple[str, Document]]:
    for code, response in operation.get("responses", {}).items():
        yield f"answer {code}", response
