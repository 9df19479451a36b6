"""The values that operations and clients exchange."""

from __future__ import annotations

import subprocess
import sys

THREADS = """
import sys, threading
import msgspec
from vllm_sdk._operations.core import Response, read_json

sys.setswitchinterval(1e-6)


def make(number):
    inner = msgspec.defstruct(f"Inner{number}", [(f"f{place}", int, 0) for place in range(9)])
    return msgspec.defstruct(f"Outer{number}", [("items", list[inner])])


for number in range(40):
    kind, start = make(number), threading.Barrier(8)
    response = Response("", 200, {}, b'{"items": [{}]}')

    def read():
        start.wait()
        assert read_json(response, kind).items[0].f3 == 0

    threads = [threading.Thread(target=read) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
print("whole")
"""


def test_threads_may_meet_a_type_for_the_first_time_together() -> None:
    """msgspec crashes the process if two threads make it examine a type at the same time."""
    run = subprocess.run(  # noqa: S603 -- this very Python
        [sys.executable, "-c", THREADS], capture_output=True, text=True, check=False, timeout=100
    )
    assert run.stdout == "whole\n", run.stderr
