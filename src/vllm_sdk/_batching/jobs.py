"""Jobs of the items of a batch, from any kind of source."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable
from typing import Any, TypeAlias

from vllm_sdk._batching.sources import may_wait
from vllm_sdk._operations.batching.items import PREFIX_GROUP, BatchItemLike, BatchJob, JobReader

BatchItems: TypeAlias = Iterable[BatchItemLike]
"""The items of a batch."""

AsyncBatchItems: TypeAlias = Iterable[BatchItemLike] | AsyncIterable[BatchItemLike]
"""The same for `AsyncVLLM`; the iterable may be asynchronous."""


def read_jobs(items: Any, reader: JobReader[Any]) -> tuple[Any, bool]:
    """Return the jobs of items, and whether reading them may wait."""
    if hasattr(items, "__aiter__"):
        return _read_async(items, reader), False
    return reader.read_all(items), may_wait(items)


async def _read_async(
    items: AsyncIterable[Any], reader: JobReader[Any]
) -> AsyncIterator[BatchJob[Any]]:
    if not reader.sorts:
        async for given in items:
            yield reader.read(given)
        return
    group: list[BatchJob[Any]] = []
    async for given in items:
        group.append(reader.read(given))
        if len(group) == PREFIX_GROUP:
            for job in reader.sort(group):
                yield job
            group = []
    for job in reader.sort(group):
        yield job


def check_source(items: object) -> None:
    """Refuse items that the synchronous client cannot read.

    Raises:
        TypeError: They are not iterable.
    """
    if isinstance(items, AsyncIterable):
        raise TypeError("an asynchronous iterable of items needs AsyncVLLM")
    if not isinstance(items, Iterable):
        raise TypeError(
            f"a batch takes a list or another iterable of items, not {type(items).__name__}"
        )


def check_async_source(items: object) -> None:
    """Refuse items that the asynchronous client cannot read.

    Raises:
        TypeError: They are not iterable.
    """
    if not isinstance(items, (Iterable, AsyncIterable)):
        raise TypeError(
            f"a batch takes a list or another iterable of items, not {type(items).__name__}"
        )
