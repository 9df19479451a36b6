"""Random functions that models may call, what models make of them, and how calls end."""

from __future__ import annotations

import inspect
import json
from collections import UserDict, deque
from collections.abc import Callable
from enum import IntFlag
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import numpy as np
import pydantic
from hypothesis import strategies as st

from strategies.options import texts
from strategies.structured import kinds, make_optional, mutations
from vllm_sdk._operations.tool_loop.steps import Outcome
from vllm_sdk._tools import Tool, tool

NAMES = ["a", "city", "self_", "class_", "größe", "x1"]


class Signed(NamedTuple):
    """A tool, and arguments that fit it."""

    tool: Tool[..., Any]
    arguments: dict[str, Any]
    stated: bool
    """Whether the schema says all that decoding checks."""


@st.composite
def signed_tools(draw: st.DrawFn, name: str = "act") -> Signed:
    """A tool of a random signature, and arguments for it."""
    chosen = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
    parameters: list[inspect.Parameter] = []
    arguments: dict[str, Any] = {}
    stated = True
    for each in chosen:
        kind = draw(kinds)
        may_lack = draw(st.booleans())
        kind = make_optional(kind) if may_lack else kind
        stated = stated and kind.stated
        parameters.append(
            inspect.Parameter(
                each,
                inspect.Parameter.KEYWORD_ONLY,
                annotation=kind.type,
                default=None if may_lack else inspect.Parameter.empty,
            )
        )
        if not may_lack or draw(st.booleans()):
            arguments[each] = draw(kind.values)

    def act(**given: Any) -> Any:
        return given

    act.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return Signed(tool(act, name=name, description=draw(texts)), arguments, stated)


def note(text: str, times: int = 1) -> str:
    """Keep a note."""
    return text * times


def add(numbers: list[int]) -> int:
    """Add numbers."""
    return sum(numbers)


def ping() -> None:
    """Do nothing."""


def echo(text: str) -> str:
    """Say it again."""
    return text


REGISTERED = [tool(note), tool(add), tool(ping), tool(echo, raw_arguments=True)]
VALID = {
    "note": [{"text": "a"}, {"text": "é", "times": 2}],
    "add": [{"numbers": []}, {"numbers": [1, 2]}],
    "ping": [{}],
    "echo": [{"anything": [1.5]}],
}

ANY_VALID = [each for values in VALID.values() for each in values]

strange_texts = st.sampled_from(["", " ", "null", "true", "[]", "{", '{"text": "\\ud800"}', "NaN",
                                 '{"text": "a", "text": "b"}', "[" * 5000]) | texts  # fmt: skip
finish_reasons = st.sampled_from([*["stop", "tool_calls"] * 5, "abort", "length"])


@st.composite
def named_arguments(draw: st.DrawFn, *, json_only: bool = False) -> tuple[str, str]:
    """A tool's name and the text of its arguments, as a model may write them."""
    name = draw(st.sampled_from([*VALID] * 3 + ["fly", ""]))
    value = draw(st.sampled_from(VALID.get(name, ANY_VALID)))
    how = draw(st.integers(0, 5))
    if how == 1:
        value = draw(mutations(value))
    if how == 2 and not json_only:
        return draw(texts), draw(strange_texts)
    return name, json.dumps(value)


@st.composite
def native_turns(draw: st.DrawFn) -> dict[str, Any]:
    """A turn with calls, as a tool parser may give it."""
    made = [
        {
            "id": draw(st.sampled_from(["", "a", "b", "call00001"]) | texts),
            "type": "function",
            "function": {"name": name, "arguments": text},
        }
        for name, text in draw(st.lists(named_arguments(), min_size=1, max_size=4))
    ]
    return {
        "role": "assistant",
        "content": draw(st.none() | texts),
        "reasoning": draw(st.none() | texts),
        "tool_calls": made,
        "finish_reason": draw(finish_reasons),
    }


@st.composite
def described_turns(draw: st.DrawFn) -> dict[str, Any]:
    """A turn in the words of the protocol, or nearly so."""
    named = draw(st.lists(named_arguments(json_only=True), max_size=4))
    reply: Any = {"calls": [{"tool": n, "arguments": json.loads(text)} for n, text in named]}
    if draw(st.integers(0, 3)) == 0:
        reply = draw(mutations(reply))
    return {
        "role": "assistant",
        "content": json.dumps(reply),
        "finish_reason": draw(finish_reasons),
    }


@st.composite
def answering_turns(draw: st.DrawFn) -> dict[str, Any]:
    """A turn of text: an answer, or something else."""
    answers = texts | st.lists(st.integers(), max_size=2)
    text = draw(answers.map(lambda answer: json.dumps({"answer": answer})) | strange_texts)
    return {"role": "assistant", "content": text, "finish_reason": draw(finish_reasons)}


results = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


class Returned(NamedTuple):
    """A value as a tool may return it, and the plain JSON that says the same."""

    value: Any
    plain: Any


class Level(IntFlag):
    """A flag, of which a value may be several members at once."""

    LOW = 1
    HIGH = 2


class Record(pydantic.BaseModel):
    """A model with a field that our own schemas do not have."""

    folder: PurePosixPath
    numbers: list[int]


paths = st.builds(PurePosixPath, st.text("ab/. é", min_size=1))
numbers = st.integers(-(2**31), 2**31 - 1)
scalars_returned = st.one_of(
    (st.none() | st.booleans() | st.integers() | texts).map(lambda each: Returned(each, each)),
    paths.map(lambda path: Returned(path, str(path))),
    numbers.map(lambda number: Returned(np.int64(number), number)),
    st.floats(width=32, allow_nan=False, allow_infinity=False).map(
        lambda number: Returned(np.float32(number), number)
    ),
    st.integers(0, 3).map(lambda bits: Returned(Level(bits), bits)),
    st.builds(Record, folder=paths, numbers=st.lists(st.integers(), max_size=2)).map(
        lambda record: Returned(record, json.loads(record.model_dump_json()))
    ),
    st.lists(numbers, max_size=3).map(lambda items: Returned(np.array(items, dtype="i8"), items)),
)


def _collect(kind: Callable[[list[Any]], Any]) -> Callable[[list[Returned]], Returned]:
    return lambda items: Returned(
        kind([each.value for each in items]), [each.plain for each in items]
    )


returned = st.recursive(
    scalars_returned,
    lambda inner: st.one_of(
        *(st.lists(inner, max_size=3).map(_collect(kind)) for kind in (list, tuple, deque)),
        st.dictionaries(texts, inner, max_size=3).map(
            lambda items: Returned(
                UserDict({name: each.value for name, each in items.items()}),
                {name: each.plain for name, each in items.items()},
            )
        ),
    ),
    max_leaves=6,
)
outcomes = st.one_of(
    st.builds(Outcome, st.just("done"), results),
    st.just(Outcome("done", print)),
    st.just(Outcome("done", "half a \ud800 character")),
    st.builds(Outcome, st.just("failed"), exception=texts.map(ValueError) | texts.map(KeyError)),
    st.builds(Outcome, st.sampled_from(["timed_out", "refused"]), reason=texts),
)
