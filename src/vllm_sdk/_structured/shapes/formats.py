r"""Values that JSON carries as strings of a form: dates, times, durations, UUIDs, bytes.

The form is stated as a pattern, not as `format`: the back ends' own idea of a `date` allows the
30th of February, and `date-time` forbids a time without a zone. Under these patterns every text
decodes. `[0-9]`, not `\d`, which is more than ten digits in some engines.
"""

from __future__ import annotations

import base64
import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import attrs

from vllm_sdk._structured.json_text.text import Mismatch, shown
from vllm_sdk._structured.shapes.base import STRING, Definitions, Shape, quoted
from vllm_sdk._structured.shapes.patterns import portable
from vllm_sdk.types import Schema

_YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29"
_DATE = f"(?:{_YEAR}-{_DAY}|{_LEAP})"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
_ZONE = "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_SPAN = (
    "-?P(?:[0-9]{1,8}D(?:T[0-9]{1,8}S)?"
    r"|(?:[0-9]{1,8}D)?T(?:[0-9]{1,8}H(?:[0-9]{1,8}M)?(?:[0-9]{1,8}(?:\.[0-9]{1,6})?S)?"
    r"|[0-9]{1,8}M(?:[0-9]{1,8}(?:\.[0-9]{1,6})?S)?|[0-9]{1,8}(?:\.[0-9]{1,6})?S))"
)
_HEX = "[0-9a-fA-F]"
_BASE64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?"


@attrs.frozen(eq=False)
class Format(Shape):
    """A Python type whose values are strings of one form.

    Attributes:
        type: the Python type.
        name: the form's name, for descriptions and errors.
        pattern: the form.
        from_text: the value of a text of that form.
        to_text: the text of a value.
        accepts: which values of the type it holds.
    """

    type: type
    name: str
    pattern: str
    from_text: Callable[[str], Any]
    to_text: Callable[[Any], str]
    accepts: Callable[[Any], bool] = lambda _: True
    _kinds = frozenset({STRING})

    @property
    def expected(self) -> str:
        """The form's name."""
        return self.name

    @property
    def stated(self) -> Schema:
        """A string of that form."""
        pattern = f"^{portable(self.pattern)}$"
        return {"type": STRING, "pattern": pattern, "description": self.name}

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """A string of that form."""
        return self.stated

    def read(self, value: Any) -> Any:
        """The value of a text of that form."""
        if type(value) is not str:
            raise self.refuse(value)
        if not re.fullmatch(self.pattern, value):
            raise Mismatch(f"expected {self.name}, got {shown(value)}")
        return self.from_text(value)

    def holds(self, value: Any) -> bool:
        """A value of exactly that type that the form can carry."""
        return type(value) is self.type and self.accepts(value)

    def write(self, value: Any) -> str:
        """The text of a value."""
        return quoted(self.to_text(value))


def _aware(value: dt.datetime | dt.time) -> bool:
    offset = value.utcoffset()
    return offset is not None and offset.seconds % 60 == 0 and not offset.microseconds


def _naive(value: dt.datetime | dt.time) -> bool:
    return value.tzinfo is None


def _any_zone(value: dt.datetime | dt.time) -> bool:
    return _naive(value) or _aware(value)


def _span(text: str) -> dt.timedelta:
    """The days, hours, minutes and seconds of `P1DT2H3M4.5S`."""
    total = dt.timedelta()
    for digits, fraction, unit in re.findall(r"([0-9]+)(?:\.([0-9]+))?([DHMS])", text):
        total += int(digits) * _UNITS[unit]
        total += dt.timedelta(microseconds=int(fraction.ljust(6, "0") or 0))
    return -total if text.startswith("-") else total


def _span_text(value: dt.timedelta) -> str:
    size = abs(value)
    fraction = f".{size.microseconds:06d}" if size.microseconds else ""
    sign = "-" if value < dt.timedelta() else ""
    return f"{sign}P{size.days}DT{size.seconds // 3600}H0M{size.seconds % 3600}{fraction}S"


def _base64_text(value: bytes) -> str:
    return base64.b64encode(value).decode()


_UNITS = {
    "D": dt.timedelta(days=1),
    "H": dt.timedelta(hours=1),
    "M": dt.timedelta(minutes=1),
    "S": dt.timedelta(seconds=1),
}

DATE = Format(dt.date, "a date, YYYY-MM-DD", _DATE, dt.date.fromisoformat, dt.date.isoformat)
UNIQUE_ID = Format(
    UUID, "a UUID", f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}", UUID, str
)
DURATION = Format(
    dt.timedelta,
    "an ISO 8601 duration, such as P1DT2H3M4S",
    _SPAN,
    _span,
    _span_text,
    lambda value: abs(value) < dt.timedelta(days=10**8),
)
BYTES = Format(bytes, "bytes in base64", _BASE64, base64.b64decode, _base64_text)


def _moment(name: str, zone: str, accepts: Callable[[Any], bool]) -> Format:
    pattern = f"{_DATE}T{_CLOCK}{zone}"
    return Format(
        dt.datetime, name, pattern, dt.datetime.fromisoformat, dt.datetime.isoformat, accepts
    )


def _clock(name: str, zone: str, accepts: Callable[[Any], bool]) -> Format:
    return Format(
        dt.time, name, f"{_CLOCK}{zone}", dt.time.fromisoformat, dt.time.isoformat, accepts
    )


MOMENT = _moment("a date and time, YYYY-MM-DDTHH:MM:SS, with or without Z", f"{_ZONE}?", _any_zone)
AWARE_MOMENT = _moment("a date and time with its zone, YYYY-MM-DDTHH:MM:SSZ", _ZONE, _aware)
NAIVE_MOMENT = _moment("a date and time without a zone, YYYY-MM-DDTHH:MM:SS", "", _naive)
CLOCK = _clock("a time, HH:MM:SS, with or without Z", f"{_ZONE}?", _any_zone)
AWARE_CLOCK = _clock("a time with its zone, HH:MM:SSZ", _ZONE, _aware)
NAIVE_CLOCK = _clock("a time without a zone, HH:MM:SS", "", _naive)

OF_TYPE: dict[type, Format] = {
    each.type: each for each in (DATE, MOMENT, CLOCK, DURATION, UNIQUE_ID, BYTES)
}
ZONED: dict[type, tuple[Format, Format]] = {
    dt.datetime: (AWARE_MOMENT, NAIVE_MOMENT),
    dt.time: (AWARE_CLOCK, NAIVE_CLOCK),
}
"""By type: the form with a zone, and the one without."""

DISJOINT = (DATE, DURATION, UNIQUE_ID, AWARE_MOMENT, NAIVE_MOMENT, AWARE_CLOCK, NAIVE_CLOCK)
"""Forms of which no text has two; `MOMENT` and `CLOCK` are two of them each."""
