"""Open a connection from blocking code: happy eyeballs, TLS, and a bound on all of it."""

from __future__ import annotations

import errno
import os
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable

from vllm_sdk._transport.endpoint import Origin
from vllm_sdk._transport.http1.sockets import (
    HAPPY_EYEBALLS_DELAY,
    TLS,
    Address,
    find_addresses,
    is_address,
    tune_socket,
)

_SLICE = 0.05
"""Seconds between two looks at whether the attempt is still wanted."""


class DialingEnded(Exception):
    """The client was closed while it connected."""


def open_connection(
    origin: Origin, tls: TLS, timeout: float | None, is_wanted: Callable[[], bool]
) -> socket.socket:
    """Open a connection to a server.

    Args:
        origin: The server.
        tls: The TLS context.
        timeout: Limit on the seconds of all of it; None for no limit.
        is_wanted: Tells whether to go on.

    Raises:
        OSError: It cannot be opened; a TimeoutError, not in time.
        DialingEnded: It is not wanted any more.
    """
    end = None if timeout is None else time.monotonic() + timeout
    if origin.socket_path is not None:
        addresses: list[Address] = [(socket.AF_UNIX, origin.socket_path)]
    else:
        addresses = _look_up(origin, end, is_wanted)
    opened = _Race(addresses, end, is_wanted).run()
    try:
        tune_socket(opened)
        return _secure(opened, origin, tls, end, is_wanted) if origin.secure else opened
    except BaseException:
        opened.close()
        raise


def _secure(
    opened: socket.socket,
    origin: Origin,
    tls: TLS,
    end: float | None,
    is_wanted: Callable[[], bool],
) -> socket.socket:
    """Agree on TLS."""
    context = tls.get_context()
    secured = context.wrap_socket(
        opened, server_hostname=origin.host, do_handshake_on_connect=False
    )
    try:
        poll = select.poll()
        while True:
            try:
                secured.do_handshake()
            except ssl.SSLWantReadError:
                poll.register(secured.fileno(), select.POLLIN)
            except ssl.SSLWantWriteError:  # pragma: no cover - a full buffer after a few bytes
                poll.register(secured.fileno(), select.POLLOUT)
            else:
                return secured
            poll.poll(_find_slice(end) * 1000)
            _check(end, is_wanted)
    except BaseException:
        secured.close()
        raise


def _look_up(origin: Origin, end: float | None, is_wanted: Callable[[], bool]) -> list[Address]:
    """Look the host's addresses up: in a thread, since the system's look-up knows no bound."""
    if is_address(origin.host):
        return find_addresses(origin.host, origin.port)
    found: list[list[Address] | Exception] = []
    done = threading.Event()

    def look_up() -> None:
        try:
            found.append(find_addresses(origin.host, origin.port))
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            found.append(error)
        done.set()

    threading.Thread(target=look_up, daemon=True, name="vllm-sdk-look-up").start()
    while not done.wait(_find_slice(end)):
        _check(end, is_wanted)
    outcome = found[0]
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


class _Race:
    """Connects to one address after the other; the first connection counts."""

    def __init__(
        self, addresses: list[Address], end: float | None, is_wanted: Callable[[], bool]
    ) -> None:
        self._left = addresses[::-1]
        self._end = end
        self._is_wanted = is_wanted
        self._started: dict[int, socket.socket] = {}
        self._poll = select.poll()
        self._failure: OSError = OSError("the host has no address")

    def run(self) -> socket.socket:
        """Return the first connection; the others are closed."""
        try:
            while True:
                if (opened := self._start_next()) is not None:
                    return opened
                next_start = time.monotonic() + HAPPY_EYEBALLS_DELAY
                while self._started and (not self._left or time.monotonic() < next_start):
                    if (opened := self._look()) is not None:
                        return opened
                if not self._started and not self._left:
                    raise self._failure
        finally:
            for loser in self._started.values():
                loser.close()

    def _start_next(self) -> socket.socket | None:
        if not self._left:
            return None
        family, address = self._left.pop()
        try:
            attempt = socket.socket(family, socket.SOCK_STREAM)
        except OSError as error:  # a family that this machine does not have, or no descriptor left
            self._failure = error
            return None
        attempt.setblocking(False)  # noqa: FBT003 - the standard library's own
        self._started[attempt.fileno()] = attempt
        try:
            attempt.connect(address)
        except BlockingIOError as error:
            if error.errno == errno.EAGAIN:  # only of a Unix socket whose queue is full
                self._fail(attempt, error)
                self._left.append((family, address))
                time.sleep(_SLICE)
                _check(self._end, self._is_wanted)
            else:
                self._poll.register(attempt.fileno(), select.POLLOUT)
            return None
        except OSError as error:
            self._fail(attempt, error)
            return None
        return self._win(attempt)

    def _look(self) -> socket.socket | None:
        _check(self._end, self._is_wanted)
        for number, _ in self._poll.poll(_find_slice(self._end) * 1000):
            attempt = self._started[number]
            self._poll.unregister(number)
            code = attempt.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if not code:
                return self._win(attempt)
            self._fail(attempt, OSError(code, os.strerror(code)))
        return None

    def _win(self, attempt: socket.socket) -> socket.socket:
        return self._started.pop(attempt.fileno())

    def _fail(self, attempt: socket.socket, error: OSError) -> None:
        self._failure = error
        self._started.pop(attempt.fileno()).close()


def _check(end: float | None, is_wanted: Callable[[], bool]) -> None:
    if not is_wanted():
        raise DialingEnded
    if end is not None and time.monotonic() >= end:
        raise TimeoutError("connection timeout")


def _find_left(end: float | None) -> float | None:
    return None if end is None else max(end - time.monotonic(), 0.001)


def _find_slice(end: float | None) -> float:
    left = _find_left(end)
    return _SLICE if left is None else min(_SLICE, left)
