"""The client for asyncio.

| module | knows |
|---|---|
| `driver` | the settings, the connection, and how a flow is driven over it |
| `generation` | `generate`, `chat`, `complete`, `beam_search` |
| `streaming` | `stream`, `stream_completion` |
| `tools` | `generate_with_tools`, `stream_with_tools` |

`vllm_sdk.client` is the same without; a test holds both equal.
"""

from __future__ import annotations

from vllm_sdk.aio.generation import Generation
from vllm_sdk.aio.streaming import Streaming
from vllm_sdk.aio.tools import Tools
from vllm_sdk.flows import models
from vllm_sdk.types import Model


class AsyncVLLM(Generation, Streaming, Tools):
    """A client of one vLLM server for asyncio; `VLLM` is the same without.

    Use it as an async context manager, or await `close`.
    """

    async def list_models(self) -> list[Model]:
        """The models and LoRA adapters that the server serves (`GET /v1/models`).

        Returns:
            A list of models; an adapter names its base model in `parent`.
        """
        return await self._run(models.list_models())
