"""Walk up the call stack, from a function of this package to the code that uses the package."""

from __future__ import annotations

from inspect import currentframe


def count_frames_to_caller() -> int:
    """Return the `stacklevel` with which a warning names the code that uses this package."""
    level, frame = 0, currentframe()
    while frame and frame.f_globals["__name__"].partition(".")[0] == "vllm_sdk":
        frame = frame.f_back
        level += 1
    return level


def find_called_method() -> str | None:
    """Return the name of the public function or method that the user called.

    The result is None if the user called a constructor, such as `Options(…)`.
    """
    name, frame = "_", currentframe()
    while frame and frame.f_globals["__name__"].partition(".")[0] == "vllm_sdk":
        name = frame.f_code.co_name
        frame = frame.f_back
    return name if name.isidentifier() and not name.startswith("_") else None
