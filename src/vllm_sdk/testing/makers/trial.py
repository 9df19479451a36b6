"""Check that vLLM generates: make and load a tiny model, and generate two tokens.

    python trial.py FOLDER

This script runs in the server's environment, never in the SDK's. The folder must not exist yet.
"""

# mypy: disable-error-code="import-not-found"
# pyright: basic, reportMissingImports=false

from __future__ import annotations

import sys
from pathlib import Path

from tiny import make_random_llama
from vllm import LLM, SamplingParams

TOKENS = 2


def main(folder: Path) -> None:
    """Generate two tokens, or raise."""
    folder.mkdir()
    make_random_llama(folder)
    engine = LLM(model=str(folder), dtype="bfloat16", max_model_len=128, enforce_eager=True)
    sampling = SamplingParams(max_tokens=TOKENS, min_tokens=TOKENS, temperature=0.0)
    (answer,) = engine.generate(["Hello"], sampling)
    generated = len(answer.outputs[0].token_ids)
    if generated != TOKENS:
        sys.exit(f"{generated} tokens were generated instead of {TOKENS}.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
