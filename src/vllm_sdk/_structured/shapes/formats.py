r"""Values that JSON has as strings of a format: dates, times, durations, UUIDs, bytes.

The schema has a pattern, not `format`: the back ends' own `date` allows the 30th of February, and
`date-time` forbids a time without a zone. Every text that matches these patterns decodes.
`[0-9]` is used because `\d` is more than ten digits in some engines.
"""

from __future__ import annotations

import base64
import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import attrs

from vllm_sdk._structured.json_text.parsing import Mismatch, abbreviate
from vllm_sdk._structured.shapes.base import STRING, Definitions, Shape, quote
from vllm_sdk._structured.shapes.patterns import make_portable
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
class FormatShape(Shape):
    """A Python type whose values are strings of a format.

    Attributes:
        type: the Python type.
        name: the name of the format, for descriptions and errors.
        pattern: the regular expression of the format.
        from_text: the conversion of a matching text to a value.
        to_text: the conversion of a value to text.
        can_express: the function that returns whether the format can express a value of the type.
    """

    type: type
    name: str
    pattern: str
    from_text: Callable[[str], Any]
    to_text: Callable[[Any], str]
    can_express: Callable[[Any], bool] = lambda _: True
    _kinds = frozenset({STRING})

    @property
    def expected(self) -> str:
        """The name of the format."""
        return self.name

    @property
    def json_schema(self) -> Schema:
        """The schema of a string of that format."""
        pattern = f"^{make_portable(self.pattern)}$"
        return {"type": STRING, "pattern": pattern, "description": self.name}

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return the schema of a string of that format."""
        return self.json_schema

    def read(self, value: Any) -> Any:
        """Convert a text of that format to a value."""
        if type(value) is not str:
            raise self.build_mismatch(value)
        if not re.fullmatch(self.pattern, value):
            raise Mismatch(f"expected {self.name}, got {abbreviate(value)}")
        return self.from_text(value)

    def accepts(self, value: Any) -> bool:
        """Accept a value of exactly that type that the format can express."""
        return type(value) is self.type and self.can_express(value)

    def write(self, value: Any) -> str:
        """Return the text of a value, as a JSON string."""
        return quote(self.to_text(value))


def _is_aware(value: dt.datetime | dt.time) -> bool:
    offset = value.utcoffset()
    return offset is not None and offset.seconds % 60 == 0 and not offset.microseconds


def _is_naive(value: dt.datetime | dt.time) -> bool:
    return value.tzinfo is None


def _is_any(value: dt.datetime | dt.time) -> bool:
    return _is_naive(value) or _is_aware(value)


def _parse_duration(text: str) -> dt.timedelta:
    """Return the sum of the days, hours, minutes and seconds of `P1DT2H3M4.5S`."""
    total = dt.timedelta()
    for digits, fraction, unit in re.findall(r"([0-9]+)(?:\.([0-9]+))?([DHMS])", text):
        total += int(digits) * _UNITS[unit]
        total += dt.timedelta(microseconds=int(fraction.ljust(6, "0") or 0))
    return -total if text.startswith("-") else total


def _format_duration(value: dt.timedelta) -> str:
    size = abs(value)
    fraction = f".{size.microseconds:06d}" if size.microseconds else ""
    sign = "-" if value < dt.timedelta() else ""
    return f"{sign}P{size.days}DT{size.seconds // 3600}H0M{size.seconds % 3600}{fraction}S"


def _encode_base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


_UNITS = {
    "D": dt.timedelta(days=1),
    "H": dt.timedelta(hours=1),
    "M": dt.timedelta(minutes=1),
    "S": dt.timedelta(seconds=1),
}

DATE = FormatShape(dt.date, "a date, YYYY-MM-DD", _DATE, dt.date.fromisoformat, dt.date.isoformat)
UNIQUE_ID = FormatShape(
    UUID, "a UUID", f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}", UUID, str
)
DURATION = FormatShape(
    dt.timedelta,
    "an ISO 8601 duration, such as P1DT2H3M4S",
    _SPAN,
    _parse_duration,
    _format_duration,
    lambda value: abs(value) < dt.timedelta(days=10**8),
)
BYTES = FormatShape(bytes, "bytes in base64", _BASE64, base64.b64decode, _encode_base64)


def _build_datetime_format(name: str, zone: str, can_express: Callable[[Any], bool]) -> FormatShape:
    pattern = f"{_DATE}T{_CLOCK}{zone}"
    return FormatShape(
        dt.datetime, name, pattern, dt.datetime.fromisoformat, dt.datetime.isoformat, can_express
    )


def _build_time_format(name: str, zone: str, can_express: Callable[[Any], bool]) -> FormatShape:
    return FormatShape(
        dt.time, name, f"{_CLOCK}{zone}", dt.time.fromisoformat, dt.time.isoformat, can_express
    )


DATETIME = _build_datetime_format(
    "a date and time, YYYY-MM-DDTHH:MM:SS, with or without Z", f"{_ZONE}?", _is_any
)
AWARE_DATETIME = _build_datetime_format(
    "a date and time with its zone, YYYY-MM-DDTHH:MM:SSZ", _ZONE, _is_aware
)
NAIVE_DATETIME = _build_datetime_format(
    "a date and time without a zone, YYYY-MM-DDTHH:MM:SS", "", _is_naive
)
TIME = _build_time_format("a time, HH:MM:SS, with or without Z", f"{_ZONE}?", _is_any)
AWARE_TIME = _build_time_format("a time with its zone, HH:MM:SSZ", _ZONE, _is_aware)
NAIVE_TIME = _build_time_format("a time without a zone, HH:MM:SS", "", _is_naive)

BY_TYPE: dict[type, FormatShape] = {
    each.type: each for each in (DATE, DATETIME, TIME, DURATION, UNIQUE_ID, BYTES)
}
ZONE_VARIANTS: dict[type, tuple[FormatShape, FormatShape]] = {
    dt.datetime: (AWARE_DATETIME, NAIVE_DATETIME),
    dt.time: (AWARE_TIME, NAIVE_TIME),
}
"""By type: the format with a zone, and the one without."""
