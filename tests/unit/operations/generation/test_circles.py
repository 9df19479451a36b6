"""A truncated answer that goes round in circles: what it repeats, and what helps."""

from __future__ import annotations

from typing import Annotated

import pytest
from annotated_types import Len

from clients import Connect
from local_server import serving
from vllm_sdk._operations.generation.circles import describe_circles, explain_circles
from vllm_sdk.errors import OutputTruncated
from wire import chat_body, chat_choice

DEEP = "[" * 20_000 + "]" * 20_000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{"names": ["x", ' + '"a", 7, ' * 9 + '"a"',
            'The array $.names goes round in circles: it has 20 items, and the last ones are ["a"',
        ),
        ("[" + "0," * 30, "The array $ goes round in circles: it has 30 items, and the last"),
        ("[" + '{"x": 1, "y": [2]},' * 5 + '{"x"', 'are [{"x": 1, "y": [2]}] again and again.'),
        ('{"a": [[1], [' + '"Paris", ' * 8, "The array $.a[1] goes round"),
        ('{"a": {"b": [' + "null, " * 20, "The array $.a.b goes round"),
        ('{"a": "' + "la " * 20, 'The answer goes round in circles: it ends in "la " again and'),
        ("0." + "3" * 60, 'it ends in "3" again and again.'),
        ("[" * 300, 'it ends in "[" again and again.'),
    ],
)
def test_a_circle_is_described(text: str, said: str) -> None:
    assert said in describe_circles(text)
    assert "Len(…)" in explain_circles(text)
    assert "repetition_detection=…" in explain_circles(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        pytest.param(f"[{DEEP},{DEEP},", id="deep"),
        "{",
        "[",
        '{"a"',
        "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21",
        "[0, 0, 0, 0, 0",
        '["Paris", "Paris", "Paris", "Ro',
        '{"a": [' + "1, " * 30 + '1], "b": "x',
    ],
)
def test_other_answers_do_not_go_round_in_circles(text: str) -> None:
    assert describe_circles(text) == explain_circles(text) == ""


def test_an_array_in_circles_is_said_in_the_error(connect: Connect) -> None:
    text = '["Paris", ' + '"Rome", ' * 9
    body = chat_body(choices=[chat_choice(text, finish="length")])
    with serving(body=body) as server, pytest.raises(OutputTruncated) as caught:
        connect(server.url).generate("Cities?", returns=list[str])
    assert 'The array $ goes round in circles: it has 10 items, and the last ones are ["Rome"]' in (
        caught.value.message
    )
    assert "Len(…)" in caught.value.message
    assert caught.value.text == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" + '"Rome", ' * 9, "(repetition_detection). The array $ goes round in circles"),
        ('["Ro', "(repetition_detection). Change the prompt, or sample again."),
    ],
)
def test_what_the_server_ended_says_what_it_repeats(connect: Connect, text: str, said: str) -> None:
    body = chat_body(choices=[chat_choice(text, finish="repetition")])
    with serving(body=body) as server, pytest.raises(OutputTruncated) as caught:
        connect(server.url).generate("Cities?", returns=Annotated[list[str], Len(1, 30)])
    assert said in caught.value.message
    assert "repetition_detection=…" not in caught.value.message
