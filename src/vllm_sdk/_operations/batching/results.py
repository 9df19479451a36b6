"""The results of a batch, and its progress."""

from __future__ import annotations

from typing import Any, Generic

import attrs

from vllm_sdk._exports import export
from vllm_sdk._operations.batching.items import BatchJob
from vllm_sdk._operations.replies import Reply
from vllm_sdk.errors import OutputError, VLLMError
from vllm_sdk.types import T_co


@export
@attrs.frozen(eq=False)
class BatchResult(Generic[T_co]):
    """The result of one item of a batch: a reply, or an error.

    Attributes:
        index: The number of the item, from 0.
        id: The id of the item.
        item: The item as it was passed.
        reply: The reply, or None if the item failed.
        error: The error, or None if the item has a reply.
        is_restored: Whether the reply comes from the checkpoint, and nothing was sent.
    """

    index: int
    id: str
    item: Any
    reply: Reply[T_co] | None = None
    error: VLLMError | None = None
    is_restored: bool = False

    @property
    def ok(self) -> bool:
        """True if the item has a reply."""
        return self.error is None

    @property
    def text(self) -> str:
        """The text of the reply.

        Raises:
            VLLMError: The item failed; this is its error.
        """
        return self._get_reply().text

    @property
    def value(self) -> T_co:
        """The value of the reply.

        Raises:
            VLLMError: The item failed; this is its error.
        """
        return self._get_reply().value

    def _get_reply(self) -> Reply[T_co]:
        if self.error is not None:
            raise self.error
        assert self.reply is not None  # noqa: S101 -- a result has one of the two
        return self.reply

    def __repr__(self) -> str:
        """Show the id, and the reply or the error."""
        shown = self.reply if self.error is None else self.error
        return f"BatchResult({self.id!r}, {shown!r})"


@export
@attrs.frozen
class BatchProgress:
    """The progress of a batch.

    Attributes:
        total: The number of items; None if the source does not know its length.
        done: The number of items that have ended, failed ones included.
        failed: The number of items that failed.
        restored: The number of items whose reply comes from the checkpoint.
        in_flight: The number of items that are being worked on.
        limit: The number of items that may be worked on at once.
        seconds: Seconds since the start.
        prompt_tokens: Tokens of the prompts.
        completion_tokens: Tokens that were generated.
    """

    total: int | None
    done: int
    failed: int
    restored: int
    in_flight: int
    limit: int
    seconds: float
    prompt_tokens: int
    completion_tokens: int

    @property
    def requests_per_second(self) -> float:
        """The mean number of items that ended per second, without those of the checkpoint."""
        return (self.done - self.restored) / self.seconds if self.seconds else 0.0

    @property
    def prompt_tokens_per_second(self) -> float:
        """The mean number of prompt tokens per second."""
        return self.prompt_tokens / self.seconds if self.seconds else 0.0

    @property
    def completion_tokens_per_second(self) -> float:
        """The mean number of generated tokens per second."""
        return self.completion_tokens / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Seconds to the end at the mean speed; None as long as it is not known."""
        speed = self.requests_per_second
        if self.total is None or not speed:
            return None
        return (self.total - self.done) / speed


class BatchTracker:
    """Counts the results of a batch."""

    def __init__(self, total: int | None, began: float) -> None:
        """Begin to count.

        Args:
            total: The number of items, or None.
            began: The time of the start, in seconds.
        """
        self.done = 0
        self.failed = 0
        self._total = total
        self._began = began
        self._restored = 0
        self._prompt_tokens = 0
        self._completion_tokens = 0

    def count(self, result: BatchResult[Any]) -> None:
        """Count a result; tokens of the checkpoint do not count."""
        self.done += 1
        self._restored += result.is_restored
        reply = result.reply
        if isinstance(result.error, VLLMError):
            self.failed += 1
            reply = result.error.reply if isinstance(result.error, OutputError) else None
        if reply is not None and not result.is_restored:
            usage = reply.usage
            self._prompt_tokens += usage.prompt_tokens
            self._completion_tokens += usage.completion_tokens

    def describe(self, now: float, *, in_flight: int, limit: int) -> BatchProgress:
        """Return the progress at a time."""
        return BatchProgress(
            total=self._total,
            done=self.done,
            failed=self.failed,
            restored=self._restored,
            in_flight=in_flight,
            limit=limit,
            seconds=max(0.0, now - self._began),
            prompt_tokens=self._prompt_tokens,
            completion_tokens=self._completion_tokens,
        )


def build_result(job: BatchJob[T_co], outcome: Any, *, is_restored: bool) -> BatchResult[T_co]:
    """Build the result of an item from its reply or its error."""
    failed = isinstance(outcome, VLLMError)
    return BatchResult(
        job.index,
        job.id,
        job.given,
        None if failed else outcome,
        outcome if failed else None,
        is_restored,
    )
