# Derived from src/vllm_sdk/_async/file_batches.py by `make derive`. Edit that file instead.
"""Batches of files: JSON lines in, JSON lines out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Literal, Unpack

from vllm_sdk._batching.report import BatchReport
from vllm_sdk._operations.batching.line_replies import LineReply
from vllm_sdk._operations.batching.lines import InputLine
from vllm_sdk._operations.generation.outputs import SchemaPlacement
from vllm_sdk._sync.base_client import BaseClient
from vllm_sdk._sync.sender import run
from vllm_sdk._transport.call_settings import CallDict, list_call_fields
from vllm_sdk.options import Options, merge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import TypeForm


class FileBatches(BaseClient):
    """The method that works on files."""

    @list_call_fields
    def run_batch(
        self,
        input: str | os.PathLike[str],
        output: str | os.PathLike[str],
        *,
        concurrency: int | Literal["auto"] = "auto",
        returns: TypeForm[Any] | Mapping[str, Any] | os.PathLike[str] = str,
        schema_placement: SchemaPlacement | None = "auto",
        ordered: bool = False,
        single_file: bool = False,
        overwrite: bool = False,
        force: bool = False,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> BatchReport:
        """Ask every line of a file, and write every answer as a line of another file.

        The output is the checkpoint: a call with the same files asks what has no good line in it,
        and failures again. An answer is written as soon as it arrives, so that a program that is
        killed loses only what was in flight. Every line is checked before the first one is sent.

        Ctrl-C ends the batch: nothing new starts, and what is in flight has 30 s to end. A second
        Ctrl-C aborts it.

        Args:
            input: The path of a file of JSON lines, also compressed (`.gz`; `.zst` with the extra
                `[zstd]`), or `-` for standard input. A line has `custom_id`, `method`, `url` and
                `body`, as for `vllm run-batch` and OpenAI's batches; or `prompt` or `messages`,
                and beside it `id`, `system`, `model` and options. Without an id, the number of
                the line is its id.
            output: The path of the file of answers. Failures are written into `output` +
                `.errors.jsonl`. A lock and a manifest are beside them.
            concurrency: How many requests are in flight at once, or `"auto"` for as many as the
                server works on well.
            returns: The type that each chat has to return, as in `generate`; or a JSON Schema, or
                the path of its file. An answer that does not decode is a failure. Lines of other
                routes are sent as they are.
            schema_placement: The message that shows the schema to the model, as in `generate`.
            ordered: Whether the files are sorted into the order of the input at the end. By
                default lines stand in the order of their arrival.
            single_file: Whether failures are written into the output, too, as `vllm run-batch`
                writes them.
            overwrite: Whether the output of an earlier call is deleted first.
            force: Whether to continue an output that belongs to another input, model, options or
                schema. Good lines whose ids are in the input then count as done.
            model: The model of lines that name none, instead of the client's.
            options: The options of lines of chats and completions that do not set them, merged
                over the client's.
            **overrides: Single options, merged over `options`; `timeout`, `deadline`, `headers` or
                `retry` of each request.

        Returns:
            The numbers of lines and tokens, and the files.

        Raises:
            BatchInvalid: Lines of the input are wrong, or the output belongs to another batch.
                Nothing was sent.
            BatchFileError: Another process writes the output, or a file can't be read or written.
        """
        from vllm_sdk._batching import BatchPool, StopRequest
        from vllm_sdk._batching.controllers import build_controller
        from vllm_sdk._batching.file_batch import FileBatch, FileSettings
        from vllm_sdk._batching.interrupts import drain_on_interrupt
        from vllm_sdk._batching.off_loop import run_here
        from vllm_sdk._batching.schemas import read_returns
        from vllm_sdk._operations.batching.line_requests import LineRequests

        sender = self._sender.take(overrides)
        requests = LineRequests(
            self._builder.model if model is None else model,
            merge(self._builder.options, options, overrides=overrides),
            self._capabilities,
            returns=read_returns(returns),
            schema_placement=schema_placement,
        )
        controller = build_controller(concurrency)
        settings = FileSettings(
            ordered=ordered, single_file=single_file, overwrite=overwrite, force=force
        )
        batch = FileBatch(input, output, requests, settings)
        stop = StopRequest()

        def ask(line: InputLine) -> LineReply:
            reply = run(requests.ask(line), sender)
            controller.count_tokens(reply.completion_tokens)
            return reply

        try:
            run_here(batch.open, batch.abandon)
            with drain_on_interrupt(stop):
                jobs = batch.jobs()
                with BatchPool(
                    jobs, ask, concurrency=controller, stop=stop, in_thread=False
                ) as pool:
                    for line, outcome in pool:
                        batch.record(line, outcome)
                if stop.is_requested:
                    batch.sync()
                    sender.log.log.warning("%s", batch.describe_interruption())
            run_here(batch.finish, batch.abandon)
        finally:
            batch.close()
        return batch.build_report(interrupted=stop.is_requested)
