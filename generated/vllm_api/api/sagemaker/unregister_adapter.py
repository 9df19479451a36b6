from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...types import Response


def _get_kwargs(
    adapter_name: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/adapters/{adapter_name}".format(
            adapter_name=quote(str(adapter_name), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> str | None:
    if response.status_code == 200:
        response_200 = response.text
        return response_200

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    adapter_name: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[str]:
    """Unregister a LoRA adapter

     The actual wrapped handler function that applies transformations.

    Args:
        adapter_name (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[str]
    """

    kwargs = _get_kwargs(
        adapter_name=adapter_name,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    adapter_name: str,
    *,
    client: AuthenticatedClient | Client,
) -> str | None:
    """Unregister a LoRA adapter

     The actual wrapped handler function that applies transformations.

    Args:
        adapter_name (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        str
    """

    return sync_detailed(
        adapter_name=adapter_name,
        client=client,
    ).parsed


async def asyncio_detailed(
    adapter_name: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[str]:
    """Unregister a LoRA adapter

     The actual wrapped handler function that applies transformations.

    Args:
        adapter_name (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[str]
    """

    kwargs = _get_kwargs(
        adapter_name=adapter_name,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    adapter_name: str,
    *,
    client: AuthenticatedClient | Client,
) -> str | None:
    """Unregister a LoRA adapter

     The actual wrapped handler function that applies transformations.

    Args:
        adapter_name (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        str
    """

    return (
        await asyncio_detailed(
            adapter_name=adapter_name,
            client=client,
        )
    ).parsed
