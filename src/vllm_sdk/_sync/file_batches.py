# Derived from src/vllm_sdk/_async/file_batches.py by `make derive`. Edit that file instead.
"""Batches of files: JSON lines in, JSON lines out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Unpack

import attrs

from vllm_sdk._batching.limits import Concurrency
from vllm_sdk._batching.progress import ShowProgress
from vllm_sdk._batching.report import BatchReport
from vllm_sdk._operations.generation.outputs import SchemaPlacement
from vllm_sdk._sync.base_client import BaseClient
from vllm_sdk._sync.sender import run
from vllm_sdk._transport.call_settings import CallDict, list_call_fields
from vllm_sdk._transport.engines import copy_engine
from vllm_sdk.options import Options, merge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import TypeForm

    from vllm_sdk._operations.batching.line_replies import LineReply
    from vllm_sdk._operations.batching.lines import InputLine


class FileBatches(BaseClient):
    """The methods that work on files."""

    @list_call_fields
    def run_batch(
        self,
        input: str | os.PathLike[str],
        output: str | os.PathLike[str],
        *,
        concurrency: Concurrency = "auto",
        max_failures: int | None = None,
        progress: ShowProgress = False,
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
            concurrency: The number of requests in flight, or `"auto"`, as in `batch`.
            max_failures: The number of lines that may fail. If one more fails, nothing new starts,
                and the batch ends in `BatchStopped`. Default: any number.
            progress: A function that receives a `BatchProgress`, or True, as in `batch`.
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
            BatchStopped: More lines have failed than `max_failures` allows.
            ConfigurationError: The client or the machine does not allow that many connections.
        """
        # most programs read no files of batches, and start without what reads them
        from vllm_sdk._batching.file_batch import FileBatch, FileSettings
        from vllm_sdk._batching.file_run import FileRun
        from vllm_sdk._batching.interrupts import drain_on_interrupt
        from vllm_sdk._batching.limits import choose_controller
        from vllm_sdk._batching.line_pools import new_line_pool
        from vllm_sdk._batching.off_loop import run_here
        from vllm_sdk._batching.overloads import OverloadReporter
        from vllm_sdk._batching.progress import build_reporter, check_progress
        from vllm_sdk._batching.schemas import read_returns
        from vllm_sdk._operations.batching.line_requests import LineRequests

        check_progress(progress)
        sender = self._sender.take(overrides)
        requests = LineRequests(
            self._builder.model if model is None else model,
            merge(self._builder.options, options, overrides=overrides),
            self._capabilities,
            returns=read_returns(returns),
            schema_placement=schema_placement,
        )
        controller = choose_controller(concurrency, self._connection_limit)
        settings = FileSettings(
            ordered=ordered, single_file=single_file, overwrite=overwrite, force=force
        )
        batch = FileBatch(input, output, requests, settings)
        reporter = build_reporter(progress, sender.log.log)
        files = FileRun(batch, controller, reporter, max_failures, sender.log.log)
        engine = None
        if self._has_own_engine:
            engine = copy_engine(sender.transport, controller.ceiling)
        reporting = attrs.evolve(
            sender,
            transport=engine or sender.transport,
            policy=OverloadReporter(policy=sender.policy, controller=controller),
        )

        def ask(line: InputLine) -> LineReply:
            reply = run(requests.ask(line), reporting)
            controller.count_tokens(reply.completion_tokens)
            return reply

        try:
            run_here(batch.open, batch.abandon)
            files.begin()
            with drain_on_interrupt(files.stop):
                with new_line_pool(batch.read_jobs(), ask, controller, files.stop, engine) as pool:
                    for line, outcome in pool:
                        files.record(line, outcome, pool.in_flight)
                files.drain()
            run_here(batch.finish, batch.abandon)
        finally:
            try:
                if engine is not None:
                    engine.close()
            finally:
                files.close()
        return files.build_report()

    @list_call_fields
    def check_batch(
        self,
        input: str | os.PathLike[str],
        *,
        returns: TypeForm[Any] | Mapping[str, Any] | os.PathLike[str] = str,
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> int:
        """Check every line of an input of `run_batch`; nothing is sent or written.

        Args:
            input: The path of a file of JSON lines, or `-` for standard input.
            returns: The type that each chat has to return, as in `run_batch`.
            model: The model of lines that name none, instead of the client's.
            options: The options of lines that do not set them, merged over the client's.
            **overrides: Single options, merged over `options`.

        Returns:
            The number of lines that are not blank.

        Raises:
            BatchInvalid: Lines of the input are wrong; the error names the first twenty.
            BatchFileError: The input can't be read.
        """
        from vllm_sdk._batching.inputs import InputFile
        from vllm_sdk._batching.off_loop import run_here
        from vllm_sdk._batching.schemas import read_returns
        from vllm_sdk._batching.validation import validate
        from vllm_sdk._operations.batching.line_requests import LineRequests

        self._sender.take(overrides)
        requests = LineRequests(
            self._builder.model if model is None else model,
            merge(self._builder.options, options, overrides=overrides),
            self._capabilities,
            returns=read_returns(returns),
            schema_placement="auto",
        )
        source = InputFile(input)

        def check() -> int:
            source.spool()
            return validate(source, requests).total

        try:
            return run_here(check, source.abandoned.set)
        finally:
            source.close()
