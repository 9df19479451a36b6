"""Find what the export needs in vLLM, which moves modules from version to version."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

from .document import PipelineError

ENTRYPOINTS = "vllm.entrypoints"

# The newest location first.
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
# The same for whole modules of models: `answers.py` names the newest location.
MOVED_MODULES: Mapping[str, tuple[str, ...]] = {
    "serve.engine.protocol": ("openai.engine.protocol",),  # before 0.29
}


def find(name: str) -> Any:
    """Return the object that vLLM calls `name`, from the first location that has it.

    Raises:
        PipelineError: No location has it; the message names the list to extend.
        ModuleNotFoundError: vLLM is not installed.
    """
    for module in PLACES[name]:
        if (found := _get(module, name)) is not None:
            return found
    importlib.import_module(ENTRYPOINTS.partition(".")[0])
    raise PipelineError(
        f"vLLM moved {name}: it is in none of {', '.join(PLACES[name])}. Search vLLM's source for "
        "it and add its new module in front of PLACES in openapi/pipeline/locations.py"
    )


def load_model(name: str) -> Any:
    """Return the model that `answers.py` calls `module:Class`.

    Raises:
        PipelineError: Neither this location nor those of older versions have it.
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
    """Return the object that a module calls `name`, or None if the module or the name is missing.

    Raises:
        ModuleNotFoundError: The module exists, and a package that it imports does not.
    """
    try:
        return getattr(importlib.import_module(module), name, None)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{module}.".startswith(f"{error.name}."):
            raise
    return None
