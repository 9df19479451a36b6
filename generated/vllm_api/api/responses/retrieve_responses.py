from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.responses_response import ResponsesResponse
from ...types import UNSET, Response, Unset


def _get_kwargs(
    response_id: str,
    *,
    starting_after: int | None | Unset = UNSET,
    stream: bool | None | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_starting_after: int | None | Unset
    if isinstance(starting_after, Unset):
        json_starting_after = UNSET
    else:
        json_starting_after = starting_after
    params["starting_after"] = json_starting_after

    json_stream: bool | None | Unset
    if isinstance(stream, Unset):
        json_stream = UNSET
    else:
        json_stream = stream
    params["stream"] = json_stream

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/responses/{response_id}".format(
            response_id=quote(str(response_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | ResponsesResponse | None:
    if response.status_code == 200:
        response_200 = ResponsesResponse.from_dict(response.json())

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
) -> Response[ErrorResponse | ResponsesResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    response_id: str,
    *,
    client: AuthenticatedClient | Client,
    starting_after: int | None | Unset = UNSET,
    stream: bool | None | Unset = UNSET,
) -> Response[ErrorResponse | ResponsesResponse]:
    """Retrieve Responses

    Args:
        response_id (str):
        starting_after (int | None | Unset):
        stream (bool | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | ResponsesResponse]
    """

    kwargs = _get_kwargs(
        response_id=response_id,
        starting_after=starting_after,
        stream=stream,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    response_id: str,
    *,
    client: AuthenticatedClient | Client,
    starting_after: int | None | Unset = UNSET,
    stream: bool | None | Unset = UNSET,
) -> ErrorResponse | ResponsesResponse | None:
    """Retrieve Responses

    Args:
        response_id (str):
        starting_after (int | None | Unset):
        stream (bool | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | ResponsesResponse
    """

    return sync_detailed(
        response_id=response_id,
        client=client,
        starting_after=starting_after,
        stream=stream,
    ).parsed


async def asyncio_detailed(
    response_id: str,
    *,
    client: AuthenticatedClient | Client,
    starting_after: int | None | Unset = UNSET,
    stream: bool | None | Unset = UNSET,
) -> Response[ErrorResponse | ResponsesResponse]:
    """Retrieve Responses

    Args:
        response_id (str):
        starting_after (int | None | Unset):
        stream (bool | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | ResponsesResponse]
    """

    kwargs = _get_kwargs(
        response_id=response_id,
        starting_after=starting_after,
        stream=stream,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    response_id: str,
    *,
    client: AuthenticatedClient | Client,
    starting_after: int | None | Unset = UNSET,
    stream: bool | None | Unset = UNSET,
) -> ErrorResponse | ResponsesResponse | None:
    """Retrieve Responses

    Args:
        response_id (str):
        starting_after (int | None | Unset):
        stream (bool | None | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | ResponsesResponse
    """

    return (
        await asyncio_detailed(
            response_id=response_id,
            client=client,
            starting_after=starting_after,
            stream=stream,
        )
    ).parsed
