"""What the model is told of a result or an error."""

from __future__ import annotations

import datetime as dt
import json
from collections import UserDict, UserString, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, Flag, IntFlag, StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

import attrs
import msgspec
import numpy as np
import pydantic
import pytest
from pydantic.dataclasses import dataclass as pydantic_dataclass

from vllm_sdk._messages import TextPart, audio, image
from vllm_sdk._tools.result_json import UnwritableResult
from vllm_sdk._tools.results import ToolMessage, write_error, write_result


class Sky(Enum):
    BLUE = "blue"


class Loud(StrEnum):
    YES = "yes"


@dataclass
class Place:
    city: str


@dataclass
class Loose:
    """Its annotation is too little for a schema."""

    parts: list = field(default_factory=list)  # type: ignore[type-arg]


@attrs.define
class LooseAttrs:
    parts: Any


class Pair(NamedTuple):
    a: int
    b: str


LoosePair = namedtuple("LoosePair", ["a", "b"])  # noqa: PYI024 -- without annotations


class Model(pydantic.BaseModel):
    when: dt.date


class Permission(IntFlag):
    READ = 4
    WRITE = 2


class Side(Flag):
    LEFT = 1
    RIGHT = 2


class Corner(Enum):
    TOP_LEFT = (0, 0)


class Metres(float):
    def __repr__(self) -> str:
        return "some metres"


class Identity(int):
    def __str__(self) -> str:
        return "somebody"


class Shout(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "LOUD"


class Money(Decimal):
    pass


class Moment(dt.datetime):
    pass


class Account(pydantic.BaseModel):
    """A model whose JSON no schema of ours describes."""

    model_config = pydantic.ConfigDict(arbitrary_types_allowed=True)

    password: pydantic.SecretStr
    folder: Path
    number: int = pydantic.Field(serialization_alias="no")

    @pydantic.computed_field
    def twice(self) -> int:
        return 2 * self.number


@pydantic_dataclass
class Checked:
    folder: Path


@dataclass
class Renamed:
    class_: str = field(metadata={"alias": "class"})
    account: Any = None


class Tagged(msgspec.Struct, tag="tagged", rename="camel"):
    long_name: Any


ACCOUNT = Account(password=pydantic.SecretStr("hunter2"), folder=Path("/a"), number=3)
ACCOUNT_JSON = ACCOUNT.model_dump_json()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (PurePosixPath("/tmp/a b"), '"/tmp/a b"'),  # noqa: S108 -- no file
        (PureWindowsPath("C:/a"), r'"C:\\a"'),
        (deque([1, Sky.BLUE]), '[1, "blue"]'),
        (range(3), "[0, 1, 2]"),
        ({"a": 1}.keys(), '["a"]'),
        ({"a": 1}.values(), "[1]"),
        ({"a": 1}.items(), '[["a", 1]]'),
        (UserDict({"a": (1,)}), '{"a": [1]}'),
        (defaultdict(list, {"a": [1]}), '{"a": [1]}'),
        ([UserString("a")], '["a"]'),
        (bytearray(b"abc"), '"YWJj"'),
        (memoryview(b"abc"), '"YWJj"'),
        (np.int64(3), "3"),
        (np.float32(0.5), "0.5"),
        (np.float64(0.1), "0.1"),
        (np.longdouble(1.5), "1.5"),
        (np.bool_(True), "true"),  # noqa: FBT003 -- its only argument
        (np.array([[1, 2], [3, 4]]), "[[1, 2], [3, 4]]"),
        (np.datetime64("2024-02-29"), '"2024-02-29"'),
        ([np.str_("a"), np.int8(-1)], '["a", -1]'),
        (Permission.READ | Permission.WRITE, "6"),
        (Permission(0), "0"),
        (Side.LEFT | Side.RIGHT, "3"),
        (Corner.TOP_LEFT, "[0, 0]"),
        (Metres(1.5), "1.5"),
        (Identity(7), "7"),
        (Money("1.10"), "1.10"),
        ([Shout("a")], '["a"]'),
        (Moment(2024, 2, 29, 1, 2, 3), '"2024-02-29T01:02:03"'),
        (
            {Identity(7): 1, True: 2, Shout("a"): 3, Path("b"): 4, dt.date(2024, 2, 29): 5},
            '{"7": 1, "True": 2, "a": 3, "b": 4, "2024-02-29": 5}',
        ),
        ({np.int64(1): 1, UserString("a"): 2}, '{"1": 1, "a": 2}'),
        (ACCOUNT, ACCOUNT_JSON),
        ([{"a": ACCOUNT}], f'[{{"a": {ACCOUNT_JSON}}}]'),
        (Checked(Path("/a")), '{"folder":"/a"}'),
        (Renamed("x", ACCOUNT), f'{{"class": "x", "account": {ACCOUNT_JSON}}}'),
        (Tagged([Path("a")]), '{"type": "tagged", "longName": ["a"]}'),
        ([TextPart("a")], '["a"]'),
    ],
)
def test_what_tools_often_return_is_told_as_json(value: Any, text: str) -> None:
    assert write_result(value) == ToolMessage(text, is_json=True)
    json.loads(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (2**70, str(2**70)),
        (1.5, "1.5"),
        (Decimal("1.10"), "1.10"),
        (dt.date(2024, 2, 29), '"2024-02-29"'),
        (Sky.BLUE, '"blue"'),
        (Loud.YES, '"yes"'),
        (Place("Łódź"), '{"city": "Łódź"}'),
        ([1, "a", None], '[1, "a", null]'),
        ((Place("A"), 2), '[{"city": "A"}, 2]'),
        ({3, 1, 2}, "[1, 2, 3]"),
        ({"a": {"b": []}, 1: 2, Sky.BLUE: 3}, '{"a": {"b": []}, "1": 2, "blue": 3}'),
        (Loose([Place("A")]), '{"parts": [{"city": "A"}]}'),
        (LooseAttrs({"a": 1}), '{"parts": {"a": 1}}'),
        (Pair(1, "b"), '{"a": 1, "b": "b"}'),
        (LoosePair(1, None), '{"a": 1, "b": null}'),
        (Model(when=dt.date(2024, 2, 29)), '{"when":"2024-02-29"}'),
    ],
)
def test_what_is_no_text_is_told_as_json(value: Any, text: str) -> None:
    assert write_result(value) == ToolMessage(text, is_json=True)
    json.loads(text)


def test_text_is_told_as_it_is() -> None:
    assert write_result('18 "degrees"\n') == ToolMessage('18 "degrees"\n')
    assert write_result("") == ToolMessage("")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (object(), "JSON can't carry a object"),
        ([1, print], "JSON can't carry a builtin_function_or_method"),
        ({"a": float("nan")}, "JSON has no nan"),
        (Decimal("NaN"), "JSON has no NaN"),
        (np.array([float("inf")]), "JSON has no inf"),
        ((each for each in "ab"), "JSON can't carry a generator: return a list of its items"),
        (map(str, "ab"), "JSON can't carry a map: return a list of its items"),
        (1j, "JSON can't carry a complex"),
        ({b"a": 1, 1.5: 2}, "names are texts, not 1.5"),
        ({(1, 2): 3}, r"names are texts, not \(1, 2\)"),
        (LooseAttrs(b"a" for _ in ()), "JSON can't carry a generator"),
    ],
)
def test_what_json_cannot_carry_is_refused_by_name(value: Any, why: str) -> None:
    with pytest.raises(UnwritableResult, match=why):
        write_result(value)


def test_what_holds_itself_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(UnwritableResult, match="holds itself"):
        write_result(endless)


def test_what_is_too_long_is_cut_and_says_so() -> None:
    assert write_result("abcdef", longest=6).text == "abcdef"
    assert write_result("abcdefg", longest=6) == ToolMessage(
        "abcdef\n[Cut: these are the first 6 of 7 characters. Ask for less to see the rest.]"
    )
    assert write_result(["abcdefg"], longest=6).is_json is False


def test_half_a_character_does_not_break_the_conversation() -> None:
    assert write_result("a\udcffb").text == "a?b"
    assert write_result(["a\udcffb"]).text == '["a?b"]'
    assert write_error(ValueError("\ud800")).text == "Error: ?"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ValueError("no such city"), "Error: no such city"),
        (ValueError(), "Error: ValueError"),
        (KeyError("city"), "Error: KeyError: 'city'"),
    ],
)
def test_an_exception_is_told_by_its_message(error: Exception, text: str) -> None:
    assert write_error(error) == ToolMessage(text)


def test_a_long_error_is_cut_too() -> None:
    assert write_error(ValueError("abcdef"), longest=10).text.startswith("Error: abc\n[Cut:")


class Broken(dict[str, int]):
    def items(self) -> Any:
        raise ConnectionError("closed")


class Mute(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


class Row(msgspec.Struct):
    cells: dict  # type: ignore[type-arg]


@pytest.mark.parametrize(
    "value", [10**5000, {10**5000: 1}, Broken(a=1)], ids=["number", "name", "dict"]
)
def test_a_result_that_cannot_be_read_is_told(value: Any) -> None:
    with pytest.raises(UnwritableResult, match=r"can't (be read|carry)"):
        write_result(value)


def test_an_exception_without_words_is_told_by_its_kind() -> None:
    assert write_error(Mute()).text == "Error: Mute"


def test_a_struct_whose_annotations_say_too_little_is_told() -> None:
    assert write_result(Row({"a": 1})).text == '{"cells": {"a": 1}}'


PICTURE = image(b"\x89PNG\r\n\x1a\n")
SOUND = audio(b"ID3", media_type="audio/mpeg")


@dataclass
class Chart:
    title: str
    picture: Any


class ChartModel(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(arbitrary_types_allowed=True)

    title: str
    picture: Any


@pytest.mark.parametrize(
    ("value", "text", "content"),
    [
        (PICTURE, "<image 1>", (PICTURE,)),
        (["See:", PICTURE], "See:\n<image 1>", ("See:", PICTURE)),
        (
            (PICTURE, TextPart("and"), SOUND, 7, {"a": None}),
            '<image 1>\nand\n<audio 2>\n7\n{"a": null}',
            (PICTURE, "and", SOUND, "7", '{"a": null}'),
        ),
        (
            [[PICTURE], ["a", PICTURE], {"b": SOUND}],
            '<image 1>\na\n<image 2>\n{"b": "<audio 1>"}\n<audio 3>',
            (PICTURE, "a", PICTURE, '{"b": "<audio 1>"}', SOUND),
        ),
        (
            {"chart": PICTURE, "more": [PICTURE]},
            '{"chart": "<image 1>", "more": ["<image 2>"]}',
            ('{"chart": "<image 1>", "more": ["<image 2>"]}', PICTURE, PICTURE),
        ),
        (
            Chart("a", PICTURE),
            '{"title": "a", "picture": "<image 1>"}',
            ('{"title": "a", "picture": "<image 1>"}', PICTURE),
        ),
        (
            ChartModel(title="a", picture=PICTURE),
            '{"title": "a", "picture": "<image 1>"}',
            ('{"title": "a", "picture": "<image 1>"}', PICTURE),
        ),
        (
            Pair(PICTURE, "b"),  # type: ignore[arg-type]
            '{"a": "<image 1>", "b": "b"}',
            ('{"a": "<image 1>", "b": "b"}', PICTURE),
        ),
        (
            {TextPart("a"), PICTURE},
            '["<image 1>", "a"]',
            ('["<image 1>", "a"]', PICTURE),
        ),
    ],
)
def test_media_reach_the_model_as_parts(value: Any, text: str, content: tuple[Any, ...]) -> None:
    told = write_result(value)
    assert told == ToolMessage(text, is_json=text[0] in '{["', parts=content)
    assert told.content == content
    assert told.media == [each for each in content if not isinstance(each, str)]


def test_a_text_part_is_told_as_text() -> None:
    assert write_result(TextPart("a")) == ToolMessage("a")


def test_the_limit_counts_the_texts_beside_media_and_no_medium() -> None:
    told = write_result(["abc", PICTURE, "defg", "h"], longest=5)
    first, picture, second, third = told.content
    assert (first, picture) == ("abc", PICTURE)
    assert second.startswith("de\n[Cut: these are the first 2 of 4")
    assert third.startswith("\n[Cut: these are the first 0 of 1")


def test_what_json_cannot_carry_is_refused_beside_media_too() -> None:
    with pytest.raises(UnwritableResult, match="can't carry a object"):
        write_result([PICTURE, object()])
