"""Progress messages of the launcher."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

Say = Callable[[str], None]


class Progress:
    """A writer of one line for each step, with the seconds since its creation."""

    def __init__(self) -> None:
        """Start the clock."""
        self._start = time.monotonic()

    def __call__(self, step: str) -> None:
        """Write a line for a step."""
        sys.stderr.write(f"[{time.monotonic() - self._start:5.1f} s] {step}\n")
        sys.stderr.flush()
