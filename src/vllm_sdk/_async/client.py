"""The client for asyncio.

| module | knows |
|---|---|
| `driver` | the settings, the connection, and how a flow is driven over it |
| `generation` | `generate`, `chat`, `complete`, `beam_search` |
| `streaming` | `stream`, `stream_completion` |
| `tools` | `generate_with_tools`, `stream_with_tools` |

`vllm_sdk._sync.client` is the same without; a test holds both equal.
"""

from __future__ import annotations

from vllm_sdk._async.generation import Generation
from vllm_sdk._async.streaming import Streaming
from vllm_sdk._async.tools import Tools
from vllm_sdk._operations import models
from vllm_sdk._operations import server as administration
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

    async def check_version(self) -> str:
        """Ask for the server's version of vLLM, and remember it (`GET /version`).

        From then on options that this version ignores are warned of before the request is sent;
        otherwise the client learns the version from the first reply. A version older than the one
        that this SDK is made for is logged as a WARNING, a newer one at INFO.

        Returns:
            The version, such as `0.33.0`.
        """
        return await self._run(administration.check_version(self._memory))
