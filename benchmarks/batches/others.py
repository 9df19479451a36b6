"""Ask a batch with inspect_ai or curator: `PYTHON others.py inspect|curator URL ITEMS FOLDER`.

Each has an environment of its own, apart from this project's, so no type checker sees them.
"""

# mypy: ignore-errors
# pyright: basic, reportMissingImports=false

from __future__ import annotations

import os
import sys
import time
from typing import Any

CONCURRENCY = 256
PROMPT = "Write a haiku about programming"


def run_inspect(url: str, items: int, folder: str) -> int:
    """Evaluate a task of as many samples, without a display."""
    from inspect_ai import Task, eval
    from inspect_ai.dataset import MemoryDataset, Sample
    from inspect_ai.model import GenerateConfig, get_model
    from inspect_ai.solver import generate

    model = get_model(
        "openai-api/local/scripted",
        base_url=f"{url}/v1",
        api_key="none",
        config=GenerateConfig(max_connections=CONCURRENCY, temperature=0, max_tokens=256),
    )
    task = Task(MemoryDataset([Sample(input=PROMPT) for _ in range(items)]), solver=generate())
    [log] = eval(task, model=model, display="none", log_dir=folder, max_samples=CONCURRENCY)
    assert log.status == "success", log.error
    return len(log.samples or ())


def run_curator(url: str, items: int, folder: str) -> int:
    """Map a prompt over as many rows."""
    os.environ.update(
        CURATOR_CACHE_DIR=folder, TELEMETRY_ENABLED="false", CURATOR_DISABLE_RICH_DISPLAY="1"
    )
    import tiktoken

    class Bytes:
        """Counts bytes: the real encoding is a download."""

        def encode(self, text: str, **_: object) -> bytes:
            return text.encode()

    tiktoken.get_encoding = tiktoken.encoding_for_model = lambda *_: Bytes()
    from bespokelabs import curator

    class Haiku(curator.LLM):
        def prompt(self, _row: dict[str, Any]) -> str:
            return PROMPT

        def parse(self, _row: dict[str, Any], response: str) -> dict[str, Any]:
            return {"text": response}

    llm = Haiku(
        model_name="scripted",
        backend="openai",
        backend_params={
            "base_url": f"{url}/v1",
            "api_key": "none",
            "max_concurrent_requests": CONCURRENCY,
            "max_requests_per_minute": 10_000_000,
            "max_tokens_per_minute": 10_000_000_000,
            "require_all_responses": True,
            "invalid_finish_reasons": ["content_filter"],
        },
    )
    return len(llm([{"number": number} for number in range(items)]).dataset)


if __name__ == "__main__":
    name, url, items, folder = sys.argv[1:]
    began, cpu = time.perf_counter(), time.process_time()
    done = {"inspect": run_inspect, "curator": run_curator}[name](url, int(items), folder)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    rates = f"{done / seconds:.0f} items/s, {cpu / done * 1e6:.0f} us of CPU each"
    print(f"{name}: {done} items in {seconds:.1f} s, {rates}")
