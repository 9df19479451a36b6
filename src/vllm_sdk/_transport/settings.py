"""Where the server is and how to speak to it: from arguments, else from the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

import attrs

from vllm_sdk.errors import ConfigurationError

DEFAULT_BASE_URL = "http://localhost:8000"
DEFAULT_PORT = 8000

_FORMS = "Give http://host:port, host:port or host."


@attrs.frozen
class Settings:
    """What a client needs to know of its server.

    Attributes:
        base_url: scheme, host, port and path prefix, without `/v1` and without a trailing slash.
        model: the model to ask for, or None for the one that the server serves.
        api_key: sent as a bearer token, or None; never shown.
    """

    base_url: str
    model: str | None = None
    api_key: str | None = attrs.field(default=None, repr=False)

    @classmethod
    def resolve(
        cls,
        base_url: str | None = None,
        *,
        model: str | None = None,
        api_key: str | None = None,
        environ: Mapping[str, str] = os.environ,
    ) -> Settings:
        """Take each setting from its argument, else from its environment variable.

        Args:
            base_url: else `VLLM_BASE_URL`, else `http://localhost:8000`.
            model: else `VLLM_MODEL`, else the model that the server serves.
            api_key: else `VLLM_API_KEY`, else none.
            environ: the environment to read.

        Raises:
            ConfigurationError: a value, or a variable that is set, is empty or unusable.
        """
        url, url_source = _pick(base_url, "base_url", "VLLM_BASE_URL", environ)
        model, _ = _pick(model, "model", "VLLM_MODEL", environ)
        api_key, key_source = _pick(api_key, "api_key", "VLLM_API_KEY", environ)
        if api_key is not None and not re.fullmatch(r"[\x21-\x7e]+", api_key):
            raise ConfigurationError(
                f"{key_source} holds a character that no HTTP header can carry (a space, a line "
                "break or a non-ASCII one). Was it pasted with something around it?"
            )
        return cls(
            base_url=DEFAULT_BASE_URL if url is None else normalise_url(url, url_source),
            model=model,
            api_key=api_key,
        )


def _pick(
    given: str | None, argument: str, variable: str, environ: Mapping[str, str]
) -> tuple[str | None, str]:
    """A setting and where it came from; a variable that is set but empty is a mistake."""
    value, source = (given, argument) if given is not None else (environ.get(variable), variable)
    if value is None:
        return None, source
    if not isinstance(value, str):
        raise ConfigurationError(f"{source} must be a string, not {type(value).__name__}.")
    if not value.strip():
        remedy = f"unset {variable}" if source == variable else f"leave {argument} out"
        raise ConfigurationError(f"{source} is empty: give it a value, or {remedy}.")
    return value.strip() if argument == "base_url" else value, source


def normalise_url(given: str, source: str = "base_url") -> str:
    """Bring the spellings that people use into one form.

    `host` and `host:port` become `http://`, a host without scheme and port gets port 8000, and a
    trailing slash or `/v1` goes.

    Raises:
        ConfigurationError: no such URL can be asked; credentials in a URL are refused too,
            since URLs end up in logs.
    """
    scheme, separator, rest = given.partition("://")
    if not separator:
        scheme, rest = "http", given
    if scheme.lower() not in {"http", "https"}:
        raise ConfigurationError(
            f"{source} has the scheme {scheme!r}; a vLLM server speaks http or https. {_FORMS}"
        )
    if "@" in rest.partition("/")[0]:
        raise ConfigurationError(
            f"{source} carries credentials. Pass api_key=…, or for basic auth "
            "http_client=httpx.Client(auth=(user, password))."
        )
    host, port, parts = _split(f"{scheme.lower()}://{rest}", given, source)
    if parts.query or parts.fragment:
        raise ConfigurationError(f"{source} {given!r} has a query or a fragment. {_FORMS}")
    if port is None and not separator:
        port = DEFAULT_PORT
    path = parts.path.rstrip("/").removesuffix("/v1").rstrip("/")
    return f"{parts.scheme}://{host}{'' if port is None else f':{port}'}{path}"


def _split(url: str, given: str, source: str) -> tuple[str, int | None, SplitResult]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        known = host is not None and _is_host(host)
    except ValueError as error:
        raise ConfigurationError(f"{source} {given!r} is no URL: {error}. {_FORMS}") from None
    if not host or not known or re.search(r"[\s\x00-\x1f\\]", url):
        raise ConfigurationError(f"{source} {given!r} names no host. {_FORMS}")
    if port == 0:
        raise ConfigurationError(f"{source} {given!r} names port 0, which nobody can reach.")
    return (f"[{host}]" if ":" in host else host), port, parts


def _is_host(host: str) -> bool:
    """Whether a name can be looked up or is an IP address.

    Raises:
        ValueError: an IP address out of range, or a name that DNS cannot carry.
    """
    if re.fullmatch(r"[\d.]+|.*:.*", host):
        ip_address(host)
        return True
    host.encode("idna")
    return re.fullmatch(r"[\w.-]+", host) is not None
