# Derived from src/vllm_sdk/_async/batches.py by `make derive`. Edit that file instead.
"""Batches: many generations at once."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Unpack

import attrs

from vllm_sdk._batching.jobs import BatchItems, check_source
from vllm_sdk._batching.limits import Concurrency, choose_controller
from vllm_sdk._batching.overloads import OverloadReporter
from vllm_sdk._batching.plan import BatchPlan
from vllm_sdk._batching.progress import ShowProgress, build_reporter, check_progress
from vllm_sdk._operations.batching.items import JobBuilder
from vllm_sdk._operations.batching.results import BatchResult
from vllm_sdk._operations.generation.builder import RequestBuilder
from vllm_sdk._operations.generation.outputs import SchemaPlacement
from vllm_sdk._sync.base_client import BaseClient
from vllm_sdk._sync.batch_streams import BatchStream
from vllm_sdk._transport.call_settings import CallDict, list_call_fields
from vllm_sdk._transport.engines import copy_engine
from vllm_sdk.options import Options, merge
from vllm_sdk.options.signatures import check_given
from vllm_sdk.types import T

if TYPE_CHECKING:
    from typing_extensions import TypeForm


class Batches(BaseClient):
    """The methods that generate many replies at once."""

    @list_call_fields
    def batch(
        self,
        items: BatchItems,
        *,
        concurrency: Concurrency = "auto",
        max_failures: int | None = None,
        order: Literal["input", "prefix"] = "input",
        checkpoint: str | PathLike[str] | None = None,
        progress: ShowProgress = False,
        system: str | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        max_repairs: int = 0,
        schema_placement: SchemaPlacement | None = "auto",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> list[BatchResult[T]]:
        """Answer many prompts, as many at once as the server bears.

        An item that fails does not end the batch: its result has the error.

        Args:
            items: The items: texts, lists of messages, dicts such as
                `{"id": "a", "prompt": "…", "temperature": 0.2}` or `{"messages": […]}`, or
                `BatchItem`s. Any iterable is read lazily.
            concurrency: The number of requests in flight, 1 or more. `"auto"` grows it while the
                throughput grows, and halves it when the server is overloaded.
            max_failures: The number of items that may fail. If one more fails, nothing new starts,
                and the batch ends in `BatchStopped`. Default: any number.
            order: The order in which items start. `"prefix"` puts those with a common beginning
                together, within groups of 1,000 items, for the server's prefix cache.
            checkpoint: A file that keeps the replies. If it exists, items whose id and request have
                not changed get their reply from it, and nothing is sent.
            progress: A function that receives a `BatchProgress` at most four times a second, and at
                the end. True shows a bar on a terminal (with the extra `[cli]`), or else logs a
                line every ten seconds, at INFO.
            system: The text of the system message of prompts that are texts.
            returns: The type of the values, as in `generate`.
            max_repairs: How many more times the model is asked if an output does not decode.
            schema_placement: The message that shows the schema to the model, as in `generate`.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options, merged over `options`, and settings of each request:
                `temperature=0.7`, `timeout=60`; see `Options`.

        Returns:
            A result for each item, in the order of the items.

        Raises:
            BatchStopped: More items have failed than `max_failures` allows. The error has the
                results so far.
            BatchFileError: The checkpoint can't be read or written.
            RequestInvalid: Two items of a list have the same id, or an argument that all items
                share is invalid.
            ConfigurationError: The client or the machine does not allow that many connections.
        """
        stream = self.batch_iter(
            items,
            concurrency=concurrency,
            max_failures=max_failures,
            order=order,
            checkpoint=checkpoint,
            progress=progress,
            system=system,
            returns=returns,
            max_repairs=max_repairs,
            schema_placement=schema_placement,
            model=model,
            options=options,
            **overrides,
        )
        return stream.collect()

    @list_call_fields
    def batch_iter(
        self,
        items: BatchItems,
        *,
        concurrency: Concurrency = "auto",
        max_failures: int | None = None,
        order: Literal["input", "prefix"] = "input",
        checkpoint: str | PathLike[str] | None = None,
        progress: ShowProgress = False,
        system: str | None = None,
        returns: TypeForm[T] = str,  # type: ignore[assignment]  # mypy solves no T of a default
        max_repairs: int = 0,
        schema_placement: SchemaPlacement | None = "auto",
        model: str | None = None,
        options: Options | None = None,
        **overrides: Unpack[CallDict],
    ) -> BatchStream[T]:
        """Answer many prompts, and iterate the results as the requests end.

        Items are read at most twice the concurrency ahead of the results that were taken. Results
        that were taken are not kept.

        Args:
            items: The items, as in `batch`.
            concurrency: The number of requests in flight, or `"auto"`, as in `batch`.
            max_failures: The number of items that may fail. If one more fails, nothing new starts;
                after the results of what is in flight, the iteration raises `BatchStopped`.
            order: The order in which items start, as in `batch`.
            checkpoint: A file that keeps the replies, as in `batch`.
            progress: A function that receives the progress, or True, as in `batch`.
            system: The text of the system message of prompts that are texts.
            returns: The type of the values, as in `generate`.
            max_repairs: How many more times the model is asked if an output does not decode.
            schema_placement: The message that shows the schema to the model, as in `generate`.
            model: The model, instead of the client's.
            options: Options, merged over the client's.
            **overrides: Single options and settings of each request, as in `batch`.

        Returns:
            A context manager that iterates the results. Leaving its block aborts what is in flight.

        Raises:
            RequestInvalid: Two items of a list have the same id, or an argument that all items
                share is invalid.
            ConfigurationError: The client or the machine does not allow that many connections.
        """
        check_source(check_given(items, "items, as in batch(['…', '…']),"))
        check_progress(progress)
        sender = self._sender.take(overrides)
        controller = choose_controller(concurrency, self._connection_limit)
        merged = merge(self._builder.options, options, overrides=overrides)
        builder = RequestBuilder(
            self._builder.model if model is None else model, merged, self._builder.capabilities
        )
        plan = BatchPlan(
            items,
            JobBuilder[T](builder, system, returns, max_repairs, schema_placement),
            controller,
            build_reporter(progress, sender.log.log),
            max_failures,
            order,
            None if checkpoint is None else Path(checkpoint),
        )
        plan.check()
        engine = None
        if self._has_own_engine:
            engine = copy_engine(sender.transport, controller.ceiling)
        reporting = attrs.evolve(
            sender,
            transport=engine or sender.transport,
            policy=OverloadReporter(policy=sender.policy, controller=controller),
        )
        return BatchStream(plan, reporting, engine)
