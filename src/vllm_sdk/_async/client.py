"""The asynchronous client."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from vllm_sdk._async.batches import AsyncBatches
from vllm_sdk._async.file_batches import AsyncFileBatches
from vllm_sdk._async.generation import AsyncGeneration
from vllm_sdk._async.sender import run
from vllm_sdk._async.streaming import AsyncStreaming
from vllm_sdk._async.tools import AsyncTools
from vllm_sdk._exports import export
from vllm_sdk._operations import models
from vllm_sdk._transport.call_settings import CallSettings, list_call_settings
from vllm_sdk.types import Model

if TYPE_CHECKING:
    from vllm_sdk._async.resources.server import AsyncServer


@export
class AsyncVLLM(AsyncGeneration, AsyncStreaming, AsyncTools, AsyncBatches, AsyncFileBatches):
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
    def server(self) -> AsyncServer:
        """The state of the server: health, version, metrics."""
        from vllm_sdk._async.resources.server import AsyncServer

        return AsyncServer(self._sender, self._capabilities)

    @list_call_settings
    async def list_models(self, **settings: Unpack[CallSettings]) -> list[Model]:
        """List the models and LoRA adapters that the server serves (`GET /v1/models`).

        Args:
            **settings: `timeout`, `deadline`, `headers` or `retry` of this call.

        Returns:
            The models. An adapter names its base model in `parent`.
        """
        return await run(models.list_models(), self._sender.evolve(settings))
