from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.cache_reset import CacheReset
from ...models.error_response import ErrorResponse
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    reset_running_requests: bool | Unset = UNSET,
    reset_external: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["reset_running_requests"] = reset_running_requests

    params["reset_external"] = reset_external

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/reset_prefix_cache",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CacheReset | ErrorResponse | None:
    if response.status_code == 200:
        response_200 = CacheReset.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CacheReset | ErrorResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    reset_running_requests: bool | Unset = UNSET,
    reset_external: bool | Unset = UNSET,
) -> Response[CacheReset | ErrorResponse]:
    """Reset Prefix Cache

     Reset the local prefix cache.

    Optionally, if the query parameter `reset_external=true`
    also resets the external (connector-managed) prefix cache.

    Returns `{"success": bool}`. The reset fails (`success=false`) while
    blocks are still held, e.g. by running requests or in-flight async KV
    offload transfers; callers may retry.

    Example:
       POST /reset_prefix_cache?reset_external=true

    Args:
        reset_running_requests (bool | Unset):
        reset_external (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CacheReset | ErrorResponse]
    """

    kwargs = _get_kwargs(
        reset_running_requests=reset_running_requests,
        reset_external=reset_external,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    reset_running_requests: bool | Unset = UNSET,
    reset_external: bool | Unset = UNSET,
) -> CacheReset | ErrorResponse | None:
    """Reset Prefix Cache

     Reset the local prefix cache.

    Optionally, if the query parameter `reset_external=true`
    also resets the external (connector-managed) prefix cache.

    Returns `{"success": bool}`. The reset fails (`success=false`) while
    blocks are still held, e.g. by running requests or in-flight async KV
    offload transfers; callers may retry.

    Example:
       POST /reset_prefix_cache?reset_external=true

    Args:
        reset_running_requests (bool | Unset):
        reset_external (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CacheReset | ErrorResponse
    """

    return sync_detailed(
        client=client,
        reset_running_requests=reset_running_requests,
        reset_external=reset_external,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    reset_running_requests: bool | Unset = UNSET,
    reset_external: bool | Unset = UNSET,
) -> Response[CacheReset | ErrorResponse]:
    """Reset Prefix Cache

     Reset the local prefix cache.

    Optionally, if the query parameter `reset_external=true`
    also resets the external (connector-managed) prefix cache.

    Returns `{"success": bool}`. The reset fails (`success=false`) while
    blocks are still held, e.g. by running requests or in-flight async KV
    offload transfers; callers may retry.

    Example:
       POST /reset_prefix_cache?reset_external=true

    Args:
        reset_running_requests (bool | Unset):
        reset_external (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CacheReset | ErrorResponse]
    """

    kwargs = _get_kwargs(
        reset_running_requests=reset_running_requests,
        reset_external=reset_external,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    reset_running_requests: bool | Unset = UNSET,
    reset_external: bool | Unset = UNSET,
) -> CacheReset | ErrorResponse | None:
    """Reset Prefix Cache

     Reset the local prefix cache.

    Optionally, if the query parameter `reset_external=true`
    also resets the external (connector-managed) prefix cache.

    Returns `{"success": bool}`. The reset fails (`success=false`) while
    blocks are still held, e.g. by running requests or in-flight async KV
    offload transfers; callers may retry.

    Example:
       POST /reset_prefix_cache?reset_external=true

    Args:
        reset_running_requests (bool | Unset):
        reset_external (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CacheReset | ErrorResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            reset_running_requests=reset_running_requests,
            reset_external=reset_external,
        )
    ).parsed
