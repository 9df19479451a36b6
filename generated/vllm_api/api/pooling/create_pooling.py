from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_response import ErrorResponse
from ...models.io_processor_request import IOProcessorRequest
from ...models.io_processor_response import IOProcessorResponse
from ...models.pooling_chat_request import PoolingChatRequest
from ...models.pooling_completion_request import PoolingCompletionRequest
from ...models.pooling_response import PoolingResponse
from ...types import Response


def _get_kwargs(
    *,
    body: IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/pooling",
    }

    if isinstance(body, PoolingCompletionRequest):
        _kwargs["json"] = body.to_dict()
    elif isinstance(body, PoolingChatRequest):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorResponse | IOProcessorResponse | PoolingResponse | None:
    if response.status_code == 200:

        def _parse_response_200(data: object) -> IOProcessorResponse | PoolingResponse:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = PoolingResponse.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = IOProcessorResponse.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 500:
        response_500 = ErrorResponse.from_dict(response.json())

        return response_500

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorResponse | IOProcessorResponse | PoolingResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest,
) -> Response[ErrorResponse | IOProcessorResponse | PoolingResponse]:
    """Create Pooling

    Args:
        body (IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | IOProcessorResponse | PoolingResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest,
) -> ErrorResponse | IOProcessorResponse | PoolingResponse | None:
    """Create Pooling

    Args:
        body (IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | IOProcessorResponse | PoolingResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest,
) -> Response[ErrorResponse | IOProcessorResponse | PoolingResponse]:
    """Create Pooling

    Args:
        body (IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorResponse | IOProcessorResponse | PoolingResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest,
) -> ErrorResponse | IOProcessorResponse | PoolingResponse | None:
    """Create Pooling

    Args:
        body (IOProcessorRequest | PoolingChatRequest | PoolingCompletionRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorResponse | IOProcessorResponse | PoolingResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
