"""The engine that carries a client's requests."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from vllm_sdk._transport.arguments import KEEPALIVE_EXPIRY, MAX_CONNECTIONS, check_count
from vllm_sdk._transport.protocols import AsyncTransport, Transport
from vllm_sdk.errors import ConfigurationError

if TYPE_CHECKING:
    from vllm_sdk._transport.httpx_transport import AsyncHTTPClient, HTTPClient


def new_transport(
    base_url: str,
    *,
    transport: Transport | None,
    client: HTTPClient | None,
    max_connections: int | None,
) -> Transport:
    """Return the engine of a synchronous client; each is imported only if it is used.

    Raises:
        ConfigurationError: More than one engine is given, or none that can be one.
    """
    _check_choice(base_url, transport, client, max_connections)
    if transport is not None:
        return transport
    if client is not None:
        from vllm_sdk._transport.httpx_transport import HttpxTransport, check_client

        check_client(client, "Client")
        return HttpxTransport(client)
    limit = MAX_CONNECTIONS if max_connections is None else max_connections
    if (proxy := find_proxy(base_url)) is not None:
        import httpx

        from vllm_sdk._transport.httpx_transport import HttpxTransport

        limits = httpx.Limits(
            max_connections=limit,
            max_keepalive_connections=limit,
            keepalive_expiry=KEEPALIVE_EXPIRY,
        )
        owned = httpx.Client(proxy=proxy, limits=limits, trust_env=False)
        return HttpxTransport(owned, owned=True)
    from vllm_sdk._transport.http1.blocking_engine import HTTPTransport

    return HTTPTransport(max_connections=limit)


def new_async_transport(
    base_url: str,
    *,
    transport: AsyncTransport | None,
    client: AsyncHTTPClient | None,
    max_connections: int | None,
) -> AsyncTransport:
    """Return the engine of an asynchronous client; see `new_transport`."""
    _check_choice(base_url, transport, client, max_connections)
    if transport is not None:
        return transport
    if client is not None:
        from vllm_sdk._transport.httpx_transport import AsyncHttpxTransport, check_client

        check_client(client, "AsyncClient")
        return AsyncHttpxTransport(client)
    limit = MAX_CONNECTIONS if max_connections is None else max_connections
    if (proxy := find_proxy(base_url)) is not None:
        import httpx

        from vllm_sdk._transport.httpx_transport import AsyncHttpxTransport

        limits = httpx.Limits(
            max_connections=limit,
            max_keepalive_connections=limit,
            keepalive_expiry=KEEPALIVE_EXPIRY,
        )
        owned = httpx.AsyncClient(proxy=proxy, limits=limits, trust_env=False)
        return AsyncHttpxTransport(owned, owned=True)
    from vllm_sdk._transport.http1.asyncio_engine import AsyncHTTPTransport

    return AsyncHTTPTransport(max_connections=limit)


def find_proxy(base_url: str) -> str | None:
    """Return the proxy that the environment names for a server."""
    parts = urlsplit(base_url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or not parts.hostname or proxy_bypass(parts.hostname):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _check_choice(
    base_url: str, transport: object, client: object, max_connections: int | None
) -> None:
    given = [
        name
        for name, value in (
            ("transport", transport),
            ("http_client", client),
            ("max_connections", max_connections),
        )
        if value is not None
    ]
    if len(given) > 1:
        raise ConfigurationError(
            f"{given[0]} and {given[1]} exclude each other: the one that is given brings its own "
            "connections and limits."
        )
    if max_connections is not None:
        check_count("max_connections", max_connections)
    if client is not None and base_url.startswith("unix:"):
        raise ConfigurationError(
            "A Unix socket and http_client exclude each other. Give http://localhost and "
            "http_client=httpx.Client(transport=httpx.HTTPTransport(uds=…))."
        )
