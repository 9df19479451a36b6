"""What both engines do with sockets: their options, TLS, and what a closed one tells."""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
from ipaddress import ip_address
from itertools import chain, zip_longest
from typing import Any, TypeAlias

from vllm_sdk._transport.tls import build_context

DEATH_WINDOW = 0.1
"""Seconds, besides three round trips, within which a used connection proves dead.

A server that closes a kept-alive connection just as a request is sent has not read the request: its
kernel answers with a reset at once. A reset that comes later may end the work on the request.
"""

HAPPY_EYEBALLS_DELAY = 0.25
"""Seconds after which the next address of a host is tried beside the first (RFC 8305)."""

Address: TypeAlias = tuple[socket.AddressFamily, Any]
"""A family, and what its sockets connect to."""

_KEEPALIVE_IDLE = 60
_KEEPALIVE_INTERVAL = 15
_KEEPALIVE_PROBES = 4

# The first lookup of a name would import it, which fails where no file descriptor is left.
"".encode("idna")


def tune_socket(connection: Any) -> None:
    """Send small requests at once, and probe a silent connection, which NAT forgets after minutes.

    Args:
        connection: A TCP socket, or what asyncio shows of one.
    """
    if connection.family not in {socket.AF_INET, socket.AF_INET6}:
        return
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in (
        ("TCP_KEEPIDLE", _KEEPALIVE_IDLE),
        ("TCP_KEEPALIVE", _KEEPALIVE_IDLE),  # its name on macOS
        ("TCP_KEEPINTVL", _KEEPALIVE_INTERVAL),
        ("TCP_KEEPCNT", _KEEPALIVE_PROBES),
    ):
        option = getattr(socket, name, None)
        if option is not None:
            connection.setsockopt(socket.IPPROTO_TCP, option, value)


def copy_socket(connection: Any) -> socket.socket:
    """Return a socket of its own for the same connection.

    Raises:
        OSError: No file descriptor is left.
    """
    return socket.socket(fileno=os.dup(connection.fileno()))


def shut_down(connection: Any) -> None:
    """End a connection in both directions.

    Closing would not end it while a fork of this process has a copy of the descriptor: the server
    would generate on. A process must not do this to a connection that it has inherited.
    """
    with contextlib.suppress(OSError):  # the server has ended it already
        view = socket.socket(fileno=connection.fileno())
        try:
            view.shutdown(socket.SHUT_RDWR)
        finally:
            view.detach()


def was_reset(connection: Any) -> bool:
    """Tell whether the peer refused what was sent, although its end of the stream came first."""
    return bool(connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))


def is_address(host: str) -> bool:
    """Tell whether a host is an IP address, which need not be looked up."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def find_addresses(host: str, port: int) -> list[Address]:
    """Look the addresses of a host up, which may take long if it is not an address itself.

    Raises:
        OSError: It has none.
    """
    return take_turns(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))


def take_turns(found: list[tuple[Any, Any, Any, str, Any]]) -> list[Address]:
    """Return what a look-up found, the families in turn."""
    families: dict[socket.AddressFamily, list[Address]] = {}
    for family, _, _, _, place in found:
        families.setdefault(family, []).append((family, place))
    in_turn = chain.from_iterable(zip_longest(*families.values()))
    return [address for address in in_turn if address is not None]


class TLS:
    """The TLS context of an engine, made at the first https request: loading takes 20 ms."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        """Hold a context; without one, the system's certificates and certifi's are trusted."""
        self._context = context

    def get_context(self) -> ssl.SSLContext:
        """Return the context.

        Raises:
            ConfigurationError: A file that `SSL_CERT_FILE` names cannot be read.
        """
        if self._context is None:
            self._context = build_context()
        return self._context
