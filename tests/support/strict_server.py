"""How the fixture `strict_server` of the contract tests starts its server."""

from __future__ import annotations

KEY = "sekret"
"""The key that the server wants."""

LIMITED_QUEUE = "0.29.0"
"""The version in which the flag --max-num-queued-reqs came."""

EVERY_ROUTE = {
    "VLLM_SERVER_DEV_MODE": "1",
    "VLLM_ALLOW_RUNTIME_LORA_UPDATING": "1",
    "VLLM_ENABLE_COHERE_API": "1",
}
FLAGS = (
    *("--api-key", KEY, "--max-num-seqs", "1"),
    *("--enable-lora", "--max-lora-rank", "8"),
    *("--enable-tokenizer-info-endpoint", "--enable-server-load-tracking"),
)
