"""The command in this process, and servers that answer like vLLM."""

from __future__ import annotations

import signal
import warnings
from collections.abc import Iterator

import pytest

from command import Here
from doc_pages import answer_as_vllm
from local_server import LocalServer


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalServer]:
    """Start a server that answers like vLLM, at which commands look by default."""
    with LocalServer(answer_as_vllm) as running:
        monkeypatch.setenv("VLLM_BASE_URL", running.url)
        yield running


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Here]:
    """Run the command in this process."""
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("NO_COLOR", "1")
    handler = signal.getsignal(signal.SIGTERM)
    with warnings.catch_warnings():
        warnings.simplefilter("default")  # those of pytest make errors of them
        yield Here(capsys)
    signal.signal(signal.SIGTERM, handler)
