"""The synchronous client.

| module | knows |
|---|---|
| `driver` | the settings, the connection, and how a flow is driven over it |
| `generation` | `generate`, `chat`, `complete`, `beam_search` |
| `streaming` | `stream`, `stream_completion` |
| `tools` | `generate_with_tools`, `stream_with_tools` |

`vllm_sdk._async.client` is the same for asyncio; a test holds both equal.
"""

from __future__ import annotations

from vllm_sdk._operations import models
from vllm_sdk._operations import server as administration
from vllm_sdk._sync.generation import Generation
from vllm_sdk._sync.streaming import Streaming
from vllm_sdk._sync.tools import Tools
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

    def check_version(self) -> str:
        """Ask for the server's version of vLLM, and remember it (`GET /version`).

        From then on options that this version ignores are warned of before the request is sent;
        otherwise the client learns the version from the first reply. A version older than the one
        that this SDK is made for is logged as a WARNING, a newer one at INFO.

        Returns:
            The version, such as `0.33.0`.
        """
        return self._run(administration.check_version(self._memory))
