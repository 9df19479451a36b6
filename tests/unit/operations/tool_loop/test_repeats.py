"""Loops whose model repeats itself: told once, then ended, while progress goes on."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

import pytest

from loops import Weather, run, wire
from scripted_model import ScriptedModel, calls, concludes, cut, describes, says, unpaired
from vllm_sdk._messages import image, user
from vllm_sdk._operations.tool_loop.repeats import (
    SAME_CALLS,
    SAME_REPLY,
    append_text,
    normalize_arguments,
)
from vllm_sdk._tools import tool
from vllm_sdk.errors import OutputTruncated, RequestInvalid, ToolLoopExhausted
from vllm_sdk.testing.conversations import CONVERSATIONS

PARIS = ("get_weather", '{"city": "Paris"}')
ROME = ("get_weather", '{"city": "Rome"}')
ATLANTIS = ("get_weather", '{"city": "Atlantis"}')
FLIGHT = ("book_flight", '{"to": "Rome"}')
BROKEN = ("get_weather", '{"town": ')


def stall(*turns: Any, tools: Any = None, mode: Any = "native", **more: Any) -> Any:
    """Run a loop that ends because its model repeats itself; return the error and the model."""
    scripted = ScriptedModel(*turns)
    with pytest.raises(ToolLoopExhausted, match="repeats itself") as caught:
        run(scripted, tools or [Weather().get_weather], mode=mode, **more)
    assert unpaired(wire(caught.value.transcript)) == []
    return caught.value, scripted


def list_notes(transcript: Any, note: str = SAME_CALLS) -> list[int]:
    """The places of the messages that have the note."""
    texts = [str(message["content"]) for message in wire(transcript)]
    return [place for place, text in enumerate(texts) if note in text]


def test_the_same_call_again_is_told_once_and_then_ends_the_loop() -> None:
    weather = Weather()
    error, scripted = stall(*[calls(PARIS)] * 8, tools=[weather.get_weather])
    assert len(scripted.bodies) == 3
    assert weather.asked == ["Paris"] * 3
    assert [message["role"] for message in wire(error.transcript)] == [
        "user", *["assistant", "tool"] * 3
    ]  # fmt: skip
    assert list_notes(error.transcript) == [4]
    assert wire(error.transcript)[4]["content"] == f"sunny in Paris\n\n{SAME_CALLS}"
    assert [call.status for call in error.calls] == ["done"] * 3
    assert "it called get_weather again" in error.message
    assert "max_repeats=" in error.message


def test_a_model_that_is_told_may_answer() -> None:
    scripted = ScriptedModel(calls(PARIS), calls(PARIS), says("Sunny."))
    reply = run(scripted, [Weather().get_weather], mode="native")
    assert reply.text == "Sunny."
    assert list_notes(reply.transcript) == [4]
    assert SAME_CALLS in scripted.bodies[2]["messages"][-1]["content"]


@pytest.mark.parametrize(
    "turn",
    [calls(ATLANTIS), calls(FLIGHT), calls(BROKEN), calls(PARIS, ROME), calls(("get_weather", ""))],
    ids=["fails", "unknown", "broken", "two", "empty"],
)
def test_calls_that_fail_the_same_way_are_repeats(turn: Any) -> None:
    _, scripted = stall(*[turn] * 8)
    assert len(scripted.bodies) == 3


def test_calls_that_are_refused_again_are_repeats() -> None:
    from vllm_sdk._tool_running import ToolRunner

    runner = ToolRunner(approve=lambda _: "not now")
    _, scripted = stall(*[calls(PARIS)] * 8, runner=runner)
    assert len(scripted.bodies) == 3


def test_descriptive_turns_are_told_after_the_results() -> None:
    error, scripted = stall(*[describes(PARIS)] * 8, mode="descriptive")
    assert len(scripted.bodies) == 3
    (place,) = list_notes(error.transcript)
    text = wire(error.transcript)[place]["content"]
    assert text.endswith(f"\n\n{SAME_CALLS}")
    assert '{"tool": "get_weather", "result": "sunny in Paris"}' in text


def test_neither_order_nor_layout_makes_a_difference() -> None:
    spaced, turned = ("get_weather", ' {"city" :"Paris"}'), calls(ROME, PARIS)
    _, scripted = stall(calls(PARIS, ROME), turned, calls(ROME, spaced, ROME))
    assert len(scripted.bodies) == 3


@pytest.mark.parametrize("size", [2, 3, 4])
def test_a_cycle_that_comes_again_is_a_repeat(size: int) -> None:
    cities = ["Paris", "Rome", "Oslo", "Bonn"][:size]
    cycle = [calls(("get_weather", json.dumps({"city": city}))) for city in cities]
    error, scripted = stall(*cycle * 3, max_turns=20)
    assert len(scripted.bodies) == 2 * size + 1
    assert list_notes(error.transcript) == [4 * size]


def test_a_longer_cycle_ends_with_the_turns() -> None:
    cycle = [calls(("get_weather", json.dumps({"city": city}))) for city in "ABCDE"]
    with pytest.raises(ToolLoopExhausted, match="after 12 turns"):
        run(ScriptedModel(*cycle * 3), [Weather().get_weather], mode="native", max_turns=12)


def test_a_changed_result_is_progress() -> None:
    numbers = count()

    @tool
    def poll() -> str:
        """Tell how far the job is."""
        return f"{next(numbers)} of 6"

    scripted = ScriptedModel(*[calls(("poll", "{}"))] * 7, says("Done."))
    reply = run(scripted, [poll], mode="native")
    assert reply.text == "Done."
    assert list_notes(reply.transcript) == []


def test_other_arguments_and_other_turns_are_progress() -> None:
    turns = [PARIS, PARIS, ROME, ROME, PARIS, ATLANTIS, PARIS]
    scripted = ScriptedModel(*map(calls, turns), says("Done."))
    reply = run(scripted, [Weather().get_weather], mode="native")
    assert reply.text == "Done."
    assert list_notes(reply.transcript) == [4, 8]


@pytest.mark.parametrize(("limit", "turns"), [(1, 2), (2, 3), (5, 6)])
def test_the_limit_counts_repeats_in_a_row(limit: int, turns: int) -> None:
    error, scripted = stall(*[calls(PARIS)] * 8, max_repeats=limit)
    assert len(scripted.bodies) == turns
    assert list_notes(error.transcript) == [4]


def test_a_limit_as_high_as_that_of_the_turns_is_no_limit() -> None:
    with pytest.raises(ToolLoopExhausted, match="after 5 turns"):
        run(
            ScriptedModel(*[calls(PARIS)] * 5),
            [Weather().get_weather],
            mode="native",
            max_turns=5,
            max_repeats=5,
        )


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_is_at_least_one(limit: int) -> None:
    with pytest.raises(RequestInvalid, match=f"max_repeats={limit}"):
        run(ScriptedModel(), [Weather().get_weather], max_repeats=limit)


def test_a_limit_is_a_number() -> None:
    with pytest.raises(TypeError, match="max_repeats is a number, not None"):
        run(ScriptedModel(), [Weather().get_weather], max_repeats=None)


def test_a_final_result_ends_the_loop_before_the_repeat_does() -> None:
    results = iter(["wait", "wait"])

    @tool(final=True)
    def submit() -> str:
        """Submit."""
        if (said := next(results, "done")) == "wait":
            raise ValueError(said)
        return said

    reply = run(ScriptedModel(*[calls(("submit", "{}"))] * 3), [submit], mode="native")
    assert reply.text == "done"


@pytest.mark.parametrize("mode", ["native", "descriptive"])
def test_the_same_unusable_reply_again_is_told_once_and_then_ends_the_loop(mode: Any) -> None:
    error, scripted = stall(*[says("Well?")] * 8, mode=mode, returns=int)
    assert len(scripted.bodies) == 3
    assert list_notes(error.transcript, SAME_REPLY) == [4]
    assert [attempt.text for attempt in error.attempts] == ["Well?"] * 3
    assert "it wrote the same reply again, which cannot be used. " in error.message
    assert error.text == "Well?"


def test_other_unusable_replies_are_progress() -> None:
    turns = [says("Well?"), says("Hm."), says("Well."), concludes(7)]
    reply = run(ScriptedModel(*turns), [Weather().get_weather], mode="descriptive", returns=int)
    assert reply.value == 7
    assert list_notes(reply.transcript, SAME_REPLY) == []


def test_pictures_are_compared_and_told_after() -> None:
    pictures = iter([image(b"\x89PNG\r\n\x1a\n" + bytes([each])) for each in (1, 2, 2, 2)])

    @tool
    def look() -> Any:
        """Look."""
        return next(pictures)

    error, scripted = stall(*[calls(("look", "{}"))] * 8, tools=[look])
    assert len(scripted.bodies) == 4
    content = wire(error.transcript)[6]["content"]
    assert [part["type"] for part in content] == ["image_url", "text"]
    assert content[1]["text"] == SAME_CALLS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('{"a": 1, "b": [2]}', ' {"b":[2],"a":1.0}\n'),
        ("", "{}"),
        ("null", " "),
        ('{"a": 1.5}', '{"a":1.50}'),
        ('{"a": "é"}', '{"a": "\\u00e9"}'),
        ("no JSON", " no JSON "),
        ("[" * 100_000, "[" * 100_000 + " "),
    ],
)
def test_equal_arguments_have_one_form(one: str, other: str) -> None:
    assert normalize_arguments(one) == normalize_arguments(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [('{"a": 1}', '{"a": true}'), ('{"a": "1"}', '{"a": 1}'), ("[1, 2]", "[2, 1]"), ("a", "b")],
)
def test_different_arguments_have_different_forms(one: str, other: str) -> None:
    assert normalize_arguments(one) != normalize_arguments(other)


def test_a_text_is_put_at_the_end_of_a_message() -> None:
    assert append_text(user("Hi"), "there").content == "Hi\n\nthere"


def test_a_truncated_turn_of_calls_in_circles_is_said_in_the_error() -> None:
    text = '{"calls": [' + '{"tool": "get_weather", "arguments": {}}, ' * 8
    with pytest.raises(OutputTruncated, match=r"The array \$\.calls goes round in circles"):
        run(ScriptedModel(cut(says(text))), [Weather().get_weather], mode="descriptive")


def test_the_scripted_model_knows_the_note() -> None:
    contents = [each["content"] for talk in CONVERSATIONS for each in talk.messages]
    assert sum(str(content).endswith(f"\n\n{SAME_CALLS}") for content in contents) == 1
