"""The methods that are compared, each on all items of a set, eight at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal, TypeVar

import attrs

from tools.quality import forms
from tools.quality.classes import CLASSES
from tools.quality.functions import TOOLS
from tools.quality.metered import Metered
from tools.quality.scoring import ToolScore, is_call, score_fields, score_question
from tools.quality.sets import Question, Record, Sentence
from vllm_sdk import VLLM, ToolReply, VLLMError, schema_of
from vllm_sdk.errors import OutputTruncated
from vllm_sdk.types import Usage

AT_ONCE = 8
"""The number of items that a method handles at once."""

CALL: dict[str, Any] = {"temperature": 0.0, "max_tokens": 256}

T = TypeVar("T")
R = TypeVar("R")

LABELS: dict[str, tuple[str, Any]] = {
    "sentiment": ("What is the sentiment of this text?", Literal["positive", "negative"]),
    "topic": ("What is the topic of this text?", Literal["sports", "food", "weather", "money"]),
    "intent": (
        "What is the intent of this message?",
        Literal["question", "request", "complaint", "thanks"],
    ),
}
"""The question and the labels of each set of sentences."""


@attrs.frozen
class Loop:
    """The outcome of a question.

    Attributes:
        question: The question.
        score: The scores.
        mode: The mode that ran; empty if the loop ended with an error.
        error: The name of the error that ended the loop; empty if there is an answer.
    """

    question: Question
    score: ToolScore
    mode: str = ""
    error: str = ""


@attrs.frozen
class Extraction:
    """The outcome of a record.

    Attributes:
        fields: For each field whether it is right.
        truncated: Whether the answer was truncated.
        repaired: Whether the record came after a repair.
    """

    fields: list[bool]
    truncated: bool = False
    repaired: bool = False


@attrs.frozen
class Run:
    """The results of a method, and what they cost.

    Attributes:
        name: The method.
        results: The result of each item.
        usage: The tokens of all requests.
        seconds: The time that all items took.
    """

    name: str
    results: Sequence[Any]
    usage: Usage
    seconds: float


@attrs.frozen
class Bench:
    """A client whose tokens are counted.

    Attributes:
        client: The client.
        metered: Its transport.
    """

    client: VLLM
    metered: Metered

    def run(self, name: str, method: Callable[[VLLM, T], R], items: Iterable[T]) -> Run:
        """Run a method on all items."""
        before, began = self.metered.usage, time.monotonic()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            results = list(pool.map(lambda item: method(self.client, item), items))
        after = self.metered.usage
        used = Usage(
            after.prompt_tokens - before.prompt_tokens,
            after.completion_tokens - before.completion_tokens,
            after.total_tokens - before.total_tokens,
        )
        return Run(name, results, used, time.monotonic() - began)


def ask_with_tools(**settings: Any) -> Callable[[VLLM, Question], Loop]:
    """Return the method that runs a tool loop with these settings."""

    def method(client: VLLM, item: Question) -> Loop:
        try:
            reply: ToolReply[str] = client.generate_with_tools(
                item.question, TOOLS, **settings, **CALL
            )
        except VLLMError as error:
            made = [(call.name, call.arguments) for call in error.calls]
            return Loop(item, score_question(item, made, None), error=type(error).__name__)
        made = [(call.name, call.arguments) for call in reply.calls]
        return Loop(item, score_question(item, made, reply.text), reply.mode)

    return method


def fill_arguments(**settings: Any) -> Callable[[VLLM, Question], bool]:
    """Return the method that is given the right tool and writes the arguments."""

    def method(client: VLLM, item: Question) -> bool:
        (expected,) = item.calls
        choice = {"type": "function", "function": {"name": expected.tool}}
        try:
            reply = client.generate_with_tools(
                item.question, TOOLS, execute=False, tool_choice=choice, **settings, **CALL
            )
        except VLLMError:
            return False
        return any(is_call(expected, call.name, call.arguments) for call in reply.calls)

    return method


def label_in_chat(placement: Any) -> Callable[[VLLM, Sentence], bool]:
    """Return the method that labels in a chat."""

    def method(client: VLLM, item: Sentence) -> bool:
        question, labels = LABELS[item.set]
        try:
            reply = client.generate(
                f'{question} "{item.text}"', returns=labels, schema_placement=placement, **CALL
            )
        except VLLMError:
            return False
        return bool(reply.value == item.label)

    return method


def label_in_completion(ending: str) -> Callable[[VLLM, Sentence], bool]:
    """Return the method that labels in a raw completion, whose prompt has an ending."""

    def method(client: VLLM, item: Sentence) -> bool:
        question, labels = LABELS[item.set]
        try:
            reply = client.complete(f'{question} "{item.text}"{ending}', returns=labels, **CALL)
        except VLLMError:
            return False
        return bool(reply.value == item.label)

    return method


def extract(
    form: forms.Form | None, placement: Any, *, max_repairs: int = 0
) -> Callable[[VLLM, Record], Extraction]:
    """Return the method that extracts records.

    Args:
        form: Writes the instruction; None for the SDK's own.
        placement: The place of the instruction: `system`, `user`, or None for nowhere.
        max_repairs: How many more times the model is asked.
    """

    def method(client: VLLM, item: Record) -> Extraction:
        kind: Any = CLASSES[item.kind]
        prompt, more = f"Extract the data: {item.text}", dict[str, Any](schema_placement=placement)
        if form is not None and placement is not None:
            instruction = form(schema_of(kind))
            more = {"schema_placement": None}
            if placement == "system":
                more["system"] = instruction
            else:
                prompt = f"{prompt}\n\n{instruction}"
        try:
            reply = client.generate(prompt, returns=kind, max_repairs=max_repairs, **more, **CALL)
        except OutputTruncated:
            return Extraction(score_fields(item.fields, None), truncated=True)
        except VLLMError:
            return Extraction(score_fields(item.fields, None))
        fields = score_fields(item.fields, reply.value)
        return Extraction(fields, repaired=bool(reply.attempts))

    return method
