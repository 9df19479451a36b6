"""The server's own state: `GET /health`, `GET /version`."""

from __future__ import annotations

import msgspec

from vllm_sdk.errors import Overloaded
from vllm_sdk.flows.calls import Flow, get, read_json


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


def version() -> Flow[str]:
    """Ask for vLLM's version."""
    answer = yield get("/version")
    return read_json(answer, VersionBody).version
