"""A small real HTTP server whose answers a test scripts."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

import attrs
import httpx

from vllm_sdk._operations.tool_loop.template_check import QUESTION, TOKENIZE
from vllm_sdk.errors import VLLMError
from wire import EVENT_STREAM


@attrs.frozen
class Seen:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Exchange:
    """What a script does with one request."""

    def __init__(self, handler: BaseHTTPRequestHandler, seen: Seen, end: threading.Event) -> None:
        self.seen = seen
        self._handler = handler
        self._end = end

    def answer(
        self,
        status: int = 200,
        body: Any = b"",
        content_type: str = "application/json",
        **headers: str,
    ) -> None:
        """Answer whole; anything but bytes is sent as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.begin(status, content_type, len(content), **headers)
        self.write(content)

    def stream(self, content: bytes) -> None:
        """Answer with a whole event stream."""
        self.answer(body=content, content_type=EVENT_STREAM)

    def begin(self, status: int, content_type: str, length: int | None, **headers: str) -> None:
        """Send the head; without a length the body ends with the connection."""
        self._handler.send_response(status)
        self._handler.send_header("Content-Type", content_type)
        if length is None:
            if "Transfer_Encoding" not in headers:
                self._handler.send_header("Connection", "close")
            self._handler.close_connection = True
        else:
            self._handler.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.end_headers()

    def keep(self, status: int, content_type: str, **headers: str) -> None:
        """Send the head of a chunked body, after which the connection goes on."""
        self.begin(status, content_type, None, **headers)
        self._handler.close_connection = False

    def write(self, content: bytes) -> None:
        self._handler.wfile.write(content)
        self._handler.wfile.flush()

    def hang_up(self) -> None:
        """Close the connection after what was sent so far."""
        self._handler.close_connection = True

    def wait_for_end(self) -> None:
        """Send no more until the server ends, and hang up then."""
        self._end.wait()
        self.hang_up()


Script = Callable[[Exchange], None]


def has_no_route(exchange: Exchange) -> None:
    """Answer as a server without the route."""
    exchange.answer(404, {"detail": "Not Found"})


class LocalServer:
    """Listens on a free port of 127.0.0.1 and plays a script for every request.

    The token counts by which a tool loop looks at the chat template are played by a script of their
    own; by default the server has no such route.

    Attributes:
        requests: the requests, without those counts.
        template_checks: the requests for those counts.
    """

    def __init__(self, script: Script, *, check_template: Script = has_no_route) -> None:
        self.requests: list[Seen] = []
        self.template_checks: list[Seen] = []
        self.peers: set[Any] = set()
        self._end = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # else an answer in two parts takes 40 ms

            def play(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                seen = Seen(self.command, self.path, headers, body)
                outer.peers.add(self.client_address)
                if seen.path.endswith(TOKENIZE) and seen.json.get("messages") == QUESTION:
                    outer.template_checks.append(seen)
                    check_template(Exchange(self, seen, outer._end))
                    return
                outer.requests.append(seen)
                script(Exchange(self, seen, outer._end))

            do_GET = do_POST = do_DELETE = play  # noqa: N815 - the names the base class asks for

            def log_message(self, *_: Any) -> None:
                """Keep the test's output clean."""

        class Listener(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 2048  # as uvicorn's

            def handle_error(self, *_: Any) -> None:
                """A client that hung up is part of many a test."""

        self._listener = Listener(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.01,))
        self._thread.daemon = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._listener.shutdown()
        self._listener.server_close()
        self._thread.join(5)


class Flaky:
    """Answers each request with the next script; with the last one when they run out."""

    def __init__(self, *scripts: Script) -> None:
        self._scripts = list(scripts)

    def __call__(self, exchange: Exchange) -> None:
        script = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
        script(exchange)


@contextmanager
def serving(status: int = 200, body: Any = b"", **more: Any) -> Iterator[LocalServer]:
    """A server that gives every request the same answer."""
    with LocalServer(lambda exchange: exchange.answer(status, body, **more)) as server:
        yield server


def serving_stream(content: bytes) -> AbstractContextManager[LocalServer]:
    """A server that gives every request the same event stream."""
    return serving(body=content, content_type=EVENT_STREAM)


def with_patience(
    ask: Callable[[httpx.Timeout], None], begun: Callable[[VLLMError], object]
) -> None:
    """Ask with longer and longer read bounds until the start of a response comes within one.

    For responses that fall silent after their start: on a busy machine the start may come late.

    Args:
        ask: Send the request, which always fails, with a timeout.
        begun: Whether an error is one of a response that had started.
    """
    for read in (0.1, 1, 10):
        try:
            ask(httpx.Timeout(30, read=read))
        except VLLMError as error:
            if begun(error):
                raise
    raise AssertionError("the start of the response never came in time")
