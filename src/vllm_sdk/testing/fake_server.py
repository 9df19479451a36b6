"""A server with scripted answers, for tests of an application's error paths."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self, TypeAlias

from vllm_sdk.testing.fake_answers import (
    FakeAnswer,
    FakeRequest,
    answer_error,
    answer_json,
    answer_text,
)

HOST = "127.0.0.1"
GENERATING = ("/v1/chat/completions", "/v1/completions")

Step: TypeAlias = str | FakeAnswer | Callable[[FakeRequest], "str | FakeAnswer"]
"""One step of a script: a text, an answer, or a function of the request that returns either."""


class FakeServer:
    """A server on this machine that gives scripted answers, one for each generation.

    A text is answered as a reply or as a stream, as the request asks. The last step repeats. Other
    routes answer like vLLM: `/health`, `/version` and `/v1/models`. With one function as the
    script, `handle`, every route is the function's.

    >>> from vllm_sdk import VLLM
    >>> with FakeServer(answer_error(503, "busy"), "Paris.") as server:
    ...     VLLM(server.url).generate("What is the capital of France?").text
    'Paris.'

    Attributes:
        model: The name of its model.
        version: The version of vLLM that it tells.
        requests: The requests to generate so far; with `handle`, all requests.
    """

    def __init__(
        self,
        *steps: Step,
        model: str = "fake",
        version: str = "0.33.0",
        handle: Callable[[FakeRequest], FakeAnswer] | None = None,
    ) -> None:
        """Prepare a server, which starts when its block is entered.

        Args:
            *steps: The answers in their order. Default: the text "Hello."
            model: The name of its model.
            version: The version of vLLM that it tells.
            handle: Answers every request, instead of `steps`.
        """
        self.model = model
        self.version = version
        self.requests: list[FakeRequest] = []
        self._steps = self._repeat_last(steps or ("Hello.",))
        self._handle = handle
        self._lock = threading.Lock()
        self._end = threading.Event()
        self._listener = _Listener((HOST, 0), _make_handler(self))
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        """The address, without a trailing slash."""
        return f"http://{HOST}:{self._listener.server_port}"

    def __enter__(self) -> Self:
        """Start the server."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the server, and each answer that is under way."""
        self._end.set()
        self._listener.shutdown()
        self._listener.server_close()
        self._thread.join()

    def wait(self, seconds: float) -> bool:
        """Wait, and return whether the server has ended meanwhile."""
        return self._end.wait(seconds)

    def wait_for_end(self) -> None:
        """Wait until the server ends."""
        self._end.wait()

    def answer(self, request: FakeRequest) -> FakeAnswer:
        """Return the answer to a request."""
        if self._handle is not None:
            with self._lock:
                self.requests.append(request)
            return self._handle(request)
        if request.path not in GENERATING:
            return self._answer_other(request)
        with self._lock:
            self.requests.append(request)
            step = next(self._steps)
        said = step(request) if callable(step) else step
        return said if isinstance(said, FakeAnswer) else answer_text(request, said, self.model)

    def _answer_other(self, request: FakeRequest) -> FakeAnswer:
        match request.method, request.path:
            case "GET", "/health":
                return FakeAnswer()
            case "GET", "/version":
                return answer_json({"version": self.version})
            case "GET", "/v1/models":
                card = {"id": self.model, "object": "model", "created": 1, "owned_by": "vllm"}
                return answer_json({"object": "list", "data": [card | {"max_model_len": 2048}]})
            case _:
                return answer_json({"detail": "Not Found"}, 404)

    @staticmethod
    def _repeat_last(steps: tuple[Step, ...]) -> Iterator[Step]:
        return itertools.chain(steps, itertools.repeat(steps[-1]))


class _Listener(ThreadingHTTPServer):
    """Takes connections, each in a thread of its own."""

    daemon_threads = True
    request_queue_size = 2048

    def handle_error(self, *_: Any) -> None:
        """Ignore a client that has hung up."""


def _make_handler(server: FakeServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def play(self) -> None:
            """Answer a request."""
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = FakeRequest(self.command, self.path, headers, body)
            try:
                answer = server.answer(request)
            except Exception as error:  # noqa: BLE001 -- a mistake in the script shows itself in the test
                answer = answer_error(500, f"The script failed: {type(error).__name__}: {error}")
            _send(self, answer, server)

        do_GET = do_POST = do_DELETE = do_PUT = play  # noqa: N815 -- the names that the class calls

        def log_message(self, format: str, *args: Any) -> None:
            """Write no line for each request."""

    return Handler


def _send(handler: BaseHTTPRequestHandler, answer: FakeAnswer, server: FakeServer) -> None:
    """Send an answer, or as much of it as it says."""
    if answer.hangs:
        server.wait_for_end()
    if answer.hangs or (answer.delay and server.wait(answer.delay)):
        handler.close_connection = True
        return
    handler.send_response(answer.status)
    handler.send_header("Content-Type", answer.content_type)
    handler.send_header("Content-Length", str(len(answer.body)))
    for name, value in answer.headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    for number, piece in enumerate(_split(answer)):
        if number and answer.pause and server.wait(answer.pause):
            handler.close_connection = True
            return
        handler.wfile.write(piece)
        handler.wfile.flush()
    handler.close_connection = handler.close_connection or answer.cut_at is not None


def _split(answer: FakeAnswer) -> Iterator[bytes]:
    """Yield the pieces of a body, up to the byte at which it is cut."""
    body = answer.body[: answer.cut_at]
    if not answer.pieces:
        yield body
        return
    sizes = itertools.chain(answer.pieces, itertools.repeat(answer.pieces[-1]))
    start = 0
    while start < len(body):
        end = start + next(sizes)
        yield body[start:end]
        start = end
