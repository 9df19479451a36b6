# Derived from src/vllm_sdk/_async/resources/server.py by `make derive`. Edit that file instead.
"""The state of the server: `client.server`."""

from __future__ import annotations

from typing import Unpack

from vllm_sdk._operations import metrics, server
from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._sync.sender import Sender, run
from vllm_sdk._transport.call_settings import CallSettings, list_call_settings
from vllm_sdk.types import Metrics


class Server:
    """The state of the server: health, version, metrics."""

    def __init__(self, sender: Sender, capabilities: ServerCapabilities) -> None:
        """Keep what sends a request, and what remembers the version."""
        self._sender = sender
        self._capabilities = capabilities

    @list_call_settings
    def health(self, **settings: Unpack[CallSettings]) -> bool:
        """Ask whether the engine is alive (`GET /health`).

        Args:
            **settings: `timeout`, `deadline`, `headers` or `retry` of this call.

        Returns:
            False if vLLM responds that its engine is dead.

        Raises:
            ConnectionFailed: No server listens at the address.
        """
        return run(server.check_health(), self._sender.evolve(settings))

    @list_call_settings
    def version(self, **settings: Unpack[CallSettings]) -> str:
        """Ask for the version of vLLM, such as `0.33.0` (`GET /version`).

        Args:
            **settings: `timeout`, `deadline`, `headers` or `retry` of this call.
        """
        return run(server.fetch_version(self._capabilities), self._sender.evolve(settings))

    @list_call_settings
    def check_version(self, **settings: Unpack[CallSettings]) -> str:
        """Ask for the server's version of vLLM, and remember it (`GET /version`).

        From then on, options that this version ignores cause a warning before the request is sent.
        Otherwise the client learns the version from the first reply. A version older than the
        version that this SDK is made for is logged as a WARNING, a newer one at INFO.

        Args:
            **settings: `timeout`, `deadline`, `headers` or `retry` of this call.

        Returns:
            The version, such as `0.33.0`.
        """
        return run(server.check_version(self._capabilities), self._sender.evolve(settings))

    @list_call_settings
    def metrics(self, **settings: Unpack[CallSettings]) -> Metrics:
        """Read the server's metrics: queue, cache, tokens, latencies (`GET /metrics`).

        It needs the extra: `pip install "vllm-typed-sdk[metrics]"`. vLLM updates its metrics after
        each step of the engine, so those of a busy server may be some seconds old.

        Args:
            **settings: `timeout`, `deadline`, `headers` or `retry` of this call.

        Returns:
            The numbers at this moment. `later - earlier` is what happened between two readings.

        Raises:
            ConfigurationError: The extra is not installed. Nothing was sent.
            NotFound: The server, or a gateway before it, does not offer its metrics.
        """
        return run(metrics.fetch_metrics(), self._sender.evolve(settings))
