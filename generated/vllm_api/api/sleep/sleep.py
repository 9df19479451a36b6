from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.sleep_mode import SleepMode
from ...models.sleep_status import SleepStatus
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    level: int | Unset = UNSET,
    mode: SleepMode | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["level"] = level

    json_mode: str | Unset = UNSET
    if not isinstance(mode, Unset):
        json_mode = mode

    params["mode"] = json_mode

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/sleep",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | SleepStatus | None:
    if response.status_code == 200:
        response_200 = SleepStatus.from_dict(response.json())

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
) -> Response[ErrorResponse | SleepStatus]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    level: int | Unset = UNSET,
    mode: SleepMode | Unset = UNSET,
) -> Response[ErrorResponse | SleepStatus]:
    """Sleep

    Args:
        level (int | Unset):
        mode (SleepMode | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | SleepStatus]
    """

    kwargs = _get_kwargs(
        level=level,
        mode=mode,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    level: int | Unset = UNSET,
    mode: SleepMode | Unset = UNSET,
) -> ErrorResponse | SleepStatus | None:
    """Sleep

    Args:
        level (int | Unset):
        mode (SleepMode | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | SleepStatus
    """

    return sync_detailed(
        client=client,
        level=level,
        mode=mode,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    level: int | Unset = UNSET,
    mode: SleepMode | Unset = UNSET,
) -> Response[ErrorResponse | SleepStatus]:
    """Sleep

    Args:
        level (int | Unset):
        mode (SleepMode | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | SleepStatus]
    """

    kwargs = _get_kwargs(
        level=level,
        mode=mode,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    level: int | Unset = UNSET,
    mode: SleepMode | Unset = UNSET,
) -> ErrorResponse | SleepStatus | None:
    """Sleep

    Args:
        level (int | Unset):
        mode (SleepMode | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | SleepStatus
    """

    return (
        await asyncio_detailed(
            client=client,
            level=level,
            mode=mode,
        )
    ).parsed
