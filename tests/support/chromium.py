"""Finds the Chromium of `make test-browser`."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ADVICE = (
    "make test-browser needs a Chromium. Install one (`apt-get install chromium`, `brew install "
    "chromium`, or `.venv/bin/python -m playwright install chromium`), or name one: CHROMIUM=/path."
)


class NoChromium(Exception):
    """There is none; the message says what to install."""


def find_chromium(bundled: str = "") -> str:
    """Return the path of a Chromium: that of `CHROMIUM`, an installed one, or playwright's own.

    Raises:
        NoChromium: There is none.
    """
    if named := os.environ.get("CHROMIUM"):
        if found := shutil.which(named):
            return found
        raise NoChromium(f"CHROMIUM={named} is not a program. {ADVICE}")
    for name in NAMES:
        if found := shutil.which(name):
            return found
    if bundled and Path(bundled).exists():
        return bundled
    raise NoChromium(ADVICE)
