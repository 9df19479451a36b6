"""Which engine carries an asynchronous client's calls."""

from __future__ import annotations

import httpx

from vllm_sdk._transport.base import AsyncTransport, Endpoint


def async_transport(
    endpoint: Endpoint, *, timeout: httpx.Timeout | None, client: httpx.AsyncClient | None
) -> AsyncTransport:
    """The engine of an asynchronous client: aiohttp, or the caller's httpx client.

    Each is imported only where it is used; aiohttp alone takes longer than all the rest.
    """
    if client is None:
        from vllm_sdk._transport.aiohttp_transport import AiohttpTransport

        return AiohttpTransport(endpoint, timeout=timeout)
    from vllm_sdk._transport.httpx_transport import AsyncHttpxTransport

    return AsyncHttpxTransport(endpoint, timeout=timeout, client=client)
