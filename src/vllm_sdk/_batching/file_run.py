"""A batch of files that runs: its progress, its failures, its interruption."""

from __future__ import annotations

import logging
import time

from vllm_sdk._batching.file_batch import FileBatch
from vllm_sdk._batching.progress import ProgressReporter
from vllm_sdk._batching.report import BatchReport
from vllm_sdk._batching.stopping import StopRequest
from vllm_sdk._operations.batching.concurrency import ConcurrencyController
from vllm_sdk._operations.batching.line_replies import LineReply
from vllm_sdk._operations.batching.lines import InputLine
from vllm_sdk._operations.batching.results import BatchProgress
from vllm_sdk.errors import BatchStopped, RequestInvalid, VLLMError


class FileRun:
    """The part that the two clients' batches of files have in common.

    Attributes:
        stop: The request to stop the batch.
    """

    def __init__(
        self,
        batch: FileBatch,
        controller: ConcurrencyController,
        reporter: ProgressReporter,
        max_failures: int | None,
        log: logging.Logger,
    ) -> None:
        """Prepare the run; nothing is sent yet.

        Args:
            batch: The files.
            controller: Decides how many lines are in flight.
            reporter: Shows the progress.
            max_failures: The number of lines that may fail, or None for any number.
            log: Receives the line that says how to continue.

        Raises:
            RequestInvalid: `max_failures` is negative.
            TypeError: It is not a number.
        """
        if max_failures is not None:
            if isinstance(max_failures, bool) or not isinstance(max_failures, int):
                raise TypeError(f"max_failures is a number of lines, not {max_failures!r}")
            if max_failures < 0:
                raise RequestInvalid(f"max_failures={max_failures}: it is 0 or more.")
        self.stop = StopRequest()
        self._batch = batch
        self._controller = controller
        self._reporter = reporter
        self._max_failures = max_failures
        self._log = log
        self._began = 0.0
        self._is_begun = False
        self._excess: VLLMError | None = None  # the failure that was too much

    def begin(self) -> None:
        """Begin to measure the time that the lines take."""
        self._began = time.monotonic()
        self._is_begun = True

    def record(self, line: InputLine, outcome: LineReply | VLLMError, in_flight: int) -> None:
        """Write an outcome, show the progress, and stop after too many failures.

        Raises:
            BatchFileError: The disk is full or gone. What was written before is whole.
        """
        self._batch.record(line, outcome)
        if isinstance(outcome, VLLMError) and self._excess is None and self._has_failed_too_often():
            self._excess = outcome
            self.stop.request()
        self._show(in_flight)

    def _has_failed_too_often(self) -> bool:
        return self._max_failures is not None and self._batch.failed > self._max_failures

    def _show(self, in_flight: int) -> None:
        now = time.monotonic()
        self._reporter.update(now, lambda: self._describe(now, in_flight))

    def _describe(self, now: float, in_flight: int) -> BatchProgress:
        return self._batch.describe_progress(now - self._began, in_flight, self._controller.limit)

    def drain(self) -> None:
        """Sync the files after a stop, and log how to continue after Ctrl-C."""
        if self.stop.is_requested:
            self._batch.sync()
            if self._excess is None:
                self._log.warning("%s", self._batch.describe_interruption())

    def close(self) -> None:
        """Show the progress of the end, and close the files."""
        try:
            if self._is_begun:
                self._reporter.finish(lambda: self._describe(time.monotonic(), 0))
        finally:
            self._batch.close()

    def build_report(self) -> BatchReport:
        """Build the report.

        Raises:
            BatchStopped: More lines have failed than may fail.
        """
        if self._excess is not None:
            failed = self._batch.failed
            raise BatchStopped(
                f"The batch stopped: {failed} lines failed, and max_failures={self._max_failures}. "
                f"They are in {self._batch.failures}. Call again to continue; failures are asked "
                f"again. The first one too much: {self._excess.message}",
                failures=failed,
            ) from self._excess
        return self._batch.build_report(interrupted=self.stop.is_requested)
