"""What a generation is to produce: how it is asked for, and how the reply is read."""

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

Placement: TypeAlias = Literal["system", "user", "prompt"]
"""The place of an instruction: a message of a chat, or the start of a raw prompt."""

SchemaPlacement: TypeAlias = Literal["auto", "system", "user"]
"""The message of a chat that shows the schema. `auto` is the system message, or the user's if the
model's template rejects a system message."""


class Output(ABC, Generic[T]):
    """The kind of value that a reply is read into.

    Attributes:
        constraint: The options that constrain the model to it.
        instruction: The text that describes it to the model; empty if there is nothing to say.
        placement: The place of the instruction; None for none.
        max_repairs: How many more times the model is asked if its output does not decode.
    """

    constraint: Options
    instruction: str
    placement: Placement | Literal["auto"] | None
    max_repairs: int

    @abstractmethod
    def read(self, reply: Reply[str]) -> Reply[T]:
        """Return the reply with its values.

        Raises:
            OutputError: The output is not what the call asked for.
        """

    @abstractmethod
    def build_partial_parser(self) -> PartialJsonParser[T] | PartialTextParser[T]:
        """Return a parser of the output while it arrives."""

    @abstractmethod
    def items(self) -> Callable[[str], Iterator[Any]]:
        """Return a reader of an array's items while they arrive.

        Raises:
            TypeError: The output is not an array.
        """


class TextOutput(Output[str]):
    """The text as it is."""

    constraint = Options()
    instruction = ""
    placement = None
    max_repairs = 0

    def read(self, reply: Reply[str]) -> Reply[str]:
        """Return the reply itself."""
        return reply

    def build_partial_parser(self) -> PartialTextParser[str]:
        """Return a collector of the text."""
        from vllm_sdk._structured.json_text.partial_json import PartialTextParser

        return PartialTextParser()

    def items(self) -> Callable[[str], Iterator[Any]]:
        """Refuse: a text has no items."""
        raise TypeError("items() needs returns=list[…]: a text has no items")


TEXT = TextOutput()


def constrain(options: Options, output: Output[Any]) -> Options:
    """Add an output's constraint to the options of a request.

    Raises:
        RequestInvalid: The options constrain the output already, or change its text.
    """
    form: Mapping[str, Any] = options.response_format or {"type": "text"}
    if options.structured_outputs is not None or form["type"] != "text":
        raise RequestInvalid(
            "returns= and the options structured_outputs or response_format both constrain the "
            "answer: give one of them. from_json(type, reply.text) reads what an option constrains."
        )
    if options.continue_final_message:
        raise RequestInvalid(
            "continue_final_message does not fit returns=: the constraint starts at the first "
            "token that the model writes, so the value would lack the beginning that you wrote. "
            "Leave it out, and put the beginning into the prompt; or constrain the rest by an "
            "option such as regex(…), and read from_json(type, beginning + reply.text)."
        )
    if options.echo:
        raise RequestInvalid("echo puts the prompt before the answer: leave it out with returns=.")
    if output.max_repairs and (options.n or 1) > 1:
        raise RequestInvalid("max_repairs= repairs one answer: leave n out.")
    return options | output.constraint
