"""The proxy of a server: the one that is given, or the one that the environment names."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies

from vllm_sdk._transport.settings import is_host
from vllm_sdk.errors import ConfigurationError

_SCHEMES = frozenset({"http", "https", "socks5", "socks5h"})
_DEFAULT_PORTS = {"http": 80, "https": 443}


def find_proxy(base_url: str) -> str | None:
    """Return the proxy that the environment names for a server, or None.

    The variables are `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, in either case.

    Raises:
        ConfigurationError: The proxy is not one that can be used.
    """
    parts = urlsplit(base_url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or not parts.hostname or is_bypassed(parts, proxies.get("no", "")):
        return None
    return check_proxy(proxy if "://" in proxy else f"http://{proxy}", "The environment's proxy")


def check_proxy(proxy: object, source: str = "proxy") -> str:
    """Return the URL of a proxy; no error quotes it, since it may hold a password.

    Args:
        proxy: The URL.
        source: What errors call it.

    Raises:
        ConfigurationError: It is not the URL of a proxy that can be used.
    """
    if not isinstance(proxy, str):
        raise ConfigurationError(f"{source} is a URL, not {type(proxy).__name__}.")
    scheme, _, rest = proxy.partition("://")
    if not _is_usable(proxy):
        raise ConfigurationError(
            f"{source} is not a URL as http://host:port, https://host:port or socks5://host:port."
        )
    return f"{scheme.lower()}://{rest}"


def _is_usable(proxy: str) -> bool:
    if re.search(r"[\s\x00-\x1f\x7f\\]", proxy):  # urlsplit drops some of them
        return False
    try:
        parts = urlsplit(proxy)
        return parts.scheme in _SCHEMES and parts.port != 0 and is_host(parts.hostname or "")
    except ValueError:
        return False


def name_proxy(proxy: str) -> str:
    """Return the address of a proxy without its credentials, for messages."""
    parts = urlsplit(proxy)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def is_bypassed(server: SplitResult, no_proxy: str) -> bool:
    """Decide whether `NO_PROXY` excludes a server.

    Its entries are names, of which subdomains are excluded too, addresses, networks such as
    `10.0.0.0/8`, and `*`; each but a network may have a port.
    """
    host = (server.hostname or "").rstrip(".")
    port = server.port or _DEFAULT_PORTS.get(server.scheme, 0)
    return any(
        _matches(entry.strip().lower(), host, port)
        for entry in no_proxy.split(",")
        if entry.strip()
    )


def _matches(entry: str, host: str, port: int) -> bool:
    if entry == "*":
        return True
    name, ports = _split_port(entry.partition("://")[2] or entry)
    if ports and ports != str(port):
        return False
    try:
        address = ip_address(host)
    except ValueError:
        name = name.lstrip("*").strip(".")
        return host == name or host.endswith(f".{name}")
    try:
        return address in ip_network(name, strict=False)
    except ValueError:
        return False


def _split_port(entry: str) -> tuple[str, str]:
    """Split `host:port` and `[address]:port`; an address of IPv6 without brackets has no port."""
    if entry.startswith("["):
        name, _, rest = entry[1:].partition("]")
        return name, rest.removeprefix(":")
    if entry.count(":") == 1:
        name, _, port = entry.partition(":")
        return name, port
    return entry, ""
