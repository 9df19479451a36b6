"""The checks of a client's arguments that concern the transport."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import httpx

from vllm_sdk.errors import ConfigurationError

DEFAULT_TIMEOUT = httpx.Timeout(600.0, connect=10.0)
"""The default limits of each wait. Generation may take minutes before the first byte."""

DEFAULT_DEADLINE = 6 * 3600.0
"""The default limit on the seconds of a whole call, whatever arrives meanwhile."""

MAX_RESPONSE_BYTES = 1_000_000_000
"""The default limit on the bytes of a response's body, decompressed."""

MAX_CONNECTIONS = 1000
"""The default limit on connections: more than a server runs at once by default.

Requests beyond it wait their turn here.
"""

MAX_ERROR_BYTES = 1_000_000
"""Limit on the kept bytes of the body of a refusal; what follows is not read."""

KEEPALIVE_EXPIRY = 4.0
"""Seconds after which an idle connection is let go: uvicorn closes it after 5."""

_HEADER_VALUE = re.compile(r"([\x21-\x7e]([\x20-\x7e\t]*[\x21-\x7e])?)?")
"""ASCII without control characters. White space around it would be refused, with the value."""

_OWN_HEADERS = frozenset(
    {
        "accept",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "expect",
        "host",
        "keep-alive",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""Headers of the client, its connections and its body: other values would break the protocol."""


def check_headers(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Check headers that a user gives; no error quotes a value, which may be a secret.

    Raises:
        ConfigurationError: A header is not text, cannot be sent, or is the client's own.
    """
    if not isinstance(headers, Mapping):
        raise ConfigurationError(f"headers takes a dict, not the {type(headers).__name__} given.")
    for name, value in headers.items():
        if not isinstance(name, str) or not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            raise ConfigurationError(f"headers: {name!r} is not the name of an HTTP header.")
        if name.lower() in _OWN_HEADERS:
            raise ConfigurationError(f"headers: {name} is set by the client itself.")
        if not isinstance(value, str) or not re.fullmatch(_HEADER_VALUE, value):
            raise ConfigurationError(
                f"headers: the value of {name} is not a text that an HTTP header can carry."
            )
    return headers


def check_query(query: Mapping[str, str]) -> Mapping[str, str]:
    """Check the query that a user gives; no error quotes a value, which may be a secret.

    Raises:
        ConfigurationError: It is not a dict, or a name or a value is not a text.
    """
    if not isinstance(query, Mapping):
        raise ConfigurationError(f"query takes a dict, not the {type(query).__name__} given.")
    for name, value in query.items():
        if not isinstance(name, str) or not name:
            raise ConfigurationError(f"query: {name!r} is not the name of a parameter.")
        if not isinstance(value, str) or not is_utf8(name + value):
            raise ConfigurationError(f"query: the value of {name!r} is not a text.")
    return query


def is_utf8(text: str) -> bool:
    """Tell whether a text can be written as UTF-8: whether it has no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def check_type(name: str, given: object, *types: type) -> None:
    """Refuse an argument of the wrong type when a client is made, not at its first request.

    Raises:
        ConfigurationError: It is neither None nor of one of the types.
    """
    if given is not None and not isinstance(given, types):
        wanted = f"{types[0].__module__.partition('.')[0]}.{types[0].__name__}"
        raise ConfigurationError(f"{name} takes a {wanted}, not the {type(given).__name__} given.")


def check_count(name: str, given: object) -> None:
    """Refuse a limit that is not a positive whole number.

    Raises:
        ConfigurationError: It is none.
    """
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise ConfigurationError(f"{name} is a whole number, 1 or more, not {given!r}.")


def read_timeout(given: float | httpx.Timeout | None) -> httpx.Timeout | None:
    """Return the limits of each wait that a `timeout=` argument stands for.

    Returns:
        The limits; None if the argument was left out.

    Raises:
        ConfigurationError: Not a positive number of seconds.
    """
    if given is DEFAULT_TIMEOUT:
        return None
    if isinstance(given, httpx.Timeout):
        return given
    if given is None:
        return httpx.Timeout(None)
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not 0 < given < math.inf:
        raise ConfigurationError(
            f"timeout is a positive number of seconds, an httpx.Timeout or None, not {given!r}."
        )
    return httpx.Timeout(given)


def read_deadline(given: float | None) -> float | None:
    """Return the seconds of a `deadline=` argument.

    Raises:
        ConfigurationError: Not a positive number of seconds.
    """
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not 0 < given < math.inf:
        raise ConfigurationError(
            f"deadline is a positive number of seconds or None, not {given!r}."
        )
    return float(given)
