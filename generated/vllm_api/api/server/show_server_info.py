from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.server_info import ServerInfo
from ...models.show_server_info_config_format import (
    ShowServerInfoConfigFormat,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    config_format: ShowServerInfoConfigFormat | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_config_format: str | Unset = UNSET
    if not isinstance(config_format, Unset):
        json_config_format = config_format

    params["config_format"] = json_config_format

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/server_info",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | ServerInfo | None:
    if response.status_code == 200:
        response_200 = ServerInfo.from_dict(response.json())

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
) -> Response[ErrorResponse | ServerInfo]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    config_format: ShowServerInfoConfigFormat | Unset = UNSET,
) -> Response[ErrorResponse | ServerInfo]:
    """Show Server Info

    Args:
        config_format (ShowServerInfoConfigFormat | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | ServerInfo]
    """

    kwargs = _get_kwargs(
        config_format=config_format,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    config_format: ShowServerInfoConfigFormat | Unset = UNSET,
) -> ErrorResponse | ServerInfo | None:
    """Show Server Info

    Args:
        config_format (ShowServerInfoConfigFormat | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | ServerInfo
    """

    return sync_detailed(
        client=client,
        config_format=config_format,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    config_format: ShowServerInfoConfigFormat | Unset = UNSET,
) -> Response[ErrorResponse | ServerInfo]:
    """Show Server Info

    Args:
        config_format (ShowServerInfoConfigFormat | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | ServerInfo]
    """

    kwargs = _get_kwargs(
        config_format=config_format,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    config_format: ShowServerInfoConfigFormat | Unset = UNSET,
) -> ErrorResponse | ServerInfo | None:
    """Show Server Info

    Args:
        config_format (ShowServerInfoConfigFormat | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | ServerInfo
    """

    return (
        await asyncio_detailed(
            client=client,
            config_format=config_format,
        )
    ).parsed
