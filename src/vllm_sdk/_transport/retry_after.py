"""The wait that a server asks for in the headers of a refusal."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from vllm_sdk._operations.headers import find_header

_NUMBER = re.compile(r"\d+(\.\d*)?|\.\d+")


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """Read the seconds that a server asks to wait.

    They are in `retry-after-ms`, or in `Retry-After`: a number, with or without a fraction, or a
    date, which counts from the server's own `Date`.

    Returns:
        The seconds, 0 or more; None if there are none, or none that can be read.
    """
    milliseconds = _read_number(find_header(headers, "retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    asked = find_header(headers, "retry-after")
    seconds = _read_number(asked)
    if seconds is not None or asked is None:
        return seconds
    until = _read_date(asked)
    if until is None:
        return None
    now = _read_date(find_header(headers, "date")) or datetime.now(UTC)
    return max((until - now).total_seconds(), 0.0)


def _read_number(text: str | None) -> float | None:
    if text is None or not re.fullmatch(_NUMBER, text.strip()):
        return None
    number = float(text)
    return number if number < math.inf else None


def _read_date(text: str | None) -> datetime | None:
    try:
        date = parsedate_to_datetime(text or "")
    except (ValueError, OverflowError):
        return None
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date
