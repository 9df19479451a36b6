"""Connect a socket on an event loop: happy eyeballs, and Unix sockets whose queue is full.

The loops' own `create_connection` looks a name up for each connection, and uvloop's knows no happy
eyeballs.
"""

from __future__ import annotations

import asyncio
import socket

from vllm_sdk._transport.http1.sockets import HAPPY_EYEBALLS_DELAY, Address

_QUEUE_PAUSE = 0.05
"""Seconds after which a Unix socket whose queue was full is tried again."""


async def connect_to_any(addresses: list[Address]) -> socket.socket:
    """Connect to the first address that answers, each tried a little after the one before it.

    Raises:
        OSError: None of them can be connected to.
    """
    if len(addresses) == 1:
        return await _connect(addresses[0])
    left = addresses[::-1]
    attempts: set[asyncio.Task[socket.socket]] = set()
    failure: BaseException = OSError("the host has no address")
    try:
        while left or attempts:
            if left:
                attempts.add(asyncio.create_task(_connect(left.pop())))
            ended, _ = await asyncio.wait(
                attempts,
                timeout=HAPPY_EYEBALLS_DELAY if left else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for attempt in ended:
                attempts.discard(attempt)
                failed = attempt.exception()
                if failed is None:
                    return attempt.result()
                failure = failed
        raise failure
    finally:
        for attempt in attempts:
            attempt.cancel()
            attempt.add_done_callback(_close_loser)


async def connect_to_path(path: str) -> socket.socket:
    """Connect to a Unix socket; the loops take one whose queue is full for connected.

    Raises:
        OSError: It cannot be connected to.
    """
    opened = _open_socket(socket.AF_UNIX)
    try:
        while True:
            try:
                opened.connect(path)
            except BlockingIOError:
                await asyncio.sleep(_QUEUE_PAUSE)
            else:
                return opened
    except BaseException:
        opened.close()
        raise


async def _connect(address: Address) -> socket.socket:
    family, place = address
    opened = _open_socket(family)
    try:
        await asyncio.get_running_loop().sock_connect(opened, place)
    except BaseException:
        opened.close()
        raise
    return opened


def _open_socket(family: socket.AddressFamily) -> socket.socket:
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setblocking(False)  # noqa: FBT003 - the standard library's own
    return opened


def _close_loser(attempt: asyncio.Task[socket.socket]) -> None:
    if not attempt.cancelled() and attempt.exception() is None:
        attempt.result().close()
