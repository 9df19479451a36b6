"""Random pydantic models with every feature that makes reading and writing differ."""

from __future__ import annotations

import datetime as dt
import enum
from collections import Counter, OrderedDict
from decimal import Decimal
from ipaddress import IPv4Address
from typing import Annotated, Any, Literal, NamedTuple
from uuid import UUID

import pydantic
from hypothesis import strategies as st
from pydantic import AliasChoices, AliasPath, Field

from strategies.options import texts


class Part(NamedTuple):
    """The type of a field, and its values."""

    type: Any
    values: st.SearchStrategy[Any]


class Digit(enum.IntEnum):
    """Keys that are integers."""

    ONE = 1
    MINUS = -2


class Shade(enum.Enum):
    """Keys that are texts."""

    DARK = "dark"
    BOTH = "1 and 2"


KEYS: list[Digit | Shade] = [*Digit, *Shade]
decimals = st.decimals(allow_nan=False, allow_infinity=False)
whole = st.integers(-9, 9)
PARTS = [
    Part(int, whole),
    Part(str, texts),
    Part(float, st.floats(allow_nan=False, allow_infinity=False)),
    Part(Decimal, decimals),
    Part(Decimal | None, decimals | st.none()),
    Part(Decimal | int, decimals | whole),
    Part(Decimal | Literal["free"], decimals | st.just("free")),
    Part(dt.timedelta, st.timedeltas(dt.timedelta(-(10**7)), dt.timedelta(10**7))),
    Part(dt.date, st.dates()),
    Part(dt.datetime, st.datetimes()),
    Part(UUID, st.uuids()),
    Part(IPv4Address, st.ip_addresses(v=4)),
    Part(dict[UUID, int], st.dictionaries(st.uuids(), whole, max_size=2)),
    Part(dict[dt.date, Decimal], st.dictionaries(st.dates(), decimals, max_size=2)),
    Part(dict[int, str], st.dictionaries(whole, texts, max_size=2)),
    Part(dict[Literal["x", "y"], int], st.dictionaries(st.sampled_from("xy"), whole, max_size=2)),
    Part(
        dict[Annotated[str, Field(pattern="^a+$")], int],
        st.dictionaries(st.text("a", min_size=1, max_size=3), whole, max_size=2),
    ),
    Part(dict[str, Any], st.dictionaries(texts, whole | st.none() | st.booleans(), max_size=2)),
    Part(dict[Digit, int], st.dictionaries(st.sampled_from(Digit), whole, max_size=2)),
    Part(dict[Digit | Shade, int], st.dictionaries(st.sampled_from(KEYS), whole, max_size=3)),
    Part(OrderedDict[bool, int], st.dictionaries(st.booleans(), whole).map(OrderedDict)),
    Part(Counter[int], st.dictionaries(whole, whole, max_size=2).map(Counter)),
    Part(list[Decimal], st.lists(decimals, max_size=3)),
    Part(set[Decimal], st.sets(st.sampled_from([Decimal("1.50"), Decimal(2)]))),
    Part(tuple[Decimal, float], st.tuples(decimals, st.floats(-9, 9))),
]
LOSSY = [
    Part(float, st.floats(allow_nan=False)),
    Part(bytes, st.binary(max_size=3)),
    Part(pydantic.SecretStr, st.text("ab", max_size=2).map(pydantic.SecretStr)),
]
"""Types whose JSON may not read back as an equal value."""

ALIASES: list[dict[str, Any]] = [
    {},
    {"alias": "an alias"},
    {"validation_alias": "read", "serialization_alias": "written"},
    {"validation_alias": AliasChoices(AliasPath("x", 0), "one", "two")},
]
EXTRAS: list[Any] = [None, "forbid", "ignore", "allow"]


class Totalled(pydantic.BaseModel):
    """A base class with a computed field."""

    @pydantic.computed_field  # type: ignore[prop-decorator]
    @property
    def total(self) -> int:
        """Return a constant."""
        return 1


@st.composite
def _fields(draw: st.DrawFn, part: Part, name: str, *, lossy: bool) -> tuple[Any, Any]:
    """Draw the declaration of a field: its type and its `Field(…)`."""
    settings: dict[str, Any] = dict(draw(st.sampled_from(ALIASES)))
    for key, alias in settings.items():
        if isinstance(alias, str):
            settings[key] = f"{alias} of {name}"
        else:
            settings[key] = AliasChoices(AliasPath(f"x{name}", 0), f"one of {name}")
    if lossy and draw(st.integers(0, 5)) == 0:
        settings["exclude"] = True
    default = draw(st.sampled_from(["required", "none", "value"]))
    if default != "required":
        settings["default"] = None if default == "none" else draw(part.values)
    return part.type, Field(**settings)


@st.composite
def model_values(draw: st.DrawFn, *, lossy: bool, depth: int = 2) -> Any:
    """Draw an instance of a random model; a lossy one may have no JSON that reads back."""
    choices = [*PARTS, *LOSSY] if lossy else PARTS
    parts = {name: draw(st.sampled_from(choices)) for name in draw(st.sets(st.sampled_from("abc")))}
    given = {name: draw(part.values) for name, part in parts.items()}
    if depth:
        for name in draw(st.sets(st.sampled_from("mn"))):
            inner = draw(model_values(lossy=lossy, depth=depth - 1))
            many = draw(st.booleans())
            given[name] = [inner, inner] if many else inner
            kind: Any = list[type(inner)] if many else type(inner)  # type: ignore[misc]
            parts[name] = Part(kind, st.just(given[name]))
    extra = draw(st.sampled_from(EXTRAS))
    model: Any = pydantic.create_model(
        "Model",
        __base__=Totalled if draw(st.booleans()) else pydantic.BaseModel,
        **{name: draw(_fields(part, name, lossy=lossy)) for name, part in parts.items()},
    )
    model.model_config["protected_namespaces"] = ()
    if extra is not None:
        model.model_config["extra"] = extra
        model.model_rebuild(force=True)
    if extra == "allow" and draw(st.booleans()):
        given["more"] = draw(whole)
    for name, field in model.model_fields.items():
        if not field.is_required() and name not in {"m", "n"} and draw(st.booleans()):
            given[name] = field.default
    return model.model_construct(**given)
