"""Shows the progress of a batch: to a function, on a terminal, or in the log."""

from __future__ import annotations

import inspect
import logging
import sys
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, TypeAlias

from vllm_sdk._operations.batching.results import BatchProgress

ShowProgress: TypeAlias = bool | Callable[[BatchProgress], object]
"""A function that receives the progress; True for the terminal or the log, False for nothing."""

_CALL_INTERVAL = 0.25
"""Seconds between two calls of a function, at least."""

_LOG_INTERVAL = 10.0
"""Seconds between two lines of the log, at least."""


class ProgressReporter:
    """Shows the progress now and then, and at the end."""

    def __init__(
        self,
        show: Callable[[BatchProgress], object] | None = None,
        interval: float = _CALL_INTERVAL,
    ) -> None:
        """Prepare to show; nothing is shown before the first update.

        Args:
            show: Receives the progress, or None for nobody.
            interval: Seconds between two calls, at least.
        """
        self._show = show
        self._interval = interval
        self._next = 0.0

    def update(self, now: float, describe: Callable[[], BatchProgress]) -> None:
        """Show the progress, unless it was shown just now.

        Args:
            now: The time in seconds.
            describe: Returns the progress.
        """
        if self._show is not None and now >= self._next:
            self._next = now + self._interval
            self._show(describe())

    def finish(self, describe: Callable[[], BatchProgress]) -> None:
        """Show the progress at the end."""
        if self._show is not None:
            self._show(describe())


class TerminalReporter(ProgressReporter):
    """Shows a bar on a terminal, with the package rich."""

    def __init__(self, console: Any = None) -> None:
        """Prepare the bar.

        Args:
            console: A console of rich. Default: standard error.
        """
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        super().__init__(self._draw)
        self._bar = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}"),
            console=console or Console(stderr=True),
            auto_refresh=False,
        )
        self._task: Any = None

    def _draw(self, progress: BatchProgress) -> None:
        if self._task is None:
            self._bar.start()
            self._task = self._bar.add_task("", total=progress.total)
        self._bar.update(
            self._task, completed=progress.done, description=_describe_rates(progress), refresh=True
        )

    def finish(self, describe: Callable[[], BatchProgress]) -> None:
        """Draw the bar for the last time, and leave the terminal."""
        super().finish(describe)
        self._bar.stop()


def check_progress(progress: object) -> None:
    """Check the argument of a batch.

    Raises:
        TypeError: It is neither True, False nor a plain function.
    """
    if isinstance(progress, bool):
        return
    if not callable(progress) or inspect.iscoroutinefunction(progress):
        raise TypeError(f"progress is True, False or a plain function, not {progress!r}")


def build_reporter(progress: ShowProgress, logger: logging.Logger) -> ProgressReporter:
    """Return what shows the progress of a batch.

    Args:
        progress: The argument of the batch.
        logger: The logger of the lines that stand in for a terminal.
    """
    if callable(progress):
        return ProgressReporter(progress)
    if not progress:
        return ProgressReporter()
    if sys.stderr.isatty() and find_spec("rich") is not None:
        return TerminalReporter()
    return ProgressReporter(
        lambda each: logger.info("batch: %s", describe_progress(each)), _LOG_INTERVAL
    )


def describe_progress(progress: BatchProgress) -> str:
    """Return the progress as one line."""
    total = "" if progress.total is None else f" of {progress.total}"
    return f"{progress.done}{total} done, {_describe_rates(progress)}"


def _describe_rates(progress: BatchProgress) -> str:
    parts = [
        f"{progress.failed} failed",
        f"{progress.in_flight} in flight (limit {progress.limit})",
        f"{progress.requests_per_second:.1f} requests/s",
        f"{progress.prompt_tokens_per_second:.0f} tokens/s in",
        f"{progress.completion_tokens_per_second:.0f} tokens/s out",
    ]
    if progress.seconds_left is not None:
        parts.append(f"{progress.seconds_left:.0f} s left")
    return ", ".join(parts)
