"""Fixtures for every room of the tests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

from clients import open_client

# The same cases on every run; a found failure is repeated until it is mended.
settings.register_profile("house", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("house")


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """Make clients of both kinds, with the arguments of `VLLM`; they are closed afterwards."""
    opened = []
    with asyncio.Runner() as runner:

        def make(*args: Any, **kwargs: Any) -> Any:
            opened.append(open_client(request.param, runner, *args, **kwargs))
            return opened[-1]

        make.kind = request.param  # type: ignore[attr-defined]
        yield make
        for client in opened:
            client.close()


@pytest.fixture(autouse=True)
def bare_environment(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unit and property tests see none of the user's own settings."""
    if "contract" not in request.keywords:
        for name in ("VLLM_BASE_URL", "VLLM_MODEL", "VLLM_API_KEY"):
            monkeypatch.delenv(name, raising=False)
