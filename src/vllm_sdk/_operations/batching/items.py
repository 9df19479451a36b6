"""The items of a batch: what users pass, and the requests that they become."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sized
from itertools import islice
from typing import Any, Generic, TypeAlias, TypeVar, cast

import attrs

from vllm_sdk._exports import export
from vllm_sdk._messages import MessageLike
from vllm_sdk._messages.texts import check_string
from vllm_sdk._operations.generation.builder import CHAT_PLACEMENTS, RequestBuilder, read_output
from vllm_sdk._operations.generation.chat import Prompt, read_prompt
from vllm_sdk._operations.generation.completion import RawPrompt
from vllm_sdk._operations.generation.outputs import SchemaPlacement
from vllm_sdk._operations.generation.request import GenerationRequest
from vllm_sdk.errors import RequestInvalid, VLLMError
from vllm_sdk.options import Options

T = TypeVar("T")

PREFIX_GROUP = 1000
"""Items that are read before the ones with a common beginning are put together."""


@export
@attrs.frozen
class BatchItem:
    """One item of a batch, with settings of its own. Those that are left out are the batch's.

    Attributes:
        prompt: A text or messages, as `generate` takes them; with `raw=True`, the text or token ids
            that `complete` takes.
        id: The name of the item in the batch. Default: its number, from 0, as text.
        system: The text of the system message, if the prompt is a text.
        returns: The type of the value, as in `generate`.
        options: Options, merged over the batch's.
        model: The model to ask.
        raw: Whether the prompt is continued without a chat template (`POST /v1/completions`).
    """

    prompt: Prompt | RawPrompt
    id: str | None = attrs.field(default=None, kw_only=True)
    system: str | None = attrs.field(default=None, kw_only=True)
    returns: Any = attrs.field(default=None, kw_only=True)
    options: Options | None = attrs.field(default=None, kw_only=True)
    model: str | None = attrs.field(default=None, kw_only=True)
    raw: bool = attrs.field(default=False, kw_only=True)


BatchItemLike: TypeAlias = str | Iterable[MessageLike] | Mapping[str, Any] | BatchItem
"""What an item of a batch may be: a text, messages, a dict, or a `BatchItem`.

A dict has `prompt` or `messages`, and may have `id`, `system`, `model`, and options by their names.
"""

_NO_ITEMS: tuple[type, ...] = (str, bytes, Mapping, BatchItem)


@attrs.define(eq=False)
class BatchJob(Generic[T]):
    """An item on its way through a batch.

    Attributes:
        index: The number of the item, from 0.
        id: The item's id.
        given: The item, as the user passed it.
        item: The item as it was read, or None if it is invalid.
        error: The reason why the item is invalid, or None.
        request: The request, once it is built.
    """

    index: int
    id: str
    given: Any
    item: BatchItem | None = None
    error: VLLMError | None = None
    request: GenerationRequest[T] | None = None


@attrs.frozen
class JobBuilder(Generic[T]):
    """Builds the requests of a batch.

    Attributes:
        builder: Builds generations with the model and the options of the batch.
        system: The text of the system message of items without one.
        returns: The type of the values.
        max_repairs: How many more times the model is asked if an output does not decode.
        schema_placement: The message that shows the schema to the model.
    """

    builder: RequestBuilder
    system: str | None = None
    returns: Any = str
    max_repairs: int = 0
    schema_placement: SchemaPlacement | None = "auto"

    def check(self) -> None:
        """Check what all items have in common, before any of them is read.

        Raises:
            RequestInvalid: The type has no form in JSON, or a value is out of range.
            TypeError: An argument is of the wrong type.
        """
        if self.system is not None:
            check_string(self.system, "system")
        read_output(
            self.returns, self._count_repairs(self.returns), self.schema_placement, CHAT_PLACEMENTS
        )

    def _count_repairs(self, returns: Any) -> int:
        return 0 if returns is str and self.max_repairs > 0 else self.max_repairs

    def build(self, job: BatchJob[T]) -> GenerationRequest[T]:
        """Return the request of an item, which is built once.

        Raises:
            RequestInvalid: The item is invalid.
        """
        if job.request is None:
            if job.error is not None or job.item is None:
                raise job.error or RequestInvalid("The item is invalid.")
            try:
                job.request = self._build(job.item)
            except (TypeError, RequestInvalid) as error:
                job.error = RequestInvalid(f"Item {job.id!r}: {error}")
                raise job.error from None
        return job.request

    def _build(self, item: BatchItem) -> GenerationRequest[T]:
        prompt: Any = item.prompt
        returns = self.returns if item.returns is None else item.returns
        repairs = self._count_repairs(returns)
        if item.raw:
            return self.builder.build_completion(
                prompt,
                {},
                returns=returns,
                max_repairs=repairs,
                schema_placement=None if self.schema_placement is None else "prompt",
                model=item.model,
                options=item.options,
            )
        return self.builder.build_chat(
            read_prompt(prompt, self.system if item.system is None else item.system),
            {},
            returns=returns,
            max_repairs=repairs,
            schema_placement=self.schema_placement,
            model=item.model,
            options=item.options,
        )


class IdRegistry:
    """The ids of a batch, each of which stands for one item."""

    def __init__(self) -> None:
        """Begin without items."""
        self._seen: set[str] = set()
        self._first: int | None = None  # the first item that has an id of its own

    def name(self, index: int, own: str | None) -> tuple[str, bool]:
        """Return the id of an item, and whether it is new.

        Args:
            index: The number of the item; items come in order.
            own: The id that the item brings, or None.
        """
        name = str(index) if own is None else own
        if self._first is None:
            if own is None:
                return name, True
            self._first = index
        is_number = name.isascii() and name.isdecimal() and str(int(name)) == name
        is_new = name not in self._seen and not (is_number and int(name) < self._first)
        self._seen.add(name)
        return name, is_new


def check_items(items: Any) -> None:
    """Check a source of items, and the ids of all items if they are at hand.

    Raises:
        RequestInvalid: Two items have the same id.
        TypeError: It is a single item.
    """
    if isinstance(items, _NO_ITEMS):
        raise TypeError(
            f"a batch takes a list or another iterable of items, not one {type(items).__name__}"
        )
    if not _is_collection(items):
        return
    names = IdRegistry()
    given: Any
    for index, given in enumerate(items):
        name, is_new = names.name(index, find_id(given))
        if not is_new:
            raise RequestInvalid(f"Two items of the batch have the id {name!r}.")


def _is_collection(items: object) -> bool:
    return isinstance(items, Collection)


def count_items(items: object) -> int | None:
    """Return the number of items; None if the source does not know it."""
    return len(items) if isinstance(items, Sized) else None


def find_id(given: Any) -> str | None:
    """Return the id that an item brings; None if it brings none, or one that is not an id."""
    own: object = None
    if isinstance(given, BatchItem):
        own = given.id
    elif isinstance(given, Mapping):
        own = cast("Mapping[str, Any]", given).get("id")
    if isinstance(own, int) and not isinstance(own, bool):
        own = str(own)
    return own if isinstance(own, str) and own else None


class JobReader(Generic[T]):
    """Turns items into jobs, in their order."""

    def __init__(self, build: Callable[[BatchJob[T]], GenerationRequest[T]] | None = None) -> None:
        """Prepare to read.

        Args:
            build: Builds the request of an item at once, to sort the items by their beginning.
        """
        self._names = IdRegistry()
        self._count = 0
        self._build = build

    @property
    def sorts(self) -> bool:
        """True if items are sorted by their beginning."""
        return self._build is not None

    def read(self, given: Any) -> BatchJob[T]:
        """Return the job of the next item; an item that is invalid has an error."""
        index = self._count
        self._count += 1
        name, is_new = self._names.name(index, find_id(given))
        job = BatchJob[T](index, name, given)
        try:
            job.item = read_item(given, is_new=is_new)
        except (TypeError, RequestInvalid) as error:
            job.error = RequestInvalid(f"Item {name!r}: {error}")
        return job

    def read_all(self, items: Iterable[Any]) -> Iterator[BatchJob[T]]:
        """Yield the jobs of items, sorted in groups if that was asked for."""
        jobs = map(self.read, items)
        if not self.sorts:
            yield from jobs
            return
        while group := [*islice(jobs, PREFIX_GROUP)]:
            yield from self.sort(group)

    def sort(self, group: list[BatchJob[T]]) -> list[BatchJob[T]]:
        """Sort jobs so that those with a common beginning follow each other."""
        return sorted(group, key=self._get_beginning)

    def _get_beginning(self, job: BatchJob[T]) -> bytes:
        """Return the body of a request, which begins with its messages or its prompt."""
        assert self._build is not None  # noqa: S101 -- nothing is sorted without it
        try:
            return self._build(job).request.body or b""
        except VLLMError:
            return b""


def read_item(given: Any, *, is_new: bool) -> BatchItem:
    """Read an item.

    Args:
        given: The item as the user passed it.
        is_new: Whether its id is new.

    Raises:
        RequestInvalid: The id is not new, or a dict has both a prompt and messages, or neither, or
            a bad option.
        TypeError: It is not an item, or has a field of the wrong type.
    """
    if not is_new:
        raise RequestInvalid("an item before it has the same id.")
    if isinstance(given, BatchItem):
        item = given
    elif isinstance(given, Mapping):
        item = _read_dict(cast("Mapping[str, Any]", given))
    else:
        return BatchItem(given)
    own: object = item.id
    if own is not None and find_id(item) is None:
        raise TypeError(f"id is a text that is not empty, not {own!r}")
    return item


def _read_dict(given: Mapping[str, Any]) -> BatchItem:
    fields = dict(given)
    if {"custom_id", "body"} <= fields.keys():
        raise TypeError("it is a line of a batch file; run_batch takes files of such lines")
    forms = [name for name in ("prompt", "messages") if name in fields]
    if len(forms) != 1:
        raise RequestInvalid("a dict has either a prompt or messages, as in {'prompt': '…'}.")
    prompt = fields.pop(forms[0])
    own = {name: fields.pop(name, None) for name in ("id", "system", "model")}
    return BatchItem(prompt, options=Options(**fields) if fields else None, **own)
