"""Values of pydantic models: what is read, and what is written so that it reads back."""

from __future__ import annotations

import datetime as dt
import enum
import json
import math
from collections import Counter, OrderedDict, deque
from collections.abc import Mapping
from decimal import Decimal
from ipaddress import IPv6Address
from typing import Annotated, Any, Literal
from uuid import UUID

import pydantic
import pytest
from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field, RootModel
from typing_extensions import TypeAliasType

from vllm_sdk._structured import from_json, schema_of, to_json, validation_context
from vllm_sdk._structured.introspection import pydantic_models
from vllm_sdk._structured.introspection.shape_builder import build_shape
from vllm_sdk.errors import OutputInvalid, RequestInvalid


class Shut(BaseModel):
    size: int = 0


class Open(BaseModel, extra="allow"):
    size: int = 0


class Deaf(BaseModel, extra="ignore"):
    size: int = 0


class Mixed(BaseModel):
    shut: Shut = Shut()
    open: Open = Open()
    deaf: Deaf = Deaf()
    either: Open | Shut | None = None
    tagged: Annotated[Cat | Dog, Field(discriminator="kind")] | None = None
    many: tuple[Shut, ...] = ()


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"]
    tricks: list[Shut] = []


def test_each_class_says_whether_it_takes_other_fields() -> None:
    found = from_json(Mixed, '{"open": {"more": 1}, "deaf": {"more": 1}, "many": [{"size": 1}]}')
    assert found.open == Open.model_validate({"more": 1})
    assert found.deaf == Deaf()
    assert schema_of(Mixed)["$defs"]["Open"]["additionalProperties"] is True
    for closed in ("Shut", "Deaf"):
        assert schema_of(Mixed)["$defs"][closed]["additionalProperties"] is False


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"more": 1}', "$.more"),
        ('{"shut": {"more": 1}}', "$.shut.more"),
        ('{"many": [{}, {"more": 1}]}', "$.many[1].more"),
        ('{"tagged": {"kind": "cat", "tricks": []}}', "$.tagged.tricks"),
        ('{"tagged": {"kind": "dog", "tricks": [{"more": 1}]}}', "$.tagged.tricks[0].more"),
        ('{"tagged": {"kind": "cow", "milk": 1}}', "$.tagged"),
        ('{"either": {"more": 1}}', "$.either"),
        ('{"either": 7}', "$.either"),
    ],
)
def test_an_unknown_field_is_refused_where_its_class_is_closed(text: str, path: str) -> None:
    with pytest.raises(OutputInvalid) as caught:
        from_json(Mixed, text)
    assert caught.value.path == path


def test_a_member_of_a_union_may_be_any_that_has_the_fields() -> None:
    dog = from_json(Mixed, '{"tagged": {"kind": "dog", "tricks": [{}]}, "either": {"size": 1}}')
    assert dog.tagged == Dog(kind="dog", tricks=[Shut()])


class Keys(BaseModel):
    ids: dict[UUID, int] = {}
    days: dict[dt.date, int] = {}
    codes: dict[Annotated[str, Field(pattern="^[a-z]+$")], list[int]] = {}
    odd: dict[Annotated[str, Field(pattern="^a")], Any] = {}
    short: dict[Annotated[str, Field(max_length=3)], int] = {}
    named: dict[Literal["x", "y"], int] = {}
    single: dict[Literal["x"], Any] = {}
    numbers: dict[int, float] = {}
    anything: dict[int, Any] = {}
    bare: dict = {}  # type: ignore[type-arg]
    plain: dict[str, Any] = {}


def test_the_keys_of_a_dict_are_constrained_or_described() -> None:
    stated = schema_of(Keys)["properties"]
    for name, pattern in (
        ("ids", schema_of(UUID)["pattern"]),
        ("days", schema_of(dt.date)["pattern"]),
        ("codes", "^[a-z]+$"),
        ("numbers", "^(?:0|-?[1-9][0-9]*)$"),
    ):
        assert [*stated[name]["patternProperties"]] == [pattern]
        assert stated[name]["additionalProperties"] is False
    assert stated["odd"]["additionalProperties"] == {}
    assert "keys that match ^a" in stated["odd"]["description"]
    assert stated["short"]["description"] == '(keys: {"maxLength": 3})'
    assert stated["named"]["properties"] == {"x": {"type": "integer"}, "y": {"type": "integer"}}
    assert stated["single"]["properties"] == {"x": {}}
    for name in ("bare", "plain"):
        assert stated[name] == {"type": "object", "additionalProperties": True}


def test_a_dict_of_any_keys_round_trips() -> None:
    value = Keys(
        ids={UUID(int=7): 1}, days={dt.date(2020, 1, 2): 3}, codes={"ab": [1]}, odd={"ab": None},
        short={"abc": 1}, named={"x": 2}, numbers={-3: 0.5}, bare={"a": [1]}, plain={"a": {}},
    )  # fmt: skip
    assert from_json(Keys, to_json(value)) == value
    with pytest.raises(OutputInvalid):
        from_json(Keys, '{"numbers": {"a": 1}}')


class Level(enum.IntEnum):
    LOW = 1
    HIGH = -2


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        (Level, {"1": Level.LOW, "-2": Level.HIGH}),
        (bool, {"true": True, "false": False}),
        (Literal[True], {"true": True}),
        (Level | Literal["all"], {"1": Level.LOW, "-2": Level.HIGH, "all": "all"}),
    ],
)
@pytest.mark.parametrize("kind", [dict, OrderedDict, Mapping])
def test_keys_that_are_listed_are_names(kind: Any, keys: Any, names: dict[str, Any]) -> None:
    model = pydantic.create_model("Scores", of=(kind[keys, int], ...))
    stated = schema_of(model)["properties"]["of"]
    assert stated["properties"] == {name: {"type": "integer"} for name in names}
    assert stated["additionalProperties"] is False
    for name, key in names.items():
        value = from_json(model, f'{{"of": {{"{name}": 3}}}}')
        assert value == model(of={key: 3})
        assert from_json(model, to_json(value)) == value


def test_the_keys_of_a_counter_are_names() -> None:
    model: Any = pydantic.create_model("Votes", of=(Counter[bool], ...))
    stated = schema_of(model)["properties"]["of"]
    assert stated["properties"] == {name: {"type": "integer"} for name in ("true", "false")}
    value = model(of={True: 3})
    assert from_json(model, to_json(value)) == value


def test_keys_may_be_an_alias() -> None:
    short = TypeAliasType("short", Annotated[str, Field(max_length=3)])
    named = TypeAliasType("named", Literal["x", "y"])
    model = pydantic.create_model("Scores", a=(dict[short, int], ...), b=(dict[named, int], ...))  # type: ignore[valid-type]
    stated = schema_of(model)["properties"]
    assert '"maxLength": 3' in stated["a"]["description"]
    assert [*stated["b"]["properties"]] == ["x", "y"]
    value = model(a={"abc": 1}, b={"y": 2})
    assert from_json(model, to_json(value)) == value


def test_keys_may_be_an_alias_that_is_used_elsewhere() -> None:
    level = TypeAliasType("level", Place)
    keys: Any = dict[level, int]  # type: ignore[valid-type]
    model: Any = pydantic.create_model("Levels", a=(keys, ...), b=(keys, ...))
    assert [*schema_of(model)["properties"]["b"]["properties"]] == ["1", "2"]
    value = model(a={Place.FIRST: 1}, b={Place.SECOND: 2})
    assert from_json(model, to_json(value)) == value


class Place(enum.IntEnum):
    FIRST = 1
    SECOND = 2


class Rank(enum.Enum):
    FIRST = 1


class Answer(enum.Enum):
    TEXT = "a"
    NONE = None


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (Rank, "no name as the key 1: write an IntEnum"),
        (Literal["a", 1], "no name as the key 1"),
        (Answer, "no name as the key None"),
        (Level | Rank | Literal[2], "no name as the key 2"),
        (None, "no name as a key that is of the kind 'null'"),
        (tuple[int, int], "no name as a key that is of the kind 'array'"),
    ],
)
def test_keys_that_pydantic_reads_from_no_name_are_refused(keys: Any, message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        schema_of(pydantic.create_model("Scores", of=(dict[keys, int], ...)))


@pytest.mark.parametrize("keys", [float, Decimal])
def test_keys_that_are_numbers_are_described(keys: Any) -> None:
    model = pydantic.create_model("Scores", of=(dict[keys, int], ...))
    assert schema_of(model)["properties"]["of"]["description"] == '(keys: {"type": "number"})'
    value = model(of={keys("1.5"): 1})
    assert from_json(model, to_json(value)) == value


@pytest.mark.parametrize("keys", [int, Level, bool, Level | Literal["all"]])
@pytest.mark.parametrize("name", ["01", " 1", "1.0", "-0", "1_0", "yes", "1\n", "TRUE"])
def test_another_text_for_a_key_is_refused(keys: Any, name: str) -> None:
    model = pydantic.create_model("Scores", of=(dict[keys, int], ...))
    text = json.dumps({"of": {"true" if keys is bool else "1": 1, name: 2}})
    with pytest.raises(OutputInvalid, match="as the key") as caught:
        from_json(model, text)
    assert (
        caught.value.path == f"$.of{'.' + name if name.isidentifier() else f'[{json.dumps(name)}]'}"
    )


class Names(BaseModel):
    first: int = Field(1, validation_alias="a")
    second: int = Field(2, validation_alias=AliasChoices(AliasPath("x", 0), "b", "bb"))
    third: int = Field(3, alias="c", serialization_alias="ccc")

    @pydantic.computed_field  # type: ignore[prop-decorator]
    @property
    def sum(self) -> int:
        return self.first + self.second + self.third


class ByName(BaseModel, populate_by_name=True, extra="ignore"):
    inner: list[Names] = []
    number: int = Field(1, alias="n")


class NamesOnly(BaseModel):
    model_config = ConfigDict(validate_by_alias=False, validate_by_name=True)
    number: int = Field(1, alias="n")


def test_names_are_those_that_are_read() -> None:
    assert to_json(Names()) == '{"a":1,"b":2,"c":3}'
    assert [*schema_of(Names)["properties"]] == ["a", "b", "c"]
    assert from_json(Names, '{"bb": 5}') == Names(bb=5)
    assert from_json(ByName, '{"number": 5}') == ByName(n=5)
    assert from_json(ByName, '{"inner": [{"bb": 5}]}') == ByName(inner=[Names(bb=5)])
    assert from_json(NamesOnly, to_json(NamesOnly(number=3))) == NamesOnly(number=3)


@pytest.mark.parametrize(
    "path", [AliasPath("x", "y"), AliasPath("x"), AliasChoices(AliasPath("x", 1))]
)
def test_a_field_without_a_name_of_its_own_is_refused(path: Any) -> None:
    model = pydantic.create_model("Deep", number=(int, Field(validation_alias=path)))
    with pytest.raises(RequestInvalid, match="the field 'number' has only the AliasPath"):
        schema_of(model)


class Amounts(BaseModel):
    one: Decimal = Decimal(0)
    many: list[Decimal | None] = []
    either: Decimal | Literal["free"] | int = 0
    loose: Decimal | float | str = 0
    deep: dict[str, tuple[Decimal, float]] = {}


EXACT = Decimal("0.10000000000000000000000000000000000001")


def test_decimals_keep_their_digits() -> None:
    value = Amounts(one=EXACT, many=[EXACT, None, Decimal("1E+400")], either=EXACT)
    value.deep = {"a": (EXACT, 0.5)}
    text = to_json(value)
    assert f'"one":{EXACT}' in text
    found = from_json(Amounts, text)
    assert found == value
    assert str(from_json(Amounts, '{"one": 1.10}').one) == "1.10"
    assert from_json(Amounts, '{"loose": 1.5}').loose == 1.5
    assert from_json(Amounts, '{"one": 7}').one == 7
    with pytest.raises(OutputInvalid, match="too large for a float"):
        from_json(Amounts, '{"deep": {"a": [1, 1e400]}}')


class Times(BaseModel):
    waits: list[dt.timedelta] = []
    when: dt.timedelta = dt.timedelta(365)


class Seconds(BaseModel, ser_json_timedelta="float"):
    wait: dt.timedelta


def test_durations_are_written_as_the_schema_says() -> None:
    value = Times(waits=[dt.timedelta(400), -dt.timedelta(hours=1, microseconds=1)])
    assert from_json(Times, to_json(value)) == value
    assert '"P365DT0H0M0S"' in to_json(value)
    assert 'default: "P365DT0H0M0S"' in schema_of(Times)["properties"]["when"]["description"]
    assert from_json(Seconds, to_json(Seconds(wait=dt.timedelta(1)))).wait == dt.timedelta(1)


class Secret(BaseModel):
    key: pydantic.SecretStr


class Hidden(BaseModel):
    number: int = Field(1, exclude=True)


class Painted(BaseModel):
    day: dt.date

    @pydantic.field_serializer("day")
    def paint(self, day: dt.date) -> str:
        return f"{day:%d/%m/%Y}"


class Broken(BaseModel):
    number: int

    @pydantic.field_serializer("number")
    def paint(self, number: int) -> str:
        raise ValueError(f"not {number}")


class Number(BaseModel):
    number: float


class Doubled(RootModel[list[int]]):
    @pydantic.model_serializer
    def double(self) -> list[int]:
        return [*self.root, *self.root]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (Secret(key=pydantic.SecretStr("x")), "another value in key"),
        (Hidden(number=2), "another value in number"),
        (Painted(day=dt.date(2020, 1, 2)), r"\$\.day: "),
        (Broken(number=1), "not 1"),
        (Number(number=math.inf), "Infinity"),
        (Doubled([1]), "another value in root"),
        (Number.model_construct(number="x"), r"\$\.number"),
    ],
)
def test_a_value_that_would_not_read_back_is_not_written(value: Any, why: str) -> None:
    with pytest.raises(TypeError, match=f"has no JSON that reads back: .*{why}"):
        to_json(value)


class Things(RootModel[deque[set[Decimal]]]):
    pass


class Packed(BaseModel):
    counts: dict[str, int]

    @pydantic.field_serializer("counts")
    def keep(self, counts: dict[str, int]) -> dict[str, int]:
        return {name: count for name, count in counts.items() if count} or {"none": 0}


def test_containers_are_written_with_their_values() -> None:
    assert to_json(Things(deque([{Decimal("1.50")}]))) == "[[1.50]]"
    assert to_json(Hidden()) == "{}"
    assert to_json(Packed(counts={"a": 1})) == '{"counts":{"a":1}}'
    with pytest.raises(TypeError, match="another value in counts"):
        to_json(Packed(counts={"a": 1, "b": 0}))


class Node(BaseModel):
    next: Node = None  # type: ignore[assignment]
    text: str = None  # type: ignore[assignment]
    any: Any = None
    choice: Literal["a", None] = None  # noqa: PYI061 -- an enum that has null
    const: Literal["a"] = None  # type: ignore[assignment]
    maybe: int | None = None
    shut: Shut = None  # type: ignore[assignment]
    items: list[int] = None  # type: ignore[assignment]


def test_a_default_of_none_widens_the_type() -> None:
    stated = schema_of(Node)["$defs"]["Node"]["properties"]
    assert stated["text"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}
    assert stated["const"]["anyOf"][1] == {"type": "null"}
    assert stated["shut"]["anyOf"][1] == {"type": "null"}
    assert stated["any"] == {}
    assert stated["choice"]["enum"] == ["a", None]
    assert len(stated["maybe"]["anyOf"]) == 2
    assert from_json(Node, '{"text": null, "next": {"shut": null}}') == Node(next=Node())
    assert from_json(Node, to_json(Node(next=Node(text="a")))) == Node(next=Node(text="a"))


class Words(BaseModel):
    """All of the words.

    In two paragraphs.
    """

    model_config = ConfigDict(title="The words")
    count: int = Field(3, title="Count", description="how many", examples=[1, 2])
    bare: int = Field(title="Bare")
    texts: list[str] = Field(["a"], description="texts")
    price: Decimal = Decimal("1.5")


def test_the_words_of_a_field_reach_the_model() -> None:
    stated = schema_of(Words)
    assert stated["description"] == "The words: All of the words.\n\nIn two paragraphs."
    described = {name: each["description"] for name, each in stated["properties"].items()}
    assert described == {
        "count": "Count: how many (default: 3; examples: 1, 2)",
        "bare": "Bare",
        "texts": 'texts (default: ["a"])',
        "price": "(default: 1.5)",
    }


class Scaled(BaseModel):
    number: int

    @pydantic.field_validator("number")
    @classmethod
    def scale(cls, number: int, info: pydantic.ValidationInfo) -> int:
        return number * (info.context or {"by": 1})["by"]


def test_validators_have_the_context() -> None:
    assert from_json(Scaled, '{"number": 2}').number == 2
    assert from_json(Scaled, '{"number": 2}', context={"by": 3}).number == 6
    with validation_context({"by": 4}):
        assert from_json(Scaled, '{"number": 2}').number == 8
        assert from_json(Scaled, '{"number": 2}', context={"by": 3}).number == 6
    assert from_json(Scaled, '{"number": 2}').number == 2


def test_an_error_of_our_own_is_not_told_to_the_model() -> None:
    class Old:
        def validate_json(self, text: str) -> None:
            """Take less than what is given, as an old pydantic does."""

    shape: Any = build_shape(Shut)
    object.__setattr__(shape, "adapter", Old())
    try:
        with pytest.raises(TypeError, match="unexpected keyword"):
            from_json(Shut, "{}")
    finally:
        object.__setattr__(shape, "adapter", pydantic.TypeAdapter(Shut))


@pytest.mark.parametrize(
    ("version", "settings"),
    [
        ("2.11.4", {"by_alias": True}),
        ("2.12.0b1", {"by_alias": True, "extra": "forbid"}),
    ],
)
def test_each_version_is_asked_for_what_it_knows(
    version: str, settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pydantic, "VERSION", version)
    shape = pydantic_models.build_model_shape(Shut, "Shut")
    assert shape.settings == settings
    assert shape.input.refuses_unknown == ("extra" not in settings)


def test_an_old_pydantic_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pydantic, "VERSION", "2.10.6")
    with pytest.raises(
        RequestInvalid, match=r"pydantic 2\.10\.6 is too old: install pydantic 2\.11"
    ):
        pydantic_models.build_model_shape(Shut, "Shut")


def test_a_validator_may_nest_without_end() -> None:
    class Endless(BaseModel):
        number: int

        @pydantic.field_validator("number")
        @classmethod
        def check(cls, number: int) -> int:
            return cls.check(number)

    with pytest.raises(OutputInvalid, match="nested too deeply"):
        from_json(Endless, '{"number": 1}')


class Custom(BaseModel):
    items: Annotated[list[int], pydantic.WithJsonSchema({"type": "array", "prefixItems": [True]})]
    odd: Annotated[Any, pydantic.WithJsonSchema({"type": "object", "properties": {"a": {}}})]
    by_call: Open = Open()


def test_a_schema_of_the_users_own_is_followed_as_far_as_it_says_something() -> None:
    found = from_json(Custom, '{"items": [1, 2], "odd": {"b": 1}}')
    assert found.odd == {"b": 1}
    assert found.items == [1, 2]


SAME_KEYS: list[tuple[Any, str, str]] = [
    (UUID, "123e4567-e89b-12d3-a456-426614174abc", "123E4567-E89B-12D3-A456-426614174ABC"),
    (dt.datetime, "2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00"),
    (dt.time, "10:00:00Z", "10:00:00+00:00"),
    (dt.timedelta, "PT60S", "PT1M"),
    (Decimal, "1", "1.0"),
    (float, "1", "1.0"),
    (IPv6Address, "::1", "0::1"),
]


@pytest.mark.parametrize(("type", "one", "other"), SAME_KEYS, ids=str)
def test_two_names_of_one_key_are_refused(type: Any, one: str, other: str) -> None:
    model: Any = pydantic.create_model("Table", cells=(dict[type, int], ...))
    assert len(from_json(model, json.dumps({"cells": {one: 1}})).cells) == 1
    with pytest.raises(OutputInvalid, match="are one key"):
        from_json(model, json.dumps({"cells": {one: 1, other: 2}}))
    with pytest.raises(OutputInvalid):
        from_json(model, json.dumps({"cells": {one: 1, "neither": 2}}))


def test_a_field_of_no_model_in_particular_is_refused() -> None:
    model = pydantic.create_model("Holder", held=(pydantic.BaseModel, ...))
    with pytest.raises(RequestInvalid, match="BaseModel holds nothing"):
        schema_of(model)
