"""One connection of the asyncio engine."""

from __future__ import annotations

import asyncio
import contextlib
import math
import select
import socket
from typing import Protocol, cast

from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.http1.exchange import Exchange, ResponseParser
from vllm_sdk._transport.http1.sockets import (
    DEATH_WINDOW,
    copy_socket,
    shut_down,
    tune_socket,
    was_reset,
)
from vllm_sdk._transport.protocols import HTTPRequest

_PIECE = 1 << 18
"""Bytes of a request that are handed to asyncio at a time."""

_MAX_HELD = 1 << 18
"""Bytes of a stream that may wait for their reader before the server has to wait."""

_REST_LIMIT = 1.0
"""Seconds within which the end of a body has to follow the last byte that matters."""

_PROBES = 10
"""How often a closed connection is asked, within its window, whether it was reset."""


class Owner(Protocol):
    """The pool that a connection belongs to."""

    loop: asyncio.AbstractEventLoop

    def watch(self, connection: Connection, deadline: float) -> None:
        """Call `expire` when the deadline has passed."""
        ...

    def release(self, connection: Connection) -> None:
        """Take back a connection that can carry another exchange."""
        ...

    def forget(self, connection: Connection) -> None:
        """Note that a connection has been closed."""
        ...


class Connection(asyncio.Protocol):
    """A connection: sends a request, and feeds what arrives into its exchange.

    Attributes:
        deadline: The time of the loop after which the pool calls `expire`.
        opened_in: Seconds that it took to connect, about one round trip.
    """

    def __init__(self, owner: Owner) -> None:
        """Prepare a connection for a pool; asyncio makes it."""
        self.deadline = math.inf
        self.opened_in = 0.0
        self._owner = owner
        self._loop = owner.loop
        self._parser = ResponseParser()
        self._transport: asyncio.Transport = cast("asyncio.Transport", None)
        self._request: HTTPRequest = cast("HTTPRequest", None)
        self._exchange: Exchange | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._streamed = False
        self._is_paused = False
        self._asked_at = 0.0
        self._call_end = math.inf
        self._uses = 0
        self._unsent: memoryview | None = None
        self._is_writing = False
        self._unwritten = 0
        self._taken = 0
        self._probe: socket.socket | None = None
        self._is_dropped = False
        self._is_left = False

    # What the transport calls.

    @property
    def _is_secure(self) -> bool:
        return self._transport.get_extra_info("sslcontext") is not None

    @property
    def is_open(self) -> bool:
        """True if the connection can be used; asyncio tells only later that it has been closed."""
        return not (self._is_dropped or self._transport.is_closing())

    @property
    def is_silent(self) -> bool:
        """True if the idle connection can be used: nothing has arrived that nobody asked for.

        The loop may not have looked yet. A second response would answer the next request.
        """
        return not (self._is_dropped or self._transport.is_closing() or self._look(0))

    def ask(
        self, request: HTTPRequest, head: bytes, exchange: Exchange, *, streamed: bool
    ) -> asyncio.Future[None]:
        """Send a request.

        Args:
            request: The request.
            head: Its head, as bytes.
            exchange: Receives the response.
            streamed: Whether the body is read as it arrives.

        Returns:
            A future that is done when the exchange has ended; a streamed one, when its head is
            complete.
        """
        self._request, self._exchange, self._streamed = request, exchange, streamed
        self._is_left = False
        self._parser.begin(exchange)
        self._uses += 1
        body = request.body
        waiter = self._waiter = self._loop.create_future()
        now = self._asked_at = self._loop.time()
        deadline = request.deadline
        self._call_end = math.inf if deadline is None else now + deadline.left
        if body is None:
            self._transport.write(head)
        elif len(body) <= _PIECE:
            self._transport.write(head + body)
        else:
            self._unsent = memoryview(body)
            self._transport.write(head)
            self._write_more()
        if not self._is_writing:
            self._watch(now, request.endpoint.timeout.read)
        return waiter

    def wait(self) -> asyncio.Future[None]:
        """Return a future that is done when more of a streamed response is there."""
        self.resume()
        waiter = self._waiter = self._loop.create_future()
        self._watch(self._loop.time(), self._request.endpoint.timeout.read)
        return waiter

    def resume(self) -> None:
        """Read on, after a stream was held up by its reader."""
        if self._is_paused:
            self._is_paused = False
            self._transport.resume_reading()

    def abandon(self, exchange: Exchange) -> None:
        """Close the connection if it still carries an exchange that its caller has left."""
        if self._exchange is exchange:
            self.fail(connection_errors.build_stream_closed_error(self._request))

    def leave(self) -> None:
        """Let the rest of the exchange arrive, of which nothing more is needed."""
        self._is_left = True
        self.resume()
        self._owner.watch(self, self._loop.time() + _REST_LIMIT)

    def fail(self, error: Exception) -> None:
        """End the exchange with an error, and close the connection."""
        cast("Exchange", self._exchange).error = error
        self._parser.reusable = False
        self._end()

    def drop(self) -> None:
        """Close the connection at once, whatever is still to be sent."""
        self._is_dropped = True
        self.deadline = math.inf
        self._parser.release()
        if self._probe is not None:
            self._probe.close()
            self._probe = None
        if not self._transport.is_closing():
            shut_down(self._socket)
        self._transport.abort()

    # What the pool calls.

    def expire(self, now: float) -> None:
        """End what has taken too long."""
        exchange, request = self._exchange, self._request
        if exchange is None or self._is_left:
            self._exchange = None
            self.drop()
        elif now >= self._call_end:
            sent = not self._is_writing
            self.fail(connection_errors.build_deadline_error(request, sent=sent))
        elif self._is_writing:
            left = self._transport.get_write_buffer_size()
            if left < self._unwritten:  # the server reads, if slowly
                self._unwritten = left
                self._watch(now, request.endpoint.timeout.write)
            else:
                self.fail(connection_errors.build_not_taken_error(request, request.timeout.write))
        elif not exchange.status:
            seconds = request.endpoint.timeout.read
            self.fail(connection_errors.build_no_response_error(request, seconds))
        else:
            seconds = request.endpoint.timeout.read
            self.fail(connection_errors.build_stalled_error(request, seconds))

    def close(self) -> None:
        """Close the connection because its client is closed."""
        if self._exchange is None:
            self.drop()
        elif self._unsent or self._is_writing:
            self.fail(connection_errors.build_closed_error(self._request))
        else:
            self.fail(connection_errors.build_closed_meanwhile_error(self._request))

    # What asyncio calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the open connection."""
        self._transport = cast("asyncio.Transport", transport)
        # asyncio then tells as soon as the kernel does not take all that is written.
        self._transport.set_write_buffer_limits(high=1, low=0)
        self._socket = transport.get_extra_info("socket")
        tune_socket(self._socket)
        poll = select.poll()
        poll.register(self._socket.fileno(), select.POLLIN)
        self._look = poll.poll

    def data_received(self, data: bytes) -> None:
        """Take bytes."""
        exchange = self._exchange
        if exchange is None:  # nobody asked
            self.drop()
            return
        if not exchange.pieces:
            self._taken = exchange.size
        self._parser.feed(data)
        if exchange.complete or exchange.violation is not None:
            self._end()
        elif self._is_left:
            exchange.pieces.clear()
        elif not (self._streamed and exchange.status):
            if not self._is_writing:
                self._watch(self._loop.time(), self._request.endpoint.timeout.read)
        else:
            self.deadline = math.inf
            self._wake()
            if exchange.size - self._taken > _MAX_HELD and not self._is_paused:
                self._is_paused = True
                self._transport.pause_reading()

    def eof_received(self) -> None:
        """Take the end of what the server sends; asyncio closes the connection then."""
        self._is_dropped = True
        if self._may_prove_dead(self._loop.time()):
            with contextlib.suppress(OSError):
                if was_reset(self._socket):
                    self._mark_dead()
                elif not self._is_secure:
                    # TLS says goodbye, which can itself be refused: nothing later counts.
                    self._probe = copy_socket(self._socket)

    def connection_lost(self, exc: Exception | None) -> None:
        """Note the end of the connection."""
        self._is_dropped = True
        self.deadline = math.inf
        self._owner.forget(self)
        if self._exchange is None:
            return
        if exc is not None and not self._is_secure:
            self._read_rest(self._exchange)
        if not self._parser.touched:
            self._judge(exc)
            return
        self._parser.end()
        self._end()

    def pause_writing(self) -> None:
        """Start the limit on writing: the server does not read as fast as is written."""
        self._is_writing = True
        if self._exchange is not None:
            self._unwritten = self._transport.get_write_buffer_size()
            self._watch(self._loop.time(), self._request.endpoint.timeout.write)

    def resume_writing(self) -> None:
        """Write on, or wait for the response if all is written."""
        self._is_writing = False
        if self._exchange is not None:
            self._write_more()
            if not self._is_writing:
                self._watch(self._loop.time(), self._request.endpoint.timeout.read)

    def _read_rest(self, exchange: Exchange) -> None:
        """Read what arrived before the connection broke: a server may answer, and then close it."""
        with contextlib.suppress(OSError), copy_socket(self._socket) as rest:
            while not exchange.ended and (data := rest.recv(_MAX_HELD)):
                self._parser.feed(data)

    def _write_more(self) -> None:
        # asyncio takes what is written after a failure, too, and throws it away.
        while self._unsent and not self._is_writing and not self._transport.is_closing():
            piece, self._unsent = self._unsent[:_PIECE], self._unsent[_PIECE:]
            self._transport.write(piece)

    def _watch(self, now: float, seconds: float | None) -> None:
        end = self._call_end
        if seconds is not None and now + seconds < end:
            end = now + seconds
        self._owner.watch(self, end)

    def _wake(self) -> None:
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    def _end(self) -> None:
        """Leave the exchange, which has ended, and wake who waits for it."""
        self._exchange = None
        self._parser.release()
        if self._parser.reusable and self.is_open and not (self._unsent or self._is_writing):
            self.resume()
            self._owner.release(self)
        else:
            self.drop()
        self._wake()

    # What it means that the server closed the connection before it answered.

    def _may_prove_dead(self, now: float) -> bool:
        return (
            self._exchange is not None
            and not self._parser.touched
            and self._uses > 1
            and now < self._asked_at + DEATH_WINDOW + 3 * self.opened_in
        )

    def _judge(self, error: Exception | None) -> None:
        exchange = cast("Exchange", self._exchange)
        if exchange.dead:
            self._end()
        elif self._unsent or self._is_writing:  # it cannot have read what was not sent
            exchange.dead = self._uses > 1
            self.fail(connection_errors.build_unanswered_error(self._request, error, sent=False))
        elif self._probe is not None:
            self._await_reset(self._probe)
        elif isinstance(error, ConnectionError) and self._may_prove_dead(self._loop.time()):
            self._mark_dead()
            self._end()
        else:
            self.fail(connection_errors.build_unanswered_error(self._request, error))

    def _await_reset(self, probe: socket.socket) -> None:
        """Wait for the reset of a request that reached a closed connection."""
        if self._probe is None:  # the caller has left
            return
        if was_reset(probe):
            self._mark_dead()
            self._end()
        elif self._may_prove_dead(self._loop.time()):
            pause = (DEATH_WINDOW + 3 * self.opened_in) / _PROBES
            self._loop.call_later(pause, self._await_reset, probe)
        else:
            self.fail(connection_errors.build_unanswered_error(self._request))

    def _mark_dead(self) -> None:
        cast("Exchange", self._exchange).dead = True
