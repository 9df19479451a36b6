"""The engine that carries a client's requests."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from vllm_sdk._transport.arguments import KEEPALIVE_EXPIRY, MAX_CONNECTIONS, check_count
from vllm_sdk._transport.protocols import AsyncTransport, Transport
from vllm_sdk._transport.proxies import check_proxy, find_proxy, name_proxy
from vllm_sdk._transport.tls import Cert, Verify, build_context, check_variables
from vllm_sdk.errors import ConfigurationError

if TYPE_CHECKING:
    import ssl

    from vllm_sdk._transport.http_clients import AsyncHTTPClient, HTTPClient

EngineT = TypeVar("EngineT")


@attrs.frozen
class Connecting:
    """The settings of a client's own engine; an argument that was not given is None.

    Attributes:
        max_connections: Limit on the connections.
        verify: Whom to trust.
        cert: The certificate to show.
        proxy: The URL of a proxy.
    """

    max_connections: int | None = None
    verify: Verify | None = None
    cert: Cert | None = None
    proxy: str | None = attrs.field(default=None, repr=False)

    @property
    def limit(self) -> int:
        """Limit on the connections."""
        return MAX_CONNECTIONS if self.max_connections is None else self.max_connections

    def find_fixed_limit(self, engine: object, *, is_given: bool) -> int | None:
        """Return the limit on the connections of a batch.

        Args:
            engine: The engine of the client.
            is_given: Whether the user brought the engine.

        Returns:
            None if a batch may have a copy of the engine, with a limit of its own, or if the limit
            is not known.
        """
        if is_given:
            found: int | None = getattr(engine, "max_connections", None)
            return found
        if hasattr(engine, "copy") and self.max_connections is None:
            return None
        return self.limit

    def build_context(self, base_url: str) -> ssl.SSLContext | None:
        """Build the TLS context; None for the usual one, which is built when it is needed."""
        if (self.verify is None or self.verify is True) and self.cert is None:
            if base_url.startswith("https:"):
                check_variables()
            return None
        return build_context(True if self.verify is None else self.verify, self.cert)

    def find_proxy(self, base_url: str) -> str | None:
        """Return the proxy of a server, or None."""
        return find_proxy(base_url) if self.proxy is None else check_proxy(self.proxy)


def new_transport(
    base_url: str,
    connecting: Connecting,
    *,
    transport: Transport | None,
    client: HTTPClient | None,
) -> Transport:
    """Return the engine of a synchronous client; each is imported only if it is used.

    Raises:
        ConfigurationError: More than one engine is given, or none that can be one.
    """
    _check_choice(base_url, connecting, transport, client)
    if transport is not None:
        return transport
    if client is not None:
        from vllm_sdk._transport.http_clients import check_client
        from vllm_sdk._transport.httpx_transport import HttpxTransport

        check_client(client, "Client")
        return HttpxTransport(client)
    context = connecting.build_context(base_url)
    proxy = connecting.find_proxy(base_url)
    if proxy is not None:
        import httpx

        from vllm_sdk._transport.httpx_transport import HttpxTransport

        owned = httpx.Client(**_build_settings(connecting, proxy, context))
        return HttpxTransport(owned, proxy=name_proxy(proxy))
    from vllm_sdk._transport.http1.blocking_engine import HTTPTransport

    return HTTPTransport(max_connections=connecting.limit, ssl_context=context)


def new_async_transport(
    base_url: str,
    connecting: Connecting,
    *,
    transport: AsyncTransport | None,
    client: AsyncHTTPClient | None,
) -> AsyncTransport:
    """Return the engine of an asynchronous client; see `new_transport`."""
    _check_choice(base_url, connecting, transport, client)
    if transport is not None:
        return transport
    if client is not None:
        from vllm_sdk._transport.http_clients import check_client
        from vllm_sdk._transport.httpx_transport import AsyncHttpxTransport

        check_client(client, "AsyncClient")
        return AsyncHttpxTransport(client)
    context = connecting.build_context(base_url)
    proxy = connecting.find_proxy(base_url)
    if proxy is not None:
        import httpx

        from vllm_sdk._transport.httpx_transport import AsyncHttpxTransport

        owned = httpx.AsyncClient(**_build_settings(connecting, proxy, context))
        return AsyncHttpxTransport(owned, proxy=name_proxy(proxy))
    from vllm_sdk._transport.http1.asyncio_engine import AsyncHTTPTransport

    return AsyncHTTPTransport(max_connections=connecting.limit, ssl_context=context)


def copy_engine(engine: EngineT, max_connections: int) -> EngineT | None:
    """Return an engine like another one, with connections of its own; None if it has no copy."""
    copy = getattr(engine, "copy", None)
    if copy is None:
        return None
    copied: EngineT = copy(max_connections)
    return copied


def _build_settings(
    connecting: Connecting, proxy: str, context: ssl.SSLContext | None
) -> dict[str, Any]:
    """Return the arguments of an httpx client that goes by a proxy."""
    import httpx

    if proxy.startswith("socks") and find_spec("socksio") is None:
        raise ConfigurationError(
            "A SOCKS proxy needs the package socksio: pip install 'vllm-typed-sdk[socks]'."
        )
    limits = httpx.Limits(
        max_connections=connecting.limit,
        max_keepalive_connections=connecting.limit,
        keepalive_expiry=KEEPALIVE_EXPIRY,
    )
    return {
        "proxy": proxy,
        "limits": limits,
        "verify": build_context() if context is None else context,
        "trust_env": False,
    }


def _check_choice(base_url: str, connecting: Connecting, transport: object, client: object) -> None:
    own = [name for name, value in attrs.asdict(connecting).items() if value is not None]
    engines = {"transport": transport, "http_client": client}
    given = [name for name, engine in engines.items() if engine is not None]
    if len(given + own) > 1 and given:
        raise ConfigurationError(
            f"{given[0]} and {(given + own)[1]} exclude each other: {given[0]} brings its own "
            "connections and their settings."
        )
    if connecting.max_connections is not None:
        check_count("max_connections", connecting.max_connections)
    if client is not None and base_url.startswith("unix:"):
        raise ConfigurationError(
            "A Unix socket and http_client exclude each other. Give http://localhost and "
            "http_client=httpx.Client(transport=httpx.HTTPTransport(uds=…))."
        )
