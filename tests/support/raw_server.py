"""A server below HTTP, for answers that no HTTP server would give."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import attrs

from wire import END, EVENT_STREAM, chat_body, chunk, delta, event

BODY = json.dumps(chat_body()).encode()


@attrs.define
class RawServer:
    """A server whose script gets every connection as a socket.

    Attributes:
        url: The server's address.
        requests: The number of whole requests that were read.
        connections: The number of connections that were accepted.
        ended: The number of connections whose script has ended.
    """

    url: str
    requests: int = 0
    connections: int = 0
    ended: int = 0
    changed: threading.Condition = attrs.field(factory=threading.Condition)

    def read(self, peer: socket.socket, pause: float = 0) -> bytes:
        """Read a whole request with pauses, and return its body."""
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._more(peer)
        head, _, body = received.partition(b"\r\n\r\n")
        _, _, length = head.lower().partition(b"content-length:")
        wanted = int(length.split(b"\r\n")[0] or b"0")
        pieces = [body]
        missing = wanted - len(body)
        while missing > 0:
            time.sleep(pause)
            pieces.append(self._more(peer))
            missing -= len(pieces[-1])
        self.count("requests")
        return b"".join(pieces)

    def read_marker(self, peer: socket.socket) -> str:
        """Read a whole request, and return its prompt."""
        return str(json.loads(self.read(peer))["messages"][0]["content"])

    def count(self, name: str) -> None:
        """Count one more."""
        with self.changed:
            setattr(self, name, getattr(self, name) + 1)
            self.changed.notify_all()

    def wait_for(self, name: str, number: int) -> None:
        """Wait until this many were counted."""
        with self.changed:
            assert self.changed.wait_for(lambda: getattr(self, name) >= number, 30)

    def _more(self, peer: socket.socket) -> bytes:
        if piece := peer.recv(65536):
            return piece
        raise ConnectionError


Script = Callable[[RawServer, socket.socket], None]


@contextmanager
def raw(
    script: Script,
    *,
    listener: socket.socket | None = None,
    host: str = "127.0.0.1",
    context: ssl.SSLContext | None = None,
) -> Iterator[RawServer]:
    """Serve on a free port; with a context, by TLS."""
    with listener or socket.create_server((host, 0), backlog=2048) as listening:
        scheme = "http" if context is None else "https"
        server = RawServer(f"{scheme}://{host}:{listening.getsockname()[1]}")

        def serve(peer: socket.socket) -> None:
            peer.settimeout(30)
            try:
                with (
                    peer if context is None else context.wrap_socket(peer, server_side=True) as used
                ):
                    script(server, used)
            except OSError:
                peer.close()
            finally:
                server.count("ended")

        def accept() -> None:
            while True:
                try:
                    peer, _ = listening.accept()
                except OSError:
                    return
                server.count("connections")
                threading.Thread(target=serve, args=(peer,), daemon=True).start()

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join(10)


def until_gone(peer: socket.socket) -> None:
    """Read until the client ends the connection."""
    while peer.recv(65536):
        pass


def reset(peer: socket.socket) -> None:
    """Close a connection with a reset."""
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()


def sends(*pieces: bytes, hold: bool = False) -> Script:
    """Answer each connection's first request with these bytes, and then close or hold it."""

    def script(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(b"".join(pieces))
        if hold:
            until_gone(peer)

    return script


def echo(server: RawServer, peer: socket.socket) -> None:
    """Answer every request with its own prompt."""
    while True:
        peer.sendall(reply(server.read_marker(peer)))


def response(body: bytes = BODY, status: str = "200 OK", *headers: str) -> bytes:
    """Return a response with a length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def reply(text: str, *headers: str) -> bytes:
    """Return the response of a generation."""
    return response(json.dumps(chat_body(text)).encode(), "200 OK", *headers)


def chunked(*pieces: bytes) -> bytes:
    """Return chunks; an empty one ends the body."""
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)


def streaming(kind: str = EVENT_STREAM) -> bytes:
    """Return the head of a stream."""
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()


def piece(text: str, finish: str | None = None) -> bytes:
    """Return an event with a piece of the text."""
    return event(chunk(delta(text, finish=finish)))


WHOLE = piece("Paris.", "stop") + END.encode()
