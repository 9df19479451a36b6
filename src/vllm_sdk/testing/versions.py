"""Versions of vLLM: the default, the user's choice, the pinned ones, and their order."""

from __future__ import annotations

import os
import re
from pathlib import Path

from vllm_sdk.testing.errors import SetupFailed

DEFAULT_VERSION = "0.32.0"
"""The newest vLLM with a build for the CPU whose packages are pinned here.

It is served by default. The bundled bindings may be newer: they were made from the version in
`openapi/VLLM_VERSION`.
"""

_FORM = re.compile(r"(\d+(?:\.\d+)*)([a-z0-9.+-]*)", re.IGNORECASE)
_BEFORE_RELEASE = re.compile(r"[.-]?(?:a|b|c|rc|dev)", re.IGNORECASE)


def choose_version(version: str | None = None) -> str:
    """Return `version`; if it is None, `VLLM_VERSION`, else `DEFAULT_VERSION`.

    Raises:
        SetupFailed: The text does not have the form of a version.
    """
    chosen = version or os.environ.get("VLLM_VERSION") or DEFAULT_VERSION
    if not _FORM.fullmatch(chosen):
        raise SetupFailed(f"{chosen!r} is not a version of vLLM; write it as {DEFAULT_VERSION}.")
    return chosen


def find_pins(version: str) -> Path | None:
    """Return the file that pins every package of a version's environment, if there is one."""
    path = Path(__file__).with_name("pins") / f"{version}.txt"
    return path if path.exists() else None


def is_prerelease(version: str) -> bool:
    """Return whether a version precedes its release, as 0.34.0rc1 does."""
    form = _FORM.match(version)
    return bool(form and _BEFORE_RELEASE.match(form[2]))


def parse_version(version: str) -> tuple[tuple[int, ...], bool, str]:
    """Return a key that sorts versions: 0.9.2 < 0.10.0rc1 < 0.10.0 < 0.10.0.post2."""
    form = _FORM.match(version)
    if not form:
        return (), False, version
    numbers = [int(number) for number in form[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers), not is_prerelease(version), form[2]
