"""Find the requirements of vLLM that the packages below an overlay do not satisfy.

    python requirements.py NEEDED KEPT

NEEDED and KEPT are files to write: the requirements to install, and the constraints for pip. This
file runs as a script in the overlay's interpreter. It imports nothing but the standard library and
packaging.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

BUILT_FOR_A_DEVICE = re.compile(r"torch|torchvision|torchaudio|torchcodec|triton|(nvidia|cuda)-.*")
"""Packages that the release below has in a build for the CPU, or omits on purpose."""

DECIDING = ("openai", "fastapi", "pydantic")
"""The packages that decide the content of the server's spec, besides vLLM."""

VersionOf = Callable[[str], str | None]


def normalize_name(name: str) -> str:
    """Return the normalized name of a package, as PEP 503 defines it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def find_unsatisfied(requirements: Iterable[str], version_of: VersionOf) -> list[str]:
    """Return the requirements to install.

    A requirement is returned if it applies to this machine without any extra of vLLM, is not built
    for a device, and is not satisfied by the installed version. The extras of a requirement are
    ignored: `fastapi[standard]` is satisfied by fastapi.

    Args:
        requirements: The values of `Requires-Dist` in the metadata.
        version_of: Returns the installed version of a package, None if it is not installed.
    """
    needed: list[str] = []
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        if BUILT_FOR_A_DEVICE.fullmatch(normalize_name(requirement.name)):
            continue
        version = version_of(requirement.name)
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            needed.append(f"{requirement.name}{requirement.specifier}")
    return needed


def build_constraints(needed: Iterable[str], version_of: VersionOf) -> list[str]:
    """Return constraints that keep torch and the `DECIDING` packages, except the needed ones."""
    names = {normalize_name(Requirement(each).name) for each in needed}
    kept = {name: version_of(name) for name in (*DECIDING, "torch") if name not in names}
    return [f"{name}=={version}" for name, version in kept.items() if version]


def find_installed_version(name: str) -> str | None:
    """Return the version of a package in this interpreter's environment."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def main(needed: str, kept: str) -> None:
    """Write the requirements and the constraints into the files."""
    missing = find_unsatisfied(metadata.requires("vllm") or (), find_installed_version)
    Path(needed).write_text("".join(f"{line}\n" for line in missing), "utf-8")
    lines = build_constraints(missing, find_installed_version)
    Path(kept).write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
