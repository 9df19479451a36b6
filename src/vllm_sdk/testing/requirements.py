"""Find what vLLM requires and the packages below an overlay do not satisfy.

    python requirements.py NEEDED KEPT

NEEDED and KEPT are files to write: requirements to install, and constraints to install them under.
This file runs as a script in the overlay's interpreter. It imports nothing but the standard library
and packaging.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

BUILT_FOR_A_DEVICE = re.compile(r"torch|torchvision|torchaudio|torchcodec|triton|(nvidia|cuda)-.*")
"""Packages of which the release below has the CPU's build, or has left them out on purpose."""

DECIDING = ("openai", "fastapi", "pydantic")
"""Besides vLLM, the packages that decide what the server's spec is."""

VersionOf = Callable[[str], str | None]


def canonical(name: str) -> str:
    """Return a package's name in the one form that compares."""
    return re.sub(r"[-_.]+", "-", name).lower()


def unsatisfied(requirements: Iterable[str], version_of: VersionOf) -> list[str]:
    """Return the requirements to install.

    These are the ones that hold on this machine without any extra of vLLM, are not built for a
    device, and are not satisfied by the version that is there. The extras of a requirement are
    not followed: `fastapi[standard]` is satisfied by fastapi.

    Args:
        requirements: As in the metadata's `Requires-Dist`.
        version_of: Returns the version that is there of a package, None if there is none.
    """
    needed: list[str] = []
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        if BUILT_FOR_A_DEVICE.fullmatch(canonical(requirement.name)):
            continue
        version = version_of(requirement.name)
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            needed.append(f"{requirement.name}{requirement.specifier}")
    return needed


def constraints(needed: Iterable[str], version_of: VersionOf) -> list[str]:
    """Return the constraints that keep what decides the spec, and torch, unless they are needed."""
    names = {canonical(Requirement(each).name) for each in needed}
    kept = {name: version_of(name) for name in (*DECIDING, "torch") if name not in names}
    return [f"{name}=={version}" for name, version in kept.items() if version]


def installed(name: str) -> str | None:
    """Return the version of a package in this interpreter's environment."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def main(needed: str, kept: str) -> None:
    """Write both files."""
    missing = unsatisfied(metadata.requires("vllm") or (), installed)
    Path(needed).write_text("".join(f"{line}\n" for line in missing), "utf-8")
    lines = constraints(missing, installed)
    Path(kept).write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
