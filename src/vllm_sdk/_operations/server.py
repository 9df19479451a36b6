"""The server's own state: `GET /health`, `GET /version`."""

from __future__ import annotations

import msgspec

from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.core import Flow, get, read_json
from vllm_sdk.errors import Overloaded


class VersionBody(msgspec.Struct, frozen=True):
    """The body of `/version`."""

    version: str


def health() -> Flow[bool]:
    """Ask whether the engine is alive; vLLM says 503 where it is not."""
    try:
        yield get("/health", once=True)
    except Overloaded:
        return False
    return True


def version(memory: Memory) -> Flow[str]:
    """Ask for vLLM's version, and keep it in mind."""
    answer = yield get("/version")
    found = read_json(answer, VersionBody).version
    memory.learn_version(found)
    return found


def check_version(memory: Memory) -> Flow[str]:
    """Ask for vLLM's version, and log how it compares with the SDK's."""
    found = yield from version(memory)
    memory.compare_version(found)
    return found
