"""Outputs that are instances of a type; imported when the first one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import count
from typing import Any, Literal, TypeVar, cast

import attrs

from vllm_sdk._operations.generation.explanations import (
    explain_silence,
    explain_truncation,
    is_cut_at_stop,
)
from vllm_sdk._operations.generation.outputs import Output, Placement
from vllm_sdk._operations.replies import CUT_OFF, Choice, Reply
from vllm_sdk._structured import choices_of, from_json, schema_of
from vllm_sdk._structured.introspection.array_items import build_item_reader
from vllm_sdk._structured.json_text.array_scanner import ArrayItemScanner
from vllm_sdk._structured.json_text.partial_json import PartialJsonParser, PartialTextParser
from vllm_sdk._structured.schema.instructions import build_instruction
from vllm_sdk.errors import OutputEmpty, OutputInvalid, OutputRefused, OutputTruncated
from vllm_sdk.options import Options, StructuredOutputs

T = TypeVar("T")


@attrs.frozen
class TypedOutput(Output[T]):
    """An instance of a type, or plain JSON of a schema."""

    type: Any
    constraint: Options
    instruction: str
    is_choice: bool
    placement: Placement | Literal["auto"] | None
    max_repairs: int

    def read(self, reply: Reply[str]) -> Reply[T]:
        """Return the reply with every choice's text decoded."""
        values = [self._value(choice, reply) for choice in reply.choices]
        return reply.with_values(values)

    def _value(self, choice: Choice, reply: Reply[str]) -> T:
        text = choice.text
        if choice.finish_reason in CUT_OFF:
            used = reply.body.usage.completion_tokens
            raise OutputTruncated(explain_truncation(choice, used), text=text, reply=reply)
        if choice.refusal:
            said = choice.refusal
            raise OutputRefused(f"The model refused: {said}", text=said, reply=reply)
        try:
            return cast("T", from_json(self.type, text))
        except OutputInvalid as error:
            invalid = error
        if is_cut_at_stop(choice):
            raise OutputTruncated(
                f"The answer ended at the stop string {choice.stop_reason!r}, before it was "
                "whole: leave stop out with returns=.",
                text=text,
                reply=reply,
            )
        if isinstance(invalid, OutputEmpty):
            invalid = explain_silence(choice, invalid, partial(from_json, self.type))
        invalid.reply = reply
        raise invalid

    def build_partial_parser(self) -> PartialJsonParser[T] | PartialTextParser[T]:
        """Return a parser of the JSON, or a collector of a choice's bare text."""
        return PartialTextParser() if self.is_choice else PartialJsonParser()

    def items(self) -> Callable[[str], Iterator[Any]]:
        """Return a reader that decodes each item when it is asked for."""
        read, scanner, places = build_item_reader(self.type), ArrayItemScanner(), count()
        return lambda text: (read(next(places), item) for item in scanner.feed(text))


def build_typed_output(
    returns: Any, *, placement: Placement | Literal["auto"] | None, max_repairs: int
) -> TypedOutput[Any]:
    """Build the output that is an instance of a type.

    Raises:
        RequestInvalid: The type has no form in JSON.
    """
    constraint, instruction, is_choice = _describe(returns)
    return TypedOutput(returns, constraint, instruction, is_choice, placement, max_repairs)


def _describe(returns: Any) -> tuple[Options, str, bool]:
    """Return a type's constraint, its instruction, and whether it is a choice of texts.

    The result is cached, since it takes longer than the rest of a call.
    """
    try:
        # unions are equal in any order, but the order of their schemas is not
        return _describe_cached(returns, "" if isinstance(returns, type) else repr(returns))
    except TypeError:  # unhashable: a raw schema
        return _describe_anew(returns)


@lru_cache(maxsize=512)
def _describe_cached(returns: Any, _: str) -> tuple[Options, str, bool]:
    return _describe_anew(returns)


def _describe_anew(returns: Any) -> tuple[Options, str, bool]:
    choices = choices_of(returns)
    if choices is None:
        held = StructuredOutputs(json=schema_of(returns))
    else:
        held = StructuredOutputs(choice=tuple(choices))
    return Options(structured_outputs=held), build_instruction(returns), choices is not None
