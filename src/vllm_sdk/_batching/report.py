"""The report of a batch of files."""

from __future__ import annotations

from pathlib import Path

import attrs

from vllm_sdk._exports import export


@export
@attrs.frozen(kw_only=True)
class BatchReport:
    """The result of `run_batch`.

    Attributes:
        total: The number of input lines that are not blank.
        done: Lines that this call asked, and that have an answer.
        failed: Lines that this call asked, and that failed. The next call asks them again.
        resumed: Lines that an earlier call had done; they were not asked again.
        prompt_tokens: The tokens of the prompts that this call asked, as the server states them.
        completion_tokens: The tokens that were generated for this call.
        seconds: The duration of the call.
        output: The file of the answers.
        errors: The file of the failures, or None without one.
        interrupted: Whether Ctrl-C ended the call before all lines were asked.
    """

    total: int
    done: int
    failed: int
    resumed: int
    prompt_tokens: int
    completion_tokens: int
    seconds: float
    output: Path
    errors: Path | None
    interrupted: bool
