from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.pause_generation_mode import (
    PauseGenerationMode,
)
from ...models.pause_status import PauseStatus
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    mode: PauseGenerationMode | Unset = UNSET,
    clear_cache: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_mode: str | Unset = UNSET
    if not isinstance(mode, Unset):
        json_mode = mode

    params["mode"] = json_mode

    params["clear_cache"] = clear_cache

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/pause",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | PauseStatus | None:
    if response.status_code == 200:
        response_200 = PauseStatus.from_dict(response.json())

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
) -> Response[ErrorResponse | PauseStatus]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    mode: PauseGenerationMode | Unset = UNSET,
    clear_cache: bool | Unset = UNSET,
) -> Response[ErrorResponse | PauseStatus]:
    """Pause Generation

     Pause generation requests to allow weight updates.

    In ``abort`` and ``wait`` modes new requests are rejected with HTTP 503
    until /resume; ``keep`` continues to accept and queue them.

    Args:
        raw_request: The incoming FastAPI request, used to reach the engine
            client on the app state.
        mode: How to handle in-flight requests:
            - ``"abort"``: Abort all in-flight requests immediately (default).
            - ``"wait"``: Wait for in-flight requests to complete.
            - ``"keep"``: Freeze requests in queue; they resume on /resume.
        clear_cache: DEPRECATED. Whether to clear KV/prefix caches after
            draining. Ignored when mode="keep".

    Args:
        mode (PauseGenerationMode | Unset):
        clear_cache (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | PauseStatus]
    """

    kwargs = _get_kwargs(
        mode=mode,
        clear_cache=clear_cache,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    mode: PauseGenerationMode | Unset = UNSET,
    clear_cache: bool | Unset = UNSET,
) -> ErrorResponse | PauseStatus | None:
    """Pause Generation

     Pause generation requests to allow weight updates.

    In ``abort`` and ``wait`` modes new requests are rejected with HTTP 503
    until /resume; ``keep`` continues to accept and queue them.

    Args:
        raw_request: The incoming FastAPI request, used to reach the engine
            client on the app state.
        mode: How to handle in-flight requests:
            - ``"abort"``: Abort all in-flight requests immediately (default).
            - ``"wait"``: Wait for in-flight requests to complete.
            - ``"keep"``: Freeze requests in queue; they resume on /resume.
        clear_cache: DEPRECATED. Whether to clear KV/prefix caches after
            draining. Ignored when mode="keep".

    Args:
        mode (PauseGenerationMode | Unset):
        clear_cache (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | PauseStatus
    """

    return sync_detailed(
        client=client,
        mode=mode,
        clear_cache=clear_cache,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    mode: PauseGenerationMode | Unset = UNSET,
    clear_cache: bool | Unset = UNSET,
) -> Response[ErrorResponse | PauseStatus]:
    """Pause Generation

     Pause generation requests to allow weight updates.

    In ``abort`` and ``wait`` modes new requests are rejected with HTTP 503
    until /resume; ``keep`` continues to accept and queue them.

    Args:
        raw_request: The incoming FastAPI request, used to reach the engine
            client on the app state.
        mode: How to handle in-flight requests:
            - ``"abort"``: Abort all in-flight requests immediately (default).
            - ``"wait"``: Wait for in-flight requests to complete.
            - ``"keep"``: Freeze requests in queue; they resume on /resume.
        clear_cache: DEPRECATED. Whether to clear KV/prefix caches after
            draining. Ignored when mode="keep".

    Args:
        mode (PauseGenerationMode | Unset):
        clear_cache (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | PauseStatus]
    """

    kwargs = _get_kwargs(
        mode=mode,
        clear_cache=clear_cache,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    mode: PauseGenerationMode | Unset = UNSET,
    clear_cache: bool | Unset = UNSET,
) -> ErrorResponse | PauseStatus | None:
    """Pause Generation

     Pause generation requests to allow weight updates.

    In ``abort`` and ``wait`` modes new requests are rejected with HTTP 503
    until /resume; ``keep`` continues to accept and queue them.

    Args:
        raw_request: The incoming FastAPI request, used to reach the engine
            client on the app state.
        mode: How to handle in-flight requests:
            - ``"abort"``: Abort all in-flight requests immediately (default).
            - ``"wait"``: Wait for in-flight requests to complete.
            - ``"keep"``: Freeze requests in queue; they resume on /resume.
        clear_cache: DEPRECATED. Whether to clear KV/prefix caches after
            draining. Ignored when mode="keep".

    Args:
        mode (PauseGenerationMode | Unset):
        clear_cache (bool | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | PauseStatus
    """

    return (
        await asyncio_detailed(
            client=client,
            mode=mode,
            clear_cache=clear_cache,
        )
    ).parsed
