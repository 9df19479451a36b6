"""What `returns=` asks for: how it is asked for, and how its answer is read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar

from vllm_sdk._operations.replies import Reply
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options

if TYPE_CHECKING:
    from vllm_sdk._structured.json_text.partial_json import PartialJsonParser, PartialTextParser

T = TypeVar("T")

Place: TypeAlias = Literal["system", "user", "prompt"]
"""Where the schema is put before the model: in a message of a chat, or before a raw prompt."""

SchemaPlacement: TypeAlias = Literal["auto", "system", "user"]
"""Which message of a chat shows the schema; `auto` is the system message, or the user's where the
model's template refuses one."""


class Output(ABC, Generic[T]):
    """What the answer is to be.

    Attributes:
        constraint: the options that hold the model to it.
        instruction: how it is put before the model; empty where nothing is to be said.
        place: where that is put; None for nowhere.
        max_repairs: how often an answer that does not decode is asked for again.
    """

    constraint: Options
    instruction: str
    place: Place | Literal["auto"] | None
    max_repairs: int

    @abstractmethod
    def read(self, reply: Reply[str]) -> Reply[T]:
        """The reply with its values.

        Raises:
            OutputError: the answer is not what was asked for.
        """

    @abstractmethod
    def build_partial_parser(self) -> PartialJsonParser[T] | PartialTextParser[T]:
        """Reads the answer while it comes."""

    @abstractmethod
    def items(self) -> Callable[[str], Iterator[Any]]:
        """Reads the items of an array while they come.

        Raises:
            TypeError: the answer is no array.
        """


class TextOutput(Output[str]):
    """The text as it is."""

    constraint = Options()
    instruction = ""
    place = None
    max_repairs = 0

    def read(self, reply: Reply[str]) -> Reply[str]:
        """The reply itself."""
        return reply

    def build_partial_parser(self) -> PartialTextParser[str]:
        """The text."""
        from vllm_sdk._structured.json_text.partial_json import PartialTextParser

        return PartialTextParser()

    def items(self) -> Callable[[str], Iterator[Any]]:
        """None."""
        raise TypeError("items() needs returns=list[…]: a text has no items")


TEXT = TextOutput()


def constrained(options: Options, output: Output[Any]) -> Options:
    """The options of a request for such an output.

    Raises:
        RequestInvalid: the options hold the answer to something already, or change its text.
    """
    if output is TEXT:
        return options
    form: Mapping[str, Any] = options.response_format or {"type": "text"}
    if options.structured_outputs is not None or form["type"] != "text":
        raise RequestInvalid(
            "returns= and the options structured_outputs or response_format both constrain the "
            "answer: give one of them. from_json(type, reply.text) reads what an option constrains."
        )
    if options.echo:
        raise RequestInvalid("echo puts the prompt before the answer: leave it out with returns=.")
    if output.max_repairs and (options.n or 1) > 1:
        raise RequestInvalid("max_repairs= mends one answer: leave n out.")
    return options | output.constraint
