"""The evaluation counts right what is right, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.quality import sets
from tools.quality.classes import CLASSES
from tools.quality.functions import TOOLS
from tools.quality.methods import LABELS
from tools.quality.scoring import Share, is_same, score_fields, score_question, shows
from tools.quality.sets import ExpectedCall, Question

from vllm_sdk import from_json

NAMED = {each.name: each for each in TOOLS}
QUESTIONS = [each for half in (False, True) for each in sets.load_questions(held_back=half)]

BOTH = Question(
    question="The weather in Rome, and a timer of 3 minutes?",
    calls=[
        ExpectedCall("get_weather", {"city": ["Rome", "Roma"]}),
        ExpectedCall("set_timer", {"minutes": [3]}),
    ],
    shows=["17"],
    held_back=False,
)
NONE = Question(question="Hello!", calls=[], shows=[], held_back=False)
ROME = ("get_weather", {"city": "rome"})
TIMER = ("set_timer", {"minutes": 3})


def score(question: Question, *calls: Any, answer: str | None = "It is 17 degrees.") -> Any:
    scored = score_question(question, calls, answer)
    return scored.tool, scored.arguments, scored.answered


def test_all_calls_with_right_arguments_are_right() -> None:
    assert score(BOTH, ROME, TIMER) == (True, True, True)
    assert score(BOTH, TIMER, ROME, ROME) == (True, True, True)


@pytest.mark.parametrize(
    "calls",
    [[], [ROME], [ROME, TIMER, ("play_music", {"artist": "Bach"})], [("set_timer", {})]],
)
def test_missing_and_other_tools_are_wrong(calls: Any) -> None:
    assert score(BOTH, *calls)[:2] == (False, False)


@pytest.mark.parametrize(
    "arguments", [{"minutes": 4}, {"minutes": "3"}, {"minutes": 3, "more": 1}, {}]
)
def test_wrong_arguments_leave_the_tool_right(arguments: Any) -> None:
    assert score(BOTH, ROME, ("set_timer", arguments))[:2] == (True, False)


def test_no_call_is_right_if_none_is_needed() -> None:
    assert score(NONE) == (True, True, True)
    assert score(NONE, ROME)[0] is False


@pytest.mark.parametrize("answer", [None, "", "  ", "It is warm."])
def test_an_answer_that_does_not_use_the_results_is_wrong(answer: str | None) -> None:
    assert score(BOTH, ROME, TIMER, answer=answer)[2] is False


def test_any_answer_will_do_without_results() -> None:
    assert score(NONE, answer="Hi.")[2] is True
    assert score(NONE, answer=" ")[2] is False


@pytest.mark.parametrize(
    ("given", "right", "same"),
    [
        (" The  Beatles!", "beatles", True),
        ("Beatles", "Bee Gees", False),
        (3, 3.0, True),
        (3.5, 3, False),
        (True, 1, False),
        (1, True, False),
        (True, True, True),
        ("3", 3, False),
        (3, "3", False),
        (["ann", "Ben."], ["Ann", "Ben"], True),
        (["Ben", "Ann"], ["Ann", "Ben"], False),
        (["Ann"], ["Ann", "Ben"], False),
        ("Ann", ["Ann"], False),
        (None, "None", False),
    ],
)
def test_values_are_compared_by_what_they_mean(given: Any, right: Any, same: bool) -> None:
    assert is_same(given, right) is same


def test_fields_are_scored_one_by_one() -> None:
    value = SimpleNamespace(name="Ann", age=3)
    assert score_fields({"name": "ann", "age": 4, "city": "Rome"}, value) == [True, False, False]
    assert score_fields({"name": "Ann", "age": 3}, None) == [False, False]


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        ("It's 17°.", "17", True),
        ("117", "17", False),
        ("FOGGY sky", "foggy", True),
        ("", "a", False),
    ],
)
def test_a_text_shows_whole_words(text: str, part: str, found: bool) -> None:
    assert shows(text, part) is found


@given(st.integers(0, 200), st.integers(0, 200))
def test_the_interval_has_the_share_in_it_and_shrinks(right: int, more: int) -> None:
    share = Share(right, right + more)
    low, high = share.interval
    assert 0 <= low <= high <= 1
    if share.total:
        assert low - 1e-9 <= right / share.total <= high + 1e-9
        narrow = Share(right * 4, share.total * 4).interval
        assert narrow[1] - narrow[0] < high - low


def test_the_interval_is_that_of_wilson() -> None:
    low, high = Share(23, 30).interval
    assert (round(low, 3), round(high, 3)) == (0.591, 0.882)
    assert str(Share.of([True, True, False])) == "2/3 (21%–94%)"  # noqa: RUF001 -- a range
    assert str(Share(0, 0)) == "–"  # noqa: RUF001 -- nothing


def test_the_sets_are_halved_and_have_what_they_promise() -> None:
    for half in (False, True):
        questions = sets.load_questions(held_back=half)
        sizes = Counter(min(len(each.calls), 2) for each in questions)
        assert sizes == {0: 10, 1: 16, 2: 4}
        assert len(sets.load_sentences(held_back=half)) == 30
        assert len(sets.load_records(held_back=half)) == 15
    assert len({each.question for each in QUESTIONS}) == 60


def test_every_expected_call_is_one_that_its_tool_accepts() -> None:
    for question in QUESTIONS:
        for call in question.calls:
            arguments = {name: values[0] for name, values in call.arguments.items()}
            tool = NAMED[call.tool]
            assert tool.arguments_of(json.dumps(arguments)) == arguments
            assert tool(**arguments)
    used = {call.tool for question in QUESTIONS for call in question.calls}
    assert used == NAMED.keys()


def test_every_label_and_record_is_one_of_its_type() -> None:
    for half in (False, True):
        for sentence in sets.load_sentences(held_back=half):
            from_json(LABELS[sentence.set][1], json.dumps(sentence.label))
        for record in sets.load_records(held_back=half):
            from_json(CLASSES[record.kind], json.dumps(record.fields))
