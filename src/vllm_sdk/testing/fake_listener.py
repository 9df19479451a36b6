"""The connections of a `FakeServer`."""

from __future__ import annotations

import contextlib
import itertools
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from vllm_sdk.testing.fake_answers import EVENT_STREAM, FakeAnswer, FakeRequest, answer_error

HOST = "127.0.0.1"


END_SECONDS = 10.0
"""Seconds that the answers under way have to end, which only a script of the user's may need."""


class Listener(ThreadingHTTPServer):
    """Takes connections, each in a thread of its own, until it is ended.

    Attributes:
        aborted: The answers whose client hung up before their end.
    """

    request_queue_size = 2048

    def __init__(self, answer: Callable[[FakeRequest], FakeAnswer]) -> None:
        """Listen on a free port.

        Args:
            answer: Answers a request.
        """
        self.aborted = 0
        self._open: dict[socket.socket, threading.Thread] = {}
        self._lock = threading.Lock()
        self._end = threading.Event()
        super().__init__((HOST, 0), _make_handler(answer, self._end, self._count_aborted))
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,))
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait, and return whether the server has ended meanwhile."""
        return self._end.wait(seconds)

    def end(self) -> None:
        """End each answer that is under way, each connection, and their threads."""
        self._end.set()
        self.shutdown()
        self._thread.join()
        self.server_close()
        with self._lock:
            remaining = dict(self._open)
        for each in remaining:
            with contextlib.suppress(OSError):  # it is closed already
                each.shutdown(socket.SHUT_RDWR)
        deadline = time.monotonic() + END_SECONDS
        for thread in remaining.values():
            thread.join(max(0, deadline - time.monotonic()))

    def _count_aborted(self) -> None:
        if not self._end.is_set():
            with self._lock:
                self.aborted += 1

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection in a thread."""
        thread = threading.Thread(
            target=self.process_request_thread, args=(request, client_address), daemon=True
        )
        with self._lock:
            self._open[request] = thread
        thread.start()

    def shutdown_request(self, request: Any) -> None:
        """Close a connection."""
        with self._lock:
            self._open.pop(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore a client that has hung up, or that does not speak HTTP."""


def _make_handler(
    answer: Callable[[FakeRequest], FakeAnswer],
    end: threading.Event,
    count_aborted: Callable[[], None],
) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def play(self) -> None:
            """Answer a request."""
            if "Transfer-Encoding" in self.headers:
                self.send_error(HTTPStatus.LENGTH_REQUIRED)
                return
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            try:
                said = answer(FakeRequest(self.command, self.path, headers, body))
            except Exception as error:  # noqa: BLE001 -- a mistake in the script shows itself in the test
                said = answer_error(500, f"The script failed: {type(error).__name__}: {error}")
            try:
                _send(self, said, end)
            except OSError:
                count_aborted()
                self.close_connection = True

        do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = play  # noqa: N815 -- the names that the class calls

        def log_message(self, format: str, *args: Any) -> None:
            """Write no line for each request."""

    return Handler


def _send(handler: BaseHTTPRequestHandler, answer: FakeAnswer, end: threading.Event) -> None:
    """Send an answer, or as much of it as it says."""
    if answer.hangs:
        end.wait()
    closes, handler.close_connection = handler.close_connection, True
    if answer.hangs or answer.drops or (answer.delay and end.wait(answer.delay)):
        return
    chunked = answer.content_type == EVENT_STREAM
    _send_head(handler, answer, chunked=chunked)
    for number, piece in enumerate(_split(answer)):
        if number and answer.pause and end.wait(answer.pause):
            return
        handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
    if answer.cut_at is None:
        handler.wfile.write(b"0\r\n\r\n" if chunked else b"")
        handler.close_connection = closes


def _send_head(handler: BaseHTTPRequestHandler, answer: FakeAnswer, *, chunked: bool) -> None:
    handler.send_response(answer.status)
    handler.send_header("Content-Type", answer.content_type)
    if chunked:
        handler.send_header("Transfer-Encoding", "chunked")
    else:
        handler.send_header("Content-Length", str(len(answer.body)))
    for name, value in answer.headers.items():
        handler.send_header(name, value)
    handler.end_headers()


def _split(answer: FakeAnswer) -> Iterator[bytes]:
    """Yield the pieces of a body, up to the byte at which it is cut."""
    body = answer.body[: answer.cut_at]
    sizes = itertools.chain(answer.pieces, itertools.repeat((answer.pieces or (len(body),))[-1]))
    start = 0
    while start < len(body):
        end = start + next(sizes)
        yield body[start:end]
        start = end
