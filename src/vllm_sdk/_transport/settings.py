"""A client's settings: from arguments, otherwise from the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import wraps
from ipaddress import ip_address
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import SplitResult, urlsplit

import attrs

from vllm_sdk._transport.masking import Secret, mask
from vllm_sdk.errors import ConfigurationError

DEFAULT_BASE_URL = "http://localhost:8000"
DEFAULT_PORT = 8000
UNIX_SCHEME = "unix"

P = ParamSpec("P")
SelfT = TypeVar("SelfT")
ReturnT = TypeVar("ReturnT")

FOREIGN_ARGUMENTS = {
    "api_base": "base_url=",
    "api_version": "nothing: vLLM has one version of its API",
    "async_client": "http_client= of AsyncVLLM",
    "client": "http_client=",
    "default_headers": "headers=",
    "default_model": "model=",
    "default_query": "query=",
    "endpoint": "base_url=",
    "extra_body": "options=Options(…)",
    "extra_headers": "headers=",
    "host": "base_url=",
    "max_retries": "retry=RetryPolicy(attempts=…)",
    "model_name": "model=",
    "openai_api_key": "api_key=",
    "organization": "nothing: vLLM has no organizations",
    "project": "nothing: vLLM has no projects",
    "provider": "nothing: the server is always vLLM",
    "proxies": "proxy=, or the variable HTTPS_PROXY",
    "retries": "retry=RetryPolicy(attempts=…)",
    "temperature": "options=Options(temperature=…)",
    "url": "base_url=",
    "ssl_context": "verify=",
    "verify_ssl": "verify=",
}
"""Arguments of other clients' constructors, and what to write here."""

_FORMS = "Give http://host:port, host:port or host."


@attrs.frozen
class Settings:
    """The settings that name a server.

    Attributes:
        base_url: Scheme, host, port and path prefix, without `/v1` and without a trailing slash.
        model: The model to ask, or None for the one that the server serves.
        api_key: The bearer token, or None; never shown.
        get_key: The function that returns the bearer token of each request, or None.
    """

    base_url: str
    model: str | None = None
    api_key: str | None = attrs.field(default=None, repr=False)
    get_key: Callable[[], Any] | None = attrs.field(default=None, repr=False)

    @classmethod
    def resolve(
        cls,
        base_url: str | None = None,
        *,
        model: str | None = None,
        api_key: str | Callable[[], Any] | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> Settings:
        """Take each setting from its argument, otherwise from its environment variable.

        Args:
            base_url: Otherwise `VLLM_BASE_URL`, then `http://localhost:8000`.
            model: Otherwise `VLLM_MODEL`, then the model that the server serves.
            api_key: The key or a function that returns it; otherwise `VLLM_API_KEY`, then none.
            environ: The environment to read.

        Raises:
            ConfigurationError: A value, or a variable that is set, is empty or unusable.
        """
        url, url_source = _pick(base_url, "base_url", "VLLM_BASE_URL", environ)
        model, _ = _pick(model, "model", "VLLM_MODEL", environ)
        get_key: Callable[[], Any] | None = None
        if callable(api_key):
            key, get_key = None, api_key
        else:
            key, key_source = _pick(api_key, "api_key", "VLLM_API_KEY", environ)
            key = None if key is None else Secret(check_api_key(key, key_source))
        return cls(
            base_url=DEFAULT_BASE_URL if url is None else normalise_url(url, url_source),
            model=model,
            api_key=key,
            get_key=get_key,
        )


def check_api_key(key: object, source: str) -> str:
    """Return an API key that a header can carry; no error quotes it.

    Raises:
        ConfigurationError: It is not a text, or no header can carry it.
    """
    if not isinstance(key, str):
        raise ConfigurationError(f"{source} must be a string, not {type(key).__name__}.")
    if not re.fullmatch(r"[\x21-\x7e]+", key):
        raise ConfigurationError(
            f"{source} is empty or holds a character that no HTTP header can carry (a space, a "
            "line break or a non-ASCII one). Was it pasted with something around it?"
        )
    return key


def _pick(
    given: str | None, argument: str, variable: str, environ: Mapping[str, str]
) -> tuple[str | None, str]:
    """Return a setting and its source; a variable that is set but empty is a mistake."""
    value, source = (given, argument) if given is not None else (environ.get(variable), variable)
    if value is None:
        return None, source
    if not isinstance(value, str):
        raise ConfigurationError(f"{source} must be a string, not {type(value).__name__}.")
    if not value.strip():
        remedy = f"unset {variable}" if source == variable else f"leave {argument} out"
        raise ConfigurationError(f"{source} is empty: give it a value, or {remedy}.")
    return value.strip() if argument == "base_url" else value, source


def check_model(model: str | None) -> None:
    """Refuse a client's `model` that names none.

    Raises:
        ConfigurationError: It is empty, or not a text.
    """
    _pick(model, "model", "VLLM_MODEL", {})


def normalise_url(given: str, source: str = "base_url") -> str:
    """Return the one form of the spellings that people use.

    `host` and `host:port` become `http://`, a host without scheme and port gets port 8000, and a
    trailing slash or `/v1` is removed. A Unix socket is `unix:///path/of/socket`.

    Raises:
        ConfigurationError: No server can have this URL. Credentials in a URL are refused too,
            because URLs end up in logs.
    """
    if given.lower().startswith(f"{UNIX_SCHEME}:"):
        return _normalise_socket_path(given, source)
    scheme, separator, rest = given.partition("://")
    if not separator:
        scheme, rest = "http", given
    if scheme.lower() not in {"http", "https"}:
        raise ConfigurationError(
            f"{source} has the scheme {scheme!r}; a vLLM server speaks http or https. {_FORMS}"
        )
    if "@" in rest:
        raise ConfigurationError(
            f"{source} carries credentials. Pass api_key=…, or for basic auth "
            "http_client=httpx.Client(auth=(user, password))."
        )
    host, port, parts = _split(f"{scheme.lower()}://{rest}", given, source)
    if parts.query or parts.fragment:
        raise ConfigurationError(
            f"{source} has a query or a fragment. {_FORMS} Pass a query as query={{…}}."
        )
    if port is None and not separator:
        port = DEFAULT_PORT
    path = parts.path.rstrip("/").removesuffix("/v1").rstrip("/")
    return f"{parts.scheme}://{host}{'' if port is None else f':{port}'}{path}"


def _normalise_socket_path(given: str, source: str) -> str:
    path = given.partition(":")[2].removeprefix("//")
    if not path.startswith("/") or re.search(r"[\x00-\x1f?#]", path):
        raise ConfigurationError(f"{source} names no Unix socket. Give unix:///path/of/socket.")
    return f"{UNIX_SCHEME}://{path}"


def _split(url: str, given: str, source: str) -> tuple[str, int | None, SplitResult]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        known = host is not None and is_host(host)
    except ValueError as error:
        raise ConfigurationError(f"{source} {given!r} is not a URL: {error}. {_FORMS}") from None
    if not host or not known or re.search(r"[\s\x00-\x1f\\]", url):
        raise ConfigurationError(f"{source} {given!r} names no host. {_FORMS}")
    if port == 0:
        raise ConfigurationError(f"{source} {given!r} names port 0, which nobody can reach.")
    return (f"[{host}]" if ":" in host else host), port, parts


def is_host(host: str) -> bool:
    """Tell whether a name can be looked up or is an IP address.

    Raises:
        ValueError: An IP address out of range, or a name that DNS cannot carry.
    """
    if re.fullmatch(r"[\d.]+|.*:.*", host):
        ip_address(host)
        return True
    host.encode("idna")
    return re.fullmatch(r"[\w.-]+", host) is not None


def explain_unknown_arguments(
    init: Callable[Concatenate[SelfT, P], ReturnT],
) -> Callable[Concatenate[SelfT, P], ReturnT]:
    """Let a constructor or method name itself and a remedy when it refuses an argument."""
    code = init.__code__
    known = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
    positional = code.co_argcount - 1

    @wraps(init)
    def explain(self: SelfT, /, *args: P.args, **kwargs: P.kwargs) -> ReturnT:
        name = type(self).__name__ if code.co_name == "__init__" else code.co_name
        if len(args) > positional:
            raise TypeError(
                f"{name}() takes {positional or 'no'} argument by position: write the others by "
                "name, as in model='…'"
            )
        for argument in kwargs:
            if argument not in known:
                raise TypeError(f"{name}() {_explain_argument(argument, known)}")
        if "api_key" in kwargs:  # for whoever shows the variables of this frame
            kwargs["api_key"] = mask(kwargs["api_key"])
        return init(self, *args, **kwargs)

    return explain


def _explain_argument(name: str, known: tuple[str, ...]) -> str:
    if name in FOREIGN_ARGUMENTS:
        return f"has no argument {name!r}. Write {FOREIGN_ARGUMENTS[name]} instead."
    close: list[Any] = get_close_matches(name, known, n=1)
    hint = f"Did you mean {close[0]!r}?" if close else f"There are {', '.join(known)}."
    return f"has no argument {name!r}. {hint}"
