"""Fixtures for every room of the tests."""

from __future__ import annotations

import gc
import signal
from collections.abc import Generator, Iterator

import pytest

import probes  # noqa: F401 -- before what imports the package

# isort: split

from clients import Connect, connecting
from profiles import register_profiles

register_profiles()

# A shell starts what runs in its background with Ctrl-C ignored, and children inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep what was collected out of the way of the garbage collector.

    It lives as long as the process. To look at it takes half a second each time.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Make clients of both kinds; they are closed afterwards."""
    with connecting(request.param) as connect:
        yield connect


@pytest.fixture(autouse=True)
def bare_environment(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unit and property tests see none of the user's own settings."""
    if "contract" not in request.keywords:
        for name in ("VLLM_BASE_URL", "VLLM_MODEL", "VLLM_API_KEY", "VLLM_VERSION"):
            monkeypatch.delenv(name, raising=False)
