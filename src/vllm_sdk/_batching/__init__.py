"""Runs the jobs of a batch, many at once, and reads and writes its files.

| module | defines |
|---|---|
| `async_pool` | `AsyncBatchPool`, for `AsyncVLLM`: tasks of the event loop |
| `sync_pool` | `BatchPool`, for `VLLM`: threads |
| `sources` | the thread that reads a source of jobs that may wait |
| `stopping` | `StopRequest`, which drains a pool |
| `interrupts` | Ctrl-C, which requests the stop |
| `file_batch` | `FileBatch`: the files of one `run_batch`, from the first check to the last sync |
| `file_run` | `FileRun`: its progress, its failures, its interruption |
| `inputs`, `validation` | the input, and the pass that checks its lines before any is sent |
| `journal`, `locks`, `file_system` | files that survive a kill, locked while they are written |
| `output_files`, `manifest`, `ordering` | the output of an earlier run, which a run resumes |
| `checkpoint` | `Checkpoint`: what a batch of values resumes from |
| `off_loop` | work on files, for either client |

**Reading the source.** Jobs are read lazily: at most twice the concurrency ahead of the results
that the caller has taken. A collection, such as a list, is read where the pool runs. Any other
iterable may wait for its next item. It is read in a thread of its own, from its start to its end,
so that it delays neither the event loop nor the results. An asynchronous iterable is read on the
event loop.

**The end.** Closing a pool starts nothing more. Tasks are cancelled, and awaited for a few seconds.
Python cannot end a thread: one that is in a request ends with it. The batches of a `VLLM` close the
connections of their requests, so that it ends at once. All threads are daemons.
"""

from vllm_sdk._batching.async_pool import AsyncBatchPool
from vllm_sdk._batching.stopping import StopRequest
from vllm_sdk._batching.sync_pool import BatchPool

__all__ = ["AsyncBatchPool", "BatchPool", "StopRequest"]
