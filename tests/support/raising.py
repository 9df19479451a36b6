"""What a process pool can be told to run."""

from __future__ import annotations


def raise_error(error: Exception) -> None:
    """Raise the error that was sent to the process."""
    raise error
