"""Download the packages that models are made from, apart from every environment."""

from __future__ import annotations

import sys
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.cache import create_log, read_tail
from vllm_sdk.testing.errors import LauncherError, SetupFailed
from vllm_sdk.testing.failures import CHECK_MODEL_NETWORK, suggest_next_step
from vllm_sdk.testing.gguf import BadGguf, read_architecture
from vllm_sdk.testing.steps import NO_COMPILE, PIP

EXACTLY = ("--no-deps", "--only-binary", ":all:", "--require-hashes")
"""pip's options for installing what a file pins, and nothing else."""


_CORRECT_PINS = "Check the package and its version in {pins}."


def install_packages(name: str, folder: Path, *, python: Path, held: int) -> None:
    """Install the pinned packages of a model into a folder, from the index that pip is set to.

    The packages have no compiled code, so any Python can install them for any other.

    Args:
        name: The model that is made from them.
        folder: The folder; it is made.
        python: The server's interpreter. Nothing is installed into its environment.
        held: The file descriptor of the lock, which pip's process inherits.

    Raises:
        SetupFailed: The packages could not be downloaded, or are not those that were pinned.
    """
    pins = get_pins(name)
    log = create_log(f"download-{name}")
    pip = _find_pip(python, folder.with_name("pip"))
    command = (pip, *PIP, "install", NO_COMPILE, *EXACTLY, "--target", folder, "-r", pins)
    if processes.run(command, log=log, env=processes.build_environment(), keep=[held]):
        output = log.read_text(encoding="utf-8", errors="replace")
        advice = suggest_next_step(output, check_network=CHECK_MODEL_NETWORK)
        wanted = ", ".join(list_packages(pins))
        sentences = f"The {name} model is made from {wanted}: the download failed. {advice}"
        raise SetupFailed(f"{sentences.rstrip()} The end of {log}:\n{read_tail(log)}")


def get_pins(name: str) -> Path:
    """Return the file that pins the packages of a model, with their digests."""
    return Path(__file__).with_name("pins") / "models" / f"{name}.txt"


def list_packages(pins: Path) -> list[str]:
    """Return the packages that a file pins, without their digests."""
    lines = pins.read_text("utf-8").splitlines()
    return [line.split()[0] for line in lines if line and not line.startswith("#")]


def find_source(name: str, packages: Path, pattern: str, architecture: str = "") -> Path:
    """Return the one file or folder of the packages that a model is made from.

    Args:
        name: The model.
        packages: The folder of the packages.
        pattern: The pattern that the path matches.
        architecture: The architecture that a GGUF must have; empty if the model is not a GGUF.

    Raises:
        SetupFailed: There is none, or more than one, or it is a GGUF of another kind.
    """
    found = sorted(packages.glob(pattern))
    if len(found) != 1:
        names = ", ".join(path.name for path in found) or "nothing"
        raise SetupFailed(
            f"The {name} model is made from one {pattern} of its package, which has {names} there. "
            f"{_CORRECT_PINS.format(pins=get_pins(name))}"
        )
    (source,) = found
    if architecture:
        _check_kind(name, source, architecture)
    return source


def _check_kind(name: str, source: Path, architecture: str) -> None:
    """Check that a GGUF file contains a model of an architecture."""
    try:
        kind = read_architecture(source)
    except BadGguf as error:
        reason = str(error)
    else:
        if kind == architecture:
            return
        reason = f"it contains a model of the kind {kind!r}, not {architecture!r}"
    raise SetupFailed(
        f"The {name} model cannot be made from {source.name}: {reason}. "
        f"{_CORRECT_PINS.format(pins=get_pins(name))}"
    )


def _find_pip(python: Path, folder: Path) -> Path:
    """Return an interpreter that has pip: the server's, else one made in `folder`."""
    try:
        processes.capture_output([python, "-m", "pip", "--version"])
    except LauncherError:
        try:
            processes.capture_output([sys.executable, "-m", "venv", folder])
        except LauncherError as error:
            raise SetupFailed(
                f"There is no pip to download packages with: {python} has none, and a virtual "
                f"environment cannot be made.\n{error}"
            ) from None
        return folder / "bin" / "python"
    return python
