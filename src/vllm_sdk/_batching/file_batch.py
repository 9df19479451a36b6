"""The files of one `run_batch`, from the first check to the last sync."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Generator
from pathlib import Path

import attrs

from vllm_sdk._batching.file_system import explain_file_errors
from vllm_sdk._batching.inputs import InputFile
from vllm_sdk._batching.journal import Journal
from vllm_sdk._batching.locks import FileLock
from vllm_sdk._batching.manifest import (
    Manifest,
    compare,
    find_manifest,
    read_manifest,
    write_manifest,
)
from vllm_sdk._batching.ordering import sort_output
from vllm_sdk._batching.output_files import (
    FoundOutput,
    drop_failures,
    has_good_line,
    mend_output,
    read_output_file,
)
from vllm_sdk._batching.report import BatchReport
from vllm_sdk._batching.validation import CheckedInput, parse_line, validate
from vllm_sdk._operations.batching.line_replies import LineReply
from vllm_sdk._operations.batching.line_requests import LineRequests
from vllm_sdk._operations.batching.lines import InputLine
from vllm_sdk._operations.batching.output_lines import write_failure, write_success
from vllm_sdk._operations.batching.results import BatchProgress
from vllm_sdk.errors import BatchInvalid, VLLMError


@attrs.frozen(kw_only=True)
class FileSettings:
    """The way in which a batch writes its files.

    Attributes:
        ordered: Whether the finished files are sorted into the order of the input.
        single_file: Whether failures are written into the output, too.
        overwrite: Whether the output of an earlier run is deleted first.
        force: Whether the output of another batch is continued.
    """

    ordered: bool = False
    single_file: bool = False
    overwrite: bool = False
    force: bool = False


class FileBatch:
    """The files of one run.

    `open` checks and prepares them, `record` writes an outcome, `finish` completes them, and
    `close` ends everything whatever happened.

    Attributes:
        output: The file of the answers; links are resolved.
        errors: The file of the failures.
        is_complete: Whether every line has an outcome.
    """

    def __init__(
        self,
        input: str | os.PathLike[str],
        output: str | os.PathLike[str],
        requests: LineRequests,
        settings: FileSettings,
    ) -> None:
        """Look at the paths; nothing is read or written yet.

        Raises:
            BatchInvalid: A file is missing, is a folder, or both are one file.
            TypeError: A path is not a path.
        """
        self._began = time.monotonic()
        self._requests = requests
        self._settings = settings
        self.output = _find_output(output)
        self.errors = self.output.with_name(f"{self.output.name}.errors.jsonl")
        self._source = InputFile(input)
        self._check_apart()
        self._checked: CheckedInput | None = None
        self._done_lines = bytearray()
        self._lock: FileLock | None = None
        self._answers: Journal | None = None
        self._failures: Journal | None = None
        self._jobs: Generator[InputLine] | None = None
        self._done = self._failed = self._resumed = 0
        self._prompt_tokens = self._completion_tokens = 0

    def _check_apart(self) -> None:
        """Refuse an input that the batch would write.

        Raises:
            BatchInvalid: It would.
        """
        path = self._source.path
        if path is None:
            return
        for written in (self.output, self.errors, find_manifest(self.output)):
            with explain_file_errors(written, "looked at"):
                if path.resolve() == written or (written.exists() and path.samefile(written)):
                    raise BatchInvalid(
                        f"The input {path} is also a file that the batch writes, {written}: "
                        "choose another output.",
                        path=path,
                    )

    def abandon(self) -> None:
        """Make `open` or `finish` end early, in whichever thread it runs."""
        self._source.abandoned.set()

    def open(self) -> None:
        """Check every line of the input, and prepare the output. It may take minutes.

        Raises:
            BatchInvalid: Lines are wrong, or the output is that of another batch.
            BatchFileError: Another process writes the output, or a file can't be read or written.
        """
        self._lock = FileLock(self.output)
        self._source.spool()
        checked = self._checked = validate(self._source, self._requests)
        manifest = self._build_manifest(checked)
        if self._settings.overwrite:
            self._remove_earlier()
        is_compared = self.output.exists() and not self._settings.force
        earlier = read_manifest(self.output) if is_compared else None
        if earlier is not None:
            compare(earlier, manifest, self.output)
        self._prepare_answers(checked, is_known=earlier is not None)
        self._prepare_failures(checked)
        write_manifest(self.output, manifest)
        self._answers = Journal(self.output)

    def _build_manifest(self, checked: CheckedInput) -> Manifest:
        return Manifest(
            checked.digest,
            checked.total,
            self._requests.model,
            self._requests.describe_options(),
            self._requests.describe_schema(),
            "single" if self._settings.single_file else "separate",
        )

    def _remove_earlier(self) -> None:
        for path in (self.output, self.errors, find_manifest(self.output)):
            with explain_file_errors(path, "removed"):
                path.unlink(missing_ok=True)

    def _prepare_answers(self, checked: CheckedInput, *, is_known: bool) -> None:
        if not self.output.exists():
            return
        abandoned = self._source.abandoned
        mend_output(self.output)
        found = read_output_file(self.output, checked.ids, abandoned)
        if found.foreign is not None and not is_known and not self._settings.force:
            raise BatchInvalid(
                f"{self.output} has lines already, but no manifest, and its id {found.foreign!r} "
                "is not in the input. Choose another output, pass overwrite=True to begin anew, "
                "or force=True to append to it.",
                path=self.output,
            )
        if found.failed:
            drop_failures(self.output, checked.ids, abandoned)
            found = read_output_file(self.output, checked.ids, abandoned)
        self._mark_done(found, checked)

    def _mark_done(self, found: FoundOutput, checked: CheckedInput) -> None:
        if not len(found.good):
            return
        self._done_lines = bytearray(checked.last + 1)
        with explain_file_errors(self.output, "read"), self.output.open("rb") as file:
            for line in self._source.lines():
                if has_good_line(file, found.good, parse_line(line).custom_id):
                    self._done_lines[line.number] = 1
                    self._resumed += 1

    def _prepare_failures(self, checked: CheckedInput) -> None:
        if not self.errors.exists():
            return
        mend_output(self.errors)
        read_output_file(self.errors, checked.ids, self._source.abandoned)
        if not drop_failures(self.errors, checked.ids, self._source.abandoned):
            with explain_file_errors(self.errors, "removed"):
                self.errors.unlink()

    @property
    def total(self) -> int:
        """The number of lines of the input."""
        return 0 if self._checked is None else self._checked.total

    @property
    def failed(self) -> int:
        """The number of lines of this run that failed."""
        return self._failed

    @property
    def failures(self) -> Path:
        """The file that failures are written into."""
        return self.output if self._settings.single_file else self.errors

    def read_jobs(self) -> Generator[InputLine]:
        """Read the lines that are not done, in their order.

        Raises:
            BatchInvalid: The input has changed since it was checked.
            BatchFileError: The input can't be read.
        """
        self._jobs = self._read_jobs()
        return self._jobs

    def _read_jobs(self) -> Generator[InputLine]:
        done = self._done_lines
        for line in self._source.lines():
            if not (line.number < len(done) and done[line.number]):
                yield parse_line(line)

    def record(self, line: InputLine, outcome: LineReply | VLLMError) -> None:
        """Write the outcome of a line, at once.

        Raises:
            BatchFileError: The disk is full or gone. What was written before is whole.
        """
        if isinstance(outcome, VLLMError):
            text = write_failure(line.custom_id, outcome, beside_answers=self._settings.single_file)
            self._open_failures().append(text)
            self._failed += 1
            return
        assert self._answers is not None  # noqa: S101 -- `open` comes first
        self._answers.append(write_success(line.custom_id, outcome))
        self._done += 1
        self._prompt_tokens += outcome.prompt_tokens
        self._completion_tokens += outcome.completion_tokens

    def _open_failures(self) -> Journal:
        if self._settings.single_file:
            assert self._answers is not None  # noqa: S101 -- `open` comes first
            return self._answers
        if self._failures is None:
            self._failures = Journal(self.errors)
        return self._failures

    @property
    def is_complete(self) -> bool:
        """True if every line has an outcome."""
        return self._done + self._failed + self._resumed == self.total

    def finish(self) -> None:
        """Sync the files, and sort them if that was asked for and all lines have an outcome.

        Raises:
            BatchFileError: The disk is full or gone. What was written before is whole.
        """
        self.sync()
        if self._settings.ordered and self.is_complete:
            sort_output(self.output, self._source)
            if self.errors.exists():
                sort_output(self.errors, self._source)

    def build_report(self, *, interrupted: bool) -> BatchReport:
        """Build the report of the run."""
        return BatchReport(
            total=self.total,
            done=self._done,
            failed=self._failed,
            resumed=self._resumed,
            prompt_tokens=self._prompt_tokens,
            completion_tokens=self._completion_tokens,
            seconds=time.monotonic() - self._began,
            output=self.output,
            errors=self.errors if self.errors.exists() else None,
            interrupted=interrupted,
        )

    def describe_progress(self, seconds: float, in_flight: int, limit: int) -> BatchProgress:
        """Return the progress.

        Args:
            seconds: Seconds since the first line was asked.
            in_flight: The number of lines that are being asked.
            limit: The number of lines that may be asked at once.
        """
        return BatchProgress(
            total=self.total,
            done=self._resumed + self._done + self._failed,
            failed=self._failed,
            restored=self._resumed,
            in_flight=in_flight,
            limit=limit,
            seconds=seconds,
            prompt_tokens=self._prompt_tokens,
            completion_tokens=self._completion_tokens,
        )

    def describe_interruption(self) -> str:
        """Write what is done, and how to continue."""
        done = self._resumed + self._done
        return (
            f"The batch was interrupted: {done:,} of {self.total:,} lines are done, "
            f"{self._failed:,} failed. {self.output} is whole; call again with the same files to "
            "continue."
        )

    def close(self) -> None:
        """Sync and close all files, and release the lock; a second call does nothing.

        Raises:
            BatchFileError: The disk is full or gone.
        """
        try:
            if self._jobs is not None:
                with contextlib.suppress(ValueError):  # a thread that was abandoned reads it
                    self._jobs.close()
            self.sync()
        finally:
            self._source.close()
            if self._lock is not None:
                self._lock.release()

    def sync(self) -> None:
        """Sync and close the files of answers and failures; a second call does nothing.

        Raises:
            BatchFileError: The disk is full or gone. What was written before is whole.
        """
        try:
            if self._answers is not None:
                self._answers.close()
        finally:
            if self._failures is not None:
                self._failures.close()


def _find_output(output: str | os.PathLike[str]) -> Path:
    """Return the file that an output path means.

    Raises:
        BatchInvalid: The path is that of a folder or a device, or its folder is missing.
    """
    path = Path(os.path.realpath(output))
    with explain_file_errors(path, "looked at"):
        if path.is_dir():
            raise BatchInvalid(f"The output {path} is a folder: give a file.", path=path)
        if not path.parent.is_dir():
            raise BatchInvalid(f"There is no folder {path.parent} for the output.", path=path)
        if path.exists() and not path.is_file():
            raise BatchInvalid(
                f"The output {path} is not a file, which a batch could resume: give a file.",
                path=path,
            )
    return path
