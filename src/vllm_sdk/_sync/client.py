# Derived from src/vllm_sdk/_async/client.py by `make derive`. Edit that file instead.
"""The asynchronous client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from vllm_sdk._exports import export
from vllm_sdk._operations import models
from vllm_sdk._sync.batches import Batches
from vllm_sdk._sync.file_batches import FileBatches
from vllm_sdk._sync.generation import Generation
from vllm_sdk._sync.sender import run
from vllm_sdk._sync.streaming import Streaming
from vllm_sdk._sync.tools import Tools
from vllm_sdk._transport.call_settings import CallSettings, list_call_settings
from vllm_sdk.types import Model

if TYPE_CHECKING:
    from vllm_sdk._sync.resources.server import Server


@export
class VLLM(Generation, Streaming, Tools, Batches, FileBatches):
    """A client of one vLLM server.

    Use it as a context manager, or `close` it. `VLLM` is the client for synchronous code, and one
    of it may be used from many threads; `AsyncVLLM` is the client for asyncio. Both have the same
    methods.

    Every method that sends a request may raise:

    - TypeError: An option or an argument is unknown, or has a value of the wrong type.
    - RequestInvalid: vLLM would refuse or misread the request; it was not sent.
    - StatusError: The server refused the request or failed.
    - TransportError: No usable response arrived.

    The docstring of a method names further errors of its own.
    """

    @cached_property
    def server(self) -> Server:
        """The state of the server: health, version, metrics."""
        from vllm_sdk._sync.resources.server import Server

        return Server(self._sender, self._capabilities)

    @list_call_settings
    def list_models(self, **settings: Unpack[CallSettings]) -> list[Model]:
        """List the models and LoRA adapters that the server serves (`GET /v1/models`).

        Args:
            **settings: `timeout`, `deadline`, `headers` or `retry` of this call.

        Returns:
            The models. An adapter names its base model in `parent`.
        """
        return run(models.list_models(), self._sender.evolve(settings))
