"""The engine that carries a client's requests."""

from __future__ import annotations

import httpx

from vllm_sdk._transport.base import AsyncTransport, Endpoint, Transport


def new_async_transport(
    endpoint: Endpoint, *, timeout: httpx.Timeout | None, client: httpx.AsyncClient | None
) -> AsyncTransport:
    """Return the engine of an asynchronous client: aiohttp, or the caller's httpx client.

    Each is imported only if it is used. aiohttp alone takes longer to import than all the rest.
    """
    if client is None:
        from vllm_sdk._transport.aiohttp_transport import AiohttpTransport

        return AiohttpTransport(endpoint, timeout=timeout)
    from vllm_sdk._transport.httpx_transport import AsyncHttpxTransport

    return AsyncHttpxTransport(endpoint, timeout=timeout, client=client)


def new_transport(
    endpoint: Endpoint, *, timeout: httpx.Timeout | None, client: httpx.Client | None
) -> Transport:
    """Return the engine of a synchronous client: httpx."""
    from vllm_sdk._transport.httpx_transport import HttpxTransport

    return HttpxTransport(endpoint, timeout=timeout, client=client)
