"""One request and its response, without I/O: bytes go in, a status, headers and a body come out.

Both engines drive it. The bytes are parsed by httptools (llhttp, the parser of vLLM's own server),
which refuses what is ambiguous: a length beside chunks, two lengths, bare line feeds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from httptools import HttpParserCallbackError, HttpParserError, HttpParserUpgrade
from httptools import HttpResponseParser as _Parser

from vllm_sdk._transport.arguments import MAX_ERROR_BYTES
from vllm_sdk._transport.http1.content_coding import ContentDecoder, ContentError, new_decoder

MAX_HEAD_BYTES = 128 * 1024
"""Limit on the bytes of all heads of one response: more than any client sets.

Interim responses (1xx) count, so that an endless row of them ends. The same limit bounds what may
arrive between two pieces of a body, and after the last: chunk extensions and trailers.
"""

CLOSED = "the connection was closed"
"""The violation of a response that ends before its head or body is complete."""

_SUCCESS = range(200, 300)


class Exchange:
    """A request and what has arrived of its response.

    Attributes:
        limit: Limit on the bytes of the body, decompressed.
        status: The HTTP status; 0 until the head is complete.
        headers: The headers by their names in lower case.
        pieces: The bytes of the body that nobody has taken yet, decompressed.
        size: The number of all bytes of the body so far, decompressed.
        complete: Whether the response is complete.
        violation: What is wrong with the response, or None.
        too_large: Whether the violation is that the body is longer than the limit.
        error: The error that an engine ends the exchange with, or None.
        dead: Whether the connection was closed by the server before the request arrived there.
    """

    __slots__ = (
        "complete",
        "dead",
        "decoder",
        "error",
        "headers",
        "limit",
        "pieces",
        "size",
        "status",
        "too_large",
        "until_close",
        "violation",
    )

    def __init__(self, limit: int) -> None:
        """Begin an exchange whose response has at most `limit` bytes."""
        self.limit = limit
        self.status = 0
        self.headers: dict[bytes, bytes] = {}
        self.pieces: list[bytes] = []
        self.size = 0
        self.complete = False
        self.violation: str | None = None
        self.too_large = False
        self.error: Exception | None = None
        self.dead = False
        self.decoder: ContentDecoder | None = None
        self.until_close = False

    @property
    def ended(self) -> bool:
        """True if nothing more of the response is to come."""
        return self.complete or self.violation is not None or self.error is not None

    def take(self) -> bytes:
        """Return the bytes of the body that nobody has taken yet."""
        pieces = self.pieces
        taken = pieces[0] if len(pieces) == 1 else b"".join(pieces)
        pieces.clear()
        return taken

    def start_body(self, status: int) -> None:
        """Read the head: how the body ends, and how it is compressed."""
        self.status = status
        headers = self.headers
        transfer = headers.get(b"transfer-encoding")
        # A tab after the value is in its way: the parser does not see the chunks then.
        if transfer is not None and transfer.lower() != b"chunked":
            self.violation = "it uses a transfer encoding that is not supported"
        self.until_close = transfer is None and b"content-length" not in headers
        coding = headers.get(b"content-encoding")
        if coding is not None:
            try:
                self.decoder = new_decoder(coding)
            except ContentError as error:
                self.violation = str(error)
        if status not in _SUCCESS:
            self.limit = min(self.limit, MAX_ERROR_BYTES)

    def add(self, data: bytes) -> None:
        """Add bytes of the body as they arrived."""
        if self.decoder is None:
            self._keep(data)
            return
        try:
            for piece in self.decoder.decode(data):
                self._keep(piece)
                if self.ended:
                    return
        except ContentError as error:
            self.violation = str(error)

    def finish(self) -> None:
        """End the body."""
        if self.decoder is not None and not self.decoder.is_finished:
            self.violation = "its compressed body is cut short"
        else:
            self.complete = True

    def _keep(self, data: bytes) -> None:
        excess = self.size + len(data) - self.limit
        if excess <= 0:
            self.size += len(data)
            self.pieces.append(data)
        elif self.status in _SUCCESS:
            self.violation = f"its body is longer than {self.limit:,} bytes"
            self.too_large = True
        else:  # the start of a refusal tells enough
            self.size = self.limit
            if kept := data[:-excess]:
                self.pieces.append(kept)
            self.complete = True


class ResponseParser:
    """Parses what arrives on one connection into one exchange after the other.

    Attributes:
        reusable: Whether the connection may carry another exchange once this one is complete.
        touched: Whether any byte of the exchange's response has arrived.
    """

    __slots__ = ("_at_boundary", "_exchange", "_parser", "_quiet", "reusable", "touched")

    def __init__(self) -> None:
        """Prepare for the first exchange."""
        self._parser: Any = _Parser(self)
        self._exchange: Exchange | None = None
        self._quiet = 0
        self._at_boundary = False  # whether a complete response, and nothing else, has been parsed
        self.reusable = True
        self.touched = False

    def begin(self, exchange: Exchange) -> None:
        """Parse what arrives from now on into an exchange."""
        self._exchange = exchange
        self._quiet = 0
        self._at_boundary = False
        self.touched = False

    def feed(self, data: bytes) -> None:
        """Take bytes as they arrived, cut anywhere; the exchange shows what they were."""
        exchange = self._exchange
        if exchange is None:
            self.reusable = False
            return
        self.touched = True
        reusable, self.reusable = self.reusable, False  # and so it stays after an interrupt
        room = MAX_HEAD_BYTES - self._quiet
        if len(data) > room and not exchange.status:
            # The head has to end within its limit, wherever the bytes were cut.
            self._parse(exchange, data[:room])
            data = data[room:]
            if not exchange.status:
                self._refuse(exchange, f"its head is longer than {MAX_HEAD_BYTES:,} bytes")
        self._parse(exchange, data)
        if self._quiet > MAX_HEAD_BYTES:
            self._refuse(exchange, f"it sends {MAX_HEAD_BYTES:,} bytes that belong to no body")
        self.reusable = reusable and (self._at_boundary or not exchange.ended)

    def _parse(self, exchange: Exchange, data: bytes) -> None:
        self._quiet += len(data)
        try:
            if not exchange.ended:
                self._parser.feed_data(data)
            elif data:  # more than was asked for
                self._at_boundary = False
        except HttpParserCallbackError as error:
            # The callbacks below raise nothing: an interrupt hit one of them.
            self._refuse(exchange, "its reader was interrupted")
            interrupt = error.__context__
            raise interrupt if interrupt is not None else error from None
        except HttpParserUpgrade:
            self._refuse(exchange, "it wants to switch protocols")
        except HttpParserError as error:
            self._refuse(exchange, _describe(error))

    def end(self) -> None:
        """Take the end of the connection."""
        self.reusable = False
        exchange = self._exchange
        if exchange is None or exchange.ended:
            return
        if exchange.status and exchange.until_close:
            exchange.finish()
        else:
            exchange.violation = CLOSED

    def release(self) -> None:
        """Leave the exchange: what arrives from now on belongs to none."""
        self._exchange = None

    def _refuse(self, exchange: Exchange, violation: str) -> None:
        self._at_boundary = False
        if not exchange.ended:
            exchange.violation = violation

    # What httptools calls. Nothing of a second, unasked response gets into the exchange.

    def on_message_begin(self) -> None:
        """Notice a response that nobody asked for."""
        exchange = self._exchange
        if exchange is None or exchange.status:
            self._at_boundary = False

    def on_header(self, name: bytes, value: bytes) -> None:
        """Add a header; trailers are passed over."""
        exchange = self._exchange
        if exchange is not None and not exchange.status and exchange.violation is None:
            headers, name, value = exchange.headers, name.lower(), value.rstrip(b" ")
            headers[name] = b"%b, %b" % (headers[name], value) if name in headers else value

    def on_headers_complete(self) -> None:
        """Start the body, unless the response is an interim one."""
        exchange = self._exchange
        if exchange is None or exchange.status or exchange.violation is not None:
            return
        status: int = self._parser.get_status_code()
        if status >= 200:  # noqa: PLR2004 - the HTTP class itself
            self._quiet = 0
            exchange.start_body(status)
        elif status < 100 or status == 101:  # noqa: PLR2004 - no class, and the one that switches
            exchange.violation = f"its status is {status}"
        else:
            exchange.headers.clear()

    def on_body(self, data: bytes) -> None:
        """Add bytes of the body."""
        exchange = self._exchange
        if exchange is None or exchange.ended:
            return
        if exchange.status:
            self._quiet = 0
            exchange.add(data)
        else:
            exchange.violation = "its interim response has a body"

    def on_message_complete(self) -> None:
        """End the body, unless the response is an interim one."""
        exchange = self._exchange
        if exchange is not None and exchange.status and not exchange.ended:
            exchange.finish()
            self._at_boundary = exchange.complete and self._parser.should_keep_alive()


class Headers(Mapping[str, str]):
    """The headers of a response, by their names in lower case; decoded when they are read."""

    __slots__ = ("_raw",)

    def __init__(self, raw: dict[bytes, bytes]) -> None:
        """Hold the headers."""
        self._raw = raw

    def __getitem__(self, name: str) -> str:
        """Return the value of a header, whatever the case of its name."""
        return self._raw[name.lower().encode("latin-1", "replace")].decode("latin-1")

    def __iter__(self) -> Iterator[str]:
        """Iterate the names."""
        return (name.decode("latin-1") for name in self._raw)

    def __len__(self) -> int:
        """Return the number of headers."""
        return len(self._raw)

    def __repr__(self) -> str:
        """Show the headers as a dict."""
        return f"Headers({dict(self)!r})"


def _describe(error: HttpParserError) -> str:
    """Return the parser's words, which quote nothing of the response."""
    words = str(error)
    return words[:1].lower() + words[1:] if words else "it is not HTTP"
