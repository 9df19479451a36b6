"""Where vLLM keeps what the export needs: it moves modules from version to version."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

from .document import PipelineError

ENTRYPOINTS = "vllm.entrypoints"

# The newest place first.
PLACES: Mapping[str, tuple[str, ...]] = {
    "build_app": (
        "vllm.entrypoints.launchers.app",  # since 0.29
        "vllm.entrypoints.openai.api_server",
    ),
    "make_arg_parser": (
        "vllm.entrypoints.common.cli_args",  # since 0.33
        "vllm.entrypoints.launchers.cli_args",  # since 0.29
        "vllm.entrypoints.openai.cli_args",
    ),
    "FlexibleArgumentParser": ("vllm.utils.argparse_utils",),
    "SupportedTask": ("vllm.tasks",),
    "PoolingTask": ("vllm.tasks",),
}
# The same for whole modules that hold models: `answers.py` names the newest place.
MOVED_MODULES: Mapping[str, tuple[str, ...]] = {
    "serve.engine.protocol": ("openai.engine.protocol",),  # before 0.29
}


def find(name: str) -> Any:
    """Return what vLLM calls `name`, from the first of its places that has it.

    Raises:
        PipelineError: No place has it; the message names the list to extend.
    """
    for module in PLACES[name]:
        if (found := _get(module, name)) is not None:
            return found
    raise PipelineError(
        f"vLLM moved {name}: it is in none of {', '.join(PLACES[name])}. Search vLLM's source for "
        "it and add its new module in front of PLACES in openapi/pipeline/locations.py"
    )


def load_model(name: str) -> Any:
    """Return the model that `answers.py` calls `module:Class`.

    Raises:
        PipelineError: It is neither there nor where an older vLLM has it.
    """
    module, _, attribute = name.rpartition(":")
    for place in (module, *MOVED_MODULES.get(module, ())):
        if (found := _get(f"{ENTRYPOINTS}.{place}", attribute)) is not None:
            return found
    raise PipelineError(
        f"vLLM renamed or moved the model {attribute}: {ENTRYPOINTS}.{module} does not have it. "
        "Search vLLM's source for it and correct openapi/pipeline/answers.py (or MOVED_MODULES in "
        "openapi/pipeline/locations.py if the whole module moved)"
    )


def _get(module: str, name: str) -> Any:
    """Return what a module calls `name`, or None if there is no such module or name.

    Raises:
        ModuleNotFoundError: The module is there, and a package that it needs is not.
    """
    try:
        return getattr(importlib.import_module(module), name, None)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{module}.".startswith(f"{error.name}."):
            raise
    return None
