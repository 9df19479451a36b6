"""The synchronous client.

| module | knows |
|---|---|
| `driver` | the settings, the connection, and how a flow is driven over it |
| `generation` | `generate`, `chat`, `complete`, `beam_search` |
| `streaming` | `stream`, `stream_completion` |
| `tools` | `generate_with_tools`, `stream_with_tools` |

`vllm_sdk.aio` is the same for asyncio; a test holds both equal.
"""

from __future__ import annotations

from vllm_sdk.client.generation import Generation
from vllm_sdk.client.streaming import Streaming
from vllm_sdk.client.tools import Tools
from vllm_sdk.flows import models
from vllm_sdk.types import Model


class VLLM(Generation, Streaming, Tools):
    """A client of one vLLM server; `AsyncVLLM` is the same for asyncio.

    Use it as a context manager, or `close` it. One client may be used from many threads.
    """

    def list_models(self) -> list[Model]:
        """The models and LoRA adapters that the server serves (`GET /v1/models`).

        Returns:
            A list of models; an adapter names its base model in `parent`.
        """
        return self._run(models.list_models())
