"""A server on an event loop of its own that answers once enough requests are in flight."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from wire import chat_body

_BODY = json.dumps(chat_body()).encode()
_RESPONSE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(_BODY)
    + _BODY
)


@contextmanager
def holding(count: int) -> Iterator[str]:
    """Serve, and answer nothing before `count` requests are in flight at once.

    Yields:
        The address.
    """
    ready = threading.Event()
    ports: list[int] = []
    ends: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def serve() -> None:
        in_flight, enough, end = [0], asyncio.Event(), asyncio.Event()

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                while True:
                    head = await reader.readuntil(b"\r\n\r\n")
                    length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
                    await reader.readexactly(length)
                    in_flight[0] += 1
                    if in_flight[0] == count:
                        enough.set()
                    await enough.wait()
                    writer.write(_RESPONSE)
            except (asyncio.IncompleteReadError, ConnectionError):
                pass
            finally:
                writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=4096)
        ports.append(server.sockets[0].getsockname()[1])
        ends.append((asyncio.get_running_loop(), end))
        ready.set()
        async with server:
            await end.wait()
            enough.set()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(20)
    try:
        yield f"http://127.0.0.1:{ports[0]}"
    finally:
        loop, end = ends[0]
        loop.call_soon_threadsafe(end.set)
        thread.join()
