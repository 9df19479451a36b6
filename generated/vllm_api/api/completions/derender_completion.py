from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.completion_response import CompletionResponse
from ...models.derender_completion_request import DerenderCompletionRequest
from ...models.derender_completion_stream_request import DerenderCompletionStreamRequest
from ...models.derender_completion_stream_response import (
    DerenderCompletionStreamResponse,
)
from ...models.error_response import ErrorResponse
from ...types import Response


def _get_kwargs(
    *,
    body: DerenderCompletionRequest | DerenderCompletionStreamRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/completions/derender",
    }

    if isinstance(body, DerenderCompletionRequest):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse | None:
    if response.status_code == 200:

        def _parse_response_200(
            data: object,
        ) -> CompletionResponse | DerenderCompletionStreamResponse:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = DerenderCompletionStreamResponse.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = CompletionResponse.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorResponse.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorResponse.from_dict(response.json())

        return response_404

    if response.status_code == 500:
        response_500 = ErrorResponse.from_dict(response.json())

        return response_500

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: DerenderCompletionRequest | DerenderCompletionStreamRequest,
) -> Response[CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse]:
    """Derender Completion

     Derender a generate response into a CompletionResponse.

    Accepts both non-streaming (``stream=false``, default) and streaming
    (``stream=true``) request bodies on the same path.

    Non-streaming: body is ``DerenderCompletionRequest``. Returns a
    ``CompletionResponse``.

    Streaming: body is ``DerenderCompletionStreamRequest`` (one
    ``generate_chunk`` + optional ``stream_state``). Returns a
    ``DerenderCompletionStreamResponse`` (``chunk`` + ``stream_state``).

    Args:
        body (DerenderCompletionRequest | DerenderCompletionStreamRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse]
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
    body: DerenderCompletionRequest | DerenderCompletionStreamRequest,
) -> CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse | None:
    """Derender Completion

     Derender a generate response into a CompletionResponse.

    Accepts both non-streaming (``stream=false``, default) and streaming
    (``stream=true``) request bodies on the same path.

    Non-streaming: body is ``DerenderCompletionRequest``. Returns a
    ``CompletionResponse``.

    Streaming: body is ``DerenderCompletionStreamRequest`` (one
    ``generate_chunk`` + optional ``stream_state``). Returns a
    ``DerenderCompletionStreamResponse`` (``chunk`` + ``stream_state``).

    Args:
        body (DerenderCompletionRequest | DerenderCompletionStreamRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: DerenderCompletionRequest | DerenderCompletionStreamRequest,
) -> Response[CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse]:
    """Derender Completion

     Derender a generate response into a CompletionResponse.

    Accepts both non-streaming (``stream=false``, default) and streaming
    (``stream=true``) request bodies on the same path.

    Non-streaming: body is ``DerenderCompletionRequest``. Returns a
    ``CompletionResponse``.

    Streaming: body is ``DerenderCompletionStreamRequest`` (one
    ``generate_chunk`` + optional ``stream_state``). Returns a
    ``DerenderCompletionStreamResponse`` (``chunk`` + ``stream_state``).

    Args:
        body (DerenderCompletionRequest | DerenderCompletionStreamRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: DerenderCompletionRequest | DerenderCompletionStreamRequest,
) -> CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse | None:
    """Derender Completion

     Derender a generate response into a CompletionResponse.

    Accepts both non-streaming (``stream=false``, default) and streaming
    (``stream=true``) request bodies on the same path.

    Non-streaming: body is ``DerenderCompletionRequest``. Returns a
    ``CompletionResponse``.

    Streaming: body is ``DerenderCompletionStreamRequest`` (one
    ``generate_chunk`` + optional ``stream_state``). Returns a
    ``DerenderCompletionStreamResponse`` (``chunk`` + ``stream_state``).

    Args:
        body (DerenderCompletionRequest | DerenderCompletionStreamRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CompletionResponse | DerenderCompletionStreamResponse | ErrorResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
