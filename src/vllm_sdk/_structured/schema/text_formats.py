"""The formats of texts that are checked in JSON Schemas; any other `format` is only a note."""

from __future__ import annotations

import datetime as dt
import ipaddress
import re
from collections.abc import Callable
from typing import Any

from vllm_sdk._structured.schema.ecma_patterns import UnsupportedPattern, translate

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(
    r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))"
)
_DURATION = re.compile(
    "P(?:[0-9]+W|(?=.)(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)?"
    "(?:T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S))?)"
)
_UUID = re.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOSTNAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf'{_ATOM}(?:\.{_ATOM})*|"(?:[^"\\\x00-\x1f]|\\.)*"')
_SCHEME = "[A-Za-z][A-Za-z0-9+.-]*:"
_PLAIN = r"(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})"
_IN_PATH = f"(?:{_PLAIN}|[:@])"
_AUTHORITY = (
    rf"(?:(?:{_PLAIN}|:)*@)?(?:\[(?P<address>[0-9A-Fa-f:.]+)\]"
    rf"|\[[Vv][0-9A-Fa-f]+\.(?:{_PLAIN}|:)+\]|{_PLAIN}*)(?::[0-9]*)?"
)
_REST = rf"(?:\?(?:{_IN_PATH}|[/?])*)?(?:#(?:{_IN_PATH}|[/?])*)?"
_PATHS = f"//{_AUTHORITY}(?:/{_IN_PATH}*)*|/(?:{_IN_PATH}+(?:/{_IN_PATH}*)*)?"
_URI = re.compile(f"{_SCHEME}(?:{_PATHS}|(?:{_IN_PATH}+(?:/{_IN_PATH}*)*)?){_REST}")
_RELATIVE = re.compile(f"(?:{_PATHS}|(?:(?:{_PLAIN}|@)+(?:/{_IN_PATH}*)*)?){_REST}")
_STEPS = "(?:/(?:[^/~]|~[01])*)*"
_POINTER = re.compile(_STEPS, re.DOTALL)
_RELATIVE_POINTER = re.compile(f"(?:0|[1-9][0-9]*)(?:#|{_STEPS})", re.DOTALL)

_MOST_MINUTES = 24 * 60
_LONGEST_HOSTNAME = 253


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_time(text: str) -> bool:
    """Return whether this is a time of RFC 3339; a leap second is the last of a day in UTC."""
    found = _TIME.fullmatch(text)
    if found is None:
        return False
    hour, minute, second = (int(found[each]) for each in (1, 2, 3))
    offset_hour, offset_minute = int(found[5] or 0), int(found[6] or 0)
    if hour > 23 or minute > 59 or offset_hour > 23 or offset_minute > 59:  # noqa: PLR2004 -- of a clock
        return False
    offset = (offset_hour * 60 + offset_minute) * (-1 if found[4] == "-" else 1)
    in_utc = (hour * 60 + minute - offset) % _MOST_MINUTES
    return second < 60 or (second == 60 and in_utc == _MOST_MINUTES - 1)  # noqa: PLR2004 -- of a clock


def _is_datetime(text: str) -> bool:
    return text[10:11] in {"T", "t"} and _is_date(text[:10]) and _is_time(text[11:])


def _is_address(make: Callable[[str], Any]) -> Callable[[str], bool]:
    def check(text: str) -> bool:
        try:
            make(text)
        except ValueError:
            return False
        return "%" not in text

    return check


def _is_hostname(text: str) -> bool:
    return len(text) <= _LONGEST_HOSTNAME and bool(_HOSTNAME.fullmatch(text))


def _is_email(text: str) -> bool:
    local, _, domain = text.rpartition("@")
    if not _LOCAL.fullmatch(local):
        return False
    if domain.startswith("[") and domain.endswith("]"):
        address = domain[1:-1]
        is_v6 = address.startswith("IPv6:")
        return _IS_IPV6(address.removeprefix("IPv6:")) if is_v6 else _IS_IPV4(address)
    return _is_hostname(domain)


def _is_regex(text: str) -> bool:
    try:
        translate(text, strict=True)
    except UnsupportedPattern:
        return False
    return True


def _is_uri(text: str, pattern: re.Pattern[str] = _URI) -> bool:
    found = pattern.fullmatch(text)
    return found is not None and (found["address"] is None or _IS_IPV6(found["address"]))


def _is_uri_reference(text: str) -> bool:
    return _is_uri(text) or _is_uri(text, _RELATIVE)


def _fits(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: bool(pattern.fullmatch(text))


_IS_IPV4 = _is_address(ipaddress.IPv4Address)
_IS_IPV6 = _is_address(ipaddress.IPv6Address)

CHECKS: dict[str, Callable[[str], bool]] = {
    "date": _is_date,
    "time": _is_time,
    "date-time": _is_datetime,
    "duration": _fits(_DURATION),
    "uuid": _fits(_UUID),
    "ipv4": _IS_IPV4,
    "ipv6": _IS_IPV6,
    "hostname": _is_hostname,
    "email": _is_email,
    "uri": _is_uri,
    "uri-reference": _is_uri_reference,
    "json-pointer": _fits(_POINTER),
    "relative-json-pointer": _fits(_RELATIVE_POINTER),
    "regex": _is_regex,
}
"""By name of the format, the function that returns whether a text has it."""
