"""The checkpoint of a batch of values: a file of the replies that it has already."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

import msgspec

from vllm_sdk._batching.file_system import explain_file_errors
from vllm_sdk._batching.journal import Journal, mend_end
from vllm_sdk._batching.line_files import MAX_LINE_BYTES, read_lines
from vllm_sdk._batching.locks import FileLock
from vllm_sdk._operations.batching.ids import OffsetIndex, hash_id
from vllm_sdk.errors import BatchInvalid


class CheckpointLine(msgspec.Struct, frozen=True, gc=False):
    """One line of a checkpoint.

    Attributes:
        id: The item's id.
        request: The hash of its request; see `hash_request`.
        reply: The JSON of the response's body.
        request_id: The id that was sent with the request.
    """

    id: str
    request: str
    reply: msgspec.Raw
    request_id: str = ""


_LINES = msgspec.json.Decoder(CheckpointLine)


class Checkpoint:
    """The replies of earlier runs, and the journal of this one. Threads may share it.

    The file is locked while it is open. Its last line is cut if a program was ended while it wrote
    the line.
    """

    def __init__(self, path: Path) -> None:
        """Open the checkpoint, or make it.

        Args:
            path: The file.

        Raises:
            BatchInvalid: A line before the last one is not a line of a checkpoint.
            BatchFileError: Another process writes the file, or it can't be read or written.
        """
        self.path = path
        self._index = OffsetIndex()
        self._reading = Lock()
        self._lock = FileLock(path)
        try:
            self._journal = Journal(path)
            try:
                mend_end(path, _is_whole, MAX_LINE_BYTES)
                with explain_file_errors(path, "read"):
                    self._file = path.open("rb")
                try:
                    with explain_file_errors(path, "read"):
                        self._read()
                except BaseException:
                    self._file.close()
                    raise
            except BaseException:
                self._journal.close()
                raise
        except BaseException:
            self._lock.release()
            raise

    def __len__(self) -> int:
        """Return the number of replies of earlier runs."""
        return len(self._index)

    def lookup(self, id: str, request: str) -> CheckpointLine | None:
        """Return the reply of an earlier run, or None.

        Args:
            id: The item's id.
            request: The hash of its request. A reply to another request does not count.

        Raises:
            BatchFileError: The file can't be read.
        """
        for offset in self._index.find(hash_id(id)):
            with self._reading, explain_file_errors(self.path, "read"):
                self._file.seek(offset)
                line = _LINES.decode(self._file.readline())
            if line.id == id and line.request == request:
                return line
        return None

    def record(self, id: str, request: str, reply: bytes, request_id: str = "") -> None:
        """Write a reply, at once.

        Args:
            id: The item's id.
            request: The hash of its request.
            reply: The JSON of the response's body.
            request_id: The id that was sent with the request.

        Raises:
            BatchFileError: The disk is full or gone. All earlier replies are safe.
        """
        if b"\n" in reply or b"\r" in reply:
            reply = msgspec.json.format(reply, indent=-1)
        line = CheckpointLine(id, request, msgspec.Raw(reply), request_id)
        self._journal.append(msgspec.json.encode(line) + b"\n")

    def close(self) -> None:
        """Sync and close the file, and release its lock; a second call does nothing.

        Raises:
            BatchFileError: The disk is full or gone, or does not respond.
        """
        try:
            self._file.close()
            self._journal.close()
        finally:
            self._lock.release()

    def _read(self) -> None:
        """Index the lines.

        Raises:
            BatchInvalid: One is broken.
        """
        for line in read_lines(self._file):
            try:
                name = _LINES.decode(line.content).id
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
                raise BatchInvalid(
                    f"Line {line.number} of {self.path} is not a line of a checkpoint: {error}. "
                    "Remove the line, or choose another file.",
                    path=self.path,
                    problems=((line.number, str(error)),),
                    problem_count=1,
                ) from None
            self._index.add(hash_id(name), line.offset)
        self._index.sort()


def _is_whole(line: bytes) -> bool:
    try:
        _LINES.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    return True
