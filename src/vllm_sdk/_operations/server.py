"""The server's own state: `GET /health`, `GET /version`. `metrics` reads `GET /metrics`."""

from __future__ import annotations

import msgspec

from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._operations.core import Operation, build_get, read_json
from vllm_sdk.errors import Overloaded


class VersionBody(msgspec.Struct, frozen=True):
    """The body of `/version`."""

    version: str


def check_health() -> Operation[bool]:
    """Ask whether the engine is alive; vLLM responds with 503 if it is not."""
    try:
        yield build_get("/health", once=True)
    except Overloaded:
        return False
    return True


def fetch_version(capabilities: ServerCapabilities) -> Operation[str]:
    """Ask for vLLM's version, and remember it."""
    response = yield build_get("/version")
    version = read_json(response, VersionBody).version
    capabilities.learn_version(version)
    return version


def check_version(capabilities: ServerCapabilities) -> Operation[str]:
    """Ask for vLLM's version, and log how it compares with the SDK's."""
    version = yield from fetch_version(capabilities)
    capabilities.compare_version(version)
    return version
