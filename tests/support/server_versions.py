"""The version of a live server, to be compared with a release."""

from __future__ import annotations

import os
from dataclasses import dataclass

import httpx

from vllm_sdk.options.versions import parse_release


@dataclass(frozen=True)
class ServerVersion:
    """The version of vLLM that a live server runs.

    Attributes:
        text: The version as the server writes it.
    """

    text: str

    def __str__(self) -> str:
        """Return the version as the server writes it."""
        return self.text

    def is_before(self, version: str) -> bool:
        """Return whether the server is older than a release.

        A version without a number counts as newer than any release.
        """
        ours, other = parse_release(self.text), parse_release(version)
        assert other is not None, version
        return ours is not None and ours < other


def key_headers() -> dict[str, str]:
    """Return the header with the key of `VLLM_API_KEY`, if it is set."""
    key = os.environ.get("VLLM_API_KEY")
    return {"Authorization": f"Bearer {key}"} if key else {}


def ask_version(url: str) -> ServerVersion:
    """Ask a server for its version."""
    answer = httpx.get(f"{url}/version", headers=key_headers(), timeout=60)
    return ServerVersion(answer.raise_for_status().json()["version"])
