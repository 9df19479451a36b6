"""Build vLLM's web applications without an engine, and find the routers that none of them includes.

This module runs in the interpreter that has vLLM. One application has every task and every flag
that adds a route. vLLM chooses some routers by the pooling task of the model, so there is a further
application for each pooling task. The caller sets the environment variables that reveal more
routes, before vLLM is imported.
"""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import json
import pkgutil
import tempfile
import types
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from .conditions import describe_condition
from .locations import ENTRYPOINTS, find

FLAGS: tuple[tuple[str, ...], ...] = (
    ("--enable-lora",),
    ("--enable-scale-out",),
    ("--enable-tokenizer-info-endpoint",),
    ("--enable-server-load-tracking",),
    ("--enable-request-id-headers",),
    ("--enable-fault-tolerance",),
    (
        "--profiler-config",
        json.dumps({"profiler": "torch", "torch_profiler_dir": tempfile.gettempdir()}),
    ),
)
# Tasks that no application of the export has, each with the reason.
LEFT_OUT_TASKS: Mapping[str, str] = {
    "plugin": "a plugin brings its own routes",
    "embed&token_classify": "its routes are those of its two halves",
}
# An embedding model makes the pooling and the scoring routes appear together.
MAIN_POOLING_TASK = "embed"


def list_tasks() -> tuple[str, ...]:
    """Return every task that vLLM can serve and that an application of the export has."""
    return tuple(
        task for task in _flatten_literal(find("SupportedTask")) if task not in LEFT_OUT_TASKS
    )


def list_pooling_tasks() -> tuple[str, ...]:
    """Return the pooling tasks of a model that may change which routers vLLM includes."""
    tasks = _flatten_literal(find("PoolingTask"))
    return tuple(task for task in tasks if task not in {*LEFT_OUT_TASKS, MAIN_POOLING_TASK})


def build(pooling_task: str = MAIN_POOLING_TASK) -> tuple[FastAPI, list[str]]:
    """Build the application of a server with every task and flag, whose model has a pooling task.

    Returns:
        The application, and the flags that this vLLM does not know.
    """
    parser = find("make_arg_parser")(find("FlexibleArgumentParser")())
    arguments, unknown = parser.parse_known_args([word for flag in FLAGS for word in flag])
    model = SimpleNamespace(
        get_pooling_task=lambda _tasks: pooling_task,
        hf_config=SimpleNamespace(num_labels=1),
        is_cross_encoder=False,
        score_type="bi-encoder",
    )
    with warnings.catch_warnings():
        # The second application registers the routes of some modules again.
        warnings.simplefilter("ignore")
        application: FastAPI = find("build_app")(arguments, list_tasks(), model)
    return application, [flag for flag in unknown if flag.startswith("--")]


def collect_routes(application: FastAPI) -> dict[str, APIRoute]:
    """Return the documented routes of an application, by `"POST /v1/models"`."""
    return {
        f"{method} {route.path_format}": route
        for route in reversed(application.routes)  # of two equal routes, the first answers
        if isinstance(route, APIRoute) and route.include_in_schema
        for method in route.methods or ()
    }


def find_variants(main: FastAPI, other: FastAPI) -> dict[str, APIRoute]:
    """Return the routes of `other` that `main` lacks or answers with another function."""
    known, found = collect_routes(main), collect_routes(other)
    return {
        route: handler
        for route, handler in found.items()
        if route not in known or not _is_same(handler, known[route])
    }


def _is_same(left: APIRoute, right: APIRoute) -> bool:
    """Return whether two routes have the same handler; compare names, since some are made anew."""
    one, two = (inspect.unwrap(route.endpoint) for route in (left, right))
    return (one.__module__, one.__qualname__) == (two.__module__, two.__qualname__)


def find_unreached_routers(applications: Iterable[FastAPI]) -> tuple[list[str], list[str]]:
    """Describe the routes of vLLM's routers that no application includes.

    Returns:
        A line for each router, with its routes and the condition under which vLLM includes it; and
        a line for each module that could not be imported.
    """
    handlers = {
        (route, handler.endpoint.__module__)
        for application in applications
        for route, handler in _iter_routes(application.routes)
    }
    found, failed = [], []
    for module, problem in _import_modules():
        if problem:
            failed.append(problem)
            continue
        for name, router in vars(module).items():
            if not isinstance(router, APIRouter) or not _is_home(module, router):
                continue
            missing = sorted(
                route
                for route, handler in _iter_routes(router.routes)
                if (route, handler.endpoint.__module__) not in handlers
            )
            if missing:
                found.append(
                    f"{module.__name__}.{name} ({', '.join(missing)}): "
                    f"{describe_condition(_parse_sources(), module.__name__, name)}"
                )
    return sorted(set(found)), failed


def _iter_routes(routes: Sequence[Any]) -> Iterator[tuple[str, APIRoute]]:
    for route in routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                yield f"{method} {route.path_format}", route


def _import_modules() -> Iterator[tuple[types.ModuleType, str]]:
    """Import every module of vLLM that may define a router."""
    package = importlib.import_module(ENTRYPOINTS)
    for info in pkgutil.walk_packages(package.__path__, f"{ENTRYPOINTS}.", onerror=lambda _: None):
        spec = info.module_finder.find_spec(info.name, None)
        origin = spec.origin if spec else None
        if origin is None or "APIRouter(" not in Path(origin).read_text("utf-8"):
            continue
        try:
            yield importlib.import_module(info.name), ""
        except Exception as error:  # noqa: BLE001 - a module may miss an optional package
            yield package, f"{info.name} cannot be imported ({error}): its routes are not known"


def _is_home(module: types.ModuleType, router: APIRouter) -> bool:
    """Tell whether a router is defined in a module, not only imported there."""
    modules = {handler.endpoint.__module__ for _, handler in _iter_routes(router.routes)}
    return not modules or module.__name__ in modules


@functools.cache
def _parse_sources() -> dict[str, ast.Module]:
    """Parse every module of vLLM's entry points."""
    root = Path(str(importlib.import_module(ENTRYPOINTS).__file__)).parent
    return {
        ".".join([ENTRYPOINTS, *path.relative_to(root).with_suffix("").parts]): ast.parse(
            path.read_text("utf-8")
        )
        for path in sorted(root.rglob("*.py"))
    }


def _flatten_literal(literal: Any) -> tuple[str, ...]:
    """Flatten a `Literal`, or a `Literal` of `Literal`s, into its texts."""
    found: list[str] = []
    for value in get_args(literal):
        found.extend([value] if isinstance(value, str) else _flatten_literal(value))
    return tuple(found)
