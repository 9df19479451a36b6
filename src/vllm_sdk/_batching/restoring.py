"""Replies of earlier runs, from a checkpoint."""

from __future__ import annotations

from typing import Any, TypeVar

from vllm_sdk._batching.checkpoint import Checkpoint, CheckpointLine
from vllm_sdk._operations.batching.digests import hash_request
from vllm_sdk._operations.core import Response
from vllm_sdk._operations.generation.request import GenerationRequest
from vllm_sdk._operations.replies import Reply
from vllm_sdk.errors import VLLMError

T = TypeVar("T")


class Recorder:
    """The checkpoint of a batch, or none."""

    def __init__(self, checkpoint: Checkpoint | None) -> None:
        """Keep the checkpoint."""
        self._checkpoint = checkpoint

    def hash(self, request: GenerationRequest[Any]) -> str:
        """Return the hash of a request before it is sent; empty without a checkpoint."""
        return "" if self._checkpoint is None else hash_request(request.request)

    def restore(self, id: str, hashed: str, request: GenerationRequest[T]) -> Reply[T] | None:
        """Return the reply of an earlier run, or None.

        Raises:
            BatchFileError: The checkpoint can't be read.
        """
        if self._checkpoint is None:
            return None
        line = self._checkpoint.lookup(id, hashed)
        return None if line is None else _read(line, request)

    def record(self, id: str, hashed: str, reply: Reply[Any]) -> None:
        """Write a reply.

        Raises:
            BatchFileError: The disk is full or gone.
        """
        if self._checkpoint is not None:
            self._checkpoint.record(id, hashed, reply.content, reply.request_id)


def _read(line: CheckpointLine, request: GenerationRequest[T]) -> Reply[T] | None:
    """Read a reply again; None if it is not what the batch asks for now."""
    response = Response("", 200, {}, bytes(line.reply), line.request_id)
    try:
        return request.output.read(request.read(response))
    except VLLMError:
        return None
