"""The two engines in processes: forks, and too few file descriptors."""

from __future__ import annotations

import asyncio
import gc
import json
import multiprocessing
import os
import socket
import subprocess
import sys
import threading
import traceback
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from clients import Connect
from raw_server import RawServer, chunked, echo, piece, raw, streaming, until_gone
from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy, errors

NO_RETRIES = RetryPolicy(attempts=1)


def start_child(work: Callable[[], Any]) -> Callable[[], Any]:
    """Fork, and run something in the child; what is returned waits for its result."""
    reads, writes = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that this process has threads
        child = os.fork()
    if not child:
        try:
            gc.collect()
            told = json.dumps(work())
        except BaseException:  # noqa: BLE001 - the parent raises it
            told = json.dumps(traceback.format_exc())
        os.write(writes, told.encode())
        os._exit(0)
    os.close(writes)

    def find_result() -> Any:
        with open(reads, "rb") as pipe:  # noqa: PTH123 - a descriptor
            told = pipe.read()
        os.waitpid(child, 0)
        return json.loads(told)

    return find_result


def test_a_fork_opens_connections_of_its_own() -> None:
    with raw(echo) as server, VLLM(server.url) as client:
        assert client.generate("parent").text == "parent"
        find_result = start_child(lambda: client.generate("child").text)
        assert client.generate("parent").text == "parent"
        assert find_result() == "child"
        assert client.generate("parent").text == "parent"
        assert server.connections == 2


def test_a_fork_of_an_asynchronous_client_opens_connections_of_its_own() -> None:
    async def run(client: AsyncVLLM) -> str:
        assert (await client.generate("parent")).text == "parent"

        def work() -> str:
            asyncio.set_event_loop(None)
            return asyncio.run(ask(client))

        find_result = start_child(work)
        assert (await client.generate("parent")).text == "parent"
        told: str = await asyncio.to_thread(find_result)
        assert (await client.generate("parent")).text == "parent"
        return told

    async def ask(client: AsyncVLLM) -> str:
        text = (await client.generate("child")).text
        await client.close()
        return text

    with raw(echo) as server:
        assert asyncio.run(run(AsyncVLLM(server.url))) == "child"
    assert server.connections == 2


def test_a_stream_is_read_by_the_process_that_opened_it(connect: Connect) -> None:
    go_on = threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(streaming() + chunked(piece("Par")))
        go_on.wait(30)
        peer.sendall(chunked(piece("is.", "stop"), b"data: [DONE]\n\n", b""))

    with raw(script) as server:
        client = connect(server.url)
        with client.stream("Hi") as stream:
            inner = stream if connect.is_sync else stream._inner
            source, close = inner._open.source, inner._open.source.close

            def work() -> str:
                try:
                    next(source) if connect.is_sync else asyncio.run(anext(source))
                except errors.TransportError as error:
                    message = error.message
                close() if connect.is_sync else asyncio.run(close())
                client.close() if connect.is_sync else asyncio.run(client._inner.close())
                return message

            assert "forked from" in start_child(work)()
            go_on.set()
            assert stream.read().text == "Paris."


def test_leaving_a_stream_is_noticed_although_a_fork_has_its_descriptor(connect: Connect) -> None:
    hung_up = threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(streaming() + chunked(piece("Par")))
        until_gone(peer)
        hung_up.set()

    with raw(script) as server:
        client = connect(server.url)
        reads, writes = os.pipe()
        with client.stream("Hi"):
            find_result = start_child(lambda: (os.close(writes), os.read(reads, 1)) and "left")
        assert hung_up.wait(10)
        os.close(writes)
        os.close(reads)
        assert find_result() == "left"


def ask_in_child(client: VLLM, prompts: list[str], results: Any) -> None:
    with ThreadPoolExecutor(4) as threads:
        results.put([answered.text for answered in threads.map(client.generate, prompts)])


def test_a_process_is_forked_while_threads_use_the_client() -> None:
    fork: Any = multiprocessing.get_context("fork")
    prompts = [str(n) for n in range(40)]
    stop = threading.Event()
    failures: list[Exception] = []

    def ask() -> None:
        while not stop.is_set():
            try:
                assert client.generate("parent").text == "parent"
            except Exception as error:  # noqa: BLE001 - it is shown below
                failures.append(error)
                return

    with raw(echo) as server, VLLM(server.url, max_connections=3) as client:
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        server.wait_for("requests", 20)
        results = fork.SimpleQueue()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            children = [
                fork.Process(target=ask_in_child, args=(client, prompts, results)) for _ in "ab"
            ]
            for child in children:
                child.start()
        for child in children:
            child.join(30)
            assert child.exitcode == 0
        assert [results.get() for _ in children] == [prompts, prompts]
        results.close()
        stop.set()
        for thread in threads:
            thread.join(30)
    assert failures == []


STARVED = """
import asyncio, os, resource, sys
from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy, errors

kind, url = sys.argv[1:]
policy = RetryPolicy(attempts=3, wait_initial=0, wait_jitter=0)
taken = []

def starve():
    while True:
        try:
            taken.append(os.dup(0))
        except OSError:
            return

def feed():
    while taken:
        os.close(taken.pop())

def report(error):
    print(type(error).__name__, error.sent, "no file descriptor is left" in str(error))

def run():
    client = VLLM(url, retry=policy)
    starve()
    for _ in range(3):
        try:
            client.generate("Hi")
        except errors.VLLMError as error:
            report(error)
    feed()
    print(client.generate("Hi").text)
    client.close()

async def run_async():
    client = AsyncVLLM(url, retry=policy)
    starve()
    for _ in range(3):
        try:
            await client.generate("Hi")
        except errors.VLLMError as error:
            report(error)
    feed()
    print((await client.generate("Hi")).text)
    await client.close()

resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
run() if kind == "sync" else asyncio.run(run_async())
"""


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_process_without_descriptors_says_so_and_works_again_with_them(kind: str) -> None:
    with raw(echo) as server:
        ran = subprocess.run(  # noqa: S603
            [sys.executable, "-W", "error", "-c", STARVED, kind, server.url],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert ran.stderr == ""
    assert ran.stdout.splitlines() == ["ConnectionFailed False True"] * 3 + ["Hi"]
    assert server.requests == 1
