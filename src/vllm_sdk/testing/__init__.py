"""A real vLLM server for tests and demos, on any Linux machine with no GPU and no download hub.

>>> from vllm_sdk.testing import serve
>>> with serve() as server:
...     print(server.url, server.model)
http://127.0.0.1:40123 scripted

`serve` prepares an environment for vLLM on the CPU, apart from the SDK's. It makes a small model
whose answers are known word for word (see `vllm_sdk.testing.conversations`), and starts a server on
a free port. The end of the block ends all of its processes. `VLLM_VERSION` names another version of
vLLM, and `VLLM_PYTHON` an interpreter with vLLM to use instead. For `use_server`, `VLLM_BASE_URL`
names a running server.

`FakeServer` needs no vLLM: it gives scripted answers, failures and broken streams, for tests of an
application's error paths. It starts at once.
"""

from vllm_sdk.testing.environment import Environment
from vllm_sdk.testing.errors import LauncherError, ServerFailed, SetupFailed
from vllm_sdk.testing.fake_answers import (
    FakeAnswer,
    FakeRequest,
    answer_error,
    answer_events,
    answer_json,
    answer_text,
    answer_tool_calls,
    drop,
    hang,
)
from vllm_sdk.testing.fake_server import FakeServer
from vllm_sdk.testing.models import RECIPES, model
from vllm_sdk.testing.preparation import prepare, prepare_environment
from vllm_sdk.testing.server import Server, serve, use_server
from vllm_sdk.testing.versions import DEFAULT_VERSION

__all__ = [
    "DEFAULT_VERSION",
    "RECIPES",
    "Environment",
    "FakeAnswer",
    "FakeRequest",
    "FakeServer",
    "LauncherError",
    "Server",
    "ServerFailed",
    "SetupFailed",
    "answer_error",
    "answer_events",
    "answer_json",
    "answer_text",
    "answer_tool_calls",
    "drop",
    "hang",
    "model",
    "prepare",
    "prepare_environment",
    "serve",
    "use_server",
]
