"""Server-sent events, from bytes to payloads.

A push decoder: it is fed bytes as they arrive and gives back the payload (`data`) of every event
that they complete. Payloads stay bytes, for the JSON decoder reads bytes. Comments, which vLLM
sends to keep idle connections alive, and the fields `id` and `retry` are passed over: a generation
cannot be resumed. Every payload of vLLM's says what it is, so of the field `event` only the types
count with which gateways keep a connection alive.
"""

from __future__ import annotations

from vllm_sdk.errors import UnexpectedResponse

_BOM = b"\xef\xbb\xbf"

_KEEPING_ALIVE = frozenset({b"ping", b"keepalive", b"keep-alive", b"heartbeat"})
"""Types of events that say nothing, whatever their payload."""

MAX_EVENT_BYTES = 64 * 1024 * 1024
"""The limit on the bytes of one event.

The longest event that vLLM has reason to send is a long prompt, echoed in one chunk with the most
probable tokens at each position: about 40 MB for 128,000 tokens. A peer that sends more without an
end is not a vLLM server, and must not fill the memory.
"""


class EventDecoder:
    """Splits a stream of server-sent events; one decoder per stream."""

    __slots__ = (
        "_after_cr",
        "_data",
        "_fresh",
        "_held",
        "_idle",
        "_line",
        "_max",
        "_started",
        "_too_long",
    )

    def __init__(self, *, max_event_bytes: int = MAX_EVENT_BYTES) -> None:
        """Prepare for a stream.

        Args:
            max_event_bytes: how long one event may be, in bytes.
        """
        self._max = max_event_bytes
        self._line: list[bytes] = []  # the pieces of a line that has not ended
        self._data: list[bytes] = []  # the `data` lines of an event that has not ended
        self._held = 0  # the bytes in both
        self._started = False  # whether the first line, which may carry a byte order mark, is read
        self._after_cr = False  # the last line ended with \r: a \n that follows belongs to it
        self._too_long = False
        self._idle = False  # the event that has not ended only keeps the connection alive
        self._fresh = False  # nothing is held and the stream has begun: an event comes next

    def feed(self, data: bytes) -> list[bytes]:
        r"""Take the next bytes.

        Args:
            data: bytes as they arrived, cut anywhere.

        Returns:
            The payloads of the events that are now complete; lines of one event are joined by `\n`.

        Raises:
            UnexpectedResponse: an event is too long. Events before it are given back first.
        """
        # Nearly always one whole event arrives: a few slices and searches take it apart.
        if (
            self._fresh
            and data[:6] == b"data: "
            and data[-1:] == b"\n"
            and data.find(b"\n") == len(data) - 2
            and data.find(b"\r") < 0
            and len(data) <= self._max
        ):
            return [data[6:-2]]
        return self._feed(data)

    def close(self) -> bytes:
        """End the stream.

        Returns:
            The payload of an event that never ended, or an empty one. The standard does not count
            it as an event; it is whole if only its last line ends are missing.

        Raises:
            UnexpectedResponse: an event was too long.
        """
        return b"".join(self._feed(b"\n\n"))

    def _feed(self, data: bytes) -> list[bytes]:
        """Take bytes that may be cut anywhere and hold any field."""
        self._check()
        if self._after_cr and data:
            self._after_cr = False
            data = data.removeprefix(b"\n")
        if self._line:
            if b"\n" not in data and b"\r" not in data:
                self._hold(data)
                self._check()
                return []
            data = b"".join((*self._line, data))
            self._held -= sum(map(len, self._line))
            self._line.clear()
        payloads: list[bytes] = []
        if not (self._data or self._idle):
            end = data.rfind(b"\n\n") + 2
            plain = self._plain(data[:end])
            if plain is not None:
                payloads, data = plain, data[end:]
        self._read_lines(data, payloads)
        self._fresh = self._started and not (
            self._line or self._data or self._idle or self._after_cr or self._too_long
        )
        if not payloads:
            self._check()
        return payloads

    def _plain(self, block: bytes) -> list[bytes] | None:
        r"""Take apart a block of `data: …\n\n` events; None if it holds anything else."""
        if not block.startswith(b"data: ") or block.find(b"\r") >= 0 or len(block) > self._max:
            return None
        payloads = block[6:-2].split(b"\n\ndata: ")
        for payload in payloads:
            if payload.find(b"\n") >= 0:
                return None
        self._started = True
        return payloads

    def _read_lines(self, data: bytes, payloads: list[bytes]) -> None:
        """Read line by line, adding to `payloads`; keep the line that has not ended."""
        # bytes.splitlines, unlike str's, ends lines at \r, \n and \r\n alone, as the standard does.
        for raw in data.splitlines(keepends=True):
            line = raw.rstrip(b"\r\n")
            if len(line) == len(raw):
                self._hold(line)
                return
            if self._held + len(line) > self._max:
                self._too_long = True
                return
            if not self._started:
                self._started = True
                line = line.removeprefix(_BOM)
            if not line:
                if self._data and not self._idle:
                    payloads.append(b"\n".join(self._data))
                self._data.clear()
                self._held = 0
                self._idle = False
                continue
            field, _, value = line.partition(b":")
            if field == b"data":
                self._data.append(value.removeprefix(b" "))
                self._held += len(line)
            elif field == b"event":
                self._idle = value.strip() in _KEEPING_ALIVE
        if data:
            self._after_cr = data.endswith(b"\r")

    def _hold(self, piece: bytes) -> None:
        """Keep a piece of a line until the line ends."""
        self._line.append(piece)
        self._held += len(piece)
        self._too_long = self._held > self._max

    def _check(self) -> None:
        if self._too_long:
            raise UnexpectedResponse(
                f"An event of the stream is longer than {self._max:,} bytes. "
                "Is this the address of a vLLM server?",
                status=200,
                body=b"".join((*self._data[:1], *self._line[:1])),
            )
