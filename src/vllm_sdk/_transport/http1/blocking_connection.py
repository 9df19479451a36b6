"""One connection of the blocking engine, and the stream that reads a response from it."""

from __future__ import annotations

import os
import select
import socket
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, TypeAlias, cast

from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.http1.dialing import DialingEnded, open_connection
from vllm_sdk._transport.http1.exchange import Exchange, Headers, ResponseParser
from vllm_sdk._transport.http1.failures import build_failure
from vllm_sdk._transport.http1.sockets import DEATH_WINDOW, TLS, shut_down, was_reset
from vllm_sdk._transport.protocols import HTTPRequest

Explain: TypeAlias = Callable[[HTTPRequest], Exception]
"""Builds the error of an interrupted request."""

_RECEIVED = 1 << 16
_PIECE = 1 << 16
_PROBES = 10

_MIN_LIMIT = 0.001
"""Seconds of the shortest limit: 0 would mean not to block at all."""


class Connection:
    """A place in a pool, and the connection that it is for: sends requests and reads responses.

    One thread uses it at a time. Any other may interrupt that one.

    Attributes:
        idle_since: When the connection was last used, by the monotonic clock.
    """

    def __init__(self) -> None:
        """Prepare a connection that is not open yet."""
        self.idle_since = 0.0
        self._socket: socket.socket | None = None
        # Closes the socket, also if a Ctrl-C or the fork of a process left it behind. A `__del__`
        # would run for each connection, and swallow a Ctrl-C that comes meanwhile.
        self._close_socket: Callable[[], object] | None = None
        self._is_secure = False
        self._opened_in = 0.0
        self._parser = ResponseParser()
        self._limit: float | None = -1.0
        self._uses = 0
        self._asked_at = 0.0
        self._lock = threading.Lock()
        self._is_used = False
        self._is_cut = False
        self._left: Exchange | None = None
        self._is_closing = False
        self._interruption: Explain | None = None

    @property
    def is_open(self) -> bool:
        """True if the connection has been opened."""
        return self._socket is not None

    @property
    def is_silent(self) -> bool:
        """True if nothing has arrived on the idle connection, its end included."""
        if self._left is not None and not self._read_rest(self._left):
            return False
        return not _is_readable(self._open_socket)

    @property
    def is_reusable(self) -> bool:
        """True if the connection may carry another exchange."""
        return self._parser.reusable and self._interruption is None

    def open(self, request: HTTPRequest, tls: TLS) -> None:
        """Connect to the server.

        Raises:
            TransportError: It cannot be reached, not in time, or the connection was interrupted.
        """
        began = time.monotonic()
        origin, limit = request.endpoint.origin, request.bound(request.timeout.connect)
        try:
            opened = open_connection(origin, tls, limit, lambda: self._interruption is None)
        except DialingEnded:
            raise connection_errors.build_closed_error(request) from None
        except TimeoutError:
            raise connection_errors.build_connect_timeout_error(request) from None
        except (OSError, UnicodeError) as error:
            raise connection_errors.build_unreachable_error(request, error) from None
        self._opened_in = time.monotonic() - began
        self._is_secure = origin.secure
        # TLS sends more of its own after the handshake.
        is_early = not self._is_secure and _is_readable(opened)
        with self._lock:
            self._close_socket = weakref.finalize(self, opened.close)
            self._socket = opened
        if self._interruption is not None:
            raise connection_errors.build_closed_error(request)
        if is_early:
            raise connection_errors.build_early_error(request)

    def ask(self, request: HTTPRequest, head: bytes, exchange: Exchange) -> None:
        """Send a request, and read the head of its response and what comes with it."""
        if not self._enter():
            exchange.error = connection_errors.build_closed_error(request)
            return
        try:
            self._parser.begin(exchange)
            self._uses += 1
            self._asked_at = time.monotonic()
            self._write(request, head, exchange)
            while not exchange.status and not exchange.ended:
                self._read_some(request, exchange)
        finally:
            self._leave(exchange)

    def read(self, request: HTTPRequest, exchange: Exchange, *, whole: bool) -> None:
        """Read until more of the body is there (`whole`: all of it), or the exchange has ended."""
        if not self._enter():
            exchange.error = self._explain(request)
            return
        try:
            while not exchange.ended and (whole or not exchange.pieces):
                self._read_some(request, exchange)
        finally:
            self._leave(exchange)

    def leave(self, exchange: Exchange) -> None:
        """Let the rest of an exchange arrive, of which nothing more is needed."""
        self._left = exchange

    def _read_rest(self, exchange: Exchange) -> bool:
        """Read what has arrived of an exchange that was left; tell whether it is complete."""
        self._limit = -1.0
        try:
            self._open_socket.settimeout(0.0)
            self._parser.feed(self._open_socket.recv(_RECEIVED))
        except OSError:  # nothing more is there yet
            return False
        self._left = None
        return exchange.complete and self._parser.reusable

    def interrupt(self, explain: Explain) -> None:
        """Close the connection from any thread; the one that uses it gets the error.

        Args:
            explain: Builds the error.
        """
        with self._lock:
            self._interruption = explain
            self._end()

    def close(self) -> None:
        """Close the connection; a thread that still uses it does so when it leaves."""
        with self._lock:
            self._is_closing = True
            self._end()

    def _end(self) -> None:
        """End the connection; the lock is held."""
        if self._socket is not None and self._socket.fileno() >= 0:
            shut_down(self._socket)
            # Closing would free a descriptor that another thread still waits for.
            if not self._is_used:
                cast("Callable[[], object]", self._close_socket)()

    def _write(self, request: HTTPRequest, head: bytes, exchange: Exchange) -> None:
        body = request.body
        is_short = body is None or len(body) <= _PIECE
        rest = memoryview(head if body is None else head + body if is_short else head)
        try:
            while rest:
                if request.is_overdue:
                    raise TimeoutError  # noqa: TRY301 - handled as the one of the socket
                self._bound(request.bound(request.endpoint.timeout.write))
                rest = rest[self._open_socket.send(rest[:_PIECE]) :]
                if not rest and not is_short:
                    rest, is_short = memoryview(body or b""), True
                if rest and self._is_answered():
                    self._cut()  # it is answered before all of it is sent
                    return
        except TimeoutError:
            self._cut()
            if not self._is_answered():
                exchange.error = connection_errors.build_not_taken_error(
                    request, request.timeout.write
                )
        except OSError:  # the server may have answered before it closed the connection
            self._cut()

    def _is_answered(self) -> bool:
        """Tell whether something has arrived before all of the request is sent."""
        if not _is_readable(self._open_socket):
            return False
        if not self._is_secure:
            return True
        # TLS sends more of its own after the handshake: only what can be read counts.
        limit = self._limit
        self._bound(0)
        try:
            self._parser.feed(self._open_socket.recv(_RECEIVED))
        except TimeoutError:
            return False
        except OSError:  # the next attempt to read finds it, too
            return True
        finally:
            self._bound(limit)
        return True

    def _cut(self) -> None:
        """Note that the server cannot have read the whole request."""
        self._is_cut = True
        self._parser.reusable = False

    def _read_some(self, request: HTTPRequest, exchange: Exchange) -> None:
        failure: OSError | None = None
        try:
            if request.is_overdue:  # bytes that are there already would be read all the same
                raise TimeoutError  # noqa: TRY301 - handled as the one of the socket
            self._bound(request.bound(request.endpoint.timeout.read))
            data = self._open_socket.recv(_RECEIVED)
        except TimeoutError:
            seconds = request.endpoint.timeout.read
            exchange.error = (
                connection_errors.build_stalled_error(request, seconds)
                if exchange.status
                else connection_errors.build_no_response_error(request, seconds)
            )
            return
        except OSError as error:
            data, failure = b"", error
        if self._interruption is not None:
            exchange.error = self._explain(request)
        elif data:
            self._parser.feed(data)
        elif self._parser.touched:
            self._parser.end()
        else:
            self._judge(request, exchange, failure)

    def _judge(self, request: HTTPRequest, exchange: Exchange, failure: OSError | None) -> None:
        """Tell what it means that the server closed the connection before it answered."""
        window = DEATH_WINDOW + 3 * self._opened_in
        is_used = self._uses > 1
        if self._is_cut:  # it cannot have read what was not sent
            exchange.dead = is_used
        elif isinstance(failure, ConnectionError):
            exchange.dead = is_used and time.monotonic() < self._asked_at + window
        elif failure is None and is_used and not self._is_secure:
            # The reset of a request that reached a closed connection may still be on its way. (TLS
            # complains about a missing goodbye, which can itself be reset.)
            while not exchange.dead and time.monotonic() < self._asked_at + window:
                exchange.dead = was_reset(self._open_socket)
                if not exchange.dead:
                    time.sleep(window / _PROBES)
        exchange.error = connection_errors.build_unanswered_error(
            request, failure, sent=not self._is_cut
        )

    @property
    def _open_socket(self) -> socket.socket:
        return cast("socket.socket", self._socket)

    def _bound(self, seconds: float | None) -> None:
        if seconds != self._limit:  # setting it is a system call
            self._open_socket.settimeout(None if seconds is None else max(seconds, _MIN_LIMIT))
            self._limit = seconds

    def _explain(self, request: HTTPRequest) -> Exception:
        """Build the error of a request that was interrupted."""
        if self._is_cut or self._interruption is None:
            return connection_errors.build_closed_error(request)
        return self._interruption(request)

    def _enter(self) -> bool:
        with self._lock:
            self._is_used = self._interruption is None
            return self._is_used

    def _leave(self, exchange: Exchange) -> None:
        if exchange.ended and not exchange.complete:
            self._parser.reusable = False
        with self._lock:
            self._is_used = False
            if self._is_closing or self._interruption is not None:
                self._end()


def _is_readable(connection: socket.socket) -> bool:
    """Tell whether something has arrived on a connection, its end included."""
    number = connection.fileno()
    if number < 0:  # it has been closed
        return True
    poll = select.poll()
    poll.register(number, select.POLLIN)
    return bool(poll.poll(0))


class Lender(Protocol):
    """The pool that a stream gives its connection back to."""

    def release(self, connection: Connection) -> None:
        """Take back a connection, to be used again or closed."""
        ...


class Stream:
    """A response that is read as it arrives; see `ByteStream`."""

    def __init__(
        self, request: HTTPRequest, exchange: Exchange, connection: Connection, lender: Lender
    ) -> None:
        """Hold a response whose head is complete."""
        self._request = request
        self._exchange = exchange
        self._connection: Connection | None = connection
        self._lender = lender
        self._lock = threading.Lock()
        self._process = os.getpid()
        if exchange.ended:
            self._let_go()

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._exchange.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers."""
        return Headers(self._exchange.headers)

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body's bytes as they arrive."""
        return self

    def __next__(self) -> bytes:
        """Return the next bytes of the body.

        Raises:
            TransportError: The connection broke, or no bytes arrived in time.
        """
        exchange = self._exchange
        if self._process != os.getpid():
            raise connection_errors.build_forked_error(self._request)
        connection = self._connection
        if not exchange.pieces and not exchange.ended and connection is not None:
            try:
                connection.read(self._request, exchange, whole=False)
            except BaseException:
                self.close()
                raise
        if exchange.ended:
            self._let_go()
        if exchange.pieces:
            return exchange.take()
        if exchange.ended and not exchange.complete:
            raise build_failure(self._request, exchange)
        raise StopIteration

    def release(self) -> None:
        """Let the connection be used again as soon as the end of the body has arrived."""
        connection = self._connection
        if connection is not None and self._process == os.getpid():
            connection.leave(self._exchange)
            self._let_go()

    def close(self) -> None:
        """Close the connection if bytes are still to come and the response was not released.

        Another thread may call it: a reader that waits for bytes then raises a `TransportError`.
        """
        with self._lock:
            connection, self._connection = self._connection, None
        if connection is None or self._process != os.getpid():
            return
        connection.interrupt(connection_errors.build_stream_closed_error)
        self._lender.release(connection)

    def _let_go(self) -> None:
        with self._lock:
            connection, self._connection = self._connection, None
        if connection is not None:
            self._lender.release(connection)
